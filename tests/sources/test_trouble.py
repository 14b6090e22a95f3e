"""Trouble at a source is borne with patience and told once."""

import itertools
from datetime import timedelta

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.sources.source import ItemState
from knowledge.sources.watcher import TOLD_AFTER_FAILURES
from tests.clock import SetClock
from tests.site import Answer, Site
from tests.sources.portal import OWNER, drafts, open_watching, publish, report, title, told, watch


@pytest.mark.parametrize("status", [404, 500])
def test_a_source_in_trouble_is_left_alone_longer_each_time_and_then_told_once(
    knowledge: Knowledge, site: Site, clock: SetClock, status: int
):
    source = watch(knowledge, publish(site, 1))
    site.answers["/bao-cao"] = Answer(status=status)
    waits = []
    for _ in range(TOLD_AFTER_FAILURES + 1):
        knowledge.watcher.look_at_due()
        waits.append(knowledge.sources.get(source.id).next_look_at - clock())
        clock.now += waits[-1]
    assert all(later > 1.3 * sooner for sooner, later in itertools.pairwise(waits))
    [news] = told(knowledge, clock)[OWNER]
    assert news.trouble is not None
    assert str(status) in news.trouble.in_language("en")
    publish(site, 1)
    knowledge.watcher.look_at_due()
    healed = knowledge.sources.get(source.id)
    assert (healed.failures, healed.trouble, drafts(knowledge)) == (0, None, ["101/BC-SNV"])


def test_a_server_that_asks_to_be_left_alone_is(knowledge: Knowledge, site: Site, clock: SetClock):
    source = watch(knowledge, publish(site, 1))
    site.answers["/bao-cao"] = Answer(status=503, headers={"Retry-After": "36000"})
    knowledge.watcher.look_at_due()
    assert knowledge.sources.get(source.id).next_look_at - clock() >= timedelta(hours=10)


def test_what_robots_txt_forbids_is_not_looked_at_and_said_at_once(
    knowledge: Knowledge, site: Site, clock: SetClock, store_url: str
):
    source = watch(knowledge, publish(site, 1))
    fresh = open_watching(store_url, clock)  # has not read robots.txt yet
    site.page("/robots.txt", "User-agent: *\nDisallow: /bao-cao\n", type="text/plain")
    site.asked.clear()
    fresh.watcher.look_at_due()
    trouble = fresh.sources.get(source.id).trouble
    assert trouble is not None
    assert "robots.txt" in trouble.in_language("vi")
    assert (site.paths(), len(told(fresh, clock)[OWNER])) == ([], 1)
    fresh.close()


def test_robots_txt_that_cannot_be_read_forbids_everything_for_now(knowledge: Knowledge, site: Site):
    address = publish(site, 1)
    site.answers["/robots.txt"] = Answer(status=500)
    with pytest.raises(Exception, match=r"robots\.txt"):
        knowledge.watcher.test(address)


def test_a_report_that_cannot_be_fetched_is_tried_again_and_others_are_not_held_up(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    address = publish(site, 1, 2)
    site.answers["/bc/1"] = Answer(status=500)
    watch(knowledge, address)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["102/BC-SNV"]
    site.page("/bc/1", report(1))
    clock.advance(hours=2)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV", "102/BC-SNV"]


def test_a_report_that_can_never_be_read_is_told_once_and_tried_again_only_when_asked(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    address = publish(site, 1)
    site.page("/bc/1", "<html><h1>Trang đang bảo trì</h1></html>")
    source = watch(knowledge, address)
    knowledge.watcher.look_at_due()
    assert [missed.title for missed in told(knowledge, clock)[OWNER][0].unreadable] == [title(1)]
    clock.advance(hours=2)
    assert not knowledge.watcher.look_at_due().is_any
    publish(site, 1)
    knowledge.watcher.look_at(source.id)
    assert drafts(knowledge) == ["101/BC-SNV"]


def test_a_report_that_redirects_into_a_private_network_is_given_up(knowledge: Knowledge, site: Site):
    address = publish(site, 1)
    site.answers["/bc/1"] = Answer(status=302, headers={"Location": site.address.replace("127.0.0.1", "localhost")})
    source = watch(knowledge, address)
    news = knowledge.watcher.look_at_due()
    assert [missed.trouble.code for missed in news.unreadable] == ["private"]
    assert knowledge.sources.counts(source.id) == {ItemState.FAILED: 1}
