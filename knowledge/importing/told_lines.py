"""The lines that tell what a report is, as its head sets them: those of its beginning and of its end, parted and made whole."""

import re
from collections.abc import Iterator

from knowledge.grammar.document_types import type_by_name
from knowledge.grammar.folding import UPPER, fold
from knowledge.grammar.register_columns import column_of
from knowledge.grammar.symbols import find_symbols
from knowledge.importing.head_lines import (
    ATTACHED,
    HEAD_BLOCKS,
    NEXT_LABEL,
    OWN_NUMBER,
    begins_title,
    is_aside,
    label_of,
    labelled,
)
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.period_of_head import window_alone
from knowledge.importing.publishers import TELLING_CHARACTERS

# Its end, where a report is signed, says whose it is as well.
_TELLING_END = 40


def told_lines(page: Page) -> list[str]:
    """The lines of a page in which its head and its signature are looked for, less marks and ornaments."""
    told = [(b, line) for at, b in enumerate(page.blocks) for line in _lines_of(page, b, is_of_head=at < HEAD_BLOCKS)]
    end = max(len(told) - _TELLING_END, 0)
    lines = [line for at, (b, line) in enumerate(told) if b.span.end <= TELLING_CHARACTERS or at >= end]
    lines = [_LISTED.sub("", line) if at < HEAD_BLOCKS else line for at, line in enumerate(lines)]
    parted = [part for line in lines for part in _parted(line)]
    kept = [line for at, line in enumerate(parted) if at >= 2 * HEAD_BLOCKS or not is_aside(line)]
    head = [_closed_up(_renamed(line)) for line in kept[:HEAD_BLOCKS]]
    return _with_whole_dates([*head, *kept[HEAD_BLOCKS:]])


def _lines_of(page: Page, block: Block, *, is_of_head: bool) -> Iterator[str]:
    if block.kind is not BlockKind.CELLS:
        yield block.span.cut(page.text).strip()
    elif is_of_head:
        cells = [span.cut(page.text).strip() for span in dict.fromkeys(block.cells)]
        # "Số ký hiệu | 61/BC-UBND | Ngày ban hành | 12/9/2024": a portal's table of what it knows of a document.
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if label_of(label) and value and not (label_of(value) or column_of(value)):
                yield f"{label.rstrip(' :')}: {value}"
        yield from (cell for cell in cells if _tells_of_report(_LISTED.sub("", cell)))


def _tells_of_report(cell: str) -> bool:
    """Whether a cell over a form's columns tells of the report: "Kỳ báo cáo: Quý III/2024", "(Từ ngày … đến ngày …)", its title."""
    is_said = any(labelled(name, cell) for name in ("issuer", "period"))
    is_title = len(cell) > _SHORTEST_TITLE and cell.isupper() and begins_title(cell)
    return is_said or is_title or (_FROM.match(fold(cell)) is not None and window_alone(cell) is not None)


_FROM = re.compile(r"\W*tu ngay ")
_SHORTEST_TITLE = 24  # characters: no heading of a column that begins so is as long


# "- Số: 231/BC-UBND", "- **Cơ quan báo cáo:** …": a head that is written as a list.
_LISTED = re.compile(r"^[-–+*•]\s+(?=(?:Số|Ký hiệu|Cơ quan|Đơn vị|Tên|Kỳ|Ngày|Nơi|Người ký|Trích yếu)\b)")


def _renamed(line: str) -> str:
    """A number under another label as heads have it: "Số, ký hiệu: 61/BC-UBND" is "Số: 61/BC-UBND"."""
    number = labelled("number", line)
    return f"Số: {number}" if number and not OWN_NUMBER.match(fold(line)) else line


def _closed_up(line: str) -> str:
    """The type of a document whose letters a head sets apart: "B Á O  C Á O"."""
    if not _LETTERS_APART.fullmatch(line):
        return line
    letters = "".join(line.split())
    name = next((n for n in type_by_name().values() if fold(n).replace(" ", "") == fold(letters)), None)
    return name.upper() if name else letters


_LETTERS_APART = re.compile(r"\w(?:\s+\w){3,}")


# "… HÀNH CHÍNH CÔNG Số: 88/BC-TTPVHCC", "… Hạnh phúc Vàm Hải, ngày 5 tháng 10 năm 2022": a text whose columns were put
# one behind the other.
_RUN_TOGETHER = re.compile(r"(?<=[\w]) (?=Số\s?:\s?\d{1,5}/)|(?<=[Hh]ạnh phúc) (?=\w[\w ]{1,40}, ngày )")
# "UBND TỈNH VÀM HẢI - Số: 88/BC-UBND - Vàm Hải, ngày 5 tháng 10 năm 2022": a head on one line, its parts set apart by a mark.
_ON_ONE_LINE = re.compile(
    r"\s*[-–—|;,.]\s+(?=Số\s?:\s?\d{1,5}\s?/)|(?<=\w)(?<!\bTP)\s*[-–—|;,.]\s+(?=\w[\w ]{1,40}, ngày )"
)


def _parted(line: str) -> list[str]:
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
    parts = [line[a:b] for a, b in _between_labels(line)]
    return [part for one in parts for part in (_number_and_day(one) if _BEGINS_NUMBER.match(one) else [one])]


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


# "BÁO CÁO SỐ 45/BC-UBND NGÀY 12/3/2024"
_TYPE_AND_NUMBER = re.compile(r"(?P<type>BÁO CÁO) SỐ ?:? ?(?P<number>\d{1,5} ?/.*)")


def _number_and_day(line: str) -> list[str]:
    symbol = next(find_symbols(line), None)
    beside = symbol and _DAY_BEHIND.match(line, symbol.end)
    return [line[: symbol.end], beside["day"]] if symbol and beside else [line]


# "Số 56/BC-SNV Vàm Hải, ngày 12 tháng 3 năm 2024": the number's column and that of the day with nothing between.
_BEGINS_NUMBER = re.compile(r"Số\s?:?\s?\d{1,5}\s?[/-]")
_DAY_BEHIND = re.compile(rf"\W{{1,5}}(?P<day>[{UPPER}]\w*(?: \w+){{0,6}}, ngày\b.*)")
_WITH_NUMBER = 2  # whose it is and its number; with the place and day it is a head and no row of a list


def _with_whole_dates(lines: list[str]) -> list[str]:
    """The lines with a date that a narrow column broke in its head made whole: "…, ngày 20 tháng 9" / "năm 2019"."""
    for at, line in enumerate(lines[:HEAD_BLOCKS]):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _BROKEN_DATE.search(fold(line)) and _DATE_END.fullmatch(fold(following)):
            return [*lines[:at], f"{line} {following}", *lines[at + 2 :]]
    return lines


_BROKEN_DATE = re.compile(r", ngay(?: \d{1,2}(?: thang(?: \d{1,2}(?: nam)?)?)?)?$")
_DATE_END = re.compile(r"(?:\d{1,2} )?(?:thang )?(?:\d{1,2} )?(?:nam )?(?:19|20)\d\d")
