"""Who looks at which source, and what is known of the reports found there."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from sqlalchemy import update
from sqlmodel import col, select

from knowledge.sources.links import Link
from knowledge.sources.source import ItemState, Source, SourceState, source_of
from knowledge.store.store import Store
from knowledge.store.tables import SourceItemRow, SourceRow

# Whoever holds a source longer is taken for dead: the slowest look (ten reports of a minute each, read, with
# pauses between) ends before.
HOLD = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Held:
    """A source that nobody else looks at meanwhile; `holder` names this one look."""

    source: Source
    holder: str


@dataclass(frozen=True, slots=True)
class Item:
    """A report that was found and waits to be fetched."""

    key: str
    link: Link
    is_backlog: bool


class Ledger:
    """Of any number of processes, one at a time looks at a source."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def claim_due(self, now: datetime) -> Held | None:
        """A source whose time has come; None if there is none."""
        due = select(SourceRow.id).where(SourceRow.state == SourceState.WATCHED, SourceRow.next_look_at <= now)
        return self._claim(due.order_by(col(SourceRow.next_look_at)), now)

    def claim(self, source_id: int, now: datetime) -> Held | None:
        """That source, whenever its time is; None if somebody else holds it or it is gone."""
        shown = col(SourceRow.state).in_([SourceState.WATCHED, SourceState.PAUSED])
        held = self._claim(select(SourceRow.id).where(SourceRow.id == source_id, shown), now)
        if held is not None:
            self._try_again(source_id, now)
        return held

    def release(self, look: Held) -> None:
        """Nothing was done; anybody may take it."""
        held = (col(SourceRow.id) == look.source.id) & (col(SourceRow.holder) == look.holder)
        with self._store.write() as session:
            session.connection().execute(update(SourceRow).where(held).values(holder=None, held_until=None))

    def unknown(self, keys: dict[str, Link]) -> dict[str, Link]:
        """Those links whose pages no source has found before."""
        query = select(SourceItemRow.key).where(col(SourceItemRow.key).in_(keys))
        with self._store.read() as session:
            known = set(session.exec(query))
        return {key: link for key, link in keys.items() if key not in known}

    def due(self, source_id: int, now: datetime, limit: int) -> list[Item]:
        """What waits to be fetched, the oldest first."""
        waiting = select(SourceItemRow).where(
            SourceItemRow.source_id == source_id,
            SourceItemRow.state == ItemState.WAITING,
            SourceItemRow.next_try_at <= now,
        )
        with self._store.read() as session:
            rows = session.exec(waiting.order_by(col(SourceItemRow.id)).limit(limit)).all()
        return [Item(row.key, Link(row.address, row.title), row.is_backlog) for row in rows]

    def _claim(self, query: Any, now: datetime) -> Held | None:
        free = col(SourceRow.held_until).is_(None) | (col(SourceRow.held_until) <= now)
        with self._store.write() as session:
            found = session.exec(query.where(free).limit(1).with_for_update(skip_locked=True)).first()
            row = session.get(SourceRow, found) if found is not None else None
            if row is None:
                return None
            row.holder, row.held_until = uuid4().hex, now + HOLD
            return Held(source_of(row), row.holder)

    def _try_again(self, source_id: int, now: datetime) -> None:
        """Somebody asks for it: what was given up is tried once more."""
        failed = (col(SourceItemRow.source_id) == source_id) & (col(SourceItemRow.state) == ItemState.FAILED)
        waiting = (col(SourceItemRow.source_id) == source_id) & (col(SourceItemRow.state) == ItemState.WAITING)
        again = update(SourceItemRow).where(failed | waiting)
        with self._store.write() as session:
            session.connection().execute(again.values(state=ItemState.WAITING, attempts=0, next_try_at=now))
