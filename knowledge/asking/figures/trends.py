"""A figure as it runs over periods: from what to what, with every point."""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from knowledge.answers import Answer, Choice, Point
from knowledge.asking.bodies import body_distance
from knowledge.asking.figures.comparing import RUN_THRESHOLD
from knowledge.asking.figures.counted import are_other_things
from knowledge.asking.figures.difference import (
    NUMBER_SIGNS,
    are_of_two_stages,
    count_dossiers_and_procedures,
    which_way,
)
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.matching import Match, rank_figures
from knowledge.asking.figures.meant import THRESHOLD
from knowledge.asking.figures.narrowing import settled
from knowledge.asking.figures.points_of_runs import LESS, Dated, is_inside, points_of, points_of_one
from knowledge.asking.figures.sides import AS_SHARE
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query, without_places
from knowledge.asking.replies import MOST_CHOICES, Wording, answered, clarify, figure_quote, figure_words
from knowledge.asking.words.counting_words import amount_told
from knowledge.facts import Measure, Period, PeriodKind
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought


def answer_trend(library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording) -> Answer | None:
    """The figure over periods, oldest first; where several provinces tell such a run, a question back."""
    runs = [run for run in _runs(library, query, wanted, today) if len(run) >= _FEWEST_POINTS]
    whole = [run for run in runs if _has_all(run, query, today)]
    if len(whole) > 1:
        return _ask_whose(whole, query, wording)
    whole = whole or [told for told in [_up_to_months(library, query, wanted, today)] if told]
    if not whole:
        return None
    points = whole[0]
    lines = tuple(f"{wording.period(p)}: {figure_words(m.entry, wording)}" for p, m in points)
    direct = _added_up(points, query, wording) or _from_to(points[0], points[-1], wording)
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


def _up_to_months(library: Library, query: Query, wanted: FigureQuery, today: date) -> list[Dated]:
    """From one month to another what was told up to a day of each, as "đến ngày 10/3 có 214 người … đến ngày 30/11 có 1.307 người".

    Nothing of dossiers, which are counted anew in each period, nor where an end is not told or is of another province.
    """
    months = [p for m in query.periods if (p := m.resolve(today)) and p.kind is PeriodKind.MONTH]
    if len(months) != _FEWEST_POINTS or _COUNTED_ANEW & wanted.terms.dimensions.keys():
        return []
    base = replace(wanted, period=None, kind_index=None, measures=_COUNTS)
    ranked = [rank_figures(library, replace(base, until=month), THRESHOLD) for month in months]
    if not all(ranked):
        return []
    first, last = (each[0].entry for each in ranked)
    are_alike = fold(first.figure.unit) == fold(last.figure.unit) and first.report.province == last.report.province
    return [(month, each[0]) for month, each in zip(months, ranked, strict=True)] if are_alike else []


_COUNTED_ANEW = frozenset({"stage", "timeliness", "channel"})


_REPORTS_OF = pattern_of(r".*\bbao cao cua $")


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
    reporters = tuple(body for body in query.bodies if _REPORTS_OF.match(query.folded, 0, body.start))
    ranked = _ranked(library, query, replace(wanted, bodies=() if reporters else wanted.bodies), span)
    if reporters:
        # "Qua các kỳ báo cáo của Văn phòng": whosever figures they are, by the reports of just that body.
        ranked = [m for m in ranked if body_distance(m.entry.report, None, reporters, is_row=False) is not None]
    if not library.filed.has_several_provinces or any(body.organisation.place for body in query.bodies):
        return [points_of_one(ranked, span, query)]
    best: dict[str, float] = {}
    for match in ranked:
        best.setdefault(match.entry.report.province, match.score)
    provinces = [name for name, score in best.items() if name and score >= ranked[0].score - LESS]
    # A report that does not say of which province it is may be of each.
    return [
        points_of_one([m for m in ranked if m.entry.report.province in {"", name}], span, query)
        for name in provinces[:MOST_CHOICES] or [""]
    ]


