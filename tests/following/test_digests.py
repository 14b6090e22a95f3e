"""A chat that wants a digest is told once, at its hour, of all that came up."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.manners import Digest, Manners, next_digest
from knowledge.following.news import read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import publish

VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def noon(clock: SetClock) -> SetClock:
    """Saturday, noon in Vietnam."""
    clock.now = datetime(2019, 3, 2, 5, tzinfo=UTC)
    return clock


@pytest.fixture
def follower(knowledge: Knowledge, noon: SetClock) -> int:
    """A chat that wants to hear daily at eight."""
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(7, Manners(digest=Digest(8)))
    return 7


def claim(knowledge: Knowledge, clock: SetClock) -> list[Notice]:
    return knowledge.outbox.claim(9, sender="a", now=clock.now, lease_seconds=60)


def numbers(notice: Notice) -> list[str | None]:
    return [report.number for report in read_news(notice.payload).reports]


@pytest.mark.parametrize(
    ("digest", "expected"),
    [
        (Digest(13), datetime(2019, 3, 2, 6, tzinfo=UTC)),
        (Digest(12), datetime(2019, 3, 3, 5, tzinfo=UTC)),
        (Digest(8, 0), datetime(2019, 3, 4, 1, tzinfo=UTC)),
        (Digest(8, 5), datetime(2019, 3, 9, 1, tzinfo=UTC)),
        (Digest(13, 5), datetime(2019, 3, 2, 6, tzinfo=UTC)),
    ],
)
def test_the_next_digest_is_at_the_next_such_hour(digest: Digest, expected: datetime):
    assert next_digest(digest, datetime(2019, 3, 2, 5, tzinfo=UTC), VIETNAM) == expected


def test_nothing_comes_before_its_hour_and_then_all_at_once(knowledge: Knowledge, noon: SetClock, follower: int):
    publish(knowledge, "1/BC")
    publish(knowledge, "2/BC")
    noon.advance(hours=19)
    assert (knowledge.digests.write(), claim(knowledge, noon)) == (0, [])
    noon.advance(hours=1)
    assert knowledge.digests.write() == 1
    [notice] = claim(knowledge, noon)
    assert (notice.kind, numbers(notice)) == (EventKind.DIGEST, ["1/BC", "2/BC"])


def test_each_day_has_its_own(knowledge: Knowledge, noon: SetClock, follower: int):
    for number in ("1/BC", "2/BC"):
        publish(knowledge, number)
        noon.advance(days=1)
        knowledge.digests.write()
        assert numbers(claim(knowledge, noon)[-1]) == [number]  # the first, never begun, is there again


def test_a_quiet_week_does_not_bring_the_next_one_early(knowledge: Knowledge, noon: SetClock, follower: int):
    noon.advance(days=7)
    knowledge.digests.write()
    publish(knowledge)
    assert (knowledge.digests.write(), claim(knowledge, noon)) == (0, [])


def test_what_was_withdrawn_meanwhile_is_not_in_it(knowledge: Knowledge, noon: SetClock, follower: int):
    publish(knowledge, "1/BC")
    knowledge.reports.withdraw(publish(knowledge, "2/BC").report_id, by=1)
    noon.advance(days=1)
    knowledge.digests.write()
    assert [numbers(notice) for notice in claim(knowledge, noon)] == [["1/BC"]]


def test_who_wants_to_hear_at_once_again_gets_what_was_held_back(knowledge: Knowledge, noon: SetClock, follower: int):
    publish(knowledge)
    knowledge.subscribers.set_manners(7, Manners())
    assert [notice.kind for notice in claim(knowledge, noon)] == [EventKind.DIGEST]


def test_who_ends_the_rule_is_not_told_of_what_was_held_back(knowledge: Knowledge, noon: SetClock, follower: int):
    publish(knowledge)
    knowledge.subscribers.unsubscribe_all(7)
    noon.advance(days=1)
    assert (knowledge.digests.write(), claim(knowledge, noon)) == (0, [])


def test_who_blocked_the_bot_gets_it_in_the_catch_up(knowledge: Knowledge, noon: SetClock, follower: int):
    publish(knowledge)
    knowledge.subscribers.pause(7, "blocked")
    noon.advance(days=1)
    assert knowledge.digests.write() == 0
    knowledge.subscribers.restore(7)
    assert [notice.kind for notice in claim(knowledge, noon)] == [EventKind.CATCH_UP]


def test_another_hour_counts_for_what_is_held_back_already(knowledge: Knowledge, noon: SetClock, follower: int):
    publish(knowledge)
    knowledge.subscribers.set_manners(7, Manners(digest=Digest(13)))
    noon.now += timedelta(hours=1)
    assert knowledge.digests.write() == 1


def test_a_supergroup_gets_the_group_s_digest(knowledge: Knowledge, noon: SetClock):
    knowledge.subscribers.subscribe(-7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(-7, Manners(digest=Digest(8)))
    publish(knowledge)
    knowledge.subscribers.migrate(-7, -1007)
    noon.advance(days=1)
    knowledge.digests.write()
    assert [notice.chat_id for notice in claim(knowledge, noon)] == [-1007]
