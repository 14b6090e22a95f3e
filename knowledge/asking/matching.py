"""Which figures fit a question: what is said exactly must agree, the rest is weighed."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import lru_cache

from knowledge.asking.bodies import AS_DESK, body_distance, is_central, speaks_for_province
from knowledge.asking.concepts import NAME, Terms, name_word
from knowledge.asking.counted import (
    DOSSIERS,
    STAFF,
    are_same_staff,
    counts_asked,
    counts_others,
    counts_people,
    staff_told,
)
from knowledge.asking.covering import is_of_whole_report
from knowledge.asking.dimensions import dimensions_agree, is_in_other_words
from knowledge.asking.library import FigureEntry, Library, ReportEntry, all_words
from knowledge.asking.shelves.sifting import index_of, sift_figures
from knowledge.asking.shelves.terms import INDICES
from knowledge.facts import Measure, Period
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, OrganisationMention, parse_organisation

# Weights of the places where an asked word may stand.  Measured on the question sets (docs/answering.md): a
# figure's own clause says most, headings and the report's title least.
_OWN, _HEAD, _STATEMENT, _ABOVE, _REPORT = 1.0, 0.9, 0.7, 0.6, 0.5
# What a topic that the figure has and the question has not takes off.
_EXTRA_TOPIC, _EXTRA_WORD, _EXTRA_ROW_WORD, _EXTRA_MOST = 0.1, 0.012, 0.06, 0.35
# "Còn mấy phòng": a figure told as what is left fits better than one told as such.
_MOMENT = 0.08
_EXTRA_OF_DAY = 0.2
# As many words as the names of most places have, whatever they are.
_WORDS_OF_NAME = 2
# What a part of the asked body tells is so far from what is asked.
PART = 2
# Topics so common in these reports that they tell nothing apart.
GENERIC = frozenset(
    {"#total", "#score", "#dossier", "#reform", "#procedure", "#staff", "#rooms", "#delegated", "#headcount"}
)
# What nearly every figure of these reports is about is often left unsaid: "tỷ lệ số hóa đạt 74%" is of dossiers.
_EVERYWHERE = frozenset({"#dossier", "#reform", "#procedure", "nguoi"})
_GENERIC_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class FigureQuery:
    """What figure is wanted; empty slots allow anything."""

    terms: Terms
    measures: frozenset[Measure] = frozenset()
    unit: str = ""
    period: Period | None = None
    kind_index: tuple[str, int] | None = None  # a period whose year was not said
    bodies: tuple[OrganisationMention, ...] = ()
    level: str = ""  # "tỉnh", "thành phố" or "Bộ" without a name: no other level's figure
    dates: tuple[date, ...] = ()
    report: ReportEntry | None = None
    until: Period | None = None  # "đến cuối tháng 5/2023": the month in which the days that it covers end
    value: Decimal | None = None  # a value that the question names
    is_value_beside: bool = False  # the value is another figure's of the same sentence
    acts: frozenset[str] = frozenset()  # folded verbs of the question that carry no subject: "tra loi", "gui"
    staff: str = ""  # officials or public employees, where just one of them is named
    document: str | None = None  # folded number and symbol that the statement must name
    said: str = ""  # the question's folded words

    def with_period(self, period: Period | None) -> "FigureQuery":
        """The same in another period."""
        return replace(self, period=period, kind_index=None)


@dataclass(frozen=True, slots=True)
class Match:
    """A figure that fits, how well (0 to 1), and how directly its body is the one asked for (0 best)."""

    entry: FigureEntry
    score: float
    distance: int


def rank_figures(library: Library, query: FigureQuery, least: float) -> list[Match]:
    """The figures that agree with everything said exactly, best first; at least those that score as much as that."""
    wanted = all_words(query.terms)
    if "channel" in query.terms.dimensions and query.measures == {Measure.SHARE}:
        # A share by channel is of what is received, whether that is said or not.
        wanted -= {"stage:received"}
    if "#satisfied" in wanted:
        # How satisfied people are is with procedures, said or not.
        wanted -= {"#procedure"}
    if query.unit.split(" ", 1)[0] in _LIGHT_UNITS and any(w[0] == "#" or "_" in w for w in wanted - _LIGHT_UNITS):
        # "Bao nhiêu lượt thanh toán trực tuyến": each report counts them by its own word.
        wanted -= _LIGHT_UNITS
    if "#public_service" in wanted:
        # "Dịch vụ công mức độ 4 … mấy dịch vụ": what they are called is said again.
        wanted -= {"dich"}
    if "#downsizing" in wanted:
        # What is cut is posts, said or not: "tinh giản 63 người, kinh phí 8.214 triệu đồng".
        wanted -= {"#headcount"}
    if "posts" in query.terms.dimensions and "#headcount" not in wanted:
        # "Công chức có mặt": of the posts that are filled it is not said again who fills them.
        wanted -= {"#staff", "nguoi"}
    if "timeliness" in query.terms.dimensions:
        # What was late or on time was settled, said or not.
        wanted -= {"stage:resolved"}
    # One plain syllable that no concept knows is not enough to say what is counted, unless that is what the figure counts.
    # Nor is what all reports are about.
    is_plain = len(wanted) < 2 and not any(
        ":" in w or (w.startswith("#") and w != "#reform") or "_" in w for w in wanted
    )
    if is_plain and not (wanted and query.unit):
        return []
    weights = _weights(library, wanted)
    telling = frozenset(w for w in query.terms.words - GENERIC - _EVERYWHERE - _STATES if w.startswith("#") or "_" in w)
    # "Thanh tra tỉnh kiến nghị …": what a body is called by is said where the body is.
    called = library.tagger.tag(" ".join(b.name for b in query.bodies)).words if query.bodies else frozenset()
    called |= {name_word(b.organisation.place) for b in query.bodies}
    found = []
    for entry in _candidates(library, query, weights, least):
        distance = _agree(entry, query)
        if distance is None or not _says_all(entry, telling):
            continue
        if is_plain and fold(entry.figure.unit) != query.unit:
            continue
        score = _score(entry, query, weights, called) - 0.04 * distance
        found.append(Match(entry, score, distance))
    return sorted(found, key=lambda m: (-round(m.score, 3), m.distance, -m.entry.report.told_on.toordinal()))


# What is said in the place of a unit: "mấy cái".
_CLASSIFIERS = frozenset({"", "cai", "bo", "vu"})
_LIGHT_UNITS = frozenset({"luot", "vu", "cuoc", "truong_hop", "giao_dich"})
# What something has become names no thing: "từ lúc khai trương".
_STATES = frozenset({"#new_intake", "#operating", "#stopped", "#last"})


def _says_all(entry: FigureEntry, telling: frozenset[str]) -> bool:
    """Whether all words that name a thing stand with the figure or above it: of another thing it tells nothing."""
    if not telling:
        return True
    statement = entry.statement
    said = (
        entry.own_words,
        entry.head_words,
        statement.own_words,
        statement.head_words,
        entry.report.terms.words,
        # Places and points are of the index that the sentence before names.
        statement.context & INDICES,
    )
    return all(any(word in words for words in said) for word in telling)


def _weights(library: Library, wanted: Iterable[str]) -> dict[str, float]:
    """What each asked word weighs for figures, less those that tell how something is asked and not what."""
    return {w: weight * (_GENERIC_WEIGHT if w in _EVERYWHERE else 1.0) for w, weight in library.weights(wanted).items()}


def _candidates(
    library: Library, query: FigureQuery, weights: Mapping[str, float], least: float
) -> Iterator[FigureEntry]:
    """The figures that can score so much, of the sort, period and bodies that the query says."""

    def is_of_bodies(report: ReportEntry, own: Organisation | None, is_row: bool) -> bool:
        return body_distance(report, own, query.bodies, is_row=is_row) is not None

    can_gain = _MOMENT if "moment" in query.terms.dimensions or "#new_intake" in query.terms.words else 0.0
    sifted = sift_figures(
        library,
        weights,
        least - can_gain,
        measures=query.measures,
        is_period=_period_test(query),
        is_body=is_of_bodies if query.bodies else None,
        report=query.report,
        places={b.organisation.place for b in query.bodies if b.organisation.place},
    )
    wanted = all_words(query.terms)
    return (entry for entry in sifted if _says_any(entry, wanted))


def _period_test(query: FigureQuery) -> Callable[[Period], bool] | None:
    if query.period is not None:
        # Of the other periods those that end with it, which a report of both may mean.
        last = query.period.last
        return lambda period: period.last == last
    return (lambda period: index_of(period) == query.kind_index) if query.kind_index else None


def _says_any(entry: FigureEntry, wanted: frozenset[str]) -> bool:
    """Whether one of the words stands with the figure: in the report's title alone is nowhere near it."""
    statement = entry.statement
    near = (entry.own_words, entry.head_words, statement.terms.words, statement.above.words, statement.context)
    return not all(wanted.isdisjoint(words) for words in near)


