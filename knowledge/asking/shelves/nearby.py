"""Numbers and words that are one slip of the finger from another."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

_TYPED = "0123456789abcde"  # a document's number is digits and perhaps a letter: "30c"
# In shorter words any letter may be another word's.
_SHORTEST = 3


def one_slip_away(number: str) -> set[str]:
    """Every number with one character more, less or other, or with two neighbours swapped; never the number itself."""
    found = {number[:at] + number[at + 1 :] for at in range(len(number))}
    found |= {number[:at] + one + number[at:] for at in range(len(number) + 1) for one in _TYPED}
    found |= {number[:at] + one + number[at + 1 :] for at in range(len(number)) for one in _TYPED}
    found |= {number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)}
    return found - {number}


class Nearby:
    """Words by what is left of them without one letter, which two words one slip apart have in common (SymSpell)."""

    def __init__(self, words: Iterable[str]) -> None:
        """Words of three letters and more are found; others never are."""
        self._by_rest: dict[str, list[str]] = {}
        for word in words:
            if len(word) >= _SHORTEST and word.isalpha():
                for rest in _rests(word):
                    self._by_rest.setdefault(rest, []).append(word)

    def of(self, typed: str) -> set[str]:
        """The words one slip away from what was typed."""
        near = {word for rest in _rests(typed) for word in self._by_rest.get(rest, ())}
        return {word for word in near if is_one_slip(typed, word)}


def _rests(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether one slip makes the one of the other."""
    if abs(len(typed) - len(meant)) > 1 or min(len(typed), len(meant)) < _SHORTEST:
        return False
    if not (typed.isalpha() and meant.isalpha()):
        return False
    return OSA.distance(typed, meant, score_cutoff=1) == 1
