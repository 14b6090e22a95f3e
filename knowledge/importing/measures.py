"""What sort of quantity a number is, by its unit and the words before it; and the units."""

import re
import tomllib
from functools import cache
from importlib.resources import files

from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import Number
from knowledge.grammar.patterns import pattern_of

# What it is compared to may stand between: "nhiều hơn quý I/2019 là 838 bộ", "giảm so với cùng kỳ 45 hồ sơ".
_COMPARED_TO = r"(?: so)?(?: voi)? (?:cung (?:ky|thoi diem)|(?:ky|quy|nam|thang) truoc|quy|nam (?=20)|(?:6|9|sau|chin) thang)\b[^,;:.]{0,24}?(?: la)?"
_UP_DOWN = pattern_of(
    rf"\b(?:tang|giam|cao hon|thap hon|nhieu hon|it hon|rut ngan|cat giam|tiet kiem)(?: duoc| them| toi| khoang| hon| gan| xuong| thu)*(?:{_COMPARED_TO})?\s*$"
)
_SAVED = pattern_of(r"\btiet kiem(?: chi)?(?: duoc| them| toi| khoang| hon| gan)*\s*$")
COMPARED = pattern_of(r"so voi|so cung ky|(?<!ho )so (?:quy|nam|thang)")
_BOUND = pattern_of(r"\b(?:xuong duoi|len tren|it nhat|toi thieu)\s$")
_AT_LEAST = pattern_of(r"\bdat(?: ty le)?(?: tu| it nhat| toi thieu)?\s$|\btu\s$")
_OR_MORE = pattern_of(r"(?:phan tram )?tro (?:len|xuong)\b")
_TARGET = pattern_of(
    r"phan dau|toi thieu|tro len|xuong duoi|dat tu|(?<!chuong trinh )muc tieu|chi tieu|len \d|dat tren|bao dam"
)
# "Xếp hạng 41", "đứng thứ 3", "hạng 5"; "sắp xếp 9", "tuyển dụng 46", "xây dựng 24" and "thu 12 tỷ" are none.
_RANK = pattern_of(
    r"\b(?:(?<!sap )xep(?: o)?(?: thu| hang| vi tri)*|dung(?: o)?(?: thu| hang| vi tri)+|(?:thu hang|(?<!cong )hang|vi tri)(?: thu| so)*)\s*$"
)
_ORDINAL = pattern_of(r"\bthu\s*$")
_BEFORE = 40  # characters before a number that tell its sort


@cache
def _units() -> dict[str, str]:
    """Folded unit to its class."""
    text = (files("knowledge.vocabulary") / "units.toml").read_text(encoding="utf-8")
    return {fold(unit): kind for kind, units in tomllib.loads(text).items() for unit in units}


@cache
def unit_pattern() -> re.Pattern[str]:
    """A known unit right after a number, longest first."""
    return re.compile(r"\s?(" + "|".join(re.escape(u) for u in sorted(_units(), key=len, reverse=True)) + r")\b")


def is_size(unit: str) -> bool:
    """Whether a folded unit measures how large something is: "84 m2"."""
    return _units().get(unit) == "size"


def measure_of(folded: str, number: Number, unit: str, left: str, *, is_task: bool) -> Measure:
    """The sort of a number in folded words; `left` are the words of its clause before it, `unit` is folded."""
    before = folded[max(0, number.start - _BEFORE) : number.start]
    if number.is_percent and _is_bound(folded, number, before):
        return Measure.TARGET
    is_ratio = number.whole is not None  # "cắt giảm 83/152 điều kiện" is a part of them
    if (
        not is_ratio
        and (_UP_DOWN.search(left) or _UP_DOWN.search(before))
        and not (_is_money(number, unit, folded) and _SAVED.search(before))
    ):
        return Measure.CHANGE
    if _is_target(folded, number, before, is_task=is_task) or _PLANNED.match(left):
        return Measure.TARGET
    if number.whole is not None:
        of_provinces = unit in {"tinh", "tinh, thanh pho"} and "xep" in before
        return Measure.RANK if _RANK.search(before) or _ORDINAL.search(before) or of_provinces else Measure.RATIO
    if number.is_percent:
        return Measure.TARGET if is_task else Measure.SHARE
    if _is_money(number, unit, folded):
        return Measure.MONEY
    if not unit and re.search(r"\b(?:xep|dung)(?: thu| hang| vi tri)+\s$|[,;(] hang\s$", before):
        return Measure.RANK
    if _units().get(unit) == "score" or (not unit and re.search(r"\b(?:diem|chi so)\b", folded[: number.start])):
        return Measure.SCORE
    if _RANK.search(before):
        return Measure.RANK
    return Measure.TARGET if is_task else Measure.COUNT


def _is_bound(folded: str, number: Number, before: str) -> bool:
    """ "Đạt từ 70% trở lên", "xuống dưới 1%": what is to be reached, and nothing that was counted."""
    if COMPARED.search(folded):
        return False
    return bool(_BOUND.search(before)) or bool(
        _AT_LEAST.search(before) and _OR_MORE.match(folded[number.end :].lstrip(" %"))
    )


# "Kế hoạch năm 2024 là 15 thông tư": what is planned.
_PLANNED = pattern_of(r"^\W*ke hoach (?:ca )?(?:nam|quy)\b[^,;:.]{0,20}(?:\bla|:)\s*$")


def _is_target(folded: str, number: Number, before: str, *, is_task: bool) -> bool:
    if re.search(r"(?:vuot|dat|qua|tren) (?:moc|nguong|muc)\s$", before):
        return True
    return (is_task and bool(_TARGET.search(folded))) or bool(
        # "Được giao 92 chỉ tiêu, có mặt 89 người": those are posts, and no target.
        re.search(r"phan dau|(?<!chuong trinh )muc tieu|(?<!\d )chi tieu(?! bien che)", folded[: number.start])
    )


def _is_money(number: Number, unit: str, folded: str) -> bool:
    if _units().get(unit) == "money" and ("dong" in unit or number.is_scaled):
        return True
    return number.is_scaled and bool(re.match(r"\s?dong\b", folded[number.end :]))
