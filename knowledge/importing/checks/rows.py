"""A register's doubtful rows: one doubt for each sort of fault, with the first few rows."""

from collections.abc import Iterator
from datetime import date

from knowledge.facts import Doubt, Operand, Reading
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.register_faults import FaultyRow, RowFault, find_row_faults

# Enough to find the sort of slip in the file.
_SHOWN = 5


def check_rows(reading: Reading, today: date) -> Iterator[Doubt]:
    """How many rows have each fault, and some of them as written; nothing of what is no register."""
    faulty = find_row_faults(reading, today)
    for fault in RowFault:
        if rows := [row for row in faulty if row.fault is fault]:
            yield _doubt(fault, rows)


def _doubt(fault: RowFault, rows: list[FaultyRow]) -> Doubt:
    shown = "; ".join(row.written for row in rows[:_SHOWN]) + ("; …" if len(rows) > _SHOWN else "")
    spans = tuple(dict.fromkeys(row.span for row in rows[:_SHOWN]))
    return Doubt(Kind(f"rows_{fault.value}"), spans, (Operand("count", str(len(rows))), Operand("rows", shown)))
