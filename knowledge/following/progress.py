"""How far the notices of an event are."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlmodel import Session, col

from knowledge.following.manners import is_disturbing
from knowledge.following.states import NoticeState
from knowledge.following.stopping import DIED, STOPPED_BY_HAND, is_stopped
from knowledge.store.tables import EventRow, NoticeRow


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the notices of an event are."""

    event_id: int
    waiting: int
    sending: int
    sent: int
    failed: int
    uncertain: int
    held: int
    missed: int
    merged: int
    stopped: int
    perhaps_twice: int = 0  # of those sent: begun before by a sender that died
    stopped_by_hand: int = 0  # of those stopped: they can be sent after all
    quiet: int = 0  # of those waiting: their chats have quiet hours just now

    @property
    def remaining(self) -> int:
        """What is still to be decided."""
        return self.waiting + self.sending

    @property
    def total(self) -> int:
        """All notices of the event."""
        decided = self.sent + self.failed + self.uncertain + self.held + self.missed + self.merged + self.stopped
        return self.remaining + decided


def progress_of(session: Session, event_id: int, now: datetime, zone: ZoneInfo) -> Progress | None:
    """How far it is; None of an unknown event."""
    if session.get(EventRow, event_id) is None:
        return None
    counting = (
        select(col(NoticeRow.state), func.count())
        .where(col(NoticeRow.event_id) == event_id)
        .group_by(col(NoticeRow.state))
    )
    counts = {row[0]: row[1] for row in session.connection().execute(counting)}
    return Progress(
        event_id=event_id,
        perhaps_twice=session.connection().execute(_twice(event_id)).scalar_one(),
        stopped_by_hand=session.connection().execute(_stopped_by_hand(event_id)).scalar_one(),
        quiet=session.connection().execute(_quiet(event_id, now, zone)).scalar_one(),
        **{state.value: counts.get(state, 0) for state in NoticeState},
    )


def _twice(event_id: int) -> Select[int]:
    sent = (col(NoticeRow.event_id) == event_id) & (col(NoticeRow.state) == NoticeState.SENT)
    return select(func.count()).where(sent, col(NoticeRow.reason) == DIED)


def _stopped_by_hand(event_id: int) -> Select[int]:
    return select(func.count()).where(col(NoticeRow.event_id) == event_id, is_stopped(STOPPED_BY_HAND))


def _quiet(event_id: int, now: datetime, zone: ZoneInfo) -> Select[int]:
    waiting = (col(NoticeRow.event_id) == event_id) & (col(NoticeRow.state) == NoticeState.WAITING)
    return select(func.count()).where(waiting, is_disturbing(now, zone))
