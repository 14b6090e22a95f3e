"""Statements that go to PostgreSQL and back together, given to libpq itself.

psycopg takes 65 microseconds of the processor for a statement and waits for each.  One sent behind the other (libpq's
pipeline, https://www.postgresql.org/docs/current/libpq-pipeline-mode.html) they take a fifth of it, and the way there and
back is waited for once.
"""

import select
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from typing import Any, cast

import psycopg
from psycopg.adapt import PyFormat, Transformer
from psycopg.errors import error_from_result
from psycopg.pq import ExecStatus, PipelineStatus, TransactionStatus
from psycopg.pq.abc import PGconn, PGresult
from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from knowledge.store.driver_errors import as_told
from knowledge.store.prepared import FLIGHT

Rows = list[tuple[Any, ...]]
_Take = Callable[[PGresult], None]

# Under this name a connection keeps what the server calls its statements.
_NAMES = "cchc_statements"
_numbers = count()


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
    rows: Rows | None = None

    def take(self, adapting: Any, result: PGresult) -> None:
        """What came of it."""
        adapting.set_pgresult(result)
        self.rows = adapting.load_rows(0, result.ntuples, tuple) if result.nfields else []


class Flight:
    """What is asked within one transaction of a connection: it leaves when the first rows are wanted, in the order of asking.

    The connection must not prepare statements by itself: psycopg forgets all of them, these too, when it undoes a change.
    """

    dialect = cast(Any, PGDialect_psycopg)(paramstyle="numeric_dollar")  # what statements must be written in

    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._driver = cast("psycopg.Connection[Any]", connection.connection.driver_connection)
        self._names: dict[str, bytes] = connection.info.setdefault(_NAMES, {})
        self._waiting: list[_Asked] = []

    def ask(self, text: str, values: Sequence[Any]) -> Callable[[], Rows]:
        """What gives the rows of the statement, whose $1 is the first of the values; raises what SQLAlchemy would."""
        asked = _Asked(text, values)
        self._waiting.append(asked)

        def rows() -> Rows:
            if asked.rows is None:
                self.land()
            if asked.rows is None:
                raise RuntimeError("what was asked together has failed")
            return asked.rows

        return rows

    def land(self) -> None:
        """What was asked so far has been done, if anything was."""
        if self._waiting:
            self._fly()

    def commit(self) -> None:
        """The same, and the transaction is kept."""
        self._fly(b"COMMIT")

    def _fly(self, *last: bytes) -> None:
        asked, self._waiting = self._waiting, []
        libpq = self._driver.pgconn
        try:
            libpq.enter_pipeline_mode()
            takers = list(self._send(libpq, asked, last))
            libpq.pipeline_sync()
            for take, result in zip(takers, _results(libpq), strict=True):
                if result.status == ExecStatus.FATAL_ERROR:
                    raise error_from_result(result)
                take(result)
        except psycopg.Error as error:
            raise as_told(self._connection, error) from error
        finally:
            if libpq.pipeline_status != PipelineStatus.OFF:  # it broke off on the way
                self._driver.close()

    def _send(self, libpq: PGconn, asked: Sequence[_Asked], last: Sequence[bytes]) -> Iterator[_Take]:
        """Who takes what comes of each."""
        if libpq.transaction_status == TransactionStatus.IDLE:
            libpq.send_query_params(b"BEGIN ISOLATION LEVEL READ COMMITTED", None)
            yield _nothing
        adapting, new = Transformer.from_context(self._driver), dict[str, bytes]()
        for one in asked:
            name = self._names.get(one.text) or new.get(one.text)
            if name is None:
                name = new[one.text] = b"cchc_%d" % next(_numbers)
                libpq.send_prepare(name, one.text.encode())
                yield partial(self._note, one.text, name)
            libpq.send_query_prepared(name, adapting.dump_sequence(one.values, [PyFormat.TEXT] * len(one.values)))
            yield partial(one.take, adapting)
        for statement in last:
            libpq.send_query_params(statement, None)
            yield _nothing

    def _note(self, text: str, name: bytes, _: PGresult) -> None:
        self._names[text] = name


def _nothing(_: PGresult) -> None:
    """Nothing is wanted of it."""


def _results(libpq: PGconn) -> list[PGresult]:
    """What came of each statement that was sent, in their order; the connection takes others from now on."""
    found, nothings, waiting = list[PGresult](), 0, select.poll()
    while True:
        while libpq.is_busy():
            waiting.register(libpq.socket, select.POLLIN | (select.POLLOUT if libpq.flush() else 0))
            waiting.poll()
            libpq.consume_input()
        result = libpq.get_result()
        if result is None:  # the end of what came of one statement
            nothings += 1
            if nothings > 1:
                raise psycopg.OperationalError("the server has left in the middle")
            continue
        nothings = 0
        if result.status == ExecStatus.PIPELINE_SYNC:
            libpq.exit_pipeline_mode()
            return found
        found.append(result)
