"""Whether a figure has the value of each dimension that is asked for, and none that is not: online, late, of which level."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import is_taken_for_received
from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

Bodies = tuple[OrganisationMention, ...]
_Dimensions = Mapping[str, frozenset[str]]
Told = tuple[_Dimensions, _Dimensions, str]
# Values that a figure may have without being asked for: the usual reading of an open question.
_DEFAULTS = {
    "stage": frozenset({"received", "resolved", "to_resolve"}),
    "scope": frozenset({"whole"}),
    "accumulation": frozenset({"cumulative"}),
    "direction": frozenset({"up", "down"}),
    "polarity": frozenset({"done"}),
    "posts": frozenset({"assigned", "present"}),
}
_LOWER_LEVELS = frozenset({"level_district", "level_commune"})


def agreeing_dimensions(asked_for: Terms, bodies: Bodies, level: str = "") -> Callable[[FigureEntry], bool]:
    """What tells whether a figure agrees with what is asked for in every dimension; `level` is one named without a place ("của huyện").

    Many figures are held against one question: what it means is worked out once, and what is plain is not looked into.
    """
    implied = {"timeliness": _implied("timeliness", asked_for)}
    by_level: dict[str, dict[str, _Asked]] = {}

    def agrees(entry: FigureEntry) -> bool:
        own, head, level_of_body = told = _told(entry)
        if (asked := by_level.get(level_of_body)) is None:
            asked = by_level[level_of_body] = _asked_of(asked_for.dimensions, level_of_body)
        for dimension, (values, meant) in asked.items():
            said = own.get(dimension) or head.get(dimension)
            if said and not said.isdisjoint(meant) and not (dimension == "channel" and values < said):
                continue
            if not _has(entry, told, dimension, values, asked_for):
                return False
        for dimension, said in own.items():
            meant = asked[dimension][1] if dimension in asked else _NOTHING
            meant = meant or implied.get(dimension, _NOTHING)
            if not said.isdisjoint(meant) or (not meant and said <= _DEFAULTS.get(dimension, _NOTHING)):
                continue
            if dimension == "scope":
                if meant or not _may_be_of(entry, said, asked_for, bodies, level):
                    return False
            elif not _may_have(entry, dimension, asked_for, is_unasked=not meant):
                return False
        return "scope" in asked or not bodies or _may_be_of_whole(entry, own, bodies)

    return agrees


# The values of a dimension that are asked for, and with them those that say the same in other words.
_Asked = tuple[frozenset[str], frozenset[str]]
_NOTHING = frozenset[str]()


def _asked_of(asked: _Dimensions, level_of_body: str) -> dict[str, _Asked]:
    """What is asked for by dimension; the level of a figure's own body need not be said by its words."""
    of_body = frozenset({level_of_body}) if level_of_body else _NOTHING
    less = {d: values - of_body if d == "scope" else values for d, values in asked.items()}
    return {d: (values, _meant(values)) for d, values in less.items() if values or not of_body}


def _has(entry: FigureEntry, told: Told, dimension: str, values: frozenset[str], asked_for: Terms) -> bool:
    """Whether the figure has one of the values that are asked for, or needs none."""
    own, head, _ = told
    if _is_of_contest(entry, dimension, asked_for):
        return True
    if dimension == "direction" or (dimension == "moment" and "moment" not in own):
        return True
    said = own.get(dimension) or head.get(dimension)
    if not said and dimension in _SAID_BY_ALL:
        said = _said_by_all(entry, dimension)
    if not said and dimension == "stage" and own.get("scope") and "scope" in asked_for.dimensions:
        # "Tiếp nhận 900 hồ sơ, trong đó cấp huyện 300, cấp xã 600": what the sentence says of the whole it says of each level.
        stages = entry.statement.terms.dimensions.get("stage", frozenset())
        said = stages if len(stages) == 1 else said
    if not said and values == _implied(dimension, asked_for):
        return True  # "thư xin lỗi vì hồ sơ quá hạn": what is late needs not be said again
    if dimension == "stage" and values == {"received"} and is_taken_for_received(entry.own, _leading(entry)):
        return True
    if dimension == "scope" and values == {"whole"} and not (own.get("scope") or head.get("scope")):
        return True
    if dimension == "stage" and values == {"resolved"} and "timeliness" in own and not said:
        return True
    if dimension == "scope" and not said and values <= _PROVINCES_OWN and _goes_on_with_agencies(entry):
        return True
    if not said or not (_meant(values) & said):
        return False
    # "Trực tiếp và qua bưu chính 73.181": of both together.
    return not (dimension == "channel" and values < said)


# What a whole sentence says of these it says of each of its figures.
_SAID_BY_ALL = frozenset({"moment", "scope", "polarity", "posts"})


def _is_of_contest(entry: FigureEntry, dimension: str, asked_for: Terms) -> bool:
    """ "Cuộc thi trên mạng": how it is held, and no way of handing in."""
    return dimension == "channel" and "#contest" in asked_for.words & entry.statement.terms.words


