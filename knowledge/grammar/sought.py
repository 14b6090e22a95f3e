"""Patterns that are looked for only in texts that have the letters which each of their matches has.

A question is read with a hundred patterns of which hardly any is there; that a text has not the letters is seen many
times faster than that it has no match.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from itertools import product
from typing import Any

from knowledge.grammar.patterns import Written, as_written, pattern_of
from knowledge.worked_out import worked_out

# More letters to look for, or shorter ones, cost more than they save; so long ones are as seldom as longer ones.
_MOST, _SHORTEST, _LONG = 24, 2, 5
# So many stretches are looked for at most: a text that has letters of each mostly has a match.
_MOST_STRETCHES = 3
_Texts = frozenset[str]
_Letters = tuple[str, ...]


# They are made once each, as the patterns that they look for are.
_MADE: list["Sought"] = []


class Sought:
    """A pattern that is asked as one of `re`, and gives the same; it is compiled when a text may have it."""

    # A question is held against a hundred of them: each lies close together, and what it needs is found at once.
    __slots__ = ("_besides", "_first", "_written", "pattern")

    def __init__(self, pattern: Written) -> None:
        self._written = pattern
        self.pattern = pattern_of(pattern)
        self._first: _Letters | None = None  # of which a text must have some, once that is known
        self._besides: tuple[
            _Letters, ...
        ] = ()  # the same of other stretches, looked for in a text that has some of the first
        _MADE.append(self)

    @property
    def is_prepared(self) -> bool:
        """Whether it is known which letters its matches have."""
        return self._first is not None

    def prepare(self) -> _Letters:
        """Letters of which a text must have some; which they are is known from now on."""
        stretches = needed_by(as_written(self._written)) or (("",),)
        self._besides = stretches[1:]
        self._first = stretches[0]
        return self._first

    def may_be_in(self, text: str) -> bool:
        """Whether the text has the letters that a match must have, so that one may be there."""
        for letters in self._first or self.prepare():
            if letters in text:
                return self._may_be_in(text)
        return False

    def _may_be_in(self, text: str) -> bool:
        """Whether a text that has letters of the first stretch has some of the others."""
        for stretch in self._besides:
            for letters in stretch:
                if letters in text:
                    break
            else:
                return False
        return True

    # The loop stands in each of them, for most texts are through with it, and a call costs as much as the loop.

    def search(self, text: str) -> re.Match[str] | None:
        """The first match."""
        for letters in self._first or self.prepare():
            if letters in text:
                return self.pattern.search(text) if self._may_be_in(text) else None
        return None

    def match(self, text: str) -> re.Match[str] | None:
        """The match that the text begins with."""
        for letters in self._first or self.prepare():
            if letters in text:
                return self.pattern.match(text) if self._may_be_in(text) else None
        return None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Every match."""
        for letters in self._first or self.prepare():
            if letters in text:
                return self.pattern.finditer(text) if self._may_be_in(text) else iter(())
        return iter(())

    def sub(self, new: str | Callable[[re.Match[str]], str], text: str) -> str:
        """The text with every match replaced."""
        for letters in self._first or self.prepare():
            if letters in text:
                return self.pattern.sub(new, text) if self._may_be_in(text) else text
        return text


def prepare_all() -> Iterator[None]:
    """Finds which letters each of them needs, one at each step; a wrong pattern still raises when it is used."""
    for made in tuple(_MADE):
        with suppress(re.error):
            made.prepare()
        yield


@worked_out
def needed_by(pattern: str) -> tuple[tuple[str, ...], ...]:
    """For some stretches of the pattern, the most telling first, letters of which every match has some, whichever it is.

    None where that is not known.
    """
    try:
        from re import _parser  # type: ignore[attr-defined]
    except ImportError:  # it is not promised to be there
        return ()
    parsed = _parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE or "(?i" in pattern:
        return ()
    chosen: list[_Texts] = []
    for run in _fitting(_runs(parsed)):
        if not any(_holds(other, run) for other in chosen):
            chosen.append(run)
    return tuple(tuple(sorted(run)) for run in chosen[:_MOST_STRETCHES])


def _holds(run: _Texts, other: _Texts) -> bool:
    """Whether whatever has a text of the run has one of the other."""
    return all(any(part in text for part in other) for text in run)


def _fitting(runs: Sequence[_Texts]) -> list[_Texts]:
    """Those of the runs that are worth looking for, first those whose texts are least likely to be anywhere: long ones, and few."""
    fit = dict.fromkeys(few for run in runs if min(map(len, few := _shortest(run))) >= _SHORTEST)
    return sorted(fit, key=lambda run: (-min(_LONG, *map(len, run)), len(run)))


def _best(runs: Sequence[_Texts]) -> _Texts:
    """The first of these; nothing where there is none."""
    return next(iter(_fitting(runs)), frozenset())


def _shortest(run: _Texts) -> _Texts:
    """Those that hold no other of them."""
    return frozenset(one for one in run if not any(other in one and other != one for other in run))


def _runs(parsed: Sequence[tuple[Any, Any]]) -> list[_Texts]:
    """For each stretch of the pattern that a match must have, all texts that it can be; what can be one text only is a stretch as well."""
    runs: list[_Texts] = []
    run: _Texts = frozenset({""})
    plain = ""
    for operation, value in parsed:
        texts = _texts(operation, value)
        if texts is not None and len(texts) == 1:
            plain += next(iter(texts))
        else:
            runs.append(frozenset({plain}))
            plain = ""
        longer = None if texts is None else frozenset(map("".join, product(run, texts)))
        runs += _runs_within(operation, value)
        if longer is None or len(longer) > _MOST:
            runs.append(run)
            longer = texts if texts is not None and len(texts) <= _MOST else frozenset({""})
        run = longer
    return [*runs, frozenset({plain}), run]


def _texts(operation: Any, value: Any) -> _Texts | None:
    """All texts that this part of a pattern can match; None where they are too many to name."""
    match str(operation):
        case "LITERAL":
            return frozenset({chr(value)})
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return frozenset({""})
        case "IN":
            letters = [chr(one) for kind, one in value if str(kind) == "LITERAL"]
            return frozenset(letters) if len(letters) == len(value) else None
        case "SUBPATTERN":
            return _all_texts(value[-1])
        case "BRANCH":
            ways = [_all_texts(way) for way in value[1]]
            known = [way for way in ways if way is not None]
            return frozenset().union(*known) if len(known) == len(ways) else None
        case "MAX_REPEAT" | "MIN_REPEAT" if value[1] == 1:
            once = _all_texts(value[2])
            return once if once is None or value[0] else once | {""}
    return None


def _all_texts(parsed: Sequence[tuple[Any, Any]]) -> _Texts | None:
    texts: _Texts = frozenset({""})
    for operation, value in parsed:
        more = _texts(operation, value)
        if more is None or len(texts) * len(more) > _MOST:
            return None
        texts = frozenset(map("".join, product(texts, more)))
    return texts


def _runs_within(operation: Any, value: Any) -> list[_Texts]:
    """The stretches of a part that is there at least once."""
    match str(operation):
        case "SUBPATTERN":
            return _runs(value[-1])
        case "MAX_REPEAT" | "MIN_REPEAT" if value[0]:
            return _runs(value[2])
        case "ASSERT":
            return _runs(value[1])
        case "BRANCH":
            best = [_best(_runs(way)) for way in value[1]]
            return [frozenset().union(*best)] if all(best) else []
    return []
