"""/lich: what is due on which day, month by month."""

from handlers.drawing import Picture
from handlers.layout.calendar import calendar_message, month_name, month_of
from handlers.layout.message import MOST_LABEL_CHARACTERS, Message, shorten
from handlers.media import replace_picture, send_picture
from handlers.turn import Turn
from knowledge.briefing.deadlines import Deadline, find_deadlines
from knowledge.briefing.months import Month, find_month, months_of, nearest_month


async def show(turn: Turn) -> None:
    """The month that is named behind the command; of nothing, the nearest in which something is due."""
    deadlines = await turn.know(find_deadlines, turn.desk.knowledge.asking.library)
    today = turn.desk.today()
    wanted = find_month(turn.arguments, today)
    month = nearest_month(months_of(deadlines), wanted or (today.year, today.month))
    if month is None:
        await turn.say(turn.words("calendar-nothing"))
        return
    await send_picture(turn, *_shown(turn, deadlines, month, _note(turn, wanted, month)))


def _note(turn: Turn, wanted: Month | None, shown: Month) -> str:
    """Why another month is shown than the words behind the command name."""
    if not turn.arguments or wanted == shown:
        return ""
    if wanted is None:
        return turn.words("calendar-no-month", words=shorten(turn.arguments, MOST_LABEL_CHARACTERS))
    return turn.words("calendar-empty", month=month_name(wanted, turn.words))


async def turn_month(turn: Turn) -> None:
    """Another month, in place of this one where it stands under a calendar."""
    deadlines = await turn.know(find_deadlines, turn.desk.knowledge.asking.library)
    month = nearest_month(months_of(deadlines), (int(turn.pressed[:4]), int(turn.pressed[4:])))
    if month is None:
        await turn.note(turn.words.plain("calendar-nothing"), alert=True)
        return
    show_picture = replace_picture if _is_calendar(turn) else send_picture
    await show_picture(turn, *_shown(turn, deadlines, month))


def _is_calendar(turn: Turn) -> bool:
    """Whether all buttons of the message lead to months."""
    return all(one.data.startswith("lc:") for row in turn.shown_rows for one in row)


def _shown(turn: Turn, deadlines: tuple[Deadline, ...], month: Month, note: str = "") -> tuple[Picture, Message]:
    months, today = months_of(deadlines), turn.desk.today()
    own = tuple(one for one in deadlines if (one.day.year, one.day.month) == month)
    before = max((m for m in months if m < month), default=None)
    after = min((m for m in months if m > month), default=None)
    message = calendar_message(own, month, (before, after), today, turn.words, note)
    return month_of(own, month, today, turn.words), message
