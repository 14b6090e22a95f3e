"""A draft's own data are put right in place, and what was read by them follows."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.releasing.draft_data import DataChanged
from knowledge.releasing.releasing import NeedsAnother
from tests.store.readings import Q1, Q2, figure, reading

ONE, OTHER = 7, 8


def draft(knowledge: Knowledge, number: str = "134/BC-VPUBND") -> int:
    """A report read as of the first quarter: one figure by its head, one that names the period itself."""
    said = (figure("số hồ sơ tiếp nhận", "12"), figure("Trong quý I/2019 giải quyết", "11"))
    return knowledge.reports.save_draft(reading(*said, number=number), checksum=number, by=ONE).report_id


def test_figures_that_had_the_reports_period_follow_it_and_those_that_name_one_stay(knowledge: Knowledge):
    report = draft(knowledge)
    knowledge.draft_data.correct(report, "period", Q2, seen=Q1, by=ONE)
    read = knowledge.reports.reading(report)
    periods = [one.period for statement in read.statements for one in statement.figures]
    assert (read.report.period, periods) == (Q2, [Q2, Q1])


def test_with_the_number_of_a_published_report_it_is_its_newer_version(knowledge: Knowledge):
    first = draft(knowledge)
    knowledge.reports.publish(first, by=ONE, notify=False)
    second = draft(knowledge, "135/BC-VPUBND")
    assert knowledge.reports.replaced_by(second) is None
    done = knowledge.draft_data.correct(second, "number", "134/BC-VPUBND", seen="135/BC-VPUBND", by=ONE)
    assert knowledge.reports.replaced_by(second) == first
    knowledge.draft_data.undo(done.change_id or 0, by=ONE)
    assert knowledge.reports.replaced_by(second) is None


def test_who_was_too_late_changes_nothing_and_whoever_corrected_needs_another_to_publish(knowledge: Knowledge):
    report = draft(knowledge)
    knowledge.draft_data.correct(
        report, "title", "Báo cáo A", seen=knowledge.reports.reading(report).report.title, by=OTHER
    )
    with pytest.raises(DataChanged):
        knowledge.draft_data.correct(report, "title", "Báo cáo B", seen="cũ", by=ONE)
    knowledge.office.set_two_persons(True, by=ONE)
    with pytest.raises(NeedsAnother):
        knowledge.releasing.release(report, by=OTHER)
