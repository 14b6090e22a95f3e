"""Whether a figure agrees with all that a question says exactly: its period, body, sort, unit, dates, and what it counts."""

import re
from decimal import Decimal
from functools import cache

from knowledge.asking.bodies import AS_DESK, body_distance, is_central, speaks_for_province
from knowledge.asking.bounds import is_limit
from knowledge.asking.concepts import Terms
from knowledge.asking.counted import (
    DOSSIERS,
    STAFF,
    are_same_staff,
    counts_asked,
    counts_others,
    counts_people,
    is_unasked_size,
    staff_told,
)
from knowledge.asking.covering import ends_in, has_dates, is_of_days, is_of_whole_report, is_since
from knowledge.asking.denying import is_other_way
from knowledge.asking.dimensions import dimensions_agree, is_in_other_words
from knowledge.asking.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry, ReportEntry
from knowledge.asking.shelves.entries import once_a_figure
from knowledge.asking.shelves.sifting import index_of
from knowledge.asking.shelves.terms import INDICES
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import parse_organisation
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# What a part of the asked body tells is so far from what is asked.
PART = 2
# What is said in the place of a unit: "mấy cái".
_CLASSIFIERS = frozenset({"", "cai", "bo", "vu"})


def agree(entry: FigureEntry, query: FigureQuery) -> int | None:
    """How far the figure's body is from the asked one, or None where anything said exactly differs."""
    figure = entry.figure
    if query.report is not None and entry.report is not query.report:
        return None
    if query.level == "ministry" and not is_central(entry.report.body):
        return None
    if (
        query.level in {"province", "district"}
        and entry.report.body.level in {"district", "commune"}
        and entry.report.body.level != query.level
    ):
        return None
    if query.level == "province" and is_central(entry.report.body):
        return None
    if query.level in {"district", "commune"} and not query.bodies and not _is_of_level(entry, query.level):
        return None
    if _asks_province(query, entry.report) and not speaks_for_province(
        entry.report, entry.body, is_said_whole=is_said_whole(entry), is_row="|" in entry.statement.folded
    ):
        return None
    if query.measures and figure.measure not in query.measures:
        return None
    if query.is_against_year_before and figure.measure is Measure.CHANGE and not _is_against_year_before(entry):
        return None
    if query.until is not None and not ends_in(entry, query.until):
        return None
    if query.window is not None and not is_of_days(entry, query.window):
        return None
    if query.since is not None and not is_since(entry, query.since, is_from_then=query.until is not None):
        return None
    if is_limit(entry) or is_other_way(entry, query.said):
        return None
    is_of_title = query.period is not None and figure.period != query.period
    if is_of_title and not (query.period and is_of_whole_report(entry, query.period)):
        return None
    if query.kind_index and (figure.period is None or index_of(figure.period) != query.kind_index):
        return None
    if query.value is not None and not _names_value(entry, query.value, is_beside=query.is_value_beside):
        return None
    if query.dates and not has_dates(entry, query.dates):
        return None
    if query.document and query.document not in entry.statement.folded.replace(" ", ""):
        return None
    if not dimensions_agree(entry, query.terms, query.bodies, query.level):
        return None
    # One letter for one dossier: "xin lỗi bao nhiêu hồ sơ".
    is_letters = "#apology" in query.terms.words and query.unit == "ho so" and "xin loi" in fold(figure.written)
    if query.unit and not is_letters and not counts_asked(entry, query.unit):
        return None
    if is_unasked_size(entry, query.said):
        return None
    if _is_of_occasion(entry, query):
        return None
    if query.staff and not are_same_staff(query.staff, staff_told(entry)):
        return None
    if query.staff and _is_of_both(entry, query.staff):
        return None
    if query.staff and query.unit and STAFF.search(query.unit) and _counts_all_staff(entry):
        return None
    if not query.unit and query.terms.topics == DOSSIERS and counts_others(entry):
        return None
    if query.unit in _CLASSIFIERS and query.terms.topics == DOSSIERS and counts_others(entry):
        return None
    if query.unit in _CLASSIFIERS and "#dossier" in query.terms.topics and counts_people(entry):
        return None  # "hồ sơ đất đai quá hạn mấy cái" is not how many survey the land
    if not query.unit and _counts_what_came_in(entry, query.terms):
        return None
    if "#apology" in query.terms.words and figure.measure is Measure.COUNT and not _is_of_apologies(entry):
        return None
    if query.measures == {Measure.SHARE} and "#apology" in _said_of(entry) - query.terms.words:
        return None  # "đã gửi 5.120 thư cho 6.634 hồ sơ trễ hẹn (77,18%)": the share of those apologised for
    if _is_of_other_index(entry, query.terms):
        return None
    if _is_of_named_thing(entry, query):
        return None
    if figure.measure is Measure.MONEY and "#saved" in (entry.own.words | entry.head.words) - query.terms.words:
        return None  # what was saved of it is not what it was
    if "tra loi" in query.acts and _is_only_received(entry):
        return None
    distance = body_distance(entry.report, entry.body, query.bodies, is_row="|" in entry.statement.folded)
    if (
        distance == AS_DESK
        and "#dossier" in entry.own.words
        and (is_said_whole(entry) or _tells_desk_apart(entry.report))
    ):
        return None  # "Toàn tỉnh … trễ hạn 2.122 hồ sơ. Riêng Trung tâm …": of the province, and not of its desk
    if distance is not None and (is_of_title or is_in_other_words(entry, query.terms)):
        return distance + 1
    if (
        distance is not None
        and entry.body
        and entry.body.is_desk
        and ("whole" in query.terms.dimensions.get("scope", ()) or (query.level == "province" and not query.bodies))
    ):
        return distance + PART  # of the whole district or province the desk's count is a part
    return distance