def _may_have(entry: FigureEntry, dimension: str, asked_for: Terms, *, is_unasked: bool) -> bool:
    """Whether a value that is not the asked one, or that nobody asked for, makes the figure no other."""
    if dimension == "direction" or _is_of_contest(entry, dimension, asked_for):
        return True
    if not is_unasked:
        return False
    if dimension == "channel":
        # Services that are offered online, people asked at the counter: no way of handing in.
        return not _WAYS_WITHOUT_HANDING_IN.isdisjoint(asked_for.words & entry.own.words)
    # "Sau sắp xếp, giảm 07 phòng": by how many it changed, whenever that was.
    return dimension == "moment" and (entry.figure.measure is Measure.CHANGE or "#rooms" not in asked_for.words)


def _may_be_of(entry: FigureEntry, said: frozenset[str], asked_for: Terms, bodies: Bodies, level: str) -> bool:
    """Whether a scope that nobody asked for is none of the figure's, or that of the body or level that is asked for."""
    if _COUNTS_PLACES.match(fold(entry.figure.unit)):
        return True  # "15/15 xã có …": communes are what it counts, and not of what it is
    if not bodies:
        if said == {"all_agencies"} and not entry.statement.is_row:
            return True
        if said <= _LOWER_LEVELS and said == {f"level_{level}"}:
            # "Tỷ lệ của huyện" in a province's report: that of its district level.
            return entry.report.body.level not in BELOW_PROVINCE
    if len(said) > 1 and "#training" in asked_for.words & entry.own.words:
        return True  # "tập huấn cho 312 cán bộ của các sở, cấp huyện và cấp xã": who came
    if not bodies:
        return False
    if said == {"level_province"} and entry.body is not None and entry.body.is_desk:
        return True  # "Cấp tỉnh (Trung tâm PVHCC)": the centre is the province's own level
    # "Quận Bến Vân xếp thứ 2/9 khối quận, huyện": whom it is held against, and no part of it.
    return _is_among_peers(entry, bodies)


def _may_be_of_whole(entry: FigureEntry, own: _Dimensions, bodies: Bodies) -> bool:
    """Whether a figure of the whole is the named bodies': a province's or a committee's, or their own place among others."""
    scope = own.get("scope") or _leading(entry).dimensions.get("scope", frozenset()) & {"whole"}
    if scope.isdisjoint({"whole", "all_agencies"}) or _is_among_peers(entry, bodies):
        return True
    return all(b.organisation.body in {"", "ubnd"} for b in bodies)


def _scopes(*named: str) -> str:
    """What these scopes are called, as alternatives of a pattern."""
    scopes = load_vocabulary("concepts")["scope"]
    return any_of(phrase for name in named for phrase in scopes[name])


# "Các sở, ngành thành phố tiếp nhận 233.853 hồ sơ … . Đã giải quyết 229.417 hồ sơ": the report goes on with them.
_OF_AGENCIES = pattern_of(
    lambda: (
        rf"\b(?:{_scopes('all_agencies')})\b(?: [a-z]+){{0,4}} (?:da )?(?:tiep nhan|nhan|giai quyet|xu ly|tra ket qua|tra)\b"
    )
)


_OF_OTHERS = pattern_of(lambda: rf"\b(?:{_scopes('whole', *_LOWER_LEVELS)}|trung tam|bo phan)\b")


@once_each
def _goes_on_with_agencies(entry: FigureEntry) -> bool:
    """Whether the last sentence of its section that says whose dossiers are told says that they are the agencies'."""
    own, text = entry.statement.statement, entry.report.text
    before = [s for s in entry.report.statements if s.heading == own.heading and s.span.start < own.span.start]
    for statement in reversed(before):
        words = fold(statement.span.cut(text))
        if _OF_AGENCIES.search(words):
            return True
        if "|" not in words and _OF_OTHERS.search(words):
            return False
    return False


@once_each
def _told(entry: FigureEntry) -> Told:
    """What its own words and what leads to it say, and the level that its body says where they do not."""
    own = entry.own.dimensions
    if own.get("timeliness") == _EARLY_AND_ON_TIME:
        # "Sớm hạn và đúng hạn 21.773 hồ sơ": both together.
        own = {**own, "timeliness": _EARLY_AND_ON_TIME | {"early_or_on_time"}}
    # A head that names several values ("trực tuyến …, bưu chính …") gives none of them to its parts.
    head = {d: v for d, v in entry.head.dimensions.items() if len(v) == 1}
    if "stage" in entry.head.dimensions and "stage" not in head and (stage := _stage_of_whole(entry)):
        head["stage"] = stage
    if entry.statement.is_row and "stage" in own:
        # What leads to a table may speak of late ones; a column of those settled is of all that were.
        head.pop("timeliness", None)
    if "scope" not in own and (scope := _scope_above(entry, head)):
        own = {**own, "scope": scope}
    return own, head, _level_of_body(entry) if "scope" not in own else ""


def _stage_of_whole(entry: FigureEntry) -> frozenset[str]:
    """The one stage that what it is a part of names: "đã giải quyết 175.204 hồ sơ …; đang giải quyết 8.174 hồ sơ, gồm 281 hồ sơ quá hạn"."""
    figures, part_of = entry.statement.statement.figures, entry.figure.part_of
    if part_of is None or part_of >= len(figures):
        return frozenset()
    stages, called = _stages()
    named = {stages[m[0]] for m in called.finditer(fold(figures[part_of].label))}
    return frozenset(named) if len(named) == 1 else frozenset()


