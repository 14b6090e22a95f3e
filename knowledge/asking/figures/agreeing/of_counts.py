"""Whether a figure counts what a question asks for: of the same things, people, dossiers, and of all of them."""

from collections.abc import Callable, Iterator

from knowledge.asking.apparatus.kinds import tells_of_agencies
from knowledge.asking.figures.agreeing.all_procedures import asks_all_procedures, is_of_changed
from knowledge.asking.figures.agreeing.contrasted import is_of_other_sort
from knowledge.asking.figures.agreeing.of_all_dossiers import SOME_DAYS, asks_all_dossiers, is_of_some_dossiers
from knowledge.asking.figures.agreeing.of_fields import is_of_field
from knowledge.asking.figures.agreeing.placed import is_of_other_index
from knowledge.asking.figures.agreeing.restricted import (
    asks_comparison,
    asks_how_many_services,
    asks_how_many_there_are,
    is_comparison,
    is_of_extreme_one,
    is_of_named_thing,
    is_of_occasion,
    is_of_other_cause,
    is_of_other_dossiers,
    is_of_other_part,
    is_of_point,
    is_of_some_services,
    is_where_done,
    takes_part,
)
from knowledge.asking.figures.agreeing.satisfied import asks_satisfied, counts_all_asked
from knowledge.asking.figures.brought import asks_before, asks_from, is_at_start, is_from, is_what_it_was
from knowledge.asking.figures.counted import (
    DOSSIERS,
    asks_average,
    asks_each,
    asks_help,
    asks_of_some,
    asks_share_of_late,
    asks_size,
    counts_asked,
    counts_beside,
    counts_others,
    is_helped,
    is_of_some,
    is_rate,
    is_share_of_late,
    staff_told,
    tells_no_average,
    tells_size,
)
from knowledge.asking.figures.examined import asks_passed, tells_passed
from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.asking.words.counted_sorts import STAFF, are_same_staff, counts_people
from knowledge.asking.words.gapped_nouns import noun_at_end
from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ASKS_PERCENT = Sought(rf"\b{HOW_MANY} (?:%|phan tram)")
# What is said in the place of a unit: "mấy cái".
_BOTH_LEVELS = Sought(r"\bmuc (?:do )?[23](?: ?,| ?-| va| hoac|/)? ?(?:muc (?:do )?)?[34]\b")
SERVICE_LEVELS = frozenset({"mucdo2", "mucdo3", "mucdo4"})
_CLASSIFIERS = frozenset({"", "cai", "bo", "vu"})


def differences_of_count(query: FigureQuery) -> Iterator[Differs]:
    """What tells of a figure that it counts something else than is asked for, or only some of it; what is seen sooner first."""
    yield from _differences_of_unit(query)
    yield from _differences_of_sort(query)
    if query.unit.startswith("nguoi") and _WORKS_THERE.search(query.said):
        yield lambda entry: takes_part(entry, query.said)
    if query.staff:
        yield from _differences_of_staff(query)
    yield from _differences_of_dossiers(query)
    yield from _differences_of_apologies(query)
    if indices := query.terms.words & index_names():
        yield lambda entry: is_of_other_index(entry, indices)
    if asks_all_procedures(query):
        yield is_of_changed
    if query.value is None and not query.document:
        said_words = frozenset(query.said.split())
        yield lambda entry: is_of_named_thing(entry, said_words)
    yield lambda entry: is_of_other_part(entry, query.said)
    yield lambda entry: is_of_other_cause(entry, query.said)
    if _counts_dossiers(query.terms):
        in_its_own = _without_own_name(query)
        yield lambda entry: is_of_field(entry, in_its_own(entry), query.terms.words)
    if asks_all_dossiers(query):
        named = frozenset(f"{query.said} {' '.join(body.name for body in query.bodies)}".split())
        if query.window or query.since or query.dates:
            named |= SOME_DAYS
        yield lambda entry: is_of_some_dossiers(entry, named)
    if (is_other := is_of_other_sort(query.said)) is not None:
        yield is_other
    if "#saved" not in query.terms.words:
        yield _is_saved  # what was saved of it is not what it was
    if "tra loi" in query.acts:
        yield _is_only_received


