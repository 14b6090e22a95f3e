"""/baocao: page through the published reports, open one, read what it says by area, and go back."""

from handlers.guards import may_change
from handlers.layout.message import Button, Message, button, column, compose
from handlers.layout.reports import (
    STATEMENTS_PER_PAGE,
    area_name,
    areas_of,
    card,
    contents,
    page_of_contents,
    short_name,
)
from handlers.turn import Turn
from knowledge.facts import Area
from knowledge.store.reports import ReportState, ReportSummary, UnknownReport

REPORTS_PER_PAGE = 6
# The data of the buttons with which one moves about; a message with only such is shown anew in its place.
MOVES = ("rp:", "ro:", "rs:", "ra:", "sr:")


async def list_reports(turn: Turn) -> None:
    """The first page of the reports."""
    await turn.send(await _page(turn, 0))


async def turn_page(turn: Turn) -> None:
    """Another page in place of this one; below a message that is something else."""
    message = await _page(turn, int(turn.pressed))
    await (turn.replace(message) if _is_browsing(turn) else turn.send(message))


async def open_report(turn: Turn) -> None:
    """The card of one report, below."""
    report = await _visible(turn, int(turn.pressed))
    if report is not None:
        await turn.send(await _card(turn, report))


async def open_here(turn: Turn) -> None:
    """The card of one report in place of the list or of its pages."""
    report = await _visible(turn, int(turn.pressed))
    if report is not None:
        await turn.replace(await _card(turn, report))


async def read_report(turn: Turn) -> None:
    """One page of all that the report says, word for word."""
    report_id, page = (int(part) for part in turn.pressed.split(":"))
    await _read(turn, report_id, None, page)


async def read_place(turn: Turn) -> None:
    """The page of a report on which a hit of a search stands, below the hits."""
    report_id, page = (int(part) for part in turn.pressed.split(":"))
    await _read(turn, report_id, None, page, is_below=True)


async def read_area(turn: Turn) -> None:
    """One page of what the report says of one area."""
    report_id, name, page = turn.pressed.split(":")
    if name not in list(Area):
        await turn.note(turn.words.plain("button-too-old"), alert=True)
        return
    await _read(turn, int(report_id), Area(name), int(page))


async def _read(turn: Turn, report_id: int, area: Area | None, page: int, *, is_below: bool = False) -> None:
    report = await _visible(turn, report_id)
    if report is None:
        return
    report_id = report.id
    reading = await turn.know(turn.desk.knowledge.reports.reading, report_id)
    pages = max(1, -(-len(contents(reading, area)) // STATEMENTS_PER_PAGE))
    here = min(page, pages - 1)
    moves = arrows(turn, here, pages, f"rs:{report_id}:" if area is None else f"ra:{report_id}:{area}:")
    back = [button(turn.words.plain("button-to-report"), f"ro:{report_id}")]
    message = compose(page_of_contents(reading, area, here, pages, turn.words), moves, back)
    await (turn.replace(message) if _is_browsing(turn) and not is_below else turn.send(message))


def _is_browsing(turn: Turn) -> bool:
    """Whether the button stands among others that only move about."""
    rows = turn.shown_rows
    return bool(rows) and all(one.data.startswith(MOVES) for row in rows for one in row)


async def _card(turn: Turn, report: ReportSummary) -> Message:
    words = turn.words
    reading = await turn.know(turn.desk.knowledge.reports.reading, report.id)
    everything = words.plain("button-contents", count=len(contents(reading)))
    rows = [[button(everything, f"rs:{report.id}:0")]]
    for area, count in areas_of(reading):
        rows.append([button(f"{area_name(area, words)} ({count})", f"ra:{report.id}:{area}:0")])
    if report.organisation:
        rows.append([button(words.plain("button-follow-organisation"), f"sr:{report.id}")])
    rows.append([button(words.plain("button-all-reports"), "rp:0")])
    source = [words("report-source", source=report.source)] if report.source else []
    return compose("\n".join([card(report, words), *source]), *rows)


async def _page(turn: Turn, page: int) -> Message:
    listing = turn.desk.knowledge.reports.listing
    reports = await turn.know(listing, page * REPORTS_PER_PAGE, REPORTS_PER_PAGE + 1)
    if not reports:
        return compose(turn.words("reports-none"))
    rows = column((short_name(report, turn.words), f"ro:{report.id}") for report in reports[:REPORTS_PER_PAGE])
    has_more = len(reports) > REPORTS_PER_PAGE
    rows.append(arrows(turn, page, page + 2 if has_more else page + 1, "rp:"))
    return compose(turn.words("reports-title"), *rows)


def arrows(turn: Turn, page: int, pages: int, data: str) -> list[Button]:
    """Buttons to the page before and after, as far as there are such."""
    row = []
    if page > 0:
        row.append(button(turn.words.plain("button-back"), f"{data}{page - 1}"))
    if page + 1 < pages:
        row.append(button(turn.words.plain("button-more"), f"{data}{page + 1}"))
    return row


async def _visible(turn: Turn, report_id: int) -> ReportSummary | None:
    """The report if this person may read it: a published one, or a draft that they may change.

    Of one that was replaced, the version that answers now: a button of an old message still opens the report.
    """
    knowledge = turn.desk.knowledge
    try:
        report = await turn.know(knowledge.reports.summary, report_id)
        if report.state is ReportState.REPLACED:
            report = await turn.know(knowledge.reports.summary, await turn.know(knowledge.amending.current, report_id))
    except UnknownReport:
        report = None
    if report is None or (
        report.state is not ReportState.PUBLISHED and not await may_change(turn, report.organisation)
    ):
        await turn.note(turn.words.plain("report-gone"), alert=True)
        return None
    return report