# "Mô hình "Sáng thứ Bảy vì dân" … đã tiếp nhận 318 hồ sơ": what is called so by a name in quotation marks.
_NAMED_THING = pattern_of(r"^(?P<sort>[^\"“”.:;|]{0,40})[\"“](?P<name>[^\"“”|]{4,80})[\"”]")
# So many words before its name say what sort of thing it is; so much of its name a question that means it says.
_WORDS_OF_SORT = 2
_NAME_SAID = 0.5


def _is_of_named_thing(entry: FigureEntry, query: FigureQuery) -> bool:
    """Whether its sentence begins with a thing that has a name of its own and that the question does not speak of."""
    if query.value is not None or query.document or (named := _named_thing(entry)) is None:
        return False
    said = set(query.said.split())
    sort, name = named
    if sort and all(word in said for word in sort):
        return False  # "kênh Zalo có bao nhiêu người quan tâm"
    return sum(word in said for word in name) < _NAME_SAID * len(name)


@once_a_figure
def _named_thing(entry: FigureEntry) -> tuple[list[str], list[str]] | None:
    """The words that say what sort of thing its sentence begins with, and those of its name."""
    start = entry.statement.statement.span.start
    named = _NAMED_THING.match(entry.report.text[start : entry.figure.span.start])
    if named is None:
        return None
    return fold(named["sort"]).split()[-_WORDS_OF_SORT:], fold(named["name"]).split()


