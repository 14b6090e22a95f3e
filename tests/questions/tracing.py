"""How one question is read, and what each stage finds until one answers: where to begin with a wrong answer.

python -m tests.questions.tracing SET_DIR|FILE… "QUESTION" [--today 2021-09-20] [--before "QUESTION"]
"""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date, datetime
from pathlib import Path

import click

from knowledge.answers import Answer
from knowledge.asking.asker import Asker
from knowledge.asking.fulfilling import fulfils
from knowledge.asking.library import PublishedReport
from knowledge.asking.reading.asked_days import AskedDays
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.asking.stages import ORDER
from knowledge.grammar.concepts import Terms
from knowledge.importing.files import read_file
from tests.questions.ablation import TODAY
from tests.questions.as_read import brief
from tests.questions.sets import load_set


def trace(asker: Asker, query: Query, today: date) -> Iterator[str]:
    """What is read in the question, by stage what it finds, up to the one that answers."""
    yield f"read as   {query.folded}"
    yield from (f"{name:<9} {said}" for name, said in _said(query))
    occasion = asker.occasion(today, Wording("vi"))
    for name, stage in ORDER.items():
        found = stage(occasion, query)
        if found is not None:
            is_fit = fulfils(query, found)
            yield f"{name:<20} {'' if is_fit else 'not of the kind that is asked for: '}{_shown(found)}"
            if is_fit:
                return
    yield "no stage finds anything"


def _said(query: Query) -> Iterator[tuple[str, object]]:
    """Each part of the query that is not empty."""
    for field in fields(query):
        value = getattr(query, field.name)
        if field.name in {"text", "folded"} or not value or value == AskedDays():
            continue
        if isinstance(value, Terms):
            value = " ".join(sorted({*value.words, *(f"{d}:{v}" for d, vs in value.dimensions.items() for v in vs)}))
        yield field.name, sorted(value) if field.name == "cues" else brief(value)


def _shown(answer: Answer) -> str:
    return f"{answer.outcome.value}: {answer.direct[:200]}"


def _reports(paths: Sequence[Path]) -> list[Path]:
    return [report for path in paths for report in (load_set(path).reports if path.is_dir() else [path])]


@click.command()
@click.argument("paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path))
@click.argument("question")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=str(TODAY), help="The day on which it is asked.")
@click.option("--before", multiple=True, help="A question asked before it in the same chat.")
def main(paths: tuple[Path, ...], question: str, today: datetime, before: tuple[str, ...]) -> None:
    """Print how the question is read, what the stages find, and the answer."""
    asker = Asker.of(PublishedReport(i, read_file(path)) for i, path in enumerate(_reports(paths), 1))
    previous = None
    for earlier in before:
        previous = asker.ask(earlier, today=today.date(), previous=previous).context
    asked = asker.ask(question, today=today.date(), previous=previous)
    click.echo("\n".join(trace(asker, asked.query or asker.read(question), today.date())))
    click.echo(f"\nanswer    {_shown(asked.answer)}")
    for quote in asked.answer.quotes:
        click.echo(f"  {quote.report}: {quote.text[:200]}")


if __name__ == "__main__":
    main()
