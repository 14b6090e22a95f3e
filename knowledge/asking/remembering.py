"""What was asked before and is asked in the same words again: of one state of the reports the answer is the same."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from datetime import date
from typing import TypeVar, cast

from knowledge.answers import Answer, Outcome, Step, StepKind, Topic
from knowledge.asking.asker import Asked, Asker
from knowledge.asking.examples import Example, Holdings, find_examples, find_holdings
from knowledge.asking.library import Library
from knowledge.asking.next_steps import core_of, next_steps

T = TypeVar("T")
# Which pictures there are of what an answer is about.
Pictures = Callable[[Library, Topic], tuple[StepKind, ...]]

# The questions of a morning; an answer with its quotes takes a few kilobytes.
MOST_REMEMBERED = 1000


def no_pictures(_library: Library, _topic: Topic) -> tuple[StepKind, ...]:
    """For whoever shows none."""
    return ()


class Remembering:
    """Answers as its asker does, who is replaced and never changed; any number of threads.

    Where all that was there before is there still (`is_more`), examples of before are shown until warming finds new ones.
    """

    def __init__(
        self,
        asker: Asker,
        before: "Remembering | None" = None,
        *,
        is_more: bool = False,
        pictures: Pictures = no_pictures,
    ) -> None:
        self.asker = asker
        self._pictures = pictures
        self._is_more = is_more
        self._found: OrderedDict[Hashable, object] = OrderedDict()
        self._examples: dict[str, tuple[Example, ...]] = {}
        self._examples_before = before.newest_examples if before is not None else {}
        self._finding_examples = threading.Lock()

    def ask(self, text: str, *, today: date, previous: str | None, language: str) -> Asked:
        """The answer, and what to keep for the chat's next question."""
        key = (text, today, type(today), previous, language)
        return self._once(key, lambda: self.asker.ask(text, today=today, previous=previous, language=language))

    def next_steps(self, asked: Asked, *, today: date, language: str) -> tuple[Step, ...]:
        """What may follow that answer."""

        def find() -> tuple[Step, ...]:
            return (
                *self._follow_ups(asked, today, language),
                *(Step(kind, asked.meant) for kind in self._pictures_of(told)),
            )

        told = asked.answer
        return self._once(_goes_on(asked, today, language), find)

    def _follow_ups(self, asked: Asked, today: date, language: str) -> tuple[Step, ...]:
        """Looked for once for all who are told the same of the same, however politely and of whichever period they asked."""

        def find() -> tuple[Step, ...]:
            return next_steps(self.asker, asked, today=today, language=language)

        told, query = asked.answer, asked.query
        if query is None or told.outcome is not Outcome.ANSWERED or told.points or told.topic.period is None:
            return find()
        return self._once((next_steps, core_of(query), told.direct, told.topic, today, language), find)

    def has_told(self, text: str, *, today: date, previous: str | None, language: str) -> bool:
        """Whether an answer and what may follow it are remembered, so that telling them takes no time."""
        asked = self._found.get((text, today, type(today), previous, language))
        is_found = isinstance(asked, Asked) and asked.answer.outcome is not Outcome.NOT_FOUND
        return is_found and _goes_on(cast(Asked, asked), today, language) in self._found

    def _pictures_of(self, told: Answer) -> tuple[StepKind, ...]:
        """Looked for once for each indicator and document, whatever the words in which it was asked for."""
        if told.outcome is not Outcome.ANSWERED:
            return ()
        of, library = (told.topic.indicator, told.topic.document), self.asker.library
        return self._once(("pictures", *of), lambda: self._pictures(library, told.topic))

    def examples(self, *, today: date, language: str) -> tuple[Example, ...]:
        """Questions that are answered, found once; while one thread finds them the others get those of the state before."""
        if self._is_more and self._examples_before.get(language):
            return self.newest_examples[language]
        return self.renew_examples(today=today, language=language)

    def renew_examples(self, *, today: date, language: str) -> tuple[Example, ...]:
        """The same of just this state, unless another thread is finding them."""
        is_first = language not in self._examples_before
        if language not in self._examples and self._finding_examples.acquire(blocking=is_first):
            try:
                if language not in self._examples:
                    self._examples[language] = self._find_examples(today, language)
            finally:
                self._finding_examples.release()
        return self.newest_examples[language]

    @property
    def newest_examples(self) -> dict[str, tuple[Example, ...]]:
        """Those that are known of each language, of this state of the reports or else of the one before."""
        return {**self._examples_before, **self._examples}

    def _find_examples(self, today: date, language: str) -> tuple[Example, ...]:
        def ask(text: str) -> Asked:
            return self.asker.ask(text, today=today, language=language)

        return find_examples(ask, self.asker.library, language)

    def holdings(self) -> Holdings:
        """How far the reports reach."""
        return self._once(Holdings, lambda: find_holdings(self.asker.library))

    def _once(self, key: Hashable, find: Callable[[], T]) -> T:
        # Each step on the dictionary is one that no other thread can come between.
        if (known := self._found.get(key)) is not None:
            return cast(T, known)
        found = self._found[key] = find()
        while len(self._found) > MOST_REMEMBERED:
            try:
                self._found.popitem(last=False)
            except KeyError:  # others have made room
                break
        return found


def _goes_on(asked: Asked, today: date, language: str) -> Hashable:
    """The key of what may follow."""
    told = asked.answer
    return asked.meant, told.outcome, told.direct, told.topic, told.points, today, language
