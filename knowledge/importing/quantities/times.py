"""Quantities that count the same as one before them at another time: "(cùng kỳ năm 2021: 11.906 hồ sơ)"."""

import re

from knowledge.facts import Measure
from knowledge.importing.quantities.quantity import Quantity

# Nothing but a time and what binds it: "(cùng kỳ năm 2021 đạt".
_TIME_ONLY = re.compile(
    r"(?:cung ky|cung thoi diem|nam|quy|thang|dau|cuoi|truoc|ngoai|[ivx]|(?<!\d)(?:[69]|\d{4})(?!\d)|dat|la|co|chi|tiep nhan|[\s:/(,-])+"
)


def is_other_time(folded: str, one: Quantity) -> bool:
    """Whether a quantity in brackets says of itself nothing but a time."""
    before = folded[: one.number.start]
    opened = before.rfind("(")
    inside = before[opened + 1 :].rpartition(";")[2] if opened > before.rfind(")") else ""
    return bool(_TIME_ONLY.fullmatch(inside)) and bool(re.search(r"cung ky|nam|quy|thang", inside))


# "; riêng quý III là", ", lũy kế 9 tháng:": a clause that says only of when it is.
_ONLY_WHEN = re.compile(
    r"\W*(?:rieng|luy ke|tinh chung|trong do|tinh den|trong|cua|ca|het|toi|thi)?\W*(?:trong |cua |ca )?"
    r"(?=(?:quy|nam|thang|\d{1,2} thang|sau thang|chin thang|cung ky)\b)"
    r"(?:(?:nam|quy|thang|dau|cuoi|truoc|ngoai|sau|chin|cung|ky|la|dat|i|ii|iii|iv|\d{1,4})[\s:/(,-]+)+"
)


def same_at_another_time(folded: str, found: list[Quantity], index: int) -> int | None:
    """Which quantity before this one counts the same, where this one says of itself nothing but another time."""
    one = found[index]
    in_brackets = is_other_time(folded, one)
    if not in_brackets and (one.part_of is not None or one.share_of is not None or not _tells_only_when(folded, one)):
        return None
    if in_brackets and index and found[index - 1].measure is one.measure:
        return index - 1
    limit = folded.rfind("(", 0, one.number.start) if in_brackets else one.number.start
    alike = (
        i
        for i in range(index - 1, -1, -1)
        if found[i].number.start < limit and not found[i].compared and not (i and _tells_only_when(folded, found[i]))
    )
    return next((i for i in alike if found[i].measure is one.measure and one.unit in {"", found[i].unit}), None)


def _tells_only_when(folded: str, one: Quantity) -> bool:
    is_told = one.measure in {Measure.COUNT, Measure.SHARE, Measure.RATIO, Measure.MONEY}
    return is_told and bool(_ONLY_WHEN.fullmatch(folded, one.left, one.left_end))


_UP, _DOWN = re.compile(r"\b(?:tang|nhieu hon|cao hon)\b"), re.compile(r"\b(?:giam|it hon|thap hon)\b")


def count_that_changed(folded: str, found: list[Quantity], index: int) -> int | None:
    """Which later count of its sentence a change, or what there was before, is of, where the three numbers add up for one alone.

    "Giải quyết 900 hồ sơ, trong đó trễ hạn 14 hồ sơ, giảm 6 hồ sơ so với cùng kỳ (20 hồ sơ)": of those that were late.
    """
    one = found[index]
    at = index if one.measure is Measure.CHANGE else index - 1
    if at > 0 and found[at].share_of is not None and found[at].number.is_percent:
        at -= 1
    change, before = found[at], next((q for q in found[at + 1 : at + 3] if q.is_earlier), None)
    if at < 1 or change.measure is not Measure.CHANGE or change.number.is_percent or before is None:
        return None
    if (one is not change and one is not before) or before.unit not in {"", change.unit}:
        return None
    said = folded[found[at - 1].end : change.number.start]
    is_up, is_down = _UP.search(said) is not None, _DOWN.search(said) is not None
    if is_up == is_down:
        return None
    value = before.number.value + (change.number.value if is_up else -change.number.value)
    fitting = [i for i in range(at) if found[i].measure is Measure.COUNT and found[i].number.value == value]
    return fitting[0] if len(fitting) == 1 and fitting[0] > 0 and not found[fitting[0]].compared else None
