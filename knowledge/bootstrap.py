"""The one place that builds the services over a store."""

from dataclasses import dataclass

from knowledge.entries.entries import Entries
from knowledge.following.outbox import Outbox
from knowledge.following.subscribers import Subscribers
from knowledge.people.conversations import Conversations
from knowledge.people.dialogues import Dialogues
from knowledge.people.people import People
from knowledge.people.questions import Questions
from knowledge.store.audit import Audit
from knowledge.store.clock import Clock, utc_now
from knowledge.store.documents import Documents
from knowledge.store.inbox import Inbox
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
    inbox: Inbox
    people: People
    dialogues: Dialogues
    conversations: Conversations
    questions: Questions
    audit: Audit

    def close(self) -> None:
        """Give all connections back; nothing may be called after."""


def open_knowledge(
    database_url: str,
    *,
    timezone: str = "Asia/Ho_Chi_Minh",
    owner_ids: frozenset[int] = frozenset(),
    clock: Clock = utc_now,
) -> Knowledge:
    """The services over that database ("sqlite:///cchc.db", "postgresql://…"), its tables brought up to date.

    Raises StoreTooNew of a store that a newer version wrote.
    """
    raise NotImplementedError
