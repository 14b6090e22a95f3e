"""What is drawn on a PDF page: words and ruling lines, with their places in points from the top left."""

import ctypes
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as raw

_THIN = 2.5  # points: what is drawn thinner is a line, not an area
_SHORT = 6.0  # points: a shorter line rules no table
_MOST_SEGMENTS = 2_000  # of one path: more is a drawing, not a frame
_GAP = 0.25  # of the font size: a wider gap parts words where no space is written


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
    """Characters without a space between them."""

    text: str
    box: Box


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
    """Characters gathered until a space, a gap or another line."""
    letters = ""
    place: Box | None = None
    for char, box in _characters(page, turn):
        is_space = box is None or char.isspace()
        if place and box and not is_space and _adjoins(place, box):
            letters += char
            place = around((place, box))
            continue
        if place:
            yield Word(letters, place)
        letters, place = ("", None) if is_space else (char, box)
    if place:
        yield Word(letters, place)


def _adjoins(word: Box, char: Box) -> bool:
    size = max(word.height, char.height)
    on_line = min(word.bottom, char.bottom) - max(word.top, char.top) > 0.4 * min(word.height, char.height)
    return on_line and -size < char.left - word.right < _GAP * size


def around(boxes: Iterable[Box]) -> Box:
    """The smallest rectangle around all of them."""
    lefts, tops, rights, bottoms = zip(*((b.left, b.top, b.right, b.bottom) for b in boxes), strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _characters(page: pdfium.PdfPage, turn: _Turn) -> Iterator[tuple[str, Box | None]]:
    """Each character with its box, in the order of the text; spaces that only the library sees have none."""
    text = page.get_textpage()
    rectangle = raw.FS_RECTF()
    for index in range(text.count_chars()):
        code = raw.FPDFText_GetUnicode(text, index)
        if not code or raw.FPDFText_IsGenerated(text, index) == 1:
            yield " ", None
            continue
        char = "-" if code in {2, 0xAD} else chr(code)  # the library's mark for a hyphen at a line's end
        if raw.FPDFText_GetLooseCharBox(text, index, ctypes.byref(rectangle)):
            yield char, turn.box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)


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
