"""The page as a workbook: every figure and line with its source and the sentence word for word."""

from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from handlers.pages.sheet import Row, Sheet, printable

# What spreadsheet programs would read as a formula is text here.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (34, 30, 20, 12, 10, 14, 14, 12, 8, 60)
# The column of a figure's value; five more follow that belong to it.
_NOW = 3
_WHOLE, _BROKEN, _SHARE = "#,##0", "#,##0.00", "0.00%"


def write_workbook(sheet: Sheet, *, heads: tuple[str, ...], names: tuple[str, str]) -> bytes:
    """The XLSX with everything that the briefing holds; `heads` are the columns, `names` those of its two sheets."""
    book = Workbook()
    page = book.active
    assert isinstance(page, Worksheet)  # noqa: S101 - a new workbook has one
    page.title = names[0]
    _fill_page(page, sheet, heads)
    _fill_sources(book.create_sheet(names[1]), sheet)
    book.properties.title, book.properties.creator = sheet.title, ""
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _fill_page(page: Worksheet, sheet: Sheet, heads: tuple[str, ...]) -> None:
    _append(page, [sheet.title], is_bold=True)
    _append(page, [sheet.subtitle])
    _append(page, list(heads), is_bold=True)
    page.freeze_panes = "A4"
    for block in sheet.blocks:
        for row in block.rows:
            _append(page, [block.heading, row.name, *_values(row), row.source, row.quote])
            _format(page, row)
        for line in block.lines:
            _append(
                page,
                [
                    block.heading,
                    line.lead or line.text,
                    line.text if line.lead else "",
                    *[""] * 5,
                    line.source,
                    line.quote,
                ],
            )
    for n, width in enumerate(_WIDTHS, 1):
        page.column_dimensions[get_column_letter(n)].width = width
    page.page_setup.orientation, page.page_setup.fitToWidth, page.page_setup.fitToHeight = "landscape", 1, 0
    page.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    page.print_title_rows = "3:3"


def _values(row: Row) -> list[Any]:
    """Now, its unit and share, before, and the change with its growth: numbers, which can be added up, where they are known."""
    exact = row.exact
    if exact is None:
        return [row.now, "", "", row.before, row.change, ""]
    return [exact.value, exact.unit, exact.share, exact.before, exact.difference, exact.growth]


def _format(page: Worksheet, row: Row) -> None:
    shares = (_NOW + 2, _NOW + 5)
    for n, value in enumerate(_values(row), _NOW):
        if isinstance(value, Decimal):
            is_whole = value == value.to_integral_value()
            page.cell(page.max_row, n).number_format = _SHARE if n in shares else _WHOLE if is_whole else _BROKEN


def _fill_sources(page: Worksheet, sheet: Sheet) -> None:
    for source in sheet.sources:
        _append(page, [source.number, source.words, source.address or ""])
    for n, width in enumerate((8, 90, 60), 1):
        page.column_dimensions[get_column_letter(n)].width = width


def _append(page: Worksheet, values: list[Any], *, is_bold: bool = False) -> None:
    page.append([printable(value) if isinstance(value, str) else value for value in values])
    for cell in page[page.max_row]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=is_bold)
        if isinstance(cell.value, str) and cell.value.startswith(_FORMULA):
            cell.data_type = "s"
