"""Updates that came in, stored before they are confirmed, until they are handled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import col, select

from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import UpdateRow
from knowledge.store.texts import storable
from knowledge.store.upserting import insert_if_absent

_PENDING, _DONE, _FAILED = "pending", "done", "failed"


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """One update as it came; updates with the same `chat_key` are handled in order."""

    update_id: int
    chat_key: str
    payload: str
    received_at: datetime
    attempts: int  # how often handling it failed


class Inbox:
    """Each update is kept once, by its id, however often it is delivered."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def store(self, update_id: int, chat_key: str, payload: str) -> bool:
        """True if it is new, False if it was stored before (handled or not)."""
        with self._store.write() as session:
            return insert_if_absent(
                session,
                UpdateRow,
                ["id"],
                id=update_id,
                chat_key=chat_key,
                payload=storable(payload),
                state=_PENDING,
                attempts=0,
                received_at=self._clock(),
            )

    def pending(self, limit: int = 1000) -> list[StoredUpdate]:
        """What is still to be handled, in the order of the ids."""
        query = select(UpdateRow).where(UpdateRow.state == _PENDING).order_by(col(UpdateRow.id)).limit(limit)
        with self._store.read() as session:
            rows = session.exec(query).all()
        return [StoredUpdate(row.id, row.chat_key, row.payload, row.received_at, row.attempts) for row in rows]

    def done(self, update_id: int) -> None:
        """It was handled; its content is forgotten, its id is not."""
        self._change(update_id, state=_DONE, payload="", error=None)

    def failed(self, update_id: int, error: str) -> None:
        """Handling it failed and will not be tried again; content and error are kept until pruned."""
        self._change(update_id, state=_FAILED, error=storable(error), attempts=UpdateRow.attempts + 1)

    def retry(self, update_id: int, error: str) -> int:
        """Handling it failed for now; it stays pending. How often it has failed."""
        self._change(update_id, error=storable(error), attempts=UpdateRow.attempts + 1)
        with self._store.read() as session:
            return session.exec(select(UpdateRow.attempts).where(UpdateRow.id == update_id)).one_or_none() or 0

    def prune(self, before: datetime) -> int:
        """Forget handled and failed updates received before then; how many."""
        old = delete(UpdateRow).where(col(UpdateRow.state) != _PENDING, col(UpdateRow.received_at) < before)
        with self._store.write() as session:
            return session.connection().execute(old).rowcount

    def _change(self, update_id: int, **values: Any) -> None:
        changing = update(UpdateRow).where(col(UpdateRow.id) == update_id, col(UpdateRow.state) == _PENDING)
        with self._store.write() as session:
            session.connection().execute(changing.values(**values))
