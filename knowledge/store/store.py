"""The opened database: SQLite in one file or PostgreSQL."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext

from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, TimeoutError
from sqlmodel import Session

from knowledge.store.engine import WRITES, create_store_engine


class StoreUnavailable(RuntimeError):
    """The database cannot be reached or used just now; nothing was changed, and trying again is safe."""


class Store:
    """Hands out sessions to read and transactions to write in; thread-safe."""

    def __init__(self, database_url: str) -> None:
        self.url = database_url  # with its password
        self._engine = create_store_engine(database_url)
        self.is_postgresql = self._engine.dialect.name == "postgresql"
        # Each of SQLite's transactions sees one state anyhow.
        seeing_one_state = {"isolation_level": "REPEATABLE READ"} if self.is_postgresql else {}
        self._to_read = self._engine.execution_options(**seeing_one_state)
        self._to_write = self._engine.execution_options(**{WRITES: True})
        # SQLite lets one write at a time and makes the others poll; here they queue.
        self._writing = nullcontext() if self.is_postgresql else threading.Lock()

    @property
    def address(self) -> str | None:
        """Of PostgreSQL, as libpq takes it, with its password; None of an SQLite file."""
        if not self.is_postgresql:
            return None
        return self._engine.url.set(drivername="postgresql").render_as_string(hide_password=False)

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session that sees one state of the store; raises StoreUnavailable."""
        with _speaking_plainly(), Session(self._to_read, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """A transaction: kept when the block ends well, undone when it raises; raises StoreUnavailable."""
        with (
            _speaking_plainly(),
            self._writing,
            Session(self._to_write, expire_on_commit=False) as session,
            session.begin(),
        ):
            yield session

    def close(self) -> None:
        """Give all connections back."""
        self._engine.dispose()


@contextmanager
def _speaking_plainly() -> Iterator[None]:
    """What a driver raises when the database is gone, locked, full or none, as StoreUnavailable."""
    try:
        yield
    except (OperationalError, InterfaceError, TimeoutError) as error:
        raise _unavailable(error) from error
    except DatabaseError as error:
        if type(error) is DatabaseError:  # "file is not a database"; what derives from it is our own mistake
            raise _unavailable(error) from error
        raise


def _unavailable(error: Exception) -> StoreUnavailable:
    return StoreUnavailable(str(getattr(error, "orig", error)))
