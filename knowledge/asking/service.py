"""The asker that every process answers from, renewed when something was published or withdrawn."""

import threading
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from knowledge.answers import Step
from knowledge.asking.aliases import Alias, Aliases
from knowledge.asking.asker import Asked, Asker
from knowledge.asking.examples import Example, Holdings, find_examples, find_holdings
from knowledge.asking.library import Library, Published
from knowledge.asking.pictured import pictured_steps
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.asking.steps import next_steps


class Asking:
    """Answers from memory; `refresh` follows the store, one thread at a time, while others go on answering."""

    def __init__(
        self,
        load: Callable[[], Iterable[Published]],
        generation: Callable[[], int],
        aliases: Callable[[], Sequence[Alias]] = tuple,
        snapshot: SnapshotFile | None = None,
    ) -> None:
        self._snapshot = snapshot
        self._load = load
        self._aliases = aliases
        self._generation = generation
        self._renewing = threading.Lock()
        self._asker: Asker | None = None
        self._examples: dict[tuple[int, str], tuple[Example, ...]] = {}
        self._seen = -1

    def ask(self, text: str, *, today: date, previous: str | None = None, language: str = "vi") -> Asked:
        """The answer to a question asked on that day, and what to keep for the chat's next one."""
        return self._current().ask(text, today=today, previous=previous, language=language)

    def next_steps(self, asked: Asked, *, today: date, language: str = "vi") -> tuple[Step, ...]:
        """The questions that may follow this answer, each of which is known to be answered."""
        current = self._current()
        follow_ups = next_steps(lambda text: current.ask(text, today=today, language=language), asked)
        return (*follow_ups, *pictured_steps(current.library, asked))

    def examples(self, *, today: date, language: str = "vi") -> tuple[Example, ...]:
        """Questions that the reports answer just now, found once for each state of the store."""
        current, key = self._current(), (self._seen, language)
        if key not in self._examples:
            found = find_examples(
                lambda text: current.ask(text, today=today, language=language), current.library, language
            )
            self._examples = {**{k: v for k, v in self._examples.items() if k[0] == key[0]}, key: found}
        return self._examples[key]

    def holdings(self) -> Holdings:
        """How far the published reports reach."""
        return find_holdings(self._current().library)

    @property
    def library(self) -> Library:
        """The published reports as they are answered from just now; it is replaced and never changed."""
        return self._current().library

    @property
    def asker(self) -> Asker:
        """Who answers just now; it is replaced and never changed."""
        return self._current()

    def refresh(self) -> bool:
        """Build the view anew if the store has moved on; whether it had."""
        with self._renewing:
            generation = self._generation()
            if self._asker is not None and generation == self._seen:
                return False
            asker = self._asker_from_snapshot() if self._asker is None else None
            self._asker = (asker or self._asker_anew()).with_aliases(Aliases(self._aliases()))
            self._seen = generation
            return True

    def _asker_from_snapshot(self) -> Asker | None:
        if self._snapshot is None or (snapshot := self._snapshot.load(self._snapshot.stamp())) is None:
            return None
        return Asker.from_snapshot(snapshot)

    def _asker_anew(self) -> Asker:
        """From all reports; a stamp of before they were read is never newer than what was read."""
        stamp = self._snapshot.stamp() if self._snapshot is not None else ""
        asker = Asker.of(self._load())
        if self._snapshot is not None and self._snapshot.stamp() == stamp:
            self._snapshot.save(stamp, asker.snapshot())
        return asker

    def _current(self) -> Asker:
        if self._asker is None:
            self.refresh()
        if self._asker is None:
            raise RuntimeError("the library could not be built")
        return self._asker
