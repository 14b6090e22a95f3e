"""How a quantity hangs together with those before it: as a part, a share, a change's percent or a value that is compared to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from knowledge.facts import Measure
from knowledge.importing.measures import COMPARED
from knowledge.importing.quantities.clauses import behind_term
from knowledge.importing.quantities.mostly import tie_most_told
from knowledge.importing.quantities.quantity import Quantity, left_words, right_words
from knowledge.importing.quantities.times import is_other_time

# "Theo cách nộp: trực tiếp 6.090, trực tuyến 4.874"
_DIVIDED = re.compile(r"(?:chia |phan |phan loai |phan chia |tinh )?theo [a-z, ]{3,40}:")
_OPENS_PARTS = re.compile(r"\W*(?:trong do|trong so do|trong so nay|bao gom|gom)\b")
_PARTS = re.compile(r"\b(?:trong do|bao gom|gom|cu the|chia theo|chia ra|trong so do)\b[^.]*$|\b(?:trong so nay)\b")
# "So với năm 2021 (hạng 45/63)": the value of that year.
_OPENED = re.compile(r"\((?:hang|xep|xep hang|xep thu|dung thu|thu|dat|la)?\s?$")
# "So với quý I năm 2020 (tiếp nhận 39.847 hồ sơ), …", "tăng so với năm 2021 (0,80%)": before anything of the report's own time.
_OTHER_TIME_OPENS = re.compile(r"\bso voi [^().;:]*\b(?:nam|quy|thang|cung ky)\b[^().;:]*\([^().;]*$")
_COMPARED_IN_BRACKETS = re.compile(r"\((?:so voi|so)\s[^()]*$")
_SHARE_WORDS = r"(?:moi|chi|xap xi|ung voi|chiem|dat|tuong ung|tuong duong|bang|ty le|ti le|la|khoang|hon|gan|tuc)"
# "83/152 điều kiện kinh doanh (54,61%)", "tăng 120 hồ sơ so với quý I (5%)": of the quantity before the brackets.
_IN_ITS_BRACKETS = re.compile(rf"\s[^,;:.()]{{2,140}}\((?:{_SHARE_WORDS}\s)*")
_PLACES = frozenset({"bac", "hang", "thu bac"})
# "Tăng 2,3 điểm phần trăm so với năm 2021 (82,82%)": no share of points either.
_POINTS = re.compile(r"diem\b|phan tram")
_INSIDE = re.compile(r"\btrong (?:so )?$|\btrong tong so $")


@dataclass(slots=True)
class WholeSoFar:
    """While a sentence is gone through: the quantity that the parts behind it are parts of."""

    folded: str
    has_parts: bool  # whether parts are told from here on
    main: int | None = None

    def take(self, one: Quantity, found: list[Quantity], between: str) -> None:
        """The next quantity is told what it is a part or a share of; it may be the whole of those behind it."""
        begins_parts = bool(_PARTS.search(between))
        _relate(one, found, self.folded, between, self.main, is_part=self.has_parts or begins_parts)
        if found and begins_parts:
            self.has_parts = True
            self.main = self._counted_before(one, found)
            _relate(one, found, self.folded, between, self.main, is_part=True)
        elif self.main is None and one.measure is Measure.COUNT and not self._has_parts_only and not one.compared:
            self.main = len(found)
        begins_anew = re.search(r";\s*(?:con|da|chua)\b", between) is not None
        if begins_anew or is_other_time(self.folded, one):
            one.part_of = None
        if begins_anew and one.measure is Measure.COUNT and not one.compared:
            self.main = len(found)  # "…; đã giải quyết 3.300 hồ sơ, đúng hạn 3.288": of those that were settled

    def _counted_before(self, one: Quantity, found: list[Quantity]) -> int | None:
        """The last that was counted and is no aside."""
        start = one.number.start
        counted = (
            i for i, d in enumerate(found) if d.measure is Measure.COUNT and not _is_aside(self.folded, d, start)
        )
        return max(counted, default=self.main)

    @property
    def _has_parts_only(self) -> bool:
        """ "… tiếp nhận 11.497 hồ sơ. Trong đó trực tiếp 6.090, trực tuyến 4.874": each is a part of what the sentence before counts."""
        return bool(_OPENS_PARTS.match(self.folded) or _DIVIDED.match(self.folded))


def _relate(
    one: Quantity, found: list[Quantity], folded: str, between: str, main: int | None, *, is_part: bool
) -> None:
    """Tie a share, a change's percent or a part to the quantity that it speaks of; `main` is the whole of the parts."""
    if not found:
        one.compared = bool(_OTHER_TIME_OPENS.search(folded, 0, one.number.start))
        return
    if one.left_end < one.number.start:
        pass  # what stands in the brackets before it is not what it is of
    elif one.number.is_percent and _is_bare(one, found[-1], folded, between):
        _share(one, found)
    elif found[-1].is_earlier and ")" not in between:
        one.compared = True  # "(83,20 điểm, hạng 11/17)"
    elif COMPARED.search(between) and (_OPENED.search(between) or _COMPARED_IN_BRACKETS.search(between)):
        one.compared = True
        one.part_of = None
    elif _is_what_it_was(one, found[-1], folded, between) or _OF_OTHER_TIME.search(between):
        one.compared = True
    elif found[-1].compared and found[-1].measure is not Measure.CHANGE and re.fullmatch(r"[^();.]*", between):
        # "So với năm 2020 (80,26 điểm, xếp thứ 5/8)": both are of that year.
        one.compared = True
    elif is_part and main is not None and one.measure is Measure.COUNT:
        one.part_of = main


