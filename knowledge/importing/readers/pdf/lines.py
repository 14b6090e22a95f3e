"""Words to lines, and lines to the stretches that wide gaps part."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from knowledge.importing.readers.pdf.marks import Box, Word, around

_COLUMN = 1.6  # of the font size: a gap wider than this parts columns


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words of a line without a wide gap between them."""

    text: str
    box: Box


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page from left to right."""

    stretches: tuple[Stretch, ...]
    box: Box
    page: int = 0

    @property
    def text(self) -> str:
        return " ".join(stretch.text for stretch in self.stretches)


def lines_of(words: Iterable[Word], page: int = 0) -> list[Line]:
    """The lines of a page from the top."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.middle[1], w.box.left)):
        if rows and _is_level(rows[-1][-1].box, word.box):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [_line(sorted(row, key=lambda w: w.box.left), page) for row in rows]


def text_of(words: Iterable[Word]) -> str:
    """Words as they are read, line after line."""
    return " ".join(line.text for line in lines_of(words))


def _is_level(one: Box, other: Box) -> bool:
    shared = min(one.bottom, other.bottom) - max(one.top, other.top)
    return shared > 0.5 * min(one.height, other.height)


def _line(words: Sequence[Word], page: int) -> Line:
    groups: list[list[Word]] = []
    for word in words:
        size = word.box.height
        if groups and word.box.left - groups[-1][-1].box.right < _COLUMN * size:
            groups[-1].append(word)
        else:
            groups.append([word])
    stretches = tuple(Stretch(" ".join(w.text for w in group), around(w.box for w in group)) for group in groups)
    return Line(stretches, around(stretch.box for stretch in stretches), page)
