"""Which one is most or least where a sentence says so in words: "Huyện A có 388 hồ sơ trễ hạn, cao nhất tỉnh"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.answers import Answer, Topic
from knowledge.asking.figures.scoring import GENERIC
from knowledge.asking.library import Library, StatementEntry
from knowledge.asking.most.asked import Asked
from knowledge.asking.most.things import is_thing
from knowledge.asking.newest import told_last
from knowledge.asking.reading.question import Query, resolve_all
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.facts import Measure, Period
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import find_organisations
from knowledge.grammar.patterns import pattern_of

# More sentences than this would have to be read one by one: the question says too little.
_MOST_SENTENCES = 400
_WORDS = {
    True: (("nhieu", "nhat"), ("cao", "nhat"), ("lon", "nhat")),
    False: (("it", "nhat"), ("thap", "nhat")),
}
# "Ít nhất 04 cơ quan", "nhiều nhất là 3 lần": a bound, and none of several things.
_SAYS = {
    True: pattern_of(r"\b(?:nhieu|cao|lon) nhat\b(?! (?:la )?\d)"),
    False: pattern_of(r"\b(?:it|thap) nhat\b(?! (?:la )?\d)"),
}
_TO_COME = pattern_of(r"\b(?:phan dau|du kien|muc tieu|se|tap trung)\b")
_SHARE = pattern_of(r"\b(?:ty le|ti le|muc do|hai long|chi so|diem)\b|%")
_CLAUSE = pattern_of(r"(?:;|,(?!\d)|\btrong khi\b|\bcon\b(?= (?:huyen|so|xa|phuong|linh vuc)))(?![^()]*\))")
_GOES_ON = pattern_of(r"\W*(?:trong do|cao nhat|thap nhat|nhieu nhat|it nhat|rieng)\b")
_TELLING_APART = ("channel", "timeliness", "direction")
# Which way it went may be left out of a question for a level.
_MAY_BE_UNASKED = frozenset({"direction"})


@dataclass(frozen=True, slots=True)
class _Told:
    entry: StatementEntry
    clause: str
    period: Period | None


def answer_told(library: Library, query: Query, asked: Asked, today: date, wording: Wording) -> Answer | None:
    """The clause that says so; None where none does, or several do of one time."""
    if asked.many != 1 or asked.is_place:
        return None
    periods = resolve_all(query.periods, today)
    if query.periods and not periods:
        return None
    told = [t for t in _every(library, query, asked) if not periods or t.period in periods]
    last = {fold(t.clause): t for t in told_last(told, lambda t: t.entry.report)}
    if len(last) != 1 or (not periods and len({t.period for t in told}) > 1):
        return None
    (found,) = last.values()
    when = f" – {wording.period(found.period)}" if found.period else ""
    source = quote(found.entry.report, found.entry.statement.span)
    topic = Topic(report_id=found.entry.report.id, period=found.period)
    return answered(f"{shorten(found.clause, 300)}{when}", (source,), topic=topic)


def _every(library: Library, query: Query, asked: Asked) -> Iterator[_Told]:
    seen: set[int] = set()
    for words in _WORDS[asked.is_most]:
        having = library.statements_with_words(words)
        for entry in having if len(having) <= _MOST_SENTENCES else ():
            if entry.number in seen or entry.is_row or entry.statement.task is not None:
                continue
            seen.add(entry.number)
            if (clause := _clause(library, entry, query, asked)) is not None:
                yield _Told(entry, clause, _period(entry))


def _period(entry: StatementEntry) -> Period | None:
    own = {f.period for f in entry.statement.figures if f.period is not None}
    return own.pop() if len(own) == 1 else entry.report.facts.period


def _clause(library: Library, entry: StatementEntry, query: Query, asked: Asked) -> str | None:
    """The words on the one thing, as written; None where the sentence does not say what is asked."""
    words = entry.statement.span.cut(entry.report.text)
    folded = entry.folded
    said = _SAYS[asked.is_most].search(folded)
    if said is None or _TO_COME.search(folded) or len(folded) != len(words) or not _is_of(entry, query):
        return None
    if not _speaks_of(library, entry, asked):
        return None
    parts = _parts(folded)
    at = next(i for i, (start, end) in enumerate(parts) if start <= said.start() < end)
    start, end = parts[at]
    if not _has_thing(words[start:end], asked) and at:
        start = parts[at - 1][0]
    clause = words[start:end].strip(" ,;.")
    own = fold(clause)
    asks_share = bool(asked.measures & {Measure.SHARE, Measure.SCORE})
    if not _has_thing(clause, asked) or (asks_share and not _SHARE.search(folded)):
        return None
    if not asks_share and _SHARE.search(own):
        return None
    return clause if _parted_as(library, own, asked) else None


def _parts(folded: str) -> list[tuple[int, int]]:
    starts = [0, *(m.end() for m in _CLAUSE.finditer(folded))]
    return list(zip(starts, [*starts[1:], len(folded)], strict=True))


def _has_thing(words: str, asked: Asked) -> bool:
    folded = fold(words)
    if asked.noun in {"linh vuc", "mang", "nhom"}:
        return bool(re.search(rf"\b(?:linh vuc|{asked.noun}) (?!nao\b)[a-z]", folded))
    return any(is_thing(asked.noun, fold(o.name), o.organisation, "") for o in find_organisations(words))


def _is_of(entry: StatementEntry, query: Query) -> bool:
    """Whether the report is of the places that are named; a province's own report speaks of its districts."""
    places = [b.organisation.place for b in query.bodies if b.organisation.place]
    return all(place in {entry.report.body.place, entry.report.province} for place in places)


def _speaks_of(library: Library, entry: StatementEntry, asked: Asked) -> bool:
    """Whether the sentence, its headings or the sentence that it goes on from has all that is asked."""
    near = entry.words
    dimensions = entry.terms.dimensions
    if _GOES_ON.match(entry.folded) and entry.number:
        before = library.statements[entry.number - 1]
        if before.report is entry.report and before.statement.heading == entry.statement.heading:
            near |= before.words
            dimensions = {**before.terms.dimensions, **dimensions}
    needed = {d: v for d, v in asked.terms.dimensions.items() if d in _TELLING_APART}
    return all(v & dimensions.get(d, frozenset()) for d, v in needed.items()) and all(
        word in near for word in asked.terms.words - GENERIC
    )


def _parted_as(library: Library, own: str, asked: Asked) -> bool:
    """Whether the clause names no channel and no timeliness but those asked for."""
    said = library.tagger.tag(own).dimensions
    parting = [d for d in _TELLING_APART if d in said and (d in asked.terms.dimensions or d not in _MAY_BE_UNASKED)]
    return all(said[d] & asked.terms.dimensions.get(d, frozenset()) for d in parting)
