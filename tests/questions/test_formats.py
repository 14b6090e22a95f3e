"""The type of a file costs hardly an answer: the same reports are asked as text and in other formats."""

import pytest

from tests.questions import tally
from tests.questions.formats import MOST_LOST, WRITERS, ask_as
from tests.questions.sets import HERE, SHARED, load_set


def right(folder, format: str) -> float:
    return tally.count(ask_as(load_set(folder), format)).right_percent


@pytest.fixture(scope="module")
def sample_as_text() -> float:
    return right(HERE / "sample", "txt")


@pytest.mark.parametrize("format", WRITERS)
def test_the_samples_answer_in_every_format(sample_as_text, format):
    assert right(HERE / "sample", format) > sample_as_text - MOST_LOST


@pytest.mark.skipif(not SHARED.exists(), reason="needs the open set beside the repository")
@pytest.mark.parametrize("format", ["own", *WRITERS])
def test_the_open_set_answers_in_every_format(open_as_text, format):
    assert abs(right(SHARED / "open", format) - open_as_text) < MOST_LOST


@pytest.fixture(scope="module")
def open_as_text() -> float:
    return right(SHARED / "open", "txt")
