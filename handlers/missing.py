"""/thieubaocao: the reports that have not come, and a reminder to copy for each."""

from collections.abc import Sequence
from hashlib import sha256

from handlers.layout.html import escape
from handlers.layout.message import Message, button, compose
from handlers.turn import Turn
from handlers.words import Words
from knowledge.grammar.dates import format_date
from knowledge.grammar.year_parts import name_period
from knowledge.looking.missing import Missing

# The rest follows once these have come.
MOST = 15


async def show(turn: Turn) -> None:
    """Who is late with which report, the latest first."""
    found = await turn.know(turn.desk.knowledge.weekly.missing, turn.desk.today())
    await turn.send(_list(found, turn.words))


def _list(found: Sequence[Missing], words: Words) -> Message:
    if not found:
        return compose(words("missing-none"))
    lines = [f"{number}. {_line(one, words)}" for number, one in enumerate(found[:MOST], 1)]
    if len(found) > MOST:
        lines.append(words("answer-more-lines", count=len(found) - MOST))
    rows = [
        [button(words.plain("button-reminder", number=number, name=one.organisation), f"jr:{_mark(one)}")]
        for number, one in enumerate(found[:MOST], 1)
    ]
    return compose("\n".join([words("missing-title"), *lines, words("missing-how")]), *rows)


def _line(one: Missing, words: Words) -> str:
    """Who, which period, since when and how late."""
    return words(
        "missing-line",
        organisation=one.organisation,
        period=name_period(one.period, language=words.language),
        date=format_date(one.expected_by, language=words.language),
        days=one.days_late,
    )


async def draft_reminder(turn: Turn) -> None:
    """A letter to that organisation, in Vietnamese, to be copied with one tap."""
    found = await turn.know(turn.desk.knowledge.weekly.missing, turn.desk.today())
    one = next((item for item in found if _mark(item) == turn.pressed), None)
    if one is None:
        await turn.note(turn.words.plain("missing-come"), alert=True)
        return
    await turn.send(_reminder(one, turn.desk.catalogue.words("vi"), turn.words))


def _reminder(one: Missing, vietnamese: Words, words: Words) -> Message:
    letter = vietnamese.plain(
        "missing-letter",
        organisation=one.organisation,
        period=name_period(one.period),
        like=one.like,
        likeDate=format_date(one.like_on),
        date=format_date(one.expected_by),
        days=one.days_late,
    )
    how = words("missing-copy")
    return compose(f"{how}\n<pre>{escape(letter)}</pre>")


def _mark(one: Missing) -> str:
    """What is missing, in a button."""
    return sha256(f"{one.organisation}|{one.period.kind}|{one.period.first}".encode()).hexdigest()[:16]
