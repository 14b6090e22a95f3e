"""A sheet's rows to blocks: titles above, tables with their headings, notes below."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from knowledge.importing.readers.building import Cell, PageBuilder, count_header_rows, tidy
from knowledge.importing.readers.columns import is_layout

_TWO = 2  # columns: a name and a number beside it under a line of their own are no rows of the table above
_HEAD = 6  # rows: enough to see a table's headings and its first values
Place = tuple[int, int]  # row and column, from 0


@dataclass(frozen=True, slots=True)
class Sheet:
    """The words of a sheet's cells, and how many rows and columns a merged cell takes, by its first cell."""

    rows: Sequence[Sequence[str]]
    merges: Mapping[Place, tuple[int, int]] = field(default_factory=dict)


def add_sheet(builder: PageBuilder, sheet: Sheet) -> None:
    """Adds a sheet; empty rows part what stands on it, but a table goes on over them, and over the head of each of its groups."""
    reader = _Reader(sheet)
    table: list[int] = []
    notes: list[int] = []
    for group in reader.groups():
        titles = list(takewhile(reader.is_line, group))
        rest = group[len(titles) :]
        below = list(takewhile(reader.is_line, reversed(rest)))[::-1]
        body = rest[: len(rest) - len(below)]
        if reader.goes_on(table, titles, body, is_parted=bool(notes)):
            table += [*notes, *titles, *body]
        else:
            reader.add_table(builder, table)
            reader.add_lines(builder, [*notes, *titles])
            table = body
        notes = below
    reader.add_table(builder, table)
    reader.add_lines(builder, notes)


class _Reader:
    """Looks at a sheet row by row."""

    def __init__(self, sheet: Sheet) -> None:
        self._written = sheet.rows
        self._rows = [[tidy(words) for words in row] for row in sheet.rows]
        self._merges = sheet.merges
        self._owner: dict[Place, Place] = {}  # of cells that a merged one covers, its first cell
        for (row, column), (high, wide) in sheet.merges.items():
            for r in range(row, min(row + high, len(self._rows))):
                for c in range(column, min(column + wide, len(self._rows[r]))):
                    self._owner[r, c] = (row, column)

    def groups(self) -> Iterator[list[int]]:
        """Runs of rows that are not empty."""
        group: list[int] = []
        for index in range(len(self._rows)):
            if self._seen(index):
                group.append(index)
            elif group:
                yield group
                group = []
        if group:
            yield group

    def _seen(self, index: int) -> list[str]:
        """The words seen in a row, those of a cell merged over it included, each once."""
        places = dict.fromkeys(self._owner.get((index, c), (index, c)) for c in range(len(self._rows[index])))
        return [words for r, c in places if (words := self._rows[r][c])]

    def is_line(self, index: int) -> bool:
        """Whether a row is a title, a note, or a line of a document's head, rather than a table's."""
        seen = self._seen(index)
        return len(seen) == 1 or (len(seen) <= 3 and is_layout(seen))

    def goes_on(self, table: Sequence[int], titles: Sequence[int], body: Sequence[int], *, is_parted: bool) -> bool:
        """Whether rows belong to the table before: they name no columns of their own, and fill its columns where a line parts them."""
        if not table or not body or count_header_rows(self.cells(body[:_HEAD])):
            return False
        if not titles and not is_parted:
            return True
        filled = self._filled(body)
        return len(titles) <= 1 and len(filled) > _TWO and self._filled(table[:_HEAD]) >= filled

    def _filled(self, indexes: Sequence[int]) -> set[int]:
        return {c for i in indexes for c, words in enumerate(self._rows[i]) if words}

    def add_lines(self, builder: PageBuilder, indexes: Sequence[int]) -> None:
        """Adds rows as paragraphs, each line of a cell as one."""
        for index in indexes:
            for words in self._written[index]:
                for line in words.splitlines():
                    builder.paragraph(line)

    def add_table(self, builder: PageBuilder, indexes: list[int]) -> None:
        """Adds rows as a table and forgets them."""
        if indexes:
            builder.table(self.cells(indexes))
        indexes.clear()

    def cells(self, indexes: Sequence[int]) -> list[list[Cell]]:
        """The cells of rows, without columns that are empty in all of them."""
        width = max((len(self._rows[i]) for i in indexes), default=0)
        kept = {c for i in indexes for c, words in enumerate(self._rows[i]) if words}
        return [[self._cell(i, c, kept) for c in range(width) if c in kept and self._is_first(i, c)] for i in indexes]

    def _is_first(self, row: int, column: int) -> bool:
        return self._owner.get((row, column), (row, column)) == (row, column)

    def _cell(self, row: int, column: int, kept: set[int]) -> Cell:
        words = self._rows[row][column] if column < len(self._rows[row]) else ""
        if (row, column) not in self._merges:
            return Cell(words)
        high, wide = self._merges[row, column]
        return Cell(words, sum(c in kept for c in range(column, column + wide)), high)
