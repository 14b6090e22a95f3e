"""What `cchc doctor` sees of an SQLite store's files: whether whoever runs the bot can write them."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from pwd import getpwuid
from tempfile import TemporaryFile

from bot.backup import store_file
from bot.looking_after import Finding
from bot.settings import BadSettings, Settings

ROOT = 0
_BESIDE = ("-wal", "-shm", ".view", ".view.recent", ".answering.lock", ".sending.lock")


def check_files(settings: Settings) -> Iterator[Finding]:
    """Nothing of another sort of store, and of files with which all is well."""
    try:
        file = store_file(settings).absolute()
    except BadSettings:
        return
    folder = file.parent
    beside = [f"{file.name}{ending}" for ending in ("", *_BESIDE)]
    found = [path for path in (folder, *map(folder.joinpath, beside)) if path.exists()]
    if locked := [path for path in found if not os.access(path, os.W_OK)]:
        yield Finding(False, _unwritable(locked[0]))
    elif folder.exists() and not _takes_changes(folder):
        yield Finding(False, _unchangeable(folder))
    owner = folder.stat().st_uid if folder.exists() else ROOT
    if owner != ROOT and (foreign := [path for path in found if path.stat().st_uid == ROOT]):
        yield Finding(
            False,
            f"{foreign[0]} belongs to root and its folder to {_name(owner)}, whose bot cannot write it: something was "
            f"called as root. `chown -R {_name(owner)} {folder}`.",
        )


def _takes_changes(folder: Path) -> bool:
    """Whether a file can be made there; of a disk that failed the system goes on to say so of its rights.  A full one is told of elsewhere."""
    try:
        with TemporaryFile(dir=folder):
            return True
    except OSError as error:
        return error.errno in {errno.ENOSPC, errno.EDQUOT}


def _unwritable(path: Path) -> str:
    user, owner = os.geteuid(), path.stat().st_uid
    if user in (owner, ROOT):
        return _unchangeable(path)
    return (
        f"{path} cannot be written by {_name(user)}, it belongs to {_name(owner)}. Run this as the bot's user, to whom the "
        "folder and all in it must belong (chown -R)."
    )


def _unchangeable(path: Path) -> str:
    return f"{path} cannot be written: its disk takes no changes (it is mounted read-only), it was made immutable (`lsattr`), or its rights are wrong."


def _name(user_id: int) -> str:
    try:
        return getpwuid(user_id).pw_name
    except KeyError:
        return f"user {user_id}"
