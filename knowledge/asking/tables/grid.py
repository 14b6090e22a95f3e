"""Tables of a report as rows and columns, read again from its lines: each cell with what stands above it.

A row's line holds one cell for each column, empty ones included, but for empty ones at its end.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from knowledge.asking.library import ReportEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.asking.shelves.tells import Tells
from knowledge.facts import Span
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.register_columns import column_of, place_of_symbols

# Longer tables are read by what finds their rows one by one.
MOST_ROWS = 600
_NUMBERING = pattern_of(r"(?:stt|tt|so tt|so thu tu|no\.?)\b")
_COUNTED_COLUMN = pattern_of(r"\(?\w{1,2}\)?(?:\s*=.*)?")
_COUNTED_CELL = pattern_of(r"\(\w{1,2}\)(?:\s*=.*)?")
NUMBER_CELL = pattern_of(r"[-+]?\d[\d.,]*\s?%?")
_REASONS = pattern_of(r"\b(?:ly do|nguyen nhan|vuong mac|kho khan)\b")
_TIME = pattern_of(
    r"(?:du kien )?(?:truoc )?(?:ngay )?(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?\b|(?:thang|quy|nam) (?:\d|i))"
)
_VERDICT = pattern_of(r"(?:khong dat|dat|vuot|chua|da|dang|xong|hoan thanh|qua han|tre)\b")
_SHORT = 5
_RUNNING = pattern_of(r"(?:\d{1,3}|[ivx]{1,4}|[a-e])[.)]?")
_EMPTY = frozenset({"", "-", "–", "—"})
_MARK = pattern_of(r"[x✓✔☑]|\[x\]")
# With their tones: "Công bố" and "Tổng kết" sum nothing up.
_TOTAL = pattern_of(
    r"\W*(?:tổng(?! (?:kết|hợp|rà|điều|duyệt|thanh|cục|công ty|đài))|cộng|toàn (?!dân|văn|diện)|chung$|trung bình|bình quân|cả (?:tỉnh|huyện|xã|sở|năm|nước|thành phố))\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Row:
    """A row with a cell for each column, and the line of a group that it stands under."""

    place: int  # of its statement in the report
    span: Span
    cells: tuple[str, ...]
    group: str = ""

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """Its cells without tones."""
        return tuple(fold(cell) for cell in self.cells)

    def is_marked(self, column: int) -> bool:
        """Whether the cell is but a mark: "x"."""
        return bool(_MARK.fullmatch(self.folded[column]))

    def is_empty(self, column: int) -> bool:
        """Whether nothing stands there, or a dash."""
        return self.cells[column] in _EMPTY


@dataclass(frozen=True)
class Table:
    """One table of a report; `heading` is the place of its last row of headings."""

    heading: int
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    caption: str = ""

    @cached_property
    def folded(self) -> tuple[str, ...]:
        """The headings without tones."""
        return tuple(fold(column) for column in self.columns)

    @cached_property
    def sorts(self) -> tuple[str, ...]:
        """What each column holds: "numbering", "marks", "number", a sort of a register's columns, or ""."""
        return tuple(self._sort(at) for at in range(len(self.columns)))

    def _sort(self, at: int) -> str:
        told = [row for row in self.rows if not row.is_empty(at)]
        if _NUMBERING.match(self.folded[at]):
            return "numbering"
        if told and all(row.is_marked(at) for row in told):
            return "marks"
        if told and place_of_symbols(self.columns, told[0].folded) == at:
            return "symbol"
        if told and all(NUMBER_CELL.fullmatch(row.cells[at]) for row in told):
            return "numbering" if not self.columns[at] else "number"
        if _REASONS.search(self.folded[at]):
            return "reason"
        if told and all(_TIME.match(row.folded[at]) for row in told):
            return {"due": "due", "effective": "effective"}.get(column_of(self.columns[at]) or "", "date")
        sort = column_of(self.columns[at]) or ""
        is_verdict = told and all(
            _VERDICT.match(row.folded[at]) and len(row.folded[at].split()) <= _SHORT for row in told
        )
        return "status" if not sort and is_verdict else sort

    def places(self, *sorts: str) -> list[int]:
        """The columns of these sorts, those of the first sort first."""
        return [at for sort in sorts for at, own in enumerate(self.sorts) if own == sort]

    @cached_property
    def worded(self) -> tuple[int, ...]:
        """The columns whose cells are words."""
        return tuple(at for at, sort in enumerate(self.sorts) if sort not in {"numbering", "marks", "number"})

    @cached_property
    def named_by(self) -> int | None:
        """The column that says what a row is of: a subject, else the first of words, those of registers last."""
        plain = [at for at in self.worded if not self.sorts[at]]
        return next(iter((*self.places("subject"), *plain, *self.worded)), None)

    def name_of(self, row: Row) -> str:
        """What the row is called."""
        return row.cells[self.named_by] if self.named_by is not None else ""

    def is_total(self, row: Row) -> bool:
        """Whether it sums up others."""
        return any(_TOTAL.match(cell) for cell in row.cells[:3]) and any(
            NUMBER_CELL.fullmatch(c) for c in row.cells[1:]
        )


