"""The one place that builds the services over a store."""

from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date
from threading import RLock
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from knowledge.fetching.settings import FetchSettings
from knowledge.lazily import once
from knowledge.sources.watching import Watching
from knowledge.store.clock import Clock, utc_now
from knowledge.store.engine import view_of
from knowledge.store.present import bring_up_to_date
from knowledge.store.store import Store

if TYPE_CHECKING:
    from knowledge.aliases.book import AliasBook
    from knowledge.amending.amending import Amending
    from knowledge.amending.items import Items
    from knowledge.asking.service import Asking
    from knowledge.entries.entries import Entries
    from knowledge.fetching.fetcher import Fetcher
    from knowledge.following.broadcasts import Broadcasts
    from knowledge.following.digests import Digests
    from knowledge.following.outbox import Outbox
    from knowledge.following.reminders import Reminders
    from knowledge.following.subscribers import Subscribers
    from knowledge.importing.importer import Importing
    from knowledge.looking.exporting import Exporting
    from knowledge.looking.statistics import Statistics
    from knowledge.looking.weekly import Weekly
    from knowledge.people.conversations import Conversations
    from knowledge.people.corrections import Corrections
    from knowledge.people.dialogues import Dialogues
    from knowledge.people.gaps import Gaps
    from knowledge.people.invitations import Invitations
    from knowledge.people.office import Office
    from knowledge.people.people import People
    from knowledge.people.questions import Questions
    from knowledge.people.replying import Replies
    from knowledge.people.scenes import Scenes
    from knowledge.releasing.draft_data import DraftData
    from knowledge.releasing.picking import Picking
    from knowledge.releasing.releasing import Releasing
    from knowledge.sources.sources import Sources
    from knowledge.sources.watcher import Watcher
    from knowledge.store.answering import Answering
    from knowledge.store.audit import Audit
    from knowledge.store.documents import Documents
    from knowledge.store.hearing import Hearing
    from knowledge.store.inbox import Inbox
    from knowledge.store.reports import Reports


