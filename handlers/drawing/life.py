"""The life of a document as a line of steps from top to bottom, each with its day and the report that says so."""

from dataclasses import dataclass

from handlers.drawing.paper import GROUND, INK, MARGIN, QUIET, SMALL, TEXT, WIDTH, Paper

_LINE, _PASSED, _LATE = "#b9c6d2", "#1668b8", "#b3261e"
_DOT = 15
_TEXT_AT = MARGIN + 62
# What reports say of the steps takes so many lines of all together: the sheet ends, and the source must stand on it.
_MOST_SAID_LINES = 30


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step: what happened, when, what more is known, and who says so; `is_open` is yet to come, `is_gap` stands for steps left out."""

    what: str
    day: str
    more: str = ""
    told_by: str = ""
    is_open: bool = False
    is_late: bool = False
    is_gap: bool = False


@dataclass(frozen=True, slots=True)
class Life:
    """What is drawn: the document, what it is about, its steps from the oldest to the newest."""

    title: str
    subtitle: str
    steps: tuple[LifeStep, ...]
    source: str


def draw_life(life: Life) -> bytes:
    """The line of steps as PNG."""
    paper = Paper()
    y = paper.head(life.title, "")
    y = paper.write((MARGIN, y), life.subtitle, fill=QUIET, most=3) + 34 if life.subtitle else y + 34
    dots: list[tuple[float, LifeStep]] = []
    most = max(1, min(6, _MOST_SAID_LINES // len(life.steps)))
    for step in life.steps:
        dots.append((y + TEXT / 2 + 2, step))
        y = _words(paper, step, y, most) + 30
    x = MARGIN + _DOT
    if len(dots) > 1:
        paper.pen.line((x, dots[0][0], x, dots[-1][0]), fill=_LINE, width=5)
    for at, step in dots:
        _dot(paper, x, at, step)
    return paper.png(paper.foot(y + 6, life.source))


def _words(paper: Paper, step: LifeStep, y: float, most: int) -> float:
    """The step and who says so, with at most so many lines of what more is known."""
    room = WIDTH - MARGIN - _TEXT_AT
    colour = _LATE if step.is_late else INK
    y = paper.write(
        (_TEXT_AT, y),
        f"{step.day}: {step.what}" if step.day else step.what,
        is_bold=not step.is_gap,
        fill=QUIET if step.is_gap else colour,
        room=room,
        most=3,
    )
    if step.more:
        y = paper.write((_TEXT_AT, y), step.more, room=room, most=most)
    return paper.write((_TEXT_AT, y), step.told_by, size=SMALL, fill=QUIET, room=room, most=2) if step.told_by else y


def _dot(paper: Paper, x: float, y: float, step: LifeStep) -> None:
    """Filled where it has happened, hollow where it is yet to come, square where it is late, none where steps are left out."""
    if step.is_gap:
        return
    box = (x - _DOT, y - _DOT, x + _DOT, y + _DOT)
    if step.is_late:
        paper.pen.rectangle(box, fill=_LATE)
    else:
        paper.pen.ellipse(box, fill=GROUND if step.is_open else _PASSED, outline=_PASSED, width=5)
