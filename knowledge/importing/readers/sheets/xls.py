"""Reading an old xls, or a binary xlsb, with calamine: it tells values, not how their cells show them."""

import io

import python_calamine

from knowledge.importing.page import Page
from knowledge.importing.readers.building import PageBuilder
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits
from knowledge.importing.readers.sheets.grid import Sheet, add_sheet
from knowledge.importing.readers.sheets.shown import shown


def read_xls(data: bytes, limits: Limits) -> Page:
    """The page of every visible sheet; whole numbers show without decimals."""
    builder = PageBuilder("xls", limits)
    try:
        book = python_calamine.load_workbook(io.BytesIO(data))
        visible = [m.name for m in book.sheets_metadata if m.visible is python_calamine.SheetVisibleEnum.Visible]
        for name in visible:
            sheet = book.get_sheet_by_name(name)
            limits.check_cells(sheet.total_height * sheet.total_width)
            rows = sheet.to_python(skip_empty_area=False)
            merges = {
                (top, left): (bottom - top + 1, right - left + 1)
                for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
            }
            add_sheet(builder, Sheet([[shown(_whole(value)) for value in row] for row in rows], merges))
    except python_calamine.PasswordError as error:
        raise UnreadableFile(Fault.ENCRYPTED) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise UnreadableFile(Fault.DAMAGED, format="xls") from error
    return builder.page()


def _whole(value: object) -> object:
    return int(value) if isinstance(value, float) and value.is_integer() else value
