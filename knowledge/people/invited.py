"""Ending invitations, within a transaction of the caller's."""

from datetime import datetime

from sqlalchemy import ColumnElement, update
from sqlmodel import Session, col

from knowledge.store.tables import InvitationRow


def is_open(at: datetime) -> ColumnElement[bool]:
    """As a condition of a query: an invitation can be taken up then."""
    row = InvitationRow
    return col(row.used_at).is_(None) & col(row.revoked_at).is_(None) & (col(row.expires_at) > at)


def void_invitations(session: Session, *, created_by: int, at: datetime) -> None:
    """Whoever may invite nobody any more has invited nobody."""
    mine = update(InvitationRow).where(col(InvitationRow.created_by) == created_by, is_open(at))
    session.connection().execute(mine.values(revoked_at=at))
