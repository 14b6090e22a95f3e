"""A report is withdrawn: whoever was told of it hears so, in the same message where that was minutes ago."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest

from knowledge.amending.amending import Correction
from knowledge.bootstrap import Knowledge
from knowledge.fields.amendments import Place, fact_at
from knowledge.fields.describing import describe
from knowledge.following.manners import Digest, Manners
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
    clock.advance(seconds=1)


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


def test_who_heard_of_an_older_version_alone_hears_that_the_newest_is_withdrawn(
    knowledge: Knowledge, clock: SetClock, report: int
):
    [first, second] = begin(knowledge, clock)
    arrive(knowledge, first, 501)
    for chat_id in (1, 2):
        knowledge.subscribers.unsubscribe_all(chat_id)
    knowledge.reports.withdraw(publish(knowledge, title="Bản mới").report_id, by=None)
    arrive(knowledge, second, 502)  # it was under way all the while
    assert [(notice.chat_id, notice.kind, notice.replaces) for notice in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN, (501,)),
        (2, EventKind.REPORT_WITHDRAWN, (502,)),
    ]


def test_a_withdrawal_that_is_undone_at_once_is_not_told(knowledge: Knowledge, clock: SetClock, report: int):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    with knowledge.store.write() as session:
        knowledge.reports.restore_within(session, report, by=None)
    assert claim(knowledge, clock) == []


@pytest.fixture
def undo(knowledge: Knowledge, report: int) -> Callable[[], None]:
    """Undoes the withdrawal."""

    def undo() -> None:
        with knowledge.store.write() as session:
            knowledge.reports.restore_within(session, report, by=None)

    return undo


def end_unsent(knowledge: Knowledge, clock: SetClock, notices: list[Notice], how: str) -> None:
    """None of these requests went through."""
    if how == "died":
        knowledge.outbox.recover(clock.advance(minutes=2))
    for notice in notices:
        if how == "released":
            knowledge.outbox.release(notice.id, not_before=clock.now)
        if how == "blocked":
            knowledge.outbox.mark_blocked(notice.id, "403")
            knowledge.subscribers.restore(notice.chat_id)


@pytest.mark.parametrize("how", ["released", "blocked"])
def test_a_withdrawal_that_is_undone_while_its_request_fails_is_not_told(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None], how: str
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    under_way = begin(knowledge, clock)
    undo()
    end_unsent(knowledge, clock, under_way, how)
    assert claim(knowledge, clock) == []


def test_a_withdrawal_that_may_have_arrived_from_a_sender_that_died_is_taken_back_when_it_is_undone(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    under_way = begin(knowledge, clock)
    undo()
    end_unsent(knowledge, clock, under_way, "died")
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_RESTORED),
        (2, EventKind.REPORT_RESTORED),
    ]


def test_what_may_have_arrived_from_a_sender_that_died_is_withdrawn(knowledge: Knowledge, clock: SetClock, report: int):
    under_way = begin(knowledge, clock)
    end_unsent(knowledge, clock, under_way, "died")
    knowledge.reports.withdraw(report, by=None)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN),
        (2, EventKind.REPORT_WITHDRAWN),
    ]


def test_what_was_withdrawn_before_it_is_known_that_its_sender_died_is_told_likewise(
    knowledge: Knowledge, clock: SetClock, report: int
):
    under_way = begin(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    end_unsent(knowledge, clock, under_way, "died")
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN),
        (2, EventKind.REPORT_WITHDRAWN),
    ]


def test_what_may_be_lost_is_told_again_when_its_withdrawal_is_undone_before_it_was_told(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    end_unsent(knowledge, clock, begin(knowledge, clock), "died")
    knowledge.reports.withdraw(report, by=None)
    undo()
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_PUBLISHED),
        (2, EventKind.REPORT_PUBLISHED),
    ]


@pytest.mark.parametrize("is_known", [False, True], ids=["withdrawn before the end is known", "afterwards"])
def test_a_report_in_a_digest_that_may_have_arrived_is_withdrawn(
    knowledge: Knowledge, clock: SetClock, report: int, is_known: bool
):
    send(knowledge, clock)
    knowledge.subscribers.set_manners(1, Manners(digest=Digest(8)))
    newest = [publish(knowledge, number).report_id for number in ("2/BC", "3/BC")][-1]
    clock.advance(days=1)
    assert knowledge.digests.write() == 1
    under_way = [notice for notice in begin(knowledge, clock) if notice.kind is EventKind.DIGEST]
    if is_known:
        end_unsent(knowledge, clock, under_way, "died")
    knowledge.reports.withdraw(newest, by=None)
    if not is_known:
        end_unsent(knowledge, clock, under_way, "died")
    assert {n.kind for n in claim(knowledge, clock) if n.chat_id == 1} == {
        EventKind.DIGEST,
        EventKind.REPORT_WITHDRAWN,
    }


def test_who_reads_that_a_report_is_withdrawn_is_not_told_so_again_when_the_undoing_was_never_told(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    knowledge.reports.withdraw(report, by=None)
    assert claim(knowledge, clock) == []
    undo()
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_RESTORED),
        (2, EventKind.REPORT_RESTORED),
    ]


def test_only_who_was_told_of_the_undoing_hears_of_the_next_withdrawal(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    send(knowledge, clock, limit=1)
    knowledge.reports.withdraw(report, by=None)
    assert [(n.chat_id, n.kind, n.replaces) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN, (501,))
    ]


def test_who_may_have_been_told_of_neither_hears_of_the_next_withdrawal(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    for notice in begin(knowledge, clock):
        knowledge.outbox.mark_uncertain(notice.id, "time-out")
    undo()
    knowledge.reports.withdraw(report, by=None)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN),
        (2, EventKind.REPORT_WITHDRAWN),
    ]


@pytest.mark.parametrize("how", ["released", "blocked"])
def test_that_a_report_holds_is_not_told_when_it_is_withdrawn_again_while_that_request_fails(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None], how: str
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    under_way = begin(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    end_unsent(knowledge, clock, under_way, how)
    assert claim(knowledge, clock) == []


@pytest.mark.parametrize("how", ["died", "arrived"])
def test_that_a_report_holds_is_taken_back_when_it_may_have_arrived_after_the_next_withdrawal(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None], how: str
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    under_way = begin(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    end_unsent(knowledge, clock, under_way, how)
    for notice in under_way if how == "arrived" else ():
        arrive(knowledge, notice, 500 + notice.chat_id)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN),
        (2, EventKind.REPORT_WITHDRAWN),
    ]


def test_a_withdrawal_that_arrives_after_it_was_undone_and_made_again_is_told_once(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    under_way = begin(knowledge, clock)
    undo()
    knowledge.reports.withdraw(report, by=None)
    for notice in under_way:
        arrive(knowledge, notice, 500 + notice.chat_id)
    assert claim(knowledge, clock) == []


def test_a_withdrawal_that_arrives_after_word_of_its_undoing_is_taken_back_once_more(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    [first, late] = begin(knowledge, clock)
    arrive(knowledge, first, 501)
    undo()
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    send(knowledge, clock)
    arrive(knowledge, late, 502)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [(2, EventKind.REPORT_RESTORED)]


def test_a_withdrawal_that_arrives_when_the_report_holds_again_and_was_corrected_by_hand_is_taken_back(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    under_way = begin(knowledge, clock)
    undo()
    place = Place(0, "figure")
    was = fact_at(knowledge.reports.reading(report), place)
    assert was is not None
    corrected = Correction(report, place, describe(was), replace(describe(was), value=Decimal(5000)))
    knowledge.amending.correct(corrected, by=None)
    for notice in under_way:
        arrive(knowledge, notice, 500 + notice.chat_id)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_RESTORED),
        (2, EventKind.REPORT_RESTORED),
    ]


def test_undoing_twice_before_a_chat_hears_of_either_writes_back_what_it_read_before(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    knowledge.reports.withdraw(report, by=None)
    undo()
    restored = begin(knowledge, clock)
    assert [(n.chat_id, n.kind) for n in restored] == [
        (1, EventKind.REPORT_RESTORED),
        (2, EventKind.REPORT_RESTORED),
    ]
    for notice in restored:
        arrive(knowledge, notice, 500 + notice.chat_id)
    knowledge.reports.withdraw(report, by=None)
    undo()
    assert claim(knowledge, clock) == []


def test_a_withdrawal_that_overtook_word_of_its_undoing_is_told_again(
    knowledge: Knowledge, clock: SetClock, report: int, undo: Callable[[], None]
):
    send(knowledge, clock)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    undo()
    [first, second] = begin(knowledge, clock)
    arrive(knowledge, first, 501)
    knowledge.reports.withdraw(report, by=None)
    send(knowledge, clock)
    arrive(knowledge, second, 502)
    assert [(n.chat_id, n.kind, n.replaces) for n in claim(knowledge, clock)] == [
        (2, EventKind.REPORT_WITHDRAWN, (502,))
    ]


def test_a_newer_version_that_arrives_after_word_of_its_withdrawal_is_withdrawn_once_more(
    knowledge: Knowledge, clock: SetClock, report: int
):
    send(knowledge, clock)
    newer = publish(knowledge, title="Bản mới").report_id
    under_way = begin(knowledge, clock)
    knowledge.reports.withdraw(newer, by=None)
    send(knowledge, clock)
    for notice in under_way:
        arrive(knowledge, notice, 600 + notice.chat_id)
    assert [(n.chat_id, n.kind, n.replaces) for n in claim(knowledge, clock)] == [
        (1, EventKind.REPORT_WITHDRAWN, (601,)),
        (2, EventKind.REPORT_WITHDRAWN, (602,)),
    ]


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
