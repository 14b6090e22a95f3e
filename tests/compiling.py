"""Statements are compiled once for all stores of a process: with a store for each test, compiling is a third of what they cost."""

from typing import Any

from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.engine import Dialect, Engine
from sqlalchemy.util import LRUCache

# SQLAlchemy keeps 500 for each engine; all tests together compile more than one program does.
_MOST_STATEMENTS = 4_000


def share_compiled_statements() -> None:
    """From now on engines of one kind of database keep what they compile in one place; they all speak to servers of one version."""
    found: dict[str, LRUCache[Any, Any]] = {}
    begin = Engine.__init__

    def begin_sharing(engine: Engine, *given: Any, **named: Any) -> None:
        begin(engine, *given, **named)
        engine._compiled_cache = found.setdefault(engine.dialect.name, LRUCache(_MOST_STATEMENTS))

    Engine.__init__ = begin_sharing  # type: ignore[method-assign]
    # A statement is kept under the dialect that it was compiled for, and each engine has one of its own.
    for kind in (SQLiteDialect_pysqlite, PGDialect_psycopg):
        kind.__eq__ = _is_alike  # type: ignore[method-assign, assignment]
        kind.__hash__ = _same  # type: ignore[method-assign]


def _is_alike(dialect: Dialect, other: object) -> bool:
    return type(dialect) is type(other)


def _same(dialect: Dialect) -> int:
    return hash(dialect.name)
