"""Figures told as cumulated in a report of a quarter: of the longer period that ends with it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.facts import Figure, Period, PeriodKind, ReportFacts, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods, with_years

_CUMULATED = re.compile(r"\b(?:luy ke|cong don)\b")
_NAMES_PERIOD = re.compile(r"\b(?:quy|thang|nam)\b")


# "Tinh giản 71 biên chế (quý II: 37)": what stands before is not of the quarter.
_QUARTER_BEHIND = re.compile(
    r"(?:\s[^\d,;:.()]{1,30})?\s?\((?:rieng |trong do )?(?:trong )?quy (?:i{1,3}|iv|[1-4])\s?(?::|la|co)?\s?\d"
)
_LOOK_BEHIND = 70  # more than the longest of these openings has, with the thing counted before it


def with_cumulated_periods(statements: Sequence[Statement], text: str, report: ReportFacts) -> list[Statement]:
    """ "Giải quyết lũy kế 158.310 hồ sơ" beside "lũy kế 6 tháng …" is of the six months, though the report is the quarter's.

    Nothing is changed where the report tells of no longer period that ends with its own, or of several.
    """
    whole = longer_period(statements, report)
    if whole is None:
        return list(statements)
    return [_moved(statement, text, report.period, whole) for statement in statements]


def longer_period(statements: Sequence[Statement], report: ReportFacts) -> Period | None:
    """The one longer period that ends with the report's own, by its title or its figures; None where there is none or several."""
    own = report.period
    if own is None:
        return None
    mentions = with_years(list(find_periods(fold(report.title))))
    named = {m.in_year(own.last.year) if m.is_open else m.resolve(report.signed_on or date.min) for m in mentions}
    told = {f.period for s in statements for f in s.figures if f.is_cumulative}
    longer = {p for p in (*named, *told) if p is not None and p.last == own.last and p.first < own.first}
    return longer.pop() if len(longer) == 1 else None


def _moved(statement: Statement, text: str, own: Period | None, whole: Period) -> Statement:
    longer = [_is_cumulated(f, own) or _is_before_quarter(f, text, own) for f in statement.figures]
    if statement.task is not None or not any(longer):
        return statement
    figures = (
        replace(f, period=whole, window=None) if is_longer else f
        for f, is_longer in zip(statement.figures, longer, strict=True)
    )
    return replace(statement, figures=tuple(figures))


def _is_before_quarter(figure: Figure, text: str, own: Period | None) -> bool:
    behind = fold(text[figure.span.end : figure.span.end + _LOOK_BEHIND])
    is_quarter = own is not None and own.kind is PeriodKind.QUARTER
    return is_quarter and figure.period == own and bool(_QUARTER_BEHIND.match(behind))


def _is_cumulated(figure: Figure, own: Period | None) -> bool:
    label = fold(figure.label)
    says = _CUMULATED.search(f"{label} {fold(figure.head)}")
    return figure.period == own and figure.is_cumulative and bool(says) and not _NAMES_PERIOD.search(label)
