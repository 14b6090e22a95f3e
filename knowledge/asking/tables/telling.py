"""How cells and rows of tables are told, each with its line and the headings above it."""

from collections.abc import Sequence
from decimal import Decimal

from knowledge.answers import Answer, Topic
from knowledge.asking.replies import Wording, answered, quote, shorten
from knowledge.asking.tables.choosing import Held
from knowledge.asking.tables.grid import Row
from knowledge.asking.tables.states import state_of
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

_MOST_ROWS = 25
_PLAIN = pattern_of(r"ket qua$|thuc hien$")
_PERCENT = pattern_of(r"%|\bty le\b|\bti le\b")


def tell_cell(held: Held, row: Row, column: int | None, wording: Wording) -> Answer:
    """A cell with what stands above it, and whose it is."""
    if column is None:
        return _answer(held, [row], f"{_marked(held, row, wording)} – {name_of(held, row)}", (), wording)
    told = row.cells[column]
    if row.is_empty(column):
        told = wording.say("Không có (bảng để “-”)", "None (the table has “-”)")
    elif held.table.sorts[column] == "number":
        told = _number(held, row, column)
    heading = held.table.columns[column]
    return _answer(held, [row], f"{told} ({heading}) – {name_of(held, row)}", (), wording)


def _marked(held: Held, row: Row, wording: Wording) -> str:
    """What a row's mark says; where one column alone has marks, whether it has one."""
    marks = held.table.places("marks")
    at = next((at for at in marks if row.is_marked(at)), None)
    if at is not None and (said := _state_words(held, row)) and not _PLAIN.match(fold(held.table.columns[at])):
        return said
    if at is not None:
        return wording.say(f"Đã đánh dấu ở cột “{held.table.columns[at]}”", f"Marked under “{held.table.columns[at]}”")
    heading = held.table.columns[marks[0]]
    return wording.say(f"Chưa đánh dấu ở cột “{heading}”", f"Not marked under “{heading}”")


def tell_rows(held: Held, rows: Sequence[Row], noun: str, wording: Wording, *, named: int, counts: bool) -> Answer:
    """The rows by their names; of several how many, and each in a line."""
    if len(rows) == 1 and not counts:
        return _answer(held, rows, _line(held, rows[0], named), (), wording)
    lines = tuple(f"{n}. {_line(held, row, named)}" for n, row in enumerate(rows[:_MOST_ROWS], 1))
    return _answer(held, rows, f"{wording.number(Decimal(len(rows)))} {noun}", lines, wording)


def tell_most(held: Held, rows: Sequence[Row], column: int, wording: Wording, *, named: int) -> Answer:
    """The rows with the value that they share."""
    names = ", ".join(row.cells[named] for row in rows)
    return _answer(held, rows, f"{names}: {_number(held, rows[0], column)} ({held.table.columns[column]})", (), wording)


def tell_most_of_times(held: Held, row: Row, columns: Sequence[int], wording: Wording) -> Answer:
    """The times in which the row has the value that they share."""
    times = ", ".join(held.table.columns[at] for at in columns)
    return _answer(held, [row], f"{times}: {row.cells[columns[0]]} ({name_of(held, row)})", (), wording)


def _number(held: Held, row: Row, column: int) -> str:
    told = row.cells[column]
    return f"{told}%" if _PERCENT.search(held.table.folded[column]) and "%" not in told else told


def _answer(held: Held, rows: Sequence[Row], direct: str, lines: tuple[str, ...], wording: Wording) -> Answer:
    report = held.report
    period = report.facts.period
    context = ", ".join(
        part for part in (wording.period(period) if period else "", report.facts.organisation or "") if part
    )
    spans = [*(row.span for row in rows[:_MOST_ROWS]), report.statements[held.table.heading].span]
    quotes = tuple(quote(report, span) for span in spans)
    return answered(
        f"{direct}, {context}" if context and not lines else direct,
        quotes,
        lines=lines,
        of=len(rows) if lines else 0,
        topic=Topic(report_id=report.id),
    )


def name_of(held: Held, row: Row, named: int | None = None) -> str:
    """What a row is called, by that column or its own, with a document's number."""
    symbols = held.table.places("symbol")
    number = row.cells[symbols[0]] if symbols and not row.is_empty(symbols[0]) else ""
    return shorten(
        ": ".join(part for part in (number, held.table.name_of(row) if named is None else row.cells[named]) if part),
        200,
    )


def _line(held: Held, row: Row, named: int) -> str:
    """A row by its name, its state and whoever is charged."""
    who = [
        row.cells[at] for at in held.table.places("responsible") if at != held.table.named_by and not row.is_empty(at)
    ]
    told = [*who[:1], _state_words(held, row)]
    return " – ".join(part for part in (name_of(held, row, named), *told) if part)


def _state_words(held: Held, row: Row) -> str:
    """The row's state as it is written, in its cell or above its mark."""
    marks = [held.table.columns[at] for at in held.table.places("marks") if row.is_marked(at)]
    if marks:
        said = state_of(held.table, row)
        return marks[0][-len(said) :].strip() if said and fold(marks[0]).endswith(said) else marks[0]
    told = [row.cells[at] for at in held.table.places("status") if not row.is_empty(at)]
    return told[0] if told else ""
