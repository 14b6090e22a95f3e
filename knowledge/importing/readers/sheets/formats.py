"""The number formats of an xlsx's cells, which the library that reads the values leaves out."""

import re
from dataclasses import dataclass
from posixpath import join, normpath

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import megabytes
from knowledge.importing.readers.packages import Package
from knowledge.importing.readers.sheets.grid import Place

_CELL = re.compile(rb"<(?:\w+:)?c\s([^>]*?)(/?)>")
_REFERENCE = re.compile(rb'\br="([A-Z]{1,3})(\d{1,7})"')
_STYLE = re.compile(rb'\bs="(\d{1,6})"')
SPARSE = 20  # a sheet may be so many times larger than all the cells that are allowed

# ECMA-376, 18.8.30: the formats that have numbers only; days show in the office's own order.
_BUILT_IN = {
    1: "0",
    2: "0.00",
    3: "#,##0",
    4: "#,##0.00",
    9: "0%",
    10: "0.00%",
    37: "#,##0;-#,##0",
    38: "#,##0;-#,##0",
    39: "#,##0.00;-#,##0.00",
    40: "#,##0.00;-#,##0.00",
    41: "#,##0",
    42: "#,##0",
    43: "#,##0.00",
    44: "#,##0.00",
}


@dataclass(frozen=True, slots=True)
class SheetFormats:
    """The formats of the cells that have another than the general one."""

    by_place: dict[Place, str]

    def at(self, row: int, column: int) -> str:
        """The number format of a cell, counted from 0."""
        return self.by_place.get((row, column), "General")


def read_formats(package: Package) -> dict[str, SheetFormats]:
    """The formats of each sheet by its name; a sheet larger than allowed is refused."""
    styles = _styles(package)
    left = package.limits.cells
    formats = {}
    for name, part in _sheets(package).items():
        if not package.has(part):
            continue
        if package.archive.getinfo(part).file_size > package.limits.part_bytes:
            raise UnreadableFile(Fault.UNPACKS_TOO_LARGE, limit=megabytes(package.limits.part_bytes))
        formats[name], count = _of_sheet(package, part, styles, left)
        left -= count
    return formats


def _of_sheet(package: Package, part: str, styles: list[str], left: int) -> tuple[SheetFormats, int]:
    found: dict[Place, str] = {}
    count = last_row = last_column = 0
    for match in _CELL.finditer(package.read(part)):
        count += 1
        if count > left:
            package.limits.check_cells(package.limits.cells + 1)
        if match[2] or not (reference := _REFERENCE.search(match[1])):
            continue  # an empty cell, or one whose place is not told
        row, column = int(reference[2]) - 1, _column(reference[1])
        last_row, last_column = max(last_row, row), max(last_column, column)
        style = _STYLE.search(match[1])
        index = int(style[1]) if style else 0
        if index < len(styles) and styles[index] not in {"General", "@"}:
            found[row, column] = styles[index]
    package.limits.check_cells((last_row + 1) * (last_column + 1) // SPARSE)
    return SheetFormats(found), count


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _styles(package: Package) -> list[str]:
    """The format of each cell style, by its number."""
    if not package.has("xl/styles.xml"):
        return []
    root = package.tree("xl/styles.xml")
    own = {e.get("numFmtId"): e.get("formatCode") or "General" for e in root.iterfind("numFmts/numFmt")}
    numbers = [e.get("numFmtId") or "0" for e in root.iterfind("cellXfs/xf")]
    return [own.get(n) or _BUILT_IN.get(int(n) if n.isdecimal() else 0, "General") for n in numbers]


def _sheets(package: Package) -> dict[str, str]:
    """Each sheet's part of the archive by its name."""
    parts = {}
    if package.has("xl/_rels/workbook.xml.rels"):
        relations = package.tree("xl/_rels/workbook.xml.rels")
        parts = {e.get("Id"): normpath(join("/xl", e.get("Target") or ""))[1:] for e in relations}
    workbook = package.tree("xl/workbook.xml")
    return {e.get("name") or "": parts.get(e.get("id"), "") for e in workbook.iterfind("sheets/sheet")}
