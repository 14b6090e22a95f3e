"""Whether a figure is of what is asked for, and not of what its sentence tells beside it: places, points, clauses behind it."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from knowledge.asking.library import FigureEntry, Library
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of, listed
from knowledge.vocabulary.loading import load_vocabulary

_PLACES = frozenset({"bac", "hang", "thu bac"})


_SORTS = frozenset({"#ranking", "#score", "#total", "#reform"})


def is_of_other_area(asked: frozenset[str]) -> Callable[[FigureEntry], bool]:
    """What tells of a place or points that they are of something else: its words name that, and not all that is asked for.

    "Cải cách thể chế hạng 15": no place of "cải cách thủ tục hành chính", of which nothing is said.
    """
    wanted = asked - _SORTS

    def differs(entry: FigureEntry) -> bool:
        if entry.statement.is_row or not _is_placed(entry):
            return False
        own = entry.own.words - _SORTS
        own -= entry.body.words if entry.body is not None else frozenset()
        lacking = wanted - own - entry.head.words - entry.statement.head_words - entry.statement.context
        return bool(lacking and own - wanted)

    return differs


def is_of_thing_beside(library: Library, telling: frozenset[str]) -> Callable[[FigureEntry], bool]:
    """What tells of a figure that a word of the question is said only of others of its sentence.

    "Cải cách thể chế đạt 8,12 điểm (xếp thứ 20); tài chính công đạt 9,01 điểm (xếp thứ 45)": each place is of its own.
    "139 xã áp dụng ISO; 02 đơn vị áp dụng ISO điện tử": what a later clause or a part says is not of the one before it.
    """
    named = frozenset(word for word in telling if word.startswith("#") or "_" in word)

    def differs(entry: FigureEntry) -> bool:
        statement = entry.statement
        if statement.is_row:
            return False
        is_placed = _is_placed(entry)
        missing = (telling if is_placed else named) - entry.own.words - entry.head.words
        if not is_placed:
            missing -= statement.head_words | statement.context
        return bool(missing) and any(
            not missing.isdisjoint(other.own.words) for other in _others(library, entry, is_placed=is_placed)
        )

    return differs


def is_of_other_part_of_index(library: Library, asked: frozenset[str]) -> Callable[[FigureEntry], bool]:
    """What tells of a share that its sentence gives an index and its parts, and it is not just what is asked for.

    "SIPAS đạt 84,51%, trong đó thủ tục hành chính 86,02%, công chức 87,00%": each is of its own.
    """
    wanted = asked - _SORTS - index_names()

    def differs(entry: FigureEntry) -> bool:
        own, told = entry.figure, entry.statement.statement.figures
        if own.measure is not Measure.SHARE or entry.statement.is_row:
            return False
        beside = [library.figure(entry.statement, at) for at, f in enumerate(told) if f.measure is own.measure]
        first = next((one.figure for one in beside if not one.own.words.isdisjoint(index_names())), None)
        if first is None:
            return False
        if first.span.start < own.span.start and entry.own.words - _SORTS - index_names() - wanted:
            return True
        missing = wanted - entry.own.words
        return any(not missing.isdisjoint(other.own.words) for other in beside)

    return differs


def _others(library: Library, entry: FigureEntry, *, is_placed: bool) -> list[FigureEntry]:
    """The other places and points of its sentence; of a figure that is none those that a later clause tells of."""
    told, start = entry.statement.statement.figures, entry.statement.statement.span.start
    beside = (library.figure(entry.statement, at) for at in range(len(told)))
    if is_placed:
        return [other for other in beside if other.figure.span != entry.figure.span and _is_placed(other)]
    if _acts_itself(fold(entry.figure.label)):
        return [other for other in beside if other.figure.span != entry.figure.span]
    behind = _LATER.search(entry.statement.folded, max(entry.figure.span.end - start, 0))
    return [other for other in beside if other.figure.span.start > start + behind.start()] if behind else []


# A clause of its own, or the parts of what stands before: "giải ngân 64 tỷ đồng, gồm giảm nghèo 40 tỷ, nông thôn mới 24 tỷ".
_LATER = pattern_of(r";|\b(?:gom|bao gom|trong do)\b")


# "Thu hồi 03 quyết định, hủy 02 kết quả": each is an act of its own.
_ACT = pattern_of(lambda: rf"(?:{listed('counting', 'acts')})\b")


def _acts_itself(label: str) -> bool:
    """Whether the folded words of a figure begin with what was done."""
    return _ACT.match(label) is not None


def _is_placed(entry: FigureEntry) -> bool:
    measure, unit = entry.figure.measure, fold(entry.figure.unit)
    return measure in {Measure.RANK, Measure.SCORE} or (measure is Measure.CHANGE and unit in _PLACES)


def is_of_other_index(entry: FigureEntry, wanted: frozenset[str]) -> bool:
    """Whether the index that is named nearest to the figure is another one: its own words', else its head's."""
    named = _index_named(entry)
    return bool(named) and named.isdisjoint(wanted)


@once_each
def _index_named(entry: FigureEntry) -> frozenset[str]:
    """The index of the figure's own words, the last before the number where they name several; else that of its head."""
    own = entry.own.words & index_names()
    if len(own) <= 1 or entry.statement.is_row:
        return own or (entry.head.words & index_names())
    before = entry.statement.folded[: max(entry.figure.span.start - entry.statement.statement.span.start, 0)]
    pattern, concepts = _indices()
    said = [concepts[match.group()] for match in pattern.finditer(before)]
    return said[-1] if said else own


@cache
def _indices() -> tuple[re.Pattern[str], Mapping[str, frozenset[str]]]:
    """The pattern of all names of indices, and the concepts that each of them says: SIPAS is of how satisfied people are."""
    topics = load_vocabulary("concepts")["topic"]
    concepts: dict[str, frozenset[str]] = {}
    for index in sorted(index_names()):
        for name in map(fold, topics[index.removeprefix("#")]):
            concepts[name] = concepts.get(name, frozenset()) | {index}
    return re.compile(rf"\b(?:{any_of(concepts)})\b"), concepts
