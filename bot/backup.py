"""Backups of an SQLite store: copied while it is in use, checked before they replace anything, readable by their owner only."""

import os
import sqlite3
from contextlib import closing, suppress
from datetime import datetime, timedelta
from pathlib import Path
from urllib.parse import unquote

from bot.settings import BadSettings, Settings

_SQLITE = "sqlite:///"
_NAMES = "cchc-*.db"
# As `compose.yaml` calls those of PostgreSQL.
DUMPS = "cchc-*.dump"
# When nobody works; a bot that was down then makes its backup as soon as it is up.
BACK_UP_FROM_HOUR = 2
# A backup holds who asked what, as the store does.
_OWNERS_FOLDER, _OWNERS_FILE = 0o700, 0o600


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


def back_up_daily(settings: Settings, now: datetime) -> Path | None:
    """One more backup in BACKUP_FOLDER, unless there is one of that night or later; None then."""
    newest = newest_backup(settings)
    night = now.replace(hour=BACK_UP_FROM_HOUR, minute=0, second=0, microsecond=0)
    night = night if now >= night else night - timedelta(days=1)
    if newest is not None and newest.stat().st_mtime >= night.timestamp():
        return None
    return back_up_now(settings, now)


def back_up_now(settings: Settings, now: datetime) -> Path:
    """A new file in BACKUP_FOLDER; all but the newest BACKUPS_KEPT go. Raises BadBackup and BadSettings."""
    folder = settings.backup_folder
    if folder is None:
        raise BadSettings("BACKUP_FOLDER is not set; name a file, or set it.")
    folder.mkdir(_OWNERS_FOLDER, parents=True, exist_ok=True)
    target = folder / f"cchc-{now:%Y-%m-%d-%H%M%S}.db"
    copy_store(settings, target, replace=False)
    for old in sorted(folder.glob(_NAMES))[: -settings.backups_kept]:
        old.unlink()
    for kept in folder.glob(_NAMES):  # an earlier version left them readable by all
        with suppress(PermissionError):
            kept.chmod(_OWNERS_FILE)
    return target


def newest_backup(settings: Settings) -> Path | None:
    """The newest file in BACKUP_FOLDER, of whichever database; None if there is none. Raises BadBackup where nobody may look."""
    folder = settings.backup_folder
    if folder is not None and folder.is_dir() and not os.access(folder, os.R_OK | os.X_OK):
        raise BadBackup(f"{folder} cannot be looked into by this user.")
    found = [*folder.glob(_NAMES), *folder.glob(DUMPS)] if folder is not None else []
    return max(found, key=lambda path: path.stat().st_mtime, default=None)


def put_back(settings: Settings, source: Path, *, replace: bool) -> None:
    """The backup in the store's place, if it is whole; the store as it was stays beside it as `.before`."""
    target = store_file(settings)
    if target.exists() and not replace:
        raise BadBackup(f"There is a store at {target} already; stop the bot, and --force replaces it.")
    _check(source)
    mode = target.stat().st_mode & 0o777 if target.exists() else None
    if target.exists():
        _copy(target, target.with_name(f"{target.name}.before"))
    for ending in ("-wal", "-shm"):  # of the store that was there; they would be read into the new one
        target.with_name(target.name + ending).unlink(missing_ok=True)
    _copy(source, target, mode)


def make_private(path: Path) -> None:
    """A new empty file there that nobody but its owner may read; what was there is gone."""
    path.unlink(missing_ok=True)
    os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _OWNERS_FILE))


def _copy(source: Path, target: Path, mode: int | None = None) -> None:
    part = target.with_name(f"{target.name}.part")
    make_private(part)
    try:
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
        if mode is not None:
            part.chmod(mode)
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