def _ranked(library: Library, query: Query, wanted: FigureQuery, span: tuple[date, date] | None) -> list[Match]:
    """The figures that may be points of the run, best first."""
    # "Lũy kế quý I, 6 tháng, cả năm": each of them, as its report tells it.
    left_out = {"direction"} | ({"accumulation"} if len(query.periods) > 1 else set())
    dimensions = {d: v for d, v in wanted.terms.dimensions.items() if d not in left_out}
    terms = replace(wanted.terms, dimensions=dimensions)
    base = replace(wanted, terms=terms, period=None, kind_index=None, span=span, measures=_run_measures(query), unit="")
    if span and sum(is_inside(period, span) for period in library.periods) < _FEWEST_POINTS:
        return []  # whatever is told, it is of other times
    ranked = rank_figures(library, base, RUN_THRESHOLD)
    if query.unit == "nguoi":
        # "Số người làm việc": no cases of which people told.
        counted = rank_figures(library, replace(base, unit=query.unit), RUN_THRESHOLD)
        of_unit = [m for m in counted if fold(m.entry.figure.unit).startswith(query.unit)]
        ranked = of_unit if len(points_of(of_unit, span, query)) >= _FEWEST_POINTS else ranked
    is_share = base.measures == {Measure.SHARE}
    if len(points_of(ranked, span, query)) < 2:
        # A table may give a rank as a plain number.
        told_plainly = rank_figures(library, replace(base, measures=_NO_PLACES), RUN_THRESHOLD)
        ranked = [m for m in told_plainly if _may_be_share(m)] if is_share else told_plainly
    if len(points_of(ranked, span, query)) < 2 and "moment" not in dimensions and not is_share:
        # "Giảm từ 138 phòng xuống còn 124 phòng": how many there are at the end of each is a point.
        after = replace(terms, dimensions={**dimensions, "moment": frozenset({"after"})})
        ranked = rank_figures(library, replace(base, terms=after, measures=_COUNTS), RUN_THRESHOLD) or ranked
    if not query.asks("count", "money", "rank", "score") and not base.measures & {Measure.SHARE, Measure.RANK}:
        # "Giải ngân vốn đầu tư công tăng ra sao": what reports tell of it is a share.
        shares = rank_figures(library, replace(base, measures=frozenset({Measure.SHARE})), RUN_THRESHOLD)
        if shares and (not ranked or shares[0].score > ranked[0].score + _TELLS_MORE):
            ranked = shares
    if query.unit.startswith(("thu tuc", "tthc")):
        ranked = [m for m in ranked if not fold(m.entry.figure.unit).endswith("ho so")]
    return _of_one_thing(settled(ranked, base), span, query)


def _may_be_share(match: Match) -> bool:
    """Whether a plain number may be what a rate or an index is told by: points, or what stands under "Tỷ lệ"."""
    figure = match.entry.figure
    return figure.measure in {Measure.SHARE, Measure.SCORE} or AS_SHARE.search(fold(figure.label)) is not None


def _of_one_thing(ranked: list[Match], span: tuple[date, date] | None, query: Query) -> list[Match]:
    """Those that count what the best of them that make a run count: a run of dossiers has no point of procedures."""
    points = points_of(ranked, span, query)
    if not any(_count_other_things(one, other) for (_, one), (_, other) in itertools.pairwise(points)):
        return ranked
    runs = ([m for m in ranked if not _count_other_things(best, m)] for best in ranked[:_MOST_BEST])
    return next((run for run in runs if len(points_of(run, span, query)) >= _FEWEST_POINTS), ranked)


def _count_other_things(one: Match, other: Match) -> bool:
    """Whether they count two things, or two bodies report what they call by two names: "12 thủ tục" and "512 dịch vụ"."""
    if count_dossiers_and_procedures(one.entry, other.entry) or are_of_two_stages(one.entry, other.entry):
        return True
    units = fold(one.entry.figure.unit), fold(other.entry.figure.unit)
    are_of_two = one.entry.report.body.body != other.entry.report.body.body
    return are_other_things(*units) or (are_of_two and all(units) and units[0].split()[0] != units[1].split()[0])


_MOST_BEST = 10
_FEWEST_POINTS = 2


