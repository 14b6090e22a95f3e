"""What sort of quantity a number is, by its unit and the words before it."""

import re

from knowledge.facts import Measure
from knowledge.grammar.function_words import IN_RANK
from knowledge.grammar.numbers import Number
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.units import class_of_unit

# What it is compared to may stand between: "nhiều hơn quý I/2019 là 838 bộ", "giảm so với cùng kỳ 45 hồ sơ".
_COMPARED_TO = r"(?: so)?(?: voi)? (?:cung (?:ky|thoi diem)|(?:ky|quy|nam|thang) truoc|quy|nam (?=20)|thang (?=\d)|(?:6|9|sau|chin) thang)\b[^,;:.(]{0,24}?(?: la)?"
_UP_DOWN = pattern_of(
    rf"\b(?:tang|giam|cao hon|thap hon|nhieu hon|it hon|rut ngan|cat giam|tiet kiem)(?: duoc| them| toi| khoang| hon| gan| xuong| thu)*(?:{_COMPARED_TO})?\s*$"
)
_SAVED = pattern_of(r"\btiet kiem(?: chi)?(?: duoc| them| toi| khoang| hon| gan)*\s*$")
COMPARED = pattern_of(r"so voi|so cung ky|(?<!ho )(?<!chi )so (?:quy|nam|thang)")
_BOUND = pattern_of(r"\b(?:xuong duoi|len tren|it nhat|toi thieu)\s$")
_AT_LEAST = pattern_of(r"\bdat(?: ty le)?(?: tu| it nhat| toi thieu)?\s$|\btu\s$")
_OR_MORE = pattern_of(r"(?:phan tram )?tro (?:len|xuong)\b")
_TARGET = pattern_of(
    r"phan dau|toi thieu|tro len|xuong duoi|dat tu|(?<!chuong trinh )muc tieu|chi tieu|len \d|dat tren|bao dam"
)
# "Xếp hạng 41", "đứng thứ 3", "hạng 5"; "sắp xếp 9", "tuyển dụng 46", "xây dựng 24" and "thu 12 tỷ" are none.
_RANK = pattern_of(
    rf"\b(?:(?<!sap )xep(?: o)?{IN_RANK}*|dung(?: o)?{IN_RANK}+|(?:thu hang|(?<!cong )hang|vi tri)(?: thu| so)*)\s*$"
)
_ORDINAL = pattern_of(r"\bthu\s*$")
_BEFORE = 40  # characters before a number that tell its sort


def measure_of(folded: str, number: Number, unit: str, left: str, *, is_task: bool) -> Measure:
    """The sort of a number in folded words; `left` are the words of its clause before it, `unit` is folded."""
    before = folded[max(0, number.start - _BEFORE) : number.start]
    if number.is_percent and _is_bound(folded, number, before):
        return Measure.TARGET
    is_ratio = number.whole is not None  # "cắt giảm 83/152 điều kiện" is a part of them
    if (
        not is_ratio
        and (_UP_DOWN.search(left) or _UP_DOWN.search(before) or _BEHIND_OTHER_VALUE.search(folded[: number.start]))
        and not (_is_money(number, unit, folded) and _SAVED.search(before))
    ):
        return Measure.CHANGE
    is_to_be_raised = number.is_percent and _TO_BE_RAISED.match(folded[: number.start]) is not None
    if is_to_be_raised or _is_target(folded, number, before, is_task=is_task) or _PLANNED.match(left):
        return Measure.TARGET
    if number.whole is not None:
        if class_of_unit(unit) == "score" and _POINTS.match(folded, number.end):
            return Measure.SCORE  # "đạt 8,12/9,5 điểm"
        of_provinces = unit in {"tinh", "tinh, thanh pho"} and "xep" in before
        return Measure.RANK if _RANK.search(before) or _ORDINAL.search(before) or of_provinces else Measure.RATIO
    if number.is_percent:
        return Measure.TARGET if is_task else Measure.SHARE
    if _is_money(number, unit, folded):
        return Measure.MONEY
    if not unit and _PLACE.search(before):
        return Measure.RANK
    if class_of_unit(unit) == "score" or (not unit and re.search(r"\b(?:diem|chi so)\b", folded[: number.start])):
        return Measure.SCORE
    if _RANK.search(before):
        return Measure.RANK
    return Measure.TARGET if is_task else Measure.COUNT


