"""A report is withdrawn: whoever was told of it hears so, in the same message where that was minutes ago."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import arrive, publish


@pytest.fixture
def report(knowledge: Knowledge) -> int:
    """A published report of which chats 1 and 2 are to hear."""
    for chat_id in (1, 2):
        knowledge.subscribers.subscribe(chat_id, ALL_REPORTS, by=None)
    return publish(knowledge).report_id


def claim(knowledge: Knowledge, clock: SetClock, limit: int = 100) -> list[Notice]:
    return knowledge.outbox.claim(limit, sender="a", now=clock.now, lease_seconds=60)


def begin(knowledge: Knowledge, clock: SetClock, limit: int = 100) -> list[Notice]:
    notices = claim(knowledge, clock, limit)
    for notice in notices:
        assert knowledge.outbox.begin(notice.id, sender="a", now=clock.now, lease_seconds=60)
    return notices


def send(knowledge: Knowledge, clock: SetClock, limit: int = 100) -> None:
    for notice in begin(knowledge, clock, limit):
        arrive(knowledge, notice, 500 + notice.chat_id)


def test_within_minutes_what_was_sent_is_written_over(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    clock.advance(minutes=5)
    knowledge.reports.withdraw(report, by=None, why="số liệu sai")
    found = claim(knowledge, clock)
    assert [(n.kind, n.replaces) for n in found] == [
        (EventKind.REPORT_WITHDRAWN, (501,)),
        (EventKind.REPORT_WITHDRAWN, (502,)),
    ]


def test_hours_later_a_new_message_says_so(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    clock.advance(hours=5)
    knowledge.reports.withdraw(report, by=None)
    assert [notice.replaces for notice in claim(knowledge, clock)] == [(), ()]


def test_who_was_not_told_hears_nothing(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock, limit=1)
    knowledge.reports.withdraw(report, by=None)
    assert [notice.chat_id for notice in claim(knowledge, clock)] == [1]


def test_what_was_under_way_is_written_over_once_it_has_arrived(knowledge: Knowledge, clock: SetClock, report: int):
    under_way = begin(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    assert claim(knowledge, clock) == []
    for notice in under_way:
        arrive(knowledge, notice, 500 + notice.chat_id)
    assert [notice.replaces for notice in claim(knowledge, clock)] == [(501,), (502,)]


def test_who_may_have_been_told_gets_a_message(knowledge: Knowledge, clock: SetClock, report: int):
    for notice in begin(knowledge, clock):
        knowledge.outbox.mark_uncertain(notice.id, "time-out")
    knowledge.reports.withdraw(report, by=None)
    assert [notice.replaces for notice in claim(knowledge, clock)] == [(), ()]


def test_who_blocked_the_bot_meanwhile_hears_of_it_on_coming_back(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    knowledge.subscribers.pause(1, "blocked")
    knowledge.reports.withdraw(report, by=None)
    knowledge.subscribers.restore(1)
    assert [notice.kind for notice in claim(knowledge, clock) if notice.chat_id == 1] == [EventKind.REPORT_WITHDRAWN]


def test_who_follows_nothing_any_more_hears_of_it_all_the_same(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    knowledge.subscribers.unsubscribe_all(1)
    knowledge.reports.withdraw(report, by=None)
    assert [notice.chat_id for notice in claim(knowledge, clock)] == [1, 2]


def test_a_withdrawal_that_is_undone_at_once_is_not_told(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    with knowledge.store.write() as session:
        knowledge.reports.restore_within(session, report, by=None)
    assert claim(knowledge, clock) == []


def test_what_arrives_after_a_withdrawal_was_undone_and_a_newer_version_came_says_nothing_of_the_withdrawal(
    knowledge: Knowledge, clock: SetClock, report: int
):
    under_way = begin(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    with knowledge.store.write() as session:
        knowledge.reports.restore_within(session, report, by=None)
    publish(knowledge, title="Bản mới")
    for notice in under_way:
        arrive(knowledge, notice, 500 + notice.chat_id)
    assert EventKind.REPORT_WITHDRAWN not in {notice.kind for notice in claim(knowledge, clock)}


def test_a_message_that_cannot_be_edited_is_sent_anew(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    [first, _] = begin(knowledge, clock)
    knowledge.outbox.cannot_replace(first.id)
    assert [(notice.chat_id, notice.replaces) for notice in claim(knowledge, clock)] == [(1, ())]
