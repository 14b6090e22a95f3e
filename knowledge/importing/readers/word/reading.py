"""Reading a docx."""

from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.importing.page import Page
from knowledge.importing.readers.building import Cell, PageBuilder, tidy
from knowledge.importing.readers.columns import is_layout, is_layout_table
from knowledge.importing.readers.limits import Limits
from knowledge.importing.readers.lines import join_wrapped
from knowledge.importing.readers.packages import Element, Package, is_on, open_package, value
from knowledge.importing.readers.word.numbering import Numbering, read_numbering
from knowledge.importing.readers.word.outside import refuse_outside
from knowledge.importing.readers.word.styles import Style, as_int, read_styles
from knowledge.importing.readers.word.words import boxes_of, words_of

_WRAPPERS = frozenset({"sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag", "AlternateContent", "Choice"})
_WIDEST = 200  # columns that a cell may span; Word itself allows 63


def read_docx(data: bytes, limits: Limits) -> Page:
    """The page of a Word document with tracked changes accepted; page headers and footers are left out."""
    package = open_package(data, "docx", limits)
    refuse_outside(package)
    body = package.tree("word/document.xml").find("body")
    styles, numbering = read_styles(_optional(package, "styles")), read_numbering(_optional(package, "numbering"))
    document = _Document(PageBuilder("docx", limits), styles, numbering)
    if body is not None:
        document.add(body)
    for notes in ("footnotes", "endnotes"):
        document.add_notes(_optional(package, notes))
    return document.builder.page()


def _optional(package: Package, name: str) -> Element | None:
    part = f"word/{name}.xml"
    return package.tree(part) if package.has(part) else None


@dataclass(frozen=True, slots=True)
class _Document:
    """What paragraphs need to become blocks."""

    builder: PageBuilder
    styles: dict[str, Style]
    numbering: Numbering

    def add(self, container: Element) -> None:
        """Adds the paragraphs and tables of a body, cell or text box."""
        for block in _blocks(container):
            if block.tag == "p":
                self._paragraph(block)
            else:
                self._table(block)

    def add_notes(self, root: Element | None) -> None:
        """Adds the footnotes or endnotes after the text they belong to."""
        for note in root if root is not None else ():
            if note.get("type") is None:
                self.add(note)

    def _paragraph(self, paragraph: Element) -> None:
        style = self._style(paragraph)
        if style.is_contents:
            return
        lines = [line for line in words_of(paragraph, style.font).split("\n") if line.strip()]
        number, level = self._number(paragraph, style) if lines else ("", 0)
        lines = [f"{number} {lines[0]}", *lines[1:]] if lines and number else lines
        if style.heading and lines:
            self.builder.heading(" ".join(lines), style.heading)
        else:
            for words in join_wrapped(lines, None):
                self._line(words, level)
        for box in boxes_of(paragraph):
            self.add(box)

    def _line(self, words: str, level: int) -> None:
        """A line whose tabs part the columns of a head or foot is as many paragraphs."""
        columns = words.split("\t") if "\t" in words else [words]
        for column in columns if len(columns) > 1 and is_layout(columns) else [words]:
            self.builder.paragraph(column, level=level)

    def _style(self, paragraph: Element) -> Style:
        return self.styles.get(value(paragraph, "pPr/pStyle") or "", self.styles[""])

    def _number(self, paragraph: Element, style: Style) -> tuple[str, int]:
        """The number that Word shows before a paragraph, and its depth in the list."""
        own = value(paragraph, "pPr/numPr/numId")
        name = style.number if own is None else own
        level = as_int(value(paragraph, "pPr/numPr/ilvl"), style.level)
        return ("", 0) if name is None else (self.numbering.number(name, level), level)

    def _table(self, table: Element) -> None:
        rows = [list(_cells(row)) for row in _within(table, "tr")]
        written = [[self._words(cell) for cell in row] for row in rows]
        if len(rows) < 2 or max(map(len, rows)) < 2 or table.find(".//tc//tbl") is not None or is_layout_table(written):
            for cell in (cell for row in rows for cell in row if not _continues_above(cell)):
                self.add(cell)
        else:
            marked = [is_on(row, "trPr/tblHeader") for row in _within(table, "tr")]
            count = marked.index(False) if False in marked else 0
            numbered = [[self._words(cell, with_numbers=True) for cell in row] for row in rows]
            self.builder.table(_grid(rows, numbered), header_rows=count or None)

    def _words(self, cell: Element, *, with_numbers: bool = False) -> str:
        """A cell's lines; the number of a list shows in a cell without words too, as in a column "STT"."""
        lines = []
        for paragraph in (block for block in _blocks(cell) if block.tag == "p"):
            style = self._style(paragraph)
            number = self._number(paragraph, style)[0] if with_numbers else ""
            lines.append(f"{number} {words_of(paragraph, style.font)}".strip())
        return "\n".join(filter(None, lines))


def _blocks(container: Element) -> Iterator[Element]:
    """The paragraphs and tables of a container, through content controls and insertions."""
    stack = list(reversed(container))
    while stack:
        element = stack.pop()
        if element.tag in {"p", "tbl"}:
            yield element
        elif element.tag in _WRAPPERS:
            stack.extend(reversed(element))


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, through content controls."""
    stack = list(reversed(parent))
    while stack:
        element = stack.pop()
        if element.tag == tag:
            yield element
        elif element.tag in _WRAPPERS:
            stack.extend(reversed(element))


def _cells(row: Element) -> Iterator[Element]:
    return _within(row, "tc")


def _continues_above(cell: Element) -> bool:
    merge = cell.find("tcPr/vMerge")
    return merge is not None and merge.get("val", "continue") == "continue"


def _columns(cell: Element) -> int:
    return min(max(as_int(value(cell, "tcPr/gridSpan"), 1), 1), _WIDEST)


def _grid(rows: list[list[Element]], written: list[list[str]]) -> list[list[Cell]]:
    """The cells with the columns and rows they take; a cell merged into the one above is not repeated."""
    starts = [_starts(row) for row in rows]
    grid = []
    for index, row in enumerate(rows):
        cells = []
        for place, cell in enumerate(row):
            if not _continues_above(cell) or index == 0:
                height = _height(rows, starts, index, starts[index][place])
                cells.append(Cell(tidy(written[index][place]), _columns(cell), height))
        grid.append(cells)
    return grid


def _starts(row: list[Element]) -> list[int]:
    """The column at which each cell begins."""
    starts, column = [], 0
    for cell in row:
        starts.append(column)
        column += _columns(cell)
    return starts


def _height(rows: list[list[Element]], starts: list[list[int]], index: int, column: int) -> int:
    height = 1
    for row, begins in zip(rows[index + 1 :], starts[index + 1 :], strict=True):
        below = next((cell for cell, start in zip(row, begins, strict=True) if start == column), None)
        if below is None or not _continues_above(below):
            break
        height += 1
    return height
