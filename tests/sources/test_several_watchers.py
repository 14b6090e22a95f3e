"""Several processes may look at sources, and any may be killed: nothing is imported twice or half."""

import signal
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.sources.watcher import SourceBusy
from knowledge.store.clock import utc_now
from tests.clock import SetClock
from tests.house import ROOT
from tests.site import Site
from tests.sources.portal import OWNER, drafts, listing, open_watching, publish, report, title, told, watch


def test_of_two_processes_one_looks_and_nothing_is_imported_twice(
    knowledge: Knowledge, site: Site, clock: SetClock, store_url: str
):
    source = watch(knowledge, publish(site, 1, 2))
    other = open_watching(store_url, clock)
    site.answers["/bc/2"].wait = threading.Event()
    with ThreadPoolExecutor() as pool:
        looking = pool.submit(knowledge.watcher.look_at_due)
        while "/bc/2" not in site.paths():
            threading.Event().wait(0.01)
        assert other.watcher.look_at_due() is None
        with pytest.raises(SourceBusy):
            other.watcher.look_at(source.id)
        site.answers["/bc/2"].wait.set()
        looking.result()
    assert drafts(knowledge) == ["101/BC-SNV", "102/BC-SNV"]
    other.close()


def test_two_sources_that_name_one_report_import_it_once(knowledge: Knowledge, site: Site):
    watch(knowledge, publish(site, 1))
    watch(knowledge, site.page("/tin", listing([("/bc/1", title(1))])))
    knowledge.watcher.look_at_due()
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV"]


def test_whoever_took_too_long_keeps_nothing(knowledge: Knowledge, site: Site, clock: SetClock, store_url: str):
    watch(knowledge, publish(site, 1))
    other = open_watching(store_url, clock)
    site.answers["/bc/1"].wait = threading.Event()
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(knowledge.watcher.look_at_due)
        while "/bc/1" not in site.paths():
            threading.Event().wait(0.01)
        clock.advance(minutes=31)
        site.page("/bc/1", report(1))
        other.watcher.look_at_due()
        for answer in site.answers.values():
            if answer.wait:
                answer.wait.set()
        site.answers["/bc/1"].wait = None
        knowledge.watcher.close()
        assert slow.result().reports == ()
    assert drafts(other) == ["101/BC-SNV"]
    other.close()


def test_a_stopped_look_leaves_the_source_to_the_next_one(
    knowledge: Knowledge, site: Site, clock: SetClock, store_url: str
):
    watch(knowledge, publish(site, 1))
    site.answers["/bc/1"].wait = threading.Event()
    with ThreadPoolExecutor() as pool:
        stopped = pool.submit(knowledge.watcher.look_at_due)
        while "/bc/1" not in site.paths():
            threading.Event().wait(0.01)
        knowledge.watcher.close()
        assert not stopped.result().is_any
    site.answers["/bc/1"].wait.set()
    site.page("/bc/1", report(1))
    other = open_watching(store_url, clock)
    other.watcher.look_at_due()
    assert drafts(other) == ["101/BC-SNV"]
    other.close()


def test_a_process_killed_in_the_middle_leaves_nothing_half_done(
    knowledge: Knowledge, site: Site, clock: SetClock, store_url: str
):
    watch(knowledge, publish(site, 1, 2))
    site.answers["/bc/1"].wait = threading.Event()
    script = (
        "from tests.sources.portal import open_watching; from knowledge.store.clock import utc_now;"
        f"open_watching({store_url!r}, utc_now).watcher.look_at_due()"
    )
    with subprocess.Popen([sys.executable, "-c", script], cwd=ROOT) as process:
        while len(site.paths()) < 3:  # the test, the look, and a report
            threading.Event().wait(0.02)
        process.send_signal(signal.SIGKILL)
    publish(site, 1, 2)
    clock.now = utc_now()
    assert (drafts(knowledge), knowledge.watcher.look_at_due()) == ([], None)
    clock.advance(minutes=31)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV", "102/BC-SNV"]
    assert len(told(knowledge, clock)[OWNER]) == 1
