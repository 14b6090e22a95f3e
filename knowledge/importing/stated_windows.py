"""The days that a report's figures cover where it tells of several periods, each with days of its own."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from knowledge.facts import Figure, Period, ReportFacts, Statement, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.windows import find_windows
from knowledge.importing.setting import resolve_periods

# "Số liệu quý II tính từ 15/3/2023 …", "6 tháng đầu năm 2021 (số liệu từ ngày 15/12/2020 …)": what binds days to a period.
_BINDS = re.compile(r"[\s(:,]*(?:(?:so lieu|thoi gian|duoc|tinh|lay|tong hop|thong ke|ke)[\s:]*)*")
# A year's report is written before the year is over, and its figures may end in October.
_MOST_OFF = 0.25
_LEAST_OFF_DAYS = 31


def with_stated_windows(text: str, statements: Sequence[Statement], report: ReportFacts) -> list[Statement]:
    """The statements with the days that the report gives for each period, where it gives days for the figures at large.

    A figure of six months does not cover the days that were given for the quarter.
    """
    stated = _stated(text, statements, report)
    if report.window is None:
        return [_with_windows_above(statement, stated) for statement in statements]
    return [_with_windows(statement, stated, report.window, report.period) for statement in statements]


def with_shared_windows(statements: Sequence[Statement]) -> list[Statement]:
    """The statements, where the days that are stated for one figure hold for the others of dossiers, of the same body and period."""
    windows: dict[tuple[str | None, Period], Window] = {}
    for figure in (figure for statement in statements for figure in statement.figures):
        # "Riêng từ ngày … đến ngày …" is told apart from the others.
        if figure.window and figure.period and not fold(figure.label).startswith("rieng"):
            windows.setdefault((figure.organisation, figure.period), figure.window)
    return [
        replace(statement, figures=tuple(_with_shared_window(figure, windows) for figure in statement.figures))
        for statement in statements
    ]


def _with_shared_window(figure: Figure, windows: Mapping[tuple[str | None, Period], Window]) -> Figure:
    if figure.window is not None or figure.period is None or not is_of_dossiers(figure):
        return figure
    return replace(figure, window=windows.get((figure.organisation, figure.period)))


def is_of_dossiers(figure: Figure) -> bool:
    """Whether what the figure counts is dossiers, by its own words."""
    return "ho so" in fold(f"{figure.label} {figure.head} {figure.unit}")


def _stated(text: str, statements: Sequence[Statement], report: ReportFacts) -> dict[Period, Window]:
    """The days that stand right behind a period; none of a period that has two kinds of them."""
    found: dict[Period, set[Window]] = {}
    for statement in statements:
        words = statement.span.cut(text)
        if statement.task is not None or "|" in words:
            continue
        folded = fold(words)
        windows = list(find_windows(folded))
        if not windows:
            continue
        for mention, period in resolve_periods(folded, report.signed_on or date(1, 1, 1), report.period):
            for start, _, window in windows:
                if mention.end <= start and _BINDS.fullmatch(folded, mention.end, start):
                    found.setdefault(period, set()).add(window)
    return {period: next(iter(windows)) for period, windows in found.items() if len(windows) == 1}


def _with_windows_above(statement: Statement, stated: Mapping[Period, Window]) -> Statement:
    """With the days that stand over a list or table for several periods, each figure with those of its own."""
    return replace(statement, figures=tuple(_with_window_above(figure, stated) for figure in statement.figures))


def _with_window_above(figure: Figure, stated: Mapping[Period, Window]) -> Figure:
    window = stated.get(figure.period) if figure.period and figure.window is None else None
    return replace(figure, window=window) if window and _names_days(figure.head) else figure


def _names_days(head: str) -> bool:
    return any(True for _ in find_windows(fold(head)))


def _with_windows(
    statement: Statement, stated: Mapping[Period, Window], at_large: Window, of_report: Period | None
) -> Statement:
    figures = tuple(_with_own_window(f, stated, at_large, of_report) for f in statement.figures)
    return replace(statement, figures=figures)


def _with_own_window(
    figure: Figure, stated: Mapping[Period, Window], at_large: Window, of_report: Period | None
) -> Figure:
    of_another = figure.window != at_large and figure.window in stated.values()
    is_stated = (figure.window is None or of_another) and figure.period in stated
    is_open = figure.window == at_large or (figure.window is None and figure.is_cumulative)
    if not (is_open or is_stated) or figure.period is None:
        return figure
    if figure.period in stated:
        return replace(figure, window=stated[figure.period])
    if figure.window is None:
        return figure
    is_of_another = at_large in stated.values()
    is_own = figure.period == of_report or _may_cover(at_large, figure.period)
    return figure if is_own and not is_of_another else replace(figure, window=None)


def _may_cover(window: Window, period: Period) -> bool:
    """Whether the days may be those of the period: nearly as many, and ending about when it ends."""
    days = (period.last - period.first).days
    most = max(_LEAST_OFF_DAYS, days * _MOST_OFF)
    return abs((window.last - window.first).days - days) <= most and abs((window.last - period.last).days) <= most
