"""Updates that came in, stored before they are confirmed, until they are handled."""

from dataclasses import dataclass
from datetime import datetime

from knowledge.store.clock import Clock
from knowledge.store.store import Store


@dataclass(frozen=True, slots=True)
class StoredUpdate:
    """One update as it came; updates with the same `chat_key` are handled in order."""

    update_id: int
    chat_key: str
    payload: str
    received_at: datetime
    attempts: int  # how often handling it failed


class Inbox:
    """Each update is kept once, by its id, however often it is delivered."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def store(self, update_id: int, chat_key: str, payload: str) -> bool:
        """True if it is new, False if it was stored before (handled or not)."""
        raise NotImplementedError

    def pending(self, limit: int = 1000) -> list[StoredUpdate]:
        """What is still to be handled, in the order of the ids."""
        raise NotImplementedError

    def done(self, update_id: int) -> None:
        """It was handled; its content is forgotten, its id is not."""
        raise NotImplementedError

    def failed(self, update_id: int, error: str) -> None:
        """Handling it failed and will not be tried again; content and error are kept until pruned."""
        raise NotImplementedError

    def retry(self, update_id: int, error: str) -> int:
        """Handling it failed for now; it stays pending. How often it has failed."""
        raise NotImplementedError

    def prune(self, before: datetime) -> int:
        """Forget handled and failed updates received before then; how many."""
        raise NotImplementedError
