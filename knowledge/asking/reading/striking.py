"""Words taken out of a folded question, so that what is read next does not read them again."""

from collections.abc import Sequence

from knowledge.grammar.sought import Sought


def strike(words: str, places: Sequence[tuple[int, int]]) -> str:
    """The words with what stands in those places made unreadable; everything else stays where it is."""
    for start, end in places:
        struck = " ".join(["\x00" * len(word) for word in words[start:end].split(" ")])
        words = f"{words[:start]}{struck}{words[end:]}"
    return words


def spans(pattern: Sought, words: str) -> list[tuple[int, int]]:
    """The places [start, end) where the pattern stands in the words."""
    return [match.span() for match in pattern.finditer(words)]
