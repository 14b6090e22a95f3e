"""Precision and recall of a reading against gold."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from knowledge.facts import (
    Citation,
    Figure,
    Measure,
    Period,
    PeriodKind,
    Reading,
    ReportFacts,
    Role,
    Span,
    Statement,
)
from tests.questions import gold

NOWHERE = Span(0, 0)
QUARTER = Period(PeriodKind.QUARTER, date(2019, 1, 1), date(2019, 3, 31))
DOSSIERS = Figure(
    NOWHERE,
    Measure.COUNT,
    Decimal(4984),
    "4.984 hồ sơ",
    "hồ sơ",
    label="tổng số hồ sơ tiếp nhận",
    period=QUARTER,
)
DECISION = Citation(
    NOWHERE,
    Role.ISSUED,
    type="Quyết định",
    number="192",
    symbol="QĐ-UBND",
    written="192/QĐ-UBND",
    subject="chương trình",
)
GOLD = {
    "report": {"number": "134/BC-VPUBND"},
    "documents": [{"type": "Quyết định", "number": "192/QĐ-UBND", "subject": ["chương trình"], "roles": ["issued"]}],
    "figures": [{"value": "4984", "unit": "hồ sơ", "words": ["tiếp nhận"], "period": "2019-Q1"}],
    "tasks": [],
}


def reading(*figures: Figure, citations: tuple[Citation, ...] = (DECISION,)) -> Reading:
    """A report with one statement that says these."""
    statement = Statement(NOWHERE, "note", citations=citations, figures=figures)
    return Reading(ReportFacts("Báo cáo", number="134/BC-VPUBND"), "", (statement,))


def test_what_is_read_rightly_counts_both_ways():
    scores = gold.score(reading(DOSSIERS), GOLD)
    measured = {part: (score.precision, score.recall) for part, score in scores.items()}
    assert measured == dict.fromkeys(GOLD, (1.0, 1.0))


def test_what_is_not_read_costs_recall():
    score = gold.score(reading(), GOLD)["figures"]
    assert (score.precision, score.recall) == (1.0, 0.0)


def test_a_figure_of_another_period_costs_both():
    wrong = replace(DOSSIERS, period=replace(QUARTER, kind=PeriodKind.YEAR))
    score = gold.score(reading(wrong), GOLD)["figures"]
    assert (score.precision, score.recall) == (0.0, 0.0)


def test_a_figure_that_nobody_stated_costs_precision():
    score = gold.score(reading(DOSSIERS, replace(DOSSIERS, value=Decimal(7))), GOLD)["figures"]
    assert (score.precision, score.recall) == (0.5, 1.0)


def test_an_optional_figure_counts_neither_way():
    allowed = GOLD | {"figures": [*GOLD["figures"], {"value": "7", "words": ["hồ sơ"], "optional": True}]}
    score = gold.score(reading(DOSSIERS, replace(DOSSIERS, value=Decimal(7))), allowed)["figures"]
    assert (score.precision, score.recall) == (1.0, 1.0)


def test_all_mentions_of_a_document_are_one():
    again = replace(DECISION, role=Role.IMPLEMENTED, subject=None)
    score = gold.score(reading(DOSSIERS, citations=(DECISION, again)), GOLD)["documents"]
    assert (score.found, score.read) == (1, 1)


def test_a_document_that_is_only_a_basis_is_not_issued():
    score = gold.score(reading(citations=(replace(DECISION, role=Role.BASIS),)), GOLD)["documents"]
    assert score.faults[0].endswith("[['role']]")


def test_the_report_itself_is_no_document_of_its_own():
    own = replace(DECISION, written="134/BC-VPUBND")
    score = gold.score(reading(citations=(DECISION, own)), GOLD)["documents"]
    assert score.read == 1


def test_a_subject_that_runs_on_is_a_fault():
    entry = GOLD["documents"][0] | {"ends": "chương trình"}
    running = replace(DECISION, subject="chương trình của năm và nhiều thứ nữa")
    score = gold.score(reading(citations=(running,)), GOLD | {"documents": [entry]})["documents"]
    assert score.faults[0].endswith("[['end of the subject']]")


def test_a_report_that_names_no_period_is_read_so():
    score = gold.score(reading(), GOLD | {"report": {"period": None}})["report"]
    assert (score.precision, score.recall) == (1.0, 1.0)
