"""A column chart: an indicator over periods, its values written out, its source below.

The picture brings its own white ground, so that it reads alike in a light and in a dark chat. Columns begin at zero:
a cut axis makes a small change look great.
"""

from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import TypeAlias

from PIL import Image, ImageDraw
from PIL.ImageFont import FreeTypeFont, truetype

WIDTH, HEIGHT = 1080, 760  # as wide as phones show it, a little lower than a screen is wide
MARGIN = 56
GROUND, INK, QUIET, RULE = "#ffffff", "#16202a", "#4c5a67", "#dfe6ec"
COLUMN, LAST_COLUMN = "#7fb2e5", "#1668b8"  # the newest stands out also without colours: it is darker
# More columns than this leave no room for their names; every second, third … is named then.
MOST_NAMES = 8
_TITLE, _TEXT, _SMALL = 40, 30, 25  # Telegram shows the picture at about 40 %: 25 there is 10 on the screen
_COLUMN_SHARE = 0.62  # of a column's place; the rest is the gap

_Draw: TypeAlias = ImageDraw.ImageDraw


@dataclass(frozen=True, slots=True)
class Bar:
    """One column: the period below it, the value above it as the report writes it, and its height."""

    name: str
    written: str
    value: float


@dataclass(frozen=True, slots=True)
class Chart:
    """What is drawn: what is counted, whose it is, the columns from left to right, and where they are told."""

    title: str
    subtitle: str
    bars: tuple[Bar, ...]
    source: str


def draw(chart: Chart) -> bytes:
    """The chart as PNG."""
    image = Image.new("RGB", (WIDTH, HEIGHT), GROUND)
    pen = ImageDraw.Draw(image)
    top = _head(pen, chart)
    bottom = _foot(pen, chart.source)
    _columns(pen, chart.bars, top + 64, bottom - 84)
    file = BytesIO()
    image.quantize(64).save(file, "PNG", optimize=False)  # few colours: a tenth of the bytes
    return file.getvalue()


@lru_cache
def _font(size: int, *, is_bold: bool = False) -> FreeTypeFont:
    name = "DejaVuSans-Bold.ttf" if is_bold else "DejaVuSans.ttf"
    return truetype(BytesIO((files(__package__) / "fonts" / name).read_bytes()), size)


def _head(pen: _Draw, chart: Chart) -> int:
    """Writes what is counted and whose it is; where it ends."""
    at = MARGIN - 10
    for line in _wrapped(chart.title, _font(_TITLE, is_bold=True), most=2):
        pen.text((MARGIN, at), line, fill=INK, font=_font(_TITLE, is_bold=True))
        at += _TITLE + 12
    for line in _wrapped(chart.subtitle, _font(_TEXT), most=1):
        pen.text((MARGIN, at), line, fill=QUIET, font=_font(_TEXT))
        at += _TEXT + 10
    return at


def _foot(pen: _Draw, source: str) -> int:
    """Writes the source at the lower edge; where it begins."""
    lines = _wrapped(source, _font(_SMALL), most=2)
    at = HEIGHT - MARGIN + 14 - len(lines) * (_SMALL + 8)
    for n, line in enumerate(lines):
        pen.text((MARGIN, at + n * (_SMALL + 8)), line, fill=QUIET, font=_font(_SMALL))
    return at


def _columns(pen: _Draw, bars: tuple[Bar, ...], top: int, bottom: int) -> None:
    """Draws the columns over and under the line of zero, with their names and values."""
    highest, lowest = max(0.0, *(bar.value for bar in bars)), min(0.0, *(bar.value for bar in bars))
    scale = (bottom - top) / ((highest - lowest) or 1.0)
    zero = bottom + lowest * scale
    place = (WIDTH - 2 * MARGIN) / len(bars)
    step = -(-len(bars) // MOST_NAMES)
    for n, bar in enumerate(bars):
        middle = MARGIN + (n + 0.5) * place
        half = min(place * _COLUMN_SHARE / 2, 90)
        ends = sorted((zero, zero - bar.value * scale))
        is_last = n == len(bars) - 1
        pen.rectangle((middle - half, ends[0], middle + half, ends[1]), fill=LAST_COLUMN if is_last else COLUMN)
        if (len(bars) - 1 - n) % step == 0:
            _centred(pen, bar.written, (middle, ends[0] - 46), place * step, is_bold=True)
            _centred(pen, bar.name, (middle, bottom + 18), place * step)
    pen.line((MARGIN, zero, WIDTH - MARGIN, zero), fill=QUIET, width=2)


def _centred(pen: _Draw, words: str, place: tuple[float, float], room: float, *, is_bold: bool = False) -> None:
    """Writes the words around the middle, smaller or on two lines where there is little room."""
    for size in (_TEXT, _SMALL, 21):
        font = _font(size, is_bold=is_bold)
        if font.getlength(words) <= room - 10:
            break
    else:
        head, _, tail = words.partition(" ")
        words = f"{head}\n{tail}" if tail and not is_bold else words
    pen.multiline_text(place, words, fill=INK, font=font, anchor="ma", align="center", spacing=6)


def _wrapped(text: str, font: FreeTypeFont, *, most: int) -> list[str]:
    """The text in lines as wide as the picture, the last one ending with "…" where there are more."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= WIDTH - 2 * MARGIN:
            lines[-1] = longer
        else:
            lines.append(word)
    if len(lines) <= most:
        return lines
    last = lines[most - 1]
    while last and font.getlength(last + "…") > WIDTH - 2 * MARGIN:
        last = last.rpartition(" ")[0]
    return [*lines[: most - 1], last + "…"]
