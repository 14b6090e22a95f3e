"""The opened database: SQLite in one file or PostgreSQL."""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DatabaseError, InterfaceError, OperationalError, TimeoutError
from sqlmodel import Session

from knowledge.lazily import lazily
from knowledge.store.engine import WRITES, address_of, close_for_good, create_store_engine

T = TypeVar("T")

# PostgreSQL that takes no changes (a standby after a failover), that is just being restored, whose rights are not set yet,
# or that ended a transaction in which nothing happened (https://www.postgresql.org/docs/current/errcodes-appendix.html); SQLite says the like as OperationalError.
_UNUSABLE = frozenset({"25006", "42P01", "42501", "25P03"})
_IS_HELD = "55P03"

# A part of a transaction, and what it gives: at once, or `Awaited`.
Step = Callable[[Connection], Any]
# Only a store of PostgreSQL needs its driver.
_flying: Callable[[Connection], AbstractContextManager[None]] = lazily("knowledge.store.flight", "flying")


@dataclass(frozen=True, slots=True)
class Awaited(Generic[T]):
    """What a step gives once everything that was asked has come back."""

    give: Callable[[], T]


class StoreUnavailable(RuntimeError):
    """The database cannot be reached or used just now; nothing was changed, and trying again is safe."""


class StoreBusy(StoreUnavailable):
    """What was to be changed is being changed by somebody else, who takes too long; other changes are not held up."""


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
        brief = create_store_engine(database_url, is_brief=True) if self.is_postgresql else self._engine
        self._to_write_briefly = brief.execution_options(**{WRITES: True})
        # SQLite lets one write at a time and makes the others poll; here they queue.
        self._writing = nullcontext() if self.is_postgresql else threading.Lock()
        self._flying = _flying if self.is_postgresql else nullcontext

    @property
    def address(self) -> str | None:
        """Of PostgreSQL, as libpq takes it, with its password; None of an SQLite file."""
        return address_of(self.url)

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

    @contextmanager
    def change(self, within: Connection | None = None) -> Iterator[Connection]:
        """`write` for statements that need no objects, or a part of that larger transaction; raises StoreUnavailable."""
        if within is not None:
            yield within
            return
        with _speaking_plainly(), self._writing, self._to_write.begin() as connection:
            yield connection

    @contextmanager
    def look(self) -> Iterator[Connection]:
        """`read` for statements that need no objects; raises StoreUnavailable."""
        with _speaking_plainly(), self._to_read.connect() as connection:
            yield connection

    def together(self, steps: Sequence[Step]) -> list[Any]:
        """What each step gave, all in one transaction; of a step that fails, alone too, what it raised.

        What steps ask before they give `Awaited` goes to PostgreSQL and back together.
        Steps that lock the same rows must come in the same order in every process, and take milliseconds.
        """
        try:
            with (
                _speaking_plainly(),
                self._writing,
                self._to_write_briefly.begin() as connection,
                self._flying(connection),
            ):
                begun = [step(connection) for step in steps]
                return [one.give() if isinstance(one, Awaited) else one for one in begun]
        except Exception as error:
            return [error] if len(steps) == 1 else self._each(steps)

    def _each(self, steps: Sequence[Step]) -> list[Any]:
        given: list[Any] = []
        for step in steps:
            given += self.together([step])
            if isinstance(given[-1], StoreUnavailable) and not isinstance(given[-1], StoreBusy):  # for the others too
                return given + [given[-1]] * (len(steps) - len(given))
        return given

    def close(self) -> None:
        """Give all connections back; what threads are still doing is not disturbed, and keeps none."""
        close_for_good(self._engine)
        close_for_good(self._to_write_briefly)


@contextmanager
def _speaking_plainly() -> Iterator[None]:
    """What a driver raises when the database is gone, locked, full or none, as StoreUnavailable."""
    try:
        yield
    except (OperationalError, InterfaceError, TimeoutError) as error:
        raise _unavailable(error) from error
    except DatabaseError as error:
        # "file is not a database"; what derives from it is our own mistake, but for what is said of the server's state.
        if type(error) is DatabaseError or getattr(error.orig, "sqlstate", None) in _UNUSABLE:
            raise _unavailable(error) from error
        raise


def _unavailable(error: Exception) -> StoreUnavailable:
    said = getattr(error, "orig", error)
    return (StoreBusy if getattr(said, "sqlstate", None) == _IS_HELD else StoreUnavailable)(str(said))
