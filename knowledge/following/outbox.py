"""The outbox: one notice per event and chat, from publishing until it is known what became of it.

waiting → (claim: leased) → begin: sending → sent | failed | uncertain | missed, or released to wait again.
A lease that runs out before `begin` makes the notice claimable again.  After it the sender died in the middle of
the request: `recover` lets the notice wait again, for a message that may have been lost is worse than one that may
come twice, and keeps on record that it may.  Where a living sender only got no answer, it is uncertain and stays so.

Nothing is published or withdrawn between the moment that a request begins or ends and the moment that this is kept: the
one or the other comes first and is seen by whoever comes second.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Select, Update, bindparam, exists, func, insert, or_, select, update
from sqlalchemy.sql.dml import ReturningUpdate
from sqlmodel import Session, col

from knowledge.following.for_admins import is_personal
from knowledge.following.late import stop_outdated, tell_late
from knowledge.following.manners import is_disturbing
from knowledge.following.merging import renew_released
from knowledge.following.notices import Notice, load_notices
from knowledge.following.pausing import pause_chat
from knowledge.following.progress import Progress, progress_of
from knowledge.following.set_back import hurry
from knowledge.following.states import EventKind, NoticeState
from knowledge.following.stopping import (
    DIED,
    RETRACTED,
    STOPPED_BY_HAND,
    is_given_up,
    reason_that_stays,
    stop_notices,
)
from knowledge.storable import storable
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.generations import hold_off_publishing
from knowledge.store.states import ReportState
from knowledge.store.store import Store
from knowledge.store.tables import ChatRow, EventRow, NoticePartRow, NoticeRow, ReportRow, SubscriptionRow

__all__ = ["EventKind", "Notice", "NoticeState", "Outbox", "Progress"]

# A sender that comes back late still knows best what became of a notice.
_UNDECIDED = (NoticeState.WAITING, NoticeState.SENDING, NoticeState.UNCERTAIN)


class Outbox:
    """What senders call, in this order: claim, begin, then one of the marks or release."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone

    def claim(self, limit: int, *, sender: str, now: datetime, lease_seconds: float) -> list[Notice]:
        """Up to `limit` due notices, the oldest first; nobody else gets them before the lease ends.

        Those of chats in their quiet hours wait on.

        `sender` names one run of one process, so that a lease is never taken for that of another.
        """
        if (next_due := self.next_due()) is None or next_due > now:
            return []  # as nearly always, and seen in a tenth of the time
        due = (
            select(col(NoticeRow.id))
            .where(col(NoticeRow.state) == NoticeState.WAITING, col(NoticeRow.due_at) <= now)
            .where(~is_disturbing(now, self._zone))
            .order_by(col(NoticeRow.due_at), col(NoticeRow.id))
            .limit(limit)
            .with_for_update(skip_locked=True)
            .cte("due")
        )
        leasing = (
            update(NoticeRow)
            .where(col(NoticeRow.id).in_(select(due.c.id)))
            .values(sender=sender, due_at=now + timedelta(seconds=lease_seconds))
            .returning(col(NoticeRow.id))
        )
        with self._store.write() as session:
            ids = session.connection().execute(leasing).scalars().all()
            return load_notices(session, [int(number or 0) for number in ids])

    def begin(self, notice_id: int, *, sender: str, now: datetime, lease_seconds: float) -> bool:
        """Call right before each request: False means the lease was lost, so do not send."""
        with self._store.write() as session:
            hold_off_publishing(session)
            return bool(_begin(session, [notice_id], sender, now, lease_seconds))

    def record(
        self,
        *,
        begin: Sequence[int],
        sent: Sequence[tuple[int, int]],
        sender: str,
        now: datetime,
        lease_seconds: float,
    ) -> frozenset[int]:
        """What happened since the last call, in one transaction; of those that are to begin, the ones that may be sent.

        `sent` has a notice's id and its (last) message's.
        """
        with self._store.write() as session:
            hold_off_publishing(session)
            if sent:
                _mark_sent(session, sent, self._clock())
            return _begin(session, begin, sender, now, lease_seconds) if begin else frozenset()

    def give_back(self, *, sender: str, now: datetime) -> None:
        """What this sender has claimed and not begun can be claimed by anybody."""
        claimed = (col(NoticeRow.state) == NoticeState.WAITING) & (col(NoticeRow.sender) == sender)
        with self._store.write() as session:
            session.connection().execute(update(NoticeRow).where(claimed).values(sender=None, due_at=now))

    def mark_part(self, notice_id: int, message_id: int, *, now: datetime, lease_seconds: float) -> None:
        """One part of a long message arrived and more follow: `begin` again for the next."""
        lease_ends = now + timedelta(seconds=lease_seconds)
        position = select(func.count()).where(col(NoticePartRow.notice_id) == notice_id).scalar_subquery()
        with self._store.write() as session:
            part = {"notice_id": notice_id, "message_id": message_id, "sent_at": now}
            session.connection().execute(insert(NoticePartRow).values(position=position, **part))
            _mark(session, notice_id, state=NoticeState.WAITING, due_at=lease_ends)

    def mark_failed(self, notice_id: int, reason: str) -> None:
        """It was refused for good; others are not held up."""
        with self._store.write() as session:
            _mark(session, notice_id, state=NoticeState.FAILED, decided_at=self._clock(), reason=storable(reason))

    def mark_uncertain(self, notice_id: int, reason: str) -> None:
        """The request may have been carried out."""
        at = self._clock()
        with self._store.write() as session:
            hold_off_publishing(session)
            _mark(session, notice_id, state=NoticeState.UNCERTAIN, decided_at=at, reason=storable(reason))
            tell_late(session, [notice_id], at)

    def mark_blocked(self, notice_id: int, reason: str) -> None:
        """The chat cannot be reached: it is paused, and this notice is among what it missed."""
        with self._store.write() as session:
            hold_off_publishing(session)
            chat_id = (
                session.connection()
                .execute(select(col(NoticeRow.chat_id)).where(col(NoticeRow.id) == notice_id))
                .scalar_one()
            )
            _mark(session, notice_id, state=NoticeState.MISSED, reason=storable(reason))
            pause_chat(session, chat_id, reason, at=self._clock())
            _catch_up(session, [notice_id], self._clock())

    def release(self, notice_id: int, *, not_before: datetime) -> None:
        """It was certainly not sent and may be claimed again from then on."""
        with self._store.write() as session:
            hold_off_publishing(session)
            _mark(session, notice_id, state=NoticeState.WAITING, due_at=not_before, sender=None)
            _catch_up(session, [notice_id], self._clock())

    def cannot_replace(self, notice_id: int) -> None:
        """The earlier message is gone or cannot be edited: a new one is sent instead."""
        with self._store.write() as session:
            _mark(session, notice_id, state=NoticeState.WAITING, due_at=self._clock(), sender=None, replaces=None)

    def recover(self, now: datetime) -> int:
        """Notices whose sender died in the middle of a request wait again, none for an hour that is no right clock's; how many."""
        abandoned = update(NoticeRow).where(col(NoticeRow.state) == NoticeState.SENDING, col(NoticeRow.due_at) <= now)
        waiting = abandoned.values(state=NoticeState.WAITING, sender=None, reason=DIED).returning(col(NoticeRow.id))
        with self._store.write() as session:
            hold_off_publishing(session)
            hurry(session, now)
            ids = [int(number or 0) for number in session.connection().execute(waiting).scalars()]
            named_before = _catch_up(session, ids, self._clock())
            tell_late(session, [*_given_up(session, ids), *named_before], self._clock())
            return len(ids)

    def next_due(self) -> datetime | None:
        """When the next waiting notice (or leased one, should its sender be dead) can be claimed."""
        with self._store.read() as session:
            return session.connection().execute(_next_due()).scalar_one()

    def stop(self, event_id: int, *, by: int | None) -> int:
        """The event's waiting notices are not sent; how many."""
        at = self._clock()
        with self._store.write() as session:
            stopped = stop_notices(session, col(NoticeRow.event_id) == event_id, at=at, reason=STOPPED_BY_HAND)
            write_audit(session, "event.stop", f"event:{event_id}", by=by, at=at, after=str(stopped))
            return stopped

    def progress(self, event_id: int) -> Progress | None:
        """How far it is; None of an unknown event."""
        with self._store.read() as session:
            return progress_of(session, event_id, self._clock(), self._zone)


