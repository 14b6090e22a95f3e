"""Where each word stands: sorted numbers of statements, figures or documents, all in one array."""

from array import array
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.nearby import Nearby

Numbers = NDArray[np.int32]
_Number = TypeVar("_Number", bound=np.integer[Any])
NONE: Numbers = np.empty(0, np.int32)
# So few are not narrowed down before they are held against others; of so many, fewer others are looked up among them.
_FEW, _SEVERAL = 8, 500
# More than these take longer to be searched for than a table of all between them to be made, unless they stand so far apart:
# 160,000 among 1,000,000, held against 40,000, in a fifth of the time.
_MANY, _SPARSE = 2_000, 200
# The same of many that are brought together: they are sorted only where they stand further apart.
_SPARSE_TOGETHER = 40


class Postings:
    """Numbers by word; `places` says which run of `numbers` is a word's."""

    def __init__(self, places: dict[str, int], starts: NDArray[np.int64], numbers: Numbers) -> None:
        self.places = places
        self.starts = starts
        self.numbers = numbers

    def __contains__(self, word: str) -> bool:
        return word in self.places

    def of(self, word: str) -> Numbers:
        """The numbers of all that have the word, ascending."""
        place = self.places.get(word)
        return NONE if place is None else self.numbers[self.starts[place] : self.starts[place + 1]]

    @cached_property
    def nearby(self) -> Nearby:
        """Its words by what they may have been typed as."""
        return Nearby(self.places)

    def renumbered(self, to: Numbers) -> "Postings":
        """The same with each number replaced, the runs ascending again."""
        numbers = to[self.numbers]
        runs = np.repeat(np.arange(len(self.starts) - 1), np.diff(self.starts))
        return Postings(self.places, self.starts, numbers[np.lexsort((numbers, runs))])


class PostingsBuilder:
    """Takes numbers in ascending order."""

    def __init__(self) -> None:
        self._by_word: dict[str, array[int]] = {}

    def add(self, number: int, words: Iterable[str]) -> None:
        """That number has these words, each once."""
        by_word = self._by_word
        for word in words:
            numbers = by_word.get(word)
            if numbers is None:
                by_word[word] = array("i", (number,))
            else:
                numbers.append(number)

    def built(self) -> Postings:
        """All of them; nothing may be added after."""
        lengths = [len(numbers) for numbers in self._by_word.values()]
        starts = np.concatenate((np.zeros(1, np.int64), np.cumsum(lengths, dtype=np.int64)))
        numbers = np.empty(int(starts[-1]), np.int32)
        for place, of_word in enumerate(self._by_word.values()):
            numbers[starts[place] : starts[place + 1]] = of_word
        return Postings({word: place for place, word in enumerate(self._by_word)}, starts, numbers)


def are_all(mask: NDArray[np.bool_]) -> bool:
    """Whether the mask holds everywhere, which numpy's own functions tell of few more slowly."""
    return b"\0" not in mask.tobytes()


def within(numbers: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which of the numbers are among the others; both ascend and hold each once."""
    if not len(numbers) or not len(others):
        return np.zeros(len(numbers), np.bool_)
    if len(others) > _FEW < len(numbers):
        # Only those from the first to the last of the numbers count, often few: what is asked for was told together.
        ends = others.searchsorted(numbers[:: max(len(numbers) - 1, 1)]).tolist()
        others = others[ends[0] : ends[-1] + 1]
        if not len(others):
            return np.zeros(len(numbers), np.bool_)
    if len(numbers) > _SEVERAL and len(others) < len(numbers) // 8:
        found = np.zeros(len(numbers), np.bool_)
        at = numbers.searchsorted(others)
        at = at[at < len(numbers)]
        hit = numbers[at] == others[: len(at)]
        found[at[hit]] = True
        return found
    first, reach = int(numbers[0]), int(numbers[-1]) - int(numbers[0]) + 1
    if len(numbers) > _MANY and reach < _SPARSE * len(numbers):
        # Many are looked up in a table sooner than they are searched for.
        is_there = np.zeros(reach, np.bool_)
        is_there[others[others.searchsorted(numbers[0]) : others.searchsorted(numbers[-1], "right")] - first] = True
        looked_up: NDArray[np.bool_] = is_there[numbers - first]
        return looked_up
    return among(numbers, others)


def among(numbers: Numbers, others: Numbers) -> NDArray[np.bool_]:
    """Which of the numbers, in whatever order, are among the others, which ascend."""
    if not len(numbers) or not len(others):
        return np.zeros(len(numbers), np.bool_)
    # Whoever is greater than all others is held against the last of them.
    same: NDArray[np.bool_] = others.take(others.searchsorted(numbers), mode="clip") == numbers
    return same


def where_in(number: int, values: NDArray[_Number], *, after: bool = False) -> int:
    """Where the number stands, or would, among ascending values: before or after those that are the same.

    It is given the width of the values, or else numpy would bring all of them to its own: a millisecond for a million.
    """
    return int(values.searchsorted(values.dtype.type(number), "right" if after else "left"))


def coded(codes: Numbers, wanted: Sequence[int], count: int) -> NDArray[np.bool_]:
    """Which of the codes, each below the count or -1, are wanted; of few codes numpy's own way takes twenty times as long."""
    is_wanted = np.zeros(count + 1, np.bool_)  # -1 leads to the last, which nobody wants
    is_wanted[wanted] = True
    found: NDArray[np.bool_] = is_wanted[codes]
    return found


def spread(first: NDArray[Any], after: NDArray[Any]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The numbers of all ranges from `first` to before `after`, one range after the other, and which range each is of."""
    lengths = after - first
    ends = np.cumsum(lengths)
    numbers = np.arange(ends[-1] if len(ends) else 0) + np.repeat(first - ends + lengths, lengths)
    return numbers, np.repeat(np.arange(len(lengths)), lengths)


def union(runs: list[Numbers]) -> Numbers:
    """All numbers of these ascending runs, ascending, each once."""
    runs = [run for run in runs if len(run)]
    if len(runs) <= 1:
        return runs[0] if runs else NONE
    total, first = sum(map(len, runs)), min(int(run[0]) for run in runs)
    reach = max(int(run[-1]) for run in runs) - first + 1
    if total <= _MANY or reach > _SPARSE_TOGETHER * total:
        return distinct(np.concatenate(runs))
    is_there = np.zeros(reach, np.bool_)
    for run in runs:
        is_there[run - first] = True
    return (np.flatnonzero(is_there) + first).astype(np.int32)


def distinct(numbers: NDArray[_Number]) -> NDArray[_Number]:
    """The numbers ascending, each once."""
    ordered = np.sort(numbers)
    is_new = np.empty(len(ordered), np.bool_)
    is_new[:1] = True
    np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
    return ordered[is_new]


def common(runs: list[Numbers]) -> Numbers:
    """The numbers that are in all of these ascending runs."""
    if not runs:
        return NONE
    found, *others = sorted(runs, key=len)
    for run in others:
        found = found[within(found, run)]
    return found
