"""Answers that put two figures side by side: their difference."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from itertools import islice
from typing import TypeVar

from knowledge.answers import Answer
from knowledge.asking.agreeing import is_said_whole
from knowledge.asking.bodies import REPORTING
from knowledge.asking.concepts import Terms
from knowledge.asking.figure_query import FigureQuery
from knowledge.asking.indicators import indicator_topic
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.matching import GENERIC, rank_figures
from knowledge.asking.meant import find
from knowledge.asking.question import Query
from knowledge.asking.replies import Wording, answered, figure_context, figure_quote, figure_words, shorten
from knowledge.facts import Measure, Period
from knowledge.grammar.amounts import write_amount
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import make_period, period_index, previous_period, previous_year
from knowledge.grammar.sought import Sought

T = TypeVar("T")

LEVELS = frozenset({Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.MONEY, Measure.SCORE})
# A figure of a run may fit a little less well than one asked for alone: its report words it its own way.
RUN_THRESHOLD = 0.55
# What numbers are written with; what follows it is the unit.
NUMBER_SIGNS = "0123456789.,/ "


def answer_comparison(
    library: Library, query: Query, wanted: FigureQuery, today: date, wording: Wording
) -> Answer | None:
    """The difference between two periods or two bodies, with both values."""
    terms = replace(wanted.terms, dimensions={d: v for d, v in wanted.terms.dimensions.items() if d != "direction"})
    measures, said = _measures(query), terms
    if measures == {Measure.RANK}:
        # "Lên mấy bậc": of places in a ranking, which is how far and not what.
        terms = replace(terms, words=terms.words - {"bac"})
    base = replace(wanted, terms=terms, measures=measures, unit="")
    if (alternatives := _alternatives(library, query, base)) is not None:
        first, second = (value_of(library, each) for each in alternatives)
        return _two(first, second, wording, by_body=True, by_label=True)
    if len(query.bodies) == 2:
        own = _of_each(query, base, today)
        pair = [value_of(library, each) for each in own]
        return _two(pair[0], pair[1], wording, by_body=True)
    if (sides := _body_and_level(query, base)) is not None:
        if _HIGHER.search(query.folded) and not query.unit:
            # A part has always fewer than the whole: what is "cao hơn toàn tỉnh" is a share.
            shares = frozenset({Measure.SHARE, Measure.SCORE})
            sides = replace(sides[0], measures=shares), replace(sides[1], measures=shares)
        first, second = (value_of(library, each) for each in sides)
        return _two(first, second, wording, by_body=True)
    if base.period is None and query.periods and all(m.is_open for m in query.periods):
        return _of_newest_year(library, query, base, wording)
    if (since := _since(query, today)) is not None:
        return _compared_since(library, query, replace(base, terms=terms), said, since, wording)
    later, earlier = _periods(query, base, today)
    if later is None or earlier is None:
        return None
    first, second = value_of(library, base.with_period(later)), value_of(library, base.with_period(earlier))
    if first is None or second is None:
        in_percent = bool(_GROWTH.search(query.folded))
        return _stated(library, replace(base, terms=said), later, earlier, wording, in_percent=in_percent)
    if not are_of_one(first, second):
        # A district's quarter beside a province's year before is no change of either.
        return None
    return _two(first, second, wording)


def are_of_one(first: FigureEntry, second: FigureEntry) -> bool:
    """Whether two figures may be of one body: of no two levels, and of no two places."""
    (level_a, place_a), (level_b, place_b) = _whose(first), _whose(second)
    # A city may be of a province's rank: its department's figures are the city's.
    same_level = not level_a or not level_b or level_a == level_b or {level_a, level_b} == {"province", "city"}
    same_place = not place_a or not place_b or place_a == place_b
    # What a department counts for itself is none of the province's, whose figures others report.
    return same_level and same_place and _department(first) == _department(second)


def _department(entry: FigureEntry) -> str:
    """The department that a figure is of alone; none where it is said to be of the whole or its report is on all."""
    own = entry.body if entry.body is not None and entry.body.body else entry.report.body
    return (
        own.body
        if own.body.startswith("so ") and not own.body.startswith(REPORTING) and not is_said_whole(entry)
        else ""
    )


def _whose(entry: FigureEntry) -> tuple[str, str]:
    """The level and the place that a figure is of: those of its own body, else of its report's."""
    own = entry.body
    body = own if own is not None and (own.level or own.place) else entry.report.body
    level = body.level or ("province" if body.body.startswith(_OF_PROVINCE) else "")
    return level, "" if level == "province" else body.place


