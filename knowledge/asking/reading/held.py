"""What a question holds up to be confirmed: a number, a share, a place, all of something."""

import re
from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from knowledge.asking.reading.cues import ENDS_ASKING
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import IN_RANK
from knowledge.grammar.numbers import Number, find_numbers
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.phrase_tree import any_of
from knowledge.grammar.sought import Sought
from knowledge.grammar.units import unit_pattern
from knowledge.vocabulary.loading import load_vocabulary

_SORTS = ("above", "below", "at_most", "at_least", "equal")
_COMPARATOR = pattern_of(lambda: rf"(?P<word>{_any(*_SORTS)})(?:\s(?:{_any('between')}))?\s?$")
# "Đơn vị nào dẫn đầu": only a first rank answers it; no other figure of the ranking does.
SUPERLATIVE = Sought(r"\b(?:dan dau|dung dau|dung nhat|hang nhat|xep nhat|cao nhat|ranked first)\b")
# "Quý nào nhiều nhất", "xã nào ít nhất": no one figure answers it; a first rank does, and is asked as such.
ASKS_MOST = Sought(
    r"\b(?:nao|dau)\b.*\b(?:nhieu|it|thap|lon|nho|tre|cham)(?: [a-z]+){0,3} nhat\b|\bwhich\b.*\b(?:most|least|lowest)\b"
)
_ALL, _ONE_HALF = Decimal(100), Decimal(50)
# "Lọt vào nhóm 40", "trong top 10": a place no lower.
_TOP = pattern_of(r"\b(?:(?:lot|vao|trong|thuoc) (?:vao )?(?:nhom|top)|top)\s$")
# "Có nằm trong 30 tỉnh đứng đầu không", "trong nhóm 10 địa phương dẫn đầu".
_AMONG_FIRST = pattern_of(
    r"\b(?:trong|vao|thuoc|nhom|top) (?:so |nhom |top )?(?P<many>[2-9]|[1-5]\d) (?:tinh(?:, thanh pho)?|dia phuong|don vi|huyen|so|bo|xa)?\s?(?:dung dau|dan dau|cao nhat|dau tien|top dau)\b"
)
# "Quá nửa chưa", "chưa đến một nửa phải không": of the whole. "Hơn nữa" alone has the letters of "hơn nửa".
_HALF = pattern_of(
    r"\b(?:(?P<word>qua|hon|tren|vuot|duoi|chua den|chua toi|chua duoc)(?: qua)? (?:mot|1) |(?P<bare>qua|tren|vuot) |(?P<reached>duoc|dat|toi|len)(?: den| toi)? (?:mot|1) )nua\b(?! (?:dau|cuoi|nam|quy|thang)\b)"
)
# "Gửi thư xin lỗi đủ chưa", "xong hết chưa": all of them.
_WHOLLY = pattern_of(r"\b(?:du|xong het|lam het|het|toan bo|day du)(?: roi)? chua\b")
# "Có phải đứng thứ 2 không": only a place is held against a place.
_PLACE = pattern_of(rf"\b(?:dung|xep){IN_RANK}+ $")


@dataclass(frozen=True, slots=True)
class Claim:
    """A number that the question holds up: "trên 30%", "3 phòng đúng không"."""

    value: Decimal
    comparator: str  # above, at_least, below, at_most, equal
    is_percent: bool
    is_money: bool = False  # "trên 500 triệu"
    is_rank: bool = False  # a place: "đứng thứ 2", "trong top 10", "dẫn đầu"
    unit: str = ""  # what there are so many of, folded, where the number says so: "5 chi nhánh"


_MONEY = pattern_of(r"\s?(?:trieu|ty|ti|nghin|ngan|dong)\b")


def read_claim(words: str, cues: Container[str]) -> Claim | None:
    """A number to check against: after a comparing word, or in a question that wants a yes."""
    if "verify" not in cues and not ENDS_ASKING.search(words.strip()):
        return None
    if (among := _AMONG_FIRST.search(words)) is not None:
        return Claim(Decimal(among["many"]), "at_most", is_percent=False, is_rank=True)
    if SUPERLATIVE.search(words):
        return Claim(Decimal(1), "equal", is_percent=False, is_rank=True)
    if (half := _HALF.search(words)) is not None:
        word = "at_least" if half["reached"] else _comparator(half["word"] or half["bare"])
        return Claim(_ONE_HALF, word, is_percent=True)
    numbers = (number for number in find_numbers(words) if _may_be_held_up(words, number))
    held = next((claim for n in numbers if (claim := _held_up(words, n, is_verified="verify" in cues))), None)
    if held is not None:
        return held
    return Claim(_ALL, "at_least", is_percent=True) if _WHOLLY.search(words) else None


def _may_be_held_up(words: str, number: Number) -> bool:
    """Whether it is a quantity: no part of another, unless "thứ 2/63" names a place, and not all that there is."""
    is_place = number.whole is not None and re.search(r"\b(?:thu|hang)\s$", words[: number.start])
    is_alone = number.start == 0 and number.end == len(words)
    return (number.whole is None or bool(is_place)) and number.value != 0 and not is_alone


def _held_up(words: str, number: Number, *, is_verified: bool) -> Claim | None:
    """The number with how it is compared; None where nothing compares it and no yes is wanted."""
    ahead = words[: number.start]
    if _TOP.search(ahead):
        return Claim(number.value, "at_most", is_percent=False, is_rank=True)
    is_money = bool(_MONEY.match(words, number.end))
    counted = None if number.is_percent or is_money else unit_pattern().match(words, number.end)
    unit = counted[1] if counted else ""
    before = _COMPARATOR.search(ahead.rstrip() + " ") or _COMPARATOR.search(ahead) or _REACHES.search(ahead)
    if before:
        return Claim(number.value, _comparator(before["word"]), number.is_percent, is_money, unit=unit)
    if number.is_percent and number.value == _ALL:
        return Claim(number.value, "at_least", is_percent=True)
    if not is_verified:
        return None
    is_rank = bool(_PLACE.search(ahead))
    return Claim(number.value, "equal", number.is_percent, is_money, is_rank, "" if is_rank else unit)


# The word may stand apart from its number: "đạt chỉ tiêu được giao là 90%".
_REACHES = pattern_of(r"\b(?P<word>vuot|dat)\b[^.;]*$")


@cache
def _comparator(word: str) -> str:
    """What the number then must be."""
    claims = load_vocabulary("claims")
    return next(sort for sort in _SORTS if word in map(fold, claims[sort]["words"]))


def _any(*tables: str) -> str:
    return any_of(word for table in tables for word in load_vocabulary("claims")[table]["words"])
