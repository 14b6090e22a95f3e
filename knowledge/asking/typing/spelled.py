"""Spelling that follows the ear: ch for tr, s for x and d for gi as in the north.

The confusions are those that textbooks of spelling drill (Sổ tay chính tả): initials that sound alike in a region.
"""

from collections.abc import Iterator

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


def heard_alike(word: str) -> Iterator[str]:
    """The words, with the marks of this one, that sound like it where people mistake its first sound."""
    for said, meant in _INITIALS:
        rest = word.removeprefix(said)
        if rest == word or not rest or fold(rest[0]) not in "aeiouy":
            continue
        # "gì" is g and ì; before i the sound gi is written g.
        yield ("g" if meant == "gi" and fold(rest[0]) == "i" else meant) + rest