@dataclass(frozen=True, eq=False)
class Knowledge:
    """Everything that is known and can be done, without any messenger.

    Each service is loaded and built when it is first asked for: a process that only answers is up in half the time.
    """

    store: Store
    clock: Clock
    zone: ZoneInfo
    owner_ids: frozenset[int]
    spoken: Collection[str]
    fetching: FetchSettings
    watching: Watching
    building: RLock = field(default_factory=RLock, repr=False)  # two threads that ask at once get the same

    def today(self) -> date:
        """The day it is for those who ask."""
        return self.clock().astimezone(self.zone).date()

    def close(self) -> None:
        """Give all connections back; nothing may be called after."""
        if "watcher" in vars(self):
            self.watcher.close()
        if "fetcher" in vars(self):
            self.fetcher.close()
        self.store.close()

    # --- the services ------------------------------------------------------------------------

    @once
    def reports(self) -> "Reports":
        """Reports: drafts, published, withdrawn."""
        from knowledge.following.announcing import Announcements
        from knowledge.store.reports import Reports

        return Reports(self.store, self.clock, Announcements())

    @once
    def answering(self) -> "Answering":
        """The reports that answer."""
        from knowledge.store.answering import Answering

        return Answering(self.store)

    @once
    def documents(self) -> "Documents":
        """Official documents and their lives."""
        from knowledge.store.documents import Documents

        return Documents(self.store)

    @once
    def aliases(self) -> "AliasBook":
        """What people call things."""
        from knowledge.aliases.book import AliasBook

        return AliasBook(self.store, self.clock)

    @once
    def entries(self) -> "Entries":
        """Single facts that admins add."""
        from knowledge.entries.entries import Entries

        return Entries(self.store, self.clock, self.reports, self.zone)

    @once
    def amending(self) -> "Amending":
        """Corrections by hand."""
        from knowledge.amending.amending import Amending

        return Amending(self.store, self.clock, self.reports, self.zone)

    @once
    def items(self) -> "Items":
        """What can be corrected, and what was."""
        from knowledge.amending.history import History
        from knowledge.amending.items import Items

        return Items(self.reports, self.entries, self.amending, History(self.store, self.clock))

    @once
    def subscribers(self) -> "Subscribers":
        """Who follows what."""
        from knowledge.following.subscribers import Subscribers

        return Subscribers(self.store, self.clock, self.zone)

    @once
    def outbox(self) -> "Outbox":
        """Notices and how far each has come."""
        from knowledge.following.outbox import Outbox

        return Outbox(self.store, self.clock, self.zone)

    @once
    def broadcasts(self) -> "Broadcasts":
        """What is being sent to many."""
        from knowledge.following.broadcasts import Broadcasts

        return Broadcasts(self.store, self.clock, self.outbox)

    @once
    def reminders(self) -> "Reminders":
        """Days that are near."""
        from knowledge.following.reminders import Reminders

        return Reminders(self.store, self.clock)

    @once
    def digests(self) -> "Digests":
        """What was held back for an hour."""
        from knowledge.following.digests import Digests

        return Digests(self.store, self.clock, self.zone)

    @once
    def inbox(self) -> "Inbox":
        """Updates and whose turn it is."""
        from knowledge.store.inbox import Inbox

        return Inbox(self.store, self.clock)

    @once
    def people(self) -> "People":
        """Persons, roles and languages."""
        from knowledge.people.people import People

        return People(self.store, self.clock, self.owner_ids, self.spoken)

    @once
    def invitations(self) -> "Invitations":
        """Invitations to a role."""
        from knowledge.people.invitations import Invitations

        return Invitations(self.store, self.clock, self.people)

    @once
    def office(self) -> "Office":
        """Rules of the office."""
        from knowledge.people.office import Office

        return Office(self.store, self.clock)

    @once
    def releasing(self) -> "Releasing":
        """Publishing, with second thoughts."""
        from knowledge.releasing.releasing import Releasing

        return Releasing(self.store, self.clock, self.reports, self.office, self.people)

    @once
    def picking(self) -> "Picking":
        """Items of a draft, kept and left out."""
        from knowledge.releasing.picking import Picking

        return Picking(self.store, self.clock)

    @once
    def draft_data(self) -> "DraftData":
        """A draft's own data, put right."""
        from knowledge.releasing.draft_data import DraftData

        return DraftData(self.store, self.clock)

    @once
    def statistics(self) -> "Statistics":
        """What was asked and answered."""
        from knowledge.looking.statistics import Statistics

        return Statistics(self.store, self.clock, self.questions, self.zone)

    @once
    def weekly(self) -> "Weekly":
        """The week for owners."""
        from knowledge.looking.weekly import Weekly

        return Weekly(
            self.store, self.clock, people=self.people, gaps=self.gaps, asking=self.asking, statistics=self.statistics
        )

    @once
    def exporting(self) -> "Exporting":
        """Everything that is kept, as tables."""
        from knowledge.looking.exporting import Exporting

        return Exporting(self.store)

    @once
    def dialogues(self) -> "Dialogues":
        """What was left half done."""
        from knowledge.people.dialogues import Dialogues

        return Dialogues(self.store, self.clock)

    @once
    def conversations(self) -> "Conversations":
        """What a chat asked last."""
        from knowledge.people.conversations import Conversations

        return Conversations(self.store, self.clock)

    @once
    def scenes(self) -> "Scenes":
        """All that is known of who speaks."""
        from knowledge.people.scenes import Scenes

        return Scenes(self.store, self.clock, self.spoken)

    @once
    def questions(self) -> "Questions":
        """Questions asked."""
        from knowledge.people.questions import Questions

        return Questions(self.store, self.clock)

    @once
    def gaps(self) -> "Gaps":
        """Questions without an answer."""
        from knowledge.people.gaps import Gaps

        return Gaps(self.questions, self.asking, self.today)

    @once
    def replies(self) -> "Replies":
        """Answers to those who asked in vain."""
        from knowledge.people.replying import Replies

        return Replies(self.store, self.clock, self.questions, self.people, self.asking, self.today)

    @once
    def corrections(self) -> "Corrections":
        """What people report as wrong."""
        from knowledge.people.corrections import Corrections

        return Corrections(self.store, self.clock)

    @once
    def audit(self) -> "Audit":
        """Who did what."""
        from knowledge.store.audit import Audit

        return Audit(self.store, self.clock)

    @once
    def asking(self) -> "Asking":
        """Answers."""
        from knowledge.asking.service import Asking
        from knowledge.asking.shelves.snapshot import SnapshotFile
        from knowledge.briefing.pictured import pictures_of

        snapshot = SnapshotFile(view_of(self.store.url))
        return Asking(self.answering, self.aliases.listing, snapshot, pictures=pictures_of)

    @once
    def importing(self) -> "Importing":
        """From a file to a draft."""
        from knowledge.importing.importer import Importing
        from knowledge.store.neighbours import Neighbours

        return Importing(self.reports, Neighbours(self.store), self.today)

    @once
    def fetcher(self) -> "Fetcher":
        """Files and pages from the web."""
        from knowledge.fetching.fetcher import Fetcher

        return Fetcher(self.fetching)

    @once
    def hearing(self) -> "Hearing":
        """Word of what other processes publish."""
        from knowledge.store.hearing import open_hearing

        return open_hearing(self.store.address)

    @once
    def sources(self) -> "Sources":
        """The list of watched sources."""
        from knowledge.sources.sources import Sources

        return Sources(self.store, self.clock)

    @once
    def watcher(self) -> "Watcher":
        """Looking at watched sources."""
        from knowledge.sources.watcher import Watcher

        return Watcher(self.store, self.clock, self.reports, self.importing, self.people, self.fetcher, self.watching)


def open_knowledge(
    database_url: str,
    *,
    timezone: str = "Asia/Ho_Chi_Minh",
    owner_ids: frozenset[int] = frozenset(),
    clock: Clock = utc_now,
    fetching: FetchSettings | None = None,
    watching: Watching | None = None,
    spoken: Collection[str] = ("vi", "en"),
) -> Knowledge:
    """The services over that database ("sqlite:///cchc.db", "postgresql://…"), its tables brought up to date.

    Raises StoreTooNew of a store that a newer version wrote, UnknownDatabase of another sort of address and
    StoreUnavailable when it cannot be reached.
    """
    store = Store(database_url)
    try:
        bring_up_to_date(store)
    except BaseException:
        store.close()
        raise
    return Knowledge(
        store, clock, ZoneInfo(timezone), owner_ids, spoken, fetching or FetchSettings(), watching or Watching()
    )