def _counts_dossiers(asked: Terms) -> bool:
    """Whether dossiers or what became of them are asked for, of whatever field."""
    is_of_people = "#satisfied" in asked.words
    return (
        is_of_people or "#dossier" in asked.words or not asked.dimensions.keys().isdisjoint(("timeliness", "channel"))
    )


def _without_own_name(query: FigureQuery) -> Callable[[FigureEntry], str]:
    """What gives the question's words, of a report of the department that is asked for without its name.

    "Sở Tài nguyên và Môi trường": the field of the environment is one of those that it tells apart.
    """
    departments = {b.organisation.body: b.name for b in query.bodies if b.organisation.body.startswith("so ")}
    said = {body: query.said.replace(name, " ") for body, name in departments.items()}
    return lambda entry: said.get(entry.report.body.body, query.said)


_MADE_KNOWN = pattern_of(r"\bcong bo(?: moi| lai| bo sung)? $")


@once_each
def _is_made_known(entry: FigureEntry) -> bool:
    """ "Công bố 143 TTHC": those of a decision, and not how many there are."""
    start = entry.figure.span.start
    return bool(_MADE_KNOWN.search(fold(entry.report.text[max(0, start - 30) : start])))


def _differences_of_unit(query: FigureQuery) -> Iterator[Differs]:
    """What a figure is counted in, where the question names a unit."""
    unit = query.unit
    if unit:
        # One letter for one dossier: "xin lỗi bao nhiêu hồ sơ".
        is_letters = "#apology" in query.terms.words and unit == "ho so"
        if Measure.COUNT in query.measures and not is_letters:
            yield lambda entry: counts_beside(entry, unit)
        yield (
            lambda entry: not (is_letters and "xin loi" in fold(entry.figure.written)) and not counts_asked(entry, unit)
        )


def _differences_of_sort(query: FigureQuery) -> Iterator[Differs]:
    """A size, a rate, those who were helped, some of several, what came in on occasions, who passed: only where it is asked for."""
    said = query.said
    if not asks_size(said):
        yield tells_size
    if not asks_each(said):
        yield is_rate
    if asks_average(said):
        yield tells_no_average
    if "tong" not in said.split():
        yield _is_whole_behind
    if "#dossier" in query.terms.words and not asks_help(said):
        yield is_helped
    if asks_how_many_there_are(said):
        yield is_where_done
    if asks_how_many_services(said):
        yield is_of_some_services
    if not asks_comparison(said):
        yield is_comparison
    if not query.bodies and "nhat" not in said.split():
        yield is_of_extreme_one
    if "tong so" in said and "cong bo" not in said:
        yield _is_made_known
    if not asks_of_some(said):
        yield lambda entry: is_of_some(entry, said)
    if query.unit.startswith("ho so") or (not query.unit and "#dossier" in query.terms.words):
        yield lambda entry: is_of_occasion(entry, said) or is_of_point(entry, said)
    yield lambda entry: _is_other_part(entry, query.terms.words)
    if tells_of_agencies(said) and not query.bodies:
        yield lambda entry: not _tells_of_agencies(entry)
    yield from _differences_of_change(query)
    if query.measures == {Measure.TARGET} and _ASKS_PERCENT.search(said):
        yield lambda entry: "%" not in entry.figure.written
    if asks_share_of_late(said) and not query.terms.words - DOSSIERS:
        yield lambda entry: not is_share_of_late(entry)
    if Measure.MONEY in query.measures and _ASKS_LEFT.search(said):
        yield _is_not_left
    if asks_passed(said):
        yield lambda entry: not tells_passed(entry)
    if asks_satisfied(said):
        yield counts_all_asked


