"""Whether a figure agrees with all that a question says exactly: its period, body, sort, unit, dates, and what it counts."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from functools import cache

from knowledge.asking.apparatus.kinds import tells_of_agencies
from knowledge.asking.bodies import AS_DESK, BELOW_PROVINCE, body_distance, is_central, speaks_for_province
from knowledge.asking.bounds import is_limit
from knowledge.asking.concepts import Terms
from knowledge.asking.counted import (
    DOSSIERS,
    asks_each,
    asks_help,
    asks_of_some,
    asks_size,
    counts_asked,
    counts_others,
    is_helped,
    is_of_some,
    is_rate,
    staff_told,
    tells_size,
)
from knowledge.asking.counted_sorts import STAFF, are_same_staff, counts_people
from knowledge.asking.covering import ends_in, has_dates, is_of_days, is_of_whole_report, is_since
from knowledge.asking.denying import denies, is_not_denied
from knowledge.asking.dimensions import dimensions_agree, is_in_other_words, told_otherwise
from knowledge.asking.examined import asks_passed, tells_passed
from knowledge.asking.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry, ReportEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.sifting import index_of
from knowledge.asking.shelves.terms import INDICES
from knowledge.asking.wanting import SUMS
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import find_numbers
from knowledge.grammar.organisations import parse_organisation
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# What a part of the asked body tells is so far from what is asked.
PART = 2
# What is said in the place of a unit: "mấy cái".
_CLASSIFIERS = frozenset({"", "cai", "bo", "vu"})


Differs = Callable[[FigureEntry], bool]


def agreement(query: FigureQuery) -> Callable[[FigureEntry], int | None]:
    """What tells of a figure how far its body is from the asked one, or None where anything said exactly differs.

    Many figures are held against one question: what it says nothing of is not looked at.
    """
    differences, otherwise = tuple(_differences(query)), told_otherwise(query.terms)
    says_whole = "whole" in query.terms.dimensions.get("scope", ())
    is_of_whole = says_whole or (query.level == "province" and not query.bodies)

    def distance(entry: FigureEntry) -> int | None:
        for differs in differences:
            if differs(entry):
                return None
        found = _distance(entry, query)
        if found is None:
            return None
        is_of_title = query.period is not None and entry.figure.period != query.period
        if is_of_title or is_in_other_words(entry, otherwise):
            return found + 1
        if says_whole and _is_desks_alone(entry):
            return None
        # Of the whole district or province the desk's count is a part.
        return found + PART if is_of_whole and entry.body and entry.body.is_desk else found

    return distance


def _differences(query: FigureQuery) -> Iterator[Differs]:
    """All that a figure may differ in, what is seen sooner first."""
    if (report := query.report) is not None:
        yield lambda entry: entry.report is not report
    if query.measures:
        yield lambda entry: entry.figure.measure not in query.measures
    if query.measures == SUMS:
        yield lambda entry: entry.figure.measure is Measure.RATIO and fold(entry.figure.unit) != "dong"
    yield from _differences_of_level(query)
    yield from _differences_of_time(query)
    yield is_limit
    if denies(query.said):
        yield is_not_denied
    if (value := query.value) is not None:
        yield lambda entry: not _names_value(entry, value, is_beside=query.is_value_beside)
    if query.dates:
        yield lambda entry: not has_dates(entry, query.dates)
    if query.document:
        document = query.document
        yield lambda entry: document not in entry.statement.folded.replace(" ", "")
    yield lambda entry: not dimensions_agree(entry, query.terms, query.bodies, query.level)
    yield from _differences_of_things(query)


def _differences_of_level(query: FigureQuery) -> Iterator[Differs]:
    level = query.level
    if level == "ministry":
        yield lambda entry: not is_central(entry.report.body)
    if level in {"province", "district"}:
        yield lambda entry: entry.report.body.level in BELOW_PROVINCE and entry.report.body.level != level
    if level == "province":
        yield lambda entry: is_central(entry.report.body)
    if level in BELOW_PROVINCE and not query.bodies:
        yield lambda entry: not _is_of_level(entry, level)
    # "Tỉnh", "Khau Lĩnh": the province as such, and none of its bodies.
    named = [b.organisation for b in query.bodies if not b.organisation.body]
    is_province = level == "province" or any(one.level == "province" for one in named)
    places = frozenset(one.place for one in named if not one.level)
    if is_province or places:
        yield lambda entry: (is_province or entry.report.province in places) and not _speaks_for_province(entry)


@once_each
def _speaks_for_province(entry: FigureEntry) -> bool:
    is_whole, is_row = is_said_whole(entry), entry.statement.is_row
    return speaks_for_province(entry.report, entry.body, is_said_whole=is_whole, is_row=is_row)


def _differences_of_time(query: FigureQuery) -> Iterator[Differs]:
    if query.is_against_year_before:
        yield lambda entry: entry.figure.measure is Measure.CHANGE and not _is_against_year_before(entry)
    if (until := query.until) is not None:
        yield lambda entry: not ends_in(entry, until)
    if (window := query.window) is not None:
        yield lambda entry: not is_of_days(entry, window)
    if (since := query.since) is not None:
        yield lambda entry: not is_since(entry, since, is_from_then=query.until is not None)
    if (period := query.period) is not None:
        yield lambda entry: entry.figure.period != period and not is_of_whole_report(entry, period)
    if query.kind_index:
        yield lambda entry: entry.figure.period is None or index_of(entry.figure.period) != query.kind_index


def _differences_of_things(query: FigureQuery) -> Iterator[Differs]:
    """What a figure counts, and of what."""
    words, unit, said = query.terms.words, query.unit, query.said
    if unit:
        # One letter for one dossier: "xin lỗi bao nhiêu hồ sơ".
        is_letters = "#apology" in words and unit == "ho so"
        yield (
            lambda entry: not (is_letters and "xin loi" in fold(entry.figure.written)) and not counts_asked(entry, unit)
        )
    if not asks_size(said):
        yield tells_size
    if not asks_each(said):
        yield is_rate
    if "#dossier" in words and not asks_help(said):
        yield is_helped
    if not asks_of_some(said):
        yield lambda entry: is_of_some(entry, said)
    if unit.startswith("ho so"):
        yield lambda entry: _is_of_occasion(entry, said)
    if tells_of_agencies(said) and not query.bodies:
        yield lambda entry: not _tells_of_agencies(entry)
    if asks_passed(said):
        yield lambda entry: not tells_passed(entry)
    if query.staff:
        yield from _differences_of_staff(query)
    yield from _differences_of_dossiers(query)
    if "#apology" in words:
        yield lambda entry: entry.figure.measure is Measure.COUNT and not _is_of_apologies(entry)
    elif query.measures == {Measure.SHARE}:
        # "Đã gửi 5.120 thư cho 6.634 hồ sơ trễ hẹn (77,18%)": the share of those apologised for.
        yield lambda entry: "#apology" in entry.own.words or "#apology" in entry.head.words
    if indices := words & INDICES:
        yield lambda entry: _is_of_other_index(entry, indices)
    if query.value is None and not query.document:
        said_words = frozenset(said.split())
        yield lambda entry: _is_of_named_thing(entry, said_words)
    if "#saved" not in words:
        yield _is_saved  # what was saved of it is not what it was
    if "tra loi" in query.acts:
        yield _is_only_received


def _differences_of_dossiers(query: FigureQuery) -> Iterator[Differs]:
    """What a figure counts where dossiers or services are asked for without a unit."""
    words, unit = query.terms.words, query.unit
    if unit in _CLASSIFIERS and query.terms.topics == DOSSIERS:
        yield counts_others
    if unit in _CLASSIFIERS and "#dossier" in words:
        yield counts_people  # "hồ sơ đất đai quá hạn mấy cái" is not how many survey the land
    if not unit and _asks_services(query.terms):
        # What came in, where services are asked for: "dịch vụ công mức độ 4 có mấy".
        yield lambda entry: "ho so" in fold(entry.figure.unit)


def _differences_of_staff(query: FigureQuery) -> Iterator[Differs]:
    staff = query.staff
    yield lambda entry: not are_same_staff(staff, staff_told(entry))
    yield lambda entry: _is_of_both(entry, staff)
    if query.unit and STAFF.search(query.unit):
        yield _counts_all_staff


def _distance(entry: FigureEntry, query: FigureQuery) -> int | None:
    """How far the body of a figure is that agrees in all else; None where it is another's."""
    distance = body_distance(entry.report, entry.body, query.bodies, is_row=entry.statement.is_row)
    if distance is None:
        return None
    if (
        distance == AS_DESK
        and "#dossier" in entry.own.words
        and (is_said_whole(entry) or _tells_desk_apart(entry.report))
    ):
        return None  # "Toàn tỉnh … trễ hạn 2.122 hồ sơ. Riêng Trung tâm …": of the province, and not of its desk
    return distance


