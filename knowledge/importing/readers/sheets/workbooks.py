"""Reading workbooks with calamine: values fast and for every version; formats of an xlsx are looked up beside."""

import io

import python_calamine

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits, megabytes
from knowledge.importing.readers.packages import Package, open_package
from knowledge.importing.readers.sheets.circular import refuse_circles
from knowledge.importing.readers.sheets.formats import SPARSE, SheetFormats, read_formats
from knowledge.importing.readers.sheets.grid import Sheet, add_sheet
from knowledge.importing.readers.sheets.shown import shown

_DECLARATIONS = tuple("<!DOCTYPE".encode(name) for name in ("ascii", "utf-16-le", "utf-16-be"))


def read_xlsx(data: bytes, limits: Limits) -> Page:
    """The page of every visible sheet, with the values that were last computed; formulas are not run."""
    package = open_package(data, "xlsx", limits)
    _check_parts(package)
    refuse_circles(package)
    return _read(data, "xlsx", read_formats(package), limits)


def read_xls(data: bytes, limits: Limits) -> Page:
    """The page of every visible sheet of an old workbook, whose number formats are not known."""
    return _read(data, "xls", {}, limits)


def _read(data: bytes, format: str, formats: dict[str, SheetFormats], limits: Limits) -> Page:
    builder = PageBuilder(format, limits)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        visible = [m.name for m in book.sheets_metadata if m.visible is python_calamine.SheetVisibleEnum.Visible]
        sheets = [_sheet(book, name, formats.get(name, SheetFormats({})), limits) for name in visible]
    except python_calamine.PasswordError as error:
        raise UnreadableFile(Fault.ENCRYPTED) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise UnreadableFile(Fault.DAMAGED, format=format) from error
    for sheet in sheets:
        add_sheet(builder, sheet)
    return builder.page()


def _sheet(book: python_calamine.CalamineWorkbook, name: str, formats: SheetFormats, limits: Limits) -> Sheet:
    sheet = book.get_sheet_by_name(name)
    limits.check_cells(sheet.total_height * sheet.total_width // SPARSE)
    rows = [
        [shown(_whole(value), formats.at(row, column)) for column, value in enumerate(values)]
        for row, values in enumerate(sheet.to_python(skip_empty_area=False))
    ]
    merges = {
        (top, left): (bottom - top + 1, right - left + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    }
    return Sheet(rows, merges)


def _whole(value: object) -> object:
    """Every number of a workbook is a decimal one; a whole one is counted as such."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _check_parts(package: Package) -> None:
    """Refuses what could be expanded without bounds: entities, huge parts."""
    for part in package.archive.infolist():
        if not part.filename.endswith((".xml", ".rels")):
            continue
        if part.file_size > package.limits.part_bytes:
            raise UnreadableFile(Fault.UNPACKS_TOO_LARGE, limit=megabytes(package.limits.part_bytes))
        content = package.read(part.filename)
        if any(mark in content for mark in _DECLARATIONS):
            raise UnreadableFile(Fault.UNSAFE_XML)
