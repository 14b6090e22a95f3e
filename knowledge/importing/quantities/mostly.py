"""What most of a count are, told right behind it: "7.420 hồ sơ quá hạn, tập trung ở đất đai (5.310 hồ sơ), xây dựng (870 hồ sơ)"."""

import re

from knowledge.facts import Measure
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import listed
from knowledge.importing.quantities.quantity import Quantity

# Nothing but the count's own words and its share stands before what most of it are.
_MOST_OF_IT = pattern_of(
    lambda: (
        r"[a-z ]{0,60}(?:\([^()]*\)|, (?:chiem|bang|dat|ty le) [\d,.]+ ?%)?[,;]? \(?(?:trong do )?(?:nhat la|"
        rf"{listed('counting', 'mostly')}|nhieu nhat|dong nhat|cao nhat)\b[^.;:\d]*"
    )
)
_NEXT_OF_THEM = re.compile(r"(?: [a-z ]{1,40})?(?:\)| \([^()]*%\))?(?:,| va|, va) [^.;:\d()]{2,60}\(?")


def tie_most_told(found: list[Quantity], folded: str) -> None:
    """What most of a count are is made a part of it, and what goes on with it in the same manner."""
    for at, whole in enumerate(found):
        if whole.measure is not Measure.COUNT or whole.compared or not whole.unit:
            continue
        behind = [i for i in range(at + 1, len(found)) if found[i].measure is Measure.COUNT]
        if not behind or not _MOST_OF_IT.fullmatch(folded, whole.end, found[behind[0]].number.start):
            continue
        _tie_run(found, folded, at, behind)


def _tie_run(found: list[Quantity], folded: str, at: int, behind: list[int]) -> None:
    """Tie to the whole as many of those behind it as go on in one run and are no more than it together."""
    left, first = found[at].number.value, found[behind[0]]
    for place, index in enumerate(behind):
        one = found[index]
        if not may_be_of(one, found[at]) or one.compared or one.number.value > left:
            return
        before = found[behind[place - 1]]
        if one is not first and not (
            one.unit == first.unit and _NEXT_OF_THEM.fullmatch(folded, before.end, one.number.start)
        ):
            return
        one.part_of = at
        left -= one.number.value


_PERSONS = pattern_of(lambda: rf"{listed('counting', 'persons')}\b")


def may_be_of(one: Quantity, whole: Quantity) -> bool:
    """Whether a part is counted as its whole is: alike, in the whole's first word, or both as persons."""
    if one.unit in {"", whole.unit} or whole.unit.startswith(f"{one.unit},"):
        return True
    return bool(_PERSONS.match(one.unit) and _PERSONS.match(whole.unit))
