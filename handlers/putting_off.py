"""Publishing at a later hour: choosing it, and calling it off."""

from datetime import UTC, datetime, time, timedelta

from handlers.drafts import find_draft
from handlers.layout.message import button, compose
from handlers.layout.reports import short_name
from handlers.publishing import ask_another
from handlers.turn import Turn
from knowledge.looking.working_days import is_working_day
from knowledge.releasing.releasing import NeedsAnother

# When offices begin and go on after noon; the evening before a day off is no hour to be told of anything.
HOURS = (time(7, 30), time(13, 30))
# The same week, and nothing that everybody has forgotten by then.
DAYS = 4
# Tết with the weekends beside it is nine days.
LOOKED_AHEAD = 14
# Nobody publishes by a button that is older.
LONGEST = timedelta(days=14)


async def choose_hour(turn: Turn) -> None:
    """Offer hours of the next working days."""
    draft = await find_draft(turn, int(turn.pressed))
    if draft is None:
        return
    rows = [[button(f"{one:%H:%M %d/%m}", f"pt:{draft.id}:{int(one.timestamp()) // 60}")] for one in _hours(turn)]
    back = [button(turn.words.plain("button-cancel"), f"p:{draft.id}")]
    text = turn.words("publish-when", report=short_name(draft, turn.words))
    await turn.replace(compose(text, *rows, back))


async def put_off(turn: Turn) -> None:
    """Publish the draft at that hour."""
    draft_id, minutes = (int(part) for part in turn.pressed.split(":"))
    draft = await find_draft(turn, draft_id)
    if draft is None:
        return
    at = datetime.fromtimestamp(minutes * 60, UTC)
    if not turn.desk.clock() < at < turn.desk.clock() + LONGEST:
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    try:
        await turn.know(turn.desk.knowledge.releasing.put_off, draft.id, at, by=turn.user_id)
    except NeedsAnother:
        await ask_another(turn, draft)
        return
    name, when = short_name(draft, turn.words), f"{at.astimezone(turn.desk.zone):%H:%M %d/%m/%Y}"
    undo = button(turn.words.plain("button-call-off"), f"px:{draft.id}")
    await turn.replace(compose(turn.words("publish-put-off", report=name, time=when), [undo]))


async def call_off(turn: Turn) -> None:
    """The draft waits for somebody again."""
    draft = await find_draft(turn, int(turn.pressed))
    if draft is None:
        return
    await turn.know(turn.desk.knowledge.releasing.call_off, draft.id, by=turn.user_id)
    back = button(turn.words.plain("button-draft"), f"pb:{draft.id}")
    await turn.replace(compose(turn.words("publish-called-off", report=short_name(draft, turn.words)), [back]))


def _hours(turn: Turn) -> list[datetime]:
    now = turn.desk.clock().astimezone(turn.desk.zone)
    days = [now.date() + timedelta(days=ahead) for ahead in range(LOOKED_AHEAD)]
    working = [day for day in days if is_working_day(day)][:DAYS]
    hours = [datetime.combine(day, hour, turn.desk.zone) for day in working for hour in HOURS]
    return [hour for hour in hours if hour > now + timedelta(minutes=5)]
