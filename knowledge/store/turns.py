"""Whose turn a chat is: of any number of processes one at a time handles its updates, in their order.

The steps are taken within transactions of the caller's.  A turn lasts for as long as its holder renews it, so that the
updates of a process that died are taken up by another.
"""

from datetime import datetime, timedelta

from sqlalchemy import delete, exists, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session, col

from knowledge.store.states import UpdateState
from knowledge.store.tables import TurnRow, UpdateRow

# A process that has not renewed its turns for so long is taken for dead; its people have waited for as long.
TURN_SECONDS = 15.0


def claim(session: Session, chat_key: str, holder: str, now: datetime) -> UpdateRow | None:
    """The first update to handle of a chat that is now the holder's; None if somebody (or itself) holds it already.

    A turn that is held is locked until the transaction ends: whoever gives it up meanwhile sees what was stored.
    """
    until = now + timedelta(seconds=TURN_SECONDS)
    values = {"chat_key": chat_key, "holder": holder, "held_until": until}
    insert = postgresql.insert if session.connection().dialect.name == "postgresql" else sqlite.insert
    statement = insert(TurnRow).values(**values)
    claiming = statement.on_conflict_do_update(
        index_elements=["chat_key"],
        set_={"holder": holder, "held_until": until},
        where=col(TurnRow.held_until) <= now,
    ).returning(col(TurnRow.chat_key))
    if session.connection().execute(claiming).first() is None:
        return None
    return _next_or_give_up(session, chat_key)


def go_on(session: Session, chat_key: str, holder: str) -> UpdateRow | None:
    """The next update of the holder's chat; None if there is none, and the turn is given up, or it was lost."""
    held = select(col(TurnRow.chat_key)).where(col(TurnRow.chat_key) == chat_key, col(TurnRow.holder) == holder)
    # Locked before the look at what is pending: who stores an update now waits, and then finds the turn free.
    if session.connection().execute(held.with_for_update()).first() is None:
        return None
    return _next_or_give_up(session, chat_key)


def renew(session: Session, holder: str, now: datetime) -> None:
    """The holder is alive."""
    until = now + timedelta(seconds=TURN_SECONDS)
    renewing = update(TurnRow).where(col(TurnRow.holder) == holder).values(held_until=until)
    session.connection().execute(renewing)


def abandoned(session: Session, now: datetime, limit: int) -> list[str]:
    """Chats with something to handle that nobody handles, those that have waited longest first."""
    held = exists().where(col(TurnRow.chat_key) == col(UpdateRow.chat_key), col(TurnRow.held_until) > now)
    pending = select(col(UpdateRow.chat_key)).where(col(UpdateRow.state) == UpdateState.PENDING, ~held)
    found = session.connection().execute(pending.order_by(col(UpdateRow.id)).limit(limit)).scalars()
    return list(dict.fromkeys(found))


def give_back(session: Session, holder: str | None = None) -> None:
    """The holder's turns are free, or everybody's where nobody else can be alive."""
    freeing = delete(TurnRow)
    session.connection().execute(freeing.where(col(TurnRow.holder) == holder) if holder else freeing)


def _next_or_give_up(session: Session, chat_key: str) -> UpdateRow | None:
    pending = (
        select(UpdateRow)
        .where(col(UpdateRow.chat_key) == chat_key, col(UpdateRow.state) == UpdateState.PENDING)
        .order_by(col(UpdateRow.id))
        .limit(1)
    )
    found = session.execute(pending).scalars().first()
    if found is None:
        session.connection().execute(delete(TurnRow).where(col(TurnRow.chat_key) == chat_key))
    return found
