"""What `cchc doctor` finds, against the sandbox."""

import asyncio
import os
from pathlib import Path
from pwd import getpwuid

import pytest
from pydantic import SecretStr

from bot.checks import check_all
from bot.sandbox.client import Sandbox
from bot.seating import seated
from bot.work.schema import prepare
from knowledge.bootstrap import open_knowledge
from tests.clock import SetClock
from tests.databases import Databases
from tests.house import settings_for


@pytest.fixture
def settings(sandbox: Sandbox, store_url: str, monkeypatch: pytest.MonkeyPatch, tmp_path: object) -> None:
    """Settings in which nothing is wrong."""
    monkeypatch.chdir(str(tmp_path))
    for name, value in {
        "TELEGRAM_BOT_TOKEN": sandbox.token,
        "TELEGRAM_API_URL": sandbox.api_url,
        "DATABASE_URL": store_url,
        "OWNER_IDS": "1",
        "BACKUP_FOLDER": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    Path(str(tmp_path), "cchc-2019-03-01-020000.db").touch()


async def findings(*, fine: bool) -> str:
    return "\n".join(finding.sentence for finding in await check_all() if finding.is_fine is fine)


@pytest.mark.usefixtures("settings")
async def test_where_nothing_is_wrong_nothing_is_said_to_be():
    assert await findings(fine=False) == ""


@pytest.mark.usefixtures("settings")
async def test_a_wrong_token_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:wrong")
    assert "@BotFather" in await findings(fine=False)


@pytest.mark.usefixtures("settings")
async def test_an_unreachable_server_is_named_with_what_helps(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("TELEGRAM_API_URL", "http://127.0.0.1:9")
    assert "TELEGRAM_PROXY_URL" in await findings(fine=False)


@pytest.mark.usefixtures("settings")
async def test_a_clock_that_is_wrong_is_named(sandbox: Sandbox):
    await sandbox.settings(date="Fri, 01 Mar 2019 12:00:00 GMT")
    assert "ahead of Telegram's" in await findings(fine=False)


@pytest.mark.usefixtures("settings")
async def test_a_webhook_without_a_secret_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("WEBHOOK_URL", "https://bot.example/hook")
    assert "WEBHOOK_SECRET" in await findings(fine=False)


@pytest.mark.usefixtures("settings")
async def test_no_finding_shows_the_token(sandbox: Sandbox):
    shown = await findings(fine=True) + await findings(fine=False)
    assert sandbox.token not in shown


@pytest.mark.usefixtures("settings")
async def test_backups_that_are_missing_or_old_are_named(
    sqlite_databases: Databases, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("DATABASE_URL", sqlite_databases.migrated())
    backup = tmp_path / "cchc-2019-03-01-020000.db"
    os.utime(backup, (0, 0))
    assert "days old" in await findings(fine=False)
    backup.unlink()
    assert "There is no backup" in await findings(fine=False)
    monkeypatch.delenv("BACKUP_FOLDER")
    assert "BACKUP_FOLDER is not set" in await findings(fine=True)


@pytest.mark.usefixtures("settings")
@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
async def test_a_store_that_was_made_as_root_in_the_bots_folder_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    nobody = 65534
    folder = tmp_path / "of-the-bot"
    folder.mkdir()
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{folder}/cchc.db")
    open_knowledge(f"sqlite:///{folder}/cchc.db").close()
    os.chown(folder, nobody, nobody)
    assert f"chown -R {getpwuid(nobody).pw_name} {folder}" in await findings(fine=False)


async def test_of_postgresql_the_dumps_are_looked_at_and_no_setting_is_said_to_make_them(
    postgresql_databases: Databases, monkeypatch: pytest.MonkeyPatch, settings: None, tmp_path: Path
):
    monkeypatch.setenv("DATABASE_URL", postgresql_databases.migrated())
    (tmp_path / "cchc-2019-03-01-020000.db").unlink()
    assert "pg_dump" in await findings(fine=False)
    monkeypatch.delenv("BACKUP_FOLDER")
    assert "PostgreSQL is not backed up by the bot" in await findings(fine=True)


@pytest.mark.usefixtures("settings")
async def test_messages_that_wait_for_nobody_are_named(store_url: str):
    knowledge = open_knowledge(store_url, clock=SetClock())
    knowledge.inbox.take(1, "7", "{}", holder="dead")
    knowledge.close()
    assert "1 message(s) wait since" in await findings(fine=False)


async def test_the_bots_of_a_database_are_counted(
    sandbox: Sandbox, postgresql_databases: Databases, monkeypatch: pytest.MonkeyPatch, settings: None
):
    url = postgresql_databases.migrated()
    monkeypatch.setenv("DATABASE_URL", url)
    called = settings_for(sandbox, database_url=SecretStr(url), webhook_url="https://bot.example")
    place = {"answers": True, "sends": False, "stop": asyncio.Event()}
    assert "No `cchc run` is up" in await findings(fine=True)
    async with seated(called, **place), seated(called, **place):
        assert "2 × `cchc run` are up" in await findings(fine=True)


async def test_a_database_without_a_worker_is_named(
    sandbox: Sandbox, postgresql_databases: Databases, monkeypatch: pytest.MonkeyPatch, settings: None
):
    url = postgresql_databases.migrated()
    monkeypatch.setenv("DATABASE_URL", url)
    prepare(url)
    assert "cchc worker" in await findings(fine=False)


@pytest.mark.usefixtures("settings")
async def test_a_disk_that_takes_no_changes_is_named_though_the_rights_say_that_it_does(
    monkeypatch: pytest.MonkeyPatch,
):
    monkeypatch.setenv("DATABASE_URL", "sqlite:////sys/cchc.db")
    assert "/sys cannot be written" in await findings(fine=False)
