"""The lines that tell what a report is, as its head sets them: those of its beginning and of its end, parted and made whole."""

import re
from collections.abc import Iterator

from knowledge.grammar.document_types import type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.register_columns import column_of
from knowledge.importing.head_lines import (
    HEAD_BLOCKS,
    OWN_NUMBER,
    begins_title,
    is_aside,
    label_of,
    labelled,
    without_pictures,
)
from knowledge.importing.page import Block, BlockKind, Page
from knowledge.importing.parted_lines import parted
from knowledge.importing.period_of_head import window_alone
from knowledge.importing.publishers import TELLING_CHARACTERS

# Its end, where a report is signed, says whose it is as well.
_TELLING_END = 40


def told_lines(page: Page) -> list[str]:
    """The lines of a page in which its head and its signature are looked for, less marks and ornaments."""
    told = [(b, line) for at, b in enumerate(page.blocks) for line in _lines_of(page, b, is_of_head=at < HEAD_BLOCKS)]
    end = max(len(told) - _TELLING_END, 0)
    lines = [line for at, (b, line) in enumerate(told) if b.span.end <= TELLING_CHARACTERS or at >= end]
    lines = [_LISTED.sub("", without_pictures(line)) if at < HEAD_BLOCKS else line for at, line in enumerate(lines)]
    parts = [part for line in lines for part in parted(line)]
    kept = [line for at, line in enumerate(parts) if at >= 2 * HEAD_BLOCKS or not is_aside(line)]
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


def _with_whole_dates(lines: list[str]) -> list[str]:
    """The lines with a date that a narrow column broke in its head made whole: "…, ngày 20 tháng 9" / "năm 2019"."""
    for at, line in enumerate(lines[:HEAD_BLOCKS]):
        following = lines[at + 1] if at + 1 < len(lines) else ""
        if _BROKEN_DATE.search(fold(line)) and _DATE_END.fullmatch(fold(following)):
            return [*lines[:at], f"{line} {following}", *lines[at + 2 :]]
    return lines


_BROKEN_DATE = re.compile(r", ngay(?: \d{1,2}(?: thang(?: \d{1,2}(?: nam)?)?)?)?$")
_DATE_END = re.compile(r"(?:\d{1,2} )?(?:thang )?(?:\d{1,2} )?(?:nam )?(?:19|20)\d\d")
