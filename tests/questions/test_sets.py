"""The sets themselves: every expectation is borne out by a report."""

import pytest

from tests.questions import gold
from tests.questions.grading import faults
from tests.questions.sets import KINDS, SAMPLES, load_set, question_sets

FOLDERS = question_sets()


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_set_is_without_fault(folder):
    assert faults(load_set(folder)) == []


@pytest.mark.parametrize("name", ["city", "highland", "office"])
def test_a_set_asks_every_kind(name):
    assert {case.kind for case in load_set(FOLDERS[0].parent / name).cases} == KINDS


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_has_gold_that_its_text_bears_out(path):
    words = path.read_text(encoding="utf-8")
    missing = [entry for entry in gold.load(path.stem)["documents"] if entry.get("number", "") not in words]
    assert missing == []
