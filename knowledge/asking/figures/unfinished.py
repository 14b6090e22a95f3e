"""How far the work is that a figure counts: under way, not begun; and whether all that is not done yet is asked for."""

import re

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Figure, Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY, TASK
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_WORK = rf"(?:{TASK}|noi dung|muc tieu|chi tieu)"
_UNDONE = r"chua (?:duoc |lam |thuc hien )*(?:xong|hoan thanh)"
# "Kế hoạch 05 còn mấy nhiệm vụ", "mấy nhiệm vụ chưa làm": of those that there are a number of all is none.
_ASKS_LEFT = Sought(
    rf"\bcon (?:lai )?{HOW_MANY} {_WORK}\b|\b{HOW_MANY} {_WORK} (?:nao )?(?:con |van )?chua\b|\b{_WORK} chua [a-z ]*{HOW_MANY}\b"
)
_SAYS_LEFT = pattern_of(r"\b(?:con|chua|chuyen|ton|cham|tre|qua han|khong)\b")
_ASKED = Sought(
    rf"\b{HOW_MANY} {_WORK}\b.*\b{_UNDONE}\b|\b{_WORK} {_UNDONE}\b.*\b{HOW_MANY}\b"
    # "Kế hoạch 05 còn mấy nhiệm vụ": all that are left.
    rf"|\bcon (?:lai )?{HOW_MANY} {_WORK}\b(?!.*\b(?:chua|dang|qua han|cham|tre)\b)"
)
UNDER_WAY = pattern_of(
    r"\b(?:dang|tiep tuc) (?:duoc )?(?:[a-z]+ )?(?:thuc hien|trien khai|lam|xu ly|tien hanh|hoan thien)\b"
)
NOT_BEGUN = pattern_of(r"\bchua (?:duoc )?(?:trien khai|thuc hien|bat dau|lam|tien hanh|khoi dong)\b(?! xong)")


def asks_left_undone(said: str) -> bool:
    """Whether a folded question asks how many tasks are not done yet: more than those that were not begun."""
    return _ASKED.search(said) is not None


def asks_what_is_left(said: str) -> bool:
    """Whether it asks how many tasks are left or not done, in whatever words."""
    return _ASKS_LEFT.search(said) is not None


@once_each
def is_not_left(entry: FigureEntry) -> bool:
    """Whether it counts tasks, and nothing says of just these that they are left: they are all that there are, or those done."""
    return entry.figure.measure in {Measure.COUNT, Measure.RATIO} and not (
        _SAYS_LEFT.search(fold(f"{entry.figure.label} {entry.figure.place}"))
    )


@once_each
def is_only_not_begun(entry: FigureEntry) -> bool:
    """Whether it counts just what was not begun, and its sentence what is under way as well: neither is all that is not done."""
    others = (f for f in entry.statement.statement.figures if f is not entry.figure)
    return is_of(entry.figure, NOT_BEGUN) and any(is_of(other, UNDER_WAY) for other in others)


def is_of(figure: Figure, state: re.Pattern[str]) -> bool:
    """Whether it counts what is in that state, by its own words."""
    return figure.measure is Measure.COUNT and state.search(fold(figure.label)) is not None