# "7.733 hồ sơ, thấp hơn tháng 12/2025 (8.021 hồ sơ) là 288 hồ sơ": how many there were then.
_OF_OTHER_TIME = re.compile(
    r"\b(?:thap|cao|it|nhieu) hon (?:so voi )?(?:cung ky|ky truoc|quy|thang|nam|(?:6|9) thang)\b[^,;.()]{0,30} \($"
)


def _is_what_it_was(one: Quantity, change: Quantity, folded: str, between: str) -> bool:
    """ "So với cùng kỳ năm 2023 giảm 04 trường hợp (18 trường hợp)": how many there were then, alone in brackets behind the change."""
    if change.measure is not Measure.CHANGE or one.number.is_percent or one.unit not in {"", change.unit}:
        return False
    is_alone = between.strip() == "(" and folded[one.end :].lstrip().startswith(")")
    return is_alone and _OTHER_TIME_OPENS.search(folded, 0, one.number.start) is not None


def _is_bare(one: Quantity, before: Quantity, folded: str, between: str) -> bool:
    """Whether a percent says nothing of its own, so that it can only be of the quantity before it: "83/152 điều kiện (54,61%)"."""
    left = left_words(folded, one)
    # "Giảm 3 bậc so với năm 2020 (85,74%, xếp thứ 30/63)": no share of places.
    is_rated = before.number.is_percent or before.unit in _PLACES or _POINTS.match(before.unit) is not None
    may_have_share = before.measure is not Measure.CHANGE or not is_rated
    return bool(
        (may_have_share and _IN_ITS_BRACKETS.fullmatch(behind_term(folded, before, one)))
        or re.fullmatch(rf"[^a-z]*(?:{_SHARE_WORDS}[\s,:(]*)*", between)
        or (re.fullmatch(rf"(?:{_SHARE_WORDS}\s*)+", left) and re.match("chiem|dat", left))
        # "Đã chi 8,9 tỷ trong tổng số 11,6 tỷ đồng kinh phí được giao, bằng 77,07%."
        or (left == "bang" and not re.search(r"\w", right_words(folded, one)))
    )


def _share(one: Quantity, found: list[Quantity]) -> None:
    """Tie a percent to the last quantity: of a change it is the same change, of a count or money a share."""
    owner = found[-1]
    if owner.measure is Measure.CHANGE:
        one.measure, one.share_of, one.compared = Measure.CHANGE, len(found) - 1, True
    elif owner.measure in {Measure.COUNT, Measure.RATIO, Measure.MONEY}:
        one.share_of = len(found) - 1


_OPENS_PARTS = re.compile(r"[;,.] trong (?:so |tong so )?$")
_HAS = re.compile(r"[^,;.]{0,40}\bco ")


def relate_after_all(found: list[Quantity], folded: str) -> None:
    """What only the whole sentence shows of its quantities."""
    if len(found) >= 2 and _INSIDE.search(folded[: found[0].number.start]) and found[1].measure is Measure.COUNT:
        found[1].part_of = 0  # "Trong 87 hồ sơ trễ hạn có 61 hồ sơ thuộc …"
    for at, (whole, part) in enumerate(pairwise(found)):
        behind = folded[whole.end : part.number.start]
        opens = _OPENS_PARTS.search(folded[: whole.number.start])
        if opens and part.part_of is None and part.measure is Measure.COUNT and _HAS.fullmatch(behind):
            part.part_of = at  # "…; trong 24 hồ sơ trễ hạn có 21 hồ sơ thuộc lĩnh vực …"
    for part in _change_parts(found, folded):
        part.measure = Measure.CHANGE
    _tie_parts_in_brackets(found, folded)
    _tie_parts_behind(found)
    tie_most_told(found, folded)


