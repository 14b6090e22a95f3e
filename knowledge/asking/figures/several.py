"""Answers that give the figure of each of several periods, bodies or sides of one thing."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from knowledge.answers import Answer
from knowledge.asking.figures.comparing import value_of
from knowledge.asking.figures.difference import are_of_one
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.indicators import indicator_topic
from knowledge.asking.figures.meant import find
from knowledge.asking.figures.sides import only_says_where
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.reading.question import Query, as_written
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote, figure_words
from knowledge.facts import Measure, Period, PeriodKind
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.concepts import Terms, in_order
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import make_period, next_period


def answer_several(library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording) -> Answer | None:
    """ "Quý I và quý II tiếp nhận bao nhiêu", "sở A và sở B": the figure of each, and the sum of what adds up."""
    periods = run_of(query, today) or _of_newest_year(library, query, wanted)
    sides = _sides(query, wanted)
    each = _each_of(query, wanted, periods) or sides
    if not each:
        return None
    values: list[FigureEntry | None] = []
    for one in each:
        values.append(value_of(library, one) or (_so_far(library, one) if _OVER_YEARS.search(query.folded) else None))
        if values[-1] is None and (each is sides or query.asks("trend")):
            return None  # a side, or an end of a run, that is not told
    entries = [entry for entry in values if entry is not None]
    if not entries or len({e.figure.measure for e in entries}) > 1:
        return None
    if asks_sum(query) and not (len(entries) == len(each) and _are_apart(entries)):
        return None  # a part is no sum
    if len(periods) >= _BOTH and not query.bodies and not all(are_of_one(a, b) for a, b in pairwise(entries)):
        return None  # one period of the province and another of a district
    by_body = len(periods) < _BOTH and each is not sides
    if by_body and len(entries) < len(each) and _is_one_of_another(query):
        return None
    if each is sides and len({e.figure.period for e in entries}) > 1:
        return None
    parts = [
        f"{figure_words(value, wording)} – {figure_context(value, wording)}"
        if value
        else _lacking(library, query, one, wording, by_body=by_body)
        for one, value in zip(each, values, strict=True)
    ]
    direct = "; ".join(parts)
    if query.asks("trend") and len(periods) == len(entries) == _BOTH and are_of_one(*entries):
        direct = f"{_direction(entries, wording)}: {direct}"
    elif len(entries) == len(each) and entries[0].figure.measure is Measure.COUNT and _are_apart(entries):
        total = sum((e.figure.value for e in entries), Decimal(0))
        if asks_sum(query):
            direct = f"{_sum(total, entries, wording)}: {direct}"
        else:
            direct += wording.say(f" (tổng {wording.number(total)})", f" ({wording.number(total)} in all)")
    return answered(direct, tuple(figure_quote(e) for e in entries), topic=indicator_topic(entries[0]))


def _each_of(query: Query, wanted: FigureQuery, periods: list[Period]) -> list[FigureQuery]:
    """The same asked of each of the periods, else of each body that is named; none where there is but one."""
    if len(periods) >= _BOTH:
        return [wanted.with_period(period) for period in periods]
    if len(query.bodies) < _BOTH or len({b.organisation for b in query.bodies}) < len(query.bodies):
        return []
    return [replace(wanted, bodies=(body,)) for body in query.bodies if not only_says_where(query, body)]


# "Quý I và quý II tổng cộng bao nhiêu", "hai quý cộng lại": of both together.
_IN_ALL = Sought(
    r"\b(?:tong cong|tong so|tong|cong lai|gop(?: lai| chung)?|cong don|ca hai|ca 2|in all|together|total)\b"
)


def asks_sum(query: Query) -> bool:
    """Whether it asks for what several quarters or months come to together."""
    return names_several_times(query) and _IN_ALL.search(query.folded) is not None


def _sum(total: Decimal, entries: list[FigureEntry], wording: Wording) -> str:
    """All together, with what it was worked out from."""
    told = wording.amount(write_amount(total, entries[0].figure.unit))
    operands = " + ".join(wording.number(e.figure.value) for e in entries)
    return wording.say(f"{told} (tính: {operands})", f"{told} (computed: {operands})")


def _of_newest_year(library: Library, query: Query, wanted: FigureQuery) -> list[Period]:
    """The periods that are named without a year, of the newest year of which each is told; none where they are of no one kind."""
    if not names_several_times(query) or any(not mention.is_open for mention in query.periods):
        return []
    for year in library.filed.years[:_MOST_YEARS]:
        periods = [mention.in_year(year) for mention in query.periods]
        if all(value_of(library, wanted.with_period(period)) is not None for period in periods):
            return periods
    return []


_MOST_YEARS = 5


def names_several_times(query: Query) -> bool:
    """Whether it names two or more quarters or months of which one by itself would be half an answer."""
    mentions = query.periods
    kinds = {mention.kind for mention in mentions}
    is_of_parts = len(kinds) == 1 and kinds <= {PeriodKind.QUARTER, PeriodKind.MONTH}
    is_plain = not any(mention.is_same_period or mention.is_of_name for mention in mentions)
    return len({(m.kind, m.index, m.year) for m in mentions}) >= _BOTH and is_of_parts and is_plain


def _so_far(library: Library, wanted: FigureQuery) -> FigureEntry | None:
    """How many there are in a year that no report tells as a whole: what its newest part tells of that; None of what adds up."""
    period, adds_up = wanted.period, {"stage", "timeliness", "channel"}
    if period is None or period.kind is not PeriodKind.YEAR or adds_up & wanted.terms.dimensions.keys():
        return None
    if "#dossier" in wanted.terms.words:
        return None
    parts = (make_period(kind, index, period.first.year) for kind, index in _NEWEST_FIRST)
    return next((entry for part in parts if (entry := value_of(library, wanted.with_period(part)))), None)


# "Qua các năm 2017, 2018, 2019": the last one may not be over.
_OVER_YEARS = Sought(r"\b(?:qua|cac|tung|moi|theo) nam\b")
_NEWEST_FIRST = (
    (PeriodKind.NINE_MONTHS, 1),
    (PeriodKind.QUARTER, 3),
    (PeriodKind.HALF, 1),
    (PeriodKind.QUARTER, 2),
    (PeriodKind.QUARTER, 1),
)


# "Từ năm 2016 đến năm 2018", "2016-2018": those in between are meant as well.
_UP_TO = pattern_of(r"\W*(?:den|toi|-|–)\W*(?:het |cuoi )?")
# No report goes further back than so many years or quarters at once.
_LONGEST_RUN = 12


def run_of(query: Query, today: date) -> list[Period]:
    """The periods that the question names, each once; with those in between where it names a run from one to the other."""
    named = list(dict.fromkeys(p for m in query.periods if (p := m.resolve(today))))
    if len(query.periods) != _BOTH or len(named) != _BOTH or not is_run(query):
        return named
    first, last = named
    between = [first]
    while between[-1].last < last.first and len(between) < _LONGEST_RUN:
        between.append(next_period(between[-1]))
    return between if between[-1] == last else named


def is_run(query: Query) -> bool:
    """Whether it names two years or two quarters, the one up to the other; a plan's years are its name."""
    if len(query.periods) != _BOTH:
        return False
    first, last = query.periods
    is_of_name = first.is_of_name or last.is_of_name
    is_kind = first.kind is last.kind and first.kind in {PeriodKind.YEAR, PeriodKind.QUARTER}
    return is_kind and not is_of_name and bool(_UP_TO.fullmatch(query.folded[first.end : last.start]))


