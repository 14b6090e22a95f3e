"""A draft's card, and the pages of what to look at in it and of what it changes."""

from collections.abc import Sequence
from datetime import datetime

from handlers.browsing import arrows
from handlers.guards import refuse_foreign
from handlers.layout.changes import CHANGES_PER_PAGE, lines, overview, page_of_changes
from handlers.layout.doubts import DOUBTS_PER_PAGE, page_of_doubts
from handlers.layout.message import Button, Message, button, compose
from handlers.layout.reports import card, contents
from handlers.turn import Turn
from knowledge.facts import Reading
from knowledge.importing.importer import Difference
from knowledge.store.reports import ReportState, ReportSummary, UnknownReport

# So many changes stand on the card itself.
_FIRST_CHANGES = 4


async def draft_card(turn: Turn, draft: ReportSummary, *, before: str = "", more: Sequence[Button] = ()) -> Message:
    """What was read in the draft, what is doubtful and what it changes, and the buttons that decide about it.

    It is checked again first: what was published since may contradict it. `before` says what was just done, and `more`
    are the buttons that go with that.
    """
    importing, words = turn.desk.knowledge.importing, turn.words
    await turn.know(importing.check_again, draft.id)
    reading = await turn.know(turn.desk.knowledge.reports.reading, draft.id)
    difference = await turn.know(importing.difference, draft.id)
    put_off = await turn.know(turn.desk.knowledge.releasing.put_off_until, draft.id)
    blocks = [
        *([before] if before else []),
        words("draft-title"),
        *([_put_off(turn, put_off)] if put_off else []),
        card(draft, words),
        *_changes(turn, difference),
        *_doubts(turn, reading),
    ]
    return compose(
        "\n".join(blocks),
        list(more),
        _more_doubts(turn, draft.id, len(reading.doubts)),
        _more_changes(turn, draft.id, difference),
        *_ways_on(turn, draft.id, reading, is_put_off=put_off is not None),
    )


def _put_off(turn: Turn, until: datetime) -> str:
    return turn.words("draft-put-off", time=f"{until.astimezone(turn.desk.zone):%H:%M %d/%m/%Y}")


def _doubts(turn: Turn, reading: Reading) -> list[str]:
    count = len(reading.doubts)
    if not count:
        return [turn.words("doubts-none")]
    return [turn.words("doubts-title", count=count), page_of_doubts(reading, 0, turn.words)]


def _ways_on(turn: Turn, draft_id: int, reading: Reading, *, is_put_off: bool) -> list[list[Button]]:
    """What may be looked at and done from here, a row each."""
    words, count = turn.words, len(contents(reading))
    return [
        [button(words.plain("button-contents", count=count), f"rs:{draft_id}:0")],
        [button(words.plain("button-items"), f"di:{draft_id}:0")] if count else [],
        [button(words.plain("button-draft-data"), f"dh:{draft_id}")],
        [button(words.plain("button-publish"), f"pc:{draft_id}")],
        [button(words.plain("button-call-off"), f"px:{draft_id}")] if is_put_off else [],
        [button(words.plain("button-discard"), f"d:{draft_id}")],
    ]


async def turn_doubts(turn: Turn) -> None:
    """Another page of what to look at, in place of this one."""
    draft_id, page = (int(part) for part in turn.pressed.split(":"))
    if await find_draft(turn, draft_id) is None:
        return
    reading = await turn.know(turn.desk.knowledge.reports.reading, draft_id)
    count = len(reading.doubts)
    title = turn.words("doubts-title", count=count) if count else turn.words("doubts-none")
    pages = -(-count // DOUBTS_PER_PAGE)
    html = f"{title}\n{page_of_doubts(reading, page, turn.words)}"
    await turn.replace(compose(html, arrows(turn, page, pages, f"pd:{draft_id}:"), _back(turn, draft_id)))


async def turn_changes(turn: Turn) -> None:
    """Another page of what the draft changes, in place of this one."""
    draft_id, page = (int(part) for part in turn.pressed.split(":"))
    if await find_draft(turn, draft_id) is None:
        return
    difference = await turn.know(turn.desk.knowledge.importing.difference, draft_id) or Difference()
    pages = -(-len(lines(difference, turn.words)) // CHANGES_PER_PAGE)
    row = arrows(turn, page, pages, f"pv:{draft_id}:")
    await turn.replace(compose(page_of_changes(difference, page, turn.words), row, _back(turn, draft_id)))


async def turn_back(turn: Turn) -> None:
    """The card in place of a page."""
    draft = await find_draft(turn, int(turn.pressed))
    if draft is not None:
        await turn.replace(await draft_card(turn, draft))


async def find_draft(turn: Turn, draft_id: int) -> ReportSummary | None:
    """The draft, or a note that it is gone, decided about or another organisation's than the editor's."""
    return await find_report(turn, draft_id, ReportState.DRAFT)


async def find_report(
    turn: Turn, report_id: int, state: ReportState, *, becomes: ReportState | None = None
) -> ReportSummary | None:
    """The report in that state, or a note that it is gone, decided about or another organisation's than the editor's.

    Where what is done was broken off it may be in the state that it `becomes`.
    """
    try:
        report = await turn.know(turn.desk.knowledge.reports.summary, report_id)
    except UnknownReport:
        await turn.note(turn.words.plain("draft-gone"), alert=True)
        return None
    if report.state is not state and not (turn.is_again and report.state is becomes):
        await turn.note(turn.words.plain("draft-decided"), alert=True)
        return None
    return None if await refuse_foreign(turn, report.organisation) else report


def _changes(turn: Turn, difference: Difference | None) -> list[str]:
    if difference is None:
        return []
    return [overview(difference, turn.words), *(f"• {line}" for line in lines(difference, turn.words)[:_FIRST_CHANGES])]


def _more_doubts(turn: Turn, draft_id: int, count: int) -> list[Button]:
    if count <= DOUBTS_PER_PAGE:
        return []
    return [button(turn.words.plain("button-doubts", count=count), f"pd:{draft_id}:0")]


def _more_changes(turn: Turn, draft_id: int, difference: Difference | None) -> list[Button]:
    count = len(lines(difference, turn.words)) if difference else 0
    if count <= _FIRST_CHANGES:
        return []
    return [button(turn.words.plain("button-changes", count=count), f"pv:{draft_id}:0")]


def _back(turn: Turn, draft_id: int) -> list[Button]:
    return [button(turn.words.plain("button-draft"), f"pb:{draft_id}")]
