"""Whether a figure has the value of each dimension that is asked for, and none that is not: online, late, of which level."""

from collections.abc import Callable, Mapping

from knowledge.asking.bodies import BELOW_PROVINCE
from knowledge.asking.figures.told_dimensions import (
    LOWER_LEVELS,
    PROVINCES_OWN,
    Dimensions,
    Told,
    goes_on_where_they_went,
    goes_on_with_agencies,
    leading_to,
    said_by_whole_sentence,
    told_of,
)
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import is_taken_for_received
from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of

Bodies = tuple[OrganisationMention, ...]
# Values that a figure may have without being asked for: the usual reading of an open question.
_DEFAULTS = {
    "stage": frozenset({"received", "resolved", "to_resolve"}),
    "scope": frozenset({"whole", "own"}),
    "accumulation": frozenset({"cumulative"}),
    "direction": frozenset({"up", "down"}),
    "polarity": frozenset({"done"}),
    "posts": frozenset({"assigned", "present"}),
}


def agreeing_dimensions(asked_for: Terms, bodies: Bodies, level: str = "") -> Callable[[FigureEntry], bool]:
    """What tells whether a figure agrees with what is asked for in every dimension; `level` is one named without a place ("của huyện").

    Many figures are held against one question: what it means is worked out once, and what is plain is not looked into.
    """
    implied = {"timeliness": _implied("timeliness", asked_for)}
    by_level: dict[str, dict[str, _Asked]] = {}

    def agrees(entry: FigureEntry) -> bool:
        own, head, level_of_body = told = told_of(entry)
        if (asked := by_level.get(level_of_body)) is None:
            asked = by_level[level_of_body] = _asked_of(asked_for.dimensions, level_of_body)
        for dimension, (values, meant) in asked.items():
            said = own.get(dimension) or head.get(dimension)
            is_carried = dimension == "stage" and not _CARRIED.isdisjoint(own.get("stage", _NOTHING) - meant)
            if is_carried and _is_column_carried(entry):
                return False
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
        asks_all = "#dossier" in asked_for.words and "timeliness" not in asked_for.dimensions
        if asks_all and _is_part_of_late(entry, own, head):
            return False
        return "scope" in asked or not bodies or _may_be_of_whole(entry, own, bodies)

    return agrees


def _is_part_of_late(entry: FigureEntry, own: Dimensions, head: Dimensions) -> bool:
    """Whether it is so many of those that were late, which nobody asked for: "09 hồ sơ quá hạn gồm 07 hồ sơ điện lực"."""
    is_part = entry.figure.part_of is not None and not entry.statement.is_row
    return is_part and "timeliness" not in own and head.get("timeliness") == _LATE


_LATE = frozenset({"late"})
_CARRIED = frozenset({"carried"})


@once_each
def _is_column_carried(entry: FigureEntry) -> bool:
    """ "Tiếp nhận: Kỳ trước chuyển sang | Mới trong kỳ": what came from the time before is not what came in."""
    return entry.statement.is_row and _WITH_CARRIED.search(fold(entry.figure.label)) is None


_WITH_CARRIED = pattern_of(
    r"\b(?:gom|ca|va)(?: (?:so|ho so|phan anh|nhiem vu|don))? (?:tu )?(?:ky|quy|nam|thang) truoc\b"
)


# The values of a dimension that are asked for, and with them those that say the same in other words.
_Asked = tuple[frozenset[str], frozenset[str]]
_NOTHING = frozenset[str]()


def _asked_of(asked: Dimensions, level_of_body: str) -> dict[str, _Asked]:
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
        said = said_by_whole_sentence(entry, dimension)
    if not said and dimension == "stage" and own.get("scope") and "scope" in asked_for.dimensions:
        # "Tiếp nhận 900 hồ sơ, trong đó cấp huyện 300, cấp xã 600": what the sentence says of the whole it says of each level.
        stages = entry.statement.terms.dimensions.get("stage", frozenset())
        said = stages if len(stages) == 1 else said
    if not said and dimension == "stage" and _is_listed_by_stage(entry):
        said = entry.statement.above.dimensions["stage"]
    if not said and values == _implied(dimension, asked_for):
        return True  # "thư xin lỗi vì hồ sơ quá hạn": what is late needs not be said again
    if dimension == "stage" and values == {"received"} and is_taken_for_received(entry.own, leading_to(entry)):
        return True
    if dimension == "stage" and values == {"received"} and not said and comes_in_by_itself(entry):
        return True
    if dimension == "scope" and values == {"whole"} and not (own.get("scope") or head.get("scope")):
        return True
    if dimension == "stage" and values == {"resolved"} and "timeliness" in own and not said:
        return True
    if dimension == "scope" and values == _COMMUNES and goes_on_where_they_went(entry):
        return True
    if dimension == "scope" and not said and values <= PROVINCES_OWN and goes_on_with_agencies(entry):
        return True
    if not said or not (_meant(values) & said):
        return False
    # "Trực tiếp và qua bưu chính 73.181": of both together.
    return not (dimension == "channel" and values < said)


