"""Amendments of a reading: made, taken back, and carried over to a newer version of the same report."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from rapidfuzz import fuzz, process

from knowledge.facts import Amendment, Figure, Reading, Span, Statement
from knowledge.fields.describing import Fact, change, describe, differences, read_fields, write_fields
from knowledge.fields.entry_fields import EntryFields
from knowledge.grammar.folding import fold

FactKind = Literal["document", "figure", "task"]

# Below this a sentence is another one; as where versions are compared (`knowledge.importing.differences`).
_SAME_SENTENCE = 80


@dataclass(frozen=True, slots=True)
class Place:
    """A fact of a reading: which statement, what sort of fact, and which of these."""

    statement: int
    kind: FactKind
    index: int = 0


@dataclass(frozen=True, slots=True)
class Carried:
    """A newer reading with the older one's amendments, and those that it contradicts."""

    reading: Reading
    lost: tuple[tuple[Amendment, Place | None], ...] = ()


def places_of(statement: Statement, position: int) -> Iterator[tuple[Place, Fact]]:
    """Every fact of a statement."""
    yield from ((Place(position, "document", n), citation) for n, citation in enumerate(statement.citations))
    yield from ((Place(position, "figure", n), figure) for n, figure in enumerate(statement.figures))
    if statement.task:
        yield Place(position, "task"), statement.task


def fact_at(reading: Reading, place: Place) -> Fact | None:
    """The fact; None if there is none."""
    if not 0 <= place.statement < len(reading.statements):
        return None
    return dict(places_of(reading.statements[place.statement], place.statement)).get(place)


def amend(reading: Reading, place: Place, after: EntryFields | None, *, on: date, why: str = "") -> Reading:
    """The reading with that fact changed, or taken out where nothing comes after; raises LookupError without it.

    What is as it was read again is no amendment any more.
    """
    fact = fact_at(reading, place)
    if fact is None:
        raise LookupError(f"no {place.kind} {place.index} in statement {place.statement}")
    statement, now = reading.statements[place.statement], describe(fact)
    mine = [one for one in reading.amendments if _is_of(one, statement, place, fact)]
    others = tuple(one for one in reading.amendments if one not in mine)
    read = read_fields(mine[0].before) if mine else now
    changed = None if after is None else change(fact, now, after)
    stands = None if changed is None else describe(changed)
    made = Amendment(
        statement.span, place.kind, fact.span, write_fields(read), write_fields(stands) if stands else None, on, why
    )
    statements = list(reading.statements)
    statements[place.statement : place.statement + 1] = _with(statement, place, changed)
    amendments = others if stands is not None and not differences(read, stands) else (*others, made)
    return replace(reading, statements=tuple(statements), amendments=amendments)


def put_back(reading: Reading, older: Reading, amendment: Amendment) -> Reading:
    """The reading with the fact again that this amendment took out of the older one; raises LookupError without it."""
    found = _find(older, amendment)
    if found is None:
        raise LookupError("the older version does not have it either")
    position, place, _ = found
    before = older.statements[position]
    at = next((n for n, one in enumerate(reading.statements) if one.span == before.span), None)
    statements = list(reading.statements)
    if at is None:
        alone = [kept for kept in (_only(before, place),) if kept]
        after = sum(one.span.start < before.span.start for one in statements)
        statements[after:after] = alone
    else:
        statements[at] = _merged(statements[at], before, place)
    rest = tuple(one for one in reading.amendments if one != amendment)
    was = tuple(one for one in older.amendments if _is_same_fact(one, amendment))
    return replace(reading, statements=tuple(statements), amendments=(*rest, *was))


def carry(older: Reading, newer: Reading) -> Carried:
    """The newer reading with each amendment of the older whose sentence says the same still."""
    lost: list[tuple[Amendment, Place | None]] = []
    reading = newer
    for amendment in older.amendments:
        if any(_is_same_words(older, amendment.span, newer, one.span) for one in newer.amendments):
            continue
        place = _counterpart(older, amendment, reading)
        fact = fact_at(reading, place) if place else None
        if place is None or fact is None:
            if amendment.after:  # what was taken out and is gone needs no word
                lost.append((amendment, None))
            continue
        before, after = read_fields(amendment.before), amendment.after and read_fields(amendment.after)
        if not after:
            reading = amend(reading, place, None, on=amendment.on, why=amendment.why)
        elif _holds(describe(fact), before, names := _names(before, after)):
            wanted = change(fact, before, after)
            reading = amend(reading, place, describe(wanted), on=amendment.on, why=amendment.why)
        elif not _holds(describe(fact), after, names):
            lost.append((amendment, place))
    return Carried(reading, tuple(lost))


def _names(before: EntryFields, after: EntryFields) -> set[str]:
    return {changed.field for changed in differences(before, after)}


