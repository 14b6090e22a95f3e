"""Laying out a page: words in, text with places out."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate

from knowledge.facts import Span
from knowledge.grammar.folding import compose
from knowledge.importing.page import CELL_RULE, Block, BlockKind, Page
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits

# Control characters, soft hyphens, zero-width marks and the byte order mark have no place in a quote.
_INVISIBLE = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\xad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff\ufffe]")
_SURROGATE = re.compile("[\ud800-\udfff]")
# "Quý Ⅲ", typed with one character for the number.
_ROMAN = {0x2160 + at: number for at, number in enumerate(("I", "II", "III", "IV"))}


def tidy(words: str) -> str:
    """The words in NFC on one line, without invisible characters and double spaces."""
    if words.isascii() and words.isprintable():
        return " ".join(words.split())
    return " ".join(compose(_SURROGATE.sub("\ufffd", _INVISIBLE.sub("", words)).translate(_ROMAN)).split())


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table before it is laid out: its words and how many columns and rows it takes."""

    words: str
    columns: int = 1
    rows: int = 1
    is_header: bool = False


@dataclass
class PageBuilder:
    """Takes blocks in reading order and gives the page; empty ones leave no trace."""

    format: str
    limits: Limits = DEFAULT
    _parts: list[str] = field(default_factory=list)
    _blocks: list[Block] = field(default_factory=list)
    _length: int = 0
    _tables: int = 0
    _cells: int = 0

    def paragraph(self, words: str, *, level: int = 0) -> None:
        """Adds a paragraph, or an item of a list at a depth."""
        self._words(BlockKind.PARAGRAPH, words, level)

    def heading(self, words: str, level: int) -> None:
        """Adds what the format itself calls a heading."""
        self._words(BlockKind.HEADING, words, level)

    def table(self, rows: Sequence[Sequence[str | Cell]], *, header_rows: int | None = None) -> None:
        """Adds a table row by row; without `header_rows` the header is found by content."""
        grid = [[c if isinstance(c, Cell) else Cell(c) for c in row] for row in rows]
        grid = [row for row in grid if row]
        if not any(tidy(cell.words) for row in grid for cell in row):
            return
        header = count_header_rows(grid) if header_rows is None else header_rows
        number, self._tables = self._tables, self._tables + 1
        hanging: dict[int, tuple[Span, int]] = {}
        for index, row in enumerate(grid):
            hanging = self._row(row, number, index < header, hanging)

    def page(self, *, title: str | None = None, published: str | None = None, source: str | None = None) -> Page:
        """The page of all that was added; a page without any text is refused."""
        if not self._blocks:
            raise UnreadableFile(Fault.NO_TEXT)
        name = tidy(title or "") or None
        return Page("\n".join(self._parts), tuple(self._blocks), name, published, source, self.format)

    def _words(self, kind: BlockKind, words: str, level: int) -> None:
        if tidied := tidy(words):
            self._blocks.append(Block(kind, self._place(tidied), level))

    def _place(self, line: str) -> Span:
        start = self._length + 1 if self._parts else 0
        self._parts.append(line)
        self._length = start + len(line)
        self.limits.check_characters(self._length)
        self.limits.check_blocks(len(self._parts), len(line))
        return Span(start, self._length)

    def _row(
        self, row: list[Cell], table: int, is_header: bool, hanging: dict[int, tuple[Span, int]]
    ) -> dict[int, tuple[Span, int]]:
        """Adds one row; `hanging` are the cells of rows above that reach down, by column."""
        spans: dict[int, tuple[Span, int]] = {c: (s, left - 1) for c, (s, left) in hanging.items() if left > 0}
        laid: dict[int, str] = {}
        column = 0
        for cell in row:
            while column in spans:
                column += 1
            laid[column] = tidy(cell.words)
            column += cell.columns
        line, starts = _line(laid)
        place = self._length + 1 if self._parts else 0
        for cell, (first, written) in zip(row, laid.items(), strict=True):
            own = Span(place + starts[first], place + starts[first] + len(written))
            for reached in range(first, first + cell.columns):
                spans.setdefault(reached, (own, cell.rows - 1))
        self._cells += len(spans)
        self.limits.check_cells(self._cells)
        if line:
            span = self._place(line)
            cells = tuple(_within(spans[c][0], span) for c in sorted(spans))
            self._blocks.append(Block(BlockKind.CELLS, span, 0, cells, table, is_header))
        return spans


def _line(laid: dict[int, str]) -> tuple[str, list[int]]:
    """A row's line, with an empty place where a cell before its last words is empty, and where in it each cell begins."""
    wide = max(laid, default=0) + 1
    told = [laid.get(column, "") for column in range(wide)]
    starts = list(accumulate((len(words) + len(CELL_RULE) for words in told[:-1]), initial=0))
    last = max((column for column, words in enumerate(told) if words), default=-1)
    return CELL_RULE.join(told[: last + 1]), starts


def _within(cell: Span, row: Span) -> Span:
    """The cell; an empty one after the row's last words stands at the row's end."""
    return Span(min(cell.start, row.end), min(cell.end, row.end))


_VALUE = re.compile(r"[-–+]|(?:hơn |gần |khoảng )?[-+]?\d[\d.,/ ]*\s*(?:%|[^\W\d]{0,10})?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_NUMBERING = re.compile(r"\(?\w{1,2}\)?(?:\s*=.*)?")


def count_header_rows(grid: Sequence[Sequence[Cell]]) -> int:
    """How many rows at the top name columns: marked ones, or those before the first with values in them."""
    marked = 0
    while marked < len(grid) and all(cell.is_header for cell in grid[marked]):
        marked += 1
    if 0 < marked < len(grid):
        return marked
    count = 0
    for row in grid[:4]:  # no printed table has more than four lines of headings
        if _has_values(row, years_count=count > 0) and not (count and _numbers_columns(row)):
            break
        count += 1
        reach = max((cell.rows for cell in row), default=1)
        if reach == 1 and not _spans_columns(row):
            break
    return count if count < len(grid) else 0


def _has_values(row: Sequence[Cell], *, years_count: bool) -> bool:
    words = [tidy(cell.words) for cell in row]
    return any(_VALUE.fullmatch(w) and (years_count or not _YEAR.fullmatch(w)) for w in words)


def _spans_columns(row: Sequence[Cell]) -> bool:
    return any(cell.columns > 1 for cell in row)


def _numbers_columns(row: Sequence[Cell]) -> bool:
    """Whether a row only counts the columns: (1), (2), (3)=(1)+(2)."""
    words = [tidy(cell.words) for cell in row]
    return all(_NUMBERING.fullmatch(w) for w in words if w) and sum(bool(w) for w in words) > 1
