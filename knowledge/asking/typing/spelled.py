"""Spelling that follows the ear: hỏi for ngã as in the south, ch for tr, s for x and d for gi as in the north.

The confusions are those that textbooks of spelling drill (Sổ tay chính tả): initials and tones that sound alike in a region.
"""

from collections.abc import Iterator
from functools import lru_cache

from knowledge.asking.typing.syllables import is_syllable, put_tone, take_tone
from knowledge.grammar.folding import fold

_INITIALS = (
    ("tr", "ch"),
    ("ch", "tr"),
    ("gi", "d"),
    ("d", "gi"),
    ("r", "gi"),
    ("gi", "r"),
    ("d", "r"),
    ("r", "d"),
    ("x", "s"),
    ("s", "x"),
    ("l", "n"),
    ("n", "l"),
    ("v", "d"),
)
_HOOK, _TILDE = "\u0309", "\u0303"


def heard_alike(word: str) -> Iterator[str]:
    """The words, with the marks of this one, that sound like it where people mistake its first sound."""
    for said, meant in _INITIALS:
        rest = word.removeprefix(said)
        if rest == word or not rest or fold(rest[0]) not in "aeiouy":
            continue
        # "gì" is g and ì; before i the sound gi is written g.
        yield ("g" if meant == "gi" and fold(rest[0]) == "i" else meant) + rest


@lru_cache(maxsize=8192)
def with_other_tone(word: str) -> str | None:
    """The word with ngã for hỏi or hỏi for ngã; None where it has neither."""
    bare, tone = take_tone(word)
    if tone not in {_HOOK, _TILDE} or not is_syllable(bare, tone):
        return None
    return put_tone(bare, _TILDE if tone == _HOOK else _HOOK)
