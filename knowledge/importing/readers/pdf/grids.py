"""Ruled tables: the cells between the lines of a page, merged ones included."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from knowledge.importing.readers.building import Cell
from knowledge.importing.readers.pdf.lines import text_of
from knowledge.importing.readers.pdf.marks import Box, Marks, Word

_NEAR = 3.0  # points: lines nearer than this are one line
_OPEN = 8.0  # points: less than a line of text is a line drawn a little too long
_MOST_LINES = 6_000  # on one page: more is a drawing


@dataclass(frozen=True, slots=True)
class Grid:
    """A ruled table: its place, its columns' edges and its rows of cells with their words.

    A row that a page's end breaks has no line there: its table is open at that side.
    """

    box: Box
    edges: tuple[float, ...]
    rows: tuple[tuple[Cell, ...], ...]
    is_open_above: bool = False
    is_open_below: bool = False


@dataclass(frozen=True, slots=True)
class _Frame:
    """The lines of one table and the places they stand at."""

    across: list[Box]
    down: list[Box]
    xs: list[float]
    ys: list[float]

    def open_ends(self) -> tuple[list[float], list[float]]:
        """Where the columns' lines begin above the first row's line, and end below the last one's; nowhere as a rule."""
        top, bottom = min(d.top for d in self.down), max(d.bottom for d in self.down)
        return (
            [top] if self.ys[0] - top > _OPEN else [],
            [bottom] if bottom - self.ys[-1] > _OPEN else [],
        )

    def parts_columns(self, row: int, edge: int) -> bool:
        """Whether a line stands at the edge beside a row."""
        middle = (self.ys[row] + self.ys[row + 1]) / 2
        return any(abs(d.middle[0] - self.xs[edge]) <= _NEAR and d.top < middle < d.bottom for d in self.down)

    def parts_rows(self, edge: int, column: int) -> bool:
        """Whether a line lies at the edge over a column."""
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        return any(abs(a.middle[1] - self.ys[edge]) <= _NEAR and a.left < middle < a.right for a in self.across)


def find_grids(marks: Marks) -> tuple[list[Grid], list[Word]]:
    """The ruled tables of a page from the top, and the words that stand in none."""
    grids, rest = [], list(marks.words)
    for frame in _frames(marks):
        if len(frame.xs) < 3 or len(frame.ys) < 2:
            continue
        above, below = frame.open_ends()
        frame = replace(frame, ys=[*above, *frame.ys, *below])
        if len(frame.ys) < 3:
            continue
        box = Box(frame.xs[0], frame.ys[0], frame.xs[-1], frame.ys[-1])
        if inside := [word for word in rest if _holds(box, word)]:
            rest = [word for word in rest if not _holds(box, word)]
            grids.append(Grid(box, tuple(frame.xs), _rows(frame, inside), bool(above), bool(below)))
    return sorted(grids, key=lambda grid: grid.box.top), rest


def _holds(box: Box, word: Word) -> bool:
    x, y = word.box.middle
    return box.left - _NEAR < x < box.right + _NEAR and box.top - _NEAR < y < box.bottom + _NEAR


def _frames(marks: Marks) -> list[_Frame]:
    """The lines that touch each other, one frame for each table."""
    lines = [*marks.across, *marks.down]
    if len(lines) > _MOST_LINES:
        return []
    leader = list(range(len(lines)))

    def find(index: int) -> int:
        while leader[index] != index:
            leader[index] = leader[leader[index]]
            index = leader[index]
        return index

    active: list[int] = []
    for index in sorted(range(len(lines)), key=lambda i: lines[i].top):
        active = [other for other in active if lines[other].bottom >= lines[index].top - _NEAR]
        for other in active:
            if _meet(lines[index], lines[other]):
                leader[find(index)] = find(other)
        active.append(index)
    frames: dict[int, tuple[list[Box], list[Box]]] = {}
    for index, line in enumerate(lines):
        frames.setdefault(find(index), ([], []))[index >= len(marks.across)].append(line)
    return [
        _Frame(across, down, _places(d.middle[0] for d in down), _places(a.middle[1] for a in across))
        for across, down in frames.values()
    ]


def _meet(one: Box, other: Box) -> bool:
    return one.left <= other.right + _NEAR and other.left <= one.right + _NEAR


def _places(values: Iterable[float]) -> list[float]:
    """The distinct places of lines, near ones taken as one."""
    places: list[float] = []
    for place in sorted(values):
        if not places or place - places[-1] > _NEAR:
            places.append(place)
    return places


def _rows(frame: _Frame, words: Sequence[Word]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of each row, with how many columns and rows they take."""
    height, width = len(frame.ys) - 1, len(frame.xs) - 1
    owner: dict[tuple[int, int], tuple[int, int]] = {}
    sizes: dict[tuple[int, int], tuple[int, int]] = {}
    for row in range(height):
        for column in range(width):
            if (row, column) not in owner:
                sizes[row, column] = _size(frame, row, column, owner)
    held: dict[tuple[int, int], list[Word]] = {place: [] for place in sizes}
    for word in words:
        x, y = word.box.middle
        row = min(max(bisect_right(frame.ys, y) - 1, 0), height - 1)
        column = min(max(bisect_right(frame.xs, x) - 1, 0), width - 1)
        held[owner[row, column]].append(word)
    return tuple(
        tuple(Cell(text_of(held[place]), *sizes[place]) for place in sizes if place[0] == row) for row in range(height)
    )


def _size(frame: _Frame, row: int, column: int, owner: dict[tuple[int, int], tuple[int, int]]) -> tuple[int, int]:
    """How many columns and rows the cell takes that begins here; notes it as their owner."""
    wide, high = 1, 1
    while (
        column + wide < len(frame.xs) - 1
        and (row, column + wide) not in owner
        and not frame.parts_columns(row, column + wide)
    ):
        wide += 1
    columns = range(column, column + wide)
    while row + high < len(frame.ys) - 1 and not any(frame.parts_rows(row + high, c) for c in columns):
        high += 1
    for r in range(row, row + high):
        for c in columns:
            owner[r, c] = (row, column)
    return wide, high
