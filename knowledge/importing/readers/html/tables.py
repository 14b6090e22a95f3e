"""Tables of a page: rows of cells, or only a layout."""

import re

from knowledge.importing.readers.building import Cell
from knowledge.importing.readers.columns import is_layout_table
from knowledge.importing.readers.html.tree import Element

_WIDEST, _HIGHEST = 200, 5_000  # no printed table spans more; a larger span is a slip or an attack
_PROSE = 400  # characters: a cell with several paragraphs longer than this is a column of a page


def rows_of(table: Element) -> list[Element]:
    """The table's own rows, not those of a table within it."""
    rows: list[Element] = []
    stack: list[Element] = [table]
    while stack:
        element = stack.pop()
        if element.tag == "tr":
            rows.append(element)
            continue
        below = [c for c in element.children if isinstance(c, Element) and c.tag != "table"]
        stack.extend(reversed(below))
    return rows


def cells_of(row: Element) -> list[Element]:
    """The cells of a row."""
    return [c for c in row.children if isinstance(c, Element) and c.tag in {"td", "th"}]


def is_data(table: Element) -> bool:
    """Whether the table tabulates something, rather than placing parts of a page or a document's head."""
    grid = [cells_of(row) for row in rows_of(table)]
    grid = [cells for cells in grid if cells]
    if table.attributes.get("role") in {"presentation", "none"} or table.has("table", "form", "h1"):
        return False
    if len(grid) < 2 or max(len(cells) for cells in grid) < 2:
        return False
    return not any(_is_column_of_page(c) for cells in grid for c in cells) and not is_layout_table(
        [[cell.text() for cell in cells] for cells in grid]
    )


def _is_column_of_page(cell: Element) -> bool:
    paragraphs = sum(e.tag in {"p", "div", "br"} for e in cell.walk())
    return paragraphs > 5 and len(cell.text()) > _PROSE


def grid_of(table: Element) -> tuple[list[list[Cell]], int | None]:
    """The rows with their cells' spans, and how many are headings where the page says so (thead)."""
    rows = rows_of(table)
    heads = {id(row) for head in table.walk() if head.tag == "thead" for row in head.walk() if row.tag == "tr"}
    grid = [[_cell(cell) for cell in cells_of(row)] for row in rows]
    marked = sum(id(row) in heads for row in rows)
    return grid, marked if 0 < marked < len(rows) else None


def _cell(cell: Element) -> Cell:
    words, is_header = cell.text(), cell.tag == "th"
    return Cell(words, _span(cell, "colspan", _WIDEST), _span(cell, "rowspan", _HIGHEST), is_header)


def _span(cell: Element, name: str, most: int) -> int:
    match = re.match(r"\s*(\d{1,6})", cell.attributes.get(name, "1"))
    return min(max(int(match[1]), 1), most) if match else 1