@cache
def _next_due() -> Select[datetime | None]:
    return select(func.min(col(NoticeRow.due_at))).where(col(NoticeRow.state) == NoticeState.WAITING)


def _begin(
    session: Session, notice_ids: Sequence[int], sender: str, now: datetime, lease_seconds: float
) -> frozenset[int]:
    those = {"notices": list(notice_ids), "lessee": sender, "now": now}
    lease_ends = now + timedelta(seconds=lease_seconds)
    begun = session.connection().execute(_beginning(), {**those, "lease_ends": lease_ends})
    return frozenset(int(number or 0) for number in begun.scalars())


@cache
def _beginning() -> ReturningUpdate[Any]:
    """This and the next are said of every notice, and so built once, which takes longer than the store."""
    leased = (col(NoticeRow.sender) == bindparam("lessee")) & (col(NoticeRow.due_at) > bindparam("now"))
    those = col(NoticeRow.id).in_(bindparam("notices", expanding=True))
    return (
        update(NoticeRow)
        .where(those, col(NoticeRow.state) == NoticeState.WAITING, leased)
        .values(state=NoticeState.SENDING, due_at=bindparam("lease_ends"), attempts=NoticeRow.attempts + 1)
        .returning(col(NoticeRow.id))
    )


@cache
def _arriving() -> Update:
    return (
        update(NoticeRow)
        .where(col(NoticeRow.id) == bindparam("notice"), or_(*(col(NoticeRow.state) == each for each in _UNDECIDED)))
        .values(
            state=NoticeState.SENT,
            message_id=bindparam("message"),
            decided_at=bindparam("at"),
            reason=reason_that_stays(),
        )
    )