# "Sở Tài chính 94,1 điểm (hạng 1)", "cải cách thể chế hạng 15"; "ngân hàng", "mặt hàng" have its letters.
_PLACE = pattern_of(
    rf"\b(?:xep|dung){IN_RANK}+\s$|(?<!ngan )(?<!khach )(?<!mat )(?<!cua )(?<!cong )(?<!hang )\bhang(?: thu| so)?\s$"
)
# Points, and no places: "05/05 điểm tiếp nhận khu vực đã hoạt động".
_POINTS = pattern_of(r"\s?diem(?:\s?(?:[(,;.:)]|$)|\s(?:xep|dung|tang|giam|va|cao|thap|toi da)\b)")


# "Thấp hơn cùng kỳ năm trước (6.981 hồ sơ) 326 hồ sơ": by how much.
_BEHIND_OTHER_VALUE = pattern_of(
    r"\b(?:thap hon|cao hon|it hon|nhieu hon|tang|giam)\b[^,;.()]{0,40} \([^()]*\d[^()]*\) (?:la )?$"
)


def _is_bound(folded: str, number: Number, before: str) -> bool:
    """ "Đạt từ 70% trở lên", "xuống dưới 1%": what is to be reached, and nothing that was counted."""
    if COMPARED.search(folded):
        return False
    return bool(_BOUND.search(before)) or bool(
        _AT_LEAST.search(before) and _OR_MORE.match(folded[number.end :].lstrip(" %"))
    )


# "Kế hoạch năm 2024 là 15 thông tư": what is planned.
_PLANNED = pattern_of(r"^\W*ke hoach (?:ca )?(?:nam|quy)\b[^,;:.]{0,20}(?:\bla|:)\s*$")


# "Nâng tỷ lệ hồ sơ trực tuyến lên 75%": to be done, where it says neither from what nor that it was done.
_TO_BE_RAISED = pattern_of(
    r"[\W\d]*(?:nang|dua|day|keo|ha|giam|tang) (?:(?!\b(?:da|duoc|den nay|tu|ket qua)\b)[^.;])*\b(?:len|xuong|dat|con)(?: (?:tren|duoi|it nhat|toi thieu|khoang|hon))? $"
)


def _is_target(folded: str, number: Number, before: str, *, is_task: bool) -> bool:
    if re.search(r"(?:vuot|dat|qua|tren) (?:moc|nguong|muc)\s$", before):
        return True
    return (is_task and bool(_TARGET.search(folded))) or any(
        not _is_only_held_against(folded, target, number.start) for target in _AIM.finditer(folded, 0, number.start)
    )


# "Được giao 92 chỉ tiêu, có mặt 89 người": those are posts, and no target.
_AIM = pattern_of(r"phan dau|(?<!chuong trinh )muc tieu|(?<!\d )chi tieu(?! bien che)")
_HELD_AGAINST = pattern_of(r"\b(?:vuot|dat|hoan thanh|so voi|cao hon|thap hon|bang)(?: muc| so voi)? $")


def _is_only_held_against(folded: str, aim: re.Match[str], start: int) -> bool:
    """Whether what was done stands against an aim and goes on, or the aim is told and what was done comes behind it.

    "32,5%, vượt chỉ tiêu 30% đề ra; qua bưu chính 26.315 hồ sơ", "61,3% (mục tiêu 60%); quý III đạt 58,2%".
    """
    behind = folded[aim.end() : start]
    is_against = _HELD_AGAINST.search(folded, 0, aim.start()) is not None
    if is_against and ";" in behind:
        return True
    is_in_brackets = folded.rfind("(", 0, aim.start()) > folded.rfind(")", 0, aim.start())
    return (is_in_brackets and ")" in behind) or _THEN_DONE.match(behind) is not None


# Of an aim that is told without a part of the year, what is told of one, or as it is: "mục tiêu 60%; quý III đạt 58,2%".
_THEN_DONE = pattern_of(
    r"(?:(?!\bquy\b|\bthang\b)[^;])*?\d%?\)?(?:; |, (?=[^;,]*\bdat\b|quy [ivx\d]+ (?:\d|$)|\d thang (?:\d|$)))"
    r"(?:(?:trong |het |den het )?(?:quy|thang|\d thang|den ngay|den nay)\b|ket qua|thuc hien|thuc te|hien |da )"
)


def _is_money(number: Number, unit: str, folded: str) -> bool:
    if class_of_unit(unit) == "money" and ("dong" in unit or number.is_scaled):
        return True
    return number.is_scaled and bool(re.match(r"\s?dong\b", folded[number.end :]))
