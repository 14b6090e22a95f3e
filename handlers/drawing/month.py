"""A month as a calendar: the days on which something is due, and below it what that is."""

from calendar import monthcalendar
from dataclasses import dataclass
from enum import StrEnum

from handlers.drawing.paper import GROUND, INK, MARGIN, QUIET, RULE, SMALL, TEXT, WIDTH, Paper, font

_CELL = 96
_LATE, _OPEN, _DONE = "#b3261e", "#1668b8", "#5f6b76"
_TODAY = "#fff1c9"


class DueState(StrEnum):
    """How it stands with what is due; each has its own shape and colour."""

    OPEN = "open"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True, slots=True)
class DueItem:
    """One thing that is due: on which day of the month, what it is, who does it and how it stands."""

    day: int
    what: str
    more: str
    state: DueState


@dataclass(frozen=True, slots=True)
class Month:
    """What is drawn; `today` is the day of the month if it is this one."""

    title: str
    subtitle: str
    year: int
    month: int
    weekdays: tuple[str, ...]  # from Monday
    items: tuple[DueItem, ...]
    more: str  # what stands for those that there is no room for
    source: str
    today: int | None = None


def draw_month(month: Month) -> bytes:
    """The calendar as PNG."""
    paper = Paper()
    y = _grid(paper, month, paper.head(month.title, month.subtitle) + 26) + 26
    for item in month.items:
        y = _item(paper, item, y) + 16
    if month.more:
        y = paper.write((MARGIN, y), month.more, fill=QUIET) + 10
    return paper.png(paper.foot(y + 8, month.source))


def _grid(paper: Paper, month: Month, y: float) -> float:
    width = (WIDTH - 2 * MARGIN) / 7
    for n, name in enumerate(month.weekdays):
        paper.centre((MARGIN + (n + 0.5) * width, y), name, size=SMALL, fill=QUIET)
    y += 42
    for week in monthcalendar(month.year, month.month):
        for n, day in enumerate(week):
            if day:
                _day(paper, month, day, (MARGIN + n * width, y, MARGIN + (n + 1) * width, y + _CELL))
        y += _CELL
    return y


def _day(paper: Paper, month: Month, day: int, box: tuple[float, float, float, float]) -> None:
    left, top, _, bottom = box
    due = [item for item in month.items if item.day == day]
    paper.pen.rectangle(box, fill=_TODAY if day == month.today else GROUND, outline=RULE, width=2)
    paper.pen.text((left + 12, top + 8), str(day), fill=INK if due else QUIET, font=font(TEXT, is_bold=bool(due)))
    for n, item in enumerate(due[:4]):
        _mark(paper, item.state, left + 26 + n * 32, bottom - 26)


def _mark(paper: Paper, state: DueState, x: float, y: float) -> None:
    """A circle is open, a square is late, a tick is done."""
    if state is DueState.LATE:
        paper.pen.rectangle((x - 11, y - 11, x + 11, y + 11), fill=_LATE)
    elif state is DueState.OPEN:
        paper.pen.ellipse((x - 12, y - 12, x + 12, y + 12), fill=_OPEN)
    else:
        paper.pen.line((x - 11, y, x - 3, y + 9, x + 12, y - 10), fill=_DONE, width=5, joint="curve")


def _item(paper: Paper, item: DueItem, y: float) -> float:
    _mark(paper, item.state, MARGIN + 14, y + TEXT / 2 + 3)
    x = MARGIN + 44
    room = WIDTH - MARGIN - x
    y = paper.write((x, y), f"{item.day}: {item.what}", is_bold=True, room=room, most=2)
    return paper.write((x, y), item.more, size=SMALL, fill=QUIET, room=room, most=2) if item.more else y
