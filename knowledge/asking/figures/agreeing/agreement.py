"""A figure held against all that a question says exactly."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from knowledge.asking.bodies import asks_whole
from knowledge.asking.figures.agreeing.at_desks import is_at_own_counter, is_elsewhere, with_counter
from knowledge.asking.figures.agreeing.not_done_yet import differences_of_doing
from knowledge.asking.figures.agreeing.of_bodies import (
    differences_of_level,
    differences_of_own,
    distances_of,
    is_of_one_body,
    is_said_whole,
    reports_itself,
)
from knowledge.asking.figures.agreeing.of_counts import differences_of_count
from knowledge.asking.figures.agreeing.of_plans import differences_of_plans
from knowledge.asking.figures.agreeing.of_stages import differences_of_stage
from knowledge.asking.figures.agreeing.of_times import differences_of_time
from knowledge.asking.figures.agreeing.placed import is_of_other_area, is_of_other_part_of_index, is_of_thing_beside
from knowledge.asking.figures.bounds import is_day, is_excess, is_limit, is_misstated
from knowledge.asking.figures.covering import has_dates
from knowledge.asking.figures.denying import (
    denies,
    is_not_denied,
    is_of_what_did_not_come,
    is_of_what_is_had,
    is_of_what_was_not_done,
)
from knowledge.asking.figures.dimensions import agreeing_dimensions, is_in_other_words, told_otherwise
from knowledge.asking.figures.figure_query import Differs, FigureQuery
from knowledge.asking.figures.scoring import EVERYWHERE, GENERIC
from knowledge.asking.figures.spent import ASKS_ALLOTTED, ASKS_SPENT, is_spent
from knowledge.asking.figures.wanting import CHANGED_BY_PERCENT, SUMS
from knowledge.asking.figures.ways_of_money import is_other_way
from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.shelves.entries import names_of, once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import find_numbers

# What is added to the distance of a figure that counts only a part of the asked body.
PART = 2


def agreement(query: FigureQuery, library: Library) -> Callable[[FigureEntry], int | None]:
    """What tells of a figure how far its body is from the asked one (0: the same), or None where anything said exactly differs.

    Many figures are held against one question: what it says nothing of is not looked at.
    """
    differences, otherwise = tuple(_differences(query, library)), told_otherwise(query.terms)
    distance_of = distances_of(query, has_own=reports_itself(library, query))
    says_whole = asks_whole(query.terms, query.bodies, query.said)
    is_of_whole = says_whole or (query.level == "province" and not query.bodies)

    def distance(entry: FigureEntry) -> int | None:
        for differs in differences:
            if differs(entry):
                return None
        found = distance_of(entry)
        if found is None:
            return None
        is_of_title = query.period is not None and entry.figure.period != query.period
        if is_of_title or (otherwise and is_in_other_words(entry, otherwise)):
            return found + 1
        if says_whole and is_of_one_body(entry):
            return None
        # Of the whole district or province the desk's count is a part; that of the desks of all three levels is all.
        is_part = is_of_whole and entry.body is not None and entry.body.is_desk and not is_said_whole(entry)
        return found + PART if is_part else found

    return distance


_SORTS = frozenset({"#ranking", "#score"})
_COUNTED = frozenset({Measure.COUNT, Measure.RATIO, Measure.MONEY})


def _differences(query: FigureQuery, library: Library) -> Iterator[Differs]:
    """All that a figure may differ in, what is seen sooner first."""
    if (report := query.report) is not None:
        yield lambda entry: entry.report is not report
    if called := query.called:
        yield lambda entry: called not in names_of(entry.statement)
    yield from _differences_of_measure(query)
    yield from differences_of_level(query)
    yield from differences_of_own(query)
    yield from differences_of_time(query)
    yield from differences_of_stage(query)
    yield from differences_of_plans(query)
    yield from differences_of_doing(query)
    yield is_limit
    yield is_day
    yield is_misstated
    if "vuot" not in query.said:
        yield is_excess
    if denies(query.said):
        yield is_not_denied
    elif query.measures & _COUNTED:
        yield is_of_what_was_not_done(query.said)
    if (did_not_come := is_of_what_did_not_come(query.said)) is not None:
        yield did_not_come
    if (is_had := is_of_what_is_had(query.said)) is not None:
        yield is_had
    if (value := query.value) is not None:
        yield lambda entry: not _names_value(entry, value, is_beside=query.is_value_beside)
    if query.dates:
        yield lambda entry: not has_dates(entry, query.dates)
    if query.document:
        document = query.document
        yield lambda entry: not _tells_of_document(entry, document)
    yield from _differences_of_dimensions(query)
    yield from differences_of_count(query)
    if not query.bodies:
        yield is_of_other_area(query.terms.words)
    if not index_names().isdisjoint(query.terms.words):
        yield is_of_other_part_of_index(library, query.terms.words)
    yield is_of_thing_beside(library, query.terms.words - GENERIC - EVERYWHERE - _SORTS)


def _differences_of_dimensions(query: FigureQuery) -> Iterator[Differs]:
    """What came of it, when and how, and at which desk."""
    agrees = agreeing_dimensions(query.terms, query.bodies, query.level)
    if not query.is_at_desk:
        yield lambda entry: not agrees(entry)
        return
    at_counter = agreeing_dimensions(with_counter(query.terms), query.bodies, query.level)
    yield lambda entry: not (agrees(entry) or (is_at_own_counter(entry) and at_counter(entry)))
    yield is_elsewhere


def _differences_of_measure(query: FigureQuery) -> Iterator[Differs]:
    """What sort of quantity it is, and of money what became of it."""
    if query.measures:
        yield lambda entry: entry.figure.measure not in query.measures
    if query.measures == {Measure.CHANGE} and CHANGED_BY_PERCENT.search(query.said):
        yield lambda entry: entry.figure.unit != "%"
    if query.measures == SUMS:
        yield lambda entry: entry.figure.measure is Measure.RATIO and fold(entry.figure.unit) != "dong"
    if ASKS_ALLOTTED.search(query.said) and not ASKS_SPENT.search(query.said):
        yield is_spent
    if (is_other := is_other_way(query.said)) is not None:
        yield is_other


def _tells_of_document(entry: FigureEntry, document: str) -> bool:
    """Whether the sentence names it, or names none and stands right below a heading that does: "1. Nghỉ theo Nghị định số …"."""
    statement = entry.statement.statement
    if document in entry.statement.folded.replace(" ", ""):
        return True
    heading = fold(statement.heading.rpartition(" > ")[2]).replace(" ", "")
    return not statement.citations and document in heading


def _names_value(entry: FigureEntry, value: Decimal, *, is_beside: bool) -> bool:
    """Whether the figure is of that value or of so many, or what it is of is called by it; or another of its sentence is."""
    told = entry.statement.statement.figures if is_beside else (entry.figure,)
    is_named = any(value in {figure.value, figure.whole} for figure in told) or value in _numbers_of_label(entry)
    return is_named or _is_part_of(entry, value)


def _is_part_of(entry: FigureEntry, whole: Decimal) -> bool:
    """Whether it is a count with its share, and so many are counted before it, in its sentence or the one before.

    "Kế hoạch đề ra 42 nhiệm vụ. Hết quý I đã hoàn thành 07 nhiệm vụ, đạt 16,67%."
    """
    figure, told = entry.figure, entry.statement.statement.figures
    if figure.measure is not Measure.COUNT or not figure.unit or figure.value >= whole or entry.statement.is_row:
        return False
    if not any(f.measure is Measure.SHARE and f.share_of is not None and told[f.share_of] is figure for f in told):
        return False
    statements = entry.report.statements
    at = statements.place_of(entry.statement)
    before = [*(statements[at - 1].figures if at else ()), *(f for f in told if f.span.end <= figure.span.start)]
    return any(f.measure is Measure.COUNT and (f.value, f.unit) == (whole, figure.unit) for f in before)


@once_each
def _numbers_of_label(entry: FigureEntry) -> frozenset[Decimal]:
    """The shares that what it is of is called by: "tiết kiệm thêm 10% chi thường xuyên: 142,6 tỷ đồng"."""
    label = fold(entry.figure.label)
    return frozenset(n.value for n in find_numbers(label) if n.is_percent)
