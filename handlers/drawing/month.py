"""A month as a calendar: the days on which something is due, and below it what that is."""

from calendar import monthcalendar
from dataclasses import dataclass
from enum import StrEnum

from handlers.drawing.paper import GROUND, INK, MARGIN, QUIET, RULE, SMALL, TEXT, WIDTH, Paper, font

_CELL = 96
_LATE, _OPEN, _DONE, _UNKNOWN = "#b3261e", "#1668b8", "#5f6b76", "#8a5a00"
_TODAY = "#fff1c9"
# So many marks stand side by side in a day; of more there is one less, and how many there are besides.
_MOST_MARKS = 3
_MARK_STEP, _SMALLEST = 32, 20


class DueState(StrEnum):
    """How it stands with what is due; each has its own shape and colour."""

    OPEN = "open"
    LATE = "late"
    UNKNOWN = "unknown"  # its day has passed, and it is not known whether it is done
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
    items: tuple[DueItem, ...]  # those that are told below the days
    marks: tuple[tuple[int, DueState], ...]  # of everything, on its day
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
    due = [state for on, state in month.marks if on == day]
    paper.pen.rectangle(box, fill=_TODAY if day == month.today else GROUND, outline=RULE, width=2)
    paper.pen.text((left + 12, top + 8), str(day), fill=INK if due else QUIET, font=font(TEXT, is_bold=bool(due)))
    shown = due if len(due) <= _MOST_MARKS else due[: _MOST_MARKS - 1]
    for n, state in enumerate(shown):
        _mark(paper, state, left + 26 + n * _MARK_STEP, bottom - 26)
    if left_over := len(due) - len(shown):
        words = f"+{left_over}"
        letters = font(SMALL if len(words) <= 3 else _SMALLEST)
        paper.pen.text((left + 14 + len(shown) * _MARK_STEP, bottom - 26), words, fill=INK, font=letters, anchor="lm")


def _mark(paper: Paper, state: DueState, x: float, y: float) -> None:
    """A circle is open, a square is late, a ring is unknown, a tick is done."""
    if state is DueState.LATE:
        paper.pen.rectangle((x - 11, y - 11, x + 11, y + 11), fill=_LATE)
    elif state is DueState.OPEN:
        paper.pen.ellipse((x - 12, y - 12, x + 12, y + 12), fill=_OPEN)
    elif state is DueState.UNKNOWN:
        paper.pen.ellipse((x - 12, y - 12, x + 12, y + 12), outline=_UNKNOWN, width=5)
    else:
        paper.pen.line((x - 11, y, x - 3, y + 9, x + 12, y - 10), fill=_DONE, width=5, joint="curve")


def _item(paper: Paper, item: DueItem, y: float) -> float:
    _mark(paper, item.state, MARGIN + 14, y + TEXT / 2 + 3)
    x = MARGIN + 44
    room = WIDTH - MARGIN - x
    y = paper.write((x, y), f"{item.day}: {item.what}", is_bold=True, room=room, most=2)
    return paper.write((x, y), item.more, size=SMALL, fill=QUIET, room=room, most=2) if item.more else y