@once_each
def tables_of(report: ReportEntry) -> tuple[Table, ...]:
    """Its tables, without those of one column, those that are too long and those whose lines do not fit their headings."""
    return tuple(table for lines in _lines(report) if (table := _table(report, lines)) is not None)


def _lines(report: ReportEntry) -> Iterator[list[int]]:
    """The places of each table's lines: its headings first; a line of a group stands among its rows."""
    places = report.statements.places_telling(Tells.ROW)
    if not places:
        return
    kinds = report.statements.kinds(0, len(report.statements))
    lines = places[:1]
    for before, place in pairwise(places):
        if kinds[place] == "heading" and (kinds[before] != "heading" or place > before + 1):
            yield lines
            lines = []
        lines.append(place)
    yield lines


def _table(report: ReportEntry, lines: Sequence[int]) -> Table | None:
    kinds = report.statements.kinds(lines[0], lines[-1] + 1)
    headings = [at for at in lines if kinds[at - lines[0]] == "heading"]
    rows = [at for at in lines if kinds[at - lines[0]] != "heading"]
    if not headings or not rows or len(rows) > MOST_ROWS or len(headings) + headings[0] != headings[-1] + 1:
        return None
    columns = _joined([_cells(report, at) for at in headings])
    if len(columns) < 2:
        return None
    read = tuple(_rows(report, headings[-1], rows, len(columns)))
    return Table(headings[-1], columns, read, _caption(report, headings[0])) if read else None


def _cells(report: ReportEntry, at: int) -> list[str]:
    return [cell.strip() for cell in report.statements[at].span.cut(report.text).split("|")]


def _joined(headings: list[list[str]]) -> tuple[str, ...]:
    """What stands above each column, row by row; a heading over several columns stands in the first of them."""
    wide = max(map(len, headings))
    told = [row + [""] * (wide - len(row)) for row in headings]
    told = [row for row in told if not all(_COUNTED_COLUMN.fullmatch(cell) for cell in row if cell)] or told[:1]
    for depth, row in enumerate(told[:-1]):
        for at in range(1, wide):
            above_is_one = depth == 0 or told[depth - 1][at] == told[depth - 1][at - 1]
            if not row[at] and above_is_one and any(lower[at] for lower in told[depth + 1 :]):
                row[at] = row[at - 1]
    return tuple(" ".join(dict.fromkeys(filter(None, column))) for column in zip(*told, strict=True))


def _rows(report: ReportEntry, heading: int, places: Sequence[int], wide: int) -> Iterator[Row]:
    group, before = "", heading
    above: list[str] = []
    for place in places:
        for between in range(before + 1, place):
            group = report.statements[between].span.cut(report.text).strip()
        before = place
        cells = _cells(report, place)
        if len(cells) > wide or all(_COUNTED_CELL.fullmatch(fold(cell)) for cell in cells):
            continue
        cells += [""] * (wide - len(cells))
        told = [cell for cell in cells if cell not in _EMPTY]
        if len(told) == 2 and told[0] == cells[0] and _RUNNING.fullmatch(fold(told[0])) and not told[1][:1].isdigit():
            group = told[1]
            continue
        cells = _under_merged(cells, above)
        above = cells
        yield Row(place, report.statements[place].span, tuple(cells), group)


def _under_merged(cells: list[str], above: list[str]) -> list[str]:
    """The cells, those at the row's beginning that the row above reaches down into filled with its words."""
    first = next((at for at, cell in enumerate(cells) if cell), 0)
    if not above or not first or _TOTAL.match(cells[first]):
        return cells
    return [*(cell if not _RUNNING.fullmatch(fold(cell)) else "" for cell in above[:first]), *cells[first:]]


def _caption(report: ReportEntry, heading: int) -> str:
    return report.statements[heading - 1].span.cut(report.text) if heading else ""
