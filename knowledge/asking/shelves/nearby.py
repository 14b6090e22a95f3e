"""Numbers and words that are one slip of the finger from another."""

from rapidfuzz.distance import OSA

_TYPED = "0123456789abcde"  # a document's number is digits and perhaps a letter: "30c"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
# In shorter words any letter may be another word's.
_SHORTEST = 3


def one_slip_away(number: str) -> set[str]:
    """Every number with one character more, less or other, or with two neighbours swapped; never the number itself."""
    return _edits(number, _TYPED)


def misspellings(word: str) -> set[str]:
    """Every run of letters one slip away from a folded word; none of a word of fewer than three letters."""
    return {one for one in _edits(word, _LETTERS) if len(one) >= _SHORTEST} if len(word) >= _SHORTEST else set()


def is_one_slip(typed: str, meant: str) -> bool:
    """Whether one slip makes the one of the other."""
    if min(len(typed), len(meant)) < _SHORTEST or not (typed.isalpha() and meant.isalpha()):
        return False
    return OSA.distance(typed, meant, score_cutoff=1) == 1


def _edits(word: str, typed: str) -> set[str]:
    found = {word[:at] + word[at + 1 :] for at in range(len(word))}
    found |= {word[:at] + one + word[at:] for at in range(len(word) + 1) for one in typed}
    found |= {word[:at] + one + word[at + 1 :] for at in range(len(word)) for one in typed}
    found |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return found - {word}
