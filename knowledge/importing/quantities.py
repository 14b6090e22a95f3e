"""The quantities of a sentence and how they hang together: parts, shares, changes and values compared to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from knowledge.facts import Measure
from knowledge.grammar.numbers import Number, find_numbers
from knowledge.grammar.phrase_tree import any_of
from knowledge.importing.measures import measure_of, unit_pattern
from knowledge.vocabulary.loading import load_vocabulary

_CUT = re.compile(
    r"[,;:()\n|–]|\s-\s|\b(?:trong do|bao gom|gom|cu the|trong so do)\b|\bva\s(?=\d)|(?:(?<!so )|(?<=doi so ))(?<!doi )\bvoi\s(?=\d)"
)
_BODIES = r"\b(?:so|ban|nganh|huyen|thi xa|thanh pho|quan|xa|phuong|thi tran|co quan|don vi|dia phuong|doan the|ubnd cap huyen)\b"
_PUNCTUAL = r"(?:truoc|dung|som)"


@cache
def _one_term() -> re.Pattern[str]:
    """What has commas within and counts as one: a term of the field, levels of a service, a whole of bodies or places."""
    terms = any_of(load_vocabulary("counting")["joined"]["words"])
    return re.compile(
        rf"{_PUNCTUAL}(?: han)?, {_PUNCTUAL} han|muc do \d(?:(?:, | va )\d)+|{terms}"
        # "các sở, ban, ngành", "các huyện, thị xã, thành phố", "cơ quan, đơn vị".
        rf"|{_BODIES}(?:(?:, | - )(?:{_BODIES}))+(?: va (?:{_BODIES}))?"
    )


# "Theo cách nộp: trực tiếp 6.090, trực tuyến 4.874"
_DIVIDED = re.compile(r"(?:chia |phan |phan loai |phan chia |tinh )?theo [a-z, ]{3,40}:")
_OPENS_PARTS = re.compile(r"\W*(?:trong do|trong so do|trong so nay|bao gom|gom)\b")
_PARTS = re.compile(r"\b(?:trong do|bao gom|gom|cu the|chia theo|chia ra|trong so do)\b[^.]*$|\b(?:trong so nay)\b")
# "Hồ sơ quý I" has the letters of "so quý I".
COMPARED = re.compile(r"so voi|so cung ky|(?<!ho )so (?:quy|nam|thang)")
# After these words of a news page stands what was said.
# "Thông tin", "chia sẻ", "phát biểu" are things as well ("công nghệ thông tin"): they speak before "rằng" or a colon.
SPEAKS = re.compile(
    r"\b(?:(?:cho biet|cho hay|thua nhan|nhan manh)(?: rang)?\s?[:,]?\s|(?:thong tin|chia se|phat bieu)(?: rang\s?[:,]?\s|\s?:\s))"
)
# "So với năm 2021 (hạng 45/63)": the value of that year.
_OPENED = re.compile(r"\((?:hang|xep|xep hang|xep thu|dung thu|thu|dat|la)?\s?$")
# "So với quý I năm 2020 (tiếp nhận 39.847 hồ sơ), …", "tăng so với năm 2021 (0,80%)": before anything of the report's own time.
_OTHER_TIME_OPENS = re.compile(r"\bso voi [^().;:]*\b(?:nam|quy|thang|cung ky)\b[^().;:]*\([^().;]*$")
_COMPARED_IN_BRACKETS = re.compile(r"\((?:so voi|so)\s[^()]*$")
_SHARE_WORDS = r"(?:chiem|dat|tuong ung|tuong duong|bang|ty le|ti le|la|khoang|hon|gan|tuc)"
# "83/152 điều kiện kinh doanh (54,61%)", "tăng 120 hồ sơ so với quý I (5%)": of the quantity before the brackets.
_IN_ITS_BRACKETS = re.compile(rf"\s[^,;:.()]{{2,140}}\((?:{_SHARE_WORDS}\s)*")
_PLACES = frozenset({"bac", "hang", "thu bac"})
_INSIDE = re.compile(r"\btrong (?:so )?$|\btrong tong so $")


@dataclass
class Quantity:
    """A quantity of a sentence; places are in its folded words, which are as long as the words themselves.

    [left, number.start) are its clause's words before it, [end, right) those after its unit.
    """

    number: Number
    unit: str  # folded
    left: int
    left_end: int
    end: int
    right: int
    measure: Measure = Measure.COUNT
    part_of: int | None = None
    share_of: int | None = None
    compared: bool = False

    @property
    def is_earlier(self) -> bool:
        """Whether it is the value of another time that a change is told against: "so với quý I (50 hồ sơ)"."""
        return self.compared and self.measure is not Measure.CHANGE


def find_quantities(folded: str, struck: str, *, has_lead: bool, is_task: bool) -> list[Quantity]:
    """Every quantity in order; `struck` are the folded words without digits that do not count."""
    found: list[Quantity] = []
    numbers = list(find_numbers(struck))
    cuts = _cuts(struck, numbers)
    whole = _Whole(folded, has_parts=has_lead)
    for index, number in enumerate(numbers):
        previous_end = found[-1].end if found else 0
        next_start = numbers[index + 1].start if index + 1 < len(numbers) else len(folded)
        between = folded[previous_end : number.start]
        one = _quantity(folded, struck, number, cuts, previous_end, next_start)
        one.measure = measure_of(folded, number, one.unit, left_words(folded, one), is_task=is_task)
        whole.take(one, found, between)
        one.measure = _measure_beside(one, found, between)
        found.append(one)
    _relate_after_all(found, folded)
    return found


@dataclass(slots=True)
class _Whole:
    """Which quantity the parts are of that follow it, while a sentence is gone through."""

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
        if re.search(r";\s*(?:con|da|chua)\b", between) or is_other_time(self.folded, one):
            one.part_of = None

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


def _relate_after_all(found: list[Quantity], folded: str) -> None:
    """What only the whole sentence shows of its quantities."""
    if len(found) >= 2 and _INSIDE.search(folded[: found[0].number.start]) and found[1].measure is Measure.COUNT:
        found[1].part_of = 0  # "Trong 87 hồ sơ trễ hạn có 61 hồ sơ thuộc …"
    for part in _change_parts(found, folded):
        part.measure = Measure.CHANGE
    _tie_parts_in_brackets(found, folded)


def _measure_beside(one: Quantity, found: list[Quantity], between: str) -> Measure:
    """The sort of a number beside those before it, which it goes on with."""
    before = found[-1].measure if found else None
    if one.measure is Measure.COUNT and before is Measure.CHANGE and between.strip() == "va":
        return Measure.CHANGE  # "giảm 01 đầu mối và 03 phòng"
    if one.measure is Measure.RATIO and (
        # "Hạng 41/63 vào năm 2018, 35/63 vào năm 2019": the second is a rank as well.
        (before is Measure.RANK and one.number.whole == found[-1].number.whole) or is_rank_before(found, one)
    ):
        return Measure.RANK
    return one.measure


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


def same_at_another_time(folded: str, found: list["Quantity"], index: int) -> int | None:
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


def left_words(text: str, quantity: Quantity) -> str:
    """The words of its clause before a quantity, cut from the folded words or from those as written."""
    return text[quantity.left : quantity.left_end].strip()


def right_words(text: str, quantity: Quantity) -> str:
    """The words of its clause after a quantity's unit."""
    return text[quantity.end : quantity.right].strip()


