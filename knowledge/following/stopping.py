"""Notices that are not sent after all."""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col

from knowledge.following.states import UNBEGUN, NoticeState
from knowledge.store.tables import NoticeRow

# The reason of what a withdrawal or a newer version stopped: should it answer again, it is told after all.
RETRACTED = "retracted"


def stop_notices(session: Session, *where: ColumnElement[bool], at: datetime, reason: str) -> int:
    """Of those notices, the ones that nobody has begun to send are not sent; how many."""
    unbegun = col(NoticeRow.state).in_(UNBEGUN)
    query = update(NoticeRow).where(unbegun, *where)
    stopped = query.values(state=NoticeState.STOPPED, decided_at=at, reason=reason, sender=None)
    return session.connection().execute(stopped).rowcount
