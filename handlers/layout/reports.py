"""Reports as messages: lists, cards, and what they say page by page."""

from collections import Counter
from datetime import date

from handlers.layout.html import capital, escape
from handlers.layout.message import shorten
from handlers.words import Words
from knowledge.facts import Area, Period, Reading, Span, Statement
from knowledge.grammar.dates import format_date
from knowledge.grammar.year_parts import name_period
from knowledge.store.reports import ReportSummary

# As many as fit on a phone without scrolling.
STATEMENTS_PER_PAGE = 5
# Five such still fit a message.
MOST_QUOTED = 700
# Above a row; five of each still fit.
MOST_HEADING = 100
# Nghị quyết 76/NQ-CP (15/7/2021), Điều 1.
_AREAS = {
    Area.INSTITUTIONS: "area-institutions",
    Area.PROCEDURES: "area-procedures",
    Area.ORGANISATION: "area-organisation",
    Area.STAFF: "area-staff",
    Area.FINANCE: "area-finance",
    Area.DIGITAL: "area-digital",
}


def data_line(
    words: Words,
    *,
    number: str | None,
    signed_on: date | None,
    period: Period | None,
    organisation: str | None,
) -> str:
    """ "số 134/BC-VPUBND, ngày 25/02/2019, quý I/2019, Văn phòng UBND tỉnh Hưng Hòa", as far as known."""
    parts = [
        words("report-number", number=number) if number else "",
        words("answer-signed", date=format_date(signed_on, language=words.language)) if signed_on else "",
        escape(name_period(period, language=words.language)) if period else "",
        escape(organisation or ""),
    ]
    return ", ".join(part for part in parts if part)


def card(report: ReportSummary, words: Words) -> str:
    """The report's data and what was found in it."""
    line = data_line(
        words,
        number=report.number,
        signed_on=report.signed_on,
        period=report.period,
        organisation=report.organisation,
    )
    counts = words("report-counts", documents=report.documents, figures=report.figures, tasks=report.tasks)
    return "\n".join(
        part for part in (f"<b>{escape(report.title or report.source or '')}</b>", capital(line), counts) if part
    )


def short_name(report: ReportSummary, words: Words) -> str:
    """The report's name for a button: its number and period, else its title."""
    parts = [report.number or shorten(report.title, 40)]
    if report.period:
        parts.append(name_period(report.period, language=words.language))
    elif report.signed_on:
        parts.append(format_date(report.signed_on, language=words.language))
    return " · ".join(parts)


def contents(reading: Reading, area: Area | None = None) -> list[Statement]:
    """The statements that say something, of one area or of all, in the order of the report."""
    said = [statement for statement in reading.statements if statement.kind not in ("heading", "note")]
    return [statement for statement in said if area is None or statement.area is area]


def areas_of(reading: Reading) -> list[tuple[Area, int]]:
    """The reform areas that the report speaks of, each with how much it says."""
    counts = Counter(statement.area for statement in contents(reading))
    return [(area, counts[area]) for area in Area if counts[area]]


def area_name(area: Area, words: Words) -> str:
    """The area as reports head it."""
    return words.plain(_AREAS[area])


def page_of_contents(reading: Reading, area: Area | None, page: int, pages: int, words: Words) -> str:
    """One page of what the report says, word for word."""
    statements = contents(reading, area)
    shown = statements[page * STATEMENTS_PER_PAGE :][:STATEMENTS_PER_PAGE]
    if not shown:
        return words("report-says-nothing")
    about = [area_name(area, words)] if area is not None else []
    if pages > 1:
        about.append(words.plain("report-page", page=page + 1, pages=pages))
    lines = [f"<b>{escape(reading.report.title)}</b>", *([f"<i>{escape(', '.join(about))}</i>"] if about else [])]
    heads, quotes, above = _heads(reading), list[str](), ""
    for s in shown:
        head, words_of_it = heads.get(s.span, ""), escape(shorten(s.span.cut(reading.text).strip(), MOST_QUOTED))
        led = f"<b>{escape(shorten(head, MOST_HEADING))}</b>\n" if head and head != above else ""
        quotes.append(f"<blockquote>{led}{words_of_it}</blockquote>")
        above = head
    return "\n".join([*lines, *quotes])


def _heads(reading: Reading) -> dict[Span, str]:
    """The headings of its columns for each row of a table, which say which cell is what."""
    found: dict[Span, str] = {}
    head = ""
    for statement in reading.statements:
        text = statement.span.cut(reading.text).strip()
        if " | " not in text:
            head = ""
        elif statement.kind == "heading":
            head = text
        elif head:
            found[statement.span] = head
    return found
