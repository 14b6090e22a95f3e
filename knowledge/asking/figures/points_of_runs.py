"""Which figures are the points of one run: the best of each period, of one body, in one column, with the ends that are named."""

from collections import Counter
from datetime import date
from itertools import pairwise

from knowledge.asking.figures.agreeing import is_said_whole
from knowledge.asking.figures.comparing import RUN_THRESHOLD
from knowledge.asking.figures.difference import are_of_one, family
from knowledge.asking.figures.matching import Match
from knowledge.asking.reading.question import Query
from knowledge.facts import Measure, Period, PeriodKind
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import next_period

# A point of a run: its period and what is told of it.
Dated = tuple[Period, Match]


def is_inside(period: Period, span: tuple[date, date]) -> bool:
    """Whether the period lies within these days."""
    return span[0] <= period.first and period.last <= span[1]


def points_of_one(ranked: list[Match], span: tuple[date, date] | None, query: Query) -> list[Dated]:
    """The points of the body that most are of, each the best of that body's."""
    points = _more_of_one_table(points_of(ranked, span, query), ranked, span)
    groups = [[p for p in points if are_of_one(p[1].entry, one[1].entry)] for one in points]
    most = max(groups, key=len, default=[])
    if len(most) == len(points):
        return points
    return points_of([m for m in ranked if are_of_one(m.entry, most[0][1].entry)], span, query)


def _more_of_one_table(points: list[Dated], ranked: list[Match], span: tuple[date, date] | None) -> list[Dated]:
    """The points that stand in one column of one table, where these quarters are among them and there are more of them."""
    told = {period: match.entry.figure.value for period, match in points}
    if not told or any(p.kind is not PeriodKind.QUARTER for p in told):
        return points
    columns: dict[tuple[int, str, str], dict[Period, Match]] = {}
    for match in ranked:
        figure, period = match.entry.figure, match.entry.figure.period
        if not period or (span and not is_inside(period, span)):
            continue
        if period.kind is PeriodKind.QUARTER and match.entry.statement.is_row:
            columns.setdefault((match.entry.report.id, figure.head, figure.label), {}).setdefault(period, match)
    for column in columns.values():
        if len(column) > len(told) and all(p in column and column[p].entry.figure.value == v for p, v in told.items()):
            return sorted(column.items(), key=lambda p: p[0].first)
    return points


_EACH_QUARTER = Sought(r"\b(?:cac|tung|moi|theo) quy\b")


_EACH_MONTH = Sought(r"\b(?:cac|tung|moi|theo) thang\b(?! (?:dau|cuoi)\b)")


def points_of(ranked: list[Match], span: tuple[date, date] | None, query: Query) -> list[Dated]:
    """One match a period within the span; only quarters where quarters were asked for or are there."""
    best = _best_of_each(_whole_first(ranked) if _asks_whole(query) else ranked, span)
    if len(query.periods) > 1 and all(m.kind is PeriodKind.YEAR for m in query.periods):
        # From one year to another: what a year's report tells of a quarter is no point of it, where two years are there.
        years = {p: m for p, m in best.items() if p.kind is PeriodKind.YEAR}
        best = years if len(years) > 1 else best
    chosen = _chosen(best, query)
    return sorted(chosen.items(), key=lambda p: (p[0].last, p[0].first))


def _asks_whole(query: Query) -> bool:
    return "whole" in query.terms.dimensions.get("scope", ()) or "tong so" in query.folded


def _whole_first(ranked: list[Match]) -> list[Match]:
    """ "Toàn tỉnh có 1.842 thủ tục" before the "công bố 617 thủ tục" that fits a little better and is of the whole of nothing."""
    return sorted(ranked, key=lambda m: -round(m.score - (0.0 if is_said_whole(m.entry) else _LESS_WHOLE), 3))


_LESS_WHOLE = 0.1


def _best_of_each(ranked: list[Match], span: tuple[date, date] | None) -> dict[Period, Match]:
    """The best match of each period within the span, of those that are alike and fit about as well as the best of all."""
    best: dict[Period, Match] = {}
    ratios = {(m.entry.figure.whole, m.entry.figure.period) for m in ranked if m.entry.figure.measure is Measure.RATIO}
    of_whole = Counter(whole for whole, _ in ratios)
    # "48 nhiệm vụ" is what "11/48", "35/48" are of, and no point of their run; the "22/43", "9/43" of one time make no run.
    wholes = {whole for whole, times in of_whole.items() if times > 1 or ranked[0].entry.figure.whole == whole}
    parts = [m for m in ranked if not (m.entry.figure.measure is Measure.COUNT and m.entry.figure.value in wholes)]
    # "74/96 xã" in one year and "96" in the next: all of them is a point as well, where the parts alone are no run.
    ranked = parts if len({m.entry.figure.period for m in parts}) > 1 else ranked
    for match in ranked:
        top, period = ranked[0], match.entry.figure.period
        if family(match.entry.figure.measure) is not family(top.entry.figure.measure):
            continue
        # "07/46", "19/46", "34/46" nhiệm vụ: so many of the same are points of one run, however each report words it.
        is_of_same = match.entry.figure.whole is not None and match.entry.figure.whole == top.entry.figure.whole
        least = RUN_THRESHOLD if is_of_same else max(RUN_THRESHOLD, top.score - LESS)
        if period is None or match.score < least or match.distance > top.distance + 1:
            continue
        if not span or is_inside(period, span):
            best.setdefault(period, match)
    return best


