"""What an asker asked last, for follow-up questions."""

from datetime import datetime, timedelta

from sqlalchemy import Connection
from sqlmodel import col, delete

from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import ConversationRow
from knowledge.store.texts import storable
from knowledge.store.upserting import inserting_or_updating

# "còn quý II?" after half an hour is most likely about something else.
FORGOTTEN_AFTER = timedelta(minutes=30)


class Conversations:
    """One value per chat key (the chat, or "chat:user" in a group)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def get(self, chat_key: str) -> str | None:
        """What was put last, unless that is too long ago."""
        with self._store.read() as session:
            row = session.get(ConversationRow, chat_key)
        if row is None or self._clock() - row.updated_at > FORGOTTEN_AFTER:
            return None
        return row.value or None

    def put(self, chat_key: str, value: str, now: datetime) -> None:
        """Remember this from now on; an empty value forgets."""
        with self._store.change() as connection:
            remember(connection, chat_key, value, now)

    def prune(self, before: datetime) -> int:
        """Delete what was put before then; how many."""
        with self._store.write() as session:
            old = delete(ConversationRow).where(col(ConversationRow.updated_at) < before)
            return session.exec(old).rowcount


def remember(connection: Connection, chat_key: str, value: str, now: datetime) -> None:
    """`Conversations.put` as a part of a larger transaction."""
    row = {"chat_key": chat_key, "value": storable(value), "updated_at": now}
    connection.execute(inserting_or_updating(connection.dialect.name, ConversationRow, ("chat_key",), tuple(row)), row)