# Departments and the committee's office are a province's, where nothing else is said.
_OF_PROVINCE = ("so ", "van phong ubnd", "ban dan toc", "thanh tra")


def _of_each(query: Query, base: FigureQuery, today: date) -> list[FigureQuery]:
    """The question for each of two bodies, in its own period where the question gives each one."""
    bodies = sorted(query.bodies, key=lambda b: b.start)
    mentions = sorted(query.periods, key=lambda m: m.start)
    periods = [p for m in mentions if (p := m.resolve(today))]
    each = [replace(base, bodies=(body,)) for body in bodies]
    if len(periods) != len(bodies):
        return each
    return [one.with_period(period) for one, period in zip(each, periods, strict=True)]


_HIGHER = pattern_of(r"\b(?:cao|thap) (?:hay thap )?hon\b|\bmuc chung\b|\bmat bang\b")
# "Huyện Tuy Hải với cấp tỉnh": what is compared stands on both sides of one of these.
_BETWEEN = pattern_of(r"\b(?:voi|va|hay|hoac|so voi|and|with|than|(?:cao|thap|nhieu|it|tot|kem) hon|hon|kem)\b")


def _body_and_level(query: Query, base: FigureQuery) -> tuple[FigureQuery, FigureQuery] | None:
    """A body against a level or the whole: the same asked of each, the body being no part of the level's figure."""
    scope = base.terms.dimensions.get("scope", frozenset())
    if len(query.bodies) != 1 or len(scope) != 1 or len(query.periods) > 1:
        return None
    body = query.bodies[0].organisation
    if not body.place and not (body.body.startswith("so ") and "whole" in scope):
        return None
    if not _BETWEEN.search(query.folded):
        return None
    alone = {d: v for d, v in base.terms.dimensions.items() if d != "scope"}
    of_whole = replace(base, bodies=(), level=base.level or ("province" if "whole" in scope else ""))
    return replace(base, terms=Terms(alone, base.terms.words)), of_whole


# "Lên hay xuống mấy bậc": which way, and no choice between two things.
_EITHER_WAY = Sought(r"\b(?:len|tang|nhieu hon|cao hon|hon) ?hay (?:[xs]uong|giam|it hon|thap hon|kem|tut)\b")
_WHICH = Sought(r"\b(?:ben|cai|noi|linh vuc|cap|ben|khoi|loai|mang|don vi|dau) nao\b|\bhay\b|\bhoac\b|\bwhich\b")
_LEVELS_OF_SCOPE = frozenset({"level_province", "level_district", "level_commune"})


def _alternatives(library: Library, query: Query, base: FigureQuery) -> tuple[FigureQuery, FigureQuery] | None:
    """ "Cấp huyện hay cấp xã", "đất đai với xây dựng, bên nào …": the same asked of each of two levels or fields."""
    scopes = sorted(base.terms.dimensions.get("scope", frozenset()) & _LEVELS_OF_SCOPE)
    # "Cấp xã tiếp nhận nhiều hơn cấp huyện bao nhiêu" chooses between two as well.
    is_between = len(scopes) == 2 and len(query.periods) < 2 and _BETWEEN.search(query.folded)
    if not (is_between or _WHICH.search(_EITHER_WAY.sub(" ", query.folded))):
        return None
    if len(scopes) == 2:
        each = [Terms({**base.terms.dimensions, "scope": frozenset({scope})}, base.terms.words) for scope in scopes]
    else:
        fields = _fields(library, query, base)
        if fields is None:
            return None
        rest = base.terms.words - fields[0] - fields[1]
        each = [Terms(base.terms.dimensions, rest | field) for field in fields]
    return replace(base, terms=each[0]), replace(base, terms=each[1])


# "Đất đai với xây dựng lĩnh vực nào", "đất đai hay xây dựng": what stands on both sides, equally long.
_PAIR = pattern_of(
    r"(?P<first>[a-z ]{3,60}?)\s(?:voi|va|hay|hoac|hay la)\s(?:linh vuc\s)?(?P<second>[a-z]+(?: [a-z]+){0,3}?)"
    r"(?=,| thi\b| (?:linh vuc|ben|noi|cai|don vi|mang|khoi) nao\b| nhieu\b| it\b| tre\b| qua\b|\s*\??$)"
)


