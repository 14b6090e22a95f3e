"""What becomes of a request while a publication or withdrawal is just being written: neither misses the other."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor, wait

import pytest
from sqlmodel import Session

from knowledge.bootstrap import Knowledge
from knowledge.following.manners import Digest, Manners
from knowledge.following.news import read_news
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import publish
from tests.following.telling import WITHDRAWN, Telling
from tests.store.readings import figure, reading

# Much longer than what is done meanwhile takes where nothing holds it up.
PATIENCE_SECONDS = 0.5


def do_while(knowledge: Knowledge, changing: Callable[[Session], object], do: Callable[[], object]) -> None:
    """Something is done after all that a transaction does and before it is kept; what has to wait for that ends afterwards."""
    with ThreadPoolExecutor(1) as beside:
        with knowledge.store.write() as session:
            changing(session)
            done = beside.submit(do)
            wait([done], PATIENCE_SECONDS)
        done.result()


def newer_version(knowledge: Knowledge) -> Callable[[Session], object]:
    """The publication of a newer version of 1/BC."""
    read = reading(figure("hồ sơ tiếp nhận", "5000"), number="1/BC", title="Báo cáo (bản sửa)")
    draft = knowledge.reports.save_draft(read, checksum="newer", by=1).report_id
    return lambda session: knowledge.reports.publish_within(session, draft, by=1, notify=True)


def versions_told(telling: Telling) -> list[int]:
    """The versions of which the messages tell that each chat gets once all is sent."""
    found = []
    while notices := telling.begin(1):
        telling.arrive(*notices)
        found += [report.report_id for notice in notices for report in read_news(notice.payload).reports]
    return found


@pytest.mark.parametrize("way", ["died", "released", "blocked"])
def test_whoever_was_not_reached_while_a_newer_version_came_reads_that_one_only(untold: Telling, way: str):
    begun = untold.begin()
    do_while(untold.knowledge, newer_version(untold.knowledge), lambda: untold.end_unsent(begun, way))
    told = versions_told(untold)
    assert (len(told), untold.report in told) == (2, False)


@pytest.mark.parametrize("way", ["died", "released", "blocked"])
def test_a_digest_that_comes_back_while_a_newer_version_came_tells_of_that_one_only(
    knowledge: Knowledge, clock: SetClock, way: str
):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(7, Manners(digest=Digest(8)))
    telling = Telling(knowledge, clock, publish(knowledge, "1/BC").report_id)
    clock.advance(days=1)
    knowledge.digests.write()
    begun = telling.begin()
    do_while(knowledge, newer_version(knowledge), lambda: telling.end_unsent(begun, way))
    clock.advance(days=1)
    knowledge.digests.write()
    told = versions_told(telling)
    assert (len(told), telling.report in told) == (1, False)


@pytest.mark.parametrize("way", ["arrive", "lose"])
def test_whoever_was_told_while_the_report_was_withdrawn_hears_of_that(untold: Telling, way: str):
    begun = untold.begin()
    arrive = (lambda: untold.arrive(*begun)) if way == "arrive" else (lambda: untold.lose(begun))
    withdraw = untold.knowledge.reports.withdraw_within
    do_while(untold.knowledge, lambda session: withdraw(session, untold.report, by=None), arrive)
    assert untold.next() == WITHDRAWN


def test_a_request_is_not_begun_while_the_report_is_withdrawn(untold: Telling):
    claimed = untold.claim()
    withdraw = untold.knowledge.reports.withdraw_within
    begun: list[bool] = []

    def begin() -> None:
        outbox, now = untold.knowledge.outbox, untold.clock.now
        begun.extend(outbox.begin(one.id, sender="a", now=now, lease_seconds=60) for one in claimed)

    do_while(untold.knowledge, lambda session: withdraw(session, untold.report, by=None), begin)
    assert begun == [False, False]
