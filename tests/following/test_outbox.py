"""Notices are sent once, whoever dies, and what became of each is known."""

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.manners import Digest, Manners
from knowledge.following.outbox import Notice, NoticeState, Progress
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import arrive, publish


class Sender:
    """A sender with a name, on a lease of a minute."""

    def __init__(self, knowledge: Knowledge, clock: SetClock, name: str = "a") -> None:
        self.outbox, self.clock, self.name = knowledge.outbox, clock, name

    def claim(self, limit: int = 100) -> list[Notice]:
        return self.outbox.claim(limit, sender=self.name, now=self.clock.now, lease_seconds=60)

    def begin(self, notice: Notice) -> bool:
        return self.outbox.begin(notice.id, sender=self.name, now=self.clock.now, lease_seconds=60)

    def record(self, begin: Sequence[int] = (), sent: Sequence[tuple[int, int]] = ()) -> frozenset[int]:
        return self.outbox.record(begin=begin, sent=sent, sender=self.name, now=self.clock.now, lease_seconds=60)


@pytest.fixture
def event(knowledge: Knowledge) -> int:
    """A publication that three chats are to hear of."""
    for chat_id in (1, 2, 3):
        knowledge.subscribers.subscribe(chat_id, ALL_REPORTS, by=None)
    return publish(knowledge).event_id


@pytest.fixture
def sender(knowledge: Knowledge, clock: SetClock, event: int) -> Sender:
    return Sender(knowledge, clock)


@pytest.fixture
def other(knowledge: Knowledge, clock: SetClock, event: int) -> Sender:
    return Sender(knowledge, clock, "b")


def progress(knowledge: Knowledge, event: int) -> Progress:
    found = knowledge.outbox.progress(event)
    assert found is not None
    return found


def test_notices_are_claimed_the_oldest_first_and_each_once(sender: Sender, other: Sender):
    assert [notice.chat_id for notice in sender.claim(2)] == [1, 2]
    assert [notice.chat_id for notice in other.claim(2)] == [3]


def test_what_a_sender_claimed_and_never_began_is_another_ones_when_the_lease_ends(
    sender: Sender, other: Sender, clock: SetClock
):
    [first, *_] = sender.claim()
    clock.advance(seconds=61)
    assert len(other.claim()) == 3
    assert not sender.begin(first)
    assert other.begin(first)


def test_a_notice_cannot_be_begun_after_its_lease(sender: Sender, clock: SetClock):
    [first, *_] = sender.claim()
    clock.advance(seconds=60)
    assert not sender.begin(first)


def test_what_a_sender_gives_back_is_anothers_at_once(sender: Sender, other: Sender, clock: SetClock):
    first, *_ = sender.claim()
    sender.begin(first)
    sender.outbox.give_back(sender=sender.name, now=clock.now)
    assert [notice.chat_id for notice in other.claim()] == [2, 3]


def test_a_notice_is_begun_once(sender: Sender):
    [first, *_] = sender.claim()
    assert sender.begin(first)
    assert not sender.begin(first)


def test_several_notices_begin_and_end_together(knowledge: Knowledge, sender: Sender, event: int):
    ids = [notice.id for notice in sender.claim(2)]
    begun = sender.record([*ids, 999])
    sender.record(sent=[(number, 10 + number) for number in begun])
    assert begun == set(ids)
    assert progress(knowledge, event).sent == 2


def test_what_was_sent_is_not_claimed_again(knowledge: Knowledge, sender: Sender, event: int, clock: SetClock):
    for notice in sender.claim():
        sender.begin(notice)
        arrive(knowledge, notice, 100 + notice.chat_id)
    clock.advance(days=1)
    assert sender.claim() == []
    assert knowledge.outbox.recover(clock.now) == 0
    assert (progress(knowledge, event).sent, progress(knowledge, event).remaining) == (3, 0)


def test_what_a_sender_died_over_is_sent_again_and_on_record_as_perhaps_twice(
    knowledge: Knowledge, sender: Sender, other: Sender, event: int, clock: SetClock
):
    [first, *_] = sender.claim()
    sender.begin(first)
    clock.advance(seconds=61)
    assert knowledge.outbox.recover(clock.now) == 1
    assert first.id in [notice.id for notice in other.claim()]
    other.begin(first)
    arrive(knowledge, first, 100)
    assert (progress(knowledge, event).sent, progress(knowledge, event).perhaps_twice) == (1, 1)


def test_a_request_that_is_still_under_way_is_left_alone(knowledge: Knowledge, sender: Sender, clock: SetClock):
    [first, *_] = sender.claim()
    sender.begin(first)
    assert knowledge.outbox.recover(clock.advance(seconds=59)) == 0


def test_a_late_answer_settles_what_waits_again(knowledge: Knowledge, sender: Sender, event: int, clock: SetClock):
    [first, *_] = sender.claim()
    sender.begin(first)
    knowledge.outbox.recover(clock.advance(seconds=61))
    arrive(knowledge, first, 100)
    assert (progress(knowledge, event).sent, progress(knowledge, event).uncertain) == (1, 0)


