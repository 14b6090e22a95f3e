"""Folders that are removed with the process that made them: by itself, or, where it was killed, by the next session of tests."""

import fcntl
import os
import select
import shutil
import signal
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

PREFIX = "cchc-pg"
# Where tests and benchmarks put them: in memory, or where there is no room with everything else that is for a while.
PLACES = (Path("/dev/shm"), Path(tempfile.gettempdir()))  # noqa: S108 - folders of our own are made in them
_HELD, _DATA = "held", "data"
_LONGEST_END_SECONDS = 10.0


@contextmanager
def held_folder(place: Path | None = None) -> Iterator[Path]:
    """The path of a folder yet to be made, which is gone afterwards; nobody else removes it while this process lives."""
    outer = Path(tempfile.mkdtemp(prefix=PREFIX, dir=place))
    with (outer / "making").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)  # the system lets go of it however the process ends
        (outer / "making").rename(outer / _HELD)  # found only when it is locked
        try:
            yield outer / _DATA
        finally:
            shutil.rmtree(outer, ignore_errors=True)


def remove_left_behind(places: tuple[Path, ...] = PLACES) -> list[Path]:
    """The folders of processes that were killed, which are removed, with the databases that still ran in them."""
    found = [folder for place in places if place.is_dir() for folder in place.glob(f"{PREFIX}*")]
    return [folder for folder in found if _is_removed(folder)]


def _is_removed(outer: Path) -> bool:
    try:
        file = (outer / _HELD).open("r+")
    except OSError:  # another user's, or one that is just being made or removed
        return False
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        _end_server(outer / _DATA)
        shutil.rmtree(outer, ignore_errors=True)
    return True


def _end_server(data: Path) -> None:
    """PostgreSQL goes on without whoever started it; only one that surely runs in this folder is ended."""
    with suppress(OSError, ValueError, IndexError):
        process = int((data / "postmaster.pid").read_text().splitlines()[0])
        ending = os.pidfd_open(process)  # this one, and no other that gets its number
        with os.fdopen(ending):
            if str(data).encode() in Path(f"/proc/{process}/cmdline").read_bytes().split(b"\0"):
                signal.pidfd_send_signal(ending, signal.SIGQUIT)
                select.select([ending], [], [], _LONGEST_END_SECONDS)
