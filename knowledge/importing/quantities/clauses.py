"""Where the clause of a quantity begins and ends: at commas, brackets, "trong đó" and the quantities beside it."""

import re
from functools import cache

from knowledge.grammar.numbers import Number
from knowledge.grammar.phrase_tree import listed
from knowledge.grammar.units import unit_pattern
from knowledge.importing.quantities.quantity import Quantity

# What ends a clause: commas and the like, what opens parts, "và" and "với" before a number.
_CUT = re.compile(
    r"[,;:()\n|–]|\s-\s|\b(?:trong do|bao gom|gom|cu the|trong so do)\b|\bva\s(?=\d)|(?:(?<!so )|(?<=doi so ))(?<!doi )\bvoi\s(?=\d)"
)
_BODIES = r"\b(?:(?<!ho )so|ban|nganh|huyen|thi xa|thanh pho|quan|xa|phuong|thi tran|dac khu|co quan|don vi|dia phuong|doan the|ubnd cap huyen)\b"
_PUNCTUAL = r"(?:truoc|dung|som)"


@cache
def _one_term() -> re.Pattern[str]:
    """What has commas within and counts as one: a term of the field, levels of a service, a whole of bodies or places."""
    terms = listed("counting", "joined")
    return re.compile(
        rf"{_PUNCTUAL}(?: han)?, {_PUNCTUAL} han|muc do \d(?:(?:, | va )\d)+|{terms}"
        # "các sở, ban, ngành", "các huyện, thị xã, thành phố", "cơ quan, đơn vị".
        rf"|{_BODIES}(?:(?:, | - )(?:{_BODIES}))+(?: va (?:{_BODIES}))?"
    )


def clause_ends(struck: str, numbers: list[Number]) -> list[tuple[int, int]]:
    """Where clauses end: not within a number, nor within a term that has a comma."""
    whole = [(n.start, n.end) for n in numbers] + [(m.start(), m.end()) for m in _one_term().finditer(struck)]
    return [
        (m.start(), m.end()) for m in _CUT.finditer(struck) if not any(start <= m.start() < end for start, end in whole)
    ]


def quantity_at(
    folded: str, struck: str, number: Number, cuts: list[tuple[int, int]], previous_end: int, next_start: int
) -> Quantity:
    """The number with its unit and the places of its clause between the quantities beside it."""
    left, left_end = _left_of(folded, number, cuts, previous_end)
    unit = None if number.is_percent else unit_pattern().match(struck, number.end)
    end = unit.end() if unit else number.end
    return Quantity(
        number=number,
        unit=unit[1] if unit else "",
        left=left,
        left_end=left_end,
        end=end,
        right=_right_of(folded, number.start, end, cuts, next_start),
    )


def _left_of(folded: str, number: Number, cuts: list[tuple[int, int]], previous_end: int) -> tuple[int, int]:
    """From where to where its clause's words before a number go."""
    if (opened := _opened_before(folded, number.start)) is not None:
        return max((end for start, end in cuts if end <= opened), default=0), opened
    left = max((end for start, end in cuts if previous_end <= start and end <= number.start), default=previous_end)
    if folded[left - 1 : left] == ")" and (aside := _names_aside(folded, left)) is not None and aside >= previous_end:
        # "Chỉ số hài lòng (SIPAS) năm 2019 đạt 83,12%": what stands before a short name is what counts.
        left = max((end for start, end in cuts if previous_end <= start and end <= aside), default=previous_end)
    if (named := _NAMED_WITH.match(folded, _last_cut_but_with(folded, cuts, previous_end, number))) is not None:
        left = named.start("name") if named.end() == number.start else left
    if not re.search(r"[a-z]", folded[left : number.start]) and folded[previous_end:left].rstrip().endswith(":"):
        # "Tiếp nhận trực tuyến: 1.641": the words before a colon name what follows it.
        left = max((end for start, end in cuts if previous_end <= start and end < left), default=previous_end)
    return left, number.start


def _last_cut_but_with(folded: str, cuts: list[tuple[int, int]], previous_end: int, number: Number) -> int:
    """Where the clause begins whose "với" stands right before a number; the number itself where nothing ends before it."""
    return max(
        (end for start, end in cuts if previous_end <= start and end < number.start and folded[start:end] != "voi "),
        default=previous_end if _WITH_BEFORE.search(folded, 0, previous_end) else number.start,
    )


def _right_of(folded: str, start: int, end: int, cuts: list[tuple[int, int]], next_start: int) -> int:
    """Up to where its clause's words behind a quantity go that stands from `start` to `end`."""
    right = min(min((start for start, _ in cuts if start >= end), default=len(folded)), next_start)
    if (right == next_start and _AND_NEXT.fullmatch(folded, end, next_start)) or (
        _WITH_BEFORE.search(folded, 0, end) and _AND_NEXT_WITH.fullmatch(folded, end, next_start)
    ):
        return end
    if right == next_start and _INSIDE.search(folded, 0, start):
        # "Trong 214 trụ sở dôi dư đã xử lý 97 trụ sở": that was done with those behind.
        right = done.start() if (done := _DONE_WITH.search(folded, end, right)) else right
    turned = _TURNED.search(folded, end, right)
    return turned.start() if turned else right


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
# "Đất đai với 3.140 hồ sơ và lĩnh vực xây dựng với 655 hồ sơ": each is of the name before its "với".
_WITH_BEFORE = re.compile(r"\bvoi \d[\d.,]*(?: [a-z]+){0,4}$")
_AND_NEXT_WITH = re.compile(r"\s?va (?:[a-z]+ ){1,7}voi ")
_NAMED_WITH = re.compile(r"\s?(?:va )?(?P<name>[a-z][a-z,\- ]{2,60}?) voi (?=\d)")
_INSIDE = re.compile(r"(?:^|[,;.] |\bva )(?:trong|trong so|trong tong so) $")
_DONE_WITH = re.compile(r"\s(?:den nay |hien |da co )?(?:da|moi|chua|dang|con)\s")
_CLOSED = re.compile(r"\)\s?:\s?$")
# "12 phòng xuống còn 8", "thành 3 phòng"; "8.455 thành viên", "27 thanh tra viên" count what they name.
_TURNED = re.compile(
    r"\s(?:giam |tang )?(?:xuong|con|len|(?<!hoan )thanh(?! (?:vien|pho|phan|tich|cong|lap|thi|tra|nien|toan|ly)\b))\b"
)


def behind_term(folded: str, before: Quantity, one: Quantity) -> str:
    """What stands between two quantities, without the commas of terms: of "cơ quan, địa phương" the unit is a part."""
    whole = _one_term().sub(_without_commas, folded[before.number.end : one.number.start])
    return whole[before.end - before.number.end :]


def _without_commas(term: re.Match[str]) -> str:
    return term[0].replace(",", " ")
