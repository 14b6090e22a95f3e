"""Words of reports that are neither syllables nor English: what comes only once may be a slip, and is no word yet."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

Pair = tuple[str, str]


class Strangers:
    """Odd words as they are written, with how often they come and what stands beside them, so that both can be undone."""

    def __init__(self) -> None:
        self._counts: dict[str, int] = {}
        self._pairs: dict[str, dict[Pair, int]] = {}

    @classmethod
    def from_plain(cls, plain: Any) -> "Strangers":
        """The words that `plain` was taken from."""
        strangers = cls()
        strangers._counts, strangers._pairs = plain
        return strangers

    @property
    def plain(self) -> tuple[Any, ...]:
        """All of them as plain values."""
        return self._counts, self._pairs

    def is_sure(self, word: str) -> bool:
        """Whether the word came twice."""
        return self._counts.get(word, 0) > 1

    def sure(self, words: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Of these the sure ones, with how often each came."""
        return ((word, self._counts[word]) for word in words if self.is_sure(word))

    def pairs_of(self, words: Iterable[str]) -> dict[Pair, int]:
        """The pairs that one of these words stands in, with how often each came."""
        return {pair: count for word in words for pair, count in self._pairs.get(word, {}).items()}

    def change(self, words: Mapping[str, int], pairs: Counter[Pair], sign: int) -> None:
        """These words and pairs came so often more, or less."""
        for word, count in words.items():
            _add(self._counts, word, sign * count)
        for pair, count in pairs.items():
            for word in {*pair} & words.keys():
                of_word = self._pairs.setdefault(word, {})
                _add(of_word, pair, sign * count)
                if not of_word:
                    del self._pairs[word]


def _add(counts: dict[Any, int], what: Any, count: int) -> None:
    now = counts.get(what, 0) + count
    if now > 0:
        counts[what] = now
    else:
        counts.pop(what, None)
