"""The clock was ahead and was set back: what was to wait for an hour, or for a sender that is gone, would wait for months."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlmodel import Session, col

from knowledge.following.states import NoticeState
from knowledge.store.tables import ChatRow, NoticeRow

# A week's digest is the longest that anything waits.
LONGEST_WAIT = timedelta(days=8)


def hurry(session: Session, now: datetime) -> None:
    """What waits for an hour that no clock which is right could have given is due now."""
    undecided = col(NoticeRow.state).in_([NoticeState.WAITING, NoticeState.HELD, NoticeState.SENDING])
    beyond = now + LONGEST_WAIT
    session.connection().execute(update(NoticeRow).where(undecided, col(NoticeRow.due_at) > beyond).values(due_at=now))
    session.connection().execute(update(ChatRow).where(col(ChatRow.digest_at) > beyond).values(digest_at=now))