# "Mô hình "Sáng thứ Bảy vì dân" … đã tiếp nhận 318 hồ sơ": what is called so by a name in quotation marks.
_NAMED_THING = pattern_of(r"^(?P<sort>[^\"“”.:;|]{0,40})[\"“](?P<name>[^\"“”|]{4,80})[\"”]")
# So many words before its name say what sort of thing it is; so much of its name a question that means it says.
_WORDS_OF_SORT = 2
_NAME_SAID = 0.5


def _is_of_named_thing(entry: FigureEntry, said: frozenset[str]) -> bool:
    """Whether its sentence begins with a thing that has a name of its own and that these words of a question do not say."""
    if (named := _named_thing(entry)) is None:
        return False
    sort, name = named
    if sort and all(word in said for word in sort):
        return False  # "kênh Zalo có bao nhiêu người quan tâm"
    return sum(word in said for word in name) < _NAME_SAID * len(name)


@once_each
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


def _is_of_occasion(entry: FigureEntry, said: str) -> bool:
    """Whether the dossiers are of some occasions, by its own words before them, that the question does not name."""
    occasion = _occasion(entry)
    return bool(occasion) and re.search(rf"\b{occasion}\b", said) is None


@once_each
def _occasion(entry: FigureEntry) -> str:
    """What it came in on, where its own words before it begin with such occasions."""
    statement, (held, occasion) = entry.statement, _occasions()
    if not held.match(statement.folded):
        return ""
    named = occasion.search(statement.folded, 0, max(entry.figure.span.start - statement.statement.span.start, 0))
    return named["occasion"] if named else ""


