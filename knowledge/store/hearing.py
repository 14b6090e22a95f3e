"""Processes on one PostgreSQL tell each other that the store has moved on; on SQLite nobody needs to."""

import asyncio
from collections.abc import Callable
from typing import Protocol

from sqlalchemy import func, select
from sqlmodel import Session

from knowledge.lazily import lazily

CHANNEL = "cchc_published"


def tell_processes(session: Session) -> None:
    """Once this transaction is kept, whoever hears wakes."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, "")))


class Hearing(Protocol):
    """Waits, and wakes sooner when another process publishes or withdraws; one event loop only.

    It only makes things quicker: who relies on it must look at the store now and then all the same.
    """

    async def wait(self, seconds: float) -> bool:
        """Returns after so many seconds at the latest; True if somebody published before."""

    @property
    def is_hearing(self) -> bool:
        """Whether it would wake; what was published before it did is not told."""

    async def close(self) -> None:
        """Gives the connection back."""


class _Alone:
    async def wait(self, seconds: float) -> bool:
        await asyncio.sleep(seconds)
        return False

    @property
    def is_hearing(self) -> bool:
        return False

    async def close(self) -> None:
        pass


# PostgreSQL's driver is loaded by those who have PostgreSQL.
_listen: Callable[[str], Hearing] = lazily("knowledge.store.listening", "Listening")


def open_hearing(address: str | None) -> Hearing:
    """Of that PostgreSQL, as libpq takes its address; None of an SQLite file, which has one process."""
    return _Alone() if address is None else _listen(address)
