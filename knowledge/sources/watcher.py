"""Looking at sources: one at a time, politely, and so that nothing is imported twice."""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlmodel import Session

from knowledge.fetching.addresses import canonical, same_page
from knowledge.fetching.errors import CannotFetch, FetchFault
from knowledge.fetching.fetcher import Fetched, Fetcher
from knowledge.fetching.manners import PoliteFetcher
from knowledge.following.for_admins import tell_admins
from knowledge.following.states import EventKind
from knowledge.importing.importer import Importing
from knowledge.importing.readers.errors import UnreadableFile
from knowledge.lazily import lazily
from knowledge.people.people import People
from knowledge.sources.ledger import Held, Item, Ledger
from knowledge.sources.links import Findings, Link, SourceKind
from knowledge.sources.news import FoundReport, SourceNews, Unreadable, write_source_news
from knowledge.sources.obtaining import Obtained, obtain
from knowledge.sources.pacing import after_failure, after_success
from knowledge.sources.settling import Settling
from knowledge.sources.source import Source, SourceState, UnknownSource
from knowledge.sources.trouble import retry_after, trouble_of, write_trouble
from knowledge.sources.watching import Watching
from knowledge.store.clock import Clock
from knowledge.store.generations import wait_for_publishing
from knowledge.store.reports import Reports
from knowledge.store.store import Store
from knowledge.store.tables import SourceRow

log = logging.getLogger(__name__)

# What reads pages and feeds is loaded when a source is looked at.
find_reports: Callable[..., Findings] = lazily("knowledge.sources.finding", "find_reports")

# The first look at a portal may find years of reports; they come in portions, and none in a rush.
MOST_REPORTS_A_LOOK = 10
NEXT_PORTION_AFTER = timedelta(minutes=1)
# Listings and feeds are pages, not files.
MOST_BYTES = 5_000_000
SECONDS = 30.0
# Portals are away now and then; admins hear of it when it lasts.
TOLD_AFTER_FAILURES = 4


class SourceBusy(RuntimeError):
    """Another process is looking at this source just now."""


@dataclass(frozen=True, slots=True)
class _Visit:
    """What stood at a source, and which of its reports were fetched."""

    held: Held
    fetched: Fetched
    new: dict[str, Link]
    obtained: tuple[Obtained, ...]
    is_first: bool

    @property
    def is_to_be_repeated(self) -> bool:
        """Whether a page that does not change would have to be read once more."""
        return self.held.source.kind is SourceKind.PAGE and any(obtained.trouble for obtained in self.obtained)