# As much less than the best a point of the same run may fit: its report words it its own way.
LESS = 0.25


def _chosen(best: dict[Period, Match], query: Query) -> dict[Period, Match]:
    """Those that make one run: quarters alone, or whatever is told, with the ends that the question names."""
    quarters = {p: m for p, m in best.items() if p.kind is PeriodKind.QUARTER}
    if _EACH_QUARTER.search(query.folded):
        # "Hết quý I 11/58 nhiệm vụ, 9 tháng 43/58": so many of the same are done at the end of a quarter, by whatever name it goes.
        told = {p.last for p in quarters}
        return {p: m for p, m in best.items() if p in quarters or (p.last not in told and _is_of_whole(m, best))}
    months = {p: m for p, m in best.items() if p.kind is PeriodKind.MONTH}
    if len(months) > 1 and _EACH_MONTH.search(query.folded):
        return months
    names_quarters = any(m.kind is PeriodKind.QUARTER for m in query.periods) or "quy" in query.folded.split()
    is_flow = "posts" not in query.terms.dimensions and not _is_stock(best)
    adds_up = is_flow and all(m.entry.figure.measure is Measure.COUNT for m in best.values())
    if adds_up and len(months) > 1 and len(months) < len(best):
        # What a month counts and what a quarter counts are no points of one run.
        return months if len(months) > len(quarters) else {p: m for p, m in best.items() if p not in months}
    is_of_quarters = len(quarters) >= 2 and ((names_quarters and len(quarters) > 2) or adds_up)
    ends = {m.in_year(m.year) for m in query.periods if m.year is not None}
    # "Từ quý I đến cuối năm": its end is the year's, where no quarter reaches so far.
    has_end_beyond = any(p in best and p not in quarters and not _is_covered(p, quarters) for p in ends)
    if is_of_quarters and (OVER_REPORTS.search(query.folded) or _has_gap(quarters) or has_end_beyond):
        # What stands between quarters that are no run is told as well, each by its own time.
        chosen = {p: m for p, m in best.items() if p in quarters or not _is_covered(p, quarters)}
    else:
        chosen = quarters if is_of_quarters else best
    if not adds_up:
        # "Từ năm 2018 đến quý I/2020": of a share or of what there is at a time each end is a point, a year's as well.
        chosen = {**chosen, **{period: match for period, match in best.items() if period in ends}}
    return chosen


def _is_of_whole(match: Match, told: dict[Period, Match]) -> bool:
    """Whether it is a part of a whole of which all that is told is a part."""
    wholes = {m.entry.figure.whole for m in told.values()}
    return match.entry.figure.measure is Measure.RATIO and len(wholes) == 1


# "Qua các kỳ báo cáo", "qua ba báo cáo": whatever time each is of.
OVER_REPORTS = Sought(
    r"\b(?:qua|trong|theo) (?:cac |tung |moi |hai |ba |bon |\d )?(?:ky bao cao|bao cao|ky|dot|lan)\b(?! (?:so|nay|quy|nam|do)\b)"
)


def _is_covered(period: Period, quarters: dict[Period, Match]) -> bool:
    """Whether it is made of quarters that are told themselves."""
    inside = [q for q in quarters if period.first <= q.first and q.last <= period.last]
    return len(inside) * 3 == (period.last.year - period.first.year) * 12 + period.last.month - period.first.month + 1


def _has_gap(quarters: dict[Period, Match]) -> bool:
    ordered = sorted(quarters, key=lambda p: p.first)
    return any(next_period(one) != other for one, other in pairwise(ordered))


def _is_stock(told: dict[Period, Match]) -> bool:
    """Whether what is told is how many there are at a time: then a year has fewer than its quarters together."""
    return any(
        whole.entry.figure.value
        < sum(
            m.entry.figure.value
            for p, m in told.items()
            if p.kind is PeriodKind.QUARTER and year.first <= p.first and p.last <= year.last
        )
        for year, whole in told.items()
        if year.kind is PeriodKind.YEAR
    )
