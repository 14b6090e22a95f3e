"""Digests: what came up since the last one, in one message at the hour that the chat chose."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import select, update
from sqlmodel import Session, col

from knowledge.following.manners import Digest, next_digest
from knowledge.following.merging import merge_into
from knowledge.following.notices import load_notices
from knowledge.following.states import EventKind, NoticeState
from knowledge.store.clock import Clock
from knowledge.store.generations import wait_for_publishing
from knowledge.store.store import Store
from knowledge.store.tables import ChatRow, NoticeRow

# Nobody publishes while a transaction of digests runs; so many chats take well under a second.
CHATS_AT_ONCE = 50


class Digests:
    """Several processes may look at once; each digest is written by one of them."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone

    def write(self) -> int:
        """How many chats get one now; call it again and again."""
        now, written = self._clock(), 0
        with self._store.read() as session:
            if not _due(session, now) and not _behind(session, now):
                return 0
        while True:
            with self._store.write() as session:
                wait_for_publishing(session)
                chats = _due(session, now)
                for chat_id in chats:
                    write_digest(session, chat_id, at=now)
                written += len(chats)
                if not chats:
                    _advance(session, now, self._zone)
                    return written


def write_digest(session: Session, chat_id: int, *, at: datetime) -> None:
    """All that was held back for the chat goes out in one notice."""
    held = (col(NoticeRow.chat_id) == chat_id) & (col(NoticeRow.state) == NoticeState.HELD)
    ids = session.connection().execute(select(col(NoticeRow.id)).where(held)).scalars()
    notices = load_notices(session, [int(number or 0) for number in ids])
    if notices:
        merge_into(session, notices, EventKind.DIGEST, at=at)


def _due(session: Session, now: datetime) -> list[int]:
    held = select(col(NoticeRow.chat_id)).where(col(NoticeRow.state) == NoticeState.HELD, col(NoticeRow.due_at) <= now)
    return list(session.connection().execute(held.distinct().limit(CHATS_AT_ONCE)).scalars())


def _behind(session: Session, now: datetime) -> bool:
    late = select(col(ChatRow.id)).where(col(ChatRow.digest_at) <= now).limit(1)
    return session.connection().execute(late).first() is not None


def _advance(session: Session, now: datetime, zone: ZoneInfo) -> None:
    """There are at most 192 moments of a week: one statement for each that anybody chose."""
    choices = select(col(ChatRow.digest_hour), col(ChatRow.digest_day)).where(col(ChatRow.digest_at) <= now).distinct()
    for hour, day in session.connection().execute(choices).all():
        if hour is None:
            continue
        same = (col(ChatRow.digest_hour) == hour) & (
            col(ChatRow.digest_day).is_(None) if day is None else col(ChatRow.digest_day) == day
        )
        moment = next_digest(Digest(hour, day), now, zone)
        late = update(ChatRow).where(same, col(ChatRow.digest_at) <= now)
        session.connection().execute(late.values(digest_at=moment))