def _fields(library: Library, query: Query, base: FigureQuery) -> tuple[frozenset[str], frozenset[str]] | None:
    """The words of the two fields compared, as the question's terms have them; None where there are not two."""
    topics = sorted(base.terms.topics - GENERIC - {"#ranking", "#money"})
    if len(topics) == 2:
        return frozenset({topics[0]}), frozenset({topics[1]})
    pair = _PAIR.search(query.folded)
    if pair is None:
        return None
    second = pair["second"].split()
    first = pair["first"].split()[-len(second) :]
    sides = [frozenset(w for w in base.terms.words if w in side) for side in (first, second)]
    for index, side in enumerate((first, second)):
        tagged = library.tagger.tag(" ".join(side)).words & base.terms.words
        sides[index] |= tagged
    return (sides[0], sides[1]) if sides[0] and sides[1] and not sides[0] & sides[1] else None


def _of_newest_year(library: Library, query: Query, base: FigureQuery, wording: Wording) -> Answer | None:
    """ "Quý 3 so với quý 2" without a year: of the newest year that has both; the answer names it."""
    ends = {period.last for period in library.periods if period is not None}
    for year in library.filed.years:
        periods = sorted((m.in_year(year) for m in query.periods[:2]), key=lambda p: p.last)
        earlier, later = periods if len(periods) == 2 else (previous_period(periods[0]), periods[0])
        if earlier is None or earlier == later:
            return None
        if not {earlier.last, later.last} <= ends:
            continue  # no figure is told of it
        one = value_of(library, base.with_period(later))
        other = value_of(library, base.with_period(earlier)) if one is not None else None
        if one is not None and other is not None and are_of_one(one, other):
            return _two(one, other, wording)
    return None


# "Tăng mấy phần trăm", "giảm bao nhiêu %": by how much of itself, and no share.
_GROWTH = Sought(
    r"\b(?:tang|giam|hon|kem|cao hon|thap hon|nhieu hon|it hon)(?: len| xuong| them| duoc| khoang)? (?:bao nhieu|may) ?(?:phan tram|%)"
)


def _measures(query: Query) -> frozenset[Measure]:
    if _GROWTH.search(query.folded) and not AS_SHARE.search(query.folded) and "channel" not in query.terms.dimensions:
        return frozenset({Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE})
    if (query.asks("percent") and "diem phan tram" not in query.folded) or AS_SHARE.search(query.folded):
        return frozenset({Measure.SHARE})
    if "diem phan tram" in query.folded:
        return frozenset({Measure.SHARE})
    if "bac" in query.folded.split():
        return frozenset({Measure.RANK})
    if "diem" in query.folded.split():
        return frozenset({Measure.SCORE})
    return frozenset({Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE})


def _periods(query: Query, base: FigureQuery, today: date) -> tuple[Period | None, Period | None]:
    """The later and the earlier period that are compared."""
    resolved = [p for m in query.periods if (p := m.resolve(today))]
    same = next((m for m in query.periods if m.is_same_period), None)
    if len(resolved) >= 2 and same is None:
        ordered = sorted(resolved[:2], key=lambda p: p.last)
        return ordered[1], ordered[0]
    own = resolved[0] if resolved else base.period
    if own is None:
        return None, None
    if same is not None:
        return own, make_period(own.kind, period_index(own), same.year) if same.year else previous_year(own)
    if len(resolved) == 1 and query.asks("compare"):
        return own, previous_period(own)
    return own, None


# "So với 2020", "hơn năm 2020": what stands right behind is the earlier of two.
_HELD_AGAINST = pattern_of(
    r"\b(?:so voi|so|hon|kem|compared (?:to|with)|than)(?: (?:voi|nam|ca nam|cuoi|thoi diem|hoi|the year))* $"
)
# No more periods of a kind are gone through than the years of one store.
_MOST_LATER = 40


def _since(query: Query, today: date) -> Period | None:
    """The period that something is held against, where that is the only one named: "giảm bao nhiêu so với 2020"."""
    if len(query.periods) != 1 or query.periods[0].is_same_period or len(query.bodies) > 1:
        return None
    mention = query.periods[0]
    is_held = bool(_HELD_AGAINST.search(query.folded[: mention.start]))
    return mention.resolve(today) if is_held else None