@once_each
def _tells_of_agencies(entry: FigureEntry) -> bool:
    """Whether its sentence or heading speaks of the divisions of all agencies."""
    return tells_of_agencies(f"{fold(entry.statement.statement.heading)} | {entry.statement.folded}")


def _asks_services(asked: Terms) -> bool:
    """Whether services are asked for, and nothing that came in or was settled: "dịch vụ công mức độ 4 có mấy"."""
    is_of_services = "#public_service" in asked.words and "#dossier" not in asked.words
    return is_of_services and asked.dimensions.keys().isdisjoint({"stage", "timeliness"})


def _is_saved(entry: FigureEntry) -> bool:
    """Whether it is money that was saved."""
    is_money = entry.figure.measure is Measure.MONEY
    return is_money and ("#saved" in entry.own.words or "#saved" in entry.head.words)


def _is_of_apologies(entry: FigureEntry) -> bool:
    """Whether its own words tell of apologies: "đối với 66 hồ sơ quá hạn, đã gửi 63 thư xin lỗi" has them in one of the two."""
    return "#apology" in entry.own_words or "#apology" in entry.head_words or "xin loi" in fold(entry.figure.written)


def _is_against_year_before(entry: FigureEntry) -> bool:
    """Whether a change is one since the same time of an earlier year, as far as is known."""
    figure = entry.figure
    if figure.compared_to is None or figure.period is None:
        return True
    return figure.compared_to.kind is figure.period.kind and figure.compared_to.last.year < figure.period.last.year


def _names_value(entry: FigureEntry, value: Decimal, *, is_beside: bool) -> bool:
    """Whether the figure is of that value or of so many, or what it is of is called by it; or another of its sentence is."""
    told = entry.statement.statement.figures if is_beside else (entry.figure,)
    return any(value in {figure.value, figure.whole} for figure in told) or value in _numbers_of_label(entry)


@once_each
def _numbers_of_label(entry: FigureEntry) -> frozenset[Decimal]:
    """The shares that what it is of is called by: "tiết kiệm thêm 10% chi thường xuyên: 142,6 tỷ đồng"."""
    label = fold(entry.figure.label)
    return frozenset(n.value for n in find_numbers(label) if n.is_percent)


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


def _is_desks_alone(entry: FigureEntry) -> bool:
    """Whether it is the desk's own count of dossiers in a report that tells the whole's apart: "Trung tâm quá hạn 70 hồ sơ"."""
    is_desks = entry.body is not None and entry.body.is_desk and not is_said_whole(entry)
    return is_desks and "#dossier" in entry.own.words and _tells_whole(entry.report)


@once_each
def _tells_whole(report: ReportEntry) -> bool:
    """Whether a committee's report counts dossiers of the whole as such, so that its desk's are none of these."""
    return report.body.body == "ubnd" and _COUNTS_WHOLE.search(fold(str(report.text))) is not None


_COUNTS_WHOLE = pattern_of(
    r"\b(?:toan|ca) (?:tinh|thanh pho|huyen|thi xa|quan)\b[^.;|\n]{0,80}\b\d[\d.]* ho so"
    r"|\bca (?:ba|hai|3|2|cac) cap\b[^.;|\n]{0,80}\b\d[\d.]* ho so"
)


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


def _is_of_other_index(entry: FigureEntry, wanted: frozenset[str]) -> bool:
    """Whether the index that is named nearest to the figure is another one: its own words', else its head's."""
    named = (entry.own.words & INDICES) or (entry.head.words & INDICES)
    return bool(named) and named.isdisjoint(wanted)


@once_each
def is_said_whole(entry: FigureEntry) -> bool:
    """Whether the figure's own words or its sentence's say that it is of the whole ("toàn tỉnh", "của tỉnh")."""
    places = (entry.own, entry.head, entry.statement.terms, entry.statement.above)
    return any("whole" in terms.dimensions.get("scope", ()) for terms in places)