def _holds(fact: EntryFields, wanted: EntryFields, names: Iterable[str]) -> bool:
    """Whether the fact says in those fields what is wanted."""
    return not set(names) & _names(fact, wanted)


def _counterpart(older: Reading, amendment: Amendment, newer: Reading) -> Place | None:
    """Where the newer reading has the amended fact."""
    words = _words(older, amendment.span)
    same = [n for n, one in enumerate(newer.statements) if _words(newer, one.span) == words]
    if same:
        earlier = sum(
            _words(older, one.span) == words for one in older.statements if one.span.start < amendment.span.start
        )
        position = same[min(earlier, len(same) - 1)]
        offset = amendment.place.start - amendment.span.start
        at = next(
            (
                place
                for place, fact in places_of(newer.statements[position], position)
                if place.kind == amendment.kind and fact.span.start - newer.statements[position].span.start == offset
            ),
            None,
        )
        return at or _alike(amendment, newer.statements[position], position)
    choices = {n: _words(newer, one.span) for n, one in enumerate(newer.statements)}
    found = process.extractOne(words, choices, scorer=fuzz.ratio, score_cutoff=_SAME_SENTENCE)
    return _alike(amendment, newer.statements[found[2]], found[2]) if found else None


def _alike(amendment: Amendment, statement: Statement, position: int) -> Place | None:
    """The fact of a sentence of other words: the one that says what was corrected, or the only one of its sort."""
    before = read_fields(amendment.before)
    own = [(place, fact) for place, fact in places_of(statement, position) if place.kind == amendment.kind]
    exact = [place for place, fact in own if not differences(describe(fact), before)]
    return exact[0] if exact else own[0][0] if len(own) == 1 else None


def _find(reading: Reading, amendment: Amendment) -> tuple[int, Place, Fact] | None:
    for position, statement in enumerate(reading.statements):
        if statement.span == amendment.span:
            for place, fact in places_of(statement, position):
                if place.kind == amendment.kind and fact.span == amendment.place:
                    return position, place, fact
    return None


def _is_of(amendment: Amendment, statement: Statement, place: Place, fact: Fact) -> bool:
    return (amendment.span, amendment.kind, amendment.place) == (statement.span, place.kind, fact.span)


def _is_same_fact(one: Amendment, other: Amendment) -> bool:
    return (one.span, one.kind, one.place) == (other.span, other.kind, other.place)


def _is_same_words(older: Reading, span: Span, newer: Reading, other: Span) -> bool:
    return _words(older, span) == _words(newer, other)


def _words(reading: Reading, span: Span) -> str:
    return " ".join(fold(span.cut(reading.text)).split())


def _with(statement: Statement, place: Place, fact: Fact | None) -> list[Statement]:
    """The statement with another fact in that place, or without it; without any fact it says nothing any more."""
    changed = statement
    if place.kind == "document":
        citations = list(statement.citations)
        citations[place.index : place.index + 1] = [fact] if fact else []  # type: ignore[list-item]
        changed = replace(statement, citations=tuple(citations))
    elif place.kind == "figure":
        figures = list(statement.figures)
        figures[place.index : place.index + 1] = [fact] if fact else []  # type: ignore[list-item]
        kept = figures if fact else [_renumbered(figure, place.index) for figure in figures]
        changed = replace(statement, figures=tuple(kept))
    else:
        changed = replace(statement, task=fact)  # type: ignore[arg-type]
    return [changed] if fact or any(True for _ in places_of(changed, 0)) else []


def _renumbered(figure: Figure, gone: int) -> Figure:
    """The figure beside one that is gone: what it is a part of has another number now, or none."""

    def after(index: int | None) -> int | None:
        return None if index is None or index == gone else index - (index > gone)

    return replace(figure, part_of=after(figure.part_of), share_of=after(figure.share_of))


def _only(statement: Statement, place: Place) -> Statement | None:
    """The statement with just that fact."""
    citations = (statement.citations[place.index],) if place.kind == "document" else ()
    figures = (replace(statement.figures[place.index], part_of=None, share_of=None),) if place.kind == "figure" else ()
    return replace(
        statement, citations=citations, figures=figures, task=statement.task if place.kind == "task" else None
    )


def _merged(now: Statement, before: Statement, place: Place) -> Statement:
    """The statement with that fact of the older one again, in the order of the sentence."""
    if place.kind == "task":
        return replace(now, task=before.task)
    if place.kind == "document":
        citations = sorted((*now.citations, before.citations[place.index]), key=lambda one: one.span.start)
        return replace(now, citations=tuple(citations))
    if len(now.figures) + 1 == len(before.figures):
        own = {figure.span: figure for figure in now.figures}
        figures = [
            replace(own.get(figure.span, figure), part_of=figure.part_of, share_of=figure.share_of)
            for figure in before.figures
        ]
        return replace(now, figures=tuple(figures))
    return replace(now, figures=(*now.figures, replace(before.figures[place.index], part_of=None, share_of=None)))
