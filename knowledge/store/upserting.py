"""Writing a row that may be there already, in one statement that no second writer can come between."""

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from sqlmodel import Session

from knowledge.store.tables import Base

if TYPE_CHECKING:
    from sqlalchemy.dialects import postgresql, sqlite

    # A dialect's own, which can say what is to be done where the row is there.
    Insert = postgresql.Insert | sqlite.Insert


def insert_if_absent(session: Session, table: type[Base], key: Sequence[str], /, **values: Any) -> bool:
    """Whether the row is new; one with the same key is left as it is."""
    connection = session.connection()
    statement = inserting_if_absent(connection.dialect.name, table, tuple(key))
    return connection.execute(statement, values).rowcount > 0


def insert_or_update(session: Session, table: type[Base], key: Sequence[str], /, **values: Any) -> None:
    """The row has these values, whether it is new or one with the same key is changed."""
    connection = session.connection()
    connection.execute(inserting_or_updating(connection.dialect.name, table, tuple(key), tuple(values)), values)


@cache
def inserting_if_absent(dialect: str, table: type[Base], key: tuple[str, ...]) -> "Insert":
    """The statement that writes a row where there is none of that key; its `rowcount` says whether."""
    statement = inserting(dialect)(table).on_conflict_do_nothing(index_elements=key)
    return statement.execution_options(preserve_rowcount=True)


@cache
def inserting_or_updating(dialect: str, table: type[Base], key: tuple[str, ...], names: tuple[str, ...]) -> "Insert":
    """The statement that writes a row of these columns, whether there is one of that key or not."""
    statement = inserting(dialect)(table)
    changed = {name: statement.excluded[name] for name in names if name not in key}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def writing_if_absent(dialect: str, table: type[Base], key: Sequence[str], values: Mapping[str, Any]) -> "Insert":
    """The statement that writes a row of these values where there is none of that key."""
    return inserting(dialect)(table).values(dict(values)).on_conflict_do_nothing(index_elements=key)


def writing(
    dialect: str, table: type[Base], key: Sequence[str], values: Mapping[str, Any], *, kept: Collection[str] = ()
) -> "Insert":
    """The statement that writes a row of these values; where there is one of that key, it keeps those `kept`."""
    statement = inserting(dialect)(table).values(dict(values))
    changed = {name: statement.excluded[name] for name in values if name not in (*key, *kept)}
    return statement.on_conflict_do_update(index_elements=key, set_=changed)


def inserting(dialect: str) -> "Callable[[type[Base]], Insert]":
    """What begins an insertion in that dialect; only that of the store's own database is loaded."""
    return cast("Callable[[type[Base]], Insert]", import_module(f"sqlalchemy.dialects.{dialect}").insert)
