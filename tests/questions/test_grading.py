"""Grading: what counts as said, as proven, as missed and as false; and that the sets' own grader agrees."""

import importlib.util
from dataclasses import replace
from types import ModuleType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.delivery.sizes import IS_WHOLE
from tests.questions.grading import Cited, Reply, Verdict, grade, is_held, level
from tests.questions.sets import SHARED, Case, Expectation, load_set, question_sets

TEXT = level("Quý I/2019 tiếp nhận 4.984 hồ sơ, trực tuyến 1.641 hồ sơ, chiếm 32,93%.")
CASE = Case("a", "metric", "Bao nhiêu?", Expectation(all=("4.984",), none=("1.641",), cite=("134/BC-VPUBND",)))
CITED = Cited("134/BC-VPUBND", "Báo cáo", "tiếp nhận 4.984 hồ sơ")
RIGHT = Reply("answered", answer="4.984 hồ sơ", text="4.984 hồ sơ", citations=(CITED,))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        ("quý II", "QUÝ 2"),
        ("3 phòng", "giảm 03 phòng"),
        ("53,5%", "đạt 53,50%"),
        ("25/02/2019", "ngày 25 tháng 2 năm 2019"),
        ("tháng 5/2022", "tháng 05/2022"),
        ("a b", "a |  b"),
    ],
)
def test_a_text_holds_what_no_reader_would_call_different(wanted, text):
    assert is_held(wanted, text)


@pytest.mark.parametrize(("wanted", "text"), [("641", "1.641"), ("25", "25/2/2019"), ("4", "4,5"), ("32", "132")])
def test_a_number_is_held_only_whole(wanted, text):
    assert not is_held(wanted, text)


def test_a_proven_answer_is_right():
    assert grade(CASE, RIGHT, [TEXT]).verdict is Verdict.RIGHT


@pytest.mark.parametrize(
    "reply",
    [
        replace(RIGHT, answer="5.000 hồ sơ"),
        replace(RIGHT, answer="4.984 hồ sơ, trực tuyến 1.641 hồ sơ"),
        replace(RIGHT, answer="4.984 hồ sơ" + " rất dài" * 60),
        replace(RIGHT, citations=()),
        replace(RIGHT, citations=(replace(CITED, report="135/BC-VPUBND"),)),
        replace(RIGHT, citations=(replace(CITED, quote="tiếp nhận 4.984 bộ hồ sơ"),)),
        replace(RIGHT, citations=(replace(CITED, quote="trực tuyến 1.641 hồ sơ"),)),
    ],
)
def test_a_wrong_or_unproven_answer_is_false(reply):
    assert grade(CASE, reply, [TEXT]).verdict is Verdict.FALSE


@pytest.mark.parametrize("outcome", ["not_found", "clarify", None])
def test_no_answer_where_a_report_holds_one_is_missed(outcome):
    assert grade(CASE, Reply(outcome), [TEXT]).verdict is Verdict.MISSED


@pytest.mark.parametrize("wanted", ["not_found", "clarify"])
def test_an_answer_where_none_is_due_is_false(wanted):
    case = replace(CASE, expect=Expectation(outcomes=(wanted,)))
    assert grade(case, RIGHT, [TEXT]).verdict is Verdict.FALSE


def test_choices_are_right_when_they_show_what_fits():
    case = replace(CASE, expect=Expectation(outcomes=("clarify",), any=(("2019",), ("2020",))))
    assert grade(case, Reply("clarify", choices=("quý I/2019", "quý I/2020")), []).verdict is Verdict.RIGHT


# The grader that lies beside the open set is the reference.


@pytest.fixture(scope="module")
def reference() -> ModuleType:
    path = SHARED / "grade.py"
    if not path.exists():
        pytest.skip("no grader beside the repository")
    spec = importlib.util.spec_from_file_location("reference_grader", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


WRITTEN = st.text(alphabet="0123456789 .,/|;–-%àêđ\u00a0 ngày tháng năm quýiv", max_size=30)


@given(wanted=WRITTEN, text=WRITTEN)
def test_the_reference_holds_the_same(reference, wanted, text):
    assert is_held(wanted, text) == reference.holds(wanted, text)


FOLDERS = question_sets()


# Six thousand replies are held against it by day, all of them by night.
SOME = FOLDERS if IS_WHOLE else FOLDERS[::-4]


@pytest.mark.parametrize("folder", SOME, ids=[folder.name for folder in SOME])
def test_the_reference_gives_the_same_verdicts(reference, folder):
    questions = load_set(folder)
    sources = {name: level(text) for name, text in questions.sources().items()}
    verdicts = {"right": "right", "missed": "missed", "wrong": "false"}
    differing = [
        (case.id, reply)
        for case in questions.cases
        for reply in possible_replies(case, sources)
        if verdicts[reference.grade(row_of(case), line_of(reply), sources)[0]]
        != grade(case, reply, sources.values()).verdict
    ]
    assert differing == []


def possible_replies(case: Case, sources: dict[str, str]) -> list[Reply]:
    """Replies that are right, incomplete, wrong and unproven, as far as the expectation tells."""
    said = " ".join([*case.expect.all, *(group[-1] for group in case.expect.any)])
    quote = next((text[:200] for text in sources.values() if is_held(said, text)), next(iter(sources.values()))[:200])
    cited = tuple(Cited(name, "", quote) for name in case.expect.cite[:1])
    full = Reply("answered", said, said, (said, "khác"), cited)
    return [
        full,
        replace(full, answer=said + " " + " ".join(case.expect.none), text=said + " ".join(case.expect.none)),
        replace(full, answer=said[:-1], text=said[:-1]),
        replace(full, citations=()),
        replace(full, outcome="clarify"),
        replace(full, outcome="not_found"),
    ]


def row_of(case: Case) -> dict[str, Any]:
    """The case as a line of a set."""
    expect = case.expect
    return {
        "expect": {
            "outcome": list(expect.outcomes),
            "all": list(expect.all),
            "any": [list(group) for group in expect.any],
            "none": list(expect.none),
            "list": expect.is_list,
            **({"cite": list(expect.cite)} if expect.cite else {}),
        },
        "derived": case.is_derived,
    }


def line_of(reply: Reply) -> dict[str, Any]:
    """The reply as the shell program prints it."""
    citations = [{"report": c.report, "title": c.title, "quote": c.quote} for c in reply.citations]
    return {
        "outcome": reply.outcome,
        "answer": reply.answer,
        "text": reply.text,
        "choices": list(reply.choices),
        "citations": citations,
    }
