"""Whether what is answered rightly stays unanswered when the sentences that tell it are taken out of the reports.

    python -m tests.questions.withheld [SET_DIR…] [--each 25] [--show KIND,KIND]

Right answers of each set are asked again of reports without the sentences and rows that they quote, up to three times over,
as a fact may stand in several places.  What is answered then with something else need not be wrong (an older state of a
document, a deadline for a day); of a figure, share, window or comparison it mostly is.  It is to be read by hand: questions
that no author thought of find what is told instead of what is asked.  Prints how many of each kind are answered so.
"""

import random
from collections import Counter
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from knowledge.answers import Answer, Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.library import PublishedReport
from knowledge.importing.files import read_file
from knowledge.importing.reading import Reading
from tests.questions.ablation import TODAY
from tests.questions.grading import shortfall
from tests.questions.sets import Case, load_set, question_sets

KINDS = frozenset(
    [
        "metric",
        "share",
        "compare",
        "trend",
        "org",
        "tasks",
        "status",
        "yes_no",
        "window",
        "date",
        "issuer",
        "subject",
        "english",
        "report",
    ]
)
_TIMES = 3
_SHORTEST_STATEMENT = 15  # characters: a shorter one may stand anywhere


@dataclass(frozen=True, slots=True)
class ToldInstead:
    """A question whose answer was taken out, and what is told all the same."""

    name: str
    case: Case
    answer: str
    quote: str


def withhold(reading: Reading, quotes: Iterable[str]) -> str | None:
    """The report's text without the statements that hold one of the quotes or stand in it; None where none does."""
    text, said = str(reading.text), [quote for quote in quotes if quote]
    spans = set()
    for statement in reading.statements:
        words = statement.span.cut(text)
        if any(q in words or (len(words) > _SHORTEST_STATEMENT and words in q) for q in said):
            spans.add((statement.span.start, statement.span.end))
    for start, end in sorted(spans, reverse=True):
        text = text[:start] + text[end:]
    return text if spans else None


def ask_withheld(folder: Path, each: int) -> list[ToldInstead]:
    """Of so many answered cases of a set those that are told something else without what they quote."""
    questions = load_set(folder)
    readings = [read_file(path) for path in questions.reports]
    cases = [c for c in questions.cases if c.kind in KINDS and not c.before and c.expect.outcomes == ("answered",)]
    random.Random(questions.name).shuffle(cases)  # noqa: S311 - a sample, the same each time
    found = []
    for case in cases[:each]:
        if (answer := _told_instead(readings, questions.reports, case)) is not None:
            found.append(
                ToldInstead(questions.name, case, answer.direct, answer.quotes[0].text if answer.quotes else "")
            )
    return found


def _told_instead(readings: Sequence[Reading], paths: Sequence[Path], case: Case) -> Answer | None:
    """What is told once all that told it rightly is taken out; None where nothing is, or it was not told rightly."""
    left = list(readings)
    for _ in range(_TIMES + 1):
        asker = Asker.of(PublishedReport(i, reading) for i, reading in enumerate(left, 1))
        answer = asker.ask(case.question, today=case.today or TODAY).answer
        if answer.outcome is not Outcome.ANSWERED:
            return None
        if shortfall(case.expect, answer.direct):
            return answer if left != list(readings) else None
        left = [_without(reading, path, answer) for reading, path in zip(left, paths, strict=True)]
    return None


def _without(reading: Reading, path: Path, answer: Answer) -> Reading:
    """The report without what the answer quotes; as it is where it holds none of that, or where nothing else would be left."""
    text = withhold(reading, (quote.text for quote in answer.quotes))
    if text is None or not text.strip():
        return reading
    with TemporaryDirectory() as folder:
        plain = Path(folder) / f"{path.stem}.txt"
        plain.write_text(text, encoding="utf-8")
        return read_file(plain)


@click.command(help=__doc__)
@click.argument("folders", nargs=-1, type=click.Path(exists=True, path_type=Path))
@click.option("--each", default=25, show_default=True, help="So many questions of each set.")
@click.option("--show", default="", help="Print those of these kinds, with what is told.")
def main(folders: tuple[Path, ...], each: int, show: str) -> None:
    """Ask, count and print."""
    with ProcessPoolExecutor() as pool:
        asking = pool.map(partial(ask_withheld, each=each), folders or tuple(question_sets()))
        found = [one for of_set in asking for one in of_set]
    for kind, count in sorted(Counter(one.case.kind for one in found).items()):
        click.echo(f"{kind:8} {count:5}")
    for one in found:
        if one.case.kind in show.split(","):
            click.echo(f"{one.name} {one.case.id}: {one.case.question} -> {one.answer} || {one.quote}")


if __name__ == "__main__":
    main()
