"""A whole store into another database: all of it, verified, or nothing."""

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Table, func, insert, inspect, select, text

from knowledge.store.migrate import migrate
from knowledge.store.store import Store
from knowledge.store.tables import all_tables
from knowledge.store.versions import list_versions

# A batch of the longest rows (whole reports) stays within some megabytes; of short ones it is a round trip each.
ROWS_AT_ONCE = 500
# The one row that the first migration writes itself.
_WRITTEN_BY_MIGRATION = "generation"


class CannotMove(RuntimeError):
    """The store was not moved, and both databases hold what they held; the message says why."""


_GET_POSTGRESQL = text("SELECT pg_sequence_last_value(pg_get_serial_sequence(:quoted, :column)::regclass)")
_SET_POSTGRESQL = (text("SELECT setval(pg_get_serial_sequence(:quoted, :column), :last)"),)
_GET_SQLITE = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
_SET_SQLITE = (
    text("DELETE FROM sqlite_sequence WHERE name = :table"),
    text("INSERT INTO sqlite_sequence (name, seq) VALUES (:table, :last)"),
)


@dataclass(frozen=True, slots=True)
class MovedTable:
    """One table that is now in the target, with as many rows of the same content."""

    name: str
    rows: int
    checksum: str


@dataclass(frozen=True, slots=True)
class _Content:
    rows: int
    checksum: str


def move_store(source: Store, target: Store, tell: Callable[[MovedTable], None]) -> tuple[MovedTable, ...]:
    """What was moved; `tell` hears of each table once its content was compared.

    Whoever writes to an SQLite source meanwhile waits; readers do not. Everything lands in one transaction, so a
    program that is killed leaves the target empty. Raises CannotMove and StoreUnavailable.
    """
    _require_newest(source)
    _require_ours(target)
    migrate(target)
    # PostgreSQL shows a reader one state; of an SQLite file nobody else may be the writer meanwhile.
    with source.read() if source.is_postgresql else source.write() as reading, target.write() as writing:
        old, new = reading.connection(), writing.connection()
        _require_empty(new)
        new.execute(all_tables().tables[_WRITTEN_BY_MIGRATION].delete())
        moved = []
        for table in all_tables().sorted_tables:
            _copy(old, new, table)
            moved.append(_compared(old, new, table))
            tell(moved[-1])
        for table in all_tables().sorted_tables:
            _count_on(old, new, table)
    return tuple(moved)


def _require_newest(source: Store) -> None:
    if not all(version.is_applied for version in list_versions(source)):
        raise CannotMove("the store is not up to date; run `cchc migrate` on it first")


def _require_ours(target: Store) -> None:
    with target.read() as session:
        found = set(inspect(session.connection()).get_table_names())
    if foreign := sorted(found - set(all_tables().tables) - {"alembic_version"}):
        raise CannotMove(f"the target is not empty: it has a table {foreign[0]} of another program")


def _require_empty(new: Connection) -> None:
    for table in all_tables().sorted_tables:
        allowed = 1 if table.name == _WRITTEN_BY_MIGRATION else 0
        if new.execute(select(func.count()).select_from(table)).scalar_one() > allowed:
            raise CannotMove(f"the target is not empty: its table {table.name} has rows")
    generation = new.execute(select(all_tables().tables[_WRITTEN_BY_MIGRATION].c.value)).scalar_one()
    if generation:
        raise CannotMove("the target is not empty: something was published there once")


def _rows(connection: Connection, table: Table) -> Iterator[list[dict[str, Any]]]:
    # By the key, so that what refers to an earlier row of the same table finds it there.
    query = select(table).order_by(*table.primary_key).execution_options(yield_per=ROWS_AT_ONCE)
    for rows in connection.execute(query).mappings().partitions(ROWS_AT_ONCE):
        yield [dict(row) for row in rows]


def _copy(old: Connection, new: Connection, table: Table) -> None:
    for rows in _rows(old, table):
        new.execute(insert(table), rows)


def _compared(old: Connection, new: Connection, table: Table) -> MovedTable:
    before, after = _content(old, table), _content(new, table)
    if before != after:
        raise CannotMove(f"table {table.name} differs after copying: {before.rows} rows became {after.rows}")
    return MovedTable(table.name, after.rows, after.checksum)


def _content(connection: Connection, table: Table) -> _Content:
    """How many rows, and a checksum that does not depend on their order: databases sort letters differently."""
    count = total = 0
    for rows in _rows(connection, table):
        for row in rows:
            count += 1
            written = repr([row[column.name] for column in table.columns]).encode()
            total += int.from_bytes(hashlib.sha256(written).digest())
    return _Content(count, f"{total % 2**256:064x}")


def _count_on(old: Connection, new: Connection, table: Table) -> None:
    """Ids go on where the source stood: one that was deleted there never comes back as something else."""
    column = table.autoincrement_column
    if column is None or column.autoincrement is False:
        return
    last = max(_last_id(new, table, column), _last_counted(old, table.name, column.name))
    if last:
        count_on = _SET_POSTGRESQL if new.dialect.name == "postgresql" else _SET_SQLITE
        for statement in count_on:
            new.execute(statement, _counted(table.name, column.name) | {"last": last})


def _last_id(new: Connection, table: Table, column: Column[Any]) -> int:
    return int(new.execute(select(func.coalesce(func.max(column), 0)).select_from(table)).scalar_one())


def _last_counted(old: Connection, table: str, column: str) -> int:
    """The largest id that was ever given out in that table."""
    query = _GET_POSTGRESQL if old.dialect.name == "postgresql" else _GET_SQLITE
    return int(old.execute(query, _counted(table, column)).scalar_one_or_none() or 0)


def _counted(table: str, column: str) -> dict[str, str]:
    return {"table": table, "quoted": f'"{table}"', "column": column}
