"""Whose turn a chat is: of any number of processes one at a time handles its updates, in their order.

The steps are taken within transactions of the caller's.  A turn lasts for as long as its holder renews it, so that the
updates of a process that died are taken up by another.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import cast

from sqlalchemy import BindParameter, Connection, Executable, bindparam, delete, exists, select, update
from sqlmodel import col

from knowledge.store.prepared import Prepared
from knowledge.store.states import UpdateState
from knowledge.store.store import Awaited
from knowledge.store.tables import TurnRow, UpdateRow
from knowledge.store.upserting import inserting

# A process that has not renewed its turns for so long is taken for dead; its people have waited for as long.
TURN_SECONDS = 15.0

_CHAT: BindParameter[str] = bindparam("chat")
_HOLDER: BindParameter[str] = bindparam("by")
_NOW: BindParameter[datetime] = bindparam("now")
_FAR: BindParameter[datetime] = bindparam("far")
_UNTIL: BindParameter[datetime] = bindparam("until")
# Turns that are just being taken or given up are left out and renewed the next time: who locks many at once and waits for
# others who do ends in a deadlock.
_QUIET = select(col(TurnRow.chat_key)).where(col(TurnRow.holder) == _HOLDER).with_for_update(skip_locked=True)
_RENEW = (
    update(TurnRow).where(col(TurnRow.chat_key).in_(_QUIET)).values(held_until=_UNTIL).returning(col(TurnRow.chat_key))
)
_IS_PENDING = (col(UpdateRow.chat_key) == _CHAT) & (col(UpdateRow.state) == UpdateState.PENDING.value)
_FIRST = Prepared(
    lambda _: [
        select(
            col(UpdateRow.id),
            col(UpdateRow.chat_key),
            col(UpdateRow.payload),
            col(UpdateRow.received_at),
            col(UpdateRow.attempts),
        )
        .where(_IS_PENDING)
        .order_by(col(UpdateRow.id))
        .limit(1)
    ]
)
_GIVE_UP = Prepared(
    lambda _: [
        delete(TurnRow)
        .where(col(TurnRow.chat_key) == _CHAT, col(TurnRow.holder) == _HOLDER, ~exists().where(_IS_PENDING))
        .returning(col(TurnRow.chat_key))
    ]
)

# An update to handle: its id, chat, payload, when it was received and how often handling it failed.
Pending = tuple[int, str, str, datetime, int]


def claiming(dialect: str) -> Executable:
    """Takes the turn of `chat` for `by` until `until`, if it is free at `now`; gives a row where it was.

    Free is also what is held beyond `far`: it was taken before the clock was set back.  What `by` holds itself is never free: it is
    handled just now, however late it is renewed.  A turn that is held is locked until the transaction ends: whoever gives it up meanwhile sees what was stored.
    """
    has_run_out = (col(TurnRow.held_until) <= _NOW) | (col(TurnRow.held_until) > _FAR)
    statement = inserting(dialect)(TurnRow).values(chat_key=_CHAT, holder=_HOLDER, held_until=_UNTIL)
    return statement.on_conflict_do_update(
        index_elements=["chat_key"],
        set_={"holder": statement.excluded.holder, "held_until": statement.excluded.held_until},
        where=has_run_out & (col(TurnRow.holder) != statement.excluded.holder),
    ).returning(col(TurnRow.chat_key))


def holding(_: str) -> Executable:
    """Gives a row where the turn of `chat` is `by`'s.

    It is locked before the look at what is pending: who stores an update now waits, and then finds the turn free.
    """
    held = (col(TurnRow.chat_key) == _CHAT) & (col(TurnRow.holder) == _HOLDER)
    return select(col(TurnRow.chat_key)).where(held).with_for_update()


_CLAIM = Prepared(lambda dialect: [claiming(dialect)])


def held_until(now: datetime) -> datetime:
    """When a turn that is taken or renewed now runs out."""
    return now + timedelta(seconds=TURN_SECONDS)


def beyond(now: datetime) -> datetime:
    """Until then a living process may hold a turn now, whatever the clocks of two machines differ by."""
    return now + timedelta(seconds=4 * TURN_SECONDS)


def claim(connection: Connection, *, key: str, by: str, now: datetime) -> Awaited[Pending | None]:
    """The first update to handle of a chat that is now the holder's; None if somebody (or itself) holds it already."""
    is_free = _CLAIM.ask(connection, chat=key, by=by, now=now, until=held_until(now), far=beyond(now))
    found = first(connection, key, by=by)
    return Awaited(lambda: found.give() if is_free() else None)


def first(connection: Connection, chat_key: str, *, by: str) -> Awaited[Pending | None]:
    """The first update of a chat; None if there is none, and the turn, which is `by`'s, is given up."""
    asked = _FIRST.ask(connection, chat=chat_key)

    def found() -> Pending | None:
        if rows := asked():
            return cast(Pending, rows[0])
        _GIVE_UP.ask(connection, chat=chat_key, by=by)
        return None

    return Awaited(found)


def next_one(connection: Connection, chat_key: str, *, by: str) -> Awaited[Pending | None]:
    """The same of a chat which mostly has none left, if its turn is held and locked."""
    given_up = _GIVE_UP.ask(connection, chat=chat_key, by=by)
    return Awaited(lambda: None if given_up() else first(connection, chat_key, by=by).give())


def renew(connection: Connection, holder: str, now: datetime) -> frozenset[str]:
    """The holder is alive; the chats that it holds, but for those that somebody is changing at this moment."""
    renewed = connection.execute(_RENEW, {"by": holder, "until": held_until(now)})
    return frozenset(renewed.scalars())


def abandoned(connection: Connection, now: datetime, limit: int) -> list[str]:
    """Chats with something to handle that nobody handles, those that have waited longest first."""
    lasts = (col(TurnRow.held_until) > now) & (col(TurnRow.held_until) <= beyond(now))
    held = exists().where(col(TurnRow.chat_key) == col(UpdateRow.chat_key), lasts)
    pending = select(col(UpdateRow.chat_key)).where(col(UpdateRow.state) == UpdateState.PENDING, ~held)
    found = connection.execute(pending.order_by(col(UpdateRow.id)).limit(limit)).scalars()
    return list(dict.fromkeys(found))


def give_back(connection: Connection, holder: str | None = None, chats: Collection[str] | None = None) -> None:
    """The holder's turns, or those of these chats, are free; everybody's where nobody else can be alive."""
    freeing = delete(TurnRow) if holder is None else delete(TurnRow).where(col(TurnRow.holder) == holder)
    connection.execute(freeing if chats is None else freeing.where(col(TurnRow.chat_key).in_(chats)))
