"""What is in force, against what was made known, changed or done away with of it."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# "Đang áp dụng bao nhiêu thủ tục": no number of those that were made known or done away with.
_ASKS_IN_FORCE = Sought(r"\b(?:ap dung|hien hanh|(?:con|dang co|dang con|co) hieu luc)\b")
_SAYS_IN_FORCE = pattern_of(r"\b(?:ap dung|hien hanh|hieu luc|hien co|dang thuc hien)\b")
_CHANGED_THEM = pattern_of(r"\b(?:cong bo|sua doi|bo sung|bai bo|thay the|ra soat|don gian hoa|cat giam|rut ngan)\b")


def asks_in_force(said: str) -> bool:
    """Whether a folded question asks for what is in force."""
    return _ASKS_IN_FORCE.search(said) is not None


@once_each
def is_of_changed(entry: FigureEntry) -> bool:
    """Whether its own words or those that it hangs on say that so many were made known or changed, and none that they are in force."""
    said = f"{fold(entry.figure.head)} {fold(entry.figure.label)}"
    return _CHANGED_THEM.search(said) is not None and _SAYS_IN_FORCE.search(said) is None
