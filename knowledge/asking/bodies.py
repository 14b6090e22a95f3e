"""Whose a figure or a sentence is, against the body or place that a question names."""

from collections.abc import Sequence

from knowledge.asking.library import ReportEntry, StatementEntry
from knowledge.grammar.concepts import Terms
from knowledge.grammar.desk_of_title import desk_of_title
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.patterns import pattern_of

# Bodies of the centre, whose reports are no province's.
_CENTRAL = pattern_of(r"(?:bo|tong cuc|chinh phu|van phong chinh phu|uy ban thuong vu)\b(?! (?:phan|chi huy))")


def is_central(body: Organisation) -> bool:
    """Whether it is a ministry or another body of the centre."""
    return bool(_CENTRAL.match(body.body))


# What lies within a province, and no province itself.
BELOW_PROVINCE = frozenset({"district", "commune"})
_INNER = BELOW_PROVINCE | {"city"}
# A figure without a body, in a report that speaks of the desk which is asked for.
AS_DESK = 3
_GOVERNING = frozenset({"", "ubnd", "hdnd"})
REPORTING = ("so noi vu", "van phong")
_ON_ALL = (*REPORTING, "so thong tin")


def speaks_for_province(
    report: ReportEntry, own: Organisation | None, *, is_said_whole: bool, is_row: bool = False
) -> bool:
    """Whether a figure can be a province's: a department's, a district's or a city's own count never is."""
    body = report.body
    if own is not None and own.level == "province" and own.place and own.body in _GOVERNING and is_row:
        return True  # "Tỉnh A | 85,63 | 29": a ministry's table names the provinces one by one
    is_inner_city = body.level == "city" and bool(report.province) and body.place != report.province
    if body.level in BELOW_PROVINCE or is_inner_city or is_central(body):
        return False
    if is_row and own is not None and own.level in _INNER and body.level == "province":
        return False  # "Thành phố An Lạc" among the districts of tỉnh An Lạc
    if own is not None and own.is_desk:
        # A department's report speaks of its own desk, where it does not say whose.
        is_its_own = not own.level and not own.place and _is_department(body)
        return own.level not in BELOW_PROVINCE and not is_its_own
    if own is not None and ((own.place and own.place != report.province) or own.body not in _GOVERNING):
        return False
    # The interior department and the committee's office report on the whole province; other departments on themselves.
    return body.body in _GOVERNING or is_said_whole or body.body.startswith(REPORTING)


def _is_department(body: Organisation) -> bool:
    """Whether it is a department that reports on nothing but itself."""
    return body.body.startswith("so ") and not body.body.startswith(REPORTING)


def body_distance(
    report: ReportEntry, own: Organisation | None, asked: tuple[OrganisationMention, ...], *, is_row: bool
) -> int | None:
    """How far a figure's body is from every body asked for: 0 the same, None another."""
    if not asked:
        return _unasked_distance(report, own, is_row)
    distances = [_one_distance(report, own, mention.organisation) for mention in asked]
    known = [d for d in distances if d is not None]
    return max(known) if len(known) == len(distances) else None


def _unasked_distance(report: ReportEntry, own: Organisation | None, is_row: bool) -> int:
    """How far a figure's body is from the report's own, where no body is asked for: 0 the same."""
    if (
        own is None
        or _is_own_desk(own, report)
        or own.body == report.body.body
        or (own.body == "ubnd" and not own.place)
    ):
        return 0
    if own.place and own.place in {report.body.place, report.province}:
        return 0
    if not is_row and not own.place and _same_body(own, report.body):
        return 0  # "Văn phòng" in the report of "Văn phòng UBND tỉnh"
    return 6 if is_row else 3


