"""Which statements fit a question, by the share of its words that they hold."""

import re
from collections.abc import Iterable
from datetime import date
from functools import cache

from knowledge.asking.bodies import is_of_bodies
from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import Library, StatementEntry, all_words
from knowledge.asking.reading.asked_exactly import STANDARD
from knowledge.asking.reading.question import Query
from knowledge.asking.reading.references import all_type_names
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.nearby import is_one_slip
from knowledge.asking.shelves.terms import is_light
from knowledge.asking.sifting import index_of, sift_statements
from knowledge.facts import Period, Role
from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.grammar.organisations import OrganisationMention
from knowledge.grammar.patterns import pattern_of

# The share of the asked words that a sentence must hold to be told; docs/accuracy.md has the curve.
SENTENCE_SHARE = 0.8


def coverage(library: Library, wanted: Iterable[str], had: frozenset[str]) -> float:
    """The share of the wanted words that `had` holds, rare words counting more."""
    words = [w for w in wanted if not is_light(w)]
    total = sum(library.weight(w) for w in words)
    return sum(library.weight(w) for w in words if w in had) / total if total else 0.0


# "Nghị quyết mức thu lệ phí 0 đồng": one word more than a sentence has may be said of its document; two name another.
# A register gives the whole subject, so that there one word does.
MOST_LACKED, MOST_LACKED_IN_REGISTER = 1, 0


def lacks_little(wanted: Iterable[str], had: frozenset[str], *, is_listed: bool) -> bool:
    """Whether a document has nearly all words asked for, so that it is no other of nearly the same name.

    What may be a slip of a word that it has, or of one that only asks, is not lacked.
    """
    most = MOST_LACKED_IN_REGISTER if is_listed else MOST_LACKED
    lacked = [word for word in wanted if word not in had and not is_light(word)]
    return len(lacked) <= most or sum(not _may_be_slip(word, had) for word in may_be_lacked(lacked)) <= most


def may_be_lacked(wanted: Iterable[str]) -> list[str]:
    """Those of the words that say what is meant, and are no slip of one that only asks."""
    return [word for word in wanted if not is_light(word) and not _may_be_slip(word, _LAST_WORDS)]


def _may_be_slip(word: str, had: frozenset[str]) -> bool:
    return any(is_one_slip(word, other) for other in had)


# What questions end with: "đã ban hành chia?".
_LAST_WORDS = frozenset({"chua", "roi", "nao", "dau", "sao"})


def rank_statements(
    library: Library, query: FigureQuery, least: float, *, figures: int = 0
) -> list[tuple[float, StatementEntry]]:
    """The statements that agree in period and body and hold so large a share of the asked words and so many figures, best first."""
    wanted = all_words(query.terms)
    # What was said of the level or scope decides between sentences of the same words.
    scopes = [w for w in wanted if w.startswith("scope:")]
    weights = {w: library.weight(w) for w in wanted if not is_light(w)}
    total = sum(weights.values())
    found = []
    places = {b.organisation.place for b in query.bodies if b.organisation.place}
    there = library.statements_of_places(places)
    sifted = sift_statements(
        library, wanted, least, period=query.period, report=query.report, figures=figures, among_these=there
    )
    for place in places if there is None else ():
        sifted = sifted.where(library.are_statements_of_place(sifted.numbers, place))
    for entry in sifted:
        if query.report is not None and entry.report is not query.report:
            continue
        if (
            query.period is not None
            and entry.report.facts.period != query.period
            and not _speaks_of(entry, query.period)
        ):
            continue
        if query.period is None and query.kind_index and not _is_of_part(entry, query.kind_index):
            continue
        if query.dates and not days_in(entry).issuperset(query.dates):
            continue
        if query.bodies and not (is_of_bodies(entry, query.bodies) and _is_of_one(entry, query.bodies)):
            continue
        had = entry.words
        if _is_listed(entry) and not lacks_little(wanted, had, is_listed=True):
            # A register's row is one document: of other words it is another one.
            continue
        share = sum(weight for w, weight in weights.items() if w in had) / total if total else 0.0
        found.append((share - 0.06 * sum(1 for w in scopes if w not in had), entry))
    return sorted(found, key=lambda f: (-round(f[0], 3), -f[1].report.told_on.toordinal()))