def _cuts(struck: str, numbers: list[Number]) -> list[tuple[int, int]]:
    """Where clauses end: not within a number, nor within a term that has a comma."""
    whole = [(n.start, n.end) for n in numbers] + [(m.start(), m.end()) for m in _one_term().finditer(struck)]
    return [
        (m.start(), m.end()) for m in _CUT.finditer(struck) if not any(start <= m.start() < end for start, end in whole)
    ]


def _quantity(
    folded: str, struck: str, number: Number, cuts: list[tuple[int, int]], previous_end: int, next_start: int
) -> Quantity:
    """The number with its unit and the places of its clause between the quantities beside it."""
    left = max((end for start, end in cuts if previous_end <= start and end <= number.start), default=previous_end)
    if folded[left - 1 : left] == ")" and (aside := _names_aside(folded, left)) is not None and aside >= previous_end:
        # "Chỉ số hài lòng (SIPAS) năm 2019 đạt 83,12%": what stands before a short name is what counts.
        left = max((end for start, end in cuts if previous_end <= start and end <= aside), default=previous_end)
    if not re.search(r"[a-z]", folded[left : number.start]) and folded[previous_end:left].rstrip().endswith(":"):
        # "Tiếp nhận trực tuyến: 1.641": the words before a colon name what follows it.
        left = max((end for start, end in cuts if previous_end <= start and end < left), default=previous_end)
    left_end = number.start
    if (opened := _opened_before(folded, number.start)) is not None:
        left_end = opened
        left = max((end for start, end in cuts if end <= opened), default=0)
    unit = None if number.is_percent else unit_pattern().match(struck, number.end)
    end = unit.end() if unit else number.end
    right = min(min((start for start, _ in cuts if start >= end), default=len(folded)), next_start)
    if right == next_start and _AND_NEXT.fullmatch(folded, end, next_start):
        right = end
    turned = _TURNED.search(folded, end, right)
    return Quantity(
        number=number,
        unit=unit[1] if unit else "",
        left=left,
        left_end=left_end,
        end=end,
        right=turned.start() if turned else right,
    )


