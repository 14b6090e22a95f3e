"""The file that SQLite maps for all who have a store open, and writes into for readers too, and for who closes last.

The system ends a process that does so (SIGBUS) when the disk was turned read-only, or the file made immutable.
"""

import os
import sqlite3
import stat
from collections.abc import Callable
from typing import Any

from knowledge.lazily import lazily

_ROOT = 0
# SQLite's words of a file that takes no changes.
_UNCHANGEABLE = "attempt to write a readonly database"
_keep: Callable[[object], None] = lazily("knowledge.store.keeping", "keep")


class SharedMemory:
    """Knows whether it can still be written."""

    def __init__(self, path: str) -> None:
        self._path = path
        self._was_changeable = False

    def refuse(self) -> None:
        """Raises where it takes no changes any more; who never could make any is given it by SQLite to read only."""
        if self.is_lost():
            raise sqlite3.OperationalError(_UNCHANGEABLE)

    def is_lost(self) -> bool:
        """Whether it took changes before, and takes none any more."""
        if os.access(self._path, os.W_OK):  # two microseconds
            self._was_changeable = True
            return False
        return self._was_changeable and _is_for_nobody(self._path)


class SqliteConnection(sqlite3.Connection):
    """One that is not closed where that would write into what takes no changes any more: it is left to the system."""

    def __init__(self, shared: SharedMemory, *arguments: Any, **named: Any) -> None:
        super().__init__(*arguments, **named)
        self._shared = shared

    def close(self) -> None:
        """For who writes next, it is as if the process had been killed: what was written before is there."""
        if self._shared.is_lost():
            _keep(self)  # Python closes whatever nobody knows any more, when the process ends at the latest
        else:
            super().close()


def _is_for_nobody(path: str) -> bool:
    """Whether a file that cannot be changed says that it may be: one that was given to somebody else can be written as it was opened."""
    try:
        found = os.stat(path)
    except FileNotFoundError:
        return False
    return os.geteuid() == _ROOT or (found.st_uid == os.geteuid() and bool(found.st_mode & stat.S_IWUSR))
