"""Reports: drafted, published, replaced, withdrawn; each change wholly or not at all."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.facts import Doubt, Operand, Reading, Span, Task
from knowledge.store.reports import Reports, ReportState, UnknownReport
from tests.clock import SetClock
from tests.store.readings import OFFICE, Q1, figure, issued, planned, reading


def save(knowledge: Knowledge, read: Reading, checksum: str = "a") -> int:
    return knowledge.reports.save_draft(read, checksum=checksum, by=1).report_id


def publish(knowledge: Knowledge, read: Reading, checksum: str = "a") -> int:
    report_id = save(knowledge, read, checksum)
    knowledge.reports.publish(report_id, by=1)
    return report_id


def answering(knowledge: Knowledge) -> list[int]:
    return [report.id for report in knowledge.reports.published()]


def test_a_draft_does_not_answer(knowledge: Knowledge):
    report_id = save(knowledge, reading("một"))
    assert answering(knowledge) == []
    assert [draft.id for draft in knowledge.reports.drafts()] == [report_id]


def test_a_published_report_answers_and_is_no_draft(knowledge: Knowledge):
    report_id = publish(knowledge, reading("một"))
    assert answering(knowledge) == [report_id]
    assert knowledge.reports.drafts() == []


@pytest.mark.parametrize("is_published", [False, True])
def test_the_same_file_twice_is_the_same_report(knowledge: Knowledge, is_published: bool):
    report_id = (publish if is_published else save)(knowledge, reading("một"))
    again = knowledge.reports.save_draft(reading("một"), checksum="a", by=2)
    assert (again.report_id, again.outcome) == (report_id, "same")


def test_the_file_of_a_discarded_draft_is_new_again(knowledge: Knowledge):
    discarded = save(knowledge, reading("một"))
    knowledge.reports.discard(discarded, by=1)
    again = knowledge.reports.save_draft(reading("một"), checksum="a", by=1)
    assert again.outcome == "new"
    assert again.report_id != discarded


def test_a_withdrawn_file_can_be_published_again(knowledge: Knowledge):
    first = publish(knowledge, reading("một"))
    knowledge.reports.withdraw(first, by=1)
    again = publish(knowledge, reading("một"))
    assert answering(knowledge) == [again]


def test_a_changed_file_of_the_same_number_and_organisation_is_a_new_version(knowledge: Knowledge):
    first = publish(knowledge, reading("một"))
    second = knowledge.reports.save_draft(reading("hai", organisation=OFFICE.upper()), checksum="b", by=1)
    assert (second.outcome, second.previous_id) == ("version", first)
    assert knowledge.reports.summary(second.report_id).edition == 2


def test_a_new_version_answers_in_place_of_the_old_one(knowledge: Knowledge):
    first = publish(knowledge, reading("một"))
    second = publish(knowledge, reading("hai"), "b")
    assert answering(knowledge) == [second]
    assert knowledge.reports.summary(first).state == ReportState.REPLACED


def test_of_two_drafts_of_one_report_the_one_published_last_answers(knowledge: Knowledge):
    first, second = save(knowledge, reading("một")), save(knowledge, reading("hai"), "b")
    knowledge.reports.publish(second, by=1)
    publication = knowledge.reports.publish(first, by=1)
    assert publication.replaced_id == second
    assert answering(knowledge) == [first]


@pytest.mark.parametrize(
    "changes",
    [
        {"number": "135/BC-VPUBND"},
        {"number": None},
        {"organisation": "Sở Nội vụ"},
        {"province": "Hưng Yên"},
        {"signed_on": date(2020, 2, 25)},  # numbers begin anew each year
    ],
)
def test_another_number_organisation_province_or_year_is_another_report(knowledge: Knowledge, changes: dict[str, Any]):
    first = publish(knowledge, reading("một"))
    second = publish(knowledge, reading("hai", **changes), "b")
    assert answering(knowledge) == [first, second]


def test_a_withdrawn_report_answers_no_more(knowledge: Knowledge):
    report_id = publish(knowledge, reading("một"))
    knowledge.reports.withdraw(report_id, by=1)
    assert answering(knowledge) == []
    assert knowledge.reports.summary(report_id).state == ReportState.WITHDRAWN


def test_a_discarded_draft_is_gone(knowledge: Knowledge):
    report_id = save(knowledge, reading(issued("192/QĐ-UBND"), figure("hồ sơ", "1")))
    knowledge.reports.discard(report_id, by=1)
    with pytest.raises(UnknownReport):
        knowledge.reports.summary(report_id)


@pytest.mark.parametrize("change", ["publish", "discard"])
def test_only_a_draft_can_be_published_or_discarded(knowledge: Knowledge, change: str):
    report_id = publish(knowledge, reading("một"))
    with pytest.raises(UnknownReport):
        getattr(knowledge.reports, change)(report_id, by=1)


def test_only_a_published_report_can_be_withdrawn(knowledge: Knowledge):
    report_id = save(knowledge, reading("một"))
    with pytest.raises(UnknownReport):
        knowledge.reports.withdraw(report_id, by=1)


def test_the_generation_grows_with_every_publication_and_withdrawal(knowledge: Knowledge):
    seen = [knowledge.reports.generation()]
    report_id = publish(knowledge, reading("một"))
    seen.append(knowledge.reports.generation())
    knowledge.reports.withdraw(report_id, by=1)
    seen.append(knowledge.reports.generation())
    assert seen == [0, 1, 2]


def test_what_changed_after_a_generation_can_be_asked_for(knowledge: Knowledge):
    first = publish(knowledge, reading("một"))
    before = knowledge.reports.generation()
    second = publish(knowledge, reading("hai"), "b")
    assert [report.id for report in knowledge.reports.published(after_version=before)] == [second]
    assert knowledge.reports.gone(after_version=before) == [first]
    assert list(knowledge.reports.published(after_version=knowledge.reports.generation())) == []


def test_a_summary_counts_what_was_found(knowledge: Knowledge):
    twice = issued("192/QĐ-UBND")
    facts = [twice, twice, planned("Quy chế xin lỗi"), figure("hồ sơ", "1"), Task(Span(0, 1), "làm")]
    read = replace(reading(*facts), doubts=(Doubt("stages", (Span(0, 1),), (Operand("received", "1 hồ sơ"),)),))
    summary = knowledge.reports.summary(save(knowledge, read))
    assert (summary.documents, summary.figures, summary.tasks, summary.doubts) == (2, 1, 1, 1)
    assert (summary.number, summary.period) == ("134/BC-VPUBND", Q1)


def test_reports_are_listed_the_latest_first(knowledge: Knowledge):
    old = publish(knowledge, reading("một", number="1/BC", signed_on=date(2018, 1, 1)), "a")
    new = publish(knowledge, reading("hai", number="2/BC", signed_on=date(2019, 1, 1)), "b")
    undated = publish(knowledge, reading("ba", number="3/BC", signed_on=None), "c")
    assert [report.id for report in knowledge.reports.listing()] == [new, old, undated]
    assert [report.id for report in knowledge.reports.listing(offset=1, limit=1)] == [old]


def test_organisations_are_those_with_published_reports(knowledge: Knowledge):
    publish(knowledge, reading("một"))
    save(knowledge, reading("hai", organisation="Sở Nội vụ"), "b")
    [organisation] = knowledge.reports.organisations()
    assert (organisation.name, organisation.province, organisation.reports) == (OFFICE, "Hưng Hòa", 1)


class _Failing:
    """An announcer with whom something goes wrong."""

    def look(self, *_: Any) -> None:
        return None

    def announce(self, *_: Any, **__: Any) -> tuple[int, int]:
        raise RuntimeError("crash")


def test_a_publication_that_fails_halfway_changes_nothing(knowledge: Knowledge, clock: SetClock):
    first = publish(knowledge, reading(issued("192/QĐ-UBND", year=2019)))
    second = save(knowledge, reading(issued("193/QĐ-UBND", year=2019)), "b")
    before = (knowledge.reports.generation(), len(knowledge.audit.listing()))
    with pytest.raises(RuntimeError, match="crash"):
        Reports(knowledge.store, clock, _Failing()).publish(second, by=1)
    assert (knowledge.reports.generation(), len(knowledge.audit.listing())) == before
    assert answering(knowledge) == [first]
    assert knowledge.documents.of_report(second) == []
    assert len(knowledge.documents.of_report(first)) == 1


def test_every_change_of_a_report_is_in_the_audit_log(knowledge: Knowledge):
    report_id = publish(knowledge, reading("một"))
    knowledge.reports.withdraw(report_id, by=7)
    found = [(e.action, e.by) for e in knowledge.audit.listing(subject=f"report:{report_id}")]
    assert found == [("report.withdraw", 7), ("report.publish", 1), ("report.save", 1)]
