"""Processes on one PostgreSQL tell each other that the store has moved on; on SQLite nobody needs to."""

import asyncio
from contextlib import suppress

import psycopg
from sqlalchemy import func, select
from sqlmodel import Session

CHANNEL = "cchc_published"
# A server that is away is asked again no more often than this.
AWAY_SECONDS = 5.0


def tell_processes(session: Session) -> None:
    """Once this transaction is kept, whoever hears wakes."""
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        connection.execute(select(func.pg_notify(CHANNEL, "")))


class Hearing:
    """Waits, and wakes sooner when another process publishes or withdraws; one event loop only.

    It only makes things quicker: who relies on it must look at the store now and then all the same.
    """

    def __init__(self, address: str | None) -> None:
        self._address = address  # of PostgreSQL, as libpq takes it; None on SQLite
        self._connection: psycopg.AsyncConnection | None = None
        self._next_try_at = 0.0

    async def wait(self, seconds: float) -> bool:
        """Returns after so many seconds at the latest; True if somebody published before."""
        connection = await self._connected()
        if connection is None:
            await asyncio.sleep(seconds)
            return False
        try:
            return bool([told async for told in connection.notifies(timeout=seconds, stop_after=1)])
        except psycopg.OperationalError:
            await self.close()
            return False

    async def close(self) -> None:
        """Gives the connection back."""
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(psycopg.OperationalError):
                await connection.close()

    async def _connected(self) -> psycopg.AsyncConnection | None:
        now = asyncio.get_running_loop().time()
        if self._connection is None and self._address is not None and now >= self._next_try_at:
            self._next_try_at = now + AWAY_SECONDS
            with suppress(psycopg.OperationalError):
                self._connection = await psycopg.AsyncConnection.connect(self._address, autocommit=True)
                await self._connection.execute(f"LISTEN {CHANNEL}")
        return self._connection
