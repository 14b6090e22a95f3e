"""The first ones of a ranking as a sentence names them in order: "Sở A đứng đầu (93,15 điểm), tiếp đến Sở B, Sở C"."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_within_body
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.most.asked import Asked
from knowledge.asking.most.things import is_thing
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import answered, quote, shorten
from knowledge.asking.shelves.terms import index_names
from knowledge.facts import Measure, Period
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods, with_years

_LOOKED_UP = (("dan", "dau"), ("dung", "dau"), ("xep", "dau"), ("dung", "nhat"), ("xep", "nhat"))
_FIRST = r"(?:dan dau|dung dau|xep dau|(?:dung|xep)(?: hang| vi tri)?(?: thu)? nhat)"
_BRACKET = r"(?:\([^()]*\))?"
_NEXT = r"(?:tiep den|tiep theo|tiep do|ke den|ke tiep|sau do|roi den|roi)"
# "Dẫn đầu khối sở là …", "03 đơn vị dẫn đầu gồm …".
_OPENS = pattern_of(rf"\b{_FIRST}(?: (?:khoi|nhom|cac) [^;:,.]{{2,30}}?)?(?: lan luot)?(?: la| gom| thuoc ve)?:?\s$")
_IS_FIRST = pattern_of(rf"\s?{_BRACKET},?\s?{_FIRST}\b")
# Between one and the next nothing else stands, so that nobody is passed over.
_BETWEEN = pattern_of(
    rf"{_BRACKET} ?(?:{_FIRST})? ?{_BRACKET} ?(?:;(?= ?{_NEXT})|,)? ?(?:va\b)? ?(?:{_NEXT}(?: la)?:?)?(?: cac)?"
)
_IN_ORDER = pattern_of(rf"\b{_NEXT}\b|\blan luot\b")
_MOST_SENTENCES = 500  # more would have to be read one by one: the question says too little


@dataclass(frozen=True, slots=True)
class _Ordered:
    entry: StatementEntry
    names: tuple[str, ...]
    clause: str  # as written, from the first of them to the last


def answer_in_order(library: Library, query: Query, asked: Asked, today: date) -> Answer | None:
    """The so many first ones of the newest sentence that names them in order; None where none does, or two name others."""
    if asked.many < _FEWEST or not (asked.is_place and asked.is_most):
        return None
    periods = resolve_all(query.periods, today)
    if query.periods and not periods:
        return None
    found = [o for entry in _sentences(library, query, asked, periods) for o in _in_order(entry, asked)]
    last = {o.names: o for o in told_last(found, lambda o: o.entry.report)}
    if len(last) != 1:
        return None
    (told,) = last.values()
    source = quote(told.entry.report, told.entry.statement.span)
    lines = tuple(f"{number}. {name}" for number, name in enumerate(told.names, 1))
    topic = Topic(report_id=told.entry.report.id)
    return answered(shorten(told.clause), (source,), lines=lines, topic=topic)


_FEWEST = 2


def _sentences(library: Library, query: Query, asked: Asked, periods: Sequence[Period]) -> Iterator[StatementEntry]:
    seen: set[int] = set()
    for words in _LOOKED_UP:
        having = library.statements_with_words(words)
        for entry in having if len(having) <= _MOST_SENTENCES else ():
            if entry.number in seen or not entry.is_sentence:
                continue
            seen.add(entry.number)
            if _is_meant(entry, query, asked, periods):
                yield entry


def _is_meant(entry: StatementEntry, query: Query, asked: Asked, periods: Sequence[Period]) -> bool:
    """Whether it is of the places, the index and the time that are named."""
    indices = (entry.terms.words | entry.context) & index_names()
    if asked.indices and indices and asked.indices.isdisjoint(indices):
        return False
    near = entry.words | entry.context | entry.report.terms.words
    if not asked.terms.words - GENERIC <= near:
        return False
    if not all(is_within_body(entry.report, None, b.organisation) for b in query.bodies):
        return False
    ranked = [f.period for f in entry.statement.figures if f.measure in {Measure.RANK, Measure.SCORE} and f.period]
    named = [m.resolve(entry.report.told_on) for m in with_years(list(find_periods(entry.folded)))]
    return not periods or any(period in periods for period in (*ranked, *named))


def _in_order(entry: StatementEntry, asked: Asked) -> Iterator[_Ordered]:
    words, folded = entry.statement.span.cut(entry.report.text), entry.folded
    bodies = list(find_organisations(words))
    for at, body in enumerate(bodies):
        opened = _OPENS.search(folded[: body.start])
        if opened is None and not _IS_FIRST.match(folded, body.end):
            continue
        run = list(_run(folded, bodies[at:]))
        is_ordered = opened is None or bool(_IN_ORDER.search(folded, opened.start(), run[-1].end))
        if not all(is_thing(asked.noun, fold(b.name), b.organisation, "") for b in run):
            continue
        if len(run) == asked.many or (is_ordered and len(run) > asked.many):
            meant = run[: asked.many]
            start = opened.start() if opened else body.start
            yield _Ordered(entry, tuple(b.name for b in meant), words[start : _with_bracket(folded, meant[-1].end)])


def _run(folded: str, bodies: Sequence[OrganisationMention]) -> Iterator[OrganisationMention]:
    """The bodies named one right after the other."""
    yield bodies[0]
    for before, body in pairwise(bodies):
        gap = " ".join(folded[before.end : body.start].split())
        if not gap or not _BETWEEN.fullmatch(gap):
            return
        yield body


def _with_bracket(folded: str, end: int) -> int:
    """Where the bracket behind the last of them ends, which gives its points."""
    bracket = _POINTS.match(folded, end)
    return bracket.end() if bracket else end


_POINTS = pattern_of(r"\s?\([^()]*\)")
