"""What a sentence rests on, left out where only a day of it is told: "theo Quyết định số 318/QĐ-UBND ngày 17/02/2022"."""

from knowledge.grammar.document_types import type_pattern
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# In front a comma ends it before the sentence's own clause. Behind it goes on to the end; where a comma stands in it, what follows may be
# the own clause: "Từ ngày 01/4/2019, theo Quyết định số 648/QĐ-UBND của UBND tỉnh, Sở giải thể …".
_IN_FRONT = pattern_of(
    lambda: (
        rf"(?:thuc hien|can cu|theo|trien khai|thi hanh) (?:{type_pattern()})(?: so)? [^;:]*?\d[^;:]*?, (?=(?:ke )?tu ngay|(?:vao )?ngay)"
    )
)
_BEHIND = pattern_of(lambda: rf",? (?:theo|tai|can cu) (?:{type_pattern()})(?: so)? \d[^;,]*(?=[;.]|$)")


def without_basis(words: str, start: int, end: int) -> str:
    """The words less the documents that they rest on in front of and behind a day, which stands from `start` to `end`."""
    folded = fold(words)
    behind = next((m for m in _BEHIND.finditer(folded) if m.start() >= end), None)
    if behind is not None:
        words = words[: behind.start()] + words[behind.end() :]
    opening = len(words) - len(words.lstrip())
    before = _IN_FRONT.match(folded, opening)
    if before is None or before.end() > start:
        return words
    return words[before.end() :][:1].upper() + words[before.end() + 1 :]
