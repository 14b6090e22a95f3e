"""Of one store one process at a time has a seat, and none is left by the dead; on SQLite and PostgreSQL."""

import asyncio
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest

from knowledge.store import seats, shared_seats
from knowledge.store.engine import address_of
from knowledge.store.seats import Seat, SeatName, SeatTaken, seat_of, sitting_on
from tests.databases import Databases

_SITTING = """
import asyncio, sys
from knowledge.store.seats import SeatName, seat_of

async def sit():
    seat = seat_of(sys.argv[1], SeatName(sys.argv[2]))
    await seat.take()
    print("seated", flush=True)
    await asyncio.Event().wait()

asyncio.run(sit())
"""


@asynccontextmanager
async def sitting(store_url: str, name: SeatName) -> AsyncIterator[asyncio.subprocess.Process]:
    """Another process that has the seat until it is killed."""
    command = [sys.executable, "-c", _SITTING, store_url, name]
    process = await asyncio.create_subprocess_exec(*command, stdout=asyncio.subprocess.PIPE)
    assert process.stdout
    assert await process.stdout.readline() == b"seated\n"
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.communicate()


@asynccontextmanager
async def taken(seat: Seat) -> AsyncIterator[None]:
    """This process's until the block ends."""
    await seat.take()
    yield
    await seat.leave()


async def test_a_seat_that_another_process_has_is_not_given_and_the_others_are(store_url: str):
    async with sitting(store_url, SeatName.ANSWERING):
        with pytest.raises(SeatTaken):
            await seat_of(store_url, SeatName.ANSWERING).take()
        async with taken(seat_of(store_url, SeatName.SENDING)):
            pass


async def test_a_process_that_is_killed_leaves_no_seat_behind(store_url: str):
    async with sitting(store_url, SeatName.ANSWERING) as other:
        other.send_signal(signal.SIGKILL)
        await other.wait()
        async with taken(seat_of(store_url, SeatName.ANSWERING)):
            pass


async def test_who_has_a_seat_on_this_machine_is_known(sqlite_databases: Databases):
    store_url = sqlite_databases.migrated()
    assert sitting_on(store_url, SeatName.ANSWERING) is None
    async with sitting(store_url, SeatName.ANSWERING) as other:
        assert sitting_on(store_url, SeatName.ANSWERING) == other.pid
        with pytest.raises(SeatTaken, match=str(other.pid)):
            await seat_of(store_url, SeatName.ANSWERING).take()
    assert sitting_on(store_url, SeatName.ANSWERING) is None


async def test_a_seat_shared_with_others_is_never_one_alone_s(postgresql_databases: Databases):
    store_url = postgresql_databases.empty()
    async with (
        taken(seat_of(store_url, SeatName.ANSWERING, with_others=True)),
        taken(seat_of(store_url, SeatName.ANSWERING, with_others=True)),
    ):
        with pytest.raises(SeatTaken):
            await seat_of(store_url, SeatName.ANSWERING).take()
    async with taken(seat_of(store_url, SeatName.ANSWERING)):
        with pytest.raises(SeatTaken):
            await seat_of(store_url, SeatName.ANSWERING, with_others=True).take()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody waits long."""
    monkeypatch.setattr(seats, "PATIENCE_SECONDS", 0.1)
    monkeypatch.setattr(shared_seats, "LOOK_SECONDS", 0.02)
    monkeypatch.setattr(shared_seats, "OURSELVES_SECONDS", 0.2)


def cut_off(store_url: str) -> None:
    """Every connection that has a seat, as a server that restarts does."""
    with psycopg.connect(address_of(store_url) or "", autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND pid <> pg_backend_pid()"
        )


@pytest.mark.usefixtures("quick")
async def test_a_seat_whose_connection_is_lost_is_taken_again(postgresql_databases: Databases):
    store_url = postgresql_databases.empty()
    async with taken(ours := seat_of(store_url, SeatName.ANSWERING)):
        keeping = asyncio.create_task(ours.keep())
        await asyncio.to_thread(cut_off, store_url)
        other = seat_of(store_url, SeatName.ANSWERING)
        async with asyncio.timeout(20):
            while await is_free(other):
                pass
        assert not keeping.done()
        keeping.cancel()


async def is_free(seat: Seat) -> bool:
    """Whether it could be taken; it is given back at once."""
    try:
        await seat.take()
    except SeatTaken:
        return False
    await seat.leave()
    return True


@pytest.mark.usefixtures("quick")
async def test_a_seat_that_another_took_meanwhile_is_lost(postgresql_databases: Databases):
    store_url = postgresql_databases.empty()
    async with taken(ours := seat_of(store_url, SeatName.ANSWERING)):
        await asyncio.to_thread(cut_off, store_url)
        async with sitting(store_url, SeatName.ANSWERING):
            async with asyncio.timeout(20):
                with pytest.raises(SeatTaken):
                    await ours.keep()
