"""Hearing of publications over a connection to PostgreSQL."""

import asyncio
from contextlib import suppress

import psycopg

from knowledge.store.hearing import CHANNEL

# A server that is away is asked again no more often than this.
AWAY_SECONDS = 5.0
# A network that swallows the connection without a word is found out within about as long.
_QUIET_SECONDS, _ASK_AGAIN_SECONDS = 5, 2


class Listening:
    """Waits, and wakes sooner when another process publishes or withdraws; one event loop only."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._connection: psycopg.AsyncConnection | None = None
        self._next_try_at = 0.0

    @property
    def is_hearing(self) -> bool:
        """Whether it would wake: its connection stands."""
        return self._connection is not None

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
        if self._connection is None and now >= self._next_try_at:
            self._next_try_at = now + AWAY_SECONDS
            with suppress(psycopg.OperationalError):
                self._connection = await psycopg.AsyncConnection.connect(
                    self._address,
                    autocommit=True,
                    keepalives_idle=_QUIET_SECONDS,
                    keepalives_interval=_ASK_AGAIN_SECONDS,
                    keepalives_count=3,
                )
                await self._connection.execute(f"LISTEN {CHANNEL}")
        return self._connection