def _compared_since(
    library: Library, query: Query, base: FigureQuery, said: Terms, since: Period, wording: Wording
) -> Answer | None:
    """The one later period of that kind that has the figure against the one that is named; None where several have it."""
    later = sorted((p for p in library.periods if p.kind is since.kind and p.last > since.last), key=lambda p: p.last)
    values = _found(value_of(library, base.with_period(p)) for p in later[:_MOST_LATER])
    if (first := value_of(library, base.with_period(since))) is not None:
        found = list(islice(values, _SEVERAL))
        if len(found) == 1 and are_of_one(found[0], first):
            return _two(found[0], first, wording)
        values = iter(found)
    in_percent = bool(_GROWTH.search(query.folded))
    afterwards = [p for p in library.periods if p.last > since.last and p.first.year <= since.last.year + 1]
    stated = _found(
        _stated(library, replace(base, terms=said), period, since, wording, in_percent=in_percent)
        for period in afterwards[:_MOST_LATER]
    )
    told = list(islice(stated, _SEVERAL))
    return told[0] if len(told) == 1 and len(list(islice(values, _SEVERAL))) < _SEVERAL else None


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


def _two(
    first: FigureEntry | None,
    second: FigureEntry | None,
    wording: Wording,
    *,
    by_body: bool = False,
    by_label: bool = False,
) -> Answer | None:
    if first is None or second is None or family(first.figure.measure) is not family(second.figure.measure):
        return None
    a, b = first.figure, second.figure
    if first.report is second.report and a.span == b.span:
        return None  # one figure found for both says nothing of either
    # The first place is the highest: from 41 to 36 is up by five.
    difference = b.value - a.value if a.measure is Measure.RANK else a.value - b.value
    word = wording.say(
        "tăng" if difference > 0 else "giảm" if difference < 0 else "không đổi",
        "up" if difference > 0 else "down" if difference < 0 else "unchanged",
    )
    if by_body:
        word = wording.say("cao hơn" if difference > 0 else "thấp hơn", "higher by" if difference > 0 else "lower by")
    size = wording.number(abs(difference))
    if a.measure is Measure.SHARE:
        amount = wording.say(
            f"{size} điểm phần trăm", f"{size} percentage {'point' if abs(difference) == 1 else 'points'}"
        )
    elif a.measure is Measure.RANK:
        amount = wording.say(f"{size} bậc", f"{size} {'place' if abs(difference) == 1 else 'places'}")
    else:
        # A table gives the number alone; what it counts is said beside it.
        unit = _unit(first) or wording.say("", _unit(second))
        amount = wording.amount(write_amount(abs(difference), unit)) + _growth(difference, b.value, wording)
    operands = tuple(_operand(one, wording, by_label=by_label) for one in (first, second))
    direct = f"{word} {amount}: {'; '.join(operands)}"
    quotes = (figure_quote(first), figure_quote(second))
    return answered(direct[:1].upper() + direct[1:], quotes, lines=operands, topic=indicator_topic(first))


def _operand(entry: FigureEntry, wording: Wording, *, by_label: bool) -> str:
    """A value with its period and body, or with what it counts where that is what differs."""
    told = f"{figure_words(entry, wording)} – {figure_context(entry, wording)}"
    return f"{shorten(entry.figure.label, 50)}: {told}" if by_label else told


def _unit(entry: FigureEntry) -> str:
    return entry.figure.written.lstrip(NUMBER_SIGNS).strip()


def _growth(difference: Decimal, base: Decimal, wording: Wording) -> str:
    return f" ({wording.number(abs(difference) * 100 / base, places=2)}%)" if base else ""


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
    if base.bodies or base.level or base.report is not None or entry.report.body.level not in _LOWER:
        return False
    told = rank_figures(library, base.with_period(later), RUN_THRESHOLD)
    return any(match.entry.report.body.level not in _LOWER for match in told)


_LOWER = frozenset({"district", "commune"})
# What is told in percent, though the question does not say so.
AS_SHARE = Sought(r"\b(?:ty le|ti le|muc do hai long|chi so hai long)\b")


def family(measure: Measure) -> Measure:
    """ "94/98 người" goes on a run of "97 người": the part is what is counted."""
    return Measure.COUNT if measure is Measure.RATIO else measure
