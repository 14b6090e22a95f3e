"""The page as a picture, as wide as a phone shows it."""

from handlers.drawing.paper import INK, MARGIN, QUIET, SMALL, WIDTH, Paper, font, line_height, wrapped
from handlers.pages.sheet import Block, Line, Row, Sheet, fitted, is_short_beside

# So much is still read on a phone; the files have the rest.
LINES, CHARACTERS = 50, 62
_SIZE = 27
_LATE = "#b3261e"
# Where the columns of a figure end, as shares of the width: its name, now, before; the change takes the rest.
_NAME, _NOW, _BEFORE = 0.34, 0.55, 0.75
# Between two columns.
_GAP = 14
# A cell that takes more than this is a sentence and no figure.
_MOST_LINES = 4
_LEFT, _RIGHT = MARGIN, WIDTH - MARGIN
_ROOM = _RIGHT - _LEFT


def draw_sheet(sheet: Sheet) -> bytes:
    """The page as PNG; what there is no room for is counted."""
    shown, paper = fitted(sheet, lines=LINES, width=CHARACTERS, leads_apart=True), Paper()
    y = paper.head(shown.title, shown.subtitle) + 10
    has_columns = False
    for block in shown.blocks:
        y = _block(paper, shown, block, y + 16, with_columns=bool(block.rows) and not has_columns)
        has_columns = has_columns or bool(block.rows)
    if shown.left_out:
        y = paper.write((_LEFT, y + 16), shown.left_out, size=SMALL, is_bold=True, fill=QUIET)
    paper.rule(y + 14)
    y = paper.write((_LEFT, y + 28), shown.sources_title, size=SMALL, is_bold=True)
    for source in shown.sources:
        y = paper.write((_LEFT, y), f"[{source.number}] {source.words}", size=SMALL, fill=QUIET, most=2)
    return paper.png(y)


def _block(paper: Paper, sheet: Sheet, block: Block, y: float, *, with_columns: bool) -> float:
    is_late = any(line.is_late for line in block.lines)
    more = sheet.more.replace("{count}", str(block.left_out)) if block.tells_left_out else ""
    if more and (x := _beside(block, more)) is not None:
        paper.write((x, y + 4), more, size=SMALL, fill=QUIET, room=_RIGHT - x)
        more = ""
    y = paper.write((_LEFT, y), block.heading, size=_SIZE + 2, is_bold=True, fill=_LATE if is_late else INK, most=2)
    if with_columns:
        y = _columns(paper, sheet.columns, y + 4)
    for row in block.rows:
        y = _row(paper, row, y)
    for line in block.lines:
        y = _line(paper, line, y + 4)
    return paper.write((_LEFT + 30, y + 4), more, size=SMALL, fill=QUIET) if more else y


def _beside(block: Block, more: str) -> float | None:
    """Where what is left out stands beside the heading; None where there is no room for it."""
    x = _LEFT + font(_SIZE + 2, is_bold=True).getlength(block.heading) + 18
    has_room = x + font(SMALL).getlength(more) <= _RIGHT
    return x if has_room and is_short_beside(block, CHARACTERS) else None


def _columns(paper: Paper, columns: tuple[str, str, str, str], y: float) -> float:
    _, now, before, change = columns
    cells = ((now, (_NAME, _NOW)), (before, (_NOW, _BEFORE)), (change, (_BEFORE, 1.0)))
    return max(_to_the_right(paper, words, column, y, size=SMALL, fill=QUIET) for words, column in cells)


def _row(paper: Paper, row: Row, y: float) -> float:
    """As many lines as its longest cell takes: no name and no value is cut."""
    paper.rule(y - 2)
    name = paper.write((_LEFT, y + 4), f"{row.name} [{row.source}]", size=SMALL, room=_ROOM * _NAME, most=_MOST_LINES)
    now = _to_the_right(paper, row.now, (_NAME, _NOW), y + 3, size=_SIZE - 2, is_bold=True)
    before = _to_the_right(paper, row.before, (_NOW, _BEFORE), y + 4, size=SMALL, fill=QUIET)
    change = _to_the_right(paper, row.change, (_BEFORE, 1.0), y + 4, size=SMALL)
    return max(y + line_height(_SIZE), name, now, before, change) + 4


def _to_the_right(
    paper: Paper,
    words: str,
    column: tuple[float, float],
    y: float,
    *,
    size: int,
    is_bold: bool = False,
    fill: str = INK,
) -> float:
    """Written up to the right end of the column, in lines as wide as it; where that ends."""
    begin, end = column
    letters = font(size, is_bold=is_bold)
    for line in wrapped(words, letters, _ROOM * (end - begin) - _GAP, most=_MOST_LINES):
        paper.pen.text((_LEFT + _ROOM * end, y), line, fill=fill, font=letters, anchor="ra")
        y += line_height(size)
    return y


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
