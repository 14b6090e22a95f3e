"""Seats: of one store one process answers and one sends; whoever is gone, however it went, has none any more."""

import asyncio
import fcntl
import os
from collections.abc import Callable
from contextlib import suppress
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from knowledge.lazily import lazily
from knowledge.store.engine import address_of, file_of

# A process that was just killed needs a moment until the kernel, or the database, has noticed.
PATIENCE_SECONDS = 1.0
AGAIN_SECONDS = 0.1


class SeatName(StrEnum):
    """What one process at a time does."""

    ANSWERING = "answering"
    SENDING = "sending"


class SeatTaken(RuntimeError):
    """Another process has the seat; `process_id` is its number on this machine where that is known."""

    def __init__(self, process_id: int | None = None) -> None:
        super().__init__(f"process {process_id}" if process_id else "another process")
        self.process_id = process_id


class Seat(Protocol):
    """This process's from `take` until `leave`, or until it dies; one event loop only."""

    async def take(self) -> None:
        """Raises SeatTaken, and StoreUnavailable or OSError where nobody can know."""

    async def keep(self) -> None:
        """Never returns; raises SeatTaken where the seat got lost and another process has it."""

    async def leave(self) -> None:
        """Others may have it."""


class _FileSeat:
    """The lock on a file beside the store, which the kernel gives back with the process; its children have no part in it."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file: int | None = None

    async def take(self) -> None:
        waited = 0.0
        while not self._has_locked():
            if waited >= PATIENCE_SECONDS:
                raise SeatTaken(_process_in(self._path))
            await asyncio.sleep(AGAIN_SECONDS)
            waited += AGAIN_SECONDS

    async def keep(self) -> None:
        await asyncio.Event().wait()

    async def leave(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _has_locked(self) -> bool:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        file = os.open(self._path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(file)
            return False
        except OSError:
            os.close(file)
            raise
        with suppress(OSError):  # it is only told, and root's hand leaves nothing that the bot's user may not touch
            if os.geteuid() == 0:
                owner = self._path.parent.stat()
                os.fchown(file, owner.st_uid, owner.st_gid)
            os.truncate(file, 0)
            os.pwrite(file, f"{os.getpid()}\n".encode(), 0)
        self._file = file
        return True


# PostgreSQL's driver is loaded by those who have PostgreSQL.
_shared_seat: Callable[..., Seat] = lazily("knowledge.store.shared_seats", "SharedSeat")


def seat_of(database_url: str, name: SeatName, *, with_others: bool = False) -> Seat:
    """That seat of the store, not taken yet; raises UnknownDatabase.

    On PostgreSQL any number may have it that take it `with_others`, and then nobody alone.
    """
    address = address_of(database_url)
    if address is not None:
        return _shared_seat(address, name, with_others=with_others)
    return _FileSeat(_beside(database_url, name))


def sitting_on(database_url: str, name: SeatName) -> int | None:
    """The process on this machine that has that seat of an SQLite store; None where nobody has."""
    path = _beside(database_url, name)
    try:
        with path.open("r+b") as file:
            fcntl.lockf(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return _process_in(path)
    except OSError:  # there is none, or nobody may look
        return None
    return None


def _beside(database_url: str, name: SeatName) -> Path:
    file = file_of(database_url)
    return file.with_name(f"{file.name}.{name}.lock")


def _process_in(path: Path) -> int | None:
    with suppress(OSError, ValueError):
        return int(path.read_text())
    return None
