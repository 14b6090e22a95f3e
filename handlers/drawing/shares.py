"""Shares as stacked bars: what a count is made of, one bar a period, each part written out with its share.

Parts are told apart by more than their colour: each stands in the legend in the order of the bar, and the lightness of
neighbours differs, so that the picture reads in grey as well.
"""

from dataclasses import dataclass
from itertools import pairwise

from handlers.drawing.paper import GROUND, INK, MARGIN, QUIET, RULE, SMALL, TEXT, WIDTH, Paper, font, line_height

# Okabe and Ito's palette, which the colour-blind tell apart, in an order in which light follows dark.
PARTS = ("#0072b2", "#9fd3f0", "#d55e00", "#f5c26b", "#3f7d5f")
REST = "#c9d1d8"
_BAR, _GAP = 74, 62


@dataclass(frozen=True, slots=True)
class Part:
    """A part of one bar: its size and what is written in it."""

    value: float
    share: str  # "37,66%"


@dataclass(frozen=True, slots=True)
class Stack:
    """One bar: its period, the whole as it is written, and its parts in the order of the legend."""

    name: str
    whole: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Shares:
    """What is drawn: what is divided and whose it is, what the parts are called, the bars from top to bottom."""

    title: str
    subtitle: str
    names: tuple[str, ...]
    has_rest: bool  # whether the last part is what no report divides further
    stacks: tuple[Stack, ...]
    source: str


def draw_shares(shares: Shares) -> bytes:
    """The bars as PNG."""
    paper = Paper()
    y = _legend(paper, shares, paper.head(shares.title, shares.subtitle) + 20)
    for stack in shares.stacks:
        y = _bar(paper, stack, _colours(shares), y + 22)
        if narrow := _narrow(shares, stack):
            y = paper.write((MARGIN, y - _GAP / 2 + 4), narrow, size=SMALL, most=2) + 10
    return paper.png(paper.foot(y + _GAP / 2, shares.source))


def _colours(shares: Shares) -> tuple[str, ...]:
    count = len(shares.names)
    colours = [PARTS[n % len(PARTS)] for n in range(count)]
    return (*colours[:-1], REST) if shares.has_rest else tuple(colours)


def _legend(paper: Paper, shares: Shares, y: float) -> float:
    x = float(MARGIN)
    for name, colour in zip(shares.names, _colours(shares), strict=True):
        width = 44 + font(SMALL).getlength(name) + 36
        if x > MARGIN and x + width > WIDTH - MARGIN:
            x, y = float(MARGIN), y + line_height(SMALL) + 8
        paper.pen.rectangle((x, y + 3, x + 28, y + 31), fill=colour, outline=QUIET)
        paper.write((x + 40, y), name, size=SMALL)
        x += width
    return y + line_height(SMALL) + 14


def _bar(paper: Paper, stack: Stack, colours: tuple[str, ...], y: float) -> float:
    paper.write((MARGIN, y), f"{stack.name}: {stack.whole}", is_bold=True, size=TEXT)
    y += line_height(TEXT) + 8
    total, x = sum(part.value for part in stack.parts) or 1.0, float(MARGIN)
    room = WIDTH - 2 * MARGIN
    paper.pen.rectangle((x, y, x + room, y + _BAR), outline=RULE, width=2)  # seen where there is nothing to divide
    edges = [x]
    for part, colour in zip(stack.parts, colours, strict=True):
        end = x + room * part.value / total
        if part.value:
            paper.pen.rectangle((x, y, end, y + _BAR), fill=colour)
        edges.append(end)
        x = end
    for (left, right), part, colour in zip(pairwise(edges), stack.parts, colours, strict=True):
        _written(paper, part, (left, right), y, colour)
    for edge in edges[1:-1]:
        paper.pen.line((edge, y, edge, y + _BAR), fill=GROUND, width=3)
    return y + _BAR + _GAP / 2


def _written(paper: Paper, part: Part, place: tuple[float, float], y: float, colour: str) -> None:
    """The share within its part, where it is wide enough."""
    left, right = place
    if part.value and _has_room(part, right - left):
        middle = (left + right) / 2
        paper.centre((middle, y + 22), part.share, size=SMALL, is_bold=True, fill=_ink_on(colour))


def _narrow(shares: Shares, stack: Stack) -> str:
    """The shares that their parts are too narrow for, with their names."""
    total = sum(part.value for part in stack.parts) or 1.0
    room = WIDTH - 2 * MARGIN
    named = zip(shares.names, stack.parts, strict=True)
    return "; ".join(f"{n}: {p.share}" for n, p in named if p.value and not _has_room(p, room * p.value / total))


def _has_room(part: Part, width: float) -> bool:
    return font(SMALL, is_bold=True).getlength(part.share) + 12 <= width


def _ink_on(colour: str) -> str:
    """Black or white, whichever is read better on it (WCAG 2.2, relative luminance)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return INK if 0.2126 * red + 0.7152 * green + 0.0722 * blue > 0.2 else GROUND
