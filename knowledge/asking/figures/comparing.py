"""Answers that put two figures side by side: their difference."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import TypeVar

from knowledge.answers import Answer
from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.figures import meant
from knowledge.asking.figures.difference import are_of_one, tell_difference
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.matching import ends_told, rank_figures
from knowledge.asking.figures.meant import find
from knowledge.asking.figures.sides import (
    AMOUNTS,
    IN_PERCENT,
    body_and_whole,
    compared_measures,
    compared_periods,
    held_against,
    only_says_where,
    two_alternatives,
    two_bodies,
)
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording, answered, figure_quote
from knowledge.facts import Measure, Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.year_parts import previous_period

T = TypeVar("T")

# A figure of a run may fit a little less well than one asked for alone: its report words it its own way.
RUN_THRESHOLD = 0.55


def answer_comparison(
    library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording
) -> Answer | None:
    """The difference between two periods or two bodies, with both values."""
    bodies = tuple(body for body in query.bodies if not only_says_where(query, body))
    query, wanted = (
        replace(query, bodies=bodies),
        replace(wanted, bodies=tuple(b for b in wanted.bodies if b in bodies), is_at_desk=False),
    )
    terms = replace(wanted.terms, dimensions={d: v for d, v in wanted.terms.dimensions.items() if d != "direction"})
    measures, said = compared_measures(query), terms
    if measures == {Measure.RANK}:
        # "Lên mấy bậc": of places in a ranking, which is how far and not what.
        terms = replace(terms, words=terms.words - {"bac"})
    base = replace(wanted, terms=terms, measures=measures, unit="")
    if (pair := two_alternatives(library, query, base)) is not None:
        return _between(library, pair, wording, by_label=True)
    if (pair := two_bodies(query, base, today) or body_and_whole(query, base)) is not None:
        return _between(library, pair, wording)
    if base.period is None and query.periods and all(m.is_open for m in query.periods):
        return _of_newest_year(library, query, base, wording)
    if (since := held_against(query, today)) is not None:
        return _compared_since(library, query, base, said, since, wording)
    later, earlier = compared_periods(query, base, today)
    if later is None or earlier is None:
        return None
    first = value_of(library, base.with_period(later))
    second = _held_against(library, base.with_period(earlier), first) if first is not None else None
    if first is None and measures == AMOUNTS and not query.asks("money"):
        # "Tinh giản biên chế quý II so với quý I": how many, and not what it cost.
        counted = replace(base, measures=AMOUNTS - {Measure.MONEY})
        first, second = value_of(library, counted.with_period(later)), value_of(library, counted.with_period(earlier))
    if first is None and not _asks_amount(query) and value_of(library, base.with_period(earlier)) is None:
        # "SIPAS 2022 so với 2021", "thanh toán trực tuyến quý II so với quý I": what reports tell of it are shares.
        shares = replace(base, measures=frozenset({Measure.SHARE}))
        first, second = value_of(library, shares.with_period(later)), value_of(library, shares.with_period(earlier))
    if first is None or second is None:
        in_percent = bool(IN_PERCENT.search(query.folded))
        return _stated(library, replace(base, terms=said), later, earlier, wording, in_percent=in_percent)
    if not are_of_one(first, second):
        # A district's quarter beside a province's year before is no change of either.
        return None
    return tell_difference(first, second, wording)


def _asks_amount(query: Query) -> bool:
    """Whether it is dossiers, money or how many that are compared."""
    return query.asks("count", "money", "rank", "score") or bool(query.terms.words & {"#dossier", "#money"})


def _between(
    library: Library, pair: tuple[FigureQuery, FigureQuery], wording: Wording, *, by_label: bool = False
) -> Answer | None:
    """The difference between the figures of two bodies, levels or fields."""
    first = value_of(library, pair[0])
    second = value_of(library, pair[1]) if first is not None else None
    return tell_difference(first, second, wording, by_body=True, by_label=by_label)


def _of_newest_year(library: Library, query: Query, base: FigureQuery, wording: Wording) -> Answer | None:
    """ "Quý 3 so với quý 2" without a year: of the newest year that has both; the answer names it."""
    ends = {period.last for period in library.periods if period is not None}
    told = ends_told(library, base, meant.THRESHOLD)
    ends = ends if told is None else ends & told
    looked_at = 0
    for year in library.filed.years:
        periods = sorted((m.in_year(year) for m in query.periods[:2]), key=lambda p: p.last)
        earlier, later = periods if len(periods) == 2 else (previous_period(periods[0]), periods[0])
        if earlier is None or earlier == later:
            return None
        if not {earlier.last, later.last} <= ends:
            continue  # no figure is told of it
        looked_at += 1
        if looked_at > _MOST_YEARS:
            return None
        one = value_of(library, base.with_period(later))
        other = value_of(library, base.with_period(earlier)) if one is not None else None
        if one is not None and other is not None and are_of_one(one, other):
            return tell_difference(one, other, wording)
    return None


# Where as many of the newest years tell several such figures each, none of them is meant.
_MOST_YEARS = 5


# No more periods of a kind are gone through than the years of one store.
_MOST_LATER = 40


def _compared_since(
    library: Library, query: Query, base: FigureQuery, said: Terms, since: Period, wording: Wording
) -> Answer | None:
    """The one later period of that kind that has the figure against the one that is named; None where several have it."""
    later = sorted((p for p in library.periods if p.kind is since.kind and p.last > since.last), key=lambda p: p.last)
    told_of = _told_among(library, base, meant.THRESHOLD, later[:_MOST_LATER])
    values = _found(value_of(library, base.with_period(p)) for p in told_of)
    if (first := value_of(library, base.with_period(since))) is not None:
        found = list(islice(values, _SEVERAL))
        if len(found) == 1 and are_of_one(found[0], first):
            return tell_difference(found[0], first, wording)
        values = iter(found)
    in_percent = bool(IN_PERCENT.search(query.folded))
    afterwards = [p for p in library.periods if p.last > since.last and p.first.year <= since.last.year + _TOLD_WITHIN]
    changed = replace(base, terms=said, measures=frozenset({Measure.CHANGE}))
    stated = _found(
        _stated(library, replace(base, terms=said), period, since, wording, in_percent=in_percent)
        for period in _told_among(library, changed, RUN_THRESHOLD, afterwards[:_MOST_LATER])
    )
    told = list(islice(stated, _SEVERAL))
    return told[0] if len(told) == 1 and len(list(islice(values, _SEVERAL))) < _SEVERAL else None


def _told_among(library: Library, wanted: FigureQuery, least: float, periods: Iterable[Period]) -> Iterator[Period]:
    """Those of the periods of which such a figure may be told: most are told of none, and one look tells which."""
    ends = ends_told(library, wanted, least)
    yield from (period for period in periods if ends is None or period.last in ends)


# An index of 2022, held against that of 2021, is told in 2023.
_TOLD_WITHIN = 2
# Whether it is one or several is known from so many.
_SEVERAL = 2


def _found(looked_for: Iterable[T | None]) -> Iterator[T]:
    """Those that there are, each looked for when it is wanted."""
    return (one for one in looked_for if one is not None)


def value_of(library: Library, wanted: FigureQuery) -> FigureEntry | None:
    """The one figure that fits; None where none or several of different values do."""
    found = find(library, wanted)
    if found is None:
        return None
    values = {m.entry.figure.value for m in found.matches if m.score >= found.matches[0].score - 0.03}
    return found.best if len(values) == 1 else None


def _held_against(library: Library, wanted: FigureQuery, later: FigureEntry) -> FigureEntry | None:
    """The figure that the later's own sentence tells beside it ("đạt 96,19% (năm 2020: 95,10%)"), else the one that fits."""
    told = later.statement.statement.figures
    before = {f.value for f in told if f.period == wanted.period and f.measure is later.figure.measure}
    ranked = (match.entry for match in rank_figures(library, wanted, meant.THRESHOLD))
    beside = [entry for entry in ranked if entry.figure.value in before]
    return beside[0] if len({entry.figure.value for entry in beside}) == 1 else value_of(library, wanted)


