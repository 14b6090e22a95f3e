"""Lines with wide gaps: a table without rules, or the two columns of a head or foot."""

from collections.abc import Sequence
from itertools import pairwise

from knowledge.importing.readers.building import Cell
from knowledge.importing.readers.columns import VALUE, is_layout
from knowledge.importing.readers.pdf.lines import Line, Stretch, part

_NARROW = 0.6  # of the font size: twice the space between words


def as_table(run: Sequence[Line]) -> list[list[Cell]] | None:
    """The rows of lines that align in columns, three or more, or two with values; None for a head or foot."""
    if len(run) < 2 or is_layout(stretch.text for line in run for stretch in line.stretches):
        return None
    widest = max(len(line.stretches) for line in run)
    full = [line for line in run if len(line.stretches) == widest]
    if len(full) < 2 or widest < 2:
        return None
    if widest == 2 and not all(VALUE.fullmatch(line.stretches[-1].text) for line in full[1:]):
        return None
    columns = [_reach([line.stretches[i] for line in full]) for i in range(widest)]
    if any(left[1] > right[0] for left, right in pairwise(columns)):
        return None
    rows: list[list[Cell]] = []
    for line in run:
        row = _row(_finer(line, widest), columns)
        if rows and is_rest_of_cell(line):
            rows[-1] = [Cell(f"{a.words} {b.words}", a.columns) for a, b in zip(rows[-1], row, strict=False)]
        else:
            rows.append(row)
    return rows


def is_rest_of_cell(line: Line) -> bool:
    """Whether a line between rows only ends a cell that was broken."""
    return len(line.stretches) == 1 and line.text[:1].islower()


def _finer(line: Line, widest: int) -> Sequence[Stretch]:
    """The stretches of a line that has too few of them, parted at narrower gaps too."""
    if len(line.stretches) == widest:
        return line.stretches
    return [fine for stretch in line.stretches for fine in part(stretch.words, _NARROW)]


def _reach(stretches: Sequence[Stretch]) -> tuple[float, float]:
    return min(s.box.left for s in stretches), max(s.box.right for s in stretches)


def _row(stretches: Sequence[Stretch], columns: list[tuple[float, float]]) -> list[Cell]:
    """The cells of a line; a stretch over several columns spans them."""
    cells: list[Cell] = []
    column = 0
    for stretch in stretches:
        under = [i for i, (left, right) in enumerate(columns) if stretch.box.left < right and stretch.box.right > left]
        nearest = min(range(len(columns)), key=lambda i: abs(sum(columns[i]) / 2 - stretch.box.middle[0]))
        first, last = (under[0], under[-1]) if under else (nearest, nearest)
        first = max(first, column)
        if first >= len(columns):
            cells[-1] = Cell(f"{cells[-1].words} {stretch.text}", cells[-1].columns)
            continue
        cells.extend(Cell("") for _ in range(column, first))
        cells.append(Cell(stretch.text, max(last - first, 0) + 1))
        column = max(last, first) + 1
    return [*cells, *(Cell("") for _ in range(column, len(columns)))]
