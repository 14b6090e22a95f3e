"""Everything that is kept, as tables for a workbook or JSON; whoever asked, followed or wrote is left out.

The log and the people with a role name persons by number: they are the office's own records.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Table, select

from knowledge.store.store import Store
from knowledge.store.tables import ReportRow, StatementRow, all_tables

# What only the program itself needs, and what people wrote to it in confidence.
_LEFT_OUT = frozenset(
    {
        "conversation",
        "correction",
        "dialogue",
        "event",
        "event_target",
        "generation",
        "inbox_turn",
        "inbox_update",
        "invitation",
        "notice",
        "notice_part",
        "subscription",
        "chat",
    }
)
# Of questions what was asked is kept, and not by whom.
_NOBODYS = frozenset({"chat_key", "message_id", "answer_message_id", "offered", "holder"})
_QUESTION = frozenset({"user_id"})
_AT_ONCE = 500

Cell = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class ExportedTable:
    """One table: its columns, and its rows one after the other, which are read while they are taken."""

    name: str
    columns: tuple[str, ...]
    rows: Iterator[tuple[Cell, ...]]


class Exporting:
    """Reads the store as it is at that moment."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def tables(self) -> Iterator[ExportedTable]:
        """Each table that says something, in the order in which they refer to each other."""
        for table in all_tables().sorted_tables:
            if table.name in _LEFT_OUT:
                continue
            columns = [column for column in table.columns if column.name not in _hidden(table)]
            names = tuple(column.name for column in columns)
            if table.name == StatementRow.__tablename__:
                yield ExportedTable(table.name, (*names, "words"), self._statements(names))
            else:
                yield ExportedTable(table.name, names, self._rows(table, names))

    def _rows(self, table: Table, names: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
        query = select(*(table.c[name] for name in names)).order_by(*table.primary_key)
        with self._store.read() as session:
            for row in session.connection().execution_options(yield_per=_AT_ONCE).execute(query):
                yield tuple(_cell(value) for value in row)

    def _statements(self, names: tuple[str, ...]) -> Iterator[tuple[Cell, ...]]:
        """The sentences with their words, which stand in the text of the report."""
        table: Table = all_tables().tables[str(StatementRow.__tablename__)]
        texts: Table = all_tables().tables[str(ReportRow.__tablename__)]
        with self._store.read() as session:
            connection = session.connection()
            for number, text in connection.execution_options(yield_per=1).execute(
                select(texts.c.id, texts.c.text).order_by(texts.c.id)
            ):
                query = select(*(table.c[name] for name in names)).where(table.c.report_id == number)
                for row in session.connection().execute(query.order_by(table.c.position)):
                    yield (*(_cell(value) for value in row), text[row.start : row.end])


def _hidden(table: Table) -> frozenset[str]:
    return _NOBODYS | _QUESTION if table.name == "question" else _NOBODYS


def _cell(value: Any) -> Cell:
    """As JSON has it; exact numbers as they are written."""
    if isinstance(value, datetime):
        return value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f")
    if value is None or isinstance(value, str | int | float | bool):
        return value
    return str(value)
