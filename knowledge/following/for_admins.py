"""Notices that go to admins because they are admins, whatever their chats follow."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, insert, update
from sqlmodel import Session, col

from knowledge.following.states import EventKind, NoticeState
from knowledge.store.tables import EventRow, NoticeRow, id_of


def tell_admins(session: Session, kind: EventKind, payload: str, admins: list[int], *, at: datetime) -> int:
    """The event, with a notice to the private chat of each."""
    event = EventRow(kind=kind, payload=payload, created_at=at)
    session.add(event)
    session.flush()
    notice = {"event_id": id_of(event), "state": NoticeState.WAITING.value, "due_at": at, "attempts": 0}
    if admins:
        session.connection().execute(insert(NoticeRow), [{"chat_id": admin, **notice} for admin in admins])
    return id_of(event)


def is_personal() -> ColumnElement[bool]:
    """That a notice is meant for just this chat, an admin's or an asker's: it does not end with what the chat follows."""
    personal = col(EventRow.kind).in_([EventKind.SOURCE.value, EventKind.REPLY.value])
    return exists().where(col(EventRow.id) == col(NoticeRow.event_id), personal)


def take_up_personal(session: Session, chat_id: int, *, at: datetime) -> None:
    """What was meant for just this chat while it could not be reached is sent after all."""
    missed = (col(NoticeRow.chat_id) == chat_id) & (col(NoticeRow.state) == NoticeState.MISSED)
    again = update(NoticeRow).where(missed, is_personal())
    session.connection().execute(again.values(state=NoticeState.WAITING, due_at=at, sender=None))
