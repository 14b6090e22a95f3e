"""Looking at sources: what is new becomes a draft once, and admins are told."""

from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.people.people import PersonRole
from knowledge.sources.source import ItemState
from knowledge.sources.watcher import MOST_REPORTS_A_LOOK
from tests.clock import SetClock
from tests.site import Site
from tests.sources.portal import EDITOR, OWNER, drafts, listing, publish, report, title, told, watch


def test_a_new_report_becomes_a_draft_and_every_admin_is_told(knowledge: Knowledge, site: Site, clock: SetClock):
    knowledge.people.grant(EDITOR, PersonRole.EDITOR, by=OWNER)
    knowledge.people.grant(3, PersonRole.VIEWER, by=OWNER)
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV"]
    waiting = told(knowledge, clock)
    assert sorted(waiting) == [OWNER, EDITOR]
    assert [(r.number, r.is_published) for r in waiting[OWNER][0].reports] == [("101/BC-SNV", False)]


def test_only_what_is_new_is_fetched_the_next_time(knowledge: Knowledge, site: Site, clock: SetClock):
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    publish(site, 1, 2)
    clock.advance(hours=2)
    site.asked.clear()
    knowledge.watcher.look_at_due()
    assert (drafts(knowledge), site.paths()) == (["101/BC-SNV", "102/BC-SNV"], ["/bao-cao", "/bc/2"])


def test_nothing_is_looked_at_before_its_time(knowledge: Knowledge, site: Site, clock: SetClock):
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    clock.advance(minutes=40)
    assert knowledge.watcher.look_at_due() is None


