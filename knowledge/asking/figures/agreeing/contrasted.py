"""Whether a figure is of another sort than the asked one, where reports tell the two apart: "đột xuất" is not "định kỳ"."""

import re
from collections.abc import Callable, Mapping
from functools import cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Figure, Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# Of each thing the sorts that are named: {"occasion": {"sudden"}}.
_Sorts = Mapping[str, frozenset[str]]


def is_of_other_sort(said: str) -> Callable[[FigureEntry], bool] | None:
    """What tells of a figure that it is of another sort than the folded question names; None where it names none.

    Its own words decide, else those of its head; where neither names a sort, its sentence or heading must name the asked one,
    and no other figure of the sentence may be of it.
    """
    asked = _sorts(said)
    if not asked:
        return None

    def differs(entry: FigureEntry) -> bool:
        own, around = _own(entry), _around(entry)
        for thing, sorts in asked.items():
            said = _in_label(entry.figure) if entry.statement.is_row else own
            if thing not in said and sorts <= _unsaid(thing, is_row=entry.statement.is_row):
                continue
            told = own.get(thing) or (around.get(thing, _NONE) - _others(entry).get(thing, _NONE))
            if told.isdisjoint(sorts):
                return True
        return False

    return differs


_NONE = frozenset[str]()


@once_each
def _own(entry: FigureEntry) -> _Sorts:
    """The sorts that the figure's own words name, and of each thing of which they name none those of its head.

    Of a share those right behind it are its own as well: "đạt 112% dự toán tỉnh giao".
    """
    if entry.figure.measure is not Measure.SHARE or entry.statement.is_row:
        return _sorts_of(entry.figure)
    end = max(entry.figure.span.end - entry.statement.statement.span.start, 0)
    return {**_sorts_of(entry.figure), **_sorts(re.split(r"[,;.()]", entry.statement.folded[end:], maxsplit=1)[0])}


@once_each
def _around(entry: FigureEntry) -> _Sorts:
    """The sorts that its sentence, headings and title name."""
    statement = entry.statement
    return _sorts(f"{statement.folded} | {fold(statement.statement.heading)} | {fold(entry.report.facts.title)}")


@once_each
def _others(entry: FigureEntry) -> _Sorts:
    """The sorts that other figures of its sentence are of."""
    found: dict[str, frozenset[str]] = {}
    for figure in entry.statement.statement.figures:
        for thing, sorts in _sorts_of(figure).items() if figure is not entry.figure else ():
            found[thing] = found.get(thing, _NONE) | sorts
    return found


def _sorts_of(figure: Figure) -> _Sorts:
    return {**_sorts(fold(figure.head)), **_in_label(figure)}


def _in_label(figure: Figure) -> _Sorts:
    return _sorts(fold(f"{figure.label} {figure.written}"))


def _sorts(words: str) -> _Sorts:
    """The sorts that these folded words name, of each thing."""
    found: dict[str, frozenset[str]] = {}
    for thing, (pattern, sorts) in _contrasts().items():
        if named := frozenset(sorts[match.group()] for match in pattern.finditer(words)):
            found[thing] = named
    return found


_UNSAID, _UNSAID_IN_ROWS = "unsaid", "unsaid_in_rows"


@cache
def _unsaid(thing: str, *, is_row: bool) -> frozenset[str]:
    """The sorts of a thing that need not be said."""
    lists = load_vocabulary("contrasts")[thing]
    return frozenset(lists.get(_UNSAID, ())) | frozenset(lists.get(_UNSAID_IN_ROWS, ()) if is_row else ())


@cache
def _contrasts() -> Mapping[str, tuple[re.Pattern[str], Mapping[str, str]]]:
    """Of each thing the pattern of all its sorts, the longest name first, and the sort that each name means."""
    found: dict[str, tuple[re.Pattern[str], Mapping[str, str]]] = {}
    for thing, sorts in load_vocabulary("contrasts").items():
        named = {
            fold(name): sort
            for sort, names in sorts.items()
            if sort not in {_UNSAID, _UNSAID_IN_ROWS}
            for name in names
        }
        # "Danh mục 4 tại chỗ" names no level.
        found[thing] = re.compile(rf"(?<!\bdanh )\b(?:{any_of(named)})\b"), named
    return found
