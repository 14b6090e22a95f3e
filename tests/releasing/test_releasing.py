"""Publishing with second thoughts, on either database."""

from datetime import timedelta

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.people.people import PersonRole
from knowledge.releasing.releasing import NeedsAnother, Superseded
from knowledge.releasing.second_thoughts import TooLate
from knowledge.store.states import UnknownReport
from tests.clock import SetClock
from tests.house import make_report

OWNER, LAN = 1, 7
LEASE = 60.0


def draft(knowledge: Knowledge, text: str = "Trung tâm tiếp nhận 4.984 hồ sơ.", *, by: int = OWNER) -> int:
    saved = knowledge.reports.save_draft(make_report(sentences=(text,)), checksum=text, by=by)
    return saved.report_id


def claimed(knowledge: Knowledge, clock: SetClock) -> list[int]:
    notices = knowledge.outbox.claim(10, sender="s", now=clock.now, lease_seconds=LEASE)
    return [notice.id for notice in notices]


def test_followers_are_told_a_minute_later_and_not_before(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(LAN, ALL_REPORTS, by=LAN)
    released = knowledge.releasing.release(draft(knowledge), by=OWNER)
    assert (released.publication.recipients, claimed(knowledge, clock)) == (1, [])
    clock.advance(seconds=60)
    assert len(claimed(knowledge, clock)) == 1


def test_what_is_taken_back_is_a_draft_and_nobody_hears_of_it(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(LAN, ALL_REPORTS, by=LAN)
    report = draft(knowledge)
    knowledge.releasing.release(report, by=OWNER)
    version = knowledge.reports.generation()
    knowledge.releasing.take_back(report, by=OWNER)
    clock.advance(minutes=5)
    assert claimed(knowledge, clock) == []
    assert [one.id for one in knowledge.reports.drafts()] == [report]
    assert knowledge.reports.gone(version) == [report]
    assert knowledge.releasing.release(report, by=OWNER).publication.recipients == 1


def test_the_version_that_was_replaced_answers_again(knowledge: Knowledge):
    first = draft(knowledge)
    knowledge.reports.publish(first, by=OWNER)
    second = draft(knowledge, "Trung tâm tiếp nhận 4.985 hồ sơ.")
    knowledge.releasing.release(second, by=OWNER)
    knowledge.releasing.take_back(second, by=OWNER)
    assert [one.id for one in knowledge.reports.published()] == [first]


def test_once_a_message_has_gone_out_it_is_too_late(knowledge: Knowledge, clock: SetClock):
    knowledge.subscribers.subscribe(LAN, ALL_REPORTS, by=LAN)
    report = draft(knowledge)
    knowledge.releasing.release(report, by=OWNER)
    assert knowledge.releasing.tell_now(report, by=OWNER) == 1
    [notice] = claimed(knowledge, clock)
    knowledge.outbox.begin(notice, sender="s", now=clock.now, lease_seconds=LEASE)
    with pytest.raises(TooLate):
        knowledge.releasing.take_back(report, by=OWNER)
    assert knowledge.reports.summary(report).state == "published"


def test_under_the_two_person_rule_somebody_else_publishes(knowledge: Knowledge):
    knowledge.people.grant(LAN, PersonRole.EDITOR, by=OWNER)
    knowledge.office.set_two_persons(True, by=OWNER)
    report = draft(knowledge, by=LAN)
    with pytest.raises(NeedsAnother):
        knowledge.releasing.release(report, by=LAN)
    with pytest.raises(NeedsAnother):
        knowledge.releasing.put_off(report, knowledge.audit._clock(), by=LAN)
    assert knowledge.releasing.ask_another(report, by=LAN) == 1
    assert knowledge.releasing.release(report, by=OWNER).publication.report_id == report


def test_what_is_put_off_is_published_once_when_its_hour_has_come(knowledge: Knowledge, clock: SetClock):
    report = draft(knowledge)
    knowledge.releasing.put_off(report, clock.now + timedelta(hours=2), by=OWNER)
    assert knowledge.releasing.release_due() == 0
    clock.advance(hours=2)
    assert [knowledge.releasing.release_due() for _ in range(2)] == [1, 0]
    assert knowledge.reports.summary(report).state == "published"
    assert len(claimed(knowledge, clock)) == 1  # the owner hears that it was done


def test_what_was_put_off_and_called_off_stays_a_draft(knowledge: Knowledge, clock: SetClock):
    report = draft(knowledge)
    knowledge.releasing.put_off(report, clock.now, by=OWNER)
    assert knowledge.releasing.call_off(report, by=OWNER) is True
    assert (knowledge.releasing.call_off(report, by=OWNER), knowledge.releasing.release_due()) == (False, 0)


def test_a_withdrawn_report_comes_back_within_a_day_and_the_log_says_why(knowledge: Knowledge, clock: SetClock):
    report = draft(knowledge)
    knowledge.reports.publish(report, by=OWNER)
    knowledge.releasing.withdraw(report, by=OWNER, why="số liệu sai")
    [entry] = knowledge.audit.listing(action="report.withdraw")
    assert entry.after == '{"state": "withdrawn", "why": "số liệu sai"}'
    knowledge.releasing.restore(report, by=OWNER)
    assert [one.id for one in knowledge.reports.published()] == [report]
    knowledge.releasing.withdraw(report, by=OWNER)
    clock.advance(hours=25)
    with pytest.raises(UnknownReport):
        knowledge.releasing.restore(report, by=OWNER)


def test_a_withdrawn_report_does_not_come_back_beside_its_newer_version(knowledge: Knowledge):
    report = draft(knowledge)
    knowledge.reports.publish(report, by=OWNER)
    knowledge.releasing.withdraw(report, by=OWNER)
    knowledge.reports.publish(draft(knowledge, "Trung tâm tiếp nhận 5 hồ sơ."), by=OWNER)
    with pytest.raises(Superseded):
        knowledge.releasing.restore(report, by=OWNER)
