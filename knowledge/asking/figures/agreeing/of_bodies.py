"""Whether a figure is of the body and level that a question names, and whether it is of the whole or only of its desk."""

import re
from collections.abc import Callable, Iterator

from knowledge.asking.bodies import (
    AS_DESK,
    BELOW_PROVINCE,
    REPORTING,
    body_distance,
    is_central,
    is_one_of_many,
    speaks_for_province,
)
from knowledge.asking.column_heads import column_heads
from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.figures.told_dimensions import is_level_of_later
from knowledge.asking.library import FigureEntry, Library, ReportEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, parse_organisation
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed


def differences_of_level(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it is of another level or province; nothing where neither is named."""
    level = query.level
    if level == "ministry":
        yield lambda entry: not is_central(entry.report.body)
    if level in {"province", "district"}:
        yield lambda entry: entry.report.body.level in BELOW_PROVINCE and entry.report.body.level != level
    if level == "province":
        yield lambda entry: is_central(entry.report.body)
        if _SAYS_PROVINCE.search(query.said) and not _SAYS_CITY.search(query.said):
            yield lambda entry: entry.report.body.level == "city"  # whichever province it is in
    if level in BELOW_PROVINCE and not query.bodies:
        yield lambda entry: not _is_of_level(entry, level)
    # "Tỉnh", "Khau Lĩnh": the province as such, and none of its bodies.
    named = [b.organisation for b in query.bodies if not b.organisation.body]
    is_province = level == "province" or any(one.level == "province" for one in named)
    places = frozenset(one.place for one in named if not one.level)
    if is_province or places:
        yield lambda entry: (is_province or entry.report.province in places) and not _speaks_for_province(entry)


def differences_of_own(query: FigureQuery) -> Iterator[Differs]:
    """Of what a department that reports on its province has by itself ("riêng Sở Nội vụ"): what came in elsewhere is none of it."""
    if any(
        b.organisation.body.startswith(REPORTING) and _BY_ITSELF.fullmatch(query.said[: b.start]) for b in query.bodies
    ):
        yield _is_of_all_reported_on


_BY_ITSELF = pattern_of(r".*\b(?:rieng|noi bo|tai rieng)(?: cua| o| tai)? ")


@once_each
def _is_of_all_reported_on(entry: FigureEntry) -> bool:
    """Whether dossiers are told in such a department's report and nothing says that they are its own."""
    if "#dossier" not in entry.own.words | entry.head.words or entry.body is not None:
        return False
    return entry.report.body.body.startswith(REPORTING) and not _is_departments_own(entry)


_SAYS_PROVINCE, _SAYS_CITY = (
    pattern_of(r"\b(?:cua|toan|ca|cap|o|trong) tinh\b(?! (?:den|toi|hinh|toan|gian|tu|trang)\b)"),
    pattern_of(r"\b(?:thanh pho|tp|city)\b"),
)


@once_each
def _speaks_for_province(entry: FigureEntry) -> bool:
    is_whole, is_row = is_said_whole(entry), entry.statement.is_row
    if not is_whole and _is_departments_own(entry):
        return False
    return speaks_for_province(entry.report, entry.body, is_said_whole=is_whole, is_row=is_row)


@once_each
def _is_departments_own(entry: FigureEntry) -> bool:
    """Whether the last sentence of its section that says whose dossiers are told says that they are the department's own.

    "Sở Nội vụ tiếp nhận 1.246 hồ sơ …. Hiện còn 62 hồ sơ đang xử lý.": the department reports on the province as well.
    """
    if entry.report.body.body in {"", "ubnd", "hdnd"} or "|" in entry.statement.folded:
        return False
    own, text = entry.statement.statement, entry.report.text
    told = [s for s in entry.report.statements if s.heading == own.heading and s.span.start <= own.span.start]
    for statement in reversed(told):
        words = statement.span.cut(text)
        if _DEPARTMENT_ITSELF.search(words):
            return True
        if _OF_WHOLE.search(words):
            return False
    return False


# "Sở tiếp nhận 812 hồ sơ": and no "toàn tỉnh", "cấp huyện" nearer.
_DEPARTMENT_ITSELF = re.compile(
    r"(?:^|[-+,;:.)] )(?:Sở|Văn phòng)(?: Nội vụ| UBND tỉnh)?(?: đã)? (?:tiếp nhận|nhận|giải quyết|xử lý|trả kết quả)\b"
)
_OF_WHOLE = re.compile(
    r"(?i)\b(?:toàn tỉnh|cả tỉnh|toàn thành phố|cấp tỉnh|cấp huyện|cấp xã|các cấp|các sở|các huyện)\b"
)


def _is_of_level(entry: FigureEntry, level: str) -> bool:
    """Whether a figure is of a district or commune as such ("ở huyện"): a province's own figure is not."""
    body = entry.body or entry.report.body
    if level in {body.level, entry.report.body.level}:
        return True
    scopes = (entry.own, entry.head, entry.statement.terms, entry.statement.above)
    is_said = any(f"level_{level}" in terms.dimensions.get("scope", ()) for terms in scopes)
    return is_said and not is_level_of_later(entry, f"level_{level}")


def distances_of(query: FigureQuery, *, has_own: bool) -> Callable[[FigureEntry], int | None]:
    """What tells how far the body of a figure is that agrees in all else; None where it is another's.

    `has_own`: the desk that is asked for reports itself.
    """
    known: dict[tuple[int, Organisation | None, bool], int | None] = {}

    def distance_of(entry: FigureEntry) -> int | None:
        # A report has many figures of one body.
        whose = entry.report.index, entry.body, entry.statement.is_row
        if whose not in known:
            known[whose] = body_distance(entry.report, entry.body, query.bodies, is_row=entry.statement.is_row)
        distance = known[whose]
        if distance == AS_DESK and query.bodies and (has_own or _is_of_office(entry)):
            return None
        if (
            distance == AS_DESK
            and "#dossier" in entry.own.words
            and (is_said_whole(entry) or _tells_desk_apart(entry.report))
        ):
            return None  # "Toàn tỉnh … trễ hạn 2.122 hồ sơ. Riêng Trung tâm …": of the province, and not of its desk
        return distance

    return distance_of


# "Biên chế có mặt 40/42 người", "hoàn thành 20/24 nhiệm vụ": of the office that reports, and not of its desk.
_OF_OFFICE = frozenset(
    {"#headcount", "#staff", "#human_resources", "#rooms", "#training", "#delegated", "#downsizing", "#discipline"}
)
_OFFICE_COUNTS = pattern_of(
    r"(?:nhiem vu|van ban|quyet dinh|ke hoach|cong van|phong|bien che|can bo|cong chuc|vien chuc)\b"
)
_OFFICE_SAYS = pattern_of(r"\b(?:van ban|ke hoach so|nhiem vu)\b")


@once_each
def _is_of_office(entry: FigureEntry) -> bool:
    """Whether it tells of staff, divisions, tasks or documents, which an office has of its own."""
    figure = entry.figure
    if fold(figure.unit).startswith("ho so") or "timeliness" in entry.own.dimensions:
        return False
    if not _OF_OFFICE.isdisjoint(entry.own.words | entry.head.words):
        return True
    return (
        _OFFICE_COUNTS.match(fold(figure.unit)) is not None
        or _OFFICE_SAYS.search(f"{fold(figure.head)} {fold(figure.label)}") is not None
    )


def reports_itself(library: Library, query: FigureQuery) -> bool:
    """Whether a desk that is asked for has reports of its own, so that those of the body that it receives for are none of its."""
    desks = frozenset(b.organisation.body for b in query.bodies if b.organisation.is_desk)
    if not desks:
        return False
    return library.once(
        (reports_itself, desks), lambda: bool(library.filed.of_issuers(lambda report: report.body.body in desks, ()))
    )


@once_each
def is_of_one_body(entry: FigureEntry) -> bool:
    """Whether it is the count of one desk or department, where the whole province or district is asked for: "Trung tâm quá hạn 70 hồ sơ".

    A commune's desk receives all of it; a report of home affairs is on all, where it does not say that it is on the department.
    """
    if is_said_whole(entry) or _goes_on_about_all(entry):
        return False
    if _is_total_of_some(entry):
        return True
    return is_one_of_many(entry.body or entry.report.body, entry.report.body.level) or _is_own_counter(entry)


# "TT | Địa phương | Tiếp nhận", "Cộng | 21.500": what the districts have together, without the departments.
_UNITS_OF_ONE_SORT = pattern_of(
    lambda: rf"(?:(?:stt|tt|so tt)\W+)?(?:ten )?(?:cac )?(?:{listed('counting', 'dossiers', 'sharers')})\b"
)
_SUM = pattern_of(r"\W*(?:tong(?: so| cong)?|cong)\b")


@once_each
def _is_total_of_some(entry: FigureEntry) -> bool:
    """Whether it is the total of a table whose rows are units or fields of one sort, of which nobody says that they are all."""
    heads = column_heads(entry) if entry.statement.is_row and _SUM.match(fold(entry.figure.label)) else None
    return heads is not None and _UNITS_OF_ONE_SORT.match(fold(heads.span.cut(entry.report.text))) is not None


# "Bộ phận Một cửa và Trung tâm Phục vụ hành chính công các cấp trong tỉnh tiếp nhận …. c) Đã giải quyết …".
_SPEAKS_OF_DESK = pattern_of(r"\b(?:trung tam|mot cua|bo phan tiep nhan)\b")
_OF_ALL_DESKS = pattern_of(r"\b(?:cac cap|(?:ba|hai|2|3) cap|trong tinh|toan tinh|tren dia ban|cac (?:xa|so|huyen))\b")
_SPOKEN_OF_WITHIN = 8


def _goes_on_about_all(entry: FigureEntry) -> bool:
    """Whether the last sentence before it that speaks of a desk speaks of the desks of all levels."""
    if entry.body is None or not entry.body.is_desk or _SPEAKS_OF_DESK.search(entry.statement.folded):
        return False
    statements, report = entry.report.statements, entry.report
    at = statements.place_of(entry.statement)
    before = (report.folded(statements[n]) for n in range(at - 1, max(at - 1 - _SPOKEN_OF_WITHIN, -1), -1))
    spoken = next((folded for folded in before if _SPEAKS_OF_DESK.search(folded)), "")
    return _OF_ALL_DESKS.search(spoken) is not None


@once_each
def _is_own_counter(entry: FigureEntry) -> bool:
    """Whether it is what came in at the department's own place: "Tại quầy của Sở ở Trung tâm …", below "… thủ tục hành chính tại Sở"."""
    if not entry.report.body.body.startswith("so "):
        return False
    heading = fold(entry.statement.statement.heading.rpartition(" > ")[2])
    return _OWN_COUNTER.search(entry.statement.folded) is not None or _AT_DEPARTMENT.search(heading) is not None


_AT_DEPARTMENT = pattern_of(r"\b(?:tai|cua) (?:rieng )?so\b(?!,? (?:nganh|va)\b)")
_OWN_COUNTER = pattern_of(r"\b(?:quay|bo phan|o|cua so) (?:giao dich )?(?:cua|rieng) so\b")


def _tells_desk_apart(report: ReportEntry) -> bool:
    """Whether a committee's report gives figures of its desk as such, so that its others are none of the desk's."""
    if report.body.body != "ubnd":
        return False
    return any(parse_organisation(name).is_desk for name in report.bodies_told)


@once_each
def is_said_whole(entry: FigureEntry) -> bool:
    """Whether the figure's own words or its sentence's say that it is of the whole ("toàn tỉnh", "của tỉnh")."""
    places = (entry.own, entry.head, entry.statement.terms, entry.statement.above)
    is_said = any("whole" in terms.dimensions.get("scope", ()) for terms in places)
    return is_said or _TOTAL_OF_PLACE.match(fold(entry.figure.label)) is not None


# "Tổng số thủ tục đang có hiệu lực trên địa bàn tỉnh là …", in a department's report as well.
_TOTAL_OF_PLACE = pattern_of(r"\W*tong (?:so|cong)\b.* tren dia ban (?:tinh|thanh pho|huyen|thi xa|quan)\b")
