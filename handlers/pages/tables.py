"""Tables as a workbook or JSON; whatever a cell holds is text or a number there, never a formula."""

import json
from collections.abc import Iterable, Iterator
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

from knowledge.looking.exporting import Cell, ExportedTable

# Limits of a sheet: https://support.microsoft.com/office/1672b34d-7043-467e-8e27-269d656771c3
MOST_ROWS = 1_048_576
MOST_CHARACTERS = 32_767


def write_tables(tables: Iterable[ExportedTable]) -> bytes:
    """An XLSX with a sheet for each table; what does not fit in one goes on in the next, long texts are cut off."""
    book = Workbook(write_only=True)
    for table in tables:
        sheet, used = None, MOST_ROWS
        for row in _with_head(table):
            if sheet is None or used >= MOST_ROWS:
                sheet = book.create_sheet(table.name[:31])
                used = 0
            sheet.append([_cell(sheet, value) for value in row])
            used += 1
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def _with_head(table: ExportedTable) -> Iterator[tuple[Cell, ...]]:
    yield table.columns
    yield from table.rows


def _cell(sheet: object, value: Cell) -> object:
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    if len(text) > MOST_CHARACTERS:
        text = text[: MOST_CHARACTERS - 1] + "…"
    cell = WriteOnlyCell(sheet, value=text)  # type: ignore[arg-type]
    cell.data_type = "s"  # "=HYPERLINK(…)" as it was written
    return cell


def write_json(tables: Iterable[ExportedTable]) -> bytes:
    """One object with a list of rows for each table, complete."""
    everything = {table.name: [dict(zip(table.columns, row, strict=True)) for row in table.rows] for table in tables}
    return json.dumps(everything, ensure_ascii=False, indent=1).encode()
