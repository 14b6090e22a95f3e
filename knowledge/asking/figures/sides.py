"""What a question puts side by side: two bodies, a body and its whole, two levels or fields, two periods."""

from dataclasses import replace
from datetime import date

from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query, without_places
from knowledge.facts import Measure, Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.year_parts import make_period, period_index, previous_period, previous_year


def two_bodies(query: Query, base: FigureQuery, today: date) -> tuple[FigureQuery, FigureQuery] | None:
    """The question for each of two bodies, in its own period where the question gives each one."""
    if len(query.bodies) != 2:
        return None
    bodies = sorted(query.bodies, key=lambda b: b.start)
    first, second = (replace(base, bodies=(body,)) for body in bodies)
    named = [(m, p) for m in sorted(query.periods, key=lambda m: m.start) if (p := m.resolve(today))]
    if len(named) != 2:
        return first, second
    starts = [m.start for m, _ in named]
    if bodies[1].start < starts[0] or starts[1] < bodies[0].start:
        return None  # "Sở A tại Trung tâm quý I so với quý II": both are of each of the two times
    return first.with_period(named[0][1]), second.with_period(named[1][1])


def only_says_where(query: Query, body: OrganisationMention) -> bool:
    """ "Sở Tư pháp tiếp nhận bao nhiêu hồ sơ tại Trung tâm": where the one did it, and no figure of the other."""
    return body.organisation.is_desk and bool(_AT.search(query.folded[: body.start])) and body != query.bodies[0]


# "Tại Sở A và tại Trung tâm": of each of the two.
_AT = pattern_of(r"(?<!\bva)(?<!\bvoi)(?<!\bhay)(?<!\bhoac)(?<!\blan)(?<!,) (?:tai|o)\s$")


# "Huyện Tuy Hải với cấp tỉnh": what is compared stands on both sides of one of these.
_BETWEEN = pattern_of(r"\b(?:voi|va|hay|hoac|so voi|and|with|than|(?:cao|thap|nhieu|it|tot|kem) hon|hon|kem)\b")


def body_and_whole(query: Query, base: FigureQuery) -> tuple[FigureQuery, FigureQuery] | None:
    """A body against a level or the whole: the same asked of each, the body being no part of the level's figure."""
    scope = base.terms.dimensions.get("scope", frozenset())
    if len(query.bodies) != 1 or len(scope) != 1 or len(query.periods) > 1:
        return None
    body = query.bodies[0].organisation
    if not body.place and not ((body.body.startswith("so ") or body.is_desk) and "whole" in scope):
        return None
    if not _BETWEEN.search(query.folded):
        return None
    alone = {d: v for d, v in base.terms.dimensions.items() if d != "scope"}
    if _HIGHER.search(query.folded) and not query.unit:
        # A part has always fewer than the whole: what is "cao hơn toàn tỉnh" is a share.
        base = replace(base, measures=frozenset({Measure.SHARE, Measure.SCORE}))
    of_whole = replace(base, bodies=(), level=base.level or ("province" if "whole" in scope else ""))
    return replace(base, terms=Terms(alone, base.terms.words)), of_whole


_HIGHER = pattern_of(r"\b(?:cao|thap) (?:hay thap )?hon\b|\bmuc chung\b|\bmat bang\b")


# "Lên hay xuống mấy bậc": which way, and no choice between two things.
_EITHER_WAY = Sought(r"\b(?:len|tang|nhieu hon|cao hon|hon) ?hay (?:[xs]uong|giam|it hon|thap hon|kem|tut)\b")
_WHICH = Sought(r"\b(?:ben|cai|noi|linh vuc|cap|ben|khoi|loai|mang|don vi|dau) nao\b|\bhay\b|\bhoac\b|\bwhich\b")
_LEVELS_OF_SCOPE = frozenset({"level_province", "level_district", "level_commune"})


def two_alternatives(library: Library, query: Query, base: FigureQuery) -> tuple[FigureQuery, FigureQuery] | None:
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


# "Tăng mấy phần trăm", "giảm bao nhiêu %": by how much of itself, and no share.
IN_PERCENT = Sought(
    rf"\b(?:tang|giam|hon|kem|cao hon|thap hon|nhieu hon|it hon)(?: len| xuong| them| duoc| khoang)? {HOW_MANY} ?(?:phan tram|%)"
)


# What is told in percent, though the question does not say so.
AS_SHARE = Sought(r"\b(?:ty le|ti le|muc do hai long|chi so hai long)\b")


AMOUNTS = frozenset({Measure.COUNT, Measure.RATIO, Measure.MONEY, Measure.SCORE})


def compared_measures(query: Query) -> frozenset[Measure]:
    """Of what sort the figures are that are compared."""
    is_share, in_points = bool(AS_SHARE.search(query.folded)), "diem phan tram" in query.folded
    if IN_PERCENT.search(query.folded) and not is_share and "channel" not in query.terms.dimensions:
        return AMOUNTS
    if query.asks("percent") or is_share or in_points:
        return frozenset({Measure.SHARE})
    words = without_places(query).split()  # "Bắc Ninh" is no rise by places
    if "bac" in words or (_MOVES_PLACES.search(query.folded) and "diem" not in words):
        return frozenset({Measure.RANK})
    return frozenset({Measure.SCORE}) if "diem" in words else AMOUNTS


# "Có tăng hạng so với năm 2020 không": places, and no points.
_MOVES_PLACES = Sought(r"\b(?:tang|giam|len|xuong|tut|rot|thang|cai thien|nang|thay doi)(?: thu)? hang\b|\bthu hang\b")


def compared_periods(query: Query, base: FigureQuery, today: date) -> tuple[Period | None, Period | None]:
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
    # "Phòng thuộc sở năm 2021": a department, and nothing held against a year.
    r"\b(?:so voi|(?<!thuoc )(?<!cac )(?<!cua )(?<!cap )(?<!ho )so|hon|kem|compared (?:to|with)|than)(?: (?:voi|nam|ca nam|cuoi|thoi diem|hoi|the year))* $"
)


def held_against(query: Query, today: date) -> Period | None:
    """The period that something is held against, where that is the only one named: "giảm bao nhiêu so với 2020"."""
    if len(query.periods) != 1 or query.periods[0].is_same_period or len(query.bodies) > 1:
        return None
    mention = query.periods[0]
    is_held = bool(_HELD_AGAINST.search(query.folded[: mention.start]))
    return mention.resolve(today) if is_held else None
