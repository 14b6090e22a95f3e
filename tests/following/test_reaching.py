"""Chats that cannot be reached for a while, and chats that move, lose nothing."""

from knowledge.bootstrap import Knowledge
from knowledge.following.news import read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from tests.clock import SetClock
from tests.following.publishing import publish
from tests.store.readings import OFFICE

OF_OFFICE = Rule(RuleKind.ORGANISATION, OFFICE)


def waiting(knowledge: Knowledge, clock: SetClock) -> list[Notice]:
    return knowledge.outbox.claim(100, sender="test", now=clock.now, lease_seconds=60)


def reports_of(notice: Notice) -> list[int]:
    return [report.report_id for report in read_news(notice.payload).reports]


def test_nothing_is_sent_to_a_paused_chat(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    publish(knowledge, "1/BC")
    knowledge.subscribers.pause(7, "blocked")
    publish(knowledge, "2/BC")
    assert waiting(knowledge, clock) == []
    assert knowledge.subscribers.is_paused(7)
    assert knowledge.subscribers.count() == 0


def test_a_restored_chat_gets_one_notice_of_all_that_it_missed(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7, thread_id=5)
    first = publish(knowledge, "1/BC").report_id
    knowledge.subscribers.pause(7, "blocked")
    second = publish(knowledge, "2/BC").report_id
    missed = knowledge.subscribers.restore(7)
    [notice] = waiting(knowledge, clock)
    assert [found.report_id for found in missed] == [first, second]
    assert (notice.kind, notice.thread_id, reports_of(notice)) == (EventKind.CATCH_UP, 5, [first, second])


def test_what_was_withdrawn_meanwhile_is_not_told(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.pause(7, "blocked")
    withdrawn = publish(knowledge, "1/BC").report_id
    knowledge.reports.withdraw(withdrawn, by=1)
    assert knowledge.subscribers.restore(7) == []
    assert waiting(knowledge, clock) == []


def test_a_chat_that_is_blocked_again_misses_its_catch_up_and_gets_all_later(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.pause(7, "blocked")
    first = publish(knowledge, "1/BC").report_id
    knowledge.subscribers.restore(7)
    [notice] = waiting(knowledge, clock)
    knowledge.outbox.begin(notice.id, sender="test", now=clock.now, lease_seconds=60)
    knowledge.outbox.mark_blocked(notice.id, "403")
    second = publish(knowledge, "2/BC").report_id
    knowledge.subscribers.restore(7)
    assert [reports_of(found) for found in waiting(knowledge, clock)] == [[first, second]]


def test_restoring_a_chat_that_was_not_paused_does_nothing(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    assert knowledge.subscribers.restore(7) == []
    assert knowledge.subscribers.restore(8) == []
    assert waiting(knowledge, clock) == []


def test_a_moved_group_keeps_what_it_follows_and_what_waits(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(-7, ALL_REPORTS, by=7)
    publish(knowledge, "1/BC")
    knowledge.subscribers.migrate(-7, -1007)
    knowledge.subscribers.migrate(-7, -1007)
    publish(knowledge, "2/BC")
    assert [notice.chat_id for notice in waiting(knowledge, clock)] == [-1007, -1007]
    assert knowledge.subscribers.list_for(-7) == []


def test_a_group_that_moves_to_a_chat_that_follows_already_is_told_once(knowledge: Knowledge, clock: SetClock):
    old = knowledge.subscribers.subscribe(-7, ALL_REPORTS, by=7).subscription
    knowledge.subscribers.subscribe(-7, OF_OFFICE, by=7)
    new = knowledge.subscribers.subscribe(-1007, ALL_REPORTS, by=7).subscription
    publish(knowledge)
    knowledge.subscribers.migrate(-7, -1007)
    assert [(notice.chat_id, notice.subscription_id) for notice in waiting(knowledge, clock)] == [(-1007, new.id)]
    assert {found.rule for found in knowledge.subscribers.list_for(-1007)} == {ALL_REPORTS, OF_OFFICE}
    assert old.id not in {found.id for found in knowledge.subscribers.list_for(-1007)}
