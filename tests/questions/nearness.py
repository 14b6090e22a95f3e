"""How often the sentences that are offered where nothing is found hold what was asked, by threshold; questions typed exactly.

    python -m tests.questions.nearness [SET_DIR…]

Prints a table for docs/accuracy.md.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import click

from knowledge.answers import Outcome
from knowledge.asking import nearest
from knowledge.asking.asker import Asked, Asker
from knowledge.asking.library import PublishedReport
from knowledge.asking.replies import Wording, nothing_found
from knowledge.importing.files import read_file
from tests.questions.ablation import TODAY
from tests.questions.asking import turns
from tests.questions.grading import shortfall
from tests.questions.sets import Case, QuestionSet, load_set, question_sets

PRESENT = nearest._THRESHOLD
VALUES = (0.35, 0.4, PRESENT, 0.5, 0.55, 0.6)


@dataclass(slots=True)
class Row:
    """Of the questions of which nothing is found: how many get a sentence, and of the missed ones how many the fact."""

    missed: int = 0
    missed_shown: int = 0
    missed_held: int = 0
    rightly: int = 0
    rightly_shown: int = 0

    def count(self, case: Case, told: str) -> None:
        """One question with the sentences that it got."""
        if Outcome.NOT_FOUND.value in case.expect.outcomes:
            self.rightly += 1
            self.rightly_shown += bool(told)
        else:
            self.missed += 1
            self.missed_shown += bool(told)
            self.missed_held += bool(told) and not shortfall(case.expect, told)


def not_found(questions: QuestionSet) -> Iterator[tuple[Case, Asker, Asked, date]]:
    """The cases of which nothing is found, each with who was asked, what was said and the day of asking."""
    asker = Asker.of(PublishedReport(i, read_file(path)) for i, path in enumerate(questions.reports, 1))
    for case in questions.cases:
        asked, today = None, TODAY
        for line in turns(case, "exact"):
            today = date.fromisoformat(line["today"]) if "today" in line else TODAY
            asked = asker.ask(line["question"], today=today, previous=asked.context if asked else None)
        if asked is not None and asked.answer.direct == nothing_found(Wording()).direct:
            yield case, asker, asked, today


def measure(sets: list[QuestionSet]) -> dict[float, Row]:
    """A row for each threshold; the code's own is put back."""
    rows = {value: Row() for value in VALUES}
    try:
        for case, asker, asked, today in (one for questions in sets for one in not_found(questions)):
            at = asker.occasion(today, Wording())
            for value, row in rows.items():
                nearest._THRESHOLD = value
                quotes = nearest.find_nearest(at, asked.query) if asked.query is not None else ()
                row.count(case, " ".join(quote.text for quote in quotes))
    finally:
        nearest._THRESHOLD = PRESENT
    return rows


def main(folders: list[str]) -> None:
    """Print the table."""
    rows = measure([load_set(Path(folder)) for folder in folders or question_sets()])
    click.echo(
        "| Threshold | Missed | shown some | that hold it | Rightly not found | shown some |\n|---|---|---|---|---|---|"
    )
    for value, row in rows.items():
        name = f"**{value:g}**" if value == PRESENT else f"{value:g}"
        counts = (row.missed, row.missed_shown, row.missed_held, row.rightly, row.rightly_shown)
        click.echo("".join((f"| {name} ", *(f"| {count} " for count in counts), "|")))


if __name__ == "__main__":
    main(sys.argv[1:])
