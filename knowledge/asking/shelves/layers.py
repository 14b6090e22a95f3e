"""Postings and columns of several shelves as of one: what was published lately lies beside what was there before."""

from collections.abc import Hashable, Iterator, Mapping, Sequence, Sized
from itertools import accumulate
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.postings import NONE, Numbers, Postings

_Value = TypeVar("_Value", bound=Hashable)
Gone = NDArray[np.bool_] | None


class Layers:
    """The postings of each layer, whose numbers go on from those of the layer before; what is gone is left out."""

    def __init__(self, postings: Sequence[Postings], starts: Sequence[int], gone: Gone) -> None:
        self._layers = tuple(zip(postings, starts, strict=True))
        self._gone = gone

    def of(self, word: str) -> Numbers:
        """The numbers of all that have the word, ascending."""
        if len(self._layers) == 1:
            found = self._layers[0][0].of(word)
        else:
            runs = [
                run + np.int32(start) if start else run
                for postings, start in self._layers
                if len(run := postings.of(word))
            ]
            if not runs:
                return NONE
            found = runs[0] if len(runs) == 1 else np.concatenate(runs)
        return found if self._gone is None else found[~self._gone[found]]

    def __contains__(self, word: str) -> bool:
        return len(self.of(word)) > 0

    def near(self, typed: str) -> set[str]:
        """The words of any layer that are one slip away from what was typed."""
        return {word for postings, _ in self._layers for word in postings.nearby.of(typed)}

    def words(self) -> list[str]:
        """All words, in the order in which they came."""
        return list(dict.fromkeys(word for postings, _ in self._layers for word in postings.places))


def starts_of(parts: Sequence[Sized]) -> list[int]:
    """Where each part begins when they lie one after the other."""
    return [0, *accumulate(len(part) for part in parts)][:-1]


def joined(columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """The columns one after the other."""
    return columns[0] if len(columns) == 1 else np.concatenate(columns)


def joined_numbers(columns: Sequence[Numbers], starts: Sequence[int]) -> Numbers:
    """Columns of numbers that count within their layer, as numbers that go on."""
    if len(columns) == 1:
        return columns[0]
    return np.concatenate([column + np.int32(start) for column, start in zip(columns, starts, strict=True)])


def joined_ends(columns: Sequence[Numbers]) -> Numbers:
    """Columns of first places, each with one more at its end, as one such column."""
    if len(columns) == 1:
        return columns[0]
    start, parts = np.int32(0), []
    for column in columns:
        parts.append(column[:-1] + start)
        start += column[-1]
    return np.concatenate([*parts, np.array([start], np.int32)])


def joined_codes(columns: Sequence[Numbers], tables: Sequence[Sequence[_Value]]) -> tuple[Numbers, tuple[_Value, ...]]:
    """Columns that say which value of their table, as one column with one table; -1 stays none."""
    if len(columns) == 1:
        return columns[0], tuple(tables[0])
    known = {value: code for code, value in enumerate(tables[0])}
    parts = [columns[0]]  # the first table's values keep their places
    for column, table in zip(columns[1:], tables[1:], strict=True):
        codes = np.array([*(known.setdefault(value, len(known)) for value in table), -1], np.int32)
        parts.append(codes[column])
    return np.concatenate(parts), tuple(known)


def joined_counts(counts: Sequence[Mapping[str, int]], less: Mapping[str, int]) -> Mapping[str, int]:
    """How many have each word in all of these together, less those that are gone; the first is not copied."""
    if len(counts) == 1 and not less:
        return counts[0]
    return _Counted(counts[0], counts[1:], less)


class _Counted(Mapping[str, int]):
    """What was counted first, and how the later counts differ from it."""

    def __init__(self, first: Mapping[str, int], later: Sequence[Mapping[str, int]], less: Mapping[str, int]) -> None:
        self._first = first
        self._more: dict[str, int] = {}
        for counted in later:
            for word, count in counted.items():
                self._more[word] = self._more.get(word, 0) + count
        for word, count in less.items():
            self._more[word] = self._more.get(word, 0) - count

    def __getitem__(self, word: str) -> int:
        count = self._first.get(word, 0) + self._more.get(word, 0)
        if not count:
            raise KeyError(word)
        return count

    def __iter__(self) -> Iterator[str]:
        yield from (word for word in self._first if word in self)
        yield from (word for word, count in self._more.items() if word not in self._first and count)

    def __len__(self) -> int:
        return sum(1 for _ in self)
