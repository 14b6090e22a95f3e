"""The one place that builds the services over a store."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from knowledge.asking.service import Asking
from knowledge.entries.entries import Entries
from knowledge.following.announcing import Announcements
from knowledge.following.outbox import Outbox
from knowledge.following.reminders import Reminders
from knowledge.following.subscribers import Subscribers
from knowledge.importing.importer import Importing
from knowledge.people.conversations import Conversations
from knowledge.people.dialogues import Dialogues
from knowledge.people.people import People
from knowledge.people.questions import Questions
from knowledge.store.audit import Audit
from knowledge.store.clock import Clock, utc_now
from knowledge.store.documents import Documents
from knowledge.store.inbox import Inbox
from knowledge.store.migrate import migrate
from knowledge.store.reports import Reports
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class Knowledge:
    """Everything that is known and can be done, without any messenger."""

    store: Store
    reports: Reports
    documents: Documents
    entries: Entries
    subscribers: Subscribers
    outbox: Outbox
    reminders: Reminders
    inbox: Inbox
    people: People
    dialogues: Dialogues
    conversations: Conversations
    questions: Questions
    audit: Audit
    asking: Asking
    importing: Importing

    def close(self) -> None:
        """Give all connections back; nothing may be called after."""
        self.store.close()


def open_knowledge(
    database_url: str,
    *,
    timezone: str = "Asia/Ho_Chi_Minh",
    owner_ids: frozenset[int] = frozenset(),
    clock: Clock = utc_now,
) -> Knowledge:
    """The services over that database ("sqlite:///cchc.db", "postgresql://…"), its tables brought up to date.

    Raises StoreTooNew of a store that a newer version wrote, UnknownDatabase of another sort of address and
    StoreUnavailable when it cannot be reached.
    """
    store = Store(database_url)
    try:
        migrate(store)
    except BaseException:
        store.close()
        raise
    reports = Reports(store, clock, Announcements())
    return Knowledge(
        store=store,
        reports=reports,
        documents=Documents(store),
        entries=Entries(store, clock, reports, ZoneInfo(timezone)),
        subscribers=Subscribers(store, clock),
        outbox=Outbox(store, clock, ZoneInfo(timezone)),
        reminders=Reminders(store, clock),
        inbox=Inbox(store, clock),
        people=People(store, clock, owner_ids),
        dialogues=Dialogues(store, clock),
        conversations=Conversations(store, clock),
        questions=Questions(store, clock),
        audit=Audit(store, clock),
        asking=Asking(reports.published, reports.generation),
        importing=Importing(reports),
    )
