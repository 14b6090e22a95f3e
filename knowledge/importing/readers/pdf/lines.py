"""Words to lines, and lines to the stretches that wide gaps part."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from knowledge.importing.readers.pdf.marks import LEVEL, Box, Word, around

COLUMN = 1.6  # of the font size: a gap wider than this parts columns
_BROKEN_SYMBOL = re.compile(r"\w/|[A-ZĐ]-")


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a line without a wide gap between them."""

    words: tuple[Word, ...]
    box: Box

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page from left to right; `base` is the height that its letters stand on."""

    stretches: tuple[Stretch, ...]
    box: Box
    base: float
    page: int = 0

    @property
    def text(self) -> str:
        return " ".join(stretch.text for stretch in self.stretches)


def lines_of(words: Iterable[Word], page: int = 0) -> list[Line]:
    """The lines of a page from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.base):
        if rows and word.base - rows[-1][0].base <= LEVEL * min(word.box.height, rows[-1][0].box.height):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(sorted(row, key=lambda w: w.box.left), page) for row in rows]


def text_of(words: Iterable[Word]) -> str:
    """Words as they are read, line after line; "T" over "T" is an abbreviation that a narrow column broke."""
    lines = [line.text for line in lines_of(words)]
    if all(len(line) == 1 and line.isupper() for line in lines):
        return "".join(lines)
    return "".join([*lines[:1], *(between(one, other) + other for one, other in pairwise(lines))])


def between(one: str, other: str) -> str:
    """What parts two broken lines: nothing where a symbol was broken at its hyphen or slash (QĐ-/UBND)."""
    return "" if _BROKEN_SYMBOL.fullmatch(one[-2:]) and other[:1].isupper() else " "


def _line(words: Sequence[Word], page: int) -> Line:
    stretches = tuple(part(words, COLUMN))
    return Line(stretches, around(stretch.box for stretch in stretches), words[0].base, page)


def part(words: Iterable[Word], gap: float) -> Iterator[Stretch]:
    """The stretches of a line that gaps wider than a share of the font size part."""
    group: list[Word] = []
    for word in words:
        if group and word.box.left - group[-1].box.right >= gap * min(word.box.height, group[-1].box.height):
            yield Stretch(tuple(group), around(w.box for w in group))
            group = []
        group.append(word)
    if group:
        yield Stretch(tuple(group), around(w.box for w in group))
