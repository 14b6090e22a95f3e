"""Who leads a ranking and who is last, as sentences say it in words: "Sở Tài chính xếp thứ nhất, Sở Du lịch xếp cuối"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.bodies import is_asked_body
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.newest import told_last
from knowledge.asking.reading.cues import ENDS_ASKING
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.asking.words.kinds_of_bodies import is_meant, nouns_of_bodies
from knowledge.facts import Measure, Period
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import SEVERAL_IN_WORDS
from knowledge.grammar.organisations import Organisation, OrganisationMention, find_organisations
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods, with_years
from knowledge.grammar.sought import Sought

_FIRST = r"(?:dan dau|dung dau|xep dau|(?:dung|xep)(?: hang| vi tri)?(?: thu)? nhat|hang nhat|ranked first)"
_LAST = r"(?:(?:dung|xep)(?: hang| vi tri)?(?: thu)? (?:cuoi|chot)(?: cung| bang)?|hang cuoi|cuoi bang|dung sau cung|ranked last)"
# What stands at a place, in the words by which reports are looked up.
_LOOKED_UP = {
    True: (("dan", "dau"), ("dung", "dau"), ("xep", "nhat"), ("dung", "nhat"), ("hang", "nhat"), ("xep", "dau")),
    False: (("dung", "cuoi"), ("xep", "cuoi"), ("hang", "cuoi"), ("cuoi", "bang")),
}
# "Sở Tài chính (94,15 điểm) xếp thứ nhất": little stands between a body and its place.
_BEHIND = {True: pattern_of(rf"[^;]{{0,30}}?\b{_FIRST}\b"), False: pattern_of(rf"[^;]{{0,30}}?\b{_LAST}\b")}
# "Dẫn đầu khối huyện là thị xã A", "Xếp cuối: Sở Du lịch".
_BEFORE = {
    True: pattern_of(rf"\b{_FIRST}(?: (?:khoi|nhom|cac) [^;:,.]{{2,30}}?)?(?: la|:| van la| thuoc ve)\s$"),
    False: pattern_of(rf"\b{_LAST}(?: (?:khoi|nhom|cac) [^;:,.]{{2,30}}?)?(?: la|:| van la| thuoc ve)\s$"),
}
_ASKED = {True: Sought(rf"\b{_FIRST}\b"), False: Sought(rf"\b{_LAST}\b")}
_WHICH = pattern_of(lambda: rf"\b(?P<noun>{nouns_of_bodies()})(?: nao| \w+ nao)\b|^(?:the |vay |con )?(?P<who>ai)\b")
_BLOCK = pattern_of(lambda: rf"\bkhoi (?:cac )?(?P<noun>{nouns_of_bodies()})\b")
# "Ba sở đứng đầu": who is first is only one of them.
_SEVERAL_FIRST = pattern_of(
    lambda: rf"\b(?:{'|'.join(SEVERAL_IN_WORDS)}|[2-9]|10) (?:{nouns_of_bodies()})\b[^,]{{0,20}}\b(?:{_FIRST}|{_LAST})"
)
# More sentences than this would have to be read one by one: the question says too little.
_MOST_SENTENCES = 500


@dataclass(frozen=True, slots=True)
class _Placed:
    """A body that a sentence puts first or last, with the clause that says so."""

    entry: StatementEntry
    body: Organisation
    name: str  # as written
    clause: str


def asks_who_is_placed(query: Query) -> bool:
    """ "Sở nào dẫn đầu?": whoever is named in the answer is spoken of from then on."""
    return bool(_WHICH.search(query.folded)) and any(pattern.search(query.folded) for pattern in _ASKED.values())


def answer_placed(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """Which body leads or is last, the place of the one that is named, or whether it is that one; None where no sentence says."""
    asked = next((first for first, pattern in _ASKED.items() if pattern.search(query.folded)), None)
    if query.references or query.asks("count", "percent", "money", "score", "when", "trend", "compare"):
        return None
    if query.claim is not None and query.claim.is_rank and query.claim.comparator == "at_most":
        return None  # "Có nằm trong 30 tỉnh đứng đầu không": a place decides it, and not who is first
    if _SEVERAL_FIRST.search(query.folded):
        return None
    which = _WHICH.search(query.folded)
    named = query.bodies[0].organisation if len(query.bodies) == 1 else None
    if asked is None:
        if named is None or not query.asks("rank"):
            return None
        told = [p for first in (True, False) for p in _placed(library, query, today, is_first=first)]
        last = told_last(told, lambda p: p.entry.report)
        return _tell([p for p in last if is_asked_body(p.body, named, p.entry.report)], "", wording)
    placed = told_last(_placed(library, query, today, is_first=asked), lambda p: p.entry.report)
    if which is not None:
        block = _BLOCK.search(query.folded) or which
        return _tell([p for p in placed if is_meant(p.body, block["noun"] or "don vi")], "", wording)
    if named is None or not (query.asks("verify") or ENDS_ASKING.search(query.folded)):
        return None
    if own := [p for p in placed if is_asked_body(p.body, named, p.entry.report)]:
        return _tell(own, wording.say("Đúng: ", "Yes: "), wording)
    others = [p for p in placed if bool(p.body.body.startswith("so ")) == named.body.startswith("so ")]
    return _tell(others, wording.say("Không phải: ", "No: "), wording)


def _placed(library: Library, query: Query, today: date, *, is_first: bool) -> list[_Placed]:
    wanted = query.terms.words & index_names()
    if not wanted and "#reform" in query.terms.words:
        wanted = _OF_REFORM  # "xếp thứ mấy về cải cách hành chính" is of no other index
    periods = resolve_all(query.periods, today)
    found = []
    for entry in _sentences(library, is_first=is_first):
        if entry.is_row or entry.statement.task is not None:
            continue
        indices = (entry.terms.words | entry.context) & index_names()
        if not indices and "#reform" in entry.terms.words:
            indices = _OF_REFORM
        if (wanted and indices and wanted.isdisjoint(indices)) or (periods and not _is_of(entry, periods)):
            continue
        found += [p for p in _in_sentence(entry, is_first=is_first) if _is_near(p, query)]
    return found


_OF_REFORM = frozenset({"#par_index"})


def _sentences(library: Library, *, is_first: bool) -> Iterator[StatementEntry]:
    seen: set[int] = set()
    for words in _LOOKED_UP[is_first]:
        having = library.statements_with_words(words)
        if len(having) > _MOST_SENTENCES:
            continue
        for entry in having:
            if entry.number not in seen:
                seen.add(entry.number)
                yield entry


def _is_of(entry: StatementEntry, periods: Sequence[Period]) -> bool:
    """Whether the ranking is of one of the periods: its points and places are, or it names it."""
    ranked = [f for f in entry.statement.figures if f.measure in {Measure.RANK, Measure.SCORE}]
    if ranked:
        return any(f.period in periods for f in ranked)
    return not _periods_named(entry).isdisjoint(periods)


@once_each
def _periods_named(entry: StatementEntry) -> frozenset[Period | None]:
    """The periods that a sentence names, as its report means them."""
    mentions = with_years(list(find_periods(entry.folded)))
    return frozenset(m.resolve(entry.report.told_on) for m in mentions)


@once_each
def _bodies_named(entry: StatementEntry) -> tuple[OrganisationMention, ...]:
    return tuple(find_organisations(entry.statement.span.cut(entry.report.text)))


def _in_sentence(entry: StatementEntry, *, is_first: bool) -> Iterator[_Placed]:
    words = entry.statement.span.cut(entry.report.text)
    bodies = _bodies_named(entry)
    for at, body in enumerate(bodies):
        end = bodies[at + 1].start if at + 1 < len(bodies) else len(words)
        behind = _BEHIND[is_first].match(entry.folded[body.end : end])
        before = _BEFORE[is_first].search(entry.folded[: body.start])
        if behind or before:
            start = before.start() if before and not behind else body.start
            yield _Placed(entry, body.organisation, body.name, _clause(words, start, body, end))


def _clause(words: str, start: int, body: OrganisationMention, end: int) -> str:
    """The words on the body alone, as written: up to the next comma outside of brackets and numbers."""
    stop = re.search(r"[;]|,\s(?![^(]*\))|\.(?!\d)", words[body.end : end])
    return words[start : body.end + stop.start() if stop else end].strip(" .,;")


def _is_near(placed: _Placed, query: Query) -> bool:
    """Whether the place that is asked about is that of the report; a named body is compared later."""
    places = {
        b.organisation.place for b in query.bodies if b.organisation.level == "province" and not b.organisation.body
    }
    return not places or placed.entry.report.province in places


def _tell(placed: Sequence[_Placed], judged: str, wording: Wording) -> Answer | None:
    """The clauses, each once; None where there is none, or more than one body of a kind."""
    told = {fold(p.clause): p for p in placed}
    kinds = [p.body.body.startswith("so ") for p in told.values()]
    if not told or len(kinds) != len(set(kinds)):
        return None
    first = next(iter(told.values()))
    ranked = next((f.period for f in first.entry.statement.figures if f.period and f.measure is Measure.SCORE), None)
    when = f" – {wording.period(ranked)}" if ranked else ""
    quotes = tuple(dict.fromkeys(quote(p.entry.report, p.entry.statement.span) for p in told.values()))
    direct = "; ".join(p.clause for p in told.values())
    spoken_of = first.name if len(told) == 1 else None
    topic = Topic(report_id=first.entry.report.id, organisation=spoken_of)
    return answered(f"{judged}{direct}{when}", quotes, topic=topic)
