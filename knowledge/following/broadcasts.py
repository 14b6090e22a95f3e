"""Admins watch how far the notices of a publication are, each in one message; nothing of it is lost with a process."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from knowledge.following.news import read_news
from knowledge.following.outbox import Outbox, Progress
from knowledge.following.states import NoticeState
from knowledge.following.stopping import STOPPED_BY_HAND, is_stopped
from knowledge.following.superseding import publications_of, take_up
from knowledge.store.audit import write_audit
from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import BroadcastRow, EventRow, NoticeRow
from knowledge.store.upserting import insert_if_absent

# Often enough to be live; a message may be edited about once a second.
LOOK_EVERY = timedelta(seconds=3)
# While all that remains is for chats that sleep.
LOOK_AT_NIGHT_EVERY = timedelta(minutes=10)
# The pace by which the end is told until the first messages show their own.
FIRST_PACE = 30.0


@dataclass(frozen=True, slots=True)
class Watched:
    """A message in which somebody watches, and what it is to say now."""

    event_id: int
    report_id: int
    title: str
    chat_id: int
    message_id: int
    progress: Progress
    ends_at: datetime | None  # None once nothing remains but what waits for the end of a chat's quiet hours

    @property
    def is_over(self) -> bool:
        """Whether nothing of it will change any more by itself."""
        return self.progress.remaining == 0


class Broadcasts:
    """Several processes may look; each look at a message is one's."""

    def __init__(self, store: Store, clock: Clock, outbox: Outbox) -> None:
        self._store = store
        self._clock = clock
        self._outbox = outbox

    def watch(self, event_id: int, chat_id: int, message_id: int, *, begins_at: datetime) -> None:
        """From then on that message tells how far the event is."""
        with self._store.write() as session:
            place = {"event_id": event_id, "chat_id": chat_id}
            insert_if_absent(session, BroadcastRow, list(place), message_id=message_id, look_at=begins_at, **place)
            same = (col(BroadcastRow.event_id) == event_id) & (col(BroadcastRow.chat_id) == chat_id)
            session.connection().execute(
                update(BroadcastRow).where(same).values(message_id=message_id, look_at=begins_at)
            )

    def hurry(self, report_id: int) -> None:
        """What is told of the report is told now, so it is watched from now on."""
        with self._store.write() as session:
            events = select(col(EventRow.id)).where(col(EventRow.report_id) == report_id)
            watched = col(BroadcastRow.event_id).in_(events)
            session.connection().execute(update(BroadcastRow).where(watched).values(look_at=self._clock()))

    def look(self) -> list[Watched]:
        """The messages whose time has come; who gets one shows it before the next look."""
        now = self._clock()
        due = update(BroadcastRow).where(col(BroadcastRow.look_at) <= now).values(look_at=now + LOOK_EVERY)
        taking = due.returning(col(BroadcastRow.event_id), col(BroadcastRow.chat_id), col(BroadcastRow.message_id))
        with self._store.read() as session:
            if not session.connection().execute(select(func.count()).where(col(BroadcastRow.look_at) <= now)).scalar():
                return []
        with self._store.write() as session:
            taken = session.connection().execute(taking).all()
        looked = [self._watched(int(event), int(chat), int(message), now) for event, chat, message in taken]
        found = [watched for watched in looked if watched is not None]
        self._rest([watched for watched in found if watched.ends_at is None], now)
        return found

    def close(self, event_id: int, chat_id: int) -> None:
        """The message has said the last of it, unless it is watched again."""
        with self._store.write() as session:
            same = (col(BroadcastRow.event_id) == event_id) & (col(BroadcastRow.chat_id) == chat_id)
            session.connection().execute(update(BroadcastRow).where(same).values(look_at=None))

    def stop(self, event_id: int, *, report_id: int, by: int | None) -> int:
        """What is not yet sent of that report's event is not sent; how many."""
        return self._outbox.stop(event_id, by=by) if self._is_of(event_id, report_id) else 0

    def resume(self, event_id: int, *, report_id: int, by: int | None) -> int:
        """What was stopped by hand is sent after all; how many."""
        if not self._is_of(event_id, report_id):
            return 0
        at = self._clock()
        with self._store.write() as session:
            count = take_up(session, [event_id], is_stopped(STOPPED_BY_HAND), at=at)
            write_audit(session, "event.resume", f"event:{event_id}", by=by, at=at, after=str(count))
            return count

    def _rest(self, asleep: list[Watched], now: datetime) -> None:
        if not asleep:
            return
        events = col(BroadcastRow.event_id).in_([watched.event_id for watched in asleep])
        later = update(BroadcastRow).where(events, col(BroadcastRow.look_at) <= now + LOOK_EVERY)
        with self._store.write() as session:
            session.connection().execute(later.values(look_at=now + LOOK_AT_NIGHT_EVERY))

    def _is_of(self, event_id: int, report_id: int) -> bool:
        with self._store.read() as session:
            event = session.get(EventRow, event_id)
            return event is not None and event.report_id == report_id

    def _watched(self, event_id: int, chat_id: int, message_id: int, now: datetime) -> Watched | None:
        progress = self._outbox.progress(event_id)
        with self._store.read() as session:
            event = session.get(EventRow, event_id)
            began = _first_sent(session, event_id)
        if progress is None or event is None or event.report_id is None:
            return None
        title = next((report.title for report in read_news(event.payload).reports), "")
        ends_at = _end(progress, began, now) if progress.remaining > progress.quiet else None
        return Watched(event_id, event.report_id, title, chat_id, message_id, progress, ends_at)


def watch_again(session: Session, report_id: int, at: datetime) -> None:
    """What is told of the report goes on: whoever watched it sees so in the same message."""
    watched = col(BroadcastRow.event_id).in_(publications_of(session, report_id))
    session.connection().execute(update(BroadcastRow).where(watched).values(look_at=at))


def _end(progress: Progress, began: datetime | None, now: datetime) -> datetime:
    """By the pace of what was sent so far; a sender that stands still does not make it earlier."""
    seconds = (now - began).total_seconds() if began else 0.0
    decided = progress.sent + progress.failed + progress.uncertain
    pace = decided / seconds if seconds >= 1 and decided else FIRST_PACE
    return now + timedelta(seconds=(progress.remaining - progress.quiet) / min(pace, FIRST_PACE))


def _first_sent(session: Session, event_id: int) -> datetime | None:
    sent = (col(NoticeRow.event_id) == event_id) & (col(NoticeRow.state) == NoticeState.SENT)
    return session.connection().execute(select(func.min(col(NoticeRow.decided_at))).where(sent)).scalar()
