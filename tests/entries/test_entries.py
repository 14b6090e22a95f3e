"""Entries are added, edited, deleted and taken back, and each change is known."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.entries.entries import EntryChanged, NothingToUndo
from knowledge.fields.entry_fields import EntryFields
from knowledge.following.rules import ALL_REPORTS
from knowledge.store.reports import UnknownReport
from tests.clock import SetClock
from tests.store.readings import figure, issued, reading

COUNT = EntryFields(kind="figure", indicator="số hồ sơ tiếp nhận", value=Decimal(4984), unit="hồ sơ")
CORRECTED = replace(COUNT, value=Decimal(4985))


def answering(knowledge: Knowledge) -> list[int]:
    return [report.id for report in knowledge.reports.published()]


def test_a_saved_entry_answers(knowledge: Knowledge):
    entry = knowledge.entries.save(COUNT, by=1)
    assert [(r.id, r.reading) for r in knowledge.reports.published()] == [(entry, knowledge.entries.preview(COUNT))]
    assert knowledge.entries.fields(entry) == COUNT


def test_an_entry_is_not_among_the_reports(knowledge: Knowledge):
    knowledge.entries.save(COUNT, by=1)
    assert knowledge.reports.listing() == []


def test_pressing_save_twice_adds_one_entry(knowledge: Knowledge):
    assert knowledge.entries.save(COUNT, by=1) == knowledge.entries.save(COUNT, by=1)
    assert len(answering(knowledge)) == 1


@pytest.mark.parametrize(("notify", "told"), [(False, 0), (True, 1)])
def test_the_admin_decides_whether_followers_hear_of_it(knowledge: Knowledge, clock: SetClock, notify: bool, told: int):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.entries.save(COUNT, by=1, notify=notify)
    assert len(knowledge.outbox.claim(9, sender="a", now=clock.advance(minutes=1), lease_seconds=60)) == told


def test_an_edited_entry_answers_in_its_new_version(knowledge: Knowledge):
    first = knowledge.entries.save(COUNT, by=1)
    second = knowledge.entries.edit(first, CORRECTED, by=2)
    assert answering(knowledge) == [second]
    assert knowledge.entries.fields(second) == CORRECTED


def test_whoever_edits_an_old_version_is_told_what_it_is_now(knowledge: Knowledge):
    first = knowledge.entries.save(COUNT, by=1)
    second = knowledge.entries.edit(first, CORRECTED, by=2)
    with pytest.raises(EntryChanged) as caught:
        knowledge.entries.edit(first, COUNT, by=3)
    assert caught.value.current_id == second
    assert answering(knowledge) == [second]


def test_of_two_who_edit_at_once_one_is_told(knowledge: Knowledge):
    first = knowledge.entries.save(COUNT, by=1)

    def edit(value: int) -> bool:
        try:
            knowledge.entries.edit(first, replace(COUNT, value=Decimal(value)), by=value)
        except EntryChanged:
            return False
        return True

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(edit, range(4))) == [False, False, False, True]
    assert len(answering(knowledge)) == 1


def test_a_deleted_entry_answers_no_more(knowledge: Knowledge):
    entry = knowledge.entries.save(COUNT, by=1)
    knowledge.entries.delete(entry, by=1)
    assert answering(knowledge) == []
    with pytest.raises(EntryChanged):
        knowledge.entries.delete(entry, by=1)


def test_an_addition_can_be_taken_back(knowledge: Knowledge):
    entry = knowledge.entries.save(COUNT, by=1)
    assert knowledge.entries.undo(entry, by=1) is None
    assert answering(knowledge) == []


def test_an_edit_can_be_taken_back(knowledge: Knowledge):
    first = knowledge.entries.save(COUNT, by=1)
    second = knowledge.entries.edit(first, CORRECTED, by=1)
    assert knowledge.entries.undo(second, by=1) == first
    assert answering(knowledge) == [first]


def test_a_deletion_can_be_taken_back(knowledge: Knowledge, clock: SetClock):
    entry = knowledge.entries.save(COUNT, by=1)
    clock.advance(days=30)
    knowledge.entries.delete(entry, by=1)
    assert knowledge.entries.undo(entry, by=1) == entry
    assert answering(knowledge) == [entry]


@pytest.mark.parametrize("change", ["save", "edit", "delete"])
def test_after_a_day_nothing_can_be_taken_back(knowledge: Knowledge, clock: SetClock, change: str):
    entry = knowledge.entries.save(COUNT, by=1)
    if change == "edit":
        entry = knowledge.entries.edit(entry, CORRECTED, by=1)
    if change == "delete":
        knowledge.entries.delete(entry, by=1)
    before = answering(knowledge)
    clock.advance(days=1, seconds=1)
    with pytest.raises(NothingToUndo):
        knowledge.entries.undo(entry, by=1)
    assert answering(knowledge) == before


def test_an_old_version_that_came_back_is_not_taken_back_in_turn(knowledge: Knowledge, clock: SetClock):
    first = knowledge.entries.save(COUNT, by=1)
    clock.advance(days=30)
    second = knowledge.entries.edit(first, CORRECTED, by=1)
    knowledge.entries.undo(second, by=1)
    with pytest.raises(NothingToUndo):
        knowledge.entries.undo(first, by=1)
    assert answering(knowledge) == [first]


def test_a_report_is_no_entry(knowledge: Knowledge):
    report = knowledge.reports.save_draft(reading("một"), checksum="a", by=1).report_id
    for change in (knowledge.entries.fields, lambda n: knowledge.entries.edit(n, COUNT, by=1)):
        with pytest.raises(UnknownReport):
            change(report)


def test_every_change_is_in_the_audit_log_with_before_and_after(knowledge: Knowledge):
    first = knowledge.entries.save(COUNT, by=1)
    second = knowledge.entries.edit(first, CORRECTED, by=2)
    knowledge.entries.delete(second, by=3)
    entries = [e for e in knowledge.audit.listing() if e.action.startswith("entry.")]
    values = [[s and json.loads(s)["value"] for s in (e.before, e.after)] for e in reversed(entries)]
    assert [(e.action, e.by) for e in reversed(entries)] == [("entry.add", 1), ("entry.edit", 2), ("entry.delete", 3)]
    assert values == [[None, "4984"], ["4984", "4985"], ["4985", None]]


def test_what_is_published_of_the_same_document_is_shown_before_saving(knowledge: Knowledge):
    read = reading(issued("345/QĐ-UBND", "chương trình công tác", year=2024), figure("so ho so tiep nhan", "12"))
    draft = knowledge.reports.save_draft(read, checksum="a", by=1)
    knowledge.reports.publish(draft.report_id, by=1)
    by_number = knowledge.entries.similar(EntryFields(kind="document", number="345", symbol="qđ-ubnd"))
    by_subject = knowledge.entries.similar(EntryFields(kind="document", subject="về Chương trình công tác"))
    of_figure = knowledge.entries.similar(COUNT)
    assert [found.quote for found in by_number] == ["345/QĐ-UBND chương trình công tác"]
    assert by_subject == by_number
    assert [(found.quote, found.is_entry) for found in of_figure] == [("so ho so tiep nhan: 12 hồ sơ", False)]
