"""The columns of tables that count what is asked for, best first, and how their rows and values are told."""

from collections.abc import Callable, Sequence
from datetime import date

from knowledge.answers import Answer, Choice
from knowledge.asking.bodies import is_within_body
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import FigureEntry, Library, ReportEntry, all_words
from knowledge.asking.most.asked import Asked
from knowledge.asking.most.columns import Column, Row, column_of
from knowledge.asking.most.listed import TELLING_APART, Listed, list_of
from knowledge.asking.most.things import is_thing
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, clarify, figure_words
from knowledge.asking.shelves.terms import index_names
from knowledge.asking.sifting import sift_figures
from knowledge.facts import Measure, Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.year_parts import name_period

# So much of the asked words must stand in the row, the headings or the title; as for other figures.
_LEAST = 0.6
# Of fewer things nothing is most.
FEWEST_ROWS = 2


def find_columns(library: Library, query: Query, asked: Asked, today: date) -> list[Column]:
    """Each column or list that counts what is asked for, of things as asked for, in the reports that are meant."""
    having = _having(library, _figures(library, query, asked, asked.terms, today), asked)
    if having or not asked.terms.dimensions:
        return having
    # "Chia theo lĩnh vực: …" says nothing of what the number that it parts says.
    plain = _figures(library, query, asked, Terms({}, asked.terms.words), today)
    return [column for column in _having(library, plain, asked) if isinstance(column, Listed)]


def _having(library: Library, figures: Sequence[FigureEntry], asked: Asked) -> list[Column]:
    """The columns and lists of the figures that count what is asked for."""
    found: dict[object, Column | None] = {}
    for entry in figures:
        column = column_of(library, entry) or list_of(library, entry)
        if column is None or column.key in found:
            continue
        is_meant = _counts(column, asked.terms) and _is_of_index(column, asked)
        found[column.key] = column if is_meant and len(things_in(column, asked)) >= FEWEST_ROWS else None
    return [column for column in found.values() if column is not None]


def _figures(library: Library, query: Query, asked: Asked, terms: Terms, today: date) -> Sequence[FigureEntry]:
    """The figures of the times and bodies that are named, about what these terms say."""

    def is_meant(report: ReportEntry, own: Organisation | None, _is_row: bool) -> bool:
        return all(is_within_body(report, own, b.organisation) for b in query.bodies)

    def sift(words: frozenset[str]) -> Sequence[FigureEntry]:
        return sift_figures(
            library,
            library.weights(words),
            _LEAST,
            measures=asked.measures,
            is_period=_is_asked_time(query, today),
            is_body=is_meant,
            report=None,
        )

    ranked = frozenset({"#ranking" if asked.is_place else "#score"})
    found = sift(all_words(terms) - GENERIC or all_words(terms) or asked.indices or ranked)
    # "Xếp hạng cải cách hành chính": the table may call its index by no other name.
    is_unnamed = asked.indices and not query.terms.words & index_names() and not asked.terms.words - GENERIC
    return found or (sift(ranked) if is_unnamed else [])


def _is_asked_time(query: Query, today: date) -> Callable[[Period], bool]:
    """Whether a period is one of those that are named; of one without a year, that of any year."""
    periods = resolve_all(query.periods, today)
    unsaid = [m for m in query.periods if m.is_open]

    def is_asked(period: Period) -> bool:
        if periods:
            return period in periods
        return not unsaid or any(m.in_year(period.first.year) == period for m in unsaid)

    return is_asked


def _counts(column: Column, asked: Terms) -> bool:
    """Whether the column counts just that: all that is named stands in its heading or above, and nothing that parts it further."""
    said = {d: v for d, v in column.terms.dimensions.items() if d in TELLING_APART}
    above = column.above
    for dimension, values in asked.dimensions.items():
        if dimension == "stage" and asked.dimensions.keys() & {"channel", "timeliness"}:
            continue  # what is handed in is received, and what is late or on time was settled, said or not
        if dimension in TELLING_APART and not values & said.get(
            dimension, above.dimensions.get(dimension, frozenset())
        ):
            return False
    beyond = said.keys() - asked.dimensions.keys()
    if "timeliness" in asked.dimensions:
        beyond -= {"stage"}
    if beyond and not (beyond == {"stage"} and said["stage"] == {"received"}):
        return False
    near = column.terms.words | column.around
    return all(word in near for word in asked.words - GENERIC)


def _is_of_index(column: Column, asked: Asked) -> bool:
    """Whether the index that is named nearest to the column is none but the asked one."""
    if asked.is_rated and column.measure in {Measure.COUNT, Measure.SHARE} and not _is_rated(column.terms):
        return False
    named = column.terms.words & index_names() or column.above.words & index_names() or column.around & index_names()
    return not asked.indices or not named or bool(named & asked.indices)


def _is_rated(terms: Terms) -> bool:
    return bool(terms.words & (index_names() | {"#score", "#ranking"}))


def best_of(columns: Sequence[Column], asked: Asked) -> list[Column]:
    """Those whose own headings say most of what is asked, and least besides."""
    scored = [(_fit(column, asked), column) for column in columns]
    best = max((score for score, _ in scored), default=None)
    return [column for score, column in scored if score == best]


def _fit(column: Column, asked: Asked) -> tuple[int, int, int]:
    own = all_words(column.terms)
    order = (Measure.RANK, Measure.SCORE, Measure.SHARE, Measure.COUNT) if asked.is_place else ()
    place = -order.index(column.measure) if column.measure in order else 0
    beyond = column.terms.words - asked.terms.words - GENERIC - (frozenset() if asked.indices else index_names())
    return len(own & all_words(asked.terms)), place, -len(beyond)


def things_in(column: Column, asked: Asked) -> list[Row]:
    """The rows that are what is asked about; where most are bodies, units are all of them, known by name or not."""
    things = [row for row in column.rows if is_thing(asked.noun, row.folded, row.body, column.named)]
    is_of_units = asked.noun in {"don vi", "co quan"} and 2 * len(things) > len(column.rows)
    return list(column.rows) if is_of_units else things


def value_of(column: Column, row: Row, wording: Wording) -> str:
    """The value with what the column says of it, where the value alone does not tell."""
    told = figure_words(row.entry, wording)
    heading = " ".join(column.heading.split())
    return told if "(" in told or not heading or fold(heading) in fold(told) else f"{told} ({heading})"


def context_of(column: Column, wording: Wording) -> str:
    period = wording.period(column.period) if column.period else ""
    return ", ".join(part for part in (period, column.found.report.facts.organisation or "") if part)


def ask_which(columns: Sequence[Column], periods: Sequence[Period], query: Query, wording: Wording) -> Answer:
    words = wording.say(
        "Có bảng số liệu của nhiều kỳ, bạn muốn hỏi kỳ nào?", "There are tables of several periods. Which one?"
    )
    first = {c.period: c for c in reversed(columns)}
    return clarify(
        words,
        tuple(
            Choice(context_of(first[period], wording)[:120], f"{query.text.rstrip('?. ')} {name_period(period)}")
            for period in sorted(periods, key=lambda p: p.last, reverse=True)
        ),
    )
