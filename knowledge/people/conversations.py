"""What an asker asked last, for follow-up questions."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Executable, bindparam
from sqlmodel import col, delete

from knowledge.storable import storable
from knowledge.store.clock import Clock
from knowledge.store.prepared import Prepared
from knowledge.store.store import Store
from knowledge.store.tables import ConversationRow
from knowledge.store.upserting import writing

# "còn quý II?" after half an hour is most likely about something else.
FORGOTTEN_AFTER = timedelta(minutes=30)


_VALUES: dict[str, Any] = {
    "chat_key": bindparam("conversation"),
    "value": bindparam("value"),
    "updated_at": bindparam("now"),
}


def remembering(dialect: str) -> Executable:
    """Keeps `value` for `conversation` as of `now`."""
    return writing(dialect, ConversationRow, ("chat_key",), _VALUES)


_REMEMBER = Prepared(lambda dialect: [remembering(dialect)])


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
            _REMEMBER.rows(connection, conversation=chat_key, value=storable(value), now=now)

    def prune(self, before: datetime) -> int:
        """Delete what was put before then; how many."""
        with self._store.write() as session:
            old = delete(ConversationRow).where(col(ConversationRow.updated_at) < before)
            return session.exec(old).rowcount
