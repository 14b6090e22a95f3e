"""Which words stand right after which, and how often."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

_NONE: Mapping[str, int] = {}


class Pairs:
    """Counts pairs of words up to so many different ones; those that come later are not counted."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._after: dict[str, dict[str, int]] = {}
        self._different = 0

    @classmethod
    def from_plain(cls, plain: Any, most: int) -> "Pairs":
        """The pairs that `plain` was taken from."""
        pairs = cls(most)
        pairs._after, pairs._different = plain
        return pairs

    @property
    def plain(self) -> tuple[Any, ...]:
        """All of them as plain values."""
        return self._after, self._different

    def count(self, previous: str, word: str, count: int) -> None:
        """The pair came so often more, or less."""
        after = self._after.setdefault(previous, {})
        if word not in after:
            if self._different >= self._most or count < 0:
                return
            self._different += 1
        now = after.get(word, 0) + count
        if now > 0:
            after[word] = now
            return
        self._different -= 1
        del after[word]

    def has(self, previous: str, word: str) -> bool:
        """Whether the second was seen right after the first."""
        return word in self._after.get(previous, _NONE)

    def seen(self, words: Sequence[str]) -> list[bool]:
        """Of each of the words but the last whether the next one was seen right after it."""
        after = self._after
        return [word in after.get(previous, _NONE) for previous, word in pairwise(words)]

    def after(self, previous: str) -> Mapping[str, int]:
        """What was seen right after this word, and how often."""
        return self._after.get(previous, _NONE)
