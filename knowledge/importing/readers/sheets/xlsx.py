"""Reading an xlsx with openpyxl: the library that tells number formats and merged cells."""

import io
import warnings

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits, megabytes
from knowledge.importing.readers.packages import Package, open_package
from knowledge.importing.readers.sheets.grid import Sheet, add_sheet
from knowledge.importing.readers.sheets.shown import shown


def read_xlsx(data: bytes, limits: Limits) -> Page:
    """The page of every visible sheet, with the values that were last computed; formulas are not run."""
    _check_parts(open_package(data, "xlsx", limits))
    builder = PageBuilder("xlsx", limits)
    try:
        with warnings.catch_warnings(action="ignore"):  # of features that do not matter here
            book = openpyxl.load_workbook(io.BytesIO(data), data_only=True, keep_links=False)
        sheets = [_sheet(s, limits) for s in book.worksheets if s.sheet_state == "visible"]
    except UnreadableFile:
        raise
    except Exception as error:  # a broken file makes the library stumble in any way
        raise UnreadableFile(Fault.DAMAGED, format="xlsx") from error
    for sheet in sheets:
        add_sheet(builder, sheet)
    return builder.page()


def _check_parts(package: Package) -> None:
    """Refuses what the library would expand without bounds: entities, huge sheets."""
    cells = 0
    for part in package.archive.infolist():
        if not part.filename.endswith((".xml", ".rels", ".vml")):
            continue
        if part.file_size > package.limits.part_bytes:
            raise UnreadableFile(Fault.UNPACKS_TOO_LARGE, limit=megabytes(package.limits.part_bytes))
        content = package.read(part.filename)
        if any(mark in content for mark in _DECLARATIONS):
            raise UnreadableFile(Fault.UNSAFE_XML)
        cells += content.count(b"<c ") + content.count(b":c ") if "/worksheets/" in part.filename else 0
        package.limits.check_cells(cells)


_SPARSE = 20  # a sheet may be so many times larger than what is on it
_DECLARATIONS = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))


def _sheet(sheet: Worksheet, limits: Limits) -> Sheet:
    limits.check_cells(sheet.max_row * sheet.max_column // _SPARSE)
    rows = [[shown(c.value, c.number_format) for c in row] for row in sheet.iter_rows()]
    merges = {
        (m.min_row - 1, m.min_col - 1): (m.max_row - m.min_row + 1, m.max_col - m.min_col + 1)
        for m in sheet.merged_cells.ranges
    }
    return Sheet(rows, merges)
