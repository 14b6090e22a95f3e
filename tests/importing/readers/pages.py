"""Reading made-up files, and a page as a reader sees it."""

from pathlib import Path

from knowledge.importing.page import BlockKind, Page
from knowledge.importing.readers.limits import DEFAULT
from knowledge.importing.readers.reading import read_data


def page_of(words: str | bytes, name: str = "bao-cao.txt") -> Page:
    """The page of a file with these contents."""
    return read_data(words.encode() if isinstance(words, str) else words, name, DEFAULT)


def lines(page: Page) -> list[str]:
    """Each block's words."""
    return [block.span.cut(page.text) for block in page.blocks]


def headings(page: Page) -> list[str]:
    """The words of what the format calls headings."""
    return [b.span.cut(page.text) for b in page.blocks if b.kind is BlockKind.HEADING]


def grids(page: Page) -> list[list[list[str]]]:
    """The tables as rows of cells' words."""
    found: dict[int | None, list[list[str]]] = {}
    for block in page.blocks:
        if block.kind is BlockKind.CELLS:
            found.setdefault(block.table, []).append([cell.cut(page.text) for cell in block.cells])
    return list(found.values())


def header_rows(page: Page) -> list[str]:
    """The words of the rows that name columns."""
    return [b.span.cut(page.text) for b in page.blocks if b.is_header_row]


def open_reports() -> Path | None:
    """The folder of the open set's reports, where it is beside the checkout."""
    for parent in Path(__file__).resolve().parents:
        if (found := parent.parent / "shared" / "eval" / "open" / "reports").is_dir():
            return found
    return None
