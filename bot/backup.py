"""Backups of an SQLite store: copied while it is in use, checked before they replace anything."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

from bot.settings import BadSettings, Settings

_SQLITE = "sqlite:///"


class BadBackup(ValueError):
    """The backup cannot be made or used; the message says why."""


def store_file(settings: Settings) -> Path:
    """The file of the store; raises BadSettings where the store is no file."""
    url = settings.database_url.get_secret_value()
    if not url.startswith(_SQLITE) or url.removeprefix(_SQLITE) in ("", ":memory:"):
        raise BadSettings(
            "This store is no SQLite file. Back PostgreSQL up with pg_dump and restore it with pg_restore."
        )
    return Path(unquote(url.removeprefix(_SQLITE).partition("?")[0]))


def copy_store(settings: Settings, target: Path, *, replace: bool) -> None:
    """A consistent copy of the store in `target`; writers are not held up."""
    source = store_file(settings)
    if not source.is_file():
        raise BadBackup(f"There is no store at {source} yet.")
    if target.exists() and not replace:
        raise BadBackup(f"{target} exists already; --force replaces it.")
    _copy(source, target)


def put_back(settings: Settings, source: Path, *, replace: bool) -> None:
    """The backup in the store's place, if it is whole; the store as it was stays beside it as `.before`."""
    target = store_file(settings)
    if target.exists() and not replace:
        raise BadBackup(f"There is a store at {target} already; stop the bot, and --force replaces it.")
    _check(source)
    if target.exists():
        _copy(target, target.with_name(f"{target.name}.before"))
    for ending in ("-wal", "-shm"):  # of the store that was there; they would be read into the new one
        target.with_name(target.name + ending).unlink(missing_ok=True)
    _copy(source, target)


def _copy(source: Path, target: Path) -> None:
    part = target.with_name(f"{target.name}.part")
    part.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        os.replace(part, target)
    except sqlite3.Error as error:
        part.unlink(missing_ok=True)
        raise BadBackup(f"{source} cannot be copied: {error}.") from None


def _check(source: Path) -> None:
    try:
        with closing(sqlite3.connect(source)) as backup:
            [verdict] = backup.execute("PRAGMA integrity_check").fetchone()
            tables = {name for (name,) in backup.execute("SELECT name FROM sqlite_master")}
    except sqlite3.Error as error:
        raise BadBackup(f"{source} is not a backup: {error}.") from None
    if verdict != "ok":
        raise BadBackup(f"{source} is damaged: {verdict}.")
    if "alembic_version" not in tables:
        raise BadBackup(f"{source} is an SQLite file, but no store of this program.")
