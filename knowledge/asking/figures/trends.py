"""A figure as it runs over periods: from what to what, with every point."""

from collections import Counter
from dataclasses import replace
from datetime import date
from itertools import pairwise

from knowledge.answers import Answer, Choice, Point
from knowledge.asking.figures.agreeing import is_said_whole
from knowledge.asking.figures.comparing import RUN_THRESHOLD
from knowledge.asking.figures.difference import NUMBER_SIGNS, are_of_one, family, which_way
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.matching import Match, rank_figures
from knowledge.asking.figures.sides import AS_SHARE
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import MOST_CHOICES, Wording, answered, clarify, figure_quote, figure_words
from knowledge.facts import Measure, Period, PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import next_period

# A point of a run: its period and what is told of it.
Dated = tuple[Period, Match]


def answer_trend(library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording) -> Answer | None:
    """The figure over periods, oldest first; where several provinces tell such a run, a question back."""
    runs = [run for run in _runs(library, query, wanted, today) if len(run) >= _FEWEST_POINTS]
    whole = [run for run in runs if _has_all(run, query, today)]
    if len(whole) > 1:
        return _ask_whose(whole, query, wording)
    if not whole:
        return None
    points = whole[0]
    lines = tuple(f"{wording.period(p)}: {figure_words(m.entry, wording)}" for p, m in points)
    direct = _from_to(points[0], points[-1], wording)
    entry = points[-1][1].entry
    answer = answered(
        direct[:1].upper() + direct[1:] + _missing(points, query, today, wording),
        tuple(figure_quote(m.entry) for _, m in points),
        lines=lines,
        context=entry.figure.organisation or entry.report.facts.organisation or "",
        topic=indicator_topic(entry),
    )
    counted = (figure_words(m.entry, wording).lstrip(NUMBER_SIGNS) for _, m in points)
    return replace(answer, points=_drawn(points, wording), subject=max(counted, key=len))


def _ask_whose(runs: list[list[Dated]], query: Query, wording: Wording) -> Answer:
    """Which province is meant: each as a button that asks for its run."""
    named = [_WHOLE_PROVINCE.sub("", run[0][1].entry.report.facts.organisation or "") for run in runs]
    choices = tuple(Choice(name, f"{query.text.rstrip('?. ')} {name}") for name in named if name)
    return clarify(wording.say("Có nhiều nơi, bạn hỏi nơi nào?", "Several bodies fit. Which one?"), choices)


# "Văn phòng UBND tỉnh Sơn Nam": of the office the province is left.
_WHOLE_PROVINCE = pattern_of(r"^.+ (?=(?:tỉnh|thành phố) [^ ])")


def _runs(library: Library, query: Query, wanted: FigureQuery, today: date) -> list[list[Dated]]:
    """The points of the run that is asked for, as they are found; those of each province where several may be meant."""
    span = _span(query, today)
    ranked = _ranked(library, query, wanted, span)
    if not library.filed.has_several_provinces or any(body.organisation.place for body in query.bodies):
        return [_of_one(ranked, span, query)]
    best: dict[str, float] = {}
    for match in ranked:
        best.setdefault(match.entry.report.province, match.score)
    provinces = [name for name, score in best.items() if name and score >= ranked[0].score - _LESS]
    # A report that does not say of which province it is may be of each.
    return [
        _of_one([m for m in ranked if m.entry.report.province in {"", name}], span, query)
        for name in provinces[:MOST_CHOICES] or [""]
    ]


def _ranked(library: Library, query: Query, wanted: FigureQuery, span: tuple[date, date] | None) -> list[Match]:
    """The figures that may be points of the run, best first."""
    # "Lũy kế quý I, 6 tháng, cả năm": each of them, as its report tells it.
    left_out = {"direction"} | ({"accumulation"} if len(query.periods) > 1 else set())
    dimensions = {d: v for d, v in wanted.terms.dimensions.items() if d not in left_out}
    terms = replace(wanted.terms, dimensions=dimensions)
    base = replace(wanted, terms=terms, period=None, kind_index=None, span=span, measures=_run_measures(query), unit="")
    if span and sum(_is_inside(period, span) for period in library.periods) < _FEWEST_POINTS:
        return []  # whatever is told, it is of other times
    ranked = rank_figures(library, base, RUN_THRESHOLD)
    if len(_points(ranked, span, query)) < 2:
        # A table may give a rank as a plain number.
        ranked = rank_figures(library, replace(base, measures=_NO_PLACES), RUN_THRESHOLD)
    if len(_points(ranked, span, query)) < 2 and "moment" not in dimensions:
        # "Giảm từ 138 phòng xuống còn 124 phòng": how many there are at the end of each is a point.
        after = replace(terms, dimensions={**dimensions, "moment": frozenset({"after"})})
        ranked = rank_figures(library, replace(base, terms=after, measures=_COUNTS), RUN_THRESHOLD) or ranked
    if not query.asks("count", "money", "rank", "score") and not base.measures & {Measure.SHARE, Measure.RANK}:
        # "Giải ngân vốn đầu tư công tăng ra sao": what reports tell of it is a share.
        shares = rank_figures(library, replace(base, measures=frozenset({Measure.SHARE})), RUN_THRESHOLD)
        if shares and (not ranked or shares[0].score > ranked[0].score + _TELLS_MORE):
            ranked = shares
    return ranked