def _differences_of_change(query: FigureQuery) -> Iterator[Differs]:
    """Which way something went, from what and to what."""
    said = query.said
    if (way := _COUNTS_MOVED.search(said)) is not None:
        yield lambda entry: way["way"] not in fold(entry.figure.label).split()
    if not asks_before(said) and "before" not in query.terms.dimensions.get("moment", ()):
        yield is_what_it_was
        if "dau" not in said.split():
            yield is_at_start
    if asks_from(said):
        yield lambda entry: not is_from(entry)


_WHOLE_BEHIND = pattern_of(r"\W*(?:tren|trong)(?: so)? tong(?: so| cong)?\W*")


@once_each
def _is_whole_behind(entry: FigureEntry) -> bool:
    """Whether it is what another is a part of: "đã giải ngân 74,8 tỷ đồng trên tổng số 203,6 tỷ đồng" are none that were spent."""
    start, figure = entry.statement.statement.span.start, entry.figure
    before = [f.span.end for f in entry.statement.statement.figures if f.span.end <= figure.span.start]
    between = entry.statement.folded[max(before) - start : figure.span.start - start] if before else ""
    return bool(before) and _WHOLE_BEHIND.fullmatch(between) is not None


def _is_other_part(entry: FigureEntry, asked: frozenset[str]) -> bool:
    """Whether it is what something that is not asked for makes up: "hồ sơ đất đai quá hạn chiếm 51/69 hồ sơ"."""
    if not _makes_up(entry):
        return False
    return any(word.startswith("#") for word in entry.own.words - asked - DOSSIERS)


_MAKES_UP_SO_MUCH = pattern_of(r"[^,;.]{0,12},? chiem (?:ty le )?[\d,.]+ ?% (?:(?:trong|tren) )?(?:tong|so)\b")


@once_each
def _makes_up(entry: FigureEntry) -> bool:
    """Whether it is told as a part of a whole: "chiếm 51/69 hồ sơ", "512 hồ sơ, chiếm 64% tổng số hồ sơ quá hạn"."""
    figure = entry.figure
    if figure.measure is Measure.RATIO:
        return "chiem" in fold(figure.label).split()
    if figure.measure is not Measure.COUNT or entry.statement.is_row:
        return False
    end = max(figure.span.end - entry.statement.statement.span.start, 0)
    return _MAKES_UP_SO_MUCH.match(entry.statement.folded[end:]) is not None


# "Bao nhiêu chỉ số thành phần giảm hạng": not how many rose.
_COUNTS_MOVED = Sought(
    rf"\b{HOW_MANY} (?:chi so|tieu chi|linh vuc|don vi|so|huyen|tinh)\b.*\b(?P<way>tang|giam) (?:thu )?(?:hang|bac|diem)\b"
)


# "Kinh phí còn lại bao nhiêu": what was allotted or spent is not what is left.
_ASKS_LEFT = Sought(rf"\bcon (?:lai|du|thua|{HOW_MANY})\b")


def _is_not_left(entry: FigureEntry) -> bool:
    return entry.figure.measure is Measure.MONEY and "after" not in entry.own.dimensions.get("moment", ())


@once_each
def _tells_of_agencies(entry: FigureEntry) -> bool:
    """Whether its sentence or heading speaks of the divisions of all agencies."""
    return tells_of_agencies(f"{fold(entry.statement.statement.heading)} | {entry.statement.folded}")


_LATE = frozenset({"late"})


def _differences_of_apologies(query: FigureQuery) -> Iterator[Differs]:
    """Letters of apology count only where they are asked for, and then nothing else does."""
    if "#apology" in query.terms.words:
        yield lambda entry: entry.figure.measure is Measure.COUNT and not _is_of_apologies(entry)
    elif query.measures == {Measure.SHARE}:
        # "Đã gửi 5.120 thư cho 6.634 hồ sơ trễ hẹn (77,18%)": the share of those apologised for.
        yield lambda entry: "#apology" in entry.own.words or "#apology" in entry.head.words
    if "#apology" not in query.terms.words and query.terms.dimensions.get("timeliness") == _LATE:
        # "Hồ sơ trễ hạn được xin lỗi bằng văn bản: 236/236 hồ sơ": not so many of so many were late.
        yield lambda entry: entry.figure.measure is Measure.RATIO and "#apology" in entry.own.words


