"""Writing a row that may be there already, in one statement that no second writer can come between."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlmodel import Session

from knowledge.store.tables import Base


def insert_if_absent(session: Session, table: type[Base], key: Sequence[str], /, **values: Any) -> bool:
    """Whether the row is new; one with the same key is left as it is."""
    statement = _insert(session, table, values).on_conflict_do_nothing(index_elements=key)
    counted = statement.execution_options(preserve_rowcount=True)
    return session.connection().execute(counted).rowcount > 0


def insert_or_update(session: Session, table: type[Base], key: Sequence[str], /, **values: Any) -> None:
    """The row has these values, whether it is new or one with the same key is changed."""
    changed = {name: value for name, value in values.items() if name not in key}
    statement = _insert(session, table, values).on_conflict_do_update(index_elements=key, set_=changed)
    session.connection().execute(statement)


def _insert(session: Session, table: type[Base], values: dict[str, Any]) -> sqlite.Insert | postgresql.Insert:
    if session.connection().dialect.name == "postgresql":
        return postgresql.insert(table).values(**values)
    return sqlite.insert(table).values(**values)
