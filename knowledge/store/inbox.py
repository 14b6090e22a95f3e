"""Updates that came in, stored before they are confirmed, until they are handled."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete, update
from sqlmodel import Session, col, select

from knowledge.store import turns
from knowledge.store.clock import Clock
from knowledge.store.states import UpdateState
from knowledge.store.store import Store
from knowledge.store.tables import UpdateRow
from knowledge.store.texts import storable
from knowledge.store.upserting import insert_if_absent


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """One update as it came; updates with the same `chat_key` are handled in order, by one process at a time."""

    update_id: int
    chat_key: str
    payload: str
    received_at: datetime
    attempts: int  # how often handling it failed


class Inbox:
    """Each update is kept once, by its id, however often it is delivered; `holder` names a run of a process."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def take(self, update_id: int, chat_key: str, payload: str, *, holder: str) -> StoredUpdate | None:
        """Stores it, unless it was before; what the holder is to handle, if the chat is now its own to handle.

        None where the update came before, or where somebody handles that chat already and will find this one.
        """
        with self._store.write() as session:
            is_new = insert_if_absent(
                session,
                UpdateRow,
                ["id"],
                id=update_id,
                chat_key=chat_key,
                payload=storable(payload),
                state=UpdateState.PENDING.value,
                attempts=0,
                received_at=self._clock(),
            )
            return _stored(turns.claim(session, chat_key, holder, self._clock())) if is_new else None

    def settle(self, stored: StoredUpdate, *, holder: str, error: str | None = None) -> StoredUpdate | None:
        """It was handled, or failed for good; the next update of its chat, None where that has none (left).

        The content of what was handled is forgotten, its id is not; of what failed it is kept until it is pruned.
        """
        if error is None:
            values: dict[str, Any] = {"state": UpdateState.DONE.value, "payload": "", "error": None}
        else:
            attempts = UpdateRow.attempts + 1
            values = {"state": UpdateState.FAILED.value, "error": storable(error), "attempts": attempts}
        with self._store.write() as session:
            _change(session, stored.update_id, values)
            return _stored(turns.go_on(session, stored.chat_key, holder))

    def retry(self, update_id: int, error: str) -> int:
        """Handling it failed for now; it stays pending. How often it has failed."""
        with self._store.write() as session:
            _change(session, update_id, {"error": storable(error), "attempts": UpdateRow.attempts + 1})
            return session.exec(select(UpdateRow.attempts).where(UpdateRow.id == update_id)).one_or_none() or 0

    def pending(self, limit: int = 1000) -> list[StoredUpdate]:
        """What is still to be handled, in the order of the ids."""
        query = select(UpdateRow).where(UpdateRow.state == UpdateState.PENDING).order_by(col(UpdateRow.id)).limit(limit)
        with self._store.read() as session:
            return [found for row in session.exec(query).all() if (found := _stored(row))]

    def renew(self, holder: str) -> None:
        """The holder is alive and keeps its chats; call it well within `turns.TURN_SECONDS`."""
        with self._store.write() as session:
            turns.renew(session, holder, self._clock())

    def take_abandoned(self, limit: int, *, holder: str) -> list[StoredUpdate]:
        """The first updates of up to so many chats whose holders died or stopped; they are now this holder's."""
        with self._store.read() as session:
            keys = turns.abandoned(session, self._clock(), limit)
        found = []
        for key in keys:
            with self._store.write() as session:
                found.append(_stored(turns.claim(session, key, holder, self._clock())))
        return [stored for stored in found if stored]

    def give_back(self, holder: str | None = None) -> None:
        """The holder's chats are anybody's; without one, everybody's: only where no other process can be alive."""
        with self._store.write() as session:
            turns.give_back(session, holder)

    def prune(self, before: datetime) -> int:
        """Forget handled and failed updates received before then; how many."""
        old = delete(UpdateRow).where(col(UpdateRow.state) != UpdateState.PENDING, col(UpdateRow.received_at) < before)
        with self._store.write() as session:
            return session.connection().execute(old).rowcount


def _change(session: Session, update_id: int, values: dict[str, Any]) -> None:
    pending = (col(UpdateRow.id) == update_id) & (col(UpdateRow.state) == UpdateState.PENDING)
    session.connection().execute(update(UpdateRow).where(pending).values(**values))


def _stored(row: UpdateRow | None) -> StoredUpdate | None:
    return StoredUpdate(row.id, row.chat_key, row.payload, row.received_at, row.attempts) if row else None
