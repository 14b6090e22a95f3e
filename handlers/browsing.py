"""/baocao: page through the published reports, open one, read what it says."""

from handlers.guards import is_admin
from handlers.layout.message import Button, Message, button, compose
from handlers.layout.reports import STATEMENTS_PER_PAGE, card, contents, page_of_contents, short_name
from handlers.turn import Turn
from knowledge.store.reports import ReportState, ReportSummary, UnknownReport

REPORTS_PER_PAGE = 6


async def list_reports(turn: Turn) -> None:
    """The first page of the reports."""
    await turn.send(await _page(turn, 0))


async def turn_page(turn: Turn) -> None:
    """Another page in place of this one."""
    await turn.replace(await _page(turn, int(turn.pressed)))


async def open_report(turn: Turn) -> None:
    """The card of one report."""
    report = await _visible(turn, int(turn.pressed))
    if report is None:
        return
    words = turn.words
    rows = [[button(words.plain("button-contents"), f"rs:{report.id}:0")]]
    if report.organisation:
        rows.append([button(words.plain("button-follow-organisation"), f"sr:{report.id}")])
    rows.append([button(words.plain("button-all-reports"), "rp:0")])
    source = [words("report-source", source=report.source)] if report.source else []
    await turn.send(compose("\n".join([card(report, words), *source]), *rows))


async def read_report(turn: Turn) -> None:
    """One page of what the report says, word for word."""
    report_id, page = (int(part) for part in turn.pressed.split(":"))
    if await _visible(turn, report_id) is None:
        return
    reading = await turn.know(turn.desk.knowledge.reports.reading, report_id)
    pages = -(-len(contents(reading)) // STATEMENTS_PER_PAGE)
    row = arrows(turn, page, pages, f"rs:{report_id}:")
    message = compose(page_of_contents(reading, page, turn.words), row)
    await (turn.replace(message) if page or _is_same_page(turn) else turn.send(message))


def _is_same_page(turn: Turn) -> bool:
    """Whether the button stands under a page of contents already."""
    query = turn.update.callback_query
    markup = getattr(query.message, "reply_markup", None) if query else None
    data = [str(b.callback_data) for row in markup.inline_keyboard for b in row] if markup else []
    return all(item.startswith("rs:") for item in data)


async def _page(turn: Turn, page: int) -> Message:
    listing = turn.desk.knowledge.reports.listing
    reports = await turn.know(listing, page * REPORTS_PER_PAGE, REPORTS_PER_PAGE + 1)
    if not reports:
        return compose(turn.words("reports-none"))
    rows = [[button(short_name(report, turn.words), f"r:{report.id}")] for report in reports[:REPORTS_PER_PAGE]]
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
    """The report if this person may read it: a published one, or an admin's draft."""
    try:
        report = await turn.know(turn.desk.knowledge.reports.summary, report_id)
    except UnknownReport:
        report = None
    if report is None or (report.state is not ReportState.PUBLISHED and not await is_admin(turn)):
        await turn.note(turn.words.plain("report-gone"), alert=True)
        return None
    return report