@once_each
def _is_listed_by_stage(entry: FigureEntry) -> bool:
    """ "1. Tiếp nhận" over "Riêng quý IV: 1.752 hồ sơ": whether the heading names the one stage of a line that counts dossiers."""
    is_item = bool(entry.figure.place) or _TIME_AND_COLON.match(fold(entry.figure.label)) is not None
    # "Hồ sơ trả tại nhà: 510 hồ sơ, trong đó quý II là 204 hồ sơ": the second is of the same line.
    is_of_line = bool(entry.figure.place) and fold(entry.figure.head).startswith(f"{fold(entry.figure.place)}:")
    is_listed = is_item and not entry.statement.is_row and (is_of_line or not entry.head.words)
    counts = fold(entry.figure.unit) == "ho so" and "timeliness" not in entry.own.dimensions
    headings = entry.statement.statement.heading.removesuffix(f" > {entry.figure.place}").split(" > ")
    return is_listed and counts and _STAGE_ALONE.fullmatch(fold(headings[-1])) is not None


# "Cộng dồn 6 tháng (11/12/2021 - 10/6/2022): 17.540 hồ sơ".
_TIME_AND_COLON = pattern_of(
    r"\W*(?:(?:cong don|luy ke|tinh chung|rieng|trong|ca) )*(?:\d{1,2} thang|quy (?:[ivx]+|\d)|nam|ca nam)\b[^:;,]{0,40}:"
)
_STAGE_ALONE = pattern_of(
    r"(?:\W|[ivx\d]+[.)/-]|[a-z][.)])*\s*(?:ket qua |tinh hinh )?(?:tiep nhan|giai quyet)(?: ho so)?(?: (?:tthc|thu tuc hanh chinh))?\W*"
)


@once_each
def comes_in_by_itself(entry: FigureEntry) -> bool:
    """ "Tổng đài 1022: 9.318 cuộc gọi", "phản ánh, kiến nghị trong quý: 19": calls and complaints come in, said or not."""
    label = fold(entry.figure.label)
    return _CALLS.search(label) is not None and _MADE_OF_THEM.search(label) is None


_CALLS = pattern_of(r"\b(?:cuoc goi|phan anh|kien nghi)\b")
_MADE_OF_THEM = pattern_of(
    r"\b(?:tra loi|xu ly|giai quyet|con|dang|cham|chua|qua han|dung han|khong|dang tai|cong khai|chuyen|ve|goi lai|goi ra)\b"
)


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
        if said <= LOWER_LEVELS and said == {f"level_{level}"}:
            # "Tỷ lệ của huyện" in a province's report: that of its district level; "xã" in a district's that of its communes.
            own = entry.report.body.level
            return own not in BELOW_PROVINCE or (own, level) == ("district", "commune")
    if len(said) > 1 and "#training" in asked_for.words & entry.own.words:
        return True  # "tập huấn cho 312 cán bộ của các sở, cấp huyện và cấp xã": who came
    if not bodies:
        return False
    if said == {"level_province"} and entry.body is not None and entry.body.is_desk:
        return True  # "Cấp tỉnh (Trung tâm PVHCC)": the centre is the province's own level
    # "Quận Bến Vân xếp thứ 2/9 khối quận, huyện": whom it is held against, and no part of it.
    return _is_among_peers(entry, bodies)


def _may_be_of_whole(entry: FigureEntry, own: Dimensions, bodies: Bodies) -> bool:
    """Whether a figure of the whole is the named bodies': a province's or a committee's, or their own place among others."""
    leading = leading_to(entry).dimensions.get("scope", frozenset())
    # "Các sở, ngành giảm từ 118 phòng còn 101": both are of all of them.
    is_of_all = leading == {"all_agencies"} and fold(entry.figure.unit).startswith("phong")
    scope = own.get("scope") or (leading if is_of_all else leading & {"whole"})
    if scope.isdisjoint({"whole", "all_agencies"}) or _is_among_peers(entry, bodies):
        return True
    return all(b.organisation.body in {"", "ubnd"} for b in bodies)


_COUNTS_PLACES = pattern_of(r"(?:xa|phuong|thi tran|dac khu|huyen|quan)\b")
_AMONG_PEERS = frozenset({Measure.RANK, Measure.SCORE})


def _is_among_peers(entry: FigureEntry, bodies: Bodies) -> bool:
    """Whether it is the place or the points of the one body that is asked for."""
    if entry.figure.measure not in _AMONG_PEERS or len(bodies) != 1:
        return False
    own, asked = entry.body or entry.report.body, bodies[0].organisation
    return own.place == asked.place if asked.place else own.body == asked.body


_WAYS_WITHOUT_HANDING_IN = frozenset({"#public_service", "#survey", "#satisfied", "#ballots"})
# "Các sở, ban, ngành" together are the province's own level.
_COMMUNES = frozenset({"level_commune"})


# "Tỷ lệ đúng hạn" is where nothing tells the two apart that of all that was not late.
_ON_TIME = frozenset({"on_time"})


def _meant(values: frozenset[str]) -> frozenset[str]:
    """The values asked for, with those that say the same in other words."""
    if values == _ON_TIME:
        return values | {"early_or_on_time"}
    return values | PROVINCES_OWN if values & PROVINCES_OWN else values


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