def _agree(entry: FigureEntry, query: FigureQuery) -> int | None:
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
    if query.until is not None and not _ends_in(entry, query.until):
        return None
    if _is_limit(entry):
        return None
    is_of_title = query.period is not None and figure.period != query.period
    if is_of_title and not (query.period and is_of_whole_report(entry, query.period)):
        return None
    if query.kind_index and (figure.period is None or index_of(figure.period) != query.kind_index):
        return None
    if query.value is not None and not _names_value(entry, query.value, is_beside=query.is_value_beside):
        return None
    if query.dates and not _has_dates(entry, query.dates):
        return None
    if query.document and query.document not in entry.statement.folded.replace(" ", ""):
        return None
    # One letter for one dossier: "xin lỗi bao nhiêu hồ sơ".
    is_letters = "#apology" in query.terms.words and query.unit == "ho so" and "xin loi" in fold(figure.written)
    if query.unit and not is_letters and not counts_asked(entry, query.unit):
        return None
    if query.staff and not are_same_staff(query.staff, staff_told(entry)):
        return None
    if query.staff and _is_of_both(entry, query.staff):
        return None
    if query.staff and query.unit and STAFF.search(query.unit) and _counts_all_staff(entry):
        return None
    if not query.unit and query.terms.topics == DOSSIERS and counts_others(entry):
        return None
    if query.unit in _CLASSIFIERS and "#dossier" in query.terms.topics and counts_people(entry):
        return None  # "hồ sơ đất đai quá hạn mấy cái" is not how many survey the land
    if not query.unit and _counts_what_came_in(entry, query.terms):
        return None
    if "#apology" in query.terms.words and figure.measure is Measure.COUNT and not _is_of_apologies(entry):
        return None
    if _is_of_other_index(entry, query.terms):
        return None
    if _is_of_named_thing(entry, query):
        return None
    if figure.measure is Measure.MONEY and "#saved" in (entry.own.words | entry.head.words) - query.terms.words:
        return None  # what was saved of it is not what it was
    if "tra loi" in query.acts and _is_only_received(entry):
        return None
    if not dimensions_agree(entry, query.terms, query.bodies, query.level):
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
_NAMED_THING = re.compile(r"^(?P<sort>[^\"“”.:;|]{0,40})[\"“](?P<name>[^\"“”|]{4,80})[\"”]")
# So many words before its name say what sort of thing it is; so much of its name a question that means it says.
_WORDS_OF_SORT = 2
_NAME_SAID = 0.5


