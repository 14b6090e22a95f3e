"""A digest is under way while a report in it is corrected, and comes back unsent: of each report the chat reads once."""

from dataclasses import replace
from decimal import Decimal

import pytest

from knowledge.amending.amending import Correction
from knowledge.bootstrap import Knowledge
from knowledge.fields.amendments import Place, fact_at
from knowledge.fields.describing import describe
from knowledge.following.manners import Digest, Manners
from knowledge.following.news import read_news
from knowledge.following.outbox import Notice
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import publish
from tests.following.telling import Telling

WAYS = ["died", "released", "blocked"]


@pytest.fixture
def telling(knowledge: Knowledge, clock: SetClock) -> Telling:
    """Two reports of which chat 7 is to hear in its next digest."""
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(7, Manners(digest=Digest(8)))
    publish(knowledge, "2/BC")
    return Telling(knowledge, clock, publish(knowledge, "1/BC").report_id)


def begin_a_digest(telling: Telling) -> Notice:
    """The next one is under way."""
    telling.clock.advance(days=1)
    assert telling.knowledge.digests.write() == 1
    [digest] = telling.begin()
    return digest


def correct(telling: Telling) -> int:
    """A newer version of the report, of which the chat is to hear in its next digest."""
    return publish(telling.knowledge, "1/BC", title="Báo cáo (bản sửa)").report_id


def correct_by_hand(telling: Telling, report: int) -> int:
    """A version of which nobody who was told of the report need hear."""
    place = Place(0, "figure")
    fact = fact_at(telling.knowledge.reports.reading(report), place)
    assert fact is not None
    before = describe(fact)
    correction = Correction(report, place, before, replace(before, value=Decimal(5000)))
    return telling.knowledge.amending.correct(correction, by=None).report_id


def told(telling: Telling) -> list[list[int]]:
    """The reports of each message that the chat gets when all is sent."""
    found = []
    while notices := telling.begin(1):
        telling.arrive(*notices)
        found += [[report.report_id for report in read_news(notice.payload).reports] for notice in notices]
    return found


@pytest.mark.parametrize("way", WAYS)
def test_what_the_next_digest_tells_the_one_before_leaves_to_it(telling: Telling, way: str):
    first = begin_a_digest(telling)
    newer = correct(telling)
    telling.clock.advance(days=1)
    telling.knowledge.digests.write()
    telling.end_unsent([first], way)
    found = [report for message in told(telling) for report in message]
    assert (found.count(newer), found.count(telling.report), len(found)) == (1, 0, 2)


@pytest.mark.parametrize("way", ["died", "released"])
def test_what_the_next_digest_has_told_is_not_told_again_by_the_one_before(telling: Telling, way: str):
    first = begin_a_digest(telling)
    newer = correct(telling)
    telling.arrive(begin_a_digest(telling))
    correct_by_hand(telling, newer)
    telling.end_unsent([first], way)
    assert [len(message) for message in told(telling)] == [1]


def test_what_was_told_by_itself_and_corrected_by_hand_since_is_not_told_again_in_a_digest(telling: Telling):
    first = begin_a_digest(telling)
    telling.knowledge.subscribers.set_manners(7, Manners())
    newer = correct(telling)
    telling.clock.advance(minutes=2)
    telling.arrive(*telling.begin())
    correct_by_hand(telling, newer)
    telling.end_unsent([first], "released")
    assert [len(message) for message in told(telling)] == [1]


def test_of_two_digests_that_come_back_together_the_later_tells_of_the_report_as_it_is_now(telling: Telling):
    first = begin_a_digest(telling)
    newer = correct(telling)
    second = begin_a_digest(telling)
    now = correct_by_hand(telling, newer)
    telling.end_unsent([first, second], "died")
    messages = told(telling)
    assert (len(messages), messages[-1]) == (2, [now])


@pytest.mark.parametrize("way", WAYS)
def test_what_was_left_to_a_digest_that_is_stopped_is_told_when_it_holds_again(telling: Telling, way: str):
    first = begin_a_digest(telling)
    newer = correct(telling)
    telling.clock.advance(days=1)
    telling.knowledge.digests.write()
    telling.end_unsent([first], way)
    telling.withdraw(newer)
    telling.knowledge.releasing.restore(newer, by=1)
    telling.clock.advance(days=1)
    telling.knowledge.digests.write()
    found = [report for message in told(telling) for report in message]
    assert found.count(newer) == 1
