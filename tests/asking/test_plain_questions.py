"""What an official asks of one plain report, line by line, and what must be answered or left unanswered.

`plain/NAME.txt` is the report, `plain/NAME.questions` has the day on which is asked, and a question and a part of its answer
on each line; "-" where the report has none.  The questions do not use the reports' own words.
"""

from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from tests.asking.libraries import of_texts

_PLAIN = Path(__file__).parent / "plain"
_ASKED_ON = "# Asked on "


@cache
def _asker(name: str) -> Asker:
    return of_texts((_PLAIN / f"{name}.txt").read_text(encoding="utf-8"))


def _questions() -> Iterator[tuple[str, date, str, str]]:
    for path in sorted(_PLAIN.glob("*.questions")):
        opening, *lines = path.read_text(encoding="utf-8").splitlines()
        day = date.fromisoformat(opening.removeprefix(_ASKED_ON).rstrip("."))
        for line in lines:
            question, _, expected = line.rpartition(" | ")
            yield path.stem, day, question, expected


@pytest.mark.parametrize(("name", "day", "question", "expected"), list(_questions()))
def test_it_is_answered_by_that_report_or_not_at_all(name: str, day: date, question: str, expected: str) -> None:
    answer = _asker(name).ask(question, today=day).answer
    if expected == "-":
        assert answer.outcome is Outcome.NOT_FOUND, answer.direct
    else:
        assert expected in answer.direct
