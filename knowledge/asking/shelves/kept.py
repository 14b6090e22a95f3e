"""Entries that are made when first asked for; while somebody holds one, everybody gets the same."""

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Generic, TypeVar, overload
from weakref import WeakValueDictionary

import numpy as np
from numpy.typing import NDArray

from knowledge.asking.shelves.layers import Gone
from knowledge.asking.shelves.postings import Numbers, among

_Entry = TypeVar("_Entry")

# So many of a sort are kept ready, and as many that were before these; a statement takes about 3 KB.
_MOST_READY = 10_000


class _Made(Generic[_Entry]):
    """What was made: kept ready, or only held by somebody.

    What is asked for again and again stays ready, whatever is gone through once in between.
    """

    def __init__(self) -> None:
        self.ready: dict[int, _Entry] = {}
        self._before: dict[int, _Entry] = {}
        self._held: WeakValueDictionary[int, _Entry] = WeakValueDictionary()

    def get(self, number: int, make: Callable[[int], _Entry]) -> _Entry:
        """One that is not ready, and then is; of several threads that make it the first one's counts."""
        entry = self._before.get(number)
        if entry is None and (entry := self._held.get(number)) is None:
            entry = self._held.setdefault(number, make(number))
        if len(self.ready) >= _MOST_READY:
            self._before, self.ready = self.ready, {}
        return self.ready.setdefault(number, entry)

    def drop(self, is_gone: Gone) -> None:
        """Those that are gone are not kept; others ask meanwhile."""
        if is_gone is not None:
            for kept in (self.ready, self._before):
                for number in [one for one in list(kept) if is_gone[one]]:
                    kept.pop(number, None)


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
        return made.get(number, self._make)

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
        self._made.drop(self._gone)

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
