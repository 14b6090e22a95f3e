"""How much waits in the store, as monitoring asks; no person is in it."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import col

from knowledge.following.states import NoticeState
from knowledge.store.clock import Clock
from knowledge.store.states import UpdateState
from knowledge.store.store import Store
from knowledge.store.tables import NoticeRow, UpdateRow


@dataclass(frozen=True, slots=True)
class Depths:
    """Notices by state (0 of those that there are none of), updates that wait, and since when the oldest does."""

    notices: dict[str, int]
    updates: int
    oldest_update_seconds: float


def read_depths(store: Store, clock: Clock) -> Depths:
    """Two counts over indexes; raises StoreUnavailable."""
    states = select(col(NoticeRow.state), func.count()).group_by(col(NoticeRow.state))
    waiting = select(func.count(), func.min(col(UpdateRow.received_at))).where(
        col(UpdateRow.state) == UpdateState.PENDING
    )
    with store.read() as session:
        connection = session.connection()
        counted = {row[0]: row[1] for row in connection.execute(states)}
        updates, oldest = connection.execute(waiting).one()
    notices = {state.value: counted.get(state.value, 0) for state in NoticeState}
    return Depths(notices, updates, _seconds_since(oldest, clock()))


def _seconds_since(moment: datetime | None, now: datetime) -> float:
    return max(0.0, (now - moment).total_seconds()) if moment else 0.0
