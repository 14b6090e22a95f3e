"""Deleting what is known of a person."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, func, select, update
from sqlmodel import Session, col

from knowledge.following.states import EventKind
from knowledge.following.subscribers import end_all
from knowledge.store.states import UpdateState
from knowledge.store.tables import (
    AuditRow,
    Base,
    ConversationRow,
    CorrectionRow,
    DialogueRow,
    EventRow,
    NoticeRow,
    PersonRow,
    QuestionRow,
    UpdateRow,
)

# A reply that was told held the person's own question.
_FORGOTTEN = "{}"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much was deleted of a person; `audit_entries` were kept, as the record of what was changed."""

    was_known: bool
    questions: int
    corrections: int
    subscriptions: int
    notices: int
    dialogues: int
    conversations: int
    updates: int
    audit_entries: int


def forget_person(session: Session, user_id: int, *, at: datetime) -> Forgotten:
    """Delete the person's own rows; their private chat has the person's number."""
    kept = select(func.count()).where(col(AuditRow.by) == user_id)
    replies = select(col(NoticeRow.event_id)).where(col(NoticeRow.chat_id) == user_id)
    own = (col(EventRow.kind) == EventKind.REPLY.value) & col(EventRow.id).in_(replies)
    session.connection().execute(update(EventRow).where(own).values(payload=_FORGOTTEN))
    handled = (col(UpdateRow.state) != UpdateState.PENDING) & _of_person(UpdateRow.chat_key, user_id)
    return Forgotten(
        subscriptions=end_all(session, user_id, at=at),
        notices=_delete(session, NoticeRow, col(NoticeRow.chat_id) == user_id),
        questions=_delete(session, QuestionRow, col(QuestionRow.user_id) == user_id),
        corrections=_delete(session, CorrectionRow, col(CorrectionRow.user_id) == user_id),
        dialogues=_delete(session, DialogueRow, col(DialogueRow.user_id) == user_id),
        conversations=_delete(session, ConversationRow, _of_person(ConversationRow.chat_key, user_id)),
        updates=_delete(session, UpdateRow, handled),
        was_known=_delete(session, PersonRow, col(PersonRow.user_id) == user_id) > 0,
        audit_entries=session.connection().execute(kept).scalar_one(),
    )


def _of_person(chat_key: Any, user_id: int) -> Any:
    """The key of the private chat, or of the person in a group ("chat:user")."""
    return (col(chat_key) == str(user_id)) | col(chat_key).endswith(f":{user_id}")


def _delete(session: Session, table: type[Base], where: Any) -> int:
    return session.connection().execute(delete(table).where(where)).rowcount
