"""Sorts of things that questions want named, as alternatives of a pattern: "phòng nào", "kể tên các lĩnh vực"."""

from functools import cache

from knowledge.grammar.folding import fold
from knowledge.grammar.phrase_tree import any_of, listed
from knowledge.vocabulary.loading import load_vocabulary


@cache
def sorts_asked() -> str:
    """All of them, folded."""
    which = load_vocabulary("things")["which"]
    return any_of([*which["bodies"], *which["others"]])


@cache
def sorts_of_bodies() -> frozenset[str]:
    """Those that bodies and places are, folded."""
    return frozenset(map(fold, load_vocabulary("things")["which"]["bodies"]))


@cache
def sorts_ranked() -> str:
    """Those of which the most or least is asked, folded."""
    return listed("things", "ranked")


@cache
def sorts_counted() -> str:
    """Those of which it is asked whether all of them are, folded."""
    return listed("things", "all")
