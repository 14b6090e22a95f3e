"""Tables and columns typed in plain text: by pipes, tabs or aligned spaces."""

import re
from collections.abc import Iterator, Sequence
from enum import Enum

from knowledge.importing.readers.columns import VALUE, is_layout

_GAP = re.compile(r" {3,}|\t[\t ]*")
_NARROW_GAP = re.compile(r" {2,}|\t[\t ]*")
# Pipes between words, also in a table without a frame: "STT | Lĩnh vực | Tiếp nhận".
_PIPES = re.compile(r"(?:^|\s)\|(?=\s|$)")
_FRAME = re.compile(r"[\s|+:=\-–—_*~]*")


_TWO = 2  # columns


class Rule(Enum):
    """What parts the columns of a line."""

    NONE = "none"
    PIPE = "pipe"
    TAB = "tab"
    SPACE = "space"


def rule_of(line: str) -> Rule:
    """How the line's columns are parted; `NONE` where it has only one."""
    stripped = line.strip()
    if (stripped.startswith("|") and stripped.count("|") > 1) or _PIPES.search(stripped):
        return Rule.PIPE
    if "\t" in stripped:
        return Rule.TAB
    return Rule.SPACE if len(split_columns(line)) > 1 else Rule.NONE


def split_columns(line: str) -> list[str]:
    """The columns of a line of text; a gap before a small letter, or where a number is to come ("Số:     /BC"), is only a wide space."""
    columns: list[str] = []
    for part in _GAP.split(line.strip()):
        if columns and (part[:1].islower() or part[:1] == "/"):
            columns[-1] = f"{columns[-1]} {part}"
        else:
            columns.append(part)
    return columns


def is_frame(line: str) -> bool:
    """Whether the line only draws: ----, +---+---+, |:--|--:|."""
    return bool(line.strip()) and _FRAME.fullmatch(line) is not None


def runs(lines: Sequence[str]) -> Iterator[tuple[Rule, list[str]]]:
    """Adjoining lines with the same kind of columns; empty lines part them."""
    run: list[str] = []
    rule = Rule.NONE
    for line in lines:
        if is_frame(line) and rule is Rule.PIPE:
            continue
        now = rule_of(line)
        if run and (not line.strip() or now is not rule):
            yield rule, run
            run = []
        rule = now
        if line.strip() and not is_frame(line):
            run.append(line)
    if run:
        yield rule, run


def as_table(rule: Rule, run: Sequence[str]) -> list[list[str]] | None:
    """The rows of a run of lines where they are a table's; None where they only stand side by side."""
    if rule is Rule.NONE or len(run) < 2:
        return None
    is_framed = all(line.strip().startswith("|") for line in run)
    rows = [_cells(line, rule, is_framed=is_framed) for line in run]
    if is_layout(cell for row in rows for cell in row):
        return None
    if rule is Rule.PIPE and max(map(len, rows)) <= _TWO and not _is_aligned(rows):
        return None  # "Trang chủ | Tin tức": one pipe alone parts many things
    if rule is Rule.SPACE and not _is_aligned(rows):
        # "Quý III/2025  184.732      173.906": a long name leaves two spaces where the others have more.
        rows = [[cell.strip() for cell in _NARROW_GAP.split(line.strip())] for line in run]
        if not _is_aligned(rows):
            return None
    return _without_empty_columns(rows) if sum(len(row) > 1 for row in rows) > 1 else None


def _cells(line: str, rule: Rule, *, is_framed: bool) -> list[str]:
    if rule is Rule.PIPE:
        # Without a frame a pipe at the beginning follows an empty cell.
        inside = line.strip().strip("|") if is_framed else line.strip()
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", inside)]
    return [cell.strip() for cell in line.split("\t")] if rule is Rule.TAB else split_columns(line)


def _is_aligned(rows: Sequence[Sequence[str]]) -> bool:
    """Spaces make a table where every row has the same columns, three or more, or a value in the last."""
    if len({len(row) for row in rows}) > 1:
        return False
    return len(rows[0]) > 2 or all(VALUE.fullmatch(row[-1]) for row in rows[1:])


def _without_empty_columns(rows: Sequence[list[str]]) -> list[list[str]]:
    width = max(len(row) for row in rows)
    padded = [row + [""] * (width - len(row)) for row in rows]
    kept = [c for c in range(width) if any(row[c] for row in padded)]
    return [[row[c] for c in kept] for row in padded]