def _mark_sent(session: Session, messages: Sequence[tuple[int, int]], at: datetime) -> None:
    rows = [{"notice": notice_id, "message": message_id, "at": at} for notice_id, message_id in messages]
    session.connection().execute(_arriving(), rows)
    tell_late(session, [notice_id for notice_id, _ in messages], at)


def _mark(session: Session, notice_id: int, **values: Any) -> None:
    undecided = col(NoticeRow.state).in_(_UNDECIDED)
    session.connection().execute(update(NoticeRow).where(col(NoticeRow.id) == notice_id, undecided).values(**values))


def _given_up(session: Session, notice_ids: Sequence[int]) -> list[int]:
    """Those of these which may have arrived and are not sent again."""
    query = select(col(NoticeRow.id)).where(is_given_up(), col(NoticeRow.id).in_(notice_ids))
    return [int(number or 0) for number in session.connection().execute(query).scalars()]


def _catch_up(session: Session, notice_ids: Sequence[int], at: datetime) -> list[int]:
    """What happened while their requests were under way counts for these, which were not sent.

    The notices that a digest among them told before and does not tell now, though it may have arrived.
    """
    _stop_if_ended(session, notice_ids, at)
    stop_outdated(session, notice_ids, at)
    return renew_released(session, notice_ids, at)


def _stop_if_ended(session: Session, notice_ids: Sequence[int], at: datetime) -> None:
    """Nobody wants a notice any more whose rule, chat or report went while its request was under way."""
    rule, chat, report = SubscriptionRow, ChatRow, ReportRow
    rule_is_there = exists().where(col(rule.id) == col(NoticeRow.subscription_id))
    chat_is_there = exists().where(col(chat.id) == col(NoticeRow.chat_id))
    withdrawn = (
        exists()
        .where(col(EventRow.id) == col(NoticeRow.event_id), col(report.id) == col(EventRow.report_id))
        .where(col(report.state) != ReportState.PUBLISHED)
    )
    # Whoever was given a figure that is now corrected is told whether they follow anything or not.
    follows_nothing = ~chat_is_there & col(NoticeRow.about).is_(None)
    those, theirs = col(NoticeRow.id).in_(notice_ids), ~is_personal()
    ended = (col(NoticeRow.subscription_id).is_not(None) & ~rule_is_there) | follows_nothing
    stop_notices(session, those, ended, theirs, at=at, reason="ended")
    stop_notices(session, those, withdrawn, theirs, at=at, reason=RETRACTED)