def _is_of_named_thing(entry: FigureEntry, query: FigureQuery) -> bool:
    """Whether its sentence begins with a thing that has a name of its own and that the question does not speak of."""
    statement = entry.statement
    named = _NAMED_THING.match(entry.report.text[statement.statement.span.start : entry.figure.span.start])
    if named is None or query.value is not None or query.document:
        return False
    said = set(query.said.split())
    sort, name = fold(named["sort"]).split()[-_WORDS_OF_SORT:], fold(named["name"]).split()
    if sort and all(word in said for word in sort):
        return False  # "kênh Zalo có bao nhiêu người quan tâm"
    return sum(word in said for word in name) < _NAME_SAID * len(name)


def _counts_what_came_in(entry: FigureEntry, asked: Terms) -> bool:
    """Whether dossiers are counted where services are asked for: "dịch vụ công mức độ 4 có mấy"."""
    is_of_services = "#public_service" in asked.words and "#dossier" not in asked.words
    return (
        is_of_services and not asked.dimensions.keys() & {"stage", "timeliness"} and "ho so" in fold(entry.figure.unit)
    )


def _is_of_apologies(entry: FigureEntry) -> bool:
    """Whether its own words tell of apologies: "đối với 66 hồ sơ quá hạn, đã gửi 63 thư xin lỗi" has them in one of the two."""
    return bool({"#apology"} & (entry.own_words | entry.head_words)) or "xin loi" in fold(entry.figure.written)


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
    bodies = {f.organisation for s in report.statements for f in s.figures if f.organisation}
    return any(parse_organisation(name).is_desk for name in bodies)


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


def is_said_whole(entry: FigureEntry) -> bool:
    """Whether the figure's own words or its sentence's say that it is of the whole ("toàn tỉnh", "của tỉnh")."""
    places = (entry.own, entry.head, entry.statement.terms, entry.statement.above)
    return any("whole" in terms.dimensions.get("scope", ()) for terms in places)


def _ends_in(entry: FigureEntry, month: Period) -> bool:
    """Whether it is told up to a day of that month, or of the month itself."""
    figure = entry.figure
    if figure.period == month:
        return True
    before = fold(entry.report.text[entry.statement.statement.span.start : figure.span.start])
    last = list(_UNTIL.finditer(f"{fold(figure.head)} | {before}"))
    days = [d.day for m in last for d in find_dates(m[0], default_year=entry.report.told_on.year)]
    return bool(days) and month.first <= days[-1] <= month.last


