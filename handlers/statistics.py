"""/thongke: how much was asked, answered and sent, as a picture and numbers."""

from datetime import datetime

from handlers.drawing import Bar, Chart
from handlers.layout.message import Message, button, compose
from handlers.media import replace_picture, send_picture
from handlers.turn import Turn
from handlers.words import Words
from knowledge.looking.statistics import Numbers, Span

_TITLES = {Span.DAY: "stats-day", Span.WEEK: "stats-week", Span.MONTH: "stats-month"}


async def show(turn: Turn) -> None:
    """The last seven days."""
    await send_picture(turn, *await _shown(turn, Span.WEEK))


async def turn_span(turn: Turn) -> None:
    """Another span in place of this one."""
    await replace_picture(turn, *await _shown(turn, Span(turn.pressed)))


async def _shown(turn: Turn, span: Span) -> tuple[Chart, Message]:
    numbers = await turn.know(turn.desk.knowledge.statistics.numbers, span)
    words = turn.words
    bars = tuple(Bar(_name(turn, one.begins, span), str(one.count), float(one.count)) for one in numbers.series)
    chart = Chart(words.plain("stats-asked"), words.plain(_TITLES[span]), bars, words.plain("stats-foot"))
    moves = [button(words.plain(key), f"ts:{other}") for other, key in _TITLES.items() if other is not span]
    return chart, compose(_text(numbers, span, words), moves)


def _name(turn: Turn, begins: datetime, span: Span) -> str:
    moment = begins.astimezone(turn.desk.zone)
    return f"{moment:%H}h" if span is Span.DAY else f"{moment:%d/%m}"


def _text(numbers: Numbers, span: Span, words: Words) -> str:
    tally = numbers.tally
    judged = tally.up + tally.down
    lines = [
        f"<b>{words.plain(_TITLES[span])}</b>",
        words("stats-questions", asked=numbers.asked, answered=tally.answered, clarified=tally.clarified),
        words("stats-unanswered", count=tally.not_found),
        words("stats-thumbs", up=tally.up, down=tally.down, percent=100 * tally.up // judged)
        if judged
        else words("stats-no-thumbs"),
        words("stats-followers", chats=numbers.chats, rules=numbers.rules, paused=numbers.paused),
        words(
            "stats-deliveries",
            sent=numbers.sent,
            failed=numbers.failed,
            uncertain=numbers.uncertain,
            waiting=numbers.waiting,
        ),
    ]
    return "\n".join(lines)
