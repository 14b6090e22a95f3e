"""Updates that came in, stored before they are confirmed, until they are handled."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, update
from sqlmodel import col, select

from knowledge.storable import storable
from knowledge.store import turns
from knowledge.store.clock import Clock
from knowledge.store.prepared import Prepared
from knowledge.store.states import UpdateState
from knowledge.store.store import Awaited, Step, Store, StoreBusy
from knowledge.store.tables import UpdateRow
from knowledge.store.upserting import writing_if_absent

_UPDATE: BindParameter[int] = bindparam("update")
_PENDING = (col(UpdateRow.id) == _UPDATE) & (col(UpdateRow.state) == UpdateState.PENDING.value)
_MORE_ATTEMPTS = col(UpdateRow.attempts) + 1
_DONE = update(UpdateRow).where(_PENDING).values(state=UpdateState.DONE.value, payload="", error=None)
_FAILED = (
    update(UpdateRow)
    .where(_PENDING)
    .values(state=UpdateState.FAILED.value, error=bindparam("why"), attempts=_MORE_ATTEMPTS)
)
_AGAIN = update(UpdateRow).where(_PENDING).values(error=bindparam("why"), attempts=_MORE_ATTEMPTS)
_SHOWN = update(UpdateRow).where(col(UpdateRow.id) == _UPDATE).values(shown_in=bindparam("message"))
_FOLLOWED = (
    update(UpdateRow).where(col(UpdateRow.id) == _UPDATE, col(UpdateRow.is_followed).is_(None)).values(is_followed=True)
)
_TAKEN_UP = Prepared(lambda _: [update(UpdateRow).where(_PENDING).values(attempts=_MORE_ATTEMPTS)])
_NEW = {
    "id": _UPDATE,
    "chat_key": bindparam("chat"),
    "payload": bindparam("payload"),
    "state": UpdateState.PENDING.value,
    "attempts": 0,
    "received_at": bindparam("now"),
}
# An update that came before changes nothing, and its chat's turn is taken only if something is left to handle.
_STORE = Prepared(lambda dialect: [writing_if_absent(dialect, UpdateRow, ("id",), _NEW), turns.claiming(dialect)])
_SETTLE = Prepared(lambda dialect: [_DONE, turns.holding(dialect)])
_SET_ASIDE = Prepared(lambda dialect: [_FAILED, turns.holding(dialect)])


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """One update as it came; updates with the same `chat_key` are handled in order, by one process at a time."""

    update_id: int
    chat_key: str
    payload: str
    received_at: datetime
    attempts: int  # how often handling it failed, or ended with the process


class Inbox:
    """Each update is kept once, by its id, however often it is delivered; `holder` names a run of a process."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def together(self, steps: Sequence[Step]) -> list[Any]:
        """What each step gave, all in one transaction, or what it raised (`Store.together`)."""
        return self._store.together(steps)

    def take(
        self, update_id: int, chat_key: str, payload: str, *, holder: str, within: Connection | None = None
    ) -> StoredUpdate | None:
        """Stores it, unless it was before; what the holder is to handle, if the chat is now its own to handle.

        None where nothing is left to handle, or where somebody handles that chat already and will find this one.
        """
        with self._store.change(within) as connection:
            return self.taking(connection, update_id, chat_key, payload, holder=holder).give()

    def taking(
        self, within: Connection, update_id: int, chat_key: str, payload: str, *, holder: str
    ) -> Awaited[StoredUpdate | None]:
        """`take` as a step of a transaction."""
        now = self._clock()
        new = {"update": update_id, "chat": chat_key, "payload": storable(payload), "now": now}
        is_ours = _STORE.ask(within, **new, by=holder, until=turns.held_until(now), far=turns.beyond(now))
        first = turns.first(within, chat_key, by=holder)
        return Awaited(lambda: _stored(first.give()) if is_ours() else None)

    def settle(
        self, stored: StoredUpdate, *, holder: str, error: str | None = None, within: Connection | None = None
    ) -> StoredUpdate | None:
        """It was handled, or failed for good; the next update of its chat, None where that has none (left).

        The content of what was handled is forgotten, its id is not; of what failed it is kept until it is pruned.
        """
        with self._store.change(within) as connection:
            return self.settling(connection, stored, holder=holder, error=error).give()

    def settling(
        self, within: Connection, stored: StoredUpdate, *, holder: str, error: str | None = None
    ) -> Awaited[StoredUpdate | None]:
        """`settle` as a step of a transaction."""
        given = {"update": stored.update_id, "chat": stored.chat_key, "by": holder}
        settle, why = (_SETTLE, {}) if error is None else (_SET_ASIDE, {"why": storable(error)})
        is_held = settle.ask(within, **given, **why)
        following = turns.next_one(within, stored.chat_key, by=holder)
        return Awaited(lambda: _stored(following.give()) if is_held() else None)

    def retry(self, update_id: int, error: str) -> int:
        """Handling it failed for now; it stays pending. How often it has failed."""
        with self._store.change() as connection:
            connection.execute(_AGAIN, {"update": update_id, "why": storable(error)})
            found = connection.execute(select(UpdateRow.attempts).where(UpdateRow.id == update_id))
            return found.scalar() or 0

    def show_in(self, update_id: int, message_id: int) -> None:
        """From now on that message of ours tells how far the work on the update is, whoever does it."""
        with self._store.change() as connection:
            connection.execute(_SHOWN, {"update": update_id, "message": message_id})

    def shown(self, update_id: int) -> tuple[int | None, bool]:
        """The message that tells how far the work on the update is, None where none is known, and whether another follows it."""
        query = select(col(UpdateRow.shown_in), col(UpdateRow.is_followed)).where(col(UpdateRow.id) == update_id)
        with self._store.look() as connection:
            message_id, is_followed = connection.execute(query).one_or_none() or (None, None)
        return message_id, bool(is_followed)

    def follow_once(self, update_id: int) -> bool:
        """Whether nobody has begun to send what follows that message; from now on somebody has."""
        with self._store.change() as connection:
            return connection.execute(_FOLLOWED, {"update": update_id}).rowcount > 0

    def known_for(self, update_id: int) -> timedelta:
        """How long ago the update came in; no time at all where it is not known."""
        with self._store.look() as connection:
            came = connection.execute(select(UpdateRow.received_at).where(UpdateRow.id == update_id)).scalar()
        return self._clock() - came if came is not None else timedelta()

    def pending(self, limit: int = 1000) -> list[StoredUpdate]:
        """What is still to be handled, in the order of the ids."""
        query = select(UpdateRow).where(UpdateRow.state == UpdateState.PENDING).order_by(col(UpdateRow.id)).limit(limit)
        with self._store.read() as session:
            return [_of_row(row) for row in session.exec(query)]

    def renew(self, holder: str) -> frozenset[str]:
        """The holder is alive and keeps its chats, which are told; call it well within `turns.TURN_SECONDS`."""
        with self._store.change() as connection:
            return turns.renew(connection, holder, self._clock())

    def take_abandoned(self, limit: int, *, holder: str) -> list[StoredUpdate]:
        """The first updates of up to so many chats whose holders died or stopped; they are now this holder's.

        Being left counts as an attempt: an update may be what its holders died of.
        """
        with self._store.look() as connection:
            keys = turns.abandoned(connection, self._clock(), limit)
        found = self._store.together([partial(self._taking_up, key=key, by=holder) for key in sorted(keys)])
        if failed := next(
            (one for one in found if isinstance(one, Exception) and not isinstance(one, StoreBusy)), None
        ):
            raise failed
        taken = [one for one in found if isinstance(one, StoredUpdate)]
        return sorted(taken, key=lambda stored: stored.update_id)

    def _taking_up(self, within: Connection, *, key: str, by: str) -> Awaited[StoredUpdate | None]:
        claimed = turns.claim(within, key=key, by=by, now=self._clock())

        def taken() -> StoredUpdate | None:
            if (first := _stored(claimed.give())) is None:
                return None
            _TAKEN_UP.ask(within, update=first.update_id)
            return replace(first, attempts=first.attempts + 1)

        return Awaited(taken)

    def give_back(self, holder: str | None = None, chats: Collection[str] | None = None) -> None:
        """The holder's chats, or these of them, are anybody's; without a holder, everybody's: only where no other process can be alive."""
        with self._store.change() as connection:
            turns.give_back(connection, holder, chats)

    def prune(self, before: datetime) -> int:
        """Forget handled and failed updates received before then; how many."""
        old = delete(UpdateRow).where(col(UpdateRow.state) != UpdateState.PENDING, col(UpdateRow.received_at) < before)
        with self._store.change() as connection:
            return connection.execute(old).rowcount


def _stored(found: turns.Pending | None) -> StoredUpdate | None:
    return StoredUpdate(*found) if found else None


def _of_row(row: UpdateRow) -> StoredUpdate:
    return StoredUpdate(row.id, row.chat_key, row.payload, row.received_at, row.attempts)