def _one_distance(report: ReportEntry, own: Organisation | None, asked: Organisation) -> int | None:
    """How far a figure's body (None: the report's) is from one that is asked for: 0 the same, 1 and 2 a part of it or said less surely, None another."""
    if asked.place == report.province and asked.level in _INNER and report.body.level == "province":
        # "Thành phố Lâm Khê" in tỉnh Lâm Khê: only what names it is its.
        is_its = own is not None and own.place == asked.place and own.level == asked.level
        return 0 if is_its and asked.place else None
    if asked.place and asked.place != report.province:
        return _place_distance(report, own, asked)
    if not asked.body:
        is_own = report.province == asked.place or report.body.place == asked.place
        if own is not None and own.is_desk:
            return 1 if is_own else None  # of the whole province its desk's count is a part
        return (0 if own is None or own.place == asked.place else 2) if is_own else None
    if asked.place and report.province != asked.place:
        return None
    if (
        asked.level
        and report.body.level in BELOW_PROVINCE
        and asked.level in {"province", "city"}
        and (own is None or own.level != asked.level)
    ):
        return None
    if own is not None and _same_body(own, asked):
        return 0
    if own is None or (own.body == "ubnd" and not own.place):
        if _same_body(report.body, asked):
            return 1 if own is None else 2
        return AS_DESK if asked.is_desk and own is None and _has_desk(report, asked) else None
    return 1 if _is_own_desk(own, report) and _same_body(report.body, asked) else None


def _is_own_desk(own: Organisation, report: ReportEntry) -> bool:
    """Whether it is a desk, and not that of another place: a district's counter in a department's report is not the department's."""
    return own.is_desk and (not own.place or own.place in {report.body.place, report.province})


# A city may be a province's or a district's equal; without more it is taken for the district's.
_RANKS = {"province": 0, "city": 1, "district": 1, "commune": 2}


def _place_distance(report: ReportEntry, own: Organisation | None, asked: Organisation) -> int | None:
    """For a named district or commune: its own name in the figure's body, or its own report."""
    if own is not None and own.place and own.level and asked.level and _RANKS.get(own.level) != _RANKS.get(asked.level):
        return None  # "Thị trấn Nậm Tra" is in "huyện Nậm Tra" and is not the district
    if own is not None and own.place:
        if own.place != asked.place:
            return None
        is_whole = own.body in _GOVERNING if not asked.body else _same_body(own, asked)
        return 0 if is_whole or own.is_desk else 2
    if report.body.place != asked.place:
        return None
    is_of_other_rank = _RANKS.get(report.body.level) != _RANKS.get(asked.level)
    if report.body.level and asked.level and is_of_other_rank and (own is None or not own.level):
        return None  # of the district that the town gave its name to
    if own is None:
        return 0
    if own.is_desk and not asked.body:
        # The desk receives for the whole; its own count may leave out the communes.
        return 1
    return 0 if own.is_desk or own.body == report.body.body or not asked.body or own.body == asked.body else None


def is_asked_body(own: Organisation, asked: Organisation, report: ReportEntry) -> bool:
    """Whether a body that a report names is the one asked for; without a place of its own it is of the report's.

    A place's committee and the place are one; where only a place is asked for, any body of it will not do.
    """
    if own.level and asked.level and own.level != asked.level:
        return False
    places = {own.place} if own.place or own.body in _GOVERNING else {report.body.place, report.province}
    if asked.place and asked.place not in places:
        return False
    if asked.body in _GOVERNING:
        return own.body in _GOVERNING
    return own.body == asked.body or own.body.startswith(f"{asked.body} ")


def is_within_body(report: ReportEntry, own: Organisation | None, asked: Organisation) -> bool:
    """Whether a figure is of the body asked for or of one within it: the figure's own body or its report's is that one, or of that place."""
    if asked.place and asked.place not in {report.body.place, report.province, own.place if own else ""}:
        return False
    if asked.body in {"", "ubnd", report.body.body, own.body if own else ""}:
        return True
    # "Sở Nông nghiệp" is "Sở Nông nghiệp và Phát triển nông thôn".
    return report.body.body.startswith(f"{asked.body} ") and asked.body.startswith("so ")


def is_one_of_many(body: Organisation, level: str) -> bool:
    """Whether what a body receives is a part of what its province or district does; a commune has one desk for all."""
    if level == "commune":
        return False
    return body.is_desk or (body.body.startswith("so ") and not body.body.startswith(_ON_ALL))


_CENTRE = "trung tam "