class Watcher:
    """Safe in any number of threads and processes; `close` ends what is under way within a second."""

    def __init__(
        self,
        store: Store,
        clock: Clock,
        reports: Reports,
        importing: Importing,
        people: People,
        fetcher: Fetcher,
        watching: Watching,
    ) -> None:
        self._store = store
        self._clock = clock
        self._reports = reports
        self._importing = importing
        self._people = people
        self._watching = watching
        self._closing = threading.Event()
        self._plain_fetcher = fetcher
        self._fetcher = PoliteFetcher(fetcher, wait=self._closing.wait, pause_seconds=watching.pause_seconds)
        self._ledger = Ledger(store)

    def close(self) -> None:
        """Whoever is looking stops; what was not finished is done by the next one."""
        self._closing.set()
        self._plain_fetcher.close()

    def test(self, address: str) -> Findings:
        """What would be found there; nothing is kept. Raises CannotFetch or UnreadableFile."""
        fetched = self._fetcher.get(canonical(address), most_bytes=MOST_BYTES, seconds=SECONDS)
        return find_reports(fetched)

    def look_at_due(self) -> SourceNews | None:
        """What a look at a source whose time has come brought; None if there is none."""
        held = self._ledger.claim_due(self._clock())
        return self._look(held) if held else None

    def look_at(self, source_id: int) -> SourceNews:
        """What a look at that source brought, whenever its time is; what was given up there is tried again.

        Raises SourceBusy, and UnknownSource of one that is not on the list.
        """
        held = self._ledger.claim(source_id, self._clock())
        if held is None:
            with self._store.read() as session:
                row = session.get(SourceRow, source_id)
            if row is None or row.state not in (SourceState.WATCHED, SourceState.PAUSED):
                raise UnknownSource(f"source {source_id}")
            raise SourceBusy(f"source {source_id}")
        return self._look(held)

    def _look(self, held: Held) -> SourceNews:
        source = held.source
        news = SourceNews(source.id, source.name, source.address)
        try:
            visit = self._visit(held)
        except (CannotFetch, UnreadableFile) as error:
            if isinstance(error, CannotFetch) and error.code is FetchFault.STOPPED:
                self._ledger.release(held)
                return news
            return self._fail(held, news, error)
        return self._settle(visit, news)

    def _visit(self, held: Held) -> _Visit:
        """Fetches and reads, and changes nothing."""
        source = held.source
        fetched = self._fetcher.get(
            source.address,
            etag=source.etag,
            last_modified=source.last_modified,
            most_bytes=MOST_BYTES if source.kind is not SourceKind.PAGE else 10 * MOST_BYTES,
            seconds=SECONDS,
        )
        is_first = source.last_seen_at is None
        if source.kind is SourceKind.PAGE:
            return self._visit_page(held, fetched, is_first)
        links = () if fetched.is_unchanged else find_reports(fetched, source.kind).links
        new = self._ledger.unknown({same_page(link.address): link for link in reversed(links)})
        waiting = self._ledger.due(source.id, self._clock(), MOST_REPORTS_A_LOOK)
        if not (is_first and source.is_new_only):
            waiting += [Item(key, link, is_first) for key, link in new.items()]
        obtained = tuple(self._obtain(item, source) for item in waiting[:MOST_REPORTS_A_LOOK])
        return _Visit(held, fetched, new, obtained, is_first)

    def _visit_page(self, held: Held, fetched: Fetched, is_first: bool) -> _Visit:
        """The page is its own report, under the source's address also where that redirects."""
        source = held.source
        link = Link(source.address, source.title or source.address)
        key = same_page(source.address)
        if fetched.is_unchanged:
            return _Visit(held, fetched, {}, (), is_first)
        obtained = self._obtain(Item(key, link, is_first), source, fetched)
        return _Visit(held, fetched, {key: link}, (obtained,), is_first)

    def _obtain(self, item: Item, source: Source, fetched: Fetched | None = None) -> Obtained:
        if self._closing.is_set():
            raise CannotFetch(FetchFault.STOPPED)
        obtained = obtain(item, source, self._fetcher, self._importing, fetched)
        if self._closing.is_set():  # the trouble, if any, was ours
            raise CannotFetch(FetchFault.STOPPED)
        return obtained

    def _settle(self, visit: _Visit, news: SourceNews) -> SourceNews:
        """All that was found is kept, and told, in one transaction: a crash before leaves no trace."""
        now, admins = self._clock(), self._admins()
        with self._store.write() as session:
            row = _still_held(session, visit.held)
            if row is None:
                return news
            wait_for_publishing(session)  # so that two looks do not both find that a report is not there yet
            settling = Settling(session, self._reports, visit.held.source, now)
            settling.note(visit.new, is_first=visit.is_first)
            kept = [settling.keep(obtained) for obtained in visit.obtained]
            news = replace(
                news,
                reports=tuple(item for item in kept if isinstance(item, FoundReport)),
                unreadable=tuple(item for item in kept if isinstance(item, Unreadable)),
            )
            if news.reports:
                row.last_found_at = now
            if not visit.fetched.is_unchanged and not visit.is_to_be_repeated:
                row.etag, row.last_modified = visit.fetched.etag, visit.fetched.last_modified
            row.failures, row.trouble, row.last_seen_at = 0, None, now
            has_more = bool(visit.obtained) and settling.has_waiting()
            row.next_look_at = now + (NEXT_PORTION_AFTER if has_more else after_success(self._watching.every))
            _close(session, row, news, admins, now)
        return news

    def _fail(self, held: Held, news: SourceNews, error: CannotFetch | UnreadableFile) -> SourceNews:
        now, admins = self._clock(), self._admins()
        trouble = trouble_of(error)
        log.info("source %d cannot be looked at: %s", held.source.id, trouble.in_language("en"))
        with self._store.write() as session:
            row = _still_held(session, held)
            if row is None:
                return news
            row.failures += 1
            row.trouble = write_trouble(trouble)
            row.next_look_at = now + after_failure(row.failures, retry_after(error))
            is_forbidden = trouble.is_lasting and trouble.about == "fetching"
            is_told = row.failures == (1 if is_forbidden else TOLD_AFTER_FAILURES)
            news = replace(news, trouble=trouble, failures=row.failures)
            _close(session, row, news if is_told else replace(news, trouble=None), admins, now)
        return news

    def _admins(self) -> list[int]:
        return [member.user_id for member in self._people.members() if member.is_for_all]


def _still_held(session: Session, held: Held) -> SourceRow | None:
    """The source's row, unless somebody else took it over meanwhile."""
    row = session.get(SourceRow, held.source.id, with_for_update=True)
    return row if row is not None and row.holder == held.holder else None


def _close(session: Session, row: SourceRow, news: SourceNews, admins: list[int], now: datetime) -> None:
    row.last_looked_at = now
    row.holder = row.held_until = None
    if news.is_any:
        tell_admins(session, EventKind.SOURCE, write_source_news(news), admins, at=now)
