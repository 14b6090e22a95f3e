"""What a report is read as, sentence by sentence: where to look when an answer's figure, document or task is wrong.

    python -m tests.questions.as_read FILE… [--with "WORDS"]

With words only the sentences that have them are shown, whatever their tones.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from pathlib import Path

import click

from knowledge.facts import Period, Reading, Statement, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import name_period
from knowledge.importing.files import read_file

# Where a fact stands and how it was written, which the sentence above shows.
_PLACES = frozenset({"span", "start", "end", "written"})


def show(reading: Reading, words: str = "") -> Iterator[str]:
    """What the report says of itself, then each sentence that has the words with what was found in it."""
    yield brief(reading.report)
    for statement in reading.statements:
        said = statement.span.cut(reading.text)
        if fold(words) in fold(said):
            yield f"\n{said}"
            yield from (f"    {line}" for line in _facts(statement))


def _facts(statement: Statement) -> Iterator[str]:
    if statement.heading:
        yield f"under     {statement.heading}"
    yield from (f"document  {brief(one)}" for one in statement.citations)
    yield from (f"figure    {brief(one)}" for one in statement.figures)
    if statement.task:
        yield f"task      {brief(statement.task)}"


def brief(value: object) -> str:
    """A value without the fields that say nothing."""
    match value:
        case Period():
            return name_period(value)
        case Window():
            return f"{value.first} – {value.last}"
        case tuple():
            return ", ".join(map(brief, value))
        case Enum():
            return str(value.value)
    if not is_dataclass(value):
        return str(value)
    said = {field.name: getattr(value, field.name) for field in fields(value) if field.name not in _PLACES}
    return "  ".join(f"{name}={brief(one)}" for name, one in said.items() if one not in (None, "", (), False, 0))


@click.command()
@click.argument("files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--with", "words", default="", help="Only sentences that have these words.")
def main(files: tuple[Path, ...], words: str) -> None:
    """Print what is read in each file."""
    for path in files:
        click.echo("\n".join(show(read_file(path), words)))


if __name__ == "__main__":
    main()
