"""A month of what is due: as a picture, and in the words below it."""

from datetime import date

from handlers.drawing import DueItem, DueState, Month
from handlers.layout.briefing import deadline_day
from handlers.layout.charts import MOST_CAPTION_CHARACTERS
from handlers.layout.html import capital, escape, length, quoted
from handlers.layout.message import Button, Message, button, shorten
from handlers.layout.rests_on import named_sources
from handlers.words import Words
from knowledge.briefing.deadlines import Deadline, DeadlineKind
from knowledge.briefing.months import Month as MonthOf
from knowledge.facts import PeriodKind
from knowledge.grammar.amounts import name_state
from knowledge.grammar.dates import format_day
from knowledge.grammar.year_parts import make_period, name_period

# Below the grid a phone shows so many without scrolling far; the words below the picture have more.
_MOST_ITEMS = 9
_MOST_NAME = 110


def month_of(deadlines: tuple[Deadline, ...], month: MonthOf, today: date, words: Words) -> Month:
    """The picture of a month; `deadlines` are those of it."""
    year, number = month
    items = tuple(_item(one, today, words) for one in deadlines[:_MOST_ITEMS])
    left = len(deadlines) - len(items)
    return Month(
        title=words.plain("calendar-title", month=month_name(month, words)),
        subtitle=words.plain("calendar-counts", **_counts(deadlines, today)),
        year=year,
        month=number,
        weekdays=tuple(words.plain("calendar-weekdays").split()),
        items=items,
        marks=tuple((one.day.day, state_of(one, today)) for one in deadlines),
        more=words.plain("answer-more-lines", count=left) if left else "",
        source=named_sources([one.quote for one in deadlines], words),
        today=today.day if (today.year, today.month) == month else None,
    )


def calendar_message(
    deadlines: tuple[Deadline, ...],
    month: MonthOf,
    near: tuple[MonthOf | None, MonthOf | None],
    today: date,
    words: Words,
    note: str = "",
) -> Message:
    """The words below the picture, with buttons to the months before and after in which something is due."""
    title = f"<b>{escape(words.plain('calendar-title', month=month_name(month, words)))}</b>"
    head = "\n".join([title, note]) if note else title
    source = escape(named_sources([one.quote for one in deadlines], words))
    lines = [_spoken(one, today, words) for one in deadlines]
    for kept in range(len(lines), -1, -1):
        left = [words("answer-more-lines", count=len(lines) - kept)] if kept < len(lines) else []
        html = "\n".join([head, quoted([*lines[:kept], *left]), source])
        if length(html) <= MOST_CAPTION_CHARACTERS:
            break
    else:
        html = head
    return Message((html,), _rows(near, words))


def _rows(near: tuple[MonthOf | None, MonthOf | None], words: Words) -> tuple[tuple[Button, ...], ...]:
    before, after = near
    row = []
    if before:
        row.append(button(f"‹ {capital(month_name(before, words))}", f"lc:{before[0]}{before[1]:02}"))
    if after:
        row.append(button(f"{capital(month_name(after, words))} ›", f"lc:{after[0]}{after[1]:02}"))
    return (tuple(row),) if row else ()


def month_name(month: MonthOf, words: Words) -> str:
    """ "tháng 11/2019", "November 2019"."""
    return name_period(make_period(PeriodKind.MONTH, month[1], month[0]), language=words.language)


def state_of(one: Deadline, today: date) -> DueState:
    """How it stands on that day; of a task whose day has passed it is not known whether it is done."""
    if one.is_done:
        return DueState.DONE
    if one.is_overdue(today):
        return DueState.LATE
    return DueState.UNKNOWN if one.day < today else DueState.OPEN


def _counts(deadlines: tuple[Deadline, ...], today: date) -> dict[str, int]:
    states = [state_of(one, today) for one in deadlines]
    return {
        "late": states.count(DueState.LATE),
        "open": states.count(DueState.OPEN),
        "unknown": states.count(DueState.UNKNOWN),
        "done": states.count(DueState.DONE),
    }


def _item(one: Deadline, today: date, words: Words) -> DueItem:
    return DueItem(one.day.day, shorten(one.name, _MOST_NAME), _more(one, today, words), state_of(one, today))


def _more(one: Deadline, today: date, words: Words) -> str:
    """Who does it, what it is about and how it stands; a period is named where only that is said."""
    within = words.plain("calendar-within", period=deadline_day(one, words)) if one.period else ""
    perhaps = words.plain("briefing-perhaps", name=one.perhaps) if one.perhaps else ""
    stands = (
        perhaps
        or name_state(one.status, language=words.language)
        or {DueState.LATE: words.plain("calendar-late"), DueState.UNKNOWN: words.plain("calendar-unknown")}.get(
            state_of(one, today), ""
        )
    )
    kind = words.plain("calendar-task") if one.kind is DeadlineKind.TASK else ""
    return "; ".join(part for part in (kind, one.responsible, within, stands) if part)


_MARKS = {
    DueState.LATE: "calendar-mark-late",
    DueState.DONE: "calendar-mark-done",
    DueState.OPEN: "calendar-mark-open",
    DueState.UNKNOWN: "calendar-mark-unknown",
}


def _spoken(one: Deadline, today: date, words: Words) -> str:
    mark = words.plain(_MARKS[state_of(one, today)])
    more = _more(one, today, words)
    day = format_day(one.day, language=words.language)
    return f"{mark} {day}: {escape(shorten(one.name, _MOST_NAME))}" + (f" ({escape(more)})" if more else "")
