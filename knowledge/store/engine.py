"""Connections as the store needs them, for SQLite and PostgreSQL."""

import os
import select
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import InvalidatePoolError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from knowledge.store.driver_errors import as_told
from knowledge.store.shared_memory import SharedMemory, SqliteConnection

# The execution option of a connection that is going to write.
WRITES = "cchc_writes"

# Longer than any transaction of ours; a second process waits this long for the first.
_BUSY_TIMEOUT_SECONDS = 30

# A server that is cut off says nothing: without these a connection to it would hang for a quarter of an hour, and with it
# everybody who waits for the store.  Who sets them in the address has them so (libpq's names; the last in milliseconds).
_PATIENCE = {
    "connect_timeout": "5",
    "keepalives_idle": "10",
    "keepalives_interval": "5",
    "keepalives_count": "3",
    "tcp_user_timeout": "25000",
}

# The other way round: what a machine that is gone was changing is free again after as long.
SERVERS_PATIENCE = "SET tcp_keepalives_idle = 10; SET tcp_keepalives_interval = 5; SET tcp_keepalives_count = 3"
# Of changes that take milliseconds and hold up all chats of a process: what a process that hangs has begun is undone, and
# what another is changing at this moment is waited for no longer than this.
IDLE_SECONDS, LOCK_SECONDS = 20, 1


class _Pool(QueuePool):
    """One that can be closed for good: what is in use then, or is opened later, is closed when it is given back."""

    is_closed = False

    def _do_return_conn(self, record: ConnectionPoolEntry) -> None:
        super()._do_return_conn(record)
        if self.is_closed:  # looked at last: who closes looks into the pool last
            self.dispose()


# asyncio.to_thread has at most 32 threads, and each needs at most one connection.
_POOL: dict[str, Any] = {"poolclass": _Pool, "pool_size": 8, "max_overflow": 32}


class UnknownDatabase(ValueError):
    """The address is neither of a SQLite file nor of PostgreSQL."""


def create_store_engine(database_url: str, *, is_brief: bool = False) -> Engine:
    """An engine that connects on first use, with `is_brief` for changes that take milliseconds; raises UnknownDatabase."""
    url = _with_driver(database_url)
    if url.get_backend_name() == "postgresql":
        patient = url.set(query={**_PATIENCE, **url.query})
        engine = create_engine(patient, isolation_level="READ COMMITTED", **_POOL)
        event.listen(engine, "connect", _set_up_briefly if is_brief else _set_up)
        event.listen(engine, "checkout", _replace_if_closed)
        return engine
    return _create_sqlite_engine(url)


def close_for_good(engine: Engine) -> None:
    """Its connections are closed, those that threads are using as soon as they have done; `Engine.dispose` would forget these."""
    pool = engine.pool
    if isinstance(pool, _Pool):
        pool.is_closed = True
    pool.dispose()


def file_of(database_url: str) -> Path:
    """Of an SQLite store; raises UnknownDatabase of any other."""
    url = _with_driver(database_url)
    if url.get_backend_name() != "sqlite":
        raise UnknownDatabase("the database is no file")
    return Path(str(url.database))


def address_of(database_url: str) -> str | None:
    """Of PostgreSQL, as libpq takes it, with its password; None of an SQLite file."""
    url = _with_driver(database_url)
    if url.get_backend_name() == "sqlite":
        return None
    return url.set(drivername="postgresql").render_as_string(hide_password=False)


def view_of(database_url: str) -> Path:
    """Where the view of a store is kept: beside an SQLite file, of PostgreSQL in the user's folder of caches."""
    url = _with_driver(database_url)
    if url.get_backend_name() == "sqlite":
        return Path(f"{url.database}.view")
    folder = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "cchc"
    named = f"{url.host} {url.port} {url.database} {sorted(url.query.items())}"
    return folder / f"{sha256(named.encode()).hexdigest()[:16]}.view"


def _with_driver(database_url: str) -> URL:
    try:
        url = make_url(database_url)
    except Exception as error:
        raise UnknownDatabase("the database address cannot be read") from error
    if url.drivername in ("postgresql", "postgres", "postgresql+psycopg"):
        return url.set(drivername="postgresql+psycopg")
    if url.drivername == "sqlite" and url.database not in (None, "", ":memory:"):
        return url
    raise UnknownDatabase(f"the database must be a SQLite file or PostgreSQL, not {url.drivername}")


def _create_sqlite_engine(url: URL) -> Engine:
    Path(str(url.database)).parent.mkdir(parents=True, exist_ok=True)
    shared = SharedMemory(f"{url.database}-shm")
    connecting = {"timeout": _BUSY_TIMEOUT_SECONDS, "factory": partial(SqliteConnection, shared)}
    engine = create_engine(url, connect_args=connecting, **_POOL)
    event.listen(engine, "connect", lambda connection, _: _set_up_sqlite(connection, shared))
    event.listen(engine, "begin", lambda connection: _begin_sqlite(connection, shared))
    return engine


def _replace_if_closed(connection: Any, _: ConnectionPoolEntry, __: Any) -> None:
    """A connection that the server closed meanwhile is replaced, with all others of then, before it is used.

    A server says nothing to who asks nothing, so that there is something to read only from one that says goodbye;
    asking it (SQLAlchemy's `pool_pre_ping`) would cost each transaction another way there and back.
    """
    if connection.closed or _has_something_to_read(connection.fileno()):
        raise InvalidatePoolError("the server has closed the connection")


def _has_something_to_read(file: int) -> bool:
    looking = select.poll()
    looking.register(file, select.POLLIN)
    return bool(looking.poll(0))


def _set_up(connection: Any, _: ConnectionPoolEntry) -> None:
    connection.execute(SERVERS_PATIENCE)
    connection.commit()


def _set_up_briefly(connection: Any, entry: ConnectionPoolEntry) -> None:
    connection.execute(
        f"SET idle_in_transaction_session_timeout = '{IDLE_SECONDS}s'; SET lock_timeout = '{LOCK_SECONDS}s'"
    )
    _set_up(connection, entry)


def _set_up_sqlite(connection: Any, shared: SharedMemory) -> None:
    """WAL lets readers go on while one writes; NORMAL loses nothing when the process is killed."""
    shared.refuse()
    connection.isolation_level = None
    for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection, shared: SharedMemory) -> None:
    """A writer takes its turn at once, so that it never fails halfway for another writer's sake."""
    writes = connection.get_execution_options().get(WRITES, False)
    driver: Any = connection.connection.driver_connection
    try:  # SQLAlchemy would take stock of it as of a statement with rows
        shared.refuse()
        driver.execute("BEGIN IMMEDIATE" if writes else "BEGIN").close()
    except connection.dialect.loaded_dbapi.Error as error:
        raise as_told(connection, error) from error
