"""Dialogues of several steps, kept so that they survive restarts."""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Connection
from sqlmodel import col, delete

from knowledge.store.clock import Clock
from knowledge.store.store import Store
from knowledge.store.tables import DialogueRow
from knowledge.store.upserting import inserting_or_updating

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

    def is_kept(self, chat_id: int, user_id: int) -> bool:
        """Whether there is one to end, expired or not."""
        with self._store.read() as session:
            return session.get(DialogueRow, (chat_id, user_id)) is not None

    def put(self, chat_id: int, user_id: int, name: str, step: str, data: dict[str, Any]) -> None:
        """The dialogue under way, in place of any other."""
        with self._store.change() as connection:
            self.putting(connection, Dialogue(chat_id, user_id, name, step, data, self._clock()))

    def putting(self, within: Connection, dialogue: Dialogue) -> None:
        """`put` as a step of a transaction."""
        key = {"chat_id": dialogue.chat_id, "user_id": dialogue.user_id}
        said = {"name": dialogue.name, "step": dialogue.step, "data": json.dumps(dialogue.data)}
        values = {**key, **said, "updated_at": dialogue.updated_at}
        within.execute(inserting_or_updating(within.dialect.name, DialogueRow, tuple(key), tuple(values)), values)

    def clear(self, chat_id: int, user_id: int) -> bool:
        """Whether there was one to end."""
        with self._store.change() as connection:
            return self.clearing(connection, chat_id, user_id)

    def clearing(self, within: Connection, chat_id: int, user_id: int) -> bool:
        """`clear` as a step of a transaction."""
        of_person = (col(DialogueRow.chat_id) == chat_id) & (col(DialogueRow.user_id) == user_id)
        return within.execute(delete(DialogueRow).where(of_person)).rowcount > 0
