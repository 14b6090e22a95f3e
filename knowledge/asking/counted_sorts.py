"""Figures of machines, places, offices, leaders, occasions and people, where a question asks for one of these."""

import re
from functools import cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary

# Officials and public employees are two things, and those who lead are some of either.
STAFF = pattern_of(r"\b(?:cong chuc|vien chuc)\b")
_OCCASIONS_TOLD = pattern_of(r"\b(?:luot|giao dich|lan|ho so|truong hop)\b")


@once_each
def counts_people(entry: FigureEntry) -> bool:
    """Whether it counts persons: "chỉ có 03 cán bộ đo đạc"."""
    return entry.figure.measure is Measure.COUNT and bool(_persons().match(fold(entry.figure.unit)))


def counts_sort(entry: FigureEntry, unit: str, written: str) -> bool | None:
    """Whether it counts what a question for such a unit wants, `written` saying what it counts; None of other things."""
    if unit.startswith("may "):
        return unit in f"{written} {fold(entry.figure.label)}"
    if _places_asked().match(unit):
        return bool(_places_told().search(written))
    if (office := _offices().match(unit)) is not None:
        return office[0] in written  # who did something is told beside what was done: "Phó Chủ tịch … kiểm tra 14 xã"
    if (post := _posts().match(unit)) is not None:
        return post[0] in f"{written} {fold(entry.figure.label)}"
    if _occasions().match(unit):
        return bool(_OCCASIONS_TOLD.search(written))
    if _people().match(unit):
        is_of_people = bool(_people().search(written)) or "#headcount" in entry.own.words
        return is_of_people and are_same_staff(unit, written)
    return None


def are_same_staff(unit: str, written: str) -> bool:
    """Whether officials are asked for and counted, or public employees, where both say which: "215 viên chức" are none."""
    asked, counted = set(STAFF.findall(unit)), set(STAFF.findall(written.replace("hanh chinh", "cong chuc")))
    return not asked or not counted or bool(asked & counted)


def _any(sort: str, part: str = "words") -> str:
    return any_of(load_vocabulary("counting")[sort][part])


@cache
def _persons() -> re.Pattern[str]:
    return pattern_of(rf"(?:{_any('persons')})\b")


@cache
def _people() -> re.Pattern[str]:
    return pattern_of(f"{_any('persons')}|{_any('people')}")


@cache
def _occasions() -> re.Pattern[str]:
    """ "Lượt thanh toán", "lượt truy cập": what happened so often, and no persons."""
    return pattern_of(rf"luot (?!(?:{_any('comers')})\b)[a-z]")


@cache
def _places_asked() -> re.Pattern[str]:
    return pattern_of(rf"(?:{_any('places', 'asked')})\b")


@cache
def _places_told() -> re.Pattern[str]:
    return pattern_of(rf"\b(?:{_any('places', 'told')})\b")


@cache
def _offices() -> re.Pattern[str]:
    return pattern_of(_any("offices"))


@cache
def _posts() -> re.Pattern[str]:
    return pattern_of(_any("posts"))