def measure_beside(one: Quantity, found: list[Quantity], between: str) -> Measure:
    """The sort of a number beside those before it, which it goes on with."""
    before = found[-1].measure if found else None
    if one.measure is Measure.COUNT and before is Measure.CHANGE and between.strip() == "va":
        return Measure.CHANGE  # "giảm 01 đầu mối và 03 phòng"
    if one.measure is Measure.COUNT and before is Measure.CHANGE and _goes_on_changing(one, found[-1], between):
        return Measure.CHANGE
    if one.measure is Measure.RATIO and (
        # "Hạng 41/63 vào năm 2018, 35/63 vào năm 2019": the second is a rank as well.
        (before is Measure.RANK and one.number.whole == found[-1].number.whole) or is_rank_before(found, one)
    ):
        return Measure.RANK
    return one.measure


# "Giảm 14 đơn vị sự nghiệp, 21 phòng thuộc sở, 05 chi cục": all of them are fewer.
_NEXT_CHANGED = re.compile(r"(?: (?:thuoc|cua|truc thuoc|cap)(?: [a-z]+){1,3})?, (?:va )?")


def _goes_on_changing(one: Quantity, before: Quantity, between: str) -> bool:
    """Whether the number goes on with the list of what there are fewer or more of: of other things, with nothing said of it."""
    return bool(one.unit) and one.unit != before.unit and _NEXT_CHANGED.fullmatch(between) is not None


def is_rank_before(found: list[Quantity], one: Quantity) -> bool:
    """ "Xếp thứ 24/63, tăng 06 bậc so với năm 2017 (30/63)": whether the last is the place that was held before."""
    if len(found) < len(("place", "change")) or found[-1].measure is not Measure.CHANGE:
        return False
    return found[-2].measure is Measure.RANK and found[-2].number.whole == one.number.whole is not None


def _tie_parts_in_brackets(found: list[Quantity], folded: str) -> None:
    """ "283.905 hồ sơ (cấp tỉnh 66.128, cấp xã 217.777)": what stands in the brackets is all of what stands before them."""
    for index, one in enumerate(found):
        opened = folded.find("(", one.end)
        if one.measure is not Measure.COUNT or opened < 0 or re.search(r"[.;:,\d]", folded[one.end : opened]):
            continue
        inside = [d for d in found if opened < d.number.start < folded.find(")", opened) and not d.compared]
        if len(inside) >= _FEWEST_PARTS and sum(d.number.value for d in inside) == one.number.value:
            for part in inside:
                part.part_of = index if part.measure is Measure.COUNT else part.part_of


def _tie_parts_behind(found: list[Quantity]) -> None:
    """ "783.951 hồ sơ; cấp tỉnh 160.118, cấp huyện 229.640, cấp xã 394.193": bare numbers that make up what stands before them."""
    for index, one in enumerate(found):
        if one.measure is not Measure.COUNT or not one.unit or one.number.value < _LEAST_DIVIDED:
            continue
        parts: list[Quantity] = []
        for part in found[index + 1 :]:
            if part.measure is not Measure.COUNT or part.unit or part.compared or part.part_of is not None:
                break
            parts.append(part)
            if len(parts) >= _FEWEST_PARTS and sum(d.number.value for d in parts) == one.number.value:
                for each in parts:
                    each.part_of = index
                break


# Small numbers add up by chance.
_LEAST_DIVIDED = 20


def _change_parts(found: list[Quantity], folded: str) -> Iterator[Quantity]:
    """What a change is made of, in brackets: "giảm 02 người so với cuối năm 2018 (01 người nghỉ hưu, 01 người chuyển công tác)"."""
    for one in found:
        opened = folded.find("(", one.end)
        if one.measure is not Measure.CHANGE or opened < 0 or re.search(r"[.;:]", folded[one.end : opened]):
            continue
        inside = [d for d in found if opened < d.number.start < folded.find(")", opened)]
        if len(inside) >= _FEWEST_PARTS and sum(d.number.value for d in inside) == one.number.value:
            yield from inside


_FEWEST_PARTS = 2


def _is_aside(folded: str, one: Quantity, at: int) -> bool:
    """Whether a quantity stood in brackets that are closed before a place: "(năm 2019: 297.640 hồ sơ)"."""
    opened = folded.rfind("(", 0, one.number.start)
    return opened > folded.rfind(")", 0, one.number.start) and ")" in folded[one.end : at]