@cache
def _stages() -> tuple[dict[str, str], re.Pattern[str]]:
    """The stage of each folded phrase, and what finds them: the longer first, so that "đang giải quyết" is none of those settled."""
    stages = {
        fold(phrase): stage for stage, phrases in load_vocabulary("concepts")["stage"].items() for phrase in phrases
    }
    return stages, re.compile(rf"\b(?:{any_of(stages)})\b")


def _scope_above(entry: FigureEntry, head: _Dimensions) -> frozenset[str]:
    """The scope that what stands above gives a figure without one of its own; nothing where it is told of one body."""
    if _is_of_one_body(entry):
        return frozenset()
    of_whole = head.get("scope", frozenset())
    if len(of_whole) == 1 and of_whole <= _LOWER_LEVELS and not _AT_PLACES.search(fold(entry.figure.head)):
        return of_whole  # "UBND các xã tiếp nhận 900 hồ sơ, quá hạn 31 hồ sơ": both are of the communes
    above = entry.statement.above.dimensions.get("scope", frozenset()) - {"nation"}
    return above if len(above) == 1 else frozenset()


# "Triển khai tại 12 phường, xã": where something is done, and no one's.
_AT_PLACES = pattern_of(
    lambda: (
        r"\b(?:trien khai|thuc hien|ap dung|mo rong|nhan rong|duy tri|phat dong|thi diem|to chuc|bo tri|lap dat|van hanh|khai truong)\b"
        rf".*\b(?:tai|o) (?:cac |\d+ )?(?:{any_of(load_vocabulary('apparatus')['land']['words'])})\b"
    )
)


def _is_of_one_body(entry: FigureEntry) -> bool:
    """Whether it is told of a body of its own, which what stands above all rows does not widen."""
    body = entry.body
    is_row = entry.statement.is_row
    return body is not None and bool(body.place or (is_row and body.body not in {"", "ubnd"} and not body.is_desk))


def _level_of_body(entry: FigureEntry) -> str:
    """The level that a figure is of because its own body is: the desk of a district counts what its level does."""
    body = entry.body
    return f"level_{body.level}" if body is not None and body.is_desk and body.level else ""


_COUNTS_PLACES = pattern_of(r"(?:xa|phuong|thi tran|dac khu|huyen|quan)\b")
_AMONG_PEERS = frozenset({Measure.RANK, Measure.SCORE})


def _is_among_peers(entry: FigureEntry, bodies: Bodies) -> bool:
    """Whether it is the place or the points of the one body that is asked for."""
    if entry.figure.measure not in _AMONG_PEERS or len(bodies) != 1:
        return False
    own, asked = entry.body or entry.report.body, bodies[0].organisation
    return own.place == asked.place if asked.place else own.body == asked.body


_WAYS_WITHOUT_HANDING_IN = frozenset({"#public_service", "#survey", "#satisfied"})
# "Các sở, ban, ngành" together are the province's own level.
_PROVINCES_OWN = frozenset({"level_province", "all_agencies"})


# "Tỷ lệ đúng hạn" is where nothing tells the two apart that of all that was not late.
_ON_TIME = frozenset({"on_time"})
_EARLY_AND_ON_TIME = frozenset({"early", "on_time"})


def _meant(values: frozenset[str]) -> frozenset[str]:
    """The values asked for, with those that say the same in other words."""
    if values == _ON_TIME:
        return values | {"early_or_on_time"}
    return values | _PROVINCES_OWN if values & _PROVINCES_OWN else values


def _implied(dimension: str, asked_for: Terms) -> frozenset[str]:
    """What a topic says of a dimension by itself: apologies are for what is late."""
    return frozenset({"late"}) if dimension == "timeliness" and "#apology" in asked_for.words else frozenset()


def told_otherwise(asked_for: Terms) -> Mapping[str, frozenset[str]]:
    """The values asked for that may be said in other words as well."""
    return {d: values for d, values in asked_for.dimensions.items() if _meant(values) != values}


def is_in_other_words(entry: FigureEntry, asked: Mapping[str, frozenset[str]]) -> bool:
    """Whether the figure says one of these values in other words only; one that says it in the same is meant first."""
    own = entry.own.dimensions
    return any((said := own.get(dimension)) is not None and not values & said for dimension, values in asked.items())


def _said_by_all(entry: FigureEntry, dimension: str) -> frozenset[str] | None:
    """What the whole sentence says; one that goes through the levels says none of them for all its figures."""
    said = entry.statement.terms.dimensions.get(dimension)
    return None if dimension == "scope" and said and len(said) > 1 else said


def _leading(entry: FigureEntry) -> Terms:
    """What leads to the figure; a table's caption speaks of dossiers settled, its column of those handed in online."""
    return _NO_TERMS if entry.statement.is_row else entry.head


_NO_TERMS = Terms({}, frozenset())
