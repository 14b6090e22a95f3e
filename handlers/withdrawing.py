"""/thuhoi: withdraw a published report, with the reason, and bring it back for a day."""

from handlers.drafts import find_report
from handlers.guards import may_change
from handlers.layout.message import Message, button, column, compose, shorten
from handlers.layout.reports import card, short_name
from handlers.turn import Turn
from handlers.words import Words
from knowledge.grammar.folding import fold
from knowledge.releasing.releasing import Superseded
from knowledge.store.reports import ReportState, ReportSummary, UnknownReport

REPORTS_SHOWN = 10
# Beyond these reports a number has to be typed more exactly.
LOOKED_THROUGH = 1000
MOST_REASON = 200
REASONS = {"figures": "withdraw-figures", "file": "withdraw-file", "newer": "withdraw-newer"}


async def begin(turn: Turn) -> None:
    """The newest reports to choose from, or the one whose number stands behind the command, with a reason."""
    wanted, _, why = (part.strip() for part in turn.arguments.partition(":"))
    found = await _find(turn, wanted)
    if not found:
        await turn.say(turn.words("withdraw-none"))
    elif wanted and len(found) == 1:
        await turn.send(_card(found[0], shorten(" ".join(why.split()), MOST_REASON), turn.words))
    else:
        rows = column((short_name(one, turn.words), f"wo:{one.id}") for one in found[:REPORTS_SHOWN])
        await turn.send(compose(turn.words("withdraw-which"), *rows))


async def open_report(turn: Turn) -> None:
    """What withdrawing does, with the reasons to choose from."""
    report = await find_report(turn, int(turn.pressed), ReportState.PUBLISHED)
    if report is not None:
        await turn.replace(_card(report, "", turn.words))


async def withdraw(turn: Turn) -> None:
    """The report answers no more."""
    number, _, reason = turn.pressed.partition(":")
    report = await find_report(turn, int(number), ReportState.PUBLISHED, becomes=ReportState.WITHDRAWN)
    if report is None:
        return
    if report.state is ReportState.WITHDRAWN:
        # Begun before and broken off, unless somebody else was first.
        first = await turn.know(turn.desk.knowledge.reports.withdrew_last, report.id)
        if first != turn.user_id:
            await turn.note(turn.words.plain("draft-decided"), alert=True)
            return
    words = turn.words
    why = _typed(turn.shown) if reason == "typed" else words.plain(REASONS[reason])
    if report.state is ReportState.PUBLISHED:
        await turn.know(turn.desk.knowledge.releasing.withdraw, report.id, by=turn.user_id, why=why)
    turn.desk.wake_sender()
    await turn.renew()
    undo = button(words.plain("button-undo"), f"wu:{report.id}")
    await turn.replace(compose(words("withdrawn", report=short_name(report, words), why=why), [undo]))


async def restore(turn: Turn) -> None:
    """The report answers again."""
    report = await find_report(turn, int(turn.pressed), ReportState.WITHDRAWN, becomes=ReportState.PUBLISHED)
    if report is None:
        return
    try:
        if report.state is ReportState.WITHDRAWN:
            await turn.know(turn.desk.knowledge.releasing.restore, report.id, by=turn.user_id)
    except UnknownReport:
        await turn.note(turn.words.plain("restore-too-late"), alert=True)
        return
    except Superseded:
        await turn.note(turn.words.plain("restore-superseded"), alert=True)
        return
    turn.desk.wake_sender()
    await turn.renew()
    await turn.replace(compose(turn.words("restored", report=short_name(report, turn.words))))


async def _find(turn: Turn, wanted: str) -> list[ReportSummary]:
    reports = await turn.know(turn.desk.knowledge.reports.listing, 0, LOOKED_THROUGH if wanted else REPORTS_SHOWN)
    named = [one for one in reports if fold(wanted) in fold(f"{one.number or ''} {one.title}")]
    exactly = [one for one in named if wanted and fold(one.number or "").split("/")[0] == fold(wanted).split("/")[0]]
    return [one for one in exactly or named if await may_change(turn, one.organisation)]


def _card(report: ReportSummary, why: str, words: Words) -> Message:
    reasons = [(words.plain(key), code) for code, key in REASONS.items()]
    rows = [[button(words.plain("button-withdraw", why=label), f"wr:{report.id}:{code}")] for label, code in reasons]
    blocks = [words("withdraw-ask"), card(report, words)]
    if why:
        blocks.append(words("withdraw-typed", why=why))
        rows = [[button(words.plain("button-withdraw", why=shorten(why, 30)), f"wr:{report.id}:typed")]]
    return compose("\n".join(blocks), *rows, [button(words.plain("button-keep"), f"r:{report.id}")])


def _typed(shown: str) -> str:
    """The reason as it stands within “” in the last line of the card; the bot wrote it there itself."""
    last = (shown.splitlines() or [""])[-1]
    return last.partition("“")[2].rpartition("”")[0].strip()
