"""Statements that go to PostgreSQL and back together, by psycopg's pipeline (https://www.psycopg.org/psycopg3/docs/advanced/pipeline.html).

One sent behind the other they take half to a third of the processor that they take one by one, and the way there and back
is waited for once.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

import psycopg
from psycopg.pq import TransactionStatus
from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from knowledge.store.driver_errors import as_told
from knowledge.store.prepared import FLIGHT

Rows = list[tuple[Any, ...]]
# Under this name a connection keeps the cursors of each statement; a new one would look anew how values are told.
_CURSORS = "cchc_cursors"


@contextmanager
def flying(connection: Connection) -> Iterator[None]:
    """Within the block what is asked of the connection goes there and back together; then it is kept."""
    kept = connection.info
    flight = kept[FLIGHT] = Flight(connection)
    try:
        yield
        flight.commit()
    finally:
        del kept[FLIGHT]


@dataclass(slots=True, eq=False)
class _Asked:
    """A statement on its way."""

    text: str
    values: Sequence[Any]
    has_rows: bool
    rows: Rows | None = None


class Flight:
    """What is asked within one transaction of a connection: it leaves when the first rows are wanted, in the order of asking."""

    dialect = cast(Any, PGDialect_psycopg)(paramstyle="numeric_dollar")  # what statements must be written in

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
        self._driver.autocommit = False
        self._cursors: dict[str, list[psycopg.RawCursor[Any]]] = connection.info.setdefault(_CURSORS, {})
        self._waiting: list[_Asked] = []

    def ask(self, text: str, values: Sequence[Any], *, has_rows: bool) -> Callable[[], Rows]:
        """What gives the rows of the statement, whose $1 is the first of the values; raises what SQLAlchemy would."""
        asked = _Asked(text, values, has_rows)
        self._waiting.append(asked)

        def rows() -> Rows:
            if asked.rows is None:
                self._fly()
            if asked.rows is None:
                raise RuntimeError("what was asked together has failed")
            return asked.rows

        return rows

    def commit(self) -> None:
        """What was asked so far has been done, and the transaction is kept."""
        self._fly(is_last=True)

    def _fly(self, *, is_last: bool = False) -> None:
        asked, self._waiting = self._waiting, []
        is_first = self._driver.info.transaction_status == TransactionStatus.IDLE
        if is_first:  # psycopg would wait for a BEGIN of its own
            self._driver.autocommit = True
        try:
            with self._driver.pipeline():
                if is_first:
                    self._driver.execute("BEGIN ISOLATION LEVEL READ COMMITTED")
                flown = [(one, self._sent(one)) for one in asked]
                if is_last:
                    self._driver.execute("COMMIT")
        except psycopg.Error as error:
            raise as_told(self._connection, error) from error
        for one, cursor in flown:
            one.rows = cursor.fetchall() if one.has_rows else []
            self._cursors[one.text].append(cursor)

    def _sent(self, asked: _Asked) -> psycopg.RawCursor[Any]:
        free = self._cursors.setdefault(asked.text, [])
        cursor = free.pop() if free else psycopg.RawCursor(self._driver)
        return cursor.execute(asked.text, asked.values, prepare=True)
