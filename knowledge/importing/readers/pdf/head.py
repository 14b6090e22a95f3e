"""The head of a document: two columns that are read one after the other, not line by line.

On the left stand the issuer and the number, on the right quốc hiệu, tiêu ngữ, place and date (Nghị định
30/2020/NĐ-CP, Phụ lục I); where a name is broken over lines, the lines of both columns stand between each other.
"""

import re
from collections.abc import Sequence

from knowledge.grammar.document_types import type_by_name
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import BODY_BEGINNING
from knowledge.importing.readers.columns import is_layout
from knowledge.importing.readers.pdf.lines import Line, between

_MOST_LINES = 14  # four rows, each broken over three lines, and what a stamp adds
_MOTTO = re.compile(r"^cong hoa xa hoi\b")
_DATE_BEGUN = re.compile(r", ngay(?: \d{1,2}(?: thang(?: \d{1,2}(?: nam)?)?)?)?$")


def part_head(lines: Sequence[Line]) -> tuple[list[str], list[Line]]:
    """The paragraphs of a first page's head, the left column before the right, and the lines that follow it."""
    first = next((at for at, line in enumerate(lines[:_MOST_LINES]) if _begins_head(line)), None)
    if first is None:
        return [], list(lines)
    before, after = lines[first].stretches
    middle = (before.box.right + after.box.left) / 2
    last = first
    while last < min(len(lines), first + _MOST_LINES) and not _ends_head(lines[last], middle):
        last += 1
    stretches = [stretch for line in lines[first:last] for stretch in line.stretches]
    left = [s.text for s in stretches if s.box.right <= middle]
    right = [s.text for s in stretches if s.box.right > middle]
    return [*(line.text for line in lines[:first]), *_whole(left), *_whole(right)], list(lines[last:])


def _begins_head(line: Line) -> bool:
    return len(line.stretches) == 2 and any(_MOTTO.search(fold(s.text)) or is_layout([s.text]) for s in line.stretches)


def _ends_head(line: Line, middle: float) -> bool:
    """Whether the line names the document's type or stands under both columns."""
    return fold(line.text) in type_by_name() or any(s.box.left < middle < s.box.right for s in line.stretches)


def _whole(lines: Sequence[str]) -> list[str]:
    """The lines of a column with a name that was broken made whole: "TRUNG TÂM PHỤC VỤ" / "HÀNH CHÍNH CÔNG"."""
    whole: list[str] = []
    for line in lines:
        if whole and _goes_on(whole[-1], line):
            whole[-1] += between(whole[-1], line) + line
        else:
            whole.append(line)
    return whole


def _goes_on(one: str, other: str) -> bool:
    if one.endswith(("-", "/")) or (_DATE_BEGUN.search(fold(one)) and other[:1].islower()):
        return True
    return one.isupper() and other.isupper() and not BODY_BEGINNING.match(fold(other))
