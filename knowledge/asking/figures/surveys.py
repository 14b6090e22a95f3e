"""How satisfied people are is told by an index of the whole year and by surveys at the desk: two things of one name."""

from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.figures.matching import Match
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.terms import index_names
from knowledge.grammar.patterns import pattern_of


def asks_either(query: FigureQuery) -> bool:
    """Whether it is asked how satisfied people are, and not by which of the two."""
    words = query.terms.words
    return _SATISFIED in words and _indices().isdisjoint(words) and _AN_INDEX.search(query.said) is None


_SATISFIED, _AN_INDEX = "#satisfied", pattern_of(r"\b(?:chi so|index)\b")


def is_survey_beside_index(match: Match, best: Match) -> bool:
    """Whether of the best's time and body it is a survey's, where the best is an index's: then either may be meant."""
    one, other = match.entry, best.entry
    if one.figure.measure is not other.figure.measure or match.distance != best.distance:
        return False
    if one.figure.period != other.figure.period or one.report.body != other.report.body:
        return False
    return _is_of_index(other) and not _is_of_index(one)


@once_each
def _is_of_index(entry: FigureEntry) -> bool:
    return not _indices().isdisjoint(entry.own_words | entry.head_words)


def _indices() -> frozenset[str]:
    return index_names() - {_SATISFIED}
