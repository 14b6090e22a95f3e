"""What a question for the most or the least asks: of which things, at which end, and how many of them."""

import re
from dataclasses import dataclass

from knowledge.asking.reading.question import Query
from knowledge.asking.shelves.terms import index_names
from knowledge.asking.words.framing import framing
from knowledge.asking.words.things import sorts_ranked
from knowledge.facts import Measure
from knowledge.grammar.concepts import Terms
from knowledge.grammar.function_words import IN_RANK, SEVERAL
from knowledge.grammar.numbers import SEVERAL_IN_WORDS
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_MORE, _LESS = r"(?:nhieu|cao|lon|dong)", r"(?:it|thap|nho|kem)"
_AT_MOST = Sought(rf"\b{_MORE}(?: [a-z]+){{0,4}}? nhat\b|\b(?:tre|cham)(?: han)? nhat\b|\b(?:most|highest)\b")
_AT_LEAST = Sought(rf"\b{_LESS}(?: [a-z]+){{0,4}}? nhat\b|\b(?:least|lowest|fewest)\b")
_FIRST = Sought(rf"\b(?:dan dau|dung dau|xep dau|(?:dung|xep){IN_RANK}? nhat|hang nhat|nhat bang|dau bang)\b")
_LAST = Sought(rf"\b(?:(?:dung|xep){IN_RANK}? (?:cuoi|chot|bet)|hang cuoi|cuoi bang|chot bang|bet bang|doi so)\b")
_WHO = pattern_of(r"\b(?:ai|dau)\b")
_DEADLINE = Sought(
    r"\b(?:cham|muon) nhat (?:la |vao |den )?(?:ngay|khi|bao|luc|thang|quy|hom|chung)\b|\b(?:khi nao|bao gio|ngay nao)\b"
)
_SHARE = Sought(r"\b(?:ty le|ti le|muc do|phan tram|share|rate|percentage)\b")
_NUMBER = Sought(r"\b(?:so luong|so ho so|so luot|so bien che)\b")
_ASKING_DIMENSIONS = frozenset({"scope", "moment", "polarity"})
# "Xếp hạng thấp nhất": the last place, whatever is low in it.
_PLACE_BY_SIZE = Sought(r"\b(?:xep |thu )?hang (?P<end>cao|thap) nhat\b")


@dataclass(frozen=True, slots=True)
class Asked:
    """Of which things, at which end, how many, and what of them."""

    noun: str
    is_most: bool
    is_place: bool  # a place in a ranking and no size: "đứng đầu", "cuối bảng"
    many: int
    measures: frozenset[Measure]
    terms: Terms
    is_rated: bool  # by points or places, and by no plain number
    indices: frozenset[str]  # of which index the points or places are; empty where none is named
    are_several: bool = False  # "những xã nào": all that are told to be most


def read_asked(query: Query) -> Asked | None:
    """What a question for the most or the least of several things asks; None of every other question."""
    folded = _without_periods(query)
    place = next((most for most, pattern in ((True, _FIRST), (False, _LAST)) if pattern.search(folded)), None)
    size = _size(folded)
    if (by_size := _PLACE_BY_SIZE.search(folded)) is not None:
        place, size = by_size["end"] == "cao", None
    if (place is None and size is None) or _DEADLINE.search(folded) or query.references:
        return None
    if query.claim is not None or query.asks("when", "due", "verify", "trend", "latest"):
        return None
    named = _named(folded)
    if named is None:
        return None
    noun, many = named
    if (block := _BLOCK.search(folded)) is not None:
        noun = block["noun"]
    is_most = size if size is not None else bool(place)
    is_place = size is None
    dimensions = {d: v for d, v in query.terms.dimensions.items() if d not in _ASKING_DIMENSIONS}
    terms = Terms(dimensions, query.terms.words - framing("most") - ({"#rooms"} if noun == "phong" else set()))
    if not (terms.words or terms.dimensions or is_place or query.asks("score")):
        return None
    measures = measures_of(query, terms, is_place=is_place)
    is_rated = is_place or query.asks("score")
    indices, are_several = indices_of(query, is_place=is_place), many == 1 and _WHICH_ONES.search(folded) is not None
    return Asked(noun, is_most, is_place, many, measures, terms, is_rated, indices, are_several)


