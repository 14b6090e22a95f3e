"""Dialogues of several steps, kept so that they survive restarts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from knowledge.store.clock import Clock
from knowledge.store.store import Store

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
        raise NotImplementedError

    def put(self, chat_id: int, user_id: int, name: str, step: str, data: dict[str, Any]) -> None:
        """The dialogue under way, in place of any other."""
        raise NotImplementedError

    def clear(self, chat_id: int, user_id: int) -> bool:
        """Whether there was one to end."""
        raise NotImplementedError
