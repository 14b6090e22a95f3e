"""Notices that go to admins because they are admins, whatever their chats follow."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, insert, update
from sqlmodel import Session, col, select

from knowledge.following.states import EventKind, NoticeState
from knowledge.store.tables import EventRow, NoticeRow, id_of
from knowledge.store.upserting import insert_if_absent

_PERSONAL = [
    kind.value
    for kind in (
        EventKind.SOURCE,
        EventKind.REPLY,
        EventKind.OFFICE,
        EventKind.WEEKLY,
        EventKind.REPORT_WITHDRAWN,
        EventKind.REPORT_RESTORED,
    )
]


def tell_admins(
    session: Session, kind: EventKind, payload: str, admins: list[int], *, at: datetime, once: str | None = None
) -> bool:
    """Writes a notice to each admin's private chat; False where that was to be told `once`, under this key, and was told before."""
    values: dict[str, Any] = {"kind": kind.value, "payload": payload, "created_at": at}
    if once is not None and not insert_if_absent(session, EventRow, ["once"], once=once, **values):
        return False
    if once is None:
        event = EventRow(**values)
        session.add(event)
        session.flush()
        event_id = id_of(event)
    else:
        event_id = session.exec(select(EventRow.id).where(EventRow.once == once)).one() or 0
    notice = {"event_id": event_id, "state": NoticeState.WAITING.value, "due_at": at, "attempts": 0}
    if admins:
        session.connection().execute(insert(NoticeRow), [{"chat_id": admin, **notice} for admin in admins])
    return True


def is_personal() -> ColumnElement[bool]:
    """As a condition of a query: a notice is for just this chat, an admin's or an asker's, and does not end with what the chat follows."""
    return exists().where(col(EventRow.id) == col(NoticeRow.event_id), col(EventRow.kind).in_(_PERSONAL))


def take_up_personal(session: Session, chat_id: int, *, at: datetime) -> None:
    """Notices for just this chat that waited while it could not be reached are sent after all."""
    missed = (col(NoticeRow.chat_id) == chat_id) & (col(NoticeRow.state) == NoticeState.MISSED)
    again = update(NoticeRow).where(missed, is_personal())
    session.connection().execute(again.values(state=NoticeState.WAITING, due_at=at, sender=None))
