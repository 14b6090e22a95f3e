"""Entries that are made when first asked for; while somebody holds one, everybody gets the same."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Generic, TypeVar, overload
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.layers import Gone
from knowledge.asking.shelves.postings import Numbers, among

_Entry = TypeVar("_Entry")

# So many of a sort are kept ready; a statement takes about 3 KB.
_MOST_READY = 10_000


class _Made(Generic[_Entry]):
    """What was made: kept ready, or only held by somebody."""

    def __init__(self) -> None:
        self.ready: dict[int, _Entry] = {}
        self.held: WeakValueDictionary[int, _Entry] = WeakValueDictionary()

    def ready_numbers(self) -> list[int]:
        """Copied at one go, for others ask meanwhile."""
        return list(self.ready)


class Entries(Collection[_Entry], Generic[_Entry]):
    """All entries of a sort by number; those that are gone are neither counted nor gone through."""

    def __init__(self, count: int, make: Callable[[int], _Entry], gone: Gone) -> None:
        self._count = count
        self._in_force = count if gone is None else count - int(np.count_nonzero(gone))
        self._make = make
        self._gone = gone
        self._numbers: Numbers | None = None
        self._made: _Made[_Entry] = _Made()

    def __len__(self) -> int:
        return self._in_force

    def __getitem__(self, number: int) -> _Entry:
        made = self._made
        if (entry := made.ready.get(number)) is not None:
            return entry
        if not 0 <= number < self._count:
            raise IndexError(number)
        if (entry := made.held.get(number)) is None:
            entry = made.held.setdefault(number, self._make(number))
        if len(made.ready) >= _MOST_READY:
            made.ready = {}
        return made.ready.setdefault(number, entry)

    def __iter__(self) -> Iterator[_Entry]:
        return iter(self.all())

    def __contains__(self, entry: object) -> bool:
        return any(one is entry for one in self)

    def let_go(self) -> None:
        """None is kept ready any more; whoever asks gets them all the same."""
        self._made = _Made()

    def take_over(self, before: "Entries[_Entry]") -> None:
        """From now on both make and keep the same ones, under the same numbers; call it while nobody asks this one yet.

        That view makes none by itself any more, so that nothing here holds it.
        """
        self._made, before._make = before._made, self._make
        gone = self._gone
        if gone is not None:
            for number in self._made.ready_numbers():
                if gone[number]:
                    self._made.ready.pop(number, None)

    def numbers(self) -> Numbers:
        """The numbers of all that are not gone."""
        if self._numbers is None:
            every = np.arange(self._count, dtype=np.int32)
            self._numbers = every if self._gone is None else every[~self._gone]
        return self._numbers

    def all(self) -> "Some[_Entry]":
        """All that are not gone, in order."""
        return Some(self, self.numbers())


class Some(Sequence[_Entry], Generic[_Entry]):
    """Some of the entries, in this order; each is made when it is looked at."""

    def __init__(self, entries: Entries[_Entry], numbers: Numbers) -> None:
        self._entries = entries
        self.numbers = numbers

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, at: int) -> _Entry: ...
    @overload
    def __getitem__(self, at: slice) -> "Some[_Entry]": ...
    def __getitem__(self, at: int | slice) -> "_Entry | Some[_Entry]":
        if isinstance(at, slice):
            return Some(self._entries, self.numbers[at])
        return self._entries[int(self.numbers[at])]

    def __iter__(self) -> Iterator[_Entry]:
        for number in self.numbers.tolist():
            yield self._entries[number]

    def chosen(self, fits: Callable[[_Entry], bool]) -> "Some[_Entry]":
        """Those that fit; each is looked at."""
        return Some(self._entries, self.numbers[np.fromiter(map(fits, self), np.bool_, len(self))])

    def where(self, fits: NDArray[np.bool_]) -> "Some[_Entry]":
        """Those for which the mask holds."""
        return Some(self._entries, self.numbers[fits])

    def among(self, numbers: Numbers) -> "Some[_Entry]":
        """Those that are among these ascending numbers."""
        return Some(self._entries, self.numbers[among(self.numbers, numbers)])

    def without(self, numbers: Numbers) -> "Some[_Entry]":
        """Those that are not among these ascending numbers."""
        return self.where(~among(self.numbers, numbers))