# "Tổ chức 03 chuyến tiếp nhận lưu động tại xã …, nhận 146 hồ sơ": what came in on these occasions, and not in the whole time.
@cache
def _occasions() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What a sentence on such occasions begins with, and how many of them there were."""
    told = load_vocabulary("counting")["occasions"]
    return (
        re.compile(rf"(?:da |phoi hop )*(?:{any_of(told['held'])})\b"),
        re.compile(rf"\b\d+ (?P<occasion>{any_of(told['words'])})\b"),
    )


def _is_of_occasion(entry: FigureEntry, query: FigureQuery) -> bool:
    """Whether dossiers are asked for and its own words before it tell of some occasions that the question does not name."""
    statement, (held, occasion) = entry.statement, _occasions()
    if not query.unit.startswith("ho so") or not held.match(statement.folded):
        return False
    named = occasion.search(statement.folded, 0, max(entry.figure.span.start - statement.statement.span.start, 0))
    return named is not None and re.search(rf"\b{named['occasion']}\b", query.said) is None


def _counts_what_came_in(entry: FigureEntry, asked: Terms) -> bool:
    """Whether dossiers are counted where services are asked for: "dịch vụ công mức độ 4 có mấy"."""
    is_of_services = "#public_service" in asked.words and "#dossier" not in asked.words
    return (
        is_of_services and not asked.dimensions.keys() & {"stage", "timeliness"} and "ho so" in fold(entry.figure.unit)
    )


def _said_of(entry: FigureEntry) -> frozenset[str]:
    return entry.own.words | entry.head.words


def _is_of_apologies(entry: FigureEntry) -> bool:
    """Whether its own words tell of apologies: "đối với 66 hồ sơ quá hạn, đã gửi 63 thư xin lỗi" has them in one of the two."""
    return bool({"#apology"} & (entry.own_words | entry.head_words)) or "xin loi" in fold(entry.figure.written)


def _is_against_year_before(entry: FigureEntry) -> bool:
    """Whether a change is one since the same time of an earlier year, as far as is known."""
    figure = entry.figure
    if figure.compared_to is None or figure.period is None:
        return True
    return figure.compared_to.kind is figure.period.kind and figure.compared_to.last.year < figure.period.last.year


def _names_value(entry: FigureEntry, value: Decimal, *, is_beside: bool) -> bool:
    """Whether the figure is of that value or of so many, or another of its sentence is."""
    told = entry.statement.statement.figures if is_beside else (entry.figure,)
    return any(value in {figure.value, figure.whole} for figure in told)


def _is_of_both(entry: FigureEntry, staff: str) -> bool:
    """Whether its sentence counts just those who are asked for beside it: "07 trường hợp (02 công chức, 05 viên chức)"."""
    figure = entry.figure
    others = (f for f in entry.statement.statement.figures if f is not figure and f.measure is figure.measure)
    return staff not in fold(f"{figure.label} {figure.written}") and any(
        staff in fold(f.unit) and f.value < figure.value and f.span.start > figure.span.start for f in others
    )


def _counts_all_staff(entry: FigureEntry) -> bool:
    """Whether it counts people of whom neither it nor its sentence or heading says that they are officials or employees."""
    told = f"{fold(entry.figure.label)} {entry.statement.folded} {fold(entry.statement.statement.heading)}"
    return fold(entry.figure.unit) == "nguoi" and not (
        STAFF.search(told) or "hanh chinh" in told or "bien che" in fold(entry.figure.head)
    )


def _is_only_received(entry: FigureEntry) -> bool:
    """Whether its own words tell of what came in and of no answer to it."""
    return entry.own.dimensions.get("stage") == frozenset({"received"}) and "tra loi" not in fold(entry.figure.label)


def _tells_desk_apart(report: ReportEntry) -> bool:
    """Whether a committee's report gives figures of its desk as such, so that its others are none of the desk's."""
    if report.body.body != "ubnd":
        return False
    return any(parse_organisation(name).is_desk for name in report.bodies_told)


def _is_of_level(entry: FigureEntry, level: str) -> bool:
    """Whether a figure is of a district or commune as such ("ở huyện"): a province's own figure is not."""
    body = entry.body or entry.report.body
    if level in {body.level, entry.report.body.level}:
        return True
    scopes = (entry.own, entry.head, entry.statement.terms, entry.statement.above)
    return any(f"level_{level}" in terms.dimensions.get("scope", ()) for terms in scopes)


def _is_of_other_index(entry: FigureEntry, asked: Terms) -> bool:
    """Whether the index that is named nearest to the figure is another one: its own words', else its head's."""
    wanted = asked.words & INDICES
    if not wanted:
        return False
    named = next((found for terms in (entry.own, entry.head) if (found := terms.words & INDICES)), frozenset())
    return bool(named) and named.isdisjoint(wanted)


def _asks_province(query: FigureQuery, report: ReportEntry) -> bool:
    """Whether the report's province as such is asked for ("tỉnh", "Khau Lĩnh"), and none of its bodies."""
    return query.level == "province" or any(
        not b.organisation.body
        and (
            b.organisation.level == "province" or (not b.organisation.level and b.organisation.place == report.province)
        )
        for b in query.bodies
    )


@once_a_figure
def is_said_whole(entry: FigureEntry) -> bool:
    """Whether the figure's own words or its sentence's say that it is of the whole ("toàn tỉnh", "của tỉnh")."""
    places = (entry.own, entry.head, entry.statement.terms, entry.statement.above)
    return any("whole" in terms.dimensions.get("scope", ()) for terms in places)
