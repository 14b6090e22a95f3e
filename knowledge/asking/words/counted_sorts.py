"""Figures of machines, places, offices, leaders, occasions and people, where a question asks for one of these."""

from functools import cache, lru_cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.vocabulary.loading import load_vocabulary

# Officials and public employees are two things, and those who lead are some of either.
STAFF = pattern_of(r"\b(?:cong chuc|vien chuc)\b")
_OCCASIONS_TOLD = pattern_of(r"\b(?:luot|giao dich|lan|ho so|truong hop)\b")


@once_each
def counts_people(entry: FigureEntry) -> bool:
    """Whether a figure counts persons: "chỉ có 03 cán bộ đo đạc"."""
    return entry.figure.measure is Measure.COUNT and bool(_PERSONS.match(fold(entry.figure.unit)))


def counts_sort(entry: FigureEntry, unit: str, written: str) -> bool | None:
    """Whether a figure counts what a question for such a unit wants; None where the unit is none of the sorts that are known here.

    `written` are the folded words that say what it counts.
    """
    match _sort_asked(unit):
        case "machines" | "posts", named:
            return named in f"{written} {fold(entry.figure.label)}"
        case "places", _:
            return bool(_PLACES_TOLD.search(written))
        case "offices", named:
            return named in written  # who did something is told beside what was done: "Phó Chủ tịch … kiểm tra 14 xã"
        case "occasions", _:
            return bool(_OCCASIONS_TOLD.search(written))
        case "people", _:
            is_of_people = bool(_PEOPLE.search(written)) or "#headcount" in entry.own.words
            return is_of_people and are_same_staff(unit, written)
    return None


# A question's unit is held against many figures.
@lru_cache(maxsize=1_000)
def _sort_asked(unit: str) -> tuple[str, str]:
    """Of which sort the unit is, and what it then names; both empty where it is of none."""
    if unit.startswith("may "):
        return "machines", unit
    sorts = {
        "places": _PLACES_ASKED,
        "offices": _OFFICES,
        "posts": _POSTS,
        "occasions": _OCCASIONS,
        "people": _PEOPLE,
    }
    return next(((sort, found[0]) for sort, pattern in sorts.items() if (found := pattern.match(unit))), ("", ""))


def are_same_staff(unit: str, written: str) -> bool:
    """Whether officials are asked for and counted, or public employees, where both say which: "215 viên chức" are none."""
    asked, counted = set(STAFF.findall(unit)), set(STAFF.findall(written.replace("hanh chinh", "cong chuc")))
    return not asked or not counted or bool(asked & counted)


@cache
def faults() -> frozenset[str]:
    """What inspections find, folded: counted apart from those that were inspected."""
    return frozenset(map(fold, load_vocabulary("counting")["alike"]["faults"]))


def _any(sort: str, part: str = "words") -> str:
    return listed("counting", sort, part)


_PERSONS = pattern_of(lambda: rf"(?:{_any('persons')})\b")


_PEOPLE = pattern_of(lambda: f"{_any('persons')}|{_any('people')}")


# "Lượt thanh toán", "lượt truy cập": what happened so often, and no persons.
_OCCASIONS = pattern_of(lambda: rf"luot (?!(?:{_any('comers')})\b)[a-z]")


_PLACES_ASKED = pattern_of(lambda: rf"(?:{_any('places', 'asked')})\b")


_PLACES_TOLD = pattern_of(lambda: rf"\b(?:{_any('places', 'told')})\b")


_OFFICES = pattern_of(lambda: _any("offices"))


_POSTS = pattern_of(lambda: _any("posts"))