def _names_aside(folded: str, closed: int) -> int | None:
    """Where brackets open that hold a name without a number and close there."""
    opened = folded.rfind("(", 0, closed)
    return opened if opened >= 0 and not re.search(r"[\d)]", folded[opened : closed - 1]) else None


def _opened_before(folded: str, start: int) -> int | None:
    """Where brackets open that hold numbers and close right before a number: "Mức độ hài lòng (150 phiếu): 94,77%"."""
    closed = _CLOSED.search(folded, 0, start)
    if closed is None:
        return None
    opened = folded.rfind("(", 0, closed.start())
    return opened if opened > 0 and re.search(r"\d", folded[opened : closed.start()]) else None


# "Cấp huyện 73.245 hồ sơ và cấp xã 188.104 hồ sơ": what follows is the next number's.
_AND_NEXT = re.compile(r"\s?va\s(?:[a-z]+\s|\d\s){1,5}")
_CLOSED = re.compile(r"\)\s?:\s?$")
# "12 phòng xuống còn 8", "thành 3 phòng"; "8.455 thành viên", "27 thanh tra viên" count what they name.
_TURNED = re.compile(
    r"\s(?:giam |tang )?(?:xuong|con|len|thanh(?! (?:vien|pho|phan|tich|cong|lap|thi|tra|nien|toan|ly)\b))\b"
)


def _relate(
    one: Quantity, found: list[Quantity], folded: str, between: str, main: int | None, *, is_part: bool
) -> None:
    """Tie a share, a change's percent or a part to the figure it speaks of."""
    if not found:
        one.compared = bool(_OTHER_TIME_OPENS.search(folded, 0, one.number.start))
        return
    left = left_words(folded, one)
    # "Giảm 3 bậc so với năm 2020 (85,74%, xếp thứ 30/63)": no share of places.
    is_its_percent = found[-1].measure is not Measure.CHANGE or not (
        found[-1].number.is_percent or found[-1].unit in _PLACES
    )
    bare = (
        (is_its_percent and _IN_ITS_BRACKETS.fullmatch(_behind_term(folded, found[-1], one)))
        or re.fullmatch(rf"[^a-z]*(?:{_SHARE_WORDS}[\s,:(]*)*", between)
        or (re.fullmatch(rf"(?:{_SHARE_WORDS}\s*)+", left) and re.match("chiem|dat", left))
        # "Đã chi 8,9 tỷ trong tổng số 11,6 tỷ đồng kinh phí được giao, bằng 77,07%."
        or (left == "bang" and not re.search(r"\w", right_words(folded, one)))
    )
    if one.left_end < one.number.start:
        pass  # what stands in the brackets before it is not what it is of
    elif one.number.is_percent and bare:
        _share(one, found)
    elif found[-1].is_earlier and ")" not in between:
        one.compared = True  # "(83,20 điểm, hạng 11/17)"
    elif COMPARED.search(between) and (_OPENED.search(between) or _COMPARED_IN_BRACKETS.search(between)):
        one.compared = True
        one.part_of = None
    elif found[-1].compared and found[-1].measure is not Measure.CHANGE and re.fullmatch(r"[^();.]*", between):
        # "So với năm 2020 (80,26 điểm, xếp thứ 5/8)": both are of that year.
        one.compared = True
    elif is_part and main is not None and one.measure is Measure.COUNT:
        one.part_of = main


def _behind_term(folded: str, before: Quantity, one: Quantity) -> str:
    """What stands between two quantities, without the commas of terms: of "cơ quan, địa phương" the unit is a part."""
    whole = _one_term().sub(_without_commas, folded[before.number.end : one.number.start])
    return whole[before.end - before.number.end :]


def _without_commas(term: re.Match[str]) -> str:
    return term[0].replace(",", " ")


def _share(one: Quantity, found: list[Quantity]) -> None:
    owner = found[-1]
    if owner.measure is Measure.CHANGE:
        one.measure, one.share_of, one.compared = Measure.CHANGE, len(found) - 1, True
    elif owner.measure in {Measure.COUNT, Measure.RATIO, Measure.MONEY}:
        one.share_of = len(found) - 1
