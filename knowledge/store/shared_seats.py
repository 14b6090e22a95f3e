"""Seats of processes on one PostgreSQL, which are free as soon as the server knows that whoever had them is gone."""

import asyncio
from contextlib import suppress
from time import monotonic

import psycopg

from knowledge.store.engine import SERVERS_PATIENCE
from knowledge.store.seats import AGAIN_SECONDS, PATIENCE_SECONDS, SeatName, SeatTaken
from knowledge.store.store import StoreUnavailable

# Any numbers that nothing else locks; knowledge.store.migrate and bot.work.schema have those before.
_LOCKS = {SeatName.ANSWERING: 7_206_105, SeatName.SENDING: 7_206_106}
# Whether the seat is still this process's is looked at so often.
LOOK_SECONDS = 5.0
# The server finds out within 25 seconds that a connection of ours is cut off; until then it is ourselves that sit there.
OURSELVES_SECONDS = 30.0


def count_sitting(address: str, name: SeatName) -> int:
    """How many processes, on whichever machine, have that seat of this PostgreSQL database."""
    locks = "locktype = 'advisory' AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"
    with psycopg.connect(address) as connection:
        query = f"SELECT count(*) FROM pg_locks WHERE {locks} AND classid = 0 AND objid = %s AND granted"  # noqa: S608 (no value of anybody's is in it)
        found = connection.execute(query, [_LOCKS[name]]).fetchone()
    return int(found[0]) if found else 0


class SharedSeat:
    """A lock that lasts as long as one connection; taken `with_others` any number of processes have it, and nobody alone."""

    def __init__(self, address: str, name: SeatName, *, with_others: bool) -> None:
        self._address = address
        self._lock = _LOCKS[name]
        self._function = "pg_try_advisory_lock_shared" if with_others else "pg_try_advisory_lock"
        self._connection: psycopg.AsyncConnection | None = None
        self._is_ours = False

    async def take(self) -> None:
        """Raises SeatTaken and StoreUnavailable."""
        until = monotonic() + PATIENCE_SECONDS
        try:
            while not await self._has_it():
                if monotonic() > until:
                    raise SeatTaken
                await asyncio.sleep(AGAIN_SECONDS)
        except psycopg.OperationalError as error:
            raise StoreUnavailable(str(error)) from error
        except BaseException:
            await self.leave()
            raise

    async def keep(self) -> None:
        """Never returns; raises SeatTaken where the connection was lost and another process has had the seat for long since."""
        taken_since: float | None = None
        while True:
            await asyncio.sleep(LOOK_SECONDS)
            try:
                has_it = await self._has_it()
            except psycopg.OperationalError:
                await self.leave()  # the server is away, for others too
                continue
            taken_since = None if has_it else taken_since or monotonic()
            if taken_since is not None and monotonic() - taken_since > OURSELVES_SECONDS:
                raise SeatTaken

    async def leave(self) -> None:
        """Gives the connection back, and with it the seat."""
        connection, self._connection, self._is_ours = self._connection, None, False
        if connection is not None:
            with suppress(psycopg.OperationalError):
                await connection.close()

    async def _has_it(self) -> bool:
        if self._connection is None:
            self._connection = await psycopg.AsyncConnection.connect(
                self._address,
                autocommit=True,
                connect_timeout=5,
                keepalives_idle=10,
                keepalives_interval=5,
                keepalives_count=3,
                tcp_user_timeout=25_000,
            )
            await self._connection.execute(SERVERS_PATIENCE)
        # Whoever has it asks only whether the connection stands: a lock that is taken twice would have to be given back twice.
        asked = "SELECT true" if self._is_ours else f"SELECT {self._function}({self._lock})"
        found = await (await self._connection.execute(asked)).fetchone()
        self._is_ours = bool(found and found[0])
        return self._is_ours
