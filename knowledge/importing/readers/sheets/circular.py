"""Formulas that go round in a circle: what such a workbook shows is no result of anything."""

import re
from collections.abc import Iterator

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.packages import Package

_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml")
_FORMULA = re.compile(
    rb'<c\b[^>]*?\br="(?P<column>[A-Z]{1,3})(?P<row>\d{1,7})"[^>]*>\s*<f\b[^>]*>(?P<formula>[^<]{1,8192})</f>'
)
# A cell of the same sheet, or a range of them; "Sheet2!A1" is of another, and quoted text is none.
_CELLS = re.compile(
    r"(?<![\w!'.:$])\$?(?P<column>[A-Z]{1,3})\$?(?P<row>\d{1,7})(?::\$?(?P<last>[A-Z]{1,3})\$?(?P<bottom>\d{1,7}))?(?![\w(!.])"
)
_QUOTED = re.compile(r'"[^"]*"')

Cell = tuple[int, int]  # column, row


def refuse_circles(package: Package) -> None:
    """Raises UnreadableFile where a cell's formula comes back to the cell, over others or by a range that holds it."""
    for part in package.archive.NameToInfo:
        if _SHEET.fullmatch(part) and (cell := _first_in_circle(dict(_formulas(package.read(part))))) is not None:
            raise UnreadableFile(Fault.CIRCULAR, cell=cell)


def _formulas(sheet: bytes) -> Iterator[tuple[Cell, str]]:
    for match in _FORMULA.finditer(sheet):
        yield (
            (_number(match["column"].decode()), int(match["row"])),
            _QUOTED.sub('""', match["formula"].decode(errors="replace")),
        )


def _first_in_circle(formulas: dict[Cell, str]) -> str | None:
    """The name of a cell that its own formula needs; None where there is none.  Every formula is gone through once."""
    done: set[Cell] = set()
    for start in formulas:
        way: list[tuple[Cell, Iterator[Cell]]] = [] if start in done else [(start, _needed(start, formulas))]
        on_way = {start}
        while way:
            cell, needed = way[-1]
            following = next(needed, None)
            if following is None:
                done.add(cell)
                on_way.discard(cell)
                way.pop()
            elif following in on_way:
                return _name(following)
            elif following not in done:
                on_way.add(following)
                way.append((following, _needed(following, formulas)))
    return None


def _needed(cell: Cell, formulas: dict[Cell, str]) -> Iterator[Cell]:
    """The cells with formulas that the cell's own names; of a range only the cell itself, which is the usual slip."""
    for match in _CELLS.finditer(formulas[cell]):
        first = _number(match["column"]), int(match["row"])
        if match["last"] is None:
            if first in formulas:
                yield first
            continue
        last = _number(match["last"]), int(match["bottom"])
        if all(min(a, b) <= at <= max(a, b) for a, at, b in zip(first, cell, last, strict=True)):
            yield cell


def _number(column: str) -> int:
    number = 0
    for letter in column:
        number = number * 26 + ord(letter) - 64
    return number


def _name(cell: Cell) -> str:
    column, letters = cell[0], ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{cell[1]}"