def test_what_was_released_waits_until_it_may_be_sent(knowledge: Knowledge, sender: Sender, clock: SetClock):
    [first, *_] = sender.claim(1)
    sender.begin(first)
    knowledge.outbox.release(first.id, not_before=clock.now + timedelta(seconds=90))
    assert first.id not in [notice.id for notice in sender.claim()]
    clock.advance(seconds=90)
    [again] = [notice for notice in sender.claim() if notice.id == first.id]
    assert again.attempts == 1


@pytest.mark.parametrize(
    ("mark", "state"),
    [
        (lambda outbox, notice: outbox.mark_failed(notice, "400"), NoticeState.FAILED),
        (lambda outbox, notice: outbox.mark_uncertain(notice, "time-out"), NoticeState.UNCERTAIN),
        (lambda outbox, notice: outbox.mark_blocked(notice, "403"), NoticeState.MISSED),
    ],
)
def test_what_was_not_sent_does_not_hold_up_the_others(
    knowledge: Knowledge,
    sender: Sender,
    event: int,
    clock: SetClock,
    mark: Callable[[object, int], None],
    state: NoticeState,
):
    [first, *_] = sender.claim(1)
    sender.begin(first)
    mark(knowledge.outbox, first.id)
    assert getattr(progress(knowledge, event), state.value) == 1
    clock.advance(hours=1)
    assert [notice.chat_id for notice in sender.claim()] == [2, 3]


def test_a_blocked_chat_is_paused(knowledge: Knowledge, sender: Sender):
    [first, *_] = sender.claim(1)
    sender.begin(first)
    knowledge.outbox.mark_blocked(first.id, "403")
    assert knowledge.subscribers.is_paused(1)


def test_a_long_message_goes_on_after_the_parts_that_arrived(
    knowledge: Knowledge, sender: Sender, other: Sender, clock: SetClock
):
    [first, *_] = sender.claim(1)
    sender.begin(first)
    knowledge.outbox.mark_part(first.id, 51, now=clock.now, lease_seconds=60)
    assert sender.begin(first)
    knowledge.outbox.mark_part(first.id, 52, now=clock.now, lease_seconds=60)
    clock.advance(seconds=61)
    again = next(notice for notice in other.claim() if notice.id == first.id)
    assert again.parts == (51, 52)


def test_a_broadcast_can_be_stopped(knowledge: Knowledge, sender: Sender, event: int):
    [first, second, _] = sender.claim()
    sender.begin(first)
    assert knowledge.outbox.stop(event, by=1) == 2
    assert not sender.begin(second)
    arrive(knowledge, first, 100)
    found = progress(knowledge, event)
    assert (found.sent, found.stopped, found.remaining, found.total) == (1, 2, 0, 3)


def test_a_withdrawal_stops_what_was_claimed_and_not_begun(knowledge: Knowledge, sender: Sender):
    [first, *_] = sender.claim()
    knowledge.reports.withdraw(first.report_id or 0, by=1)
    assert not sender.begin(first)


def test_the_next_notice_is_known_beforehand(knowledge: Knowledge, sender: Sender, clock: SetClock):
    assert knowledge.outbox.next_due() == clock.now
    sender.claim()
    assert knowledge.outbox.next_due() == clock.now + timedelta(seconds=60)


def test_without_notices_nothing_is_due_and_nothing_known(knowledge: Knowledge):
    assert knowledge.outbox.next_due() is None
    assert knowledge.outbox.progress(1) is None


def test_many_senders_at_once_never_claim_the_same(knowledge: Knowledge, clock: SetClock):
    for chat_id in range(200):
        knowledge.subscribers.subscribe(chat_id, ALL_REPORTS, by=None)
    publish(knowledge)
    senders = [Sender(knowledge, clock, str(number)) for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        claimed = [notice.id for batch in pool.map(lambda n: senders[n % 8].claim(10), range(40)) for notice in batch]
    assert len(claimed) == len(set(claimed)) == 200


def test_what_a_clock_that_was_ahead_put_off_for_a_year_is_told_when_it_is_right(knowledge: Knowledge, clock: SetClock):
    right = clock.now
    clock.advance(days=365)
    for chat in (1, 2, 3):
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=chat)
    knowledge.subscribers.set_manners(2, Manners(digest=Digest(8)))
    publish(knowledge)
    [leased, begun] = knowledge.outbox.claim(2, sender="dead", now=clock.now, lease_seconds=60)
    assert knowledge.outbox.begin(begun.id, sender="dead", now=clock.now, lease_seconds=60)
    clock.now = right
    knowledge.outbox.recover(clock.now)
    knowledge.digests.write()
    told = knowledge.outbox.claim(9, sender="b", now=clock.now, lease_seconds=60)
    assert sorted(notice.chat_id for notice in told) == [1, 2, 3]
    assert leased.chat_id in (1, 3)