@once_each
def is_of_document(entry: StatementEntry) -> bool:
    """Whether it is a register's row of a regulation, plan or the like by name, and not of work that a letter wants done."""
    listed = [c for c in entry.statement.citations if c.role is Role.LISTED]
    return any(fold(c.subject or "").startswith(_document_names()) for c in listed)


@cache
def _document_names() -> tuple[str, ...]:
    return tuple(f"{fold(name)} " for name in all_type_names())


@once_each
def _is_listed(entry: StatementEntry) -> bool:
    return any(c.role is Role.LISTED for c in entry.statement.citations)


@once_each
def days_in(entry: StatementEntry) -> frozenset[date]:
    """The days that a sentence names with their year."""
    return frozenset(d.day for d in find_dates(entry.folded))


def _is_of_one(entry: StatementEntry, bodies: tuple[OrganisationMention, ...]) -> bool:
    """Whether a sentence of its report may be of an agency: "các sở, ngành giảm từ 142 phòng …" is of all of them."""
    if "all_agencies" not in entry.terms.dimensions.get("scope", ()):
        return True
    agencies = [b.organisation.body for b in bodies if b.organisation.body and b.organisation.body != "ubnd"]
    said = set(normalise(entry.folded).split())
    return all(set(agency.split()) <= said for agency in agencies)


def _is_of_part(entry: StatementEntry, kind_index: tuple[str, int]) -> bool:
    """Whether it is of the quarter or half that is named without a year, by its report or by a figure of its own."""
    told = (entry.report.facts.period, *(figure.period for figure in entry.statement.figures))
    return any(period is not None and index_of(period) == kind_index for period in told)


@once_each
def _held_against(entry: StatementEntry) -> frozenset[Period]:
    """The periods that what it tells is only held against: "quý II tăng 5.700 hồ sơ so với quý I (49.300 hồ sơ)"."""
    return frozenset(
        f.compared_to for f in entry.statement.figures if f.compared_to is not None and f.period != f.compared_to
    )


def _speaks_of(entry: StatementEntry, period: Period) -> bool:
    """Whether a figure of it is of that period, and does not stand there only for others to be held against it."""
    return period not in _held_against(entry) and any(f.period == period for f in entry.statement.figures)


# What is done to a thing stands before it: "Xây dựng Đề án …", "Lắp đặt camera …".
_DONE_TO = pattern_of(
    r"\b(?:xay dung|ban hanh|tham muu|trien khai|thuc hien|to chuc|hoan thanh|hoan thien|lap dat|lap|trinh|dua|phe duyet|cong bo)\b"
)
_OPENING_WORDS = 4


def row_begins_with(library: Library, entry: StatementEntry, words: Iterable[str]) -> bool:
    """Whether a row of a list is about the thing: "Phương án xử lý tài sản khi hợp nhất …" is not about the merging."""
    statement = entry.statement
    named = next((c.subject for c in statement.citations if c.subject), None) or (
        statement.task.text if statement.task else ""
    )
    return subject_begins_with(library, named, words)


def subject_begins_with(library: Library, subject: str, words: Iterable[str]) -> bool:
    """Whether one of the words stands where a subject begins, what is done to it passed over."""
    opening = _DONE_TO.sub(" ", fold(subject)).split()[:_OPENING_WORDS]
    said = library.tagger.tag(" ".join(opening)).words | set(opening)
    return not opening or not said.isdisjoint(words)


_NUMBER = pattern_of(r"(?<![\d.,/:-])\d{2,}(?![\d.,/:-]*\d|\s?%)")


def said_numbers(query: Query) -> tuple[str, ...]:
    """The numbers that a question names, none of them of a day, a period or a document: "tổng đài 1022", "312 hồ sơ"."""
    words = query.folded
    if query.references:
        return ()
    spans = [(d.start, d.end) for d in find_dates(words)] + [(m.start, m.end) for m in query.periods]
    spans += [m.span() for m in STANDARD.finditer(words)]
    return tuple(m[0].lstrip("0") for m in _NUMBER.finditer(words) if not any(a <= m.start() < b for a, b in spans))


def has_numbers(entry: StatementEntry, numbers: Iterable[str]) -> bool:
    """Whether a sentence has them all: that one hotline is open tells nothing of another."""
    folded = entry.folded
    return all(n in folded and re.search(rf"(?<![\d.,])0*{n}(?![\d.,]\d|\d)", folded) for n in numbers)
