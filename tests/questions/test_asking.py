"""Asking a set: what the shell program is given and what becomes of its lines."""

import sys
from functools import partial

import pytest

from tests.questions import asking, tally
from tests.questions.grading import Verdict
from tests.questions.sets import HERE, load_set

# A program that keeps the contract and knows nothing.
SILENT = """
import json, sys
if sys.argv[1] == "ask":
    for line in sys.stdin:
        silence = {"outcome": "not_found", "answer": "", "text": "", "choices": [], "citations": []}
        print(json.dumps({"id": json.loads(line)["id"], **silence}))
"""
SAMPLE = load_set(HERE / "sample")


def test_a_program_that_finds_nothing_is_right_only_where_nothing_is(tmp_path):
    script = tmp_path / "silent.py"
    script.write_text(SILENT, encoding="utf-8")
    asked = asking.ask_set(
        SAMPLE, ["exact", "no_tone"], run=partial(asking.run_process, command=[sys.executable, str(script)])
    )
    right = {one.case.kind for one in asked if one.grade.verdict is Verdict.RIGHT}
    assert (len(asked), right, tally.count(asked).false) == (2 * len(SAMPLE.cases), {"not_found"}, 0)


def test_a_program_that_fails_is_told(tmp_path):
    with pytest.raises(asking.ProgramError, match="ended with 3"):
        asking.run_process(["-c", "raise SystemExit(3)"], {}, command=[sys.executable])


def test_what_was_asked_before_comes_first_in_the_same_chat():
    case = next(case for case in SAMPLE.cases if len(case.before) == 2)
    lines = list(asking.turns(case, "exact"))
    assert [line["id"] for line in lines] == [f"{case.id}@exact#1", f"{case.id}@exact#2", f"{case.id}@exact"]
    assert {line["chat"] for line in lines} == {f"{case.id}@exact"}


def test_our_program_in_this_process_fails_as_plainly():
    with pytest.raises(asking.ProgramError, match="import nowhere"):
        asking.run_here(["import", "nowhere.txt"], {"DATABASE_URL": "sqlite://"})
