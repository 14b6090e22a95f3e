"""The page as a picture, as wide as a phone shows it."""

from handlers.drawing.paper import INK, MARGIN, QUIET, SMALL, WIDTH, Paper, font, line_height
from handlers.pages.sheet import Block, Line, Row, Sheet, fitted

# So much is still read on a phone; the files have the rest.
LINES, CHARACTERS = 34, 62
_SIZE = 27
_LATE = "#b3261e"
# Where the columns of a figure end, as shares of the width: its name, now, before; the change takes the rest.
_NOW, _BEFORE = 0.54, 0.73
_LEFT, _RIGHT = MARGIN, WIDTH - MARGIN
_ROOM = _RIGHT - _LEFT


def draw_sheet(sheet: Sheet) -> bytes:
    """The page as PNG; what there is no room for is counted."""
    shown, paper = fitted(sheet, lines=LINES, width=CHARACTERS), Paper()
    y = paper.head(shown.title, shown.subtitle) + 10
    has_columns = False
    for block in shown.blocks:
        y = _block(paper, shown, block, y + 16, with_columns=bool(block.rows) and not has_columns)
        has_columns = has_columns or bool(block.rows)
    paper.rule(y + 14)
    y = paper.write((_LEFT, y + 28), shown.sources_title, size=SMALL, is_bold=True)
    for source in shown.sources:
        y = paper.write((_LEFT, y), f"[{source.number}] {source.words}", size=SMALL, fill=QUIET, most=2)
    return paper.png(y)


def _block(paper: Paper, sheet: Sheet, block: Block, y: float, *, with_columns: bool) -> float:
    is_late = any(line.is_late for line in block.lines)
    y = paper.write((_LEFT, y), block.heading, size=_SIZE + 2, is_bold=True, fill=_LATE if is_late else INK, most=2)
    if with_columns:
        y = _columns(paper, sheet.columns, y + 4)
    for row in block.rows:
        y = _row(paper, row, y)
    for line in block.lines:
        y = _line(paper, line, y + 4)
    if block.left_out:
        y = paper.write((_LEFT + 30, y + 4), sheet.more.replace("{count}", str(block.left_out)), size=SMALL, fill=QUIET)
    return y


def _columns(paper: Paper, columns: tuple[str, str, str, str], y: float) -> float:
    _, now, before, change = columns
    for words, end in ((now, _NOW), (before, _BEFORE), (change, 1.0)):
        _to_the_right(paper, words, end, y, size=SMALL, fill=QUIET)
    return y + line_height(SMALL)


def _row(paper: Paper, row: Row, y: float) -> float:
    paper.rule(y - 2)
    number = f" [{row.source}]"
    paper.write((_LEFT, y + 4), row.name + number, size=SMALL, room=_ROOM * 0.32)
    _to_the_right(paper, row.now, _NOW, y + 3, size=_SIZE - 2, is_bold=True)
    _to_the_right(paper, row.before, _BEFORE, y + 4, size=SMALL, fill=QUIET)
    _to_the_right(paper, row.change, 1.0, y + 4, size=SMALL)
    return y + line_height(_SIZE) + 4


def _to_the_right(
    paper: Paper, words: str, end: float, y: float, *, size: int, is_bold: bool = False, fill: str = INK
) -> None:
    paper.pen.text((_LEFT + _ROOM * end, y), words, fill=fill, font=font(size, is_bold=is_bold), anchor="ra")


def _line(paper: Paper, line: Line, y: float) -> float:
    """A bullet; the lead is bold on lines of its own where there is one."""
    mark = _LATE if line.is_late else QUIET
    paper.pen.ellipse((_LEFT + 4, y + 13, _LEFT + 14, y + 23), fill=mark)
    x, room, number = _LEFT + 30, _ROOM - 30, f" [{line.source}]"
    if line.lead:
        y = paper.write(
            (x, y), line.lead + ("" if line.text else number), size=SMALL + 1, is_bold=True, room=room, most=3
        )
    return paper.write((x, y), line.text + number, size=SMALL + 1, room=room, most=4) if line.text else y