def _stated(
    library: Library, base: FigureQuery, later: Period, earlier: Period, wording: Wording, *, in_percent: bool
) -> Answer | None:
    """The change as the report itself states it, where one of the values is not given; in percent where that was asked."""
    ranked = rank_figures(
        library, replace(base, measures=frozenset({Measure.CHANGE}), period=later, kind_index=None), RUN_THRESHOLD
    )
    fitting = [m for m in ranked if m.entry.figure.compared_to == earlier and m.score > RUN_THRESHOLD]
    if in_percent:
        fitting = [m for m in fitting if m.entry.figure.unit == "%"]
    if not fitting:
        return None
    entry = fitting[0].entry
    if _is_of_part(library, entry, base, later):
        return None
    up = "tang" in fold(entry.figure.label)
    word = wording.say("Tăng" if up else "Giảm", "Up" if up else "Down")
    direct = f"{word} {wording.amount(entry.figure.written)} ({wording.period(later)} – {wording.period(earlier)})"
    return answered(direct, (figure_quote(entry),))


def _is_of_part(library: Library, entry: FigureEntry, base: FigureQuery, later: Period) -> bool:
    """Whether it is a district's or commune's own, where nobody asked for one and others tell of the same as well."""
    if base.bodies or base.level or base.report is not None or entry.report.body.level not in BELOW_PROVINCE:
        return False
    told = rank_figures(library, base.with_period(later), RUN_THRESHOLD)
    return any(match.entry.report.body.level not in BELOW_PROVINCE for match in told)
