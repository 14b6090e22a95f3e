"""Dialogues of several steps, kept so that they survive restarts."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import col, delete

from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import DialogueRow
from knowledge.store.upserting import insert_or_update

# A dialogue left in the evening can be taken up the next morning, and not a week later by surprise.
EXPIRES_AFTER = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dialogue:
    """Where a person stands in a dialogue; `data` is whatever JSON the dialogue keeps."""

    chat_id: int
    user_id: int
    name: str
    step: str
    data: dict[str, Any]
    updated_at: datetime


class Dialogues:
    """At most one dialogue per person and chat."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def get(self, chat_id: int, user_id: int) -> Dialogue | None:
        """The dialogue under way, unless it has expired."""
        with self._store.read() as session:
            row = session.get(DialogueRow, (chat_id, user_id))
        if row is None or self._clock() - row.updated_at > EXPIRES_AFTER:
            return None
        return Dialogue(chat_id, user_id, row.name, row.step, json.loads(row.data), row.updated_at)

    def put(self, chat_id: int, user_id: int, name: str, step: str, data: dict[str, Any]) -> None:
        """The dialogue under way, in place of any other."""
        values = {"name": name, "step": step, "data": json.dumps(data), "updated_at": self._clock()}
        with self._store.write() as session:
            key = {"chat_id": chat_id, "user_id": user_id}
            insert_or_update(session, DialogueRow, list(key), **key, **values)

    def clear(self, chat_id: int, user_id: int) -> bool:
        """Whether there was one to end."""
        of_person = (col(DialogueRow.chat_id) == chat_id) & (col(DialogueRow.user_id) == user_id)
        with self._store.write() as session:
            return session.exec(delete(DialogueRow).where(of_person)).rowcount > 0
