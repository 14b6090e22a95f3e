"""Chats that cannot be reached: nothing is sent to them, nothing is lost for them."""

from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col

from knowledge.following.for_admins import is_personal
from knowledge.following.merging import merge_into
from knowledge.following.notices import Notice, load_notices
from knowledge.following.states import EventKind, NoticeState
from knowledge.storable import storable
from knowledge.store.generations import wait_for_publishing
from knowledge.store.tables import ChatRow, NoticeRow


def pause_chat(session: Session, chat_id: int, reason: str, *, at: datetime) -> None:
    """What waits for the chat, and whatever comes from now on, counts as missed."""
    connection = session.connection()
    chat = update(ChatRow).where(col(ChatRow.id) == chat_id, col(ChatRow.paused_at).is_(None))
    connection.execute(chat.values(paused_at=at, pause_reason=storable(reason)))
    waiting = (col(NoticeRow.chat_id) == chat_id) & col(NoticeRow.state).in_([NoticeState.WAITING, NoticeState.HELD])
    connection.execute(update(NoticeRow).where(waiting).values(state=NoticeState.MISSED, sender=None))


def restore_chat(session: Session, chat_id: int, *, at: datetime) -> list[Notice]:
    """What the chat missed, of which one new notice will tell it."""
    wait_for_publishing(session)
    reached = update(ChatRow).where(col(ChatRow.id) == chat_id).values(paused_at=None, pause_reason=None)
    session.connection().execute(reached)
    missed = _missed(session, chat_id)
    merge_into(session, missed, EventKind.CATCH_UP, at=at)
    return missed


def _missed(session: Session, chat_id: int) -> list[Notice]:
    query = select(col(NoticeRow.id)).where(
        col(NoticeRow.chat_id) == chat_id, col(NoticeRow.state) == NoticeState.MISSED, ~is_personal()
    )
    return load_notices(session, [int(number or 0) for number in session.connection().execute(query).scalars()])