def test_an_unchanged_listing_is_asked_for_politely_and_brings_nothing(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    watch(knowledge, publish(site, 1, etag='"7"'))
    knowledge.watcher.look_at_due()
    told(knowledge, clock)
    clock.advance(hours=2)
    site.asked.clear()
    news = knowledge.watcher.look_at_due()
    assert news is not None
    assert not news.is_any
    assert (site.paths(), site.asked[-1].headers["if-none-match"]) == (["/bao-cao"], '"7"')
    assert told(knowledge, clock) == {}


def test_only_new_ones_are_imported_where_that_was_wanted(knowledge: Knowledge, site: Site, clock: SetClock):
    source = watch(knowledge, publish(site, 1, 2), is_new_only=True)
    knowledge.watcher.look_at_due()
    publish(site, 1, 2, 3)
    clock.advance(hours=2)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["103/BC-SNV"]
    assert knowledge.sources.counts(source.id) == {ItemState.SKIPPED: 2, ItemState.IMPORTED: 1}


def test_years_of_reports_come_in_portions(knowledge: Knowledge, site: Site, clock: SetClock):
    links = []
    for n in range(MOST_REPORTS_A_LOOK + 2):
        site.page(f"/bc/{n}", report(1, received=2000 + n, number=200 + n))
        links.append((f"/bc/{n}", f"{title(1)} ({n})"))
    watch(knowledge, site.page("/bao-cao", listing(links), ETag='"1"'))
    knowledge.watcher.look_at_due()
    assert len(drafts(knowledge)) == MOST_REPORTS_A_LOOK
    clock.advance(minutes=2)
    knowledge.watcher.look_at_due()
    assert len(drafts(knowledge)) == MOST_REPORTS_A_LOOK + 2


def test_a_trusted_source_publishes_what_is_new_and_tells_whoever_follows(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    knowledge.subscribers.subscribe(77, ALL_REPORTS, by=77)
    watch(knowledge, publish(site, 1), is_trusted=True)
    first = knowledge.watcher.look_at_due()
    publish(site, 1, 2)
    clock.advance(hours=2)
    second = knowledge.watcher.look_at_due()
    assert first is not None
    assert second is not None
    # What was there before it was watched is no news to anybody.
    assert [(r.is_published, r.told) for news in (first, second) for r in news.reports] == [(True, 0), (True, 1)]
    assert len(knowledge.reports.listing()) == 2


def test_a_report_that_somebody_else_brought_is_not_replaced_even_by_a_trusted_source(
    knowledge: Knowledge, site: Site, tmp_path
):
    page = tmp_path / "bc.html"
    page.write_text(report(1, received=5555), encoding="utf-8")
    saved = knowledge.importing.import_file(page, by=OWNER)
    knowledge.reports.publish(saved.report_id, by=OWNER, notify=False)
    watch(knowledge, publish(site, 1), is_trusted=True)
    news = knowledge.watcher.look_at_due()
    assert news is not None
    assert [(r.is_version, r.is_published) for r in news.reports] == [(True, False)]
    assert knowledge.reports.summary(saved.report_id).state == "published"


def test_the_same_report_under_another_address_is_not_kept_twice(knowledge: Knowledge, site: Site, clock: SetClock):
    source = watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    site.page("/tin/9", report(1, views=31))
    site.page("/bao-cao", listing([("/tin/9", title(1)), ("/bc/1?utm_source=x", title(1))]))
    clock.advance(hours=2)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV"]
    assert knowledge.sources.counts(source.id) == {ItemState.IMPORTED: 1, ItemState.KNOWN: 1}


def test_a_discarded_draft_does_not_come_back(knowledge: Knowledge, site: Site, clock: SetClock):
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    knowledge.reports.discard(knowledge.reports.drafts()[0].id, by=OWNER)
    clock.advance(hours=2)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == []


def test_a_watched_page_that_changes_is_a_newer_version_and_one_that_only_counts_is_not(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    address = site.page("/bc", report(1))
    watch(knowledge, address)
    knowledge.watcher.look_at_due()
    [first] = knowledge.reports.drafts()
    knowledge.reports.publish(first.id, by=OWNER, notify=False)
    site.page("/bc", report(1, views=12))
    clock.advance(hours=2)
    assert knowledge.watcher.look_at_due().reports == ()
    site.page("/bc", report(1, received=3000))
    clock.advance(hours=2)
    [found] = knowledge.watcher.look_at_due().reports
    assert (found.is_version, knowledge.reports.summary(found.report_id).edition) == (True, 2)


def test_a_page_that_a_listing_brought_can_be_watched_itself(knowledge: Knowledge, site: Site, clock: SetClock):
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    page = watch(knowledge, site.url("/bc/1"))
    assert knowledge.watcher.look_at(page.id).reports == ()
    site.page("/bc/1", report(1, received=3000))
    [found] = knowledge.watcher.look_at(page.id).reports
    assert ("3000" in knowledge.reports.reading(found.report_id).text, drafts(knowledge)) == (True, ["101/BC-SNV"])


def test_a_changed_page_takes_the_place_of_its_draft(knowledge: Knowledge, site: Site, clock: SetClock):
    watch(knowledge, site.page("/bc", report(1)))
    knowledge.watcher.look_at_due()
    site.page("/bc", report(1, received=3000))
    clock.advance(hours=2)
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV"]
    assert "3000" in knowledge.reports.reading(knowledge.reports.drafts()[0].id).text


def test_a_page_that_only_hands_out_a_file_gives_the_file(knowledge: Knowledge, site: Site):
    site.page("/bc/1", f'<html><h1>{title(1)}</h1><p>Xem tệp đính kèm</p><a href="/f/1.html.pdf">Tải</a></html>')
    site.page("/f/1.html.pdf", report(1))
    watch(knowledge, site.page("/bao-cao", listing([("/bc/1", title(1))])))
    knowledge.watcher.look_at_due()
    assert drafts(knowledge) == ["101/BC-SNV"]


def test_what_the_page_does_not_say_comes_from_its_title_and_then_from_the_source(knowledge: Knowledge, site: Site):
    site.page("/bc/1", "<html><h1>Kết quả</h1><p>Trung tâm tiếp nhận 4.984 hồ sơ trong kỳ báo cáo.</p></html>")
    address = site.page("/bao-cao", listing([("/bc/1", title(3))]))
    found = knowledge.watcher.test(address)
    proposed = knowledge.sources.propose(
        address, found.kind, found.title, by=OWNER, organisation="Sở Nội vụ tỉnh Hưng Hòa", period="quý I/2017"
    )
    knowledge.sources.add(proposed.id, by=OWNER)
    knowledge.watcher.look_at_due()
    [draft] = knowledge.reports.drafts()
    assert draft.organisation == "Sở Nội vụ tỉnh Hưng Hòa"
    assert draft.period is not None
    assert draft.period.last.isoformat() == "2018-09-30"


def test_a_paused_source_is_not_looked_at_until_it_is_resumed(knowledge: Knowledge, site: Site):
    source = watch(knowledge, publish(site, 1))
    knowledge.sources.pause(source.id, by=OWNER)
    assert knowledge.watcher.look_at_due() is None
    knowledge.sources.resume(source.id, by=OWNER)
    assert knowledge.watcher.look_at_due() is not None


def test_a_removed_source_can_be_restored_and_imports_nothing_twice(knowledge: Knowledge, site: Site):
    source = watch(knowledge, publish(site, 1), is_trusted=True)
    knowledge.watcher.look_at_due()
    knowledge.sources.remove(source.id, by=OWNER)
    assert (knowledge.sources.listing(), knowledge.watcher.look_at_due()) == ([], None)
    assert knowledge.sources.restore(source.id, by=OWNER).is_trusted
    assert knowledge.watcher.look_at_due().reports == ()


def test_sources_are_numbered_without_gaps(knowledge: Knowledge, site: Site):
    address = publish(site, 1)
    first, again = watch(knowledge, address), knowledge.watcher.test(address)
    assert knowledge.sources.propose(address, again.kind, again.title, by=OWNER).id == first.id
    assert watch(knowledge, site.url("/bc/1")).id == first.id + 1


def test_every_change_is_in_the_audit_log(knowledge: Knowledge, site: Site):
    source = watch(knowledge, publish(site, 1), is_trusted=True)
    knowledge.sources.remove(source.id, by=OWNER)
    entries = knowledge.audit.listing(subject=f"source:{source.id}")
    assert [entry.action for entry in entries] == ["source.remove", "source.trust", "source.add"]


def test_what_an_admin_missed_while_the_bot_was_blocked_comes_after_all(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    [notice] = knowledge.outbox.claim(9, sender="a", now=clock(), lease_seconds=60)
    knowledge.outbox.begin(notice.id, sender="a", now=clock(), lease_seconds=60)
    knowledge.outbox.mark_blocked(notice.id, "blocked")
    assert told(knowledge, clock) == {}
    knowledge.subscribers.restore(OWNER)
    assert len(told(knowledge, clock)[OWNER]) == 1


def test_what_an_admin_follows_or_no_longer_follows_does_not_touch_what_sources_bring(
    knowledge: Knowledge, site: Site, clock: SetClock
):
    knowledge.subscribers.subscribe(OWNER, ALL_REPORTS, by=OWNER)
    watch(knowledge, publish(site, 1))
    knowledge.watcher.look_at_due()
    knowledge.subscribers.unsubscribe_all(OWNER)
    [notice] = knowledge.outbox.claim(9, sender="a", now=clock(), lease_seconds=60)
    knowledge.outbox.release(notice.id, not_before=clock())
    assert len(told(knowledge, clock)[OWNER]) == 1
