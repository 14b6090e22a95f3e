"""The sets themselves: every expectation is borne out by a report."""

import pytest

from tests.questions import gold
from tests.questions.grading import faults
from tests.questions.sets import KINDS, SAMPLES, load_set, plain_text, question_sets

FOLDERS = question_sets()


@pytest.mark.parametrize("folder", FOLDERS, ids=[folder.name for folder in FOLDERS])
def test_a_set_is_without_fault(folder):
    assert faults(load_set(folder)) == []


@pytest.mark.parametrize("name", ["city", "highland", "office"])
def test_a_set_asks_every_kind(name):
    assert {case.kind for case in load_set(FOLDERS[0].parent / name).cases} == KINDS


@pytest.mark.parametrize("path", sorted(SAMPLES.iterdir()), ids=lambda path: path.name)
def test_every_sample_has_gold(path):
    assert path in gold.reports()


@pytest.mark.parametrize("path", [*gold.reports()], ids=lambda path: path.name)
def test_gold_names_only_documents_of_the_text(path):
    words = plain_text(path)
    missing = [entry for entry in gold.load(path.stem)["documents"] if entry.get("number", "") not in words]
    assert missing == []
