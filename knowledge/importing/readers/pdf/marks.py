"""What is drawn on a PDF page: words and ruling lines, with their places in points from the top left."""

import ctypes
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN = 2.5  # points: what is drawn thinner is a line, not an area
_SHORT = 6.0  # points: a shorter line rules no table
_MOST_SEGMENTS = 2_000  # of one path: more is a drawing, not a frame
LEVEL = 0.35  # of a letter's height: those on bases nearer than this stand on one line, raised ones too
_TWICE = 0.08  # of a letter's height: no two letters alike stand so near
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


@dataclass(frozen=True, slots=True)
class _Letter:
    """A character, where it begins and the height of the line it stands on."""

    char: str
    box: Box
    x: float
    base: float


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

    def box(self, left: float, bottom: float, right: float, top: float) -> Box:
        if self.rotation == 90:
            return Box(bottom - self.bottom, left - self.left, top - self.bottom, right - self.left)
        if self.rotation == 180:
            return Box(self.right - right, bottom - self.bottom, self.right - left, top - self.bottom)
        if self.rotation == 270:
            return Box(self.top - top, self.right - right, self.top - bottom, self.right - left)
        return Box(left - self.left, self.top - top, right - self.left, self.top - bottom)


def _words(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Word]:
    """The words of each line; a file draws a line's letters in any order, for one font after another."""
    lines: list[list[_Letter]] = []
    for letter in sorted(_letters(page, turn), key=lambda c: c.base):
        if lines and letter.base - lines[-1][0].base <= LEVEL * min(letter.box.height, lines[-1][0].box.height):
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
        if word and (letter.char.isspace() or not _adjoins(word[-1], letter)):
            yield Word("".join(c.char for c in word), around(c.box for c in word), word[0].base)
            word = []
        if not letter.char.isspace():
            word.append(letter)
    if word:
        yield Word("".join(c.char for c in word), around(c.box for c in word), word[0].base)


def _adjoins(one: _Letter, other: _Letter) -> bool:
    return other.box.left - one.box.right < _GAP * min(one.box.height, other.box.height)


def _repeats(one: _Letter, other: _Letter) -> bool:
    """Whether a letter is drawn twice, as some programs make bold ones."""
    return one.char == other.char and other.x - one.x < _TWICE * one.box.height


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all of them."""
    lefts, tops, rights, bottoms = zip(*((b.left, b.top, b.right, b.bottom) for b in boxes), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _letters(page: pdfium.PdfPage, turn: _Turn) -> Iterator[_Letter]:
    """Every upright character; spaces that only the library sees are left out: it sees one at every new font."""
    text = page.get_textpage()
    rectangle, x, y = raw.FS_RECTF(), ctypes.c_double(), ctypes.c_double()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if not code or raw.FPDFText_IsGenerated(text, index) == 1:
            continue
        angle = raw.FPDFText_GetCharAngle(text, index) + math.radians(turn.rotation)
        if abs(math.sin(angle / 2)) > _TILTED:
            continue  # a stamp or watermark across the page
        if not raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rectangle)):
            continue
        raw.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y))
        place = turn.box(x.value, y.value, x.value, y.value)
        box = turn.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        char = "-" if code in {2, 0xAD} else chr(code)  # the library's mark for a hyphen at a line's end
        yield _Letter(char, box, place.left, place.bottom)


def _lines(page: pdfium.PdfPage, turn: _Turn) -> Iterator[Box]:
    """The straight pieces of everything drawn with paths, as thin boxes."""
    for found in page.get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=3):
        left, bottom, right, top = found.get_bounds()
        if min(right - left, top - bottom) <= _THIN:
            yield turn.box(left, bottom, right, top)
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
                yield turn.box(x0, y0, x1, y1)
        before = point
