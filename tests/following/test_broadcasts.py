"""Messages in which admins watch a broadcast are kept in the store, and each look at one is one process's."""

from datetime import timedelta

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import arrive, publish


@pytest.fixture
def event(knowledge: Knowledge, clock: SetClock) -> int:
    """A publication to three chats that an admin watches in message 5 of chat 9."""
    for chat_id in (1, 2, 3):
        knowledge.subscribers.subscribe(chat_id, ALL_REPORTS, by=None)
    published = publish(knowledge).event_id
    knowledge.broadcasts.watch(published, 9, 5, begins_at=clock.now + timedelta(minutes=1))
    return published


def send(knowledge: Knowledge, clock: SetClock, count: int) -> None:
    for notice in knowledge.outbox.claim(count, sender="a", now=clock.now, lease_seconds=600):
        knowledge.outbox.begin(notice.id, sender="a", now=clock.now, lease_seconds=600)
        arrive(knowledge, notice, 1)


def test_it_is_looked_at_from_its_time_on_once_each_time(knowledge: Knowledge, clock: SetClock, event: int):
    assert knowledge.broadcasts.look() == []
    clock.advance(minutes=1)
    [watched] = knowledge.broadcasts.look()
    assert (watched.chat_id, watched.message_id, watched.progress.remaining) == (9, 5, 3)
    assert knowledge.broadcasts.look() == []


def test_the_expected_end_goes_by_the_pace_so_far(knowledge: Knowledge, clock: SetClock, event: int):
    send(knowledge, clock, 1)
    now = clock.advance(minutes=2)
    [watched] = knowledge.broadcasts.look()
    assert watched.ends_at == now + timedelta(minutes=4)


def test_it_has_no_end_to_expect_once_all_is_sent(knowledge: Knowledge, clock: SetClock, event: int):
    send(knowledge, clock, 3)
    clock.advance(minutes=2)
    [watched] = knowledge.broadcasts.look()
    assert watched.ends_at is None


def test_what_was_stopped_can_go_on(knowledge: Knowledge, clock: SetClock, event: int):
    clock.advance(minutes=2)
    [watched] = knowledge.broadcasts.look()
    assert knowledge.broadcasts.stop(event, report_id=watched.report_id, by=9) == 3
    assert knowledge.broadcasts.resume(event, report_id=watched.report_id, by=9) == 3
    send(knowledge, clock, 10)
    clock.advance(minutes=2)
    assert knowledge.broadcasts.look()[0].progress.sent == 3


def test_only_its_own_report_s_event_is_stopped(knowledge: Knowledge, event: int):
    assert knowledge.broadcasts.stop(event, report_id=999, by=9) == 0


def test_what_a_withdrawal_ended_goes_on_when_that_is_undone_and_is_watched_again(
    knowledge: Knowledge, clock: SetClock, event: int
):
    send(knowledge, clock, 1)
    clock.advance(minutes=2)
    [watched] = knowledge.broadcasts.look()
    knowledge.releasing.withdraw(watched.report_id, by=9)
    send(knowledge, clock, 10)  # that it is withdrawn
    knowledge.broadcasts.close(event, 9)
    clock.advance(minutes=2)
    assert knowledge.broadcasts.look() == []
    knowledge.releasing.restore(watched.report_id, by=9)
    [again] = knowledge.broadcasts.look()
    assert (again.message_id, again.progress.sent, again.progress.remaining) == (5, 1, 2)
