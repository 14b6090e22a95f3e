"""Who follows reports hears of an entry a minute after it was saved, and what holds once a correction was taken back."""

from dataclasses import replace
from decimal import Decimal

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.fields.entry_fields import EntryFields
from knowledge.following.news import ReportNews, read_news
from knowledge.following.outbox import EventKind
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.telling import Telling

COUNT = EntryFields(kind="figure", indicator="đơn đã xếp lịch tiếp", value=Decimal(12), unit="đơn")
CORRECTED = replace(COUNT, value=Decimal(20))
SAID, SAID_WRONGLY = "Đơn đã xếp lịch tiếp: 12 đơn.", "Đơn đã xếp lịch tiếp: 20 đơn."


@pytest.fixture
def saved(knowledge: Knowledge, clock: SetClock) -> Telling:
    """An entry of which nobody was told, and a chat that follows all."""
    knowledge.subscribers.subscribe(1, ALL_REPORTS, by=None)
    return Telling(knowledge, clock, knowledge.entries.save(COUNT, by=9))


def told(telling: Telling) -> list[tuple[EventKind, ReportNews]]:
    """What is sent after a minute."""
    telling.clock.advance(minutes=1)
    notices = telling.begin()
    telling.arrive(*notices)
    return [(notice.kind, read_news(notice.payload).reports[0]) for notice in notices]


def test_an_addition_and_a_correction_wait_a_minute(saved: Telling):
    edited = saved.knowledge.entries.edit(saved.report, CORRECTED, by=9, notify=True)
    saved.knowledge.entries.save(replace(COUNT, indicator="đơn đã rút"), by=9, notify=True)
    assert saved.claim() == []
    assert [kind for kind, _ in told(saved)] == [EventKind.REPORT_REVISED, EventKind.REPORT_PUBLISHED]
    assert saved.knowledge.entries.told(edited) == 1


def test_a_correction_taken_back_within_the_minute_is_told_to_nobody(saved: Telling):
    edited = saved.knowledge.entries.edit(saved.report, CORRECTED, by=9, notify=True)
    saved.knowledge.entries.undo(edited, by=9)
    assert told(saved) == []


def test_what_an_entry_said_before_is_told_with_what_it_says(saved: Telling):
    saved.knowledge.entries.edit(saved.report, CORRECTED, by=9, notify=True)
    [(kind, news)] = told(saved)
    assert (kind, news.entry_before, news.entry) == (EventKind.REPORT_REVISED, SAID, SAID_WRONGLY)


def test_whoever_was_told_of_a_correction_hears_what_holds_once_it_is_taken_back(saved: Telling):
    edited = saved.knowledge.entries.edit(saved.report, CORRECTED, by=9, notify=True)
    told(saved)
    saved.knowledge.entries.undo(edited, by=9)
    [(kind, news)] = told(saved)
    assert (kind, news.entry) == (EventKind.REPORT_RESTORED, SAID)


def test_what_was_under_way_when_the_correction_was_taken_back_is_set_right(saved: Telling):
    edited = saved.knowledge.entries.edit(saved.report, CORRECTED, by=9, notify=True)
    saved.clock.advance(minutes=1)
    under_way = saved.begin()
    saved.knowledge.entries.undo(edited, by=9)
    saved.arrive(*under_way)
    [(kind, news)] = told(saved)
    assert (kind, news.entry) == (EventKind.REPORT_RESTORED, SAID)


@pytest.mark.parametrize("is_told", [False, True], ids=["corrected quietly", "corrected and told"])
def test_whoever_has_yet_to_hear_of_an_addition_hears_of_it_once(saved: Telling, is_told: bool):
    added = saved.knowledge.entries.save(replace(COUNT, indicator="đơn đã rút"), by=9, notify=True)
    wrong = replace(COUNT, indicator="đơn đã rút", value=Decimal(21))
    saved.clock.advance(seconds=20)
    edited = saved.knowledge.entries.edit(added, wrong, by=9, notify=is_told)
    saved.knowledge.entries.undo(edited, by=9)
    [(kind, news)] = told(saved)
    assert (kind, news.entry) == (EventKind.REPORT_PUBLISHED, "Đơn đã rút: 12 đơn.")