def _size(folded: str) -> bool | None:
    """Whether the most is asked for, or the least; "ít hồ sơ trễ nhất" asks for few, and not for what is latest."""
    most, least = _AT_MOST.search(folded), _AT_LEAST.search(folded)
    if most is not None and least is not None:
        return not least.start() < most.start() <= most.end() <= least.end()
    return most is not None if most or least else None


def indices_of(query: Query, *, is_place: bool) -> frozenset[str]:
    """The indices that are named; points and places "cải cách hành chính" are those of that index."""
    named = query.terms.words & index_names()
    is_of_reform = "#reform" in query.terms.words and (is_place or query.asks("score", "rank"))
    return named or (frozenset({"#par_index"}) if is_of_reform else frozenset())


def _without_periods(query: Query) -> str:
    """Its words less the periods: the "6 tháng" of a half year are no months that one is looked for among."""
    words = query.folded
    for mention in sorted(query.periods, key=lambda m: m.start, reverse=True):
        if mention.end <= len(words):
            words = f"{words[: mention.start]}{words[mention.end :]}"
    return " ".join(words.split())


_WHICH = pattern_of(
    lambda: (
        rf"\b(?P<noun>{sorts_ranked()})(?: (?!nao\b|co\b|da\b)[a-z]+){{0,2}} (?:nao|gi)\b|\bwhich (?P<english>{sorts_ranked()})\b"
    )
)


# "Những xã nào trễ nhiều nhất": more than one.
_WHICH_ONES = pattern_of(lambda: rf"\b{SEVERAL} (?:{sorts_ranked()})\b[^?]* nao\b")
# "3 sở điểm cao nhất", "top 5 huyện": so many of them.
_MANY = pattern_of(
    lambda: rf"\b(?:top )?(?P<many>\d{{1,2}}|{'|'.join(SEVERAL_IN_WORDS)}) (?P<noun>{sorts_ranked()})\b(?! \d)"
)


# "Lĩnh vực trễ hạn nhiều nhất là gì", "huyện cao nhất?": the noun that opens the question.
_OPENING = pattern_of(lambda: rf"^(?:cho (?:hoi|biet) |{SEVERAL} )?(?P<noun>{sorts_ranked()}) (?!so\b)")


# "Ba cơ quan đứng đầu khối sở, ngành": only those of that block.
_BLOCK = pattern_of(lambda: rf"\bkhoi (?:cac )?(?P<noun>{sorts_ranked()})\b")


def _named(folded: str) -> tuple[str, int] | None:
    many = _MANY.search(folded)
    if many is not None:
        count = int(many["many"]) if many["many"].isdigit() else SEVERAL_IN_WORDS[many["many"]]
        if 1 <= count <= _MOST_NAMED:
            return many["noun"], count
    which = _WHICH.search(folded)
    if which is not None:
        return which["noun"] or which["english"], 1
    if _WHO.search(folded):
        return "don vi", 1
    opening = _OPENING.match(folded)
    return (opening["noun"], 1) if opening else None


# More than that is no top.
_MOST_NAMED = 10


def measures_of(query: Query, terms: Terms, *, is_place: bool) -> frozenset[Measure]:
    """The sorts of number of which the end is asked for: a count where it is many, a share where it is high."""
    if is_place:
        return frozenset({Measure.RANK, Measure.SCORE, Measure.SHARE, Measure.COUNT})
    if query.asks("score"):
        return frozenset({Measure.SCORE, Measure.SHARE, Measure.COUNT})
    if query.asks("percent") or _SHARE.search(query.folded):
        return frozenset({Measure.SHARE, Measure.SCORE})
    if "#money" in terms.words or query.asks("money"):
        return frozenset({Measure.MONEY, Measure.COUNT})
    is_high = re.search(r"\b(?:cao|thap|kem|highest|lowest)\b", query.folded)
    if is_high and not _NUMBER.search(query.folded):
        return frozenset({Measure.SHARE, Measure.SCORE})
    if "direction" in terms.dimensions:
        return frozenset({Measure.CHANGE, Measure.COUNT})
    return frozenset({Measure.COUNT, Measure.MONEY})