# Dimensions of which a question may ask two values at once: "trước hạn mấy, trễ hạn mấy".
_SIDES = ("posts", "stage", "timeliness", "channel", "scope")


def _sides(query: Query, wanted: FigureQuery) -> list[FigureQuery]:
    """The same asked of each value of the one dimension of which the question names several; else none."""
    several = [d for d in _SIDES if len(wanted.terms.dimensions.get(d, ())) >= 2]
    if len(several) != 1:
        return []
    values = wanted.terms.dimensions[several[0]]
    return [
        replace(
            wanted,
            terms=Terms({**wanted.terms.dimensions, several[0]: frozenset({value})}, wanted.terms.words),
            unit="" if query.counts >= 2 else wanted.unit,
        )
        for value in in_order(several[0], values)
    ]


def _is_one_of_another(query: Query) -> bool:
    """ "Trung tâm nhận bao nhiêu hồ sơ của Thanh tra tỉnh": what of the one is at the other, and not both."""
    bodies = sorted(query.bodies, key=lambda body: body.start)
    between = [query.folded[a.end : b.start] for a, b in pairwise(bodies)]
    return any(_BELONGS.search(words) and not _AND.search(words) for words in between)


# "Sở Tư pháp nhận bao nhiêu hồ sơ tại Trung tâm", "theo báo cáo của Sở Nội vụ" only say where and by whom.
_BELONGS = pattern_of(r"(?<!\bbao cao )\b(?:cua|thuoc)\s*$")
_AND = pattern_of(r"\b(?:va|voi|hay|hoac|lan|cung|con|so voi|so sanh)\b|[,;]")


def _lacking(library: Library, query: Query, wanted: FigureQuery, wording: Wording, *, by_body: bool) -> str:
    """Why one of several has no value: the reports do not give it, or give more than one that fits."""
    names = ", ".join(as_written(query.text, b.name) for b in wanted.bodies)
    name = wording.period(wanted.period) if wanted.period and not by_body else names
    if find(library, wanted) is None:
        return wording.say(f"{name}: chưa có số liệu này", f"{name}: not in the reports")
    return wording.say(
        f"{name}: có nhiều số liệu phù hợp, xin hỏi riêng", f"{name}: several figures fit, ask for it alone"
    )


_BOTH = 2


def _direction(entries: list[FigureEntry], wording: Wording) -> str:
    """Which way it goes from the earlier to the later; the first place of a ranking is the highest."""
    earlier, later = sorted(entries, key=lambda e: e.figure.period.last if e.figure.period else date.min)
    rise = later.figure.value - earlier.figure.value
    rise = -rise if later.figure.measure is Measure.RANK else rise
    if not rise:
        return wording.say("Không đổi", "Unchanged")
    return wording.say("Tăng", "Up") if rise > 0 else wording.say("Giảm", "Down")


def _are_apart(entries: list[FigureEntry]) -> bool:
    """Whether figures of one body in periods that do not overlap: only those add up."""
    periods = sorted((e.figure.period for e in entries if e.figure.period), key=lambda p: p.first)
    adds_up = ("stage", "timeliness", "channel")
    is_level = any(e.figure.unit and any(e.own.dimensions.get(one) for one in adds_up) for e in entries)
    return (
        is_level
        and len(periods) == len(entries)
        and all(are_of_one(a, b) for a, b in pairwise(entries))
        and all(a.last < b.first for a, b in pairwise(periods))
        and all(e.own.dimensions.get("stage", frozenset()) <= {"received", "resolved"} for e in entries)
    )
