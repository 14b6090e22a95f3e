"""A report is corrected, withdrawn or brought back while some have yet to hear of it: each hears the last word, once."""

from decimal import Decimal

import pytest

from knowledge.amending.amending import Correction
from knowledge.bootstrap import Knowledge
from knowledge.fields.describing import describe
from knowledge.following.manners import Digest, Manners
from knowledge.following.news import News, read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from tests.amending.samples import ask, correction, place_of, to_5000
from tests.amending.samples import publish_first as publish_quietly
from tests.clock import SetClock
from tests.databases import Databases
from tests.following.publishing import arrive, publish


@pytest.fixture
def store_url(sqlite_databases: Databases) -> str:
    """The random machine of this folder runs on both kinds."""
    return sqlite_databases.migrated()


def claim(knowledge: Knowledge, clock: SetClock) -> list[Notice]:
    return knowledge.outbox.claim(100, sender="a", now=clock.now, lease_seconds=60)


def send(knowledge: Knowledge, clock: SetClock) -> list[Notice]:
    sent = claim(knowledge, clock)
    for notice in sent:
        assert knowledge.outbox.begin(notice.id, sender="a", now=clock.now, lease_seconds=60)
        arrive(knowledge, notice, 500 + notice.chat_id)
    return sent


def told(notice: Notice) -> News:
    return read_news(notice.payload)


@pytest.fixture
def waiting(knowledge: Knowledge) -> int:
    """The first sample, of which chat 7 is yet to hear in its digest and chat 8 at once."""
    for chat in (7, 8):
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=chat)
    knowledge.subscribers.set_manners(7, Manners(digest=Digest(8)))
    report = publish_quietly(knowledge)
    knowledge.reports.withdraw(report, by=1)
    draft = knowledge.reports.save_draft(knowledge.reports.reading(report), checksum="b", by=1)
    return knowledge.reports.publish(draft.report_id, by=1).report_id


def test_who_has_yet_to_hear_of_a_report_hears_of_it_as_corrected_by_hand(
    knowledge: Knowledge, clock: SetClock, waiting: int
):
    stale = claim(knowledge, clock)
    corrected = knowledge.amending.correct(to_5000(knowledge, waiting), by=1, notify=True).report_id
    assert not knowledge.outbox.begin(stale[0].id, sender="a", now=clock.now, lease_seconds=60)
    clock.advance(days=1)
    assert knowledge.digests.write() == 1
    found = send(knowledge, clock)
    assert {notice.chat_id: told(notice).reports[0].report_id for notice in found} == {7: corrected, 8: corrected}


def test_who_was_told_of_a_report_before_it_was_corrected_hears_that_it_is_withdrawn(
    knowledge: Knowledge, clock: SetClock, waiting: int
):
    send(knowledge, clock)
    corrected = knowledge.amending.correct(to_5000(knowledge, waiting), by=1).report_id
    knowledge.reports.withdraw(corrected, by=1)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [(8, EventKind.REPORT_WITHDRAWN)]


def test_a_digest_that_is_not_yet_sent_does_not_name_what_was_withdrawn_and_names_it_again(
    knowledge: Knowledge, clock: SetClock
):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(7, Manners(digest=Digest(8)))
    kept, withdrawn = publish(knowledge, "1/BC").report_id, publish(knowledge, "2/BC").report_id
    clock.advance(days=1)
    knowledge.digests.write()
    knowledge.reports.withdraw(withdrawn, by=1)
    [notice] = send(knowledge, clock)
    assert [report.report_id for report in told(notice).reports] == [kept]
    knowledge.releasing.restore(withdrawn, by=1)
    clock.advance(days=1)
    knowledge.digests.write()
    [notice] = claim(knowledge, clock)
    assert [report.report_id for report in told(notice).reports] == [withdrawn]


@pytest.mark.parametrize("way", ["digest", "catch-up"])
@pytest.mark.parametrize("is_under_way", [False, True])
def test_what_is_told_together_names_again_a_report_that_was_corrected_by_hand_before_it_was_withdrawn(
    knowledge: Knowledge, clock: SetClock, waiting: int, way: str, is_under_way: bool
):
    send(knowledge, clock)
    if way == "catch-up":
        knowledge.subscribers.pause(7, "blocked")
        knowledge.subscribers.restore(7)
    else:
        clock.advance(days=1)
        assert knowledge.digests.write() == 1
    [together] = claim(knowledge, clock)
    if is_under_way:
        assert knowledge.outbox.begin(together.id, sender="a", now=clock.now, lease_seconds=60)
    corrected = knowledge.amending.correct(to_5000(knowledge, waiting), by=1).report_id
    knowledge.reports.withdraw(corrected, by=1)
    if is_under_way:
        knowledge.outbox.release(together.id, not_before=clock.now)
    with knowledge.store.write() as session:
        knowledge.reports.restore_within(session, corrected, by=1)
    clock.advance(days=1)
    knowledge.digests.write()
    found = [notice for notice in send(knowledge, clock) if notice.chat_id == 7]
    assert [report.report_id for notice in found for report in told(notice).reports] == [corrected]


