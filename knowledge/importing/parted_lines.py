"""A line of a head that says several things, as one line for each: number, day, body, period and days that stand side by side."""

import re

from knowledge.grammar.dates import find_dates
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.organisations import is_body_alone
from knowledge.grammar.periods import find_periods
from knowledge.grammar.symbols import find_symbols
from knowledge.grammar.windows import find_windows
from knowledge.importing.head_lines import (
    ATTACHED,
    NEXT_LABEL,
    OWN_NUMBER,
    PUBLISHED_SAID,
    begins_title,
    called_number,
    is_period_alone,
    label_begins,
)
from knowledge.importing.period_of_head import window_alone


def parted(line: str) -> list[str]:
    """The lines of a head that stand in one; any other line as it is."""
    if numbered := _TYPE_AND_NUMBER.fullmatch(line):
        return [f"Số: {numbered['number']}", numbered["type"]]
    if attached := _with_what_attached(line):
        return attached
    for mark in (_RUN_TOGETHER, _ON_ONE_LINE):
        parts = mark.split(line)
        if len(parts) > 1 and (parts[0].isupper() or fold(parts[0]).endswith("hanh phuc")):
            return parts
        if mark is _ON_ONE_LINE and len(parts) > _WITH_NUMBER and OWN_NUMBER.match(fold(parts[1])):
            return parts
    parts = [part for a, b in _between_labels(line) for part in _side_by_side(line[a:b])]
    return [part for one in parts for part in _number_and_day(_as_day(one) if _SIGNED_ON.match(one) else one)]


# "Ban hành: 18/9/2024"
_SIGNED_ON = re.compile(r"(?i:ký|phát hành|ban hành)\b")


# "… HÀNH CHÍNH CÔNG Số: 88/BC-TTPVHCC", "… Hạnh phúc Vàm Hải, ngày 5 tháng 10 năm 2022": a text whose columns were put
# one behind the other.
_RUN_TOGETHER = re.compile(r"(?<=[\w]) (?=Số\s?:\s?\d{1,5}/)|(?<=[Hh]ạnh phúc) (?=\w[\w ]{1,40}, ngày )")
# "UBND TỈNH VÀM HẢI - Số: 88/BC-UBND - Vàm Hải, ngày 5 tháng 10 năm 2022": a head on one line, its parts set apart by a mark.
_ON_ONE_LINE = re.compile(
    r"\s*[-–—|;,.]\s+(?=Số\s?:\s?\d{1,5}\s?/)|(?<=\w)(?<!\bTP)\s*[-–—|;,.]\s+(?=\w[\w ]{1,40}, ngày )"
)
# "BÁO CÁO SỐ 45/BC-UBND NGÀY 12/3/2024"
_TYPE_AND_NUMBER = re.compile(r"(?P<type>BÁO CÁO) SỐ ?:? ?(?P<number>\d{1,5} ?/.*)")
# "Số 56/BC-SNV Vàm Hải, ngày 12 tháng 3 năm 2024": the number's column and that of the day with nothing between.
_BEGINS_NUMBER = re.compile(r"Số\s?:?\s?\d{1,5}\s?[/-]")
_DAY_BEHIND = re.compile(rf"\W{{1,5}}(?P<day>[{UPPER}]\w*(?: \w+){{0,6}}, ngày\b.*)")
_WITH_NUMBER = 2  # whose it is and its number; with the place and day it is a head and no row of a list


def _with_what_attached(line: str) -> list[str]:
    """A title and the letter that it went out with, where it stands behind it: "BẢNG THEO DÕI … (Kèm theo Công văn số …)"."""
    behind = _BRACKET_AT_END.search(line)
    if behind is None or not begins_title(line) or ATTACHED.match(fold(behind["bracket"])) is None:
        return []
    return [line[: behind.start()], behind["bracket"]]


_BRACKET_AT_END = re.compile(r"\s*(?P<bracket>\([^()]*\))\W*$")


def _between_labels(line: str) -> list[tuple[int, int]]:
    marks = list(NEXT_LABEL.finditer(fold(line))) if ":" in line else []
    return list(zip([0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(line)], strict=True))


def _number_and_day(line: str) -> list[str]:
    """The number's line and the day's, where they stand in one: "Báo cáo số 512/BC-SNV ngày 18/9/2024"."""
    if called := called_number(line):
        day = line[called.end :].strip(" ,;()–-.")
        return [f"Số: {line[called.start : called.end]}", *([_as_day(day)] if day else [])]
    symbol = next(find_symbols(line), None) if _BEGINS_NUMBER.match(line) else None
    beside = symbol and _DAY_BEHIND.match(line, symbol.end)
    return [line[: symbol.end], beside["day"]] if symbol and beside else [line]


