"""The type of a file costs hardly an answer: the same reports are asked as text and in other formats."""

import pytest

from tests.questions import tally
from tests.questions.formats import MOST_LOST, WRITERS, ask_as
from tests.questions.sets import HERE, SHARED, load_set

# The open set, which is larger, where it lies beside the repository.
FOLDER = SHARED / "open" if SHARED.exists() else HERE / "sample"


def right(format: str) -> float:
    return tally.count(ask_as(load_set(FOLDER), format)).right_percent


@pytest.fixture(scope="module")
def as_text() -> float:
    return right("txt")


@pytest.mark.parametrize("format", ["own", *WRITERS])
def test_a_set_answers_in_every_format(as_text, format):
    assert abs(right(format) - as_text) < MOST_LOST
