"""What sort of thing a statement tells, and the words it tells it in."""

from enum import IntFlag

from knowledge.grammar.patterns import pattern_of

_WORD = pattern_of(r"\w+")


class Tells(IntFlag):
    """Sorts that are asked for as such."""

    LISTED = 1  # a row of a register
    ASSIGNED = 2  # a task, or a row that charges someone
    TARGET = 4  # a row of a table with a target, or a sentence with one in brackets
    ROW = 8  # any row of a table
    WORK = 16  # a row that is a task
    REASON = 32  # words that give a reason for anything
    # What may be told in a section of that name
    CAUSE = 64
    PROPOSAL = 128
    SHORTCOMING = 256


def words_of(folded: str) -> frozenset[str]:
    """The words of a folded text as they stand."""
    return frozenset(_WORD.findall(folded))
