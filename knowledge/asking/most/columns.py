"""The columns of reports' tables: what each counts, and the value of each of its rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from knowledge.asking.library import FigureEntry, Library
from knowledge.facts import Measure, Period
from knowledge.grammar.concepts import Terms
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation
from knowledge.grammar.patterns import pattern_of

# With their tones: "Công thương" and "Chứng thực" are no totals.
_WHOLE = pattern_of(
    r"\W*(?:tổng|cộng|toàn (?!dân)|chung|trung bình|bình quân|cả (?:tỉnh|huyện|năm|nước|thành phố)|lũy kế|luỹ kế|trong đó)\b|\W*$",
    re.IGNORECASE,
)
# A line of a group and no thing of its own: "Cấp tỉnh", "I. Khối sở, ngành".
_GROUP = pattern_of(r"(?:[ivx]{1,4}[.)]? )?(?:cap (?:tinh|huyen|xa|so)|khoi|nhom)\b")
_MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Row:
    """One thing with its value in the column."""

    name: str
    entry: FigureEntry

    @property
    def folded(self) -> str:
        """Its name without tones."""
        return fold(self.name)

    @property
    def body(self) -> Organisation | None:
        """The body that it is, where it is one; whoever the table is of is none of its rows."""
        return self.entry.body if self.folded and self.folded in fold(self.entry.figure.organisation or "") else None


@dataclass(frozen=True)
class Column:
    """A column of one table, found by one of its figures.

    Rows leave out their empty cells, so that what stands above a cell is told by its figure's words alone.
    """

    library: Library
    found: FigureEntry
    header: int  # the statement of the table's last heading row

    @property
    def key(self) -> tuple[int, str, Measure, Period | None]:
        """Which column it is."""
        return self.header, fold(self.heading), self.measure, self.period

    @cached_property
    def heading(self) -> str:
        """What stands above the column, without the row's name."""
        return _heading_of(self.found)

    @cached_property
    def terms(self) -> Terms:
        """What its heading says."""
        return self.library.tagger.tag(fold(self.heading))

    @property
    def above(self) -> Terms:
        """What its table's caption says, else the heading above."""
        found = self.found
        return found.head if found.figure.head else found.statement.above

    @cached_property
    def around(self) -> frozenset[str]:
        """The words of its table's caption, the headings above and the report's title."""
        found = self.found
        return found.head.words | found.statement.above.words | found.report.terms.words | found.statement.context

    @cached_property
    def named(self) -> str:
        """The words of the table's heading rows, folded."""
        rows = []
        for number in range(self.header, max(self.header - 3, -1), -1):
            entry = self.library.statements[number]
            if entry.report is not self.found.report or not entry.is_row or entry.statement.kind != "heading":
                break
            rows.append(entry.folded)
        return " ".join(rows)

    @property
    def measure(self) -> Measure:
        """The sort of its numbers."""
        return self.found.figure.measure

    @property
    def rows_called(self) -> tuple[str, str]:
        """What its rows are called, in Vietnamese and English."""
        return "dòng của bảng", "rows of the table"

    @property
    def is_of_all(self) -> bool:
        """Whether it has all things there are, and not only the foremost."""
        return True

    @property
    def period(self) -> Period | None:
        """When its numbers hold."""
        return self.found.figure.period

    @cached_property
    def rows(self) -> list[Row]:
        """The things with values of the same sort and period, without totals and groups."""
        every = list(self._all_rows())
        own = [r for r in every if not (_WHOLE.match(r.name) or _GROUP.match(r.folded))]
        if len({r.entry.statement.number for r in own}) < len(own):
            return []  # two columns have one heading, and nothing tells which is which
        return [r for r in own if not _is_sum(r, own)]

    @cached_property
    def total(self) -> FigureEntry | None:
        """The row that all others add up to, where one is called so; else None."""
        every = list(self._all_rows())
        wholes = [r.entry for r in every if r.name and _WHOLE.match(r.name) and _is_sum(r, every)]
        return wholes[0] if len(wholes) == 1 else None

    def _all_rows(self) -> Iterator[Row]:
        last = min(self.header + _MOST_ROWS, len(self.library.statements) - 1)
        for number in range(self.header + 1, last + 1):
            entry = self.library.statements[number]
            if entry.report is not self.found.report or not entry.is_row or entry.statement.kind == "heading":
                return
            for at in range(len(entry.statement.figures)):
                found = self.library.figure(entry, at)
                is_of_column = found.figure.measure is self.measure and found.figure.period == self.period
                if is_of_column and fold(_heading_of(found)) == fold(self.heading):
                    yield Row(_name_of(found), found)


def column_of(library: Library, entry: FigureEntry) -> Column | None:
    """The column that a figure stands in; None where it stands in no table with headings."""
    if not entry.statement.is_row:
        return None
    for number in range(entry.statement.number - 1, max(entry.statement.number - _MOST_ROWS, -1), -1):
        above = library.statements[number]
        if above.report is not entry.report or not above.is_row:
            return None
        if above.statement.kind == "heading":
            return Column(library, entry, number)
    return None


def total_of(library: Library, entry: FigureEntry) -> FigureEntry | None:
    """The row of its table that all others add up to; None where it stands in no such table."""
    column = column_of(library, entry)
    return column.total if column is not None else None


def _heading_of(entry: FigureEntry) -> str:
    label, name = entry.figure.label, _name_of(entry)
    return label[len(name) :].strip() if label.startswith(name) else label


def _name_of(entry: FigureEntry) -> str:
    """What a figure's row is called: the cell with which its words begin, else the first that is no number."""
    words = entry.statement.statement.span.cut(entry.report.text)
    cells = [c for part in words.split("|") if (c := part.strip()) and not _NUMBER.fullmatch(c)]
    opening = [c for c in cells if entry.figure.label.startswith(c)]
    return max(opening, key=len) if opening else next(iter(cells), "")


_NUMBER = pattern_of(r"[\d.,%\s/()+-]*|[IVX]+")


def _is_sum(row: Row, rows: list[Row]) -> bool:
    """Whether a row without a total's name is the sum of all others."""
    others = [r.entry.figure.value for r in rows if r is not row]
    is_counted = row.entry.figure.measure in {Measure.COUNT, Measure.MONEY}
    return is_counted and len(others) > 1 and row.entry.figure.value == sum(others) != 0
