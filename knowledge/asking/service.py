"""The asker that every process answers from, renewed when something was published or withdrawn."""

import logging
import threading
import time
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from knowledge.answers import Step
from knowledge.asking.aliases import Alias, Aliases
from knowledge.asking.asker import Asked, Asker
from knowledge.asking.examples import Example, Holdings
from knowledge.asking.giving_way import GivingWay
from knowledge.asking.library import Library, Published
from knowledge.asking.remembering import Pictures, Remembering, no_pictures
from knowledge.asking.shelves.snapshot import SnapshotFile
from knowledge.asking.warming import FEWEST_STATEMENTS, warm
from knowledge.storable import storable

_log = logging.getLogger(__name__)
# Where more than this share of all reports is new, everything is laid out anew in less time.
_MOST_NEW = 0.5
# For so long warming stands back in all; it is of no use to those who have asked meanwhile.
LONGEST_WARMING_SECONDS = 10.0


class Changes(Protocol):
    """What is to be answered from, against what was so at an earlier generation."""

    @property
    def generation(self) -> int:
        """The one that all this is of."""

    @property
    def published(self) -> Mapping[int, str]:
        """The reports that came since, the oldest publication first, each with the mark of its publication."""

    @property
    def gone(self) -> Collection[int]:
        """Those that went, and perhaps others that were not there."""


class Source(Protocol):
    """Where the published reports come from."""

    def generation(self) -> int:
        """Another number whenever anything changed; cheap to ask."""

    def changes(self, after: int) -> Changes:
        """What came and went after that generation; after 0 everything that is published."""

    def load(self, report_ids: Sequence[int]) -> Iterable[Published]:
        """Those of these reports that there are, in this order."""