_FEWEST_POINTS = 2


def _is_inside(period: Period, span: tuple[date, date]) -> bool:
    return span[0] <= period.first and period.last <= span[1]


def _from_to(first: Dated, last: Dated, wording: Wording) -> str:
    """Which way the run went, from what to what."""
    rising = last[1].entry.figure.value - first[1].entry.figure.value
    is_rank = first[1].entry.figure.measure is Measure.RANK
    if is_rank:
        rising = -rising  # the first place is the highest
    word = which_way(rising, wording)
    if is_rank and rising:
        word = f"{word} {wording.say('hạng', 'in rank')}"
    begin, end = (f"{wording.amount(m.entry.figure.written)} ({wording.period(at)})" for at, m in (first, last))
    to = "lên" if rising > 0 else "xuống" if rising < 0 else "đến"
    return wording.say(f"{word} từ {begin} {to} {end}", f"{word} from {begin} to {end}")


def _drawn(points: list[Dated], wording: Wording) -> tuple[Point, ...]:
    """The points as they are drawn; none where what a quarter counts and what nine months count stand beside each other."""
    if len({p.kind for p, _ in points}) > 1 and all(m.entry.figure.measure is Measure.COUNT for _, m in points):
        return ()
    return tuple(
        Point(wording.period(p), m.entry.figure.value, wording.amount(m.entry.figure.written)) for p, m in points
    )


# So much better must a share fit, where neither is asked for.
_TELLS_MORE = 0.1
_COUNTS = frozenset({Measure.COUNT})
# What is counted or measured, and no place in a ranking.
_NO_PLACES = frozenset({Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.MONEY, Measure.SCORE})


def _of_one(ranked: list[Match], span: tuple[date, date] | None, query: Query) -> list[Dated]:
    """The points of the body that most are of, each the best of that body's."""
    points = _more_of_one_table(_points(ranked, span, query), ranked, span)
    groups = [[p for p in points if are_of_one(p[1].entry, one[1].entry)] for one in points]
    most = max(groups, key=len, default=[])
    if len(most) == len(points):
        return points
    return _points([m for m in ranked if are_of_one(m.entry, most[0][1].entry)], span, query)


def _more_of_one_table(points: list[Dated], ranked: list[Match], span: tuple[date, date] | None) -> list[Dated]:
    """The points that stand in one column of one table, where these quarters are among them and there are more of them."""
    told = {period: match.entry.figure.value for period, match in points}
    if not told or any(p.kind is not PeriodKind.QUARTER for p in told):
        return points
    columns: dict[tuple[int, str, str], dict[Period, Match]] = {}
    for match in ranked:
        figure, period = match.entry.figure, match.entry.figure.period
        is_inside = period and (not span or _is_inside(period, span))
        if period and is_inside and period.kind is PeriodKind.QUARTER and match.entry.statement.is_row:
            columns.setdefault((match.entry.report.id, figure.head, figure.label), {}).setdefault(period, match)
    for column in columns.values():
        if len(column) > len(told) and all(p in column and column[p].entry.figure.value == v for p, v in told.items()):
            return sorted(column.items(), key=lambda p: p[0].first)
    return points


# "Qua 4 quý": a run of three is not what was asked for.
_ALL_QUARTERS = Sought(r"\b(?:4|bon|ca 4|ca bon) quy\b")


def _has_all(points: list[Dated], query: Query, today: date) -> bool:
    """Whether each quarter, half or month that the question names has its point: an end left out would tell another run.

    Of years those that there are make the run; which are missing is said beside it.
    """
    named = [p for m in query.periods if (p := m.resolve(today))]
    told = [period for period, _ in points]
    if len(named) > 1 and not any(_is_within(t, named[0]) for t in told) and _FROM_ONE_ON.search(query.folded):
        return False  # "từ năm 2021 đến quý II/2022": without its beginning it is another run
    if len(named) > 1 and all(p.kind is PeriodKind.YEAR for p in named) and len({p.first.year for p in told}) == 1:
        return False  # the quarters of one year are no run over years
    if len(named) > 1 and not all(p.kind is PeriodKind.YEAR or p in told for p in named):
        return False
    return not _ALL_QUARTERS.search(fold(query.text)) or sum(p.kind is PeriodKind.QUARTER for p in told) >= 4


# "Từ năm 2021 đến …", "2021 - 2023": the first that is named is where the run begins.
_FROM_ONE_ON = Sought(r"\btu (?:nam|quy|thang|\d|cuoi|dau|giua)|\bfrom\b")


