"""The one place that builds the services over a store."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from knowledge.aliases.book import AliasBook
from knowledge.amending.amending import Amending
from knowledge.amending.history import History
from knowledge.amending.items import Items
from knowledge.asking.service import Asking
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.entries.entries import Entries
from knowledge.fetching import Fetcher, FetchSettings
from knowledge.following.announcing import Announcements
from knowledge.following.broadcasts import Broadcasts
from knowledge.following.digests import Digests
from knowledge.following.outbox import Outbox
from knowledge.following.reminders import Reminders
from knowledge.following.replying import Replies
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
from knowledge.people.scenes import Scenes
from knowledge.releasing.draft_data import DraftData
from knowledge.releasing.picking import Picking
from knowledge.releasing.releasing import Releasing
from knowledge.sources.sources import Sources
from knowledge.sources.watcher import Watcher, Watching
from knowledge.store.audit import Audit
from knowledge.store.clock import Clock, utc_now
from knowledge.store.documents import Documents
from knowledge.store.engine import view_of
from knowledge.store.hearing import Hearing, open_hearing
from knowledge.store.inbox import Inbox
from knowledge.store.neighbours import Neighbours
from knowledge.store.present import bring_up_to_date
from knowledge.store.reports import Reports
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that is known and can be done, without any messenger."""

    store: Store
    reports: Reports
    documents: Documents
    aliases: AliasBook
    entries: Entries
    amending: Amending
    items: Items
    subscribers: Subscribers
    outbox: Outbox
    broadcasts: Broadcasts
    reminders: Reminders
    digests: Digests
    inbox: Inbox
    people: People
    invitations: Invitations
    office: Office
    releasing: Releasing
    picking: Picking
    draft_data: DraftData
    statistics: Statistics
    weekly: Weekly
    exporting: Exporting
    dialogues: Dialogues
    conversations: Conversations
    scenes: Scenes
    questions: Questions
    gaps: Gaps
    replies: Replies
    corrections: Corrections
    audit: Audit
    asking: Asking
    importing: Importing
    fetcher: Fetcher
    hearing: Hearing
    sources: Sources
    watcher: Watcher

    def close(self) -> None:
        """Give all connections back; nothing may be called after."""
        self.watcher.close()
        self.store.close()


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
    reports = Reports(store, clock, Announcements())
    people = People(store, clock, owner_ids, spoken)
    office = Office(store, clock)

    def today() -> date:
        return clock().astimezone(ZoneInfo(timezone)).date()

    importing = Importing(reports, Neighbours(store), today)
    aliases = AliasBook(store, clock)
    questions = Questions(store, clock)
    asking = Asking(reports, aliases.listing, SnapshotFile(view_of(database_url)))
    gaps = Gaps(questions, asking, today)
    statistics = Statistics(store, clock, questions, ZoneInfo(timezone))
    entries = Entries(store, clock, reports, ZoneInfo(timezone))
    amending = Amending(store, clock, reports, ZoneInfo(timezone))
    fetcher = Fetcher(fetching or FetchSettings())
    outbox = Outbox(store, clock, ZoneInfo(timezone))
    return Knowledge(
        store=store,
        reports=reports,
        documents=Documents(store),
        aliases=aliases,
        entries=entries,
        amending=amending,
        items=Items(reports, entries, amending, History(store, clock)),
        subscribers=Subscribers(store, clock, ZoneInfo(timezone)),
        outbox=outbox,
        broadcasts=Broadcasts(store, clock, outbox),
        reminders=Reminders(store, clock),
        digests=Digests(store, clock, ZoneInfo(timezone)),
        inbox=Inbox(store, clock),
        people=people,
        invitations=Invitations(store, clock, people),
        office=office,
        picking=Picking(store, clock),
        draft_data=DraftData(store, clock),
        releasing=Releasing(store, clock, reports, office, people),
        statistics=statistics,
        weekly=Weekly(store, clock, people=people, gaps=gaps, asking=asking, statistics=statistics),
        exporting=Exporting(store),
        dialogues=Dialogues(store, clock),
        conversations=Conversations(store, clock),
        scenes=Scenes(store, clock, spoken),
        questions=questions,
        gaps=gaps,
        replies=Replies(store, clock, questions, people, asking, today),
        corrections=Corrections(store, clock),
        audit=Audit(store, clock),
        asking=asking,
        importing=importing,
        fetcher=fetcher,
        hearing=open_hearing(store.address),
        sources=Sources(store, clock),
        watcher=Watcher(store, clock, reports, importing, people, fetcher, watching or Watching()),
    )