def _from_to(first: Dated, last: Dated, wording: Wording) -> str:
    """Which way the run went, from what to what."""
    rising = last[1].entry.figure.value - first[1].entry.figure.value
    is_rank = first[1].entry.figure.measure is Measure.RANK
    if is_rank:
        rising = -rising  # the first place is the highest
    word = which_way(rising, wording)
    if is_rank and rising:
        word = f"{word} {wording.say('hạng', 'in rank')}"
    begin, end = (f"{wording.amount(amount_told(m.entry))} ({wording.period(at)})" for at, m in (first, last))
    to = "lên" if rising > 0 else "xuống" if rising < 0 else "đến"
    return wording.say(f"{word} từ {begin} {to} {end}", f"{word} from {begin} to {end}")


def _added_up(points: list[Dated], query: Query, wording: Wording) -> str:
    """What came in by the end of each, where all are counted from the same day: no rise, as nine months have more than three."""
    periods = [period for period, _ in points]
    if {p.first for p in periods} != {periods[0].first} or len({p.last for p in periods}) == 1:
        return ""
    is_flow = "#dossier" in query.terms.words or "stage" in query.terms.dimensions
    if not is_flow or any(m.entry.figure.measure is not Measure.COUNT for _, m in points):
        return ""
    told = "; ".join(f"{wording.amount(amount_told(m.entry))} ({wording.period(p)})" for p, m in points)
    return wording.say(f"Cộng dồn từ đầu năm: {told}", f"Added up since January: {told}")


def _drawn(points: list[Dated], wording: Wording) -> tuple[Point, ...]:
    """The points as they are drawn; none where what a quarter counts and what nine months count stand beside each other."""
    if len({p.kind for p, _ in points}) > 1 and all(m.entry.figure.measure is Measure.COUNT for _, m in points):
        return ()
    return tuple(
        Point(wording.period(p), m.entry.figure.value, wording.amount(amount_told(m.entry))) for p, m in points
    )


# So much better must a share fit, where neither is asked for.
_TELLS_MORE = 0.1
_COUNTS = frozenset({Measure.COUNT})
# What is counted or measured, and no place in a ranking.
_NO_PLACES = frozenset({Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.MONEY, Measure.SCORE})


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
    if len(named) > 1 and all(p.kind is PeriodKind.YEAR for p in named) and not _are_alike(query, told):
        return False  # half of one year and the whole of the next tell of no rise
    if _TO_END_OF_YEAR.search(query.folded) and told[-1].last.month != _LAST_MONTH:
        return False
    if len(named) > 1 and not all(p.kind is PeriodKind.YEAR or _is_told(p, told) for p in named):
        return False
    return not _ALL_QUARTERS.search(fold(query.text)) or sum(p.kind is PeriodKind.QUARTER for p in told) >= 4


def _are_alike(query: Query, told: Sequence[Period]) -> bool:
    """Whether what came in is told by whole years, or by the same parts of each; how many there are may be told at any time."""
    comes_in = "#dossier" in query.terms.words or not query.terms.dimensions.keys().isdisjoint(("stage", "timeliness"))
    if not comes_in or all(period.kind is not PeriodKind.YEAR for period in told):
        return True
    return len({(period.kind, period.first.month) for period in told}) == 1


# "Từ quý I tới cuối năm": a run that ends before is another.
_TO_END_OF_YEAR, _LAST_MONTH = Sought(r"\b(?:den|toi) (?:het|cuoi)(?: het)? nam\b"), 12


def _is_told(named: Period, told: Sequence[Period]) -> bool:
    """Whether a named period has its point; a month also has that of what ends with it."""
    return named in told or (named.kind is PeriodKind.MONTH and any(period.last == named.last for period in told))


# "Từ năm 2021 đến …", "2021 - 2023": the first that is named is where the run begins.
_FROM_ONE_ON = Sought(r"\btu (?:bao cao )?(?:nam|quy|thang|\d|cuoi|dau|giua)|\bfrom\b")


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
    if query.asks("rank") or "#ranking" in query.terms.words or "bac" in without_places(query).split():
        return frozenset({Measure.RANK})
    if query.asks("percent") or AS_SHARE.search(query.folded):
        return frozenset({Measure.SHARE})
    return frozenset({Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE})


def _span(query: Query, today: date) -> tuple[date, date] | None:
    resolved = [p for m in query.periods if (p := m.resolve(today))]
    if not resolved:
        return None
    return min(p.first for p in resolved), max(p.last for p in resolved)
