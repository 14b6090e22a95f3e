"""Dates that cannot be: of documents issued, of the report itself, and of the days that figures cover."""

from collections.abc import Iterator
from datetime import date, timedelta

from knowledge.facts import Citation, Doubt, Operand, Period, Reading, Role, Statement, Window
from knowledge.grammar.dates import format_date
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.quantities import Quantity, is_before

# The plan for a year is issued in the autumn before it, and is then reported on: only what is older is doubted.
_BEFORE_PERIOD = timedelta(days=366)
# Figures are closed on the 14th before a period ends (Nghị định 09/2019/NĐ-CP, Điều 12), in some offices a month before.
_SHIFTED = timedelta(days=62)


def check_dates(reading: Reading, quantities: list[Quantity]) -> Iterator[Doubt]:
    """Dates outside what the report can speak of."""
    yield from _own_dates(reading)
    yield from _windows(reading, quantities)
    told_on = max(filter(None, (reading.report.signed_on, reading.report.published_on)), default=None)
    if reading.report.kind == "register":
        return
    for statement in reading.statements:
        for citation in statement.citations:
            yield from _document(citation, statement, told_on, reading.report.period)


def _document(citation: Citation, statement: Statement, told_on: date | None, period: Period | None) -> Iterator[Doubt]:
    """Only what is issued: whatever the rest is based on is older by nature, and plans are yet to come."""
    day = citation.issued_on
    if citation.number is None or day is None or citation.role not in {Role.ISSUED, Role.BASIS, Role.IMPLEMENTED}:
        return
    named = Operand("document", citation.written or "")
    if is_before(told_on, day):
        dates = (Operand("date", format_date(day)), Operand("told", format_date(told_on or day)))
        yield Doubt(Kind.DATE_LATER, (statement.span,), (named, *dates))
    elif citation.role is Role.ISSUED and period and day < period.first - _BEFORE_PERIOD:
        dates = (Operand("date", format_date(day)), Operand("from", format_date(period.first)))
        yield Doubt(Kind.DATE_EARLIER, (statement.span,), (named, *dates))


def _own_dates(reading: Reading) -> Iterator[Doubt]:
    report = reading.report
    if report.kind == "register":
        return
    if report.period and is_before(report.signed_on, report.period.first):
        yield _pair(Kind.REPORT_DATE, ("signed", report.signed_on), ("from", report.period.first))
    elif is_before(report.published_on, report.signed_on):
        yield _pair(Kind.REPORT_DATE, ("published", report.published_on), ("signed", report.signed_on))


def _pair(kind: Kind, *named: tuple[str, date | None]) -> Doubt:
    return Doubt(kind, (), tuple(Operand(name, format_date(day)) for name, day in named if day))


def _windows(reading: Reading, quantities: list[Quantity]) -> Iterator[Doubt]:
    """Days that are not those of the period they are told with, or end after the report was signed."""
    seen: set[Window] = set()
    for quantity in quantities:
        window, period = quantity.figure.window, quantity.figure.period
        if window is None or window in seen:
            continue
        seen.add(window)
        signed = reading.report.signed_on
        # The report's own window is carried to figures of other periods as well.
        period = reading.report.period if window == reading.report.window else period
        if window.last < window.first or is_before(signed, window.last) or (period and not _is_near(window, period)):
            yield Doubt(Kind.WINDOW, (quantity.span,), _window_operands(window, period, signed))


def _is_near(window: Window, period: Period) -> bool:
    """Whether both begin and end within two months of each other; a running period may have ended sooner."""
    return abs(window.first - period.first) <= _SHIFTED and window.last - period.last <= _SHIFTED


def _window_operands(window: Window, period: Period | None, signed: date | None) -> tuple[Operand, ...]:
    days = f"{format_date(window.first)} - {format_date(window.last)}"
    of_period = f"{format_date(period.first)} - {format_date(period.last)}" if period else ""
    told = format_date(signed) if is_before(signed, window.last) and signed else ""
    return (Operand("window", days), Operand("signed", told) if told else Operand("period", of_period))
