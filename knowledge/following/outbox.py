"""The outbox: one notice per event and chat, from publishing until it is known what became of it.

waiting → (claim: leased) → begin: sending → sent | failed | uncertain | missed, or released to wait again.
A lease that runs out before `begin` makes the notice claimable again; after it, `recover` makes it uncertain,
for the message may have arrived.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.following.rules import Rule
from knowledge.store.clock import Clock
from knowledge.store.store import Store


class EventKind(StrEnum):
    """What there is to tell."""

    REPORT_PUBLISHED = "report_published"
    REPORT_REVISED = "report_revised"  # a newer version of a published report
    CATCH_UP = "catch_up"  # what a chat missed while it could not be reached


class NoticeState(StrEnum):
    """What is known of a notice."""

    WAITING = "waiting"
    SENDING = "sending"  # a request is under way
    SENT = "sent"
    FAILED = "failed"  # refused for good
    UNCERTAIN = "uncertain"  # may have arrived; not sent again blindly
    MISSED = "missed"  # held back while the chat could not be reached
    STOPPED = "stopped"  # by an admin or a withdrawal


@dataclass(frozen=True, slots=True)
class Notice:
    """One message to one chat, ready to be laid out."""

    id: int
    event_id: int
    kind: EventKind
    report_id: int | None
    chat_id: int
    thread_id: int | None
    subscription_id: int | None
    rule: Rule | None  # why the chat hears of it; `describe` puts it into words
    payload: str  # JSON of the event; `knowledge.following.news.read_news` reads it
    attempts: int
    parts: tuple[int, ...]  # message ids of the parts that arrived before


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the notices of an event are."""

    event_id: int
    waiting: int
    sending: int
    sent: int
    failed: int
    uncertain: int
    missed: int
    stopped: int
    began_at: datetime
    last_sent_at: datetime | None

    @property
    def total(self) -> int:
        """All notices of the event."""
        return self.waiting + self.sending + self.sent + self.failed + self.uncertain + self.missed + self.stopped

    @property
    def remaining(self) -> int:
        """What is still to be decided."""
        return self.waiting + self.sending


class Outbox:
    """What senders call, in this order: claim, begin, then one of the marks or release."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def claim(self, limit: int, *, sender: str, now: datetime, lease_seconds: float) -> list[Notice]:
        """Up to `limit` due notices, the oldest first; nobody else gets them before the lease ends."""
        raise NotImplementedError

    def begin(self, notice_id: int, *, sender: str, now: datetime, lease_seconds: float) -> bool:
        """Call right before each request: False means the lease was lost, so do not send."""
        raise NotImplementedError

    def begin_many(
        self, notice_ids: Sequence[int], *, sender: str, now: datetime, lease_seconds: float
    ) -> frozenset[int]:
        """Like `begin`, of several requests that go out together: those that may be sent."""
        raise NotImplementedError

    def mark_part(self, notice_id: int, message_id: int, *, now: datetime, lease_seconds: float) -> None:
        """One part of a long message arrived and more follow: `begin` again for the next."""
        raise NotImplementedError

    def mark_sent(self, notice_id: int, message_id: int) -> None:
        """The message (its last part) arrived."""
        raise NotImplementedError

    def mark_sent_many(self, messages: Sequence[tuple[int, int]]) -> None:
        """Like `mark_sent`, of several (notice id, message id)."""
        raise NotImplementedError

    def mark_failed(self, notice_id: int, reason: str) -> None:
        """It was refused for good; others are not held up."""
        raise NotImplementedError

    def mark_uncertain(self, notice_id: int, reason: str) -> None:
        """The request may have been carried out."""
        raise NotImplementedError

    def mark_blocked(self, notice_id: int, reason: str) -> None:
        """The chat cannot be reached: it is paused, and this notice is among what it missed."""
        raise NotImplementedError

    def release(self, notice_id: int, *, not_before: datetime) -> None:
        """It was certainly not sent and may be claimed again from then on."""
        raise NotImplementedError

    def recover(self, now: datetime) -> int:
        """Notices whose sender died in the middle of a request become uncertain; how many."""
        raise NotImplementedError

    def next_due(self) -> datetime | None:
        """When the next waiting notice (or leased one, should its sender be dead) can be claimed."""
        raise NotImplementedError

    def stop(self, event_id: int, *, by: int | None) -> int:
        """The event's waiting notices are not sent; how many."""
        raise NotImplementedError

    def progress(self, event_id: int) -> Progress | None:
        """How far it is; None of an unknown event."""
        raise NotImplementedError
