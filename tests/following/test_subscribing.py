"""Who follows what is told of it, once, and knows why."""

from dataclasses import replace

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.facts import Area
from knowledge.following.news import read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from tests.clock import SetClock
from tests.following.publishing import publish
from tests.store.readings import OFFICE, Q1, issued, reading

OF_OFFICE = Rule(RuleKind.ORGANISATION, OFFICE)
OF_OTHERS = Rule(RuleKind.ORGANISATION, "Sở Nội vụ")


def waiting(knowledge: Knowledge, clock: SetClock) -> list[Notice]:
    return knowledge.outbox.claim(100, sender="test", now=clock.now, lease_seconds=60)


@pytest.mark.parametrize(
    "rule",
    [
        ALL_REPORTS,
        OF_OFFICE,
        Rule(RuleKind.ORGANISATION, "van phong  UBND TINH hung hoa"),
        Rule(RuleKind.ORGANISATION, "Hưng Hòa"),  # the province
    ],
)
def test_whoever_follows_what_is_published_is_told(knowledge: Knowledge, clock: SetClock, rule: Rule):
    subscribed = knowledge.subscribers.subscribe(7, rule, by=7)
    publication = publish(knowledge)
    [notice] = waiting(knowledge, clock)
    assert publication.recipients == 1
    assert (notice.chat_id, notice.rule, notice.subscription_id) == (7, rule, subscribed.subscription.id)


def test_whoever_follows_something_else_is_not_told(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, OF_OTHERS, by=7)
    assert publish(knowledge).recipients == 0
    assert waiting(knowledge, clock) == []


def test_whoever_follows_a_reform_area_is_told_of_reports_that_speak_of_it(knowledge: Knowledge):
    knowledge.subscribers.subscribe(7, Rule(RuleKind.AREA, Area.FINANCE.value), by=7)
    knowledge.subscribers.subscribe(8, Rule(RuleKind.AREA, Area.STAFF.value), by=8)
    read = reading("một")
    read = replace(read, statements=tuple(replace(said, area=Area.FINANCE) for said in read.statements))
    draft = knowledge.reports.save_draft(read, checksum="a", by=1)
    assert knowledge.reports.publish(draft.report_id, by=1).recipients == 1


def test_whoever_follows_a_document_is_told_when_a_report_says_something_of_it(knowledge: Knowledge):
    knowledge.subscribers.subscribe(7, Rule(RuleKind.DOCUMENT, "192/QĐ-UBND|2019|UBND tỉnh|Hưng Hòa"), by=7)
    read = reading(issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"))
    draft = knowledge.reports.save_draft(read, checksum="a", by=1)
    assert knowledge.reports.publish(draft.report_id, by=1).recipients == 1


def test_two_rules_that_match_bring_one_notice_for_the_older(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, OF_OFFICE, by=7)
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    assert publish(knowledge).recipients == 1
    assert [notice.rule for notice in waiting(knowledge, clock)] == [OF_OFFICE]


def test_a_publication_that_nobody_shall_hear_of_brings_no_notice(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    assert publish(knowledge, notify=False).recipients == 0
    assert waiting(knowledge, clock) == []


def test_a_new_version_is_told_as_one(knowledge: Knowledge, clock: SetClock):
    publish(knowledge)
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    publish(knowledge, title="Báo cáo (bản sửa)")
    assert [notice.kind for notice in waiting(knowledge, clock)] == [EventKind.REPORT_REVISED]


def test_a_notice_carries_what_there_is_to_tell(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    publication = publish(knowledge)
    [notice] = waiting(knowledge, clock)
    [news] = read_news(notice.payload).reports
    assert (notice.report_id, news.report_id) == (publication.report_id, publication.report_id)
    assert (news.number, news.organisation, news.period, news.figures) == ("1/BC", OFFICE, Q1, 1)
    assert [headline.written for headline in news.headlines] == ["4984 hồ sơ"]


def test_a_topic_of_a_forum_is_told_in_that_topic(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(-100, ALL_REPORTS, by=7, thread_id=5)
    publish(knowledge)
    assert [notice.thread_id for notice in waiting(knowledge, clock)] == [5]


def test_subscribing_twice_is_one_subscription_in_the_newer_topic(knowledge: Knowledge):
    first = knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7, thread_id=1)
    again = knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7, thread_id=2)
    assert (first.is_new, again.is_new) == (True, False)
    assert [found.thread_id for found in knowledge.subscribers.list_for(7)] == [2]


def test_whoever_unsubscribed_is_not_told(knowledge: Knowledge):
    subscribed = knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    assert knowledge.subscribers.unsubscribe(subscribed.subscription.id, 7) == ALL_REPORTS
    assert publish(knowledge).recipients == 0
    assert knowledge.subscribers.list_for(7) == []


def test_a_subscription_of_another_chat_cannot_be_ended(knowledge: Knowledge):
    subscribed = knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    assert knowledge.subscribers.unsubscribe(subscribed.subscription.id, 8) is None
    assert len(knowledge.subscribers.list_for(7)) == 1


def test_what_waits_for_an_ended_rule_alone_is_not_sent(knowledge: Knowledge, clock: SetClock):
    subscribed = knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    publish(knowledge)
    knowledge.subscribers.unsubscribe(subscribed.subscription.id, 7)
    assert waiting(knowledge, clock) == []


def test_what_waits_for_an_ended_rule_is_sent_for_another_that_matches(knowledge: Knowledge, clock: SetClock):
    ended = knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.subscribe(7, OF_OFFICE, by=7)
    publish(knowledge)
    knowledge.subscribers.unsubscribe(ended.subscription.id, 7)
    assert [notice.rule for notice in waiting(knowledge, clock)] == [OF_OFFICE]


def test_ending_everything_ends_everything(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.subscribe(7, OF_OTHERS, by=7)
    publish(knowledge)
    assert knowledge.subscribers.unsubscribe_all(7) == 2
    assert waiting(knowledge, clock) == []
    assert knowledge.subscribers.count() == 0


def test_a_preview_counts_what_the_rule_would_have_brought(knowledge: Knowledge, clock: SetClock):
    publish(knowledge, "1/BC")
    since = clock.advance(days=1)
    publish(knowledge, "2/BC")
    publish(knowledge, "3/BC", notify=False)
    assert knowledge.subscribers.preview(OF_OFFICE, since) == 2
    assert knowledge.subscribers.preview(OF_OTHERS, since) == 0


def test_notices_of_a_withdrawn_report_are_not_sent(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    publication = publish(knowledge)
    knowledge.reports.withdraw(publication.report_id, by=1)
    assert waiting(knowledge, clock) == []


def test_followers_may_be_told_later(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    draft = knowledge.reports.save_draft(reading("một"), checksum="a", by=1)
    at = clock.now
    knowledge.reports.publish(draft.report_id, by=1, tell_at=clock.advance(minutes=1))
    clock.now = at
    assert waiting(knowledge, clock) == []
    clock.advance(minutes=1)
    assert len(waiting(knowledge, clock)) == 1
