"""What is drawn on a PDF page: words and ruling lines, with their places in points from the top left."""

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN = 2.5  # points: what is drawn thinner is a line, not an area
_SHORT = 6.0  # points: a shorter line rules no table
_MOST_SEGMENTS = 2_000  # of one path: more is a drawing, not a frame
LEVEL = 0.35  # of a letter's height: those on bases nearer than this stand on one line, raised ones too
_TWICE = 0.08  # of a letter's height: no two letters alike stand so near
_HYPHENS = frozenset({2, 0xAD})  # the library's mark for a hyphen at a line's end, and the soft one
_TILTED = 0.1  # sine of half the angle: about 11 degrees
_GAP = 0.15  # of the font size: a wider gap parts words where no space is written; a space is 0.25


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle; y grows downwards."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return self.bottom - self.top

    @property
    def middle(self) -> tuple[float, float]:
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Word:
    """Characters without a space between them, and the height of the line they stand on."""

    text: str
    box: Box
    base: float


class _Letter(NamedTuple):
    """A character, its edges, where it begins and the height of the line it stands on."""

    base: float
    x: float
    left: float
    top: float
    right: float
    bottom: float
    char: str

    @property
    def height(self) -> float:
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Marks:
    """The words, in the order they were drawn, and the ruling lines of a page."""

    words: tuple[Word, ...]
    across: tuple[Box, ...]
    down: tuple[Box, ...]
    height: float


def look(page: pdfium.PdfPage) -> Marks:
    """What a reader sees on a page, turned as the page is shown."""
    turn = _Turn(page.get_rotation(), *page.get_mediabox())
    words = tuple(_words(page, turn))
    across, down = [], []
    for box in _lines(page, turn):
        if box.height <= _THIN and box.right - box.left >= _SHORT:
            across.append(box)
        elif box.right - box.left <= _THIN and box.height >= _SHORT:
            down.append(box)
    return Marks(words, tuple(across), tuple(down), turn.height)


@dataclass(frozen=True, slots=True)
class _Turn:
    """From the file's coordinates, which grow upwards, to those of the page as it is shown."""

    rotation: int
    left: float
    bottom: float
    right: float
    top: float

    @property
    def height(self) -> float:
        return self.top - self.bottom if self.rotation in {0, 180} else self.right - self.left

    def edges(self, left: float, bottom: float, right: float, top: float) -> tuple[float, float, float, float]:
        """Left, top, right and bottom as shown."""
        if self.rotation == 0:
            return left - self.left, self.top - top, right - self.left, self.top - bottom
        (x0, y0), (x1, y1) = self.place(left, bottom), self.place(right, top)
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point as shown."""
        if self.rotation == 90:
            return y - self.bottom, x - self.left
        if self.rotation == 180:
            return self.right - x, y - self.bottom
        if self.rotation == 270:
            return self.top - y, self.right - x
        return x - self.left, self.top - y


def _words(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Word]:
    """The words of each line; a file draws a line's letters in any order, for one font after another."""
    lines: list[list[_Letter]] = []
    for letter in sorted(_letters(page, turn)):
        if lines and letter.base - lines[-1][0].base <= LEVEL * min(letter.height, lines[-1][0].height):
            lines[-1].append(letter)
        else:
            lines.append([letter])
    for line in lines:
        yield from _words_of(sorted(line, key=lambda c: c.x))


def _words_of(line: Iterable[_Letter]) -> Iterator[Word]:
    """Letters gathered until a space or a gap."""
    word: list[_Letter] = []
    for letter in line:
        if word and _repeats(word[-1], letter):
            continue
        is_space = letter.char.isspace()
        if word and (is_space or not _adjoins(word[-1], letter)):
            yield _word(word)
            word = []
        if not is_space:
            word.append(letter)
    if word:
        yield _word(word)


def _word(letters: list[_Letter]) -> Word:
    _, _, lefts, tops, rights, bottoms, chars = zip(*letters, strict=True)
    return Word("".join(chars), Box(min(lefts), min(tops), max(rights), max(bottoms)), letters[0].base)


def _adjoins(one: _Letter, other: _Letter) -> bool:
    return other.left - one.right < _GAP * min(one.height, other.height)


def _repeats(one: _Letter, other: _Letter) -> bool:
    """Whether a letter is drawn twice, as some programs make bold ones."""
    return one.char == other.char and other.x - one.x < _TWICE * one.height


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all of them."""
    lefts, tops, rights, bottoms = zip(*((b.left, b.top, b.right, b.bottom) for b in boxes), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _letters(page: pdfium.PdfPage, turn: _Turn) -> Iterator[_Letter]:
    """Every upright character; spaces that only the library sees are left out: it sees one at every new font."""
    text = page.get_textpage()
    handle, upright = text.raw, math.radians(turn.rotation)
    box, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    box_at, x_at, y_at = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(handle, index)
        if not code or raw.FPDFText_IsGenerated(handle, index) == 1:
            continue
        if abs(math.sin((raw.FPDFText_GetCharAngle(handle, index) + upright) / 2)) > _TILTED:
            continue  # a stamp or watermark across the page
        if raw.FPDFText_GetLooseCharBox(handle, index, box_at):
            raw.FPDFText_GetCharOrigin(handle, index, x_at, y_at)
            origin, edges = turn.place(x.value, y.value), turn.edges(box.left, box.bottom, box.right, box.top)
            char = "-" if code in _HYPHENS else chr(code)
            yield _Letter(origin[1], origin[0], *edges, char)


def _lines(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Box]:
    """The straight pieces of everything drawn with paths, as thin boxes."""
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if min(right - left, top - bottom) <= _THIN:
            yield Box(*turn.edges(left, bottom, right, top))
        elif raw.FPDFPath_CountSegments(found) <= _MOST_SEGMENTS:
            yield from _sides(found, turn)


def _sides(found: pdfium.PdfObject, turn: _Turn) -> Iterator[Box]:
    """The level and upright strokes of a frame drawn as one path; filled areas count by their edges."""
    matrix = found.get_matrix()
    x, y = ctypes.c_float(), ctypes.c_float()
    before: tuple[float, float] | None = None
    for index in range(raw.FPDFPath_CountSegments(found)):
        segment = raw.FPDFPath_GetPathSegment(found, index)
        if not raw.FPDFPathSegment_GetPoint(segment, ctypes.byref(x), ctypes.byref(y)):
            continue
        point = matrix.on_point(x.value, y.value)
        if before is not None and raw.FPDFPathSegment_GetType(segment) == raw.FPDF_SEGMENT_LINETO:
            (x0, x1), (y0, y1) = sorted((before[0], point[0])), sorted((before[1], point[1]))
            if min(x1 - x0, y1 - y0) <= _THIN:
                yield Box(*turn.edges(x0, y0, x1, y1))
        before = point