def test_undoing_a_withdrawal_writes_the_message_back_and_tells_who_had_yet_to_hear(
    knowledge: Knowledge, clock: SetClock, waiting: int
):
    send(knowledge, clock)
    knowledge.reports.withdraw(waiting, by=1)
    send(knowledge, clock)
    knowledge.releasing.restore(waiting, by=1)
    [restored] = send(knowledge, clock)
    assert (restored.kind, restored.replaces) == (EventKind.REPORT_RESTORED, (508,))
    clock.advance(days=1)
    assert knowledge.digests.write() == 1


def test_of_a_report_that_was_corrected_by_hand_as_well_it_is_said_why_a_chat_hears_that_it_holds_again(
    knowledge: Knowledge, clock: SetClock, waiting: int
):
    send(knowledge, clock)
    corrected = knowledge.amending.correct(to_5000(knowledge, waiting), by=1).report_id
    knowledge.reports.withdraw(corrected, by=1)
    send(knowledge, clock)
    knowledge.releasing.restore(corrected, by=1)
    [restored] = send(knowledge, clock)
    assert [(reason.rule, restored.kind) for reason in restored.reasons] == [(ALL_REPORTS, EventKind.REPORT_RESTORED)]


def test_a_withdrawal_that_is_undone_while_it_is_being_told_is_written_back(
    knowledge: Knowledge, clock: SetClock, waiting: int
):
    send(knowledge, clock)
    knowledge.reports.withdraw(waiting, by=1)
    [under_way] = claim(knowledge, clock)
    knowledge.outbox.begin(under_way.id, sender="a", now=clock.now, lease_seconds=60)
    knowledge.releasing.restore(waiting, by=1)
    arrive(knowledge, under_way, 508)
    assert [notice.kind for notice in claim(knowledge, clock)] == [EventKind.REPORT_RESTORED]


def test_who_followed_nothing_when_the_withdrawal_was_undone_hears_nothing_of_the_report_later(
    knowledge: Knowledge, clock: SetClock, waiting: int
):
    knowledge.reports.withdraw(waiting, by=1)
    knowledge.subscribers.unsubscribe_all(8)
    knowledge.releasing.restore(waiting, by=1)
    knowledge.reports.withdraw(waiting, by=1)
    knowledge.subscribers.subscribe(8, ALL_REPORTS, by=8)
    knowledge.releasing.restore(waiting, by=1)
    assert claim(knowledge, clock) == []


def test_who_was_given_a_figure_hears_of_the_next_withdrawal_only_if_it_was_given_since_the_last(
    knowledge: Knowledge, clock: SetClock
):
    report = publish_quietly(knowledge)
    for chat in ("8", "9:4"):
        knowledge.questions.record(chat, 9, "Quý I tiếp nhận bao nhiêu hồ sơ?", ask(knowledge))
    clock.advance(minutes=1)
    knowledge.reports.withdraw(report, by=1)
    assert [notice.chat_id for notice in send(knowledge, clock)] == [8, 9]
    clock.advance(minutes=1)
    knowledge.releasing.restore(report, by=1)
    knowledge.questions.record("9:4", 9, "Quý I tiếp nhận bao nhiêu hồ sơ?", ask(knowledge))
    knowledge.reports.withdraw(report, by=1)
    assert [(n.chat_id, n.kind) for n in claim(knowledge, clock)] == [(9, EventKind.REPORT_WITHDRAWN)]


def test_a_figure_that_is_taken_out_is_told_to_who_follows_it_and_to_who_was_given_it(
    knowledge: Knowledge, clock: SetClock
):
    report = publish_quietly(knowledge)
    answer = ask(knowledge)
    assert answer.topic.indicator is not None
    knowledge.subscribers.subscribe(7, Rule(RuleKind.INDICATOR, answer.topic.indicator), by=7)
    knowledge.questions.record("9", 9, "Quý I tiếp nhận bao nhiêu hồ sơ?", answer)
    place, fact = place_of(knowledge.reports.reading(report), "4.984 hồ sơ")
    knowledge.amending.correct(Correction(report, place, describe(fact), None), by=1, notify=True)
    clock.advance(minutes=2)
    found = claim(knowledge, clock)
    assert [(n.chat_id, told(n).figures[0].is_gone, told(n).figures[0].written) for n in found] == [
        (7, True, "4.984 hồ sơ"),
        (9, True, "4.984 hồ sơ"),
    ]


def test_a_correction_that_is_undone_or_corrected_again_before_it_was_told_is_told_as_it_is_now(
    knowledge: Knowledge, clock: SetClock
):
    report = publish_quietly(knowledge)
    knowledge.questions.record("9", 9, "Quý I tiếp nhận bao nhiêu hồ sơ?", ask(knowledge))
    first = knowledge.amending.correct(to_5000(knowledge, report), by=1, notify=True)
    again = correction(knowledge, first.report_id, "5.000 hồ sơ", value=Decimal(5001))
    second = knowledge.amending.correct(again, by=1)
    assert second.change_id is not None
    clock.advance(minutes=2)
    [notice] = claim(knowledge, clock)
    assert [(f.corrected, f.written) for f in told(notice).figures] == [("4.984 hồ sơ", "5.001 hồ sơ")]
    back = correction(knowledge, second.report_id, "5.001 hồ sơ", value=Decimal(4984))
    knowledge.amending.correct(back, by=1)
    clock.advance(minutes=2)
    assert claim(knowledge, clock) == []