def _is_within(inner: Period, outer: Period) -> bool:
    return outer.first <= inner.first and inner.last <= outer.last


def _missing(points: list[Dated], query: Query, today: date, wording: Wording) -> str:
    """The named years of which nothing is told, to be said behind the run."""
    named = dict.fromkeys(p for m in query.periods if (p := m.resolve(today)) and p.kind is PeriodKind.YEAR)
    told = [period for period, _ in points]
    without = [p for p in named if not any(_is_within(t, p) for t in told)]
    if not without:
        return ""
    years = ", ".join(wording.period(p) for p in without)
    return wording.say(f"; {years}: chưa có số liệu này", f"; {years}: no such figure")


def _run_measures(query: Query) -> frozenset[Measure]:
    if query.asks("rank") or "#ranking" in query.terms.words or "bac" in query.folded.split():
        return frozenset({Measure.RANK})
    if query.asks("percent") or AS_SHARE.search(query.folded):
        return frozenset({Measure.SHARE})
    return frozenset({Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE})


def _span(query: Query, today: date) -> tuple[date, date] | None:
    resolved = [p for m in query.periods if (p := m.resolve(today))]
    if not resolved:
        return None
    return min(p.first for p in resolved), max(p.last for p in resolved)


_EACH_QUARTER = Sought(r"\b(?:cac|tung|moi|theo) quy\b")


def _points(ranked: list[Match], span: tuple[date, date] | None, query: Query) -> list[Dated]:
    """One match a period within the span; only quarters where quarters were asked for or are there."""
    best = _best_of_each(_whole_first(ranked) if "whole" in query.terms.dimensions.get("scope", ()) else ranked, span)
    if len(query.periods) > 1 and all(m.kind is PeriodKind.YEAR for m in query.periods):
        # From one year to another: what a year's report tells of a quarter is no point of it, where two years are there.
        years = {p: m for p, m in best.items() if p.kind is PeriodKind.YEAR}
        best = years if len(years) > 1 else best
    chosen = _chosen(best, query)
    return sorted(chosen.items(), key=lambda p: (p[0].last, p[0].first))


def _whole_first(ranked: list[Match]) -> list[Match]:
    """ "Toàn tỉnh có 1.842 thủ tục" before the "công bố 617 thủ tục" that fits a little better and is of the whole of nothing."""
    return sorted(ranked, key=lambda m: -round(m.score - (0.0 if is_said_whole(m.entry) else _LESS_WHOLE), 3))


_LESS_WHOLE = 0.1


def _best_of_each(ranked: list[Match], span: tuple[date, date] | None) -> dict[Period, Match]:
    """The best match of each period within the span, of those that are alike and fit about as well as the best of all."""
    best: dict[Period, Match] = {}
    of_whole = Counter(m.entry.figure.whole for m in ranked if m.entry.figure.measure is Measure.RATIO)
    # "48 nhiệm vụ" is what "11/48", "35/48" are of, and no point of their run; one "22/43" makes no run.
    wholes = {whole for whole, times in of_whole.items() if times > 1 or ranked[0].entry.figure.whole == whole}
    parts = [m for m in ranked if not (m.entry.figure.measure is Measure.COUNT and m.entry.figure.value in wholes)]
    # "74/96 xã" in one year and "96" in the next: all of them is a point as well, where the parts alone are no run.
    ranked = parts if len({m.entry.figure.period for m in parts}) > 1 else ranked
    for match in ranked:
        top, period = ranked[0], match.entry.figure.period
        if family(match.entry.figure.measure) is not family(top.entry.figure.measure):
            continue
        if period is None or match.score < max(RUN_THRESHOLD, top.score - _LESS) or match.distance > top.distance + 1:
            continue
        if not span or _is_inside(period, span):
            best.setdefault(period, match)
    return best


# As much less than the best a point of the same run may fit: its report words it its own way.
_LESS = 0.25


def _chosen(best: dict[Period, Match], query: Query) -> dict[Period, Match]:
    """Those that make one run: quarters alone, or whatever is told, with the ends that the question names."""
    quarters = {p: m for p, m in best.items() if p.kind is PeriodKind.QUARTER}
    if _EACH_QUARTER.search(query.folded):
        # "Hết quý I 11/58 nhiệm vụ, 9 tháng 43/58": so many of the same are done at the end of a quarter, by whatever name it goes.
        told = {p.last for p in quarters}
        return {p: m for p, m in best.items() if p in quarters or (p.last not in told and _is_of_whole(m, best))}
    names_quarters = any(m.kind is PeriodKind.QUARTER for m in query.periods) or "quy" in query.folded.split()
    is_flow = "posts" not in query.terms.dimensions and not _is_stock(best)
    adds_up = is_flow and all(m.entry.figure.measure is Measure.COUNT for m in best.values())
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
