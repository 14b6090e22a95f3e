"""What each stage of answering adds: every set asked with one stage left out, typed exactly and without tones.

    python -m tests.questions.ablation [SET_DIR…]

Prints a table for docs/accuracy.md: right and false replies over all sets, and the sets that a stage tells most of.
"""

import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import click

from handlers.layout.answers import lay_out_answer
from handlers.layout.html import plain
from handlers.words import Catalogue
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.asking.stages import ORDER
from knowledge.importing.files import read_file
from tests.questions import tally
from tests.questions.asking import Asked, key, turns, weigh
from tests.questions.grading import Cited, Reply, level
from tests.questions.sets import QuestionSet, load_set, question_sets

FORMS = ("exact", "no_tone")
TODAY = date(2026, 11, 25)  # any day after all reports; questions that depend on it bring their own


def without(stage: str) -> type[Asker]:
    """An asker that passes a stage over."""
    return type("Without", (Asker,), {"stages": {name: one for name, one in ORDER.items() if name != stage}})


def ask_in_process(
    questions: QuestionSet, asker: Asker, texts: list[str], forms: tuple[str, ...] = FORMS
) -> list[Asked]:
    """Every case in the forms, answered by that asker and graded as the program's replies are."""
    words = Catalogue().words("vi")
    asked = []
    for form in forms:
        for case in questions.cases:
            context, reply = None, Reply(None)
            for line in turns(case, form):
                today = date.fromisoformat(line["today"]) if "today" in line else TODAY
                answered = asker.ask(line["question"], today=today, previous=context)
                context, answer = answered.context, answered.answer
                reply = Reply(
                    outcome=answer.outcome.value,
                    answer=answer.direct[:400],
                    text="\n".join(plain(part) for part in lay_out_answer(answer, words).parts)[:4096],
                    choices=tuple(choice.label for choice in answer.choices),
                    citations=tuple(Cited(q.report, q.title, q.text) for q in answer.quotes),
                    ms=answer.ms,
                )
            assert line["id"] == key(case, form)
            asked.append(weigh(case, form, reply, texts))
    return asked


def measure(sets: list[QuestionSet]) -> Iterator[tuple[str, str, tally.Row]]:
    """The stage left out ("" for none), the set and its row."""
    for questions in sets:
        texts = [level(text) for text in questions.sources().values()]
        whole = Asker.of(PublishedReport(i, read_file(path)) for i, path in enumerate(questions.reports, 1))
        for stage in ("", *ORDER):
            asker = without(stage)(whole.library, whole._typist) if stage else whole
            yield stage, questions.name, tally.count(ask_in_process(questions, asker, texts))
        yield "conversation", questions.name, tally.count(_alone(questions, whole, texts))


def _alone(questions: QuestionSet, asker: Asker, texts: list[str]) -> list[Asked]:
    """Every question as if nothing had been asked before."""
    module = sys.modules[Asker.__module__]
    kept: Callable[..., str] = module.remember
    module.remember = lambda *_given: ""  # type: ignore[attr-defined]
    try:
        return ask_in_process(questions, asker, texts)
    finally:
        module.remember = kept  # type: ignore[attr-defined]


def main(folders: list[str]) -> None:
    """Print the table."""
    sets = [load_set(Path(folder)) for folder in folders] or [load_set(folder) for folder in question_sets()]
    rows: dict[str, dict[str, tally.Row]] = {}
    for stage, name, row in measure(sets):
        rows.setdefault(stage, {})[name] = row
        click.echo(f"{stage or 'all stages':<18}{name:<12}{row.right:>5} right {row.false:>4} false", err=True)
    click.echo("| Left out | Right | Missed | False | Fewer right, by set |\n|---|---|---|---|---|")
    for stage, by_set in rows.items():
        right, missed, false = (sum(getattr(r, part) for r in by_set.values()) for part in ("right", "missed", "false"))
        lost = {name: rows[""][name].right - row.right for name, row in by_set.items()}
        most = ", ".join(f"`{n}` {k}" for n, k in sorted(lost.items(), key=lambda p: -p[1])[:3] if k > 0)
        click.echo(f"| {f'`{stage}`' if stage else 'nothing'} | {right} | {missed} | {false} | {most} |")


if __name__ == "__main__":
    main(sys.argv[1:])
