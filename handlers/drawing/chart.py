"""A column chart: an indicator over periods, its values written out, its source below.

Columns begin at zero: a cut axis makes a small change look great.
"""

from dataclasses import dataclass

from handlers.drawing.paper import INK, MARGIN, QUIET, SMALL, TEXT, WIDTH, Paper, font, line_height, wrapped

HEIGHT = 760  # a little lower than a phone's screen is wide
COLUMN, LAST_COLUMN = "#7fb2e5", "#1668b8"  # the newest stands out also without colours: it is darker
# More columns than this leave no room for their names; every second, third … is named then.
MOST_NAMES = 8
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
    """The chart as PNG."""
    paper = Paper()
    top = paper.head(chart.title, chart.subtitle)
    source = (
        HEIGHT - MARGIN + 14 - line_height(SMALL) * len(wrapped(chart.source, font(SMALL), WIDTH - 2 * MARGIN, most=3))
    )
    _columns(paper, chart.bars, top + 64, source - 84)
    return paper.png(paper.foot(source, chart.source))


def _columns(paper: Paper, bars: tuple[Bar, ...], top: float, bottom: float) -> None:
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
        paper.pen.rectangle((middle - half, ends[0], middle + half, ends[1]), fill=LAST_COLUMN if is_last else COLUMN)
        if (len(bars) - 1 - n) % step == 0:
            _centred(paper, bar.written, (middle, ends[0] - 46), place * step, is_bold=True)
            _centred(paper, bar.name, (middle, bottom + 18), place * step)
    paper.pen.line((MARGIN, zero, WIDTH - MARGIN, zero), fill=QUIET, width=2)


def _centred(paper: Paper, words: str, place: tuple[float, float], room: float, *, is_bold: bool = False) -> None:
    """Writes the words around the middle, smaller or on two lines where there is little room."""
    for size in (TEXT, SMALL, 21):
        letters = font(size, is_bold=is_bold)
        if letters.getlength(words) <= room - 10:
            break
    else:
        head, _, tail = words.partition(" ")
        words = f"{head}\n{tail}" if tail and not is_bold else words
    paper.pen.multiline_text(place, words, fill=INK, font=letters, anchor="ma", align="center", spacing=6)
