"""Which lines of a text are one paragraph that was broken to fit a width."""

import re
from collections.abc import Sequence
from itertools import pairwise

ITEM = re.compile(r"\s*(?:[-+*•●○▪■–—·]\s?|\(?\d{1,2}(?:\.\d{1,2})*[.)/]\s|\(?[a-zđ][.)]\s|[IVX]{1,5}[.)]\s)")
SENTENCE_END = re.compile(r"[.!?:;…][\"”’)]*$")
_WIDEST = 130  # characters: a text with longer lines was not broken to a width
_FEW = 5  # broken lines below which a width is chance


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width in characters that the text was broken to, or None where each line is a paragraph."""
    lengths = sorted(len(line) for line in lines if line)
    if not lengths:
        return None
    width = lengths[int(0.98 * (len(lengths) - 1))]  # a stray long line, a table's, says nothing
    if width > _WIDEST:
        return None
    followed = [(a, b) for a, b in pairwise(lines) if a and b and not ITEM.match(b)]
    full = sum(_is_full(a, b, width) for a, b in followed)
    return width if full >= _FEW and full >= 0.6 * len(followed) else None


def join_wrapped(lines: Sequence[str], width: int | None, *, is_spaced: bool = False) -> list[str]:
    """The paragraphs of adjoining lines; only what clearly goes on is joined.

    `is_spaced` says that empty lines part the paragraphs, so that a full line may also end a sentence.
    """
    paragraphs: list[str] = []
    before = ""
    for line in lines:
        if paragraphs and _continues(before, line, width, is_spaced=is_spaced):
            paragraphs[-1] = f"{paragraphs[-1]} {line.strip()}"
        else:
            paragraphs.append(line.strip())
        before = line
    return paragraphs


def _continues(before: str, line: str, width: int | None, *, is_spaced: bool) -> bool:
    if ITEM.match(line):
        return False
    ends = SENTENCE_END.search(before.rstrip()) is not None
    if width is not None and _is_full(before, line, width):
        return _same_case(before, line) and (is_spaced or not ends)
    # "… so với cùng kỳ năm" / "2021 (18.436 hồ sơ)": the number is what the line before ends for.
    is_number = line.strip()[:1].isdigit() and _WANTS_NUMBER.search(before.rstrip()) is not None
    return not ends and (line.strip()[:1].islower() or is_number)


_WANTS_NUMBER = re.compile(
    r"(?:\b(?:năm|tháng|ngày|quý|số|và|với|từ|đến|là|đạt|được|có|còn|trên|hơn|gần|chiếm|bằng)|,)$"
)


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room left on the line."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width


def _same_case(before: str, line: str) -> bool:
    """A heading in capitals goes on only in capitals."""
    return not before.isupper() or line.isupper()