def _side_by_side(line: str) -> list[str]:
    """The parts of a line that are all what heads tell: "Sở Nội vụ tỉnh Hưng Hòa • Số 512/BC-SNV • 18/9/2024", "Quý III năm 2024 (từ ngày …)"."""
    if len(line) > _LONGEST or _is_told(line):
        return [line]
    parts = [part for beside in _cut(_BESIDE, line) for part in _by_commas(beside)]
    has_own = any(_is_day(part) or _is_number(part) or window_alone(part) or _is_published(part) for part in parts)
    has_own = has_own or (any(map(is_body_alone, parts)) and any(map(is_period_alone, parts)))
    if is_body_alone(parts[0]) and len(parts) == _BOTH and _is_title(parts[1]):
        return parts  # "SỞ NỘI VỤ TỈNH HƯNG HÒA | BÁO CÁO CẢI CÁCH HÀNH CHÍNH QUÝ III/2024"
    if len(parts) == 1 or not has_own or not all(map(_is_told, parts)):
        return [line]
    return [_as_day(part) for part in parts]


_LONGEST = 200  # characters of a line that a head's data stand on
_BESIDE = re.compile(rf"\s+[-–—|•·]\s+|\s?[;|•·]\s+|(?<=\w)\.\s+(?=[{UPPER}])|(?<=\d)\s(?=\((?i:từ|\d))")
_BOTH = 2


def _is_title(part: str) -> bool:
    return part.isupper() and begins_title(part) and any(find_periods(fold(part)))


_COMMA = re.compile(r",\s+")


def _cut(mark: re.Pattern[str], line: str) -> list[str]:
    """The line's parts between the marks, but for a mark between two days: "15/6/2024 - 14/9/2024"."""
    folded = fold(line)
    days = [(start, end) for start, end, _ in find_windows(folded)] if len(folded) == len(line) else []
    marks = [m for m in mark.finditer(line) if not any(start < m.start() < end for start, end in days)]
    starts, ends = [0, *(m.end() for m in marks)], [*(m.start() for m in marks), len(line)]
    return [line[a:b].strip(" .*_") for a, b in zip(starts, ends, strict=True)]


def _by_commas(part: str) -> list[str]:
    """The part as it is where it tells one thing, as a place and a day do; else what stands between its commas, if each tells one."""
    if _is_told(part):
        return [part]
    cut = _COMMA.split(part)
    for at in range(1, len(cut)):
        before, behind = ", ".join(cut[:at]), ", ".join(cut[at:])
        if _is_told(before) and all(map(_is_told, rest := _by_commas(behind))):
            return [before, *rest]
    return [part]


def _is_told(part: str) -> bool:
    """Whether the words are one thing that heads tell."""
    if is_body_alone(part.split(", ")[0]) and _is_day(part):
        return False
    return (
        _is_day(part)
        or _is_number(part)
        or is_body_alone(part)
        or is_period_alone(part)
        or window_alone(part) is not None
        or label_begins(part)
        or _is_published(part)
        or _CUT_OFF.match(fold(part)) is not None
    )


# "số liệu chốt đến 14/9/2024": up to when, and no day of the report's own.
_CUT_OFF = re.compile(r"(?:so lieu|du lieu)\b[^.;:]{0,40}\bden\b")


def _is_number(part: str) -> bool:
    return OWN_NUMBER.match(fold(part)) is not None or called_number(part) is not None


def _is_published(part: str) -> bool:
    return PUBLISHED_SAID.match(fold(part)) is not None


def _is_day(part: str) -> bool:
    """Whether the words are a day, the place before it or that it was signed then: "Hưng Hòa, 18/9/2024", "ký ngày 18/9/2024"."""
    folded = fold(part)
    day = next(find_dates(folded), None)
    return day is not None and not folded[day.end :].strip(" .)") and bool(_BEFORE_DAY.fullmatch(folded[: day.start]))


def _as_day(part: str) -> str:
    """A bare day, or that it was signed then, as heads have it: "ký 18/9/2024" is "ngày 18/9/2024"; anything else as it is."""
    bare = _SIGNED.sub("", part, count=1)
    return f"ngày {bare}" if bare[:1].isdigit() and _is_day(bare) else part


_BEFORE_DAY = re.compile(r"(?:[a-z][a-z .]{1,40},? )?(?:ngay\s?:?\s?)?")
_SIGNED = re.compile(r"^(?i:(?:đã )?(?:ký|phát hành|ban hành)?\s?:?\s?(?:ngày)?\s?:?\s?)")
