"""Words taken out of a folded question, so that what is read next does not read them again."""

from collections.abc import Sequence

from knowledge.grammar.sought import Sought


def strike(words: str, places: Sequence[tuple[int, int]]) -> str:
    """The words with what stands in those places made unreadable; everything else stays where it is."""
    if not places:
        return words
    chars = list(words)
    for start, end in places:
        chars[start:end] = [" " if c == " " else "\x00" for c in chars[start:end]]
    return "".join(chars)


def spans(pattern: Sought, words: str) -> list[tuple[int, int]]:
    """The places [start, end) where the pattern stands in the words."""
    return [match.span() for match in pattern.finditer(words)]
