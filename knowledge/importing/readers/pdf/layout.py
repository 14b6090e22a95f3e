"""Sheets of paper, printed or scanned, to a page in reading order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from knowledge.importing.readers.building import Cell, PageBuilder, tidy
from knowledge.importing.readers.columns import is_layout_table
from knowledge.importing.readers.legacy import restore
from knowledge.importing.readers.pdf.columns import as_table, is_rest_of_cell
from knowledge.importing.readers.pdf.furniture import without_furniture
from knowledge.importing.readers.pdf.grids import Grid
from knowledge.importing.readers.pdf.head import part_head
from knowledge.importing.readers.pdf.lines import Line
from knowledge.importing.readers.pdf.paragraphs import join, margins_of

Item = Line | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of paper: its lines outside tables, its ruled tables, and its height."""

    lines: list[Line]
    grids: list[Grid] = field(default_factory=list)
    height: float = 0.0


def lay_out(sheets: Sequence[Sheet], builder: PageBuilder) -> None:
    """Adds the sheets' paragraphs and tables, without page numbers and what repeats on every sheet."""
    _Layout(builder, sheets).add()


class _Layout:
    """Puts the sheets' lines and tables into a page, in reading order."""

    def __init__(self, builder: PageBuilder, sheets: Sequence[Sheet]) -> None:
        self._builder = builder
        kept = without_furniture([(sheet.lines, sheet.height) for sheet in sheets])
        self._margins = {i: margins_of([x for x in lines if len(x.stretches) == 1]) for i, lines in enumerate(kept)}
        self._head: list[str] = []
        if kept:
            self._head, kept[0] = part_head(kept[0])
        self._items: list[Item] = []
        for lines, sheet in zip(kept, sheets, strict=True):
            self._items += sorted([*lines, *sheet.grids], key=lambda item: item.box.top)
        sample = " ".join([*self._head, *(line.text for lines in kept for line in lines)])
        self._is_legacy = restore(sample) != sample

    def add(self) -> None:
        """Adds every block."""
        for words in self._head:
            self._builder.paragraph(self._text(words))
        items = list(merged(self._items))
        kinds = [_kind(item) for item in items]
        for i in range(1, len(items) - 1):
            item = items[i]
            if kinds[i - 1] == kinds[i + 1] == "columns" and isinstance(item, Line) and is_rest_of_cell(item):
                kinds[i] = "columns"
        for kind, group in groupby(zip(kinds, items, strict=True), key=lambda pair: pair[0]):
            of_kind = [item for _, item in group]
            for grid in (item for item in of_kind if isinstance(item, Grid)):
                self._grid(grid)
            if lines := [item for item in of_kind if isinstance(item, Line)]:
                (self._columns if kind == "columns" else self._prose)(lines)

    def _grid(self, grid: Grid) -> None:
        rows = [[Cell(self._text(c.words), c.columns, c.rows) for c in row] for row in grid.rows]
        if is_layout_table([[cell.words for cell in row] for row in rows]):
            for row in rows:
                for cell in row:
                    self._builder.paragraph(cell.words)
        else:
            self._builder.table(rows)

    def _columns(self, lines: Sequence[Line]) -> None:
        if (rows := as_table(lines)) is not None:
            self._builder.table([[Cell(self._text(c.words), c.columns) for c in row] for row in rows])
            return
        for line in lines:
            for stretch in line.stretches:
                self._builder.paragraph(self._text(stretch.text))

    def _prose(self, lines: Sequence[Line]) -> None:
        for words in join(lines, self._margins):
            self._builder.paragraph(self._text(words))

    def _text(self, words: str) -> str:
        return restore(words) if self._is_legacy else words


def _kind(item: Item) -> str:
    if isinstance(item, Grid):
        return "grid"
    return "columns" if len(item.stretches) > 1 else "prose"


def merged(items: Sequence[Item]) -> Iterator[Item]:
    """The items with a table that goes on over the page made one; its repeated headings are left out."""
    pending: Grid | None = None
    for item in items:
        if isinstance(item, Grid) and pending and _goes_on(pending, item):
            own = item.rows[1:] if _words(item.rows[0]) == _words(pending.rows[0]) else item.rows
            rows = (*pending.rows, *own)
            if pending.is_open_below and item.is_open_above and len(pending.rows[-1]) == len(item.rows[0]):
                rows = (*pending.rows[:-1], _whole(pending.rows[-1], item.rows[0]), *item.rows[1:])
            pending = replace(pending, rows=rows, is_open_below=item.is_open_below)
            continue
        if pending:
            yield pending
            pending = None
        if isinstance(item, Grid):
            pending = item
        else:
            yield item
    if pending:
        yield pending


def _whole(begun: Sequence[Cell], rest: Sequence[Cell]) -> tuple[Cell, ...]:
    """A row that the end of a page broke."""
    return tuple(replace(a, words=_joined(a.words, b.words)) for a, b in zip(begun, rest, strict=True))


def _joined(begun: str, rest: str) -> str:
    is_one_word = begun.endswith(("-", "/")) and rest[:1].isalnum()
    return f"{begun}{rest}" if is_one_word or not begun or not rest else f"{begun}\n{rest}"


def _goes_on(one: Grid, other: Grid) -> bool:
    """Whether a table next to another has its columns at the same places and begins a page."""
    same = len(one.edges) == len(other.edges)
    return same and all(abs(a - b) < 4 for a, b in zip(one.edges, other.edges, strict=True))


def _words(row: Sequence[Cell]) -> list[str]:
    return [tidy(cell.words) for cell in row]