_UNTIL = re.compile(r"\b(?:den|toi)(?: het)?(?: ngay)? (?=\d{1,2}[/.-]\d)\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?")
# "03 huyện có tỷ lệ hồ sơ trực tuyến dưới 35%": what they are held against, and no one's share.
_LIMIT = re.compile(
    r"\b(?:co|de|khi|neu|ma|voi) (?:ty le|ti le|muc|diem|chi so)\b[^,;.:]*\b(?:duoi|tren|qua|vuot|tu)\s$"
)


def _is_limit(entry: FigureEntry) -> bool:
    if entry.figure.measure is not Measure.SHARE or "|" in entry.statement.folded:
        return False
    start = entry.statement.statement.span.start
    return bool(_LIMIT.search(fold(entry.report.text[start : entry.figure.span.start])))


def _has_dates(entry: FigureEntry, dates: tuple[date, ...]) -> bool:
    """Whether its sentence names the days, or what leads to it does: a table's caption, the headings."""
    words = f"{entry.statement.folded} | {fold(entry.figure.head)} | {fold(entry.statement.statement.heading)}"
    if not all(str(d.day) in words for d in dates):
        return False
    return _days_in(words, entry.report.told_on.year).issuperset(dates)


# The figures of a sentence are each asked, and by several stages.
@lru_cache(maxsize=5_000)
def _days_in(words: str, year: int) -> frozenset[date]:
    return frozenset(d.day for d in find_dates(words, default_year=year))


def _score(
    entry: FigureEntry, query: FigureQuery, weights: Mapping[str, float], called: frozenset[str] = frozenset()
) -> float:
    """The weighed share of the asked words that the figure has, less what it says beyond them and the bodies' names."""
    own, head = entry.own_words, entry.head_words
    statement, above = entry.statement.own_words, entry.statement.head_words | entry.statement.context
    total = reached = 0.0
    for word, weight in weights.items():
        total += weight
        reached += weight * _place_weight(word, own, head, statement, above, entry.report.terms.words)
    if not total:
        return 0.0
    named = frozenset[str]()
    if entry.body and query.bodies:
        named = entry.body.words | called | {name_word(entry.body.place)}
    beyond = entry.own.words - query.terms.words - GENERIC - named - {"#new_intake"}
    topics = sum(1 for w in beyond if w.startswith("#"))
    names = sum(1 for w in beyond if w.startswith(NAME))
    # A table's row that names a part which nobody asked for is not the whole.
    each = _EXTRA_ROW_WORD if "|" in entry.statement.folded else _EXTRA_WORD
    words = len(beyond) - topics - names + _WORDS_OF_NAME * names
    extra = min(_EXTRA_MOST, _EXTRA_TOPIC * topics + each * words)
    if query.dates or query.document:
        # The day or the document that both name says what it is of, whatever else is told of it.
        extra *= _EXTRA_OF_DAY
    moments = query.terms.dimensions.get("moment", frozenset()) & entry.own.dimensions.get("moment", frozenset())
    is_new = "#new_intake" in query.terms.words & entry.own.words
    return reached / total - extra + (_MOMENT if moments or is_new else 0.0)


def is_narrower(entry: FigureEntry, other: FigureEntry, asked: Terms) -> bool:
    """Whether a figure restricts further, with words that nobody asked for, what another of its sentence tells."""
    if entry is other or entry.statement is not other.statement or entry.figure.measure is not other.figure.measure:
        return False
    own, whole, wanted = all_words(entry.own), all_words(other.own), all_words(asked)
    follows = entry.figure.span.start > other.figure.span.start
    if follows and _is_done_of(entry, other):
        return True
    return follows and own & wanted <= whole & wanted and bool(entry.own.words - whole - wanted - GENERIC)


def _is_done_of(entry: FigureEntry, other: FigureEntry) -> bool:
    """ "Kiến nghị thu hồi 7.825 triệu đồng, đã thu hồi 6.480 triệu đồng": the second is what was done of the first."""
    unit = fold(other.figure.unit)
    before, label = fold(other.figure.label).removesuffix(unit).strip(), fold(entry.figure.label)
    return bool(before) and label.startswith(before) and bool(_DONE_OF.match(label[len(before) :]))


_DONE_OF = re.compile(r"\W*(?:[a-z]+\s){0,2}da\s")


def _place_weight(
    word: str,
    own: frozenset[str],
    head: frozenset[str],
    statement: frozenset[str],
    above: frozenset[str],
    report: frozenset[str],
) -> float:
    if word in own:
        return _OWN
    if word in head:
        return _HEAD
    if word in statement:
        return _STATEMENT
    if word in above:
        return _ABOVE
    return _REPORT if word in report else 0.0
