"""What an asker asked last, for follow-up questions."""

from datetime import datetime, timedelta

from knowledge.store.clock import Clock
from knowledge.store.store import Store

# "còn quý II?" after half an hour is most likely about something else.
FORGOTTEN_AFTER = timedelta(minutes=30)


class Conversations:
    """One value per chat key (the chat, or "chat:user" in a group)."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def get(self, chat_key: str) -> str | None:
        """What was put last, unless that is too long ago."""
        raise NotImplementedError

    def put(self, chat_key: str, value: str, now: datetime) -> None:
        """Remember this from now on; an empty value forgets."""
        raise NotImplementedError
