"""Words one slip of the finger away: a letter dropped, added, swapped with its neighbour or mistaken for one.

Found by deletion (SymSpell, Wolf Garbe): two words one edit apart share a word made by deleting one letter of
each, so an index of all deletions is asked instead of all words.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

from knowledge.asking.typing.costs import (
    DROPPED,
    EXTRA,
    FIRST_LETTER,
    MISTAKEN,
    NEIGHBOURING_KEY,
)

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_SOUND_ALIKE = ("sx", "dr", "ln", "iy", "dv", "ck", "td")  # written alike in some regions, or k for c
SHORTEST = 3


def _neighbours() -> frozenset[str]:
    pairs = {a + b for row in _ROWS for a, b in pairwise(row)}
    for upper, lower in pairwise(_ROWS):
        for at, key in enumerate(lower):
            pairs |= {key + other for other in upper[at : at + 2]}
    pairs |= set(_SOUND_ALIKE)
    return frozenset(pairs | {pair[::-1] for pair in pairs})


_NEIGHBOURS = _neighbours()


def slip_cost(typed: str, meant: str) -> float | None:
    """How unlikely it is, beyond any slip, to type the one for the other; None unless one slip does it."""
    at = 0
    shorter = min(len(typed), len(meant))
    while at < shorter and typed[at] == meant[at]:
        at += 1
    first = FIRST_LETTER if at == 0 else 0.0
    if len(typed) == len(meant) + 1:
        if typed[at + 1 :] != meant[at:]:
            return None
        return 0.0 if at and typed[at] == typed[at - 1] else EXTRA
    if len(typed) + 1 == len(meant):
        return DROPPED + first if typed[at:] == meant[at + 1 :] else None
    if len(typed) != len(meant) or at == len(typed):
        return None
    if typed[at + 1 :] == meant[at + 1 :]:
        return first + (NEIGHBOURING_KEY if typed[at] + meant[at] in _NEIGHBOURS else MISTAKEN)
    swapped = typed[at + 1 : at + 2] + typed[at] + typed[at + 2 :]
    return first if swapped == meant[at:] else None


def _deletions(word: str) -> Iterator[str]:
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


class SlipIndex:
    """Words by what is left of them when one letter is missing."""

    def __init__(self) -> None:
        self._words: set[str] = set()
        self._by_deletion: dict[str, list[str]] = {}

    @classmethod
    def from_plain(cls, plain: Any) -> "SlipIndex":
        """The index that `plain` was taken from."""
        index = cls()
        index._words, index._by_deletion = plain
        return index

    @property
    def plain(self) -> tuple[Any, ...]:
        """The index as plain values."""
        return self._words, self._by_deletion

    def add(self, words: Iterable[str]) -> None:
        """Make these words findable; those of fewer than three letters never are."""
        for word in words:
            if len(word) < SHORTEST or word in self._words:
                continue
            self._words.add(word)
            for deletion in set(_deletions(word)):
                self._by_deletion.setdefault(deletion, []).append(word)

    def near(self, typed: str) -> list[tuple[str, float]]:
        """The words one slip from what was typed, each with its slip's cost; never the word itself."""
        words, by_deletion = self._words, self._by_deletion
        found = set(by_deletion.get(typed, ()))
        for deletion in _deletions(typed):
            if deletion in words:
                found.add(deletion)
            if deletion in by_deletion:
                found.update(by_deletion[deletion])
        found.discard(typed)
        costs = ((word, slip_cost(typed, word)) for word in found)
        return [(word, cost) for word, cost in costs if cost is not None]
