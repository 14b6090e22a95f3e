"""A report is withdrawn: whoever was told of it hears so, in the same message where that was minutes ago."""

import pytest

from knowledge.following.manners import Digest, Manners
from knowledge.following.outbox import EventKind
from tests.following.publishing import arrive, publish
from tests.following.telling import WITHDRAWN, Telling


def test_within_minutes_what_was_sent_is_written_over(told: Telling):
    told.clock.advance(minutes=5)
    told.withdraw(why="số liệu sai")
    assert [(n.kind, n.replaces) for n in told.claim()] == [
        (EventKind.REPORT_WITHDRAWN, (501,)),
        (EventKind.REPORT_WITHDRAWN, (502,)),
    ]


def test_hours_later_a_new_message_says_so(told: Telling):
    told.clock.advance(hours=5)
    told.withdraw()
    assert [notice.replaces for notice in told.claim()] == [(), ()]


def test_who_was_not_told_hears_nothing(untold: Telling):
    untold.send(limit=1)
    untold.withdraw()
    assert [chat for chat, _ in untold.next()] == [1]


def test_what_was_under_way_is_written_over_once_it_has_arrived(untold: Telling):
    under_way = untold.begin()
    untold.withdraw()
    assert untold.claim() == []
    untold.arrive(*under_way)
    assert [notice.replaces for notice in untold.claim()] == [(501,), (502,)]


def test_who_may_have_been_told_gets_a_message(untold: Telling):
    untold.lose(untold.begin())
    untold.withdraw()
    assert [notice.replaces for notice in untold.claim()] == [(), ()]


def test_who_blocked_the_bot_meanwhile_hears_of_it_on_coming_back(told: Telling):
    told.knowledge.subscribers.pause(1, "blocked")
    told.withdraw()
    told.knowledge.subscribers.restore(1)
    assert (1, EventKind.REPORT_WITHDRAWN) in told.next()


def test_who_follows_nothing_any_more_hears_of_it_all_the_same(told: Telling):
    told.knowledge.subscribers.unsubscribe_all(1)
    told.withdraw()
    assert told.next() == WITHDRAWN


def test_who_heard_of_an_older_version_alone_hears_that_the_newest_is_withdrawn(untold: Telling):
    [first, second] = untold.begin()
    untold.arrive(first)
    for chat_id in (1, 2):
        untold.knowledge.subscribers.unsubscribe_all(chat_id)
    untold.withdraw(publish(untold.knowledge, title="Bản mới").report_id)
    untold.arrive(second)  # it was under way all the while
    assert [(notice.chat_id, notice.kind, notice.replaces) for notice in untold.claim()] == [
        (1, EventKind.REPORT_WITHDRAWN, (501,)),
        (2, EventKind.REPORT_WITHDRAWN, (502,)),
    ]


@pytest.mark.parametrize("is_known", [False, True], ids=["withdrawn before the end is known", "afterwards"])
def test_what_may_have_arrived_from_a_sender_that_died_is_withdrawn(untold: Telling, is_known: bool):
    under_way = untold.begin()
    if is_known:
        untold.end_unsent(under_way, "died")
    untold.withdraw()
    if not is_known:
        untold.end_unsent(under_way, "died")
    assert untold.next() == WITHDRAWN


@pytest.mark.parametrize("is_known", [False, True], ids=["withdrawn before the end is known", "afterwards"])
def test_a_report_in_a_digest_that_may_have_arrived_is_withdrawn(told: Telling, is_known: bool):
    knowledge = told.knowledge
    knowledge.subscribers.set_manners(1, Manners(digest=Digest(8)))
    newest = [publish(knowledge, number).report_id for number in ("2/BC", "3/BC")][-1]
    told.clock.advance(days=1)
    assert knowledge.digests.write() == 1
    under_way = [notice for notice in told.begin() if notice.kind is EventKind.DIGEST]
    if is_known:
        told.end_unsent(under_way, "died")
    told.withdraw(newest)
    if not is_known:
        told.end_unsent(under_way, "died")
    assert {kind for chat, kind in told.next() if chat == 1} == {EventKind.DIGEST, EventKind.REPORT_WITHDRAWN}


def test_a_newer_version_that_arrives_after_word_of_its_withdrawal_is_withdrawn_once_more(told: Telling):
    newer = publish(told.knowledge, title="Bản mới").report_id
    under_way = told.begin()
    told.withdraw(newer)
    told.send()
    for notice in under_way:
        arrive(told.knowledge, notice, 600 + notice.chat_id)
    assert [(n.chat_id, n.kind, n.replaces) for n in told.claim()] == [
        (1, EventKind.REPORT_WITHDRAWN, (601,)),
        (2, EventKind.REPORT_WITHDRAWN, (602,)),
    ]


def test_a_message_that_cannot_be_edited_is_sent_anew(withdrawn: Telling):
    [first, _] = withdrawn.begin()
    withdrawn.knowledge.outbox.cannot_replace(first.id)
    assert [(notice.chat_id, notice.replaces) for notice in withdrawn.claim()] == [(1, ())]