_WORKS_THERE = pattern_of(r"\b(?:lam viec|bien che|nhan su)\b")


def _differences_of_staff(query: FigureQuery) -> Iterator[Differs]:
    staff = query.staff
    yield lambda entry: not are_same_staff(staff, staff_told(entry))
    yield lambda entry: _is_of_both(entry, staff)
    if query.unit and STAFF.search(query.unit):
        yield _counts_all_staff


def _differences_of_dossiers(query: FigureQuery) -> Iterator[Differs]:
    """What a figure counts where dossiers or services are asked for without a unit."""
    words, unit = query.terms.words, query.unit
    if "#digitised" not in words and ("#dossier" in words or "channel" in query.terms.dimensions):
        # Old papers are what is digitised; what is worked on online within an office was handed in by nobody.
        yield lambda entry: is_of_other_dossiers(entry, query.said)
    if unit in _CLASSIFIERS and query.terms.topics == DOSSIERS:
        yield counts_others
    if "#dossier" in words:
        yield _is_part_of_documents
        yield _is_share_of_money
        if "#beyond_boundaries" not in words:
            yield _is_from_elsewhere
    if len(words & SERVICE_LEVELS) == 1 and _BOTH_LEVELS.search(query.said) is None:
        # "742 dịch vụ mức độ 3, 4" where those of level 4 are asked for.
        yield lambda entry: len(entry.own_words & SERVICE_LEVELS) > 1
    if unit in _CLASSIFIERS and "#dossier" in words:
        yield counts_people  # "hồ sơ đất đai quá hạn mấy cái" is not how many survey the land
    if not unit and _asks_services(query.terms):
        # What came in, where services are asked for: "dịch vụ công mức độ 4 có mấy".
        yield lambda entry: "ho so" in fold(entry.figure.unit)


@once_each
def _is_from_elsewhere(entry: FigureEntry) -> bool:
    """ "Tiếp nhận không phụ thuộc địa giới hành chính: 93 hồ sơ": those that came in so are not all."""
    is_counted = entry.figure.measure in {Measure.COUNT, Measure.RATIO, Measure.SHARE}
    return is_counted and "#beyond_boundaries" in entry.own.words | entry.head.words


_COUNTED_IN_REGISTERS = frozenset({"van ban", "nhiem vu", "viec", "y kien", "phan anh", "kien nghi"})


def _is_part_of_documents(entry: FigureEntry) -> bool:
    """Whether it has no unit and stands behind documents or tasks: "Tổng số: 14 văn bản; … quá hạn 02" is no dossiers."""
    if entry.figure.unit or "#dossier" in entry.statement.terms.words:
        return False
    whole = next((fold(figure.unit) for figure in entry.statement.statement.figures if figure.unit), "")
    return whole in _COUNTED_IN_REGISTERS


@once_each
def _is_share_of_money(entry: FigureEntry) -> bool:
    """Whether it is what some money is of other money: "thu 412 triệu đồng, thu qua mạng 347 triệu đồng (84,20%)"."""
    figures, of = entry.statement.statement.figures, entry.figure.share_of
    if entry.figure.measure is not Measure.SHARE or of is None or of >= len(figures):
        return False
    return figures[of].measure is Measure.MONEY


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


def _is_of_both(entry: FigureEntry, staff: str) -> bool:
    """Whether its sentence counts just those who are asked for beside it: "07 trường hợp (02 công chức, 05 viên chức)"."""
    figure = entry.figure
    others = (f for f in entry.statement.statement.figures if f is not figure and f.measure is figure.measure)
    return staff not in f"{fold(figure.label)} {fold(figure.written)} {noun_at_end(entry)}" and any(
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
