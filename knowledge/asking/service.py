"""The asker that every process answers from, renewed when something was published or withdrawn."""

import threading
from collections.abc import Callable, Iterable
from datetime import date

from knowledge.asking.asker import Asked, Asker
from knowledge.asking.library import Published


class Asking:
    """Answers from memory; `refresh` follows the store, one thread at a time, while others go on answering."""

    def __init__(self, load: Callable[[], Iterable[Published]], generation: Callable[[], int]) -> None:
        self._load = load
        self._generation = generation
        self._renewing = threading.Lock()
        self._asker: Asker | None = None
        self._seen = -1

    def ask(self, text: str, *, today: date, previous: str | None = None, language: str = "vi") -> Asked:
        """The answer to a question asked on that day, and what to keep for the chat's next one."""
        return self._current().ask(text, today=today, previous=previous, language=language)

    def refresh(self) -> bool:
        """Build the view anew if the store has moved on; whether it had."""
        with self._renewing:
            generation = self._generation()
            if self._asker is not None and generation == self._seen:
                return False
            self._asker = Asker.of(self._load())
            self._seen = generation
            return True

    def _current(self) -> Asker:
        if self._asker is None:
            self.refresh()
        if self._asker is None:
            raise RuntimeError("the library could not be built")
        return self._asker