class Asking:
    """Answers from memory; `refresh` follows the store, one thread at a time, while others go on answering."""

    def __init__(
        self,
        source: Source,
        aliases: Callable[[], Sequence[Alias]] = tuple,
        snapshot: SnapshotFile | None = None,
        *,
        pictures: Pictures = no_pictures,
    ) -> None:
        self._source = source
        self._pictures = pictures
        self._aliases = aliases
        self._snapshot = snapshot
        self._renewing = threading.Lock()
        self._giving_way = GivingWay()
        self._asker: Asker | None = None
        self._remembering: Remembering | None = None
        self._standing: dict[int, str] = {}
        self._seen = -1
        self.refreshed_in_seconds = 0.0  # how long the last change took

    def ask(self, text: str, *, today: date, previous: str | None = None, language: str = "vi") -> Asked:
        """The answer to a question asked on that day, and what to keep for the chat's next one."""
        # Half an emoji is kept by no store, nor what may follow a question that has one.
        with self._giving_way.answering():
            return self._answering().ask(storable(text), today=today, previous=previous, language=language)

    def next_steps(self, asked: Asked, *, today: date, language: str = "vi") -> tuple[Step, ...]:
        """The questions that may follow this answer, each of which is known to be answered."""
        with self._giving_way.answering():
            return self._answering().next_steps(asked, today=today, language=language)

    def has_told(self, text: str, *, today: date, previous: str | None, language: str) -> bool:
        """Whether that was asked in the same words before, so that the answer and what may follow take no time."""
        return self._remembering is not None and self._remembering.has_told(
            text, today=today, previous=previous, language=language
        )

    def examples(self, *, today: date, language: str = "vi") -> tuple[Example, ...]:
        """Questions that the reports answer just now, found once for each state of the store.

        While one thread finds them anew the others get those of the state before.
        """
        return self._answering().examples(today=today, language=language)

    def holdings(self) -> Holdings:
        """How far the published reports reach."""
        return self._answering().holdings()

    def warm(self, *, today: date, rest: Callable[[], None]) -> None:
        """What is answered from just now is ready for whatever is asked first; `rest` is called every few milliseconds."""
        give_way = self._giving_way.rest(LONGEST_WARMING_SECONDS)

        def pause() -> None:
            rest()
            give_way()

        if warm(self._answering(), today, pause) and self._snapshot is not None:
            self._snapshot.keep_words()

    @property
    def library(self) -> Library:
        """The published reports as they are answered from just now; it is replaced and never changed."""
        return self._current().library

    @property
    def asker(self) -> Asker:
        """Who answers just now; it is replaced and never changed, but for the words that it knows."""
        return self._current()

    @property
    def is_untidy(self) -> bool:
        """Whether so much came and went that laying everything out anew, aside, would make answers and starts quicker."""
        return self._asker is not None and self._asker.library.is_untidy

    def refresh(self) -> bool:
        """Follow the store if it has moved on, at the cost of what changed; whether it had."""
        with self._renewing:
            generation = self._source.generation()
            if self._asker is not None and generation == self._seen:
                return False
            began = time.perf_counter()
            if self._asker is None:
                self._begin()
            else:
                self._follow(self._asker, self._source.changes(self._seen))
            self.refreshed_in_seconds = time.perf_counter() - began
            return True

    def has_newer_snapshot(self) -> bool:
        """Whether another process has laid the reports out anew meanwhile."""
        return self._snapshot is not None and self._snapshot.is_newer()

    def take_up(self) -> bool:
        """Answer from what another process has laid out meanwhile, and from what changed since; whether it had."""
        with self._renewing:
            asker = self._from_snapshot(self._source.changes(0))
            return asker is not None

    def _begin(self) -> None:
        """From the snapshot and what has changed since, or else from all reports."""
        changes = self._source.changes(0)
        if self._from_snapshot(changes) is None:
            self._lay_out(changes)

    def _from_snapshot(self, every: Changes) -> Asker | None:
        snapshot = self._snapshot.load() if self._snapshot is not None else None
        if snapshot is None:
            return None
        came = {one: mark for one, mark in every.published.items() if snapshot.standing.get(one) != mark}
        went = [one for one, mark in snapshot.standing.items() if every.published.get(one) != mark]
        if len(came) > _MOST_NEW * max(len(every.published), 1):
            return None
        asker = Asker.from_snapshot(snapshot)
        if came or went:
            asker = asker.changed(list(self._source.load(list(came))), went)
        self._take(asker, every.published, every.generation)
        if came or went:
            self._keep(asker)
        return asker

    def _follow(self, asker: Asker, changes: Changes) -> None:
        came = {one: mark for one, mark in changes.published.items() if self._standing.get(one) != mark}
        went = [one for one in (*changes.gone, *came) if one in self._standing]
        if came or went:
            try:
                asker = asker.changed(list(self._source.load(list(came))), went, self._giving_way.rest())
            except Exception:
                # Whatever is the matter with one change, what is published must be answered.
                _log.exception("the view could not follow a change and is laid out anew")
                self._lay_out(self._source.changes(0))
                return
        standing = {one: mark for one, mark in self._standing.items() if one not in went}
        self._take(asker, standing | came, changes.generation, is_more=not went)
        if came or went:
            self._keep(asker)

    def _lay_out(self, changes: Changes) -> None:
        asker = Asker.of(self._source.load(list(changes.published)))
        self._take(asker, changes.published, changes.generation)
        self._keep(asker)

    def _take(self, asker: Asker, standing: Mapping[int, str], generation: int, *, is_more: bool = False) -> None:
        before, self._asker = self._asker, asker.with_aliases(Aliases(self._aliases()))
        is_more &= len(asker.library.statements) >= FEWEST_STATEMENTS  # looking for examples in fewer takes no time
        self._remembering = Remembering(self._asker, self._remembering, is_more=is_more, pictures=self._pictures)
        self._standing = dict(standing)
        self._seen = generation
        if before is not None and before.library is not asker.library:
            before.library.rest()

    def _keep(self, asker: Asker) -> None:
        if self._snapshot is not None:
            self._snapshot.save(asker.snapshot(self._standing))

    def _current(self) -> Asker:
        return self._answering().asker

    def _answering(self) -> Remembering:
        if self._remembering is None:
            self.refresh()
        if self._remembering is None:
            raise RuntimeError("the library could not be built")
        return self._remembering
