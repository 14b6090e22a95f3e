"""Notices that are not sent after all."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, case, update
from sqlmodel import Session, col

from knowledge.following.states import UNBEGUN, NoticeState
from knowledge.store.tables import NoticeRow

# The record of what may have been sent twice.
DIED = "a sender died in the middle of the request"
# What an admin stops is sent after all when it is resumed.
STOPPED_BY_HAND = "stopped"
# The reason of what a withdrawal or a newer version stopped: should it answer again, it is told after all.
RETRACTED = "retracted"


def is_stopped(reason: str) -> ColumnElement[bool]:
    """As a condition of a query: the notice was stopped for that reason."""
    return (col(NoticeRow.state) == NoticeState.STOPPED) & (col(NoticeRow.reason) == reason)


def reason_that_stays() -> ColumnElement[str | None]:
    """What is written as the reason of a notice that is to be sent, or was: only that it may come twice."""
    return case((col(NoticeRow.reason) == DIED, DIED), else_=None)


def is_given_up() -> ColumnElement[bool]:
    """As a condition of a query: the notice's sender died and it was not sent again, so that it may have been lost."""
    return (col(NoticeRow.state) == NoticeState.UNCERTAIN) & (col(NoticeRow.reason) == DIED)


def stop_notices(session: Session, *where: ColumnElement[bool], at: datetime, reason: str) -> int:
    """Of those notices, the ones that nobody has begun to send are not sent; how many.

    One whose sender died may have arrived all the same: it is uncertain, so that its chat hears what became of it.
    """
    unbegun = col(NoticeRow.state).in_(UNBEGUN)
    query = update(NoticeRow).where(unbegun, *where)
    values: dict[str, Any] = {"state": NoticeState.STOPPED, "reason": reason}
    if reason != STOPPED_BY_HAND:
        has_died = col(NoticeRow.reason) == DIED
        values["state"] = case((has_died, NoticeState.UNCERTAIN.value), else_=NoticeState.STOPPED.value)
        values["reason"] = case((has_died, DIED), else_=reason)
    return session.connection().execute(query.values(**values, decided_at=at, sender=None)).rowcount
