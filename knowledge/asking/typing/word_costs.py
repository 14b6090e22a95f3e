"""What a word costs by how likely it is, whatever stands before it or after one word, in nats."""

from collections.abc import Mapping
from math import log
from typing import Protocol

SEEN_SHARE = 0.75  # how far a seen pair is trusted against the word alone


class Known(Protocol):
    """What is known of words."""

    reckoned: int  # how many costs are remembered

    def chance(self, word: str) -> float:
        """How likely the word is whatever stands before it."""


class Costs(dict[str, float]):
    """What a word costs that is as likely as so large a share of its chance, reckoned when first asked for."""

    __slots__ = ("_lexicon", "_share")

    def __init__(self, lexicon: Known, share: float) -> None:
        super().__init__()
        self._lexicon = lexicon
        self._share = share

    def __missing__(self, word: str) -> float:
        self._lexicon.reckoned += 1
        cost = self[word] = -log(self._share * self._lexicon.chance(word))
        return cost


class CostsAfter(dict[str, float]):
    """What each word costs after one word; those that were never seen after it cost what `others` says."""

    __slots__ = ("_lexicon", "_times", "others", "seen")

    def __init__(self, lexicon: Known, times: int, seen: Mapping[str, int], others: Costs) -> None:
        super().__init__()
        self.seen = seen
        self.others = others
        self._lexicon = lexicon
        self._times = times

    def __missing__(self, word: str) -> float:
        if word not in self.seen:
            return self.others[word]
        self._lexicon.reckoned += 1
        share = SEEN_SHARE * (self.seen[word] / self._times)
        cost = self[word] = -log(share + (1 - SEEN_SHARE) * self._lexicon.chance(word))
        return cost
