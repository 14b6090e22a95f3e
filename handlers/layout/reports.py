"""Reports as messages: lists, cards, and what they say page by page."""

from datetime import date

from handlers.layout.html import escape
from handlers.layout.message import shorten
from handlers.words import Html, Words
from knowledge.facts import Period, Reading, Statement
from knowledge.grammar.dates import format_date
from knowledge.grammar.periods import name_period
from knowledge.store.reports import ReportSummary

# As many as fit on a phone without scrolling.
STATEMENTS_PER_PAGE = 5


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
        words("answer-signed", date=format_date(signed_on)) if signed_on else "",
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
    return "\n".join(part for part in (f"<b>{escape(report.title or report.source or '')}</b>", line, counts) if part)


def short_name(report: ReportSummary, words: Words) -> str:
    """The report's name for a button: its number and period, else its title."""
    parts = [report.number or shorten(report.title, 40)]
    if report.period:
        parts.append(name_period(report.period, language=words.language))
    elif report.signed_on:
        parts.append(format_date(report.signed_on))
    return " · ".join(parts)


def contents(reading: Reading) -> list[Statement]:
    """The statements that say something, in the order of the report."""
    return [statement for statement in reading.statements if statement.kind not in ("heading", "note")]


def page_of_contents(reading: Reading, page: int, words: Words) -> str:
    """One page of what the report says, word for word."""
    statements = contents(reading)
    shown = statements[page * STATEMENTS_PER_PAGE :][:STATEMENTS_PER_PAGE]
    if not shown:
        return words("report-says-nothing")
    quotes = [f"<blockquote>{escape(shorten(s.span.cut(reading.text).strip(), 700))}</blockquote>" for s in shown]
    return "\n".join([Html(f"<b>{escape(reading.report.title)}</b>"), *quotes])
