"""A column chart: an indicator over periods, its values written out, its source below.

Columns begin at zero: a cut axis makes a small change look great.
"""

from dataclasses import dataclass

from handlers.drawing.paper import MARGIN, QUIET, SMALL, TEXT, WIDTH, Paper, font, line_height, wrapped

HEIGHT = 760  # a little lower than a phone's screen is wide
# Columns are never lower than this, however much stands around them.
_LOWEST = 300
# A year of monthly reports, each with its number and day.
MOST_SOURCES = 6
COLUMN, LAST_COLUMN = "#7fb2e5", "#1668b8"  # the newest stands out also without colours: it is darker
# More columns than this leave no room for their names; every second, third … is named then.
MOST_NAMES = 8
# Sizes of letters that are tried; the last is read by whoever opens the picture.
_SIZES = (TEXT, SMALL, 21)
_COLUMN_SHARE = 0.62  # of a column's place; the rest is the gap


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


def draw_chart(chart: Chart) -> bytes:
    """The chart as PNG; it grows where its names or sources take more lines than usual."""
    paper = Paper()
    top = paper.head(chart.title, chart.subtitle) + 64
    labels = labels_of(chart.bars)
    sources = line_height(SMALL) * len(wrapped(chart.source, font(SMALL), WIDTH - 2 * MARGIN, most=MOST_SOURCES))
    below = 18 + labels.names_height + 30
    bottom = max(HEIGHT - MARGIN + 14 - sources - below, top + _LOWEST)
    _columns(paper, chart.bars, labels, top, bottom)
    return paper.png(paper.foot(bottom + below, chart.source, most=MOST_SOURCES))


@dataclass(frozen=True, slots=True)
class Labels:
    """How names and values are written: which columns have them, how large, and the names in lines."""

    step: int
    value_size: int
    name_size: int
    names: tuple[tuple[str, ...], ...]

    @property
    def names_height(self) -> float:
        return line_height(self.name_size) * max(len(lines) for lines in self.names)


def labels_of(bars: tuple[Bar, ...]) -> Labels:
    """All names of one size and all values of one: as large as the narrowest place allows."""
    step = next(s for s in range(-(-len(bars) // MOST_NAMES), len(bars) + 1) if s == len(bars) or _has_room(bars, s))
    named, room = _named(bars, step), _room(bars, step)
    value_size = next((s for s in _SIZES if all(_width(b.written, s, is_bold=True) <= room for b in named)), _SIZES[-1])
    name_size = next((s for s in _SIZES if all(_fits(b.name, s, room) for b in named)), _SIZES[-1])
    lines = tuple(tuple(wrapped(bar.name, font(name_size), room, most=3)) for bar in named)
    return Labels(step, value_size, name_size, lines)


def _named(bars: tuple[Bar, ...], step: int) -> tuple[Bar, ...]:
    """The newest and every so many before it."""
    return bars[(len(bars) - 1) % step :: step]


def _room(bars: tuple[Bar, ...], step: int) -> float:
    return (WIDTH - 2 * MARGIN) / len(bars) * step - 12


def _has_room(bars: tuple[Bar, ...], step: int) -> bool:
    """Whether the values stand side by side in the smallest letters."""
    room = _room(bars, step)
    return all(_width(bar.written, _SIZES[-1], is_bold=True) <= room for bar in _named(bars, step))


def _width(words: str, size: int, *, is_bold: bool = False) -> float:
    return font(size, is_bold=is_bold).getlength(words)


def _fits(name: str, size: int, room: float) -> bool:
    """Whether it takes two lines at most, and no word of it is broken."""
    is_whole = all(_width(word, size) <= room for word in name.split())
    return is_whole and len(wrapped(name, font(size), room, most=3)) <= 2


def _columns(paper: Paper, bars: tuple[Bar, ...], labels: Labels, top: float, bottom: float) -> None:
    """Draws the columns over and under the line of zero, with their names and values."""
    highest, lowest = max(0.0, *(bar.value for bar in bars)), min(0.0, *(bar.value for bar in bars))
    scale = (bottom - top) / ((highest - lowest) or 1.0)
    zero = bottom + lowest * scale
    place = (WIDTH - 2 * MARGIN) / len(bars)
    names = iter(labels.names)
    for n, bar in enumerate(bars):
        middle = MARGIN + (n + 0.5) * place
        half = min(place * _COLUMN_SHARE / 2, 90)
        ends = sorted((zero, zero - bar.value * scale))
        is_last = n == len(bars) - 1
        paper.pen.rectangle((middle - half, ends[0], middle + half, ends[1]), fill=LAST_COLUMN if is_last else COLUMN)
        if (len(bars) - 1 - n) % labels.step == 0:
            _within(paper, middle, ends[0] - 46, bar.written, size=labels.value_size, is_bold=True)
            for row, line in enumerate(next(names)):
                _within(paper, middle, bottom + 18 + row * line_height(labels.name_size), line, size=labels.name_size)
    paper.pen.line((MARGIN, zero, WIDTH - MARGIN, zero), fill=QUIET, width=2)


def _within(paper: Paper, middle: float, y: float, words: str, *, size: int, is_bold: bool = False) -> None:
    """One line around the middle, or as near to it as the sheet has room for."""
    half = _width(words, size, is_bold=is_bold) / 2
    middle = max(MARGIN / 2 + half, min(middle, WIDTH - MARGIN / 2 - half))
    paper.centre((middle, y), words, size=size, is_bold=is_bold)
