"""Figures told as cumulated in a report of a quarter: of the longer period that ends with it."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.facts import Figure, Period, PeriodKind, ReportFacts, Statement
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import find_periods, with_years
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import make_period

# "Từ đầu năm đến nay", "tính từ đầu năm 2023": from January to the end of the report's own time.
_SINCE_JANUARY = re.compile(r"\b(?:tinh |ke )?tu dau nam(?: (?:19|20)\d\d)?(?: (?:den|toi) nay| toi gio)?\b")
_CUMULATED = re.compile(rf"\b(?:luy ke|cong don)\b|{_SINCE_JANUARY.pattern}")
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
    whole = longer_period(statements, report) or _since_january(statements, report.period)
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


def _since_january(statements: Sequence[Statement], own: Period | None) -> Period | None:
    """The months up to the end of a later quarter, where a figure is told "từ đầu năm" and the title names no such period."""
    if own is None or own.kind is not PeriodKind.QUARTER or own.first.month == 1:
        return None
    figures = (f for s in statements for f in s.figures if f.is_cumulative and f.period == own)
    if not any(_SINCE_JANUARY.search(fold(f"{f.label} {f.head}")) for f in figures):
        return None
    kind, index = {6: (PeriodKind.HALF, 1), 9: (PeriodKind.NINE_MONTHS, 0), 12: (PeriodKind.YEAR, 0)}[own.last.month]
    return make_period(kind, index, own.last.year)


def with_days_of_cumulated(statements: Sequence[Statement], text: str, report: ReportFacts) -> list[Statement]:
    """ "Lũy kế từ 01/7/2025 đến 14/8/2025 tiếp nhận 9.517 hồ sơ" in a report of August is of just these days."""
    return [
        replace(one, figures=tuple(_of_its_days(f, one, text, report) for f in one.figures))
        if any(f.window is not None and _CUMULATED.search(fold(f"{f.label} {f.head}")) for f in one.figures)
        else one
        for one in statements
    ]


def _of_its_days(figure: Figure, statement: Statement, text: str, report: ReportFacts) -> Figure:
    """The figure of the days of its sentence and of no period, where it is cumulated from before the report's own time."""
    own, days = report.period, figure.window
    if (
        own is None
        or days is None
        or figure.period != own
        or days.first >= own.first.replace(day=1)
        or days == report.window
    ):
        return figure
    begins = (own.first - days.first).days
    is_stated = any(w == days for _, _, w in find_windows(fold(statement.span.cut(text))))
    if not is_stated or begins <= _ONE_MONTH or not _CUMULATED.search(fold(f"{figure.label} {figure.head}")):
        return figure
    return replace(figure, period=None, is_cumulative=True)


_ONE_MONTH = 28  # days; a month's figures run from the middle of the one before


def _moved(statement: Statement, text: str, own: Period | None, whole: Period) -> Statement:
    longer = [_is_cumulated(f, own) or _is_before_quarter(f, text, own) for f in statement.figures]
    if statement.task is not None or not any(longer):
        return statement
    figures = (
        replace(f, period=whole, window=None) if is_longer else f
        for f, is_longer in zip(statement.figures, longer, strict=True)
    )
    return replace(statement, figures=tuple(figures))


# "Lũy kế 6 tháng đầu năm, toàn tỉnh …", "Trong 9 tháng: …": what opens with the longer period goes on with it.
_OPENS_LONGER = re.compile(
    r"\W*(?:(?:tinh chung|luy ke|cong don|trong|tong hop|ket qua),? )*(?:6|9|12|sau|chin) thang\b"
)
_TELLS_TIME = re.compile(
    r"\b(?:quy|thang|nam (?:19|20)\d\d|nam nay|nam truoc|cung ky|trong ky|ky truoc|ky nay|hien nay|den nay)\b|\d/20\d\d"
)


def with_paragraphs_period(statements: Sequence[Statement], text: str, report: ReportFacts) -> list[Statement]:
    """The statements, where a sentence that names no time goes on from one of its paragraph that opens with the longer period.

    "Lũy kế 6 tháng đầu năm, tiếp nhận 21.500 hồ sơ. Tỷ lệ trực tuyến 43%." – the share is the six months' as well.
    """
    whole = longer_period(statements, report)
    told: list[Statement] = []
    goes_on = False
    for statement in statements:
        words = fold(statement.span.cut(text))
        is_behind = bool(told) and "\n" not in text[told[-1].span.end : statement.span.start]
        opens = _OPENS_LONGER.match(words) is not None and {f.period for f in statement.figures} == {whole}
        goes_on = opens or (goes_on and is_behind and not _TELLS_TIME.search(words))
        told.append(_all_in(statement, report.period, whole) if goes_on and not opens and whole else statement)
    return told


def _all_in(statement: Statement, own: Period | None, whole: Period) -> Statement:
    """The statement with its figures of the report's own time in the longer one."""
    if statement.task is not None:
        return statement
    figures = (replace(f, period=whole, window=None) if f.period == own else f for f in statement.figures)
    return replace(statement, figures=tuple(figures))


def _is_before_quarter(figure: Figure, text: str, own: Period | None) -> bool:
    behind = fold(text[figure.span.end : figure.span.end + _LOOK_BEHIND])
    is_quarter = own is not None and own.kind is PeriodKind.QUARTER
    return is_quarter and figure.period == own and bool(_QUARTER_BEHIND.match(behind))


def _is_cumulated(figure: Figure, own: Period | None) -> bool:
    label = _SINCE_JANUARY.sub("", fold(figure.label))
    says = _CUMULATED.search(f"{fold(figure.label)} {fold(figure.head)}")
    return figure.period == own and figure.is_cumulative and bool(says) and not _NAMES_PERIOD.search(label)