def _same_body(a: Organisation, b: Organisation) -> bool:
    if not a.body or not b.body:
        return False
    # "Một cửa thành phố" is its "Trung tâm Một cửa".
    same = (
        a.body.removeprefix(_CENTRE) == b.body.removeprefix(_CENTRE)
        or a.body.startswith(f"{b.body} ")
        or b.body.startswith(f"{a.body} ")
    )
    levels = not a.level or not b.level or a.level == b.level or "city" in {a.level, b.level}
    return same and levels and (not a.place or not b.place or a.place == b.place)


def _has_desk(report: ReportEntry, asked: Organisation) -> bool:
    is_department, is_centre = report.body.body.startswith("so "), asked.body.startswith(_CENTRE.strip())
    if report.body.body.startswith("so noi vu") or (is_department and (asked.level == "province" or is_centre)):
        return False  # a department's own counter is not the province's centre
    if _SPEAKS_OF_DESKS.search(fold(report.facts.title)) and desk_of_title(report.facts.title) is None:
        return False  # "… tại Bộ phận Một cửa cấp huyện": of these, or of several
    return asked.body in report.desks or "mot cua" in report.desks


_SPEAKS_OF_DESKS = pattern_of(r"\b(?:giai quyet|tiep nhan)\b.* tai (?:trung tam|bo phan|mot cua)\b")
_WORD = pattern_of(r"\w+")


def _is_below(entry: StatementEntry, asked: Organisation) -> bool:
    """Whether a district or commune reports it, and the sentence does not say that it is the province's or city's desk."""
    level = {"province": "tinh", "city": "thanh pho"}[asked.level]
    is_below = entry.report.body.level in BELOW_PROVINCE
    return is_below and f"{asked.body} {level}" not in normalise(entry.folded)


def _is_headed_by(entry: StatementEntry, body: str, needed: list[str]) -> bool:
    """Whether the heading above it is the desk itself: "2. Trung tâm Phục vụ hành chính công tỉnh" in its office's report."""
    if entry.statement.task is not None or entry.is_row:
        return False
    # The last may be what the sentence says of itself before a colon: "Máy lấy số: đã lắp 02 máy".
    above = (normalise(heading).split() for heading in entry.statement.heading.split(" > ")[-2:])
    name = body.split()
    return any(
        words[: len(name)] == name and len(name) < len(words) <= _LONGEST_NAME and set(words).issuperset(needed)
        for words in above
    )


_LONGEST_NAME = 12  # words: "trung tam phuc vu hanh chinh cong tinh" with its place


def is_of_bodies(entry: StatementEntry, bodies: tuple[OrganisationMention, ...]) -> bool:
    """Whether a sentence is of every body asked for: by the issuer of its report, or by its own words."""
    said: set[str] | None = None
    for asked in {mention.organisation for mention in bodies}:
        if asked.is_desk and not asked.place and asked.level in {"province", "city"} and _is_below(entry, asked):
            return False  # a commune's counter is not the city's
        is_own = asked.body == entry.report.body.body or (
            entry.report.body.is_desk and f"{asked.body} " == _CENTRE and not asked.place
        )
        if (is_own or not asked.is_desk) and _one_distance(entry.report, None, asked) is not None:
            continue
        # A commune's report names its centre without its own place.
        is_own_place = asked.place in {entry.report.body.place, entry.report.province}
        needed = f"{asked.body} {'' if is_own_place else asked.place}".split()
        if asked.is_desk and _is_headed_by(entry, asked.body, needed):
            continue
        if not all(word in entry.folded or word in normalise(entry.folded) for word in needed):
            return False  # most are seen to have not even their letters
        said = said or {*normalise(entry.folded).split(), *_WORD.findall(entry.folded)}
        if not said.issuperset(needed):
            return False
        if asked.body.startswith("so ") and asked.body not in normalise(entry.folded):
            return False  # "Quyết định số … Phòng Y tế" has the words of "Sở Y tế"
    return True


def asks_whole(terms: Terms, bodies: Sequence[OrganisationMention], said: str) -> bool:
    """Whether the whole of a province, district or commune is asked for: "toàn tỉnh", or of the one that is named, "cả tỉnh Sông Trà"."""
    if "whole" in terms.dimensions.get("scope", ()):
        return True
    return len(bodies) == 1 and any(f"{all_of} {bodies[0].name}" in said for all_of in ("ca", "toan"))
