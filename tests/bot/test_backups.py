"""Backups by night: one, kept for as long as it was asked, never of what is no SQLite store."""

import os
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.backup import back_up_daily, back_up_now, copy_store, newest_backup, put_back, store_file
from bot.settings import BadSettings, Settings
from tests.databases import Databases

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


@pytest.fixture
def settings(sqlite_databases: Databases, tmp_path: Path) -> Settings:
    given = {"database_url": sqlite_databases.migrated(), "backup_folder": tmp_path / "backups", "backups_kept": 3}
    return Settings(_env_file=None, **given)  # type: ignore[call-arg, arg-type]


def at(settings: Settings, day: int, hour: int) -> Path | None:
    """The backup that is made at that hour, as old as it says."""
    now = datetime(2026, 3, day, hour, tzinfo=ZONE)
    made = back_up_daily(settings, now)
    if made is not None:
        os.utime(made, (now.timestamp(), now.timestamp()))
    return made


def test_one_backup_a_night(settings: Settings):
    made = [at(settings, 1, 1), at(settings, 1, 3), at(settings, 1, 23), at(settings, 2, 1), at(settings, 2, 2)]
    assert [path is not None for path in made] == [True, True, False, False, True]


def test_the_oldest_go(settings: Settings):
    made = [at(settings, day, 3) for day in range(1, 6)]
    assert settings.backup_folder is not None
    assert sorted(settings.backup_folder.iterdir()) == made[-3:]
    assert newest_backup(settings) == made[-1]


def test_without_a_folder_it_is_said_what_to_set():
    with pytest.raises(BadSettings, match="BACKUP_FOLDER"):
        back_up_now(Settings(_env_file=None), datetime(2026, 3, 1, tzinfo=ZONE))  # type: ignore[call-arg]


def mode(path: Path) -> str:
    """As `chmod` takes it."""
    return f"{path.stat().st_mode & 0o777:o}"


def test_only_the_owner_can_read_a_backup_and_its_folder(settings: Settings, tmp_path: Path):
    made, named = back_up_now(settings, datetime(2026, 3, 1, tzinfo=ZONE)), tmp_path / "named.db"
    copy_store(settings, named, replace=False)
    assert (mode(made), mode(made.parent), mode(named)) == ("600", "700", "600")


def test_backups_that_others_could_read_are_closed_by_the_next(settings: Settings):
    before = back_up_now(settings, datetime(2026, 3, 1, tzinfo=ZONE))
    before.chmod(0o644)
    back_up_now(settings, datetime(2026, 3, 2, tzinfo=ZONE))
    assert mode(before) == "600"


def test_a_store_that_is_put_back_is_read_by_those_who_could_before(settings: Settings):
    made = back_up_now(settings, datetime(2026, 3, 1, tzinfo=ZONE))
    store = store_file(settings)
    store.chmod(0o640)
    put_back(settings, made, replace=True)
    assert (mode(store), mode(store.with_name(f"{store.name}.before"))) == ("640", "600")
