"""A second process that would answer or send from the same store does not start, and says why; all others go on."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from pydantic import SecretStr

from bot.sandbox.client import Sandbox
from bot.seating import AlreadyRunning, seated
from tests.bot.program import END_WITHIN_SECONDS, ended, process
from tests.databases import Databases
from tests.house import ROOT, settings_for

SAMPLE = str(ROOT / "samples" / "01-quy-1-2019.html")


@asynccontextmanager
async def up(sandbox: Sandbox, store: Path | str) -> AsyncIterator[None]:
    """A bot on that store which has answered somebody."""
    lan = await sandbox.user("Lan", is_started=True)
    async with process(sandbox, store):
        await lan.say("/start")
        await lan.next_reply(timeout_seconds=END_WITHIN_SECONDS)
        yield


async def test_a_second_bot_on_a_store_is_told_that_there_is_one(sandbox: Sandbox, databases: Databases):
    store = databases.migrated()
    async with up(sandbox, store), process(sandbox, store) as second:
        code, said = await ended(second)
        asked = await sandbox.user("Hoa", is_started=True)
        await asked.say("/start")
        await asked.next_reply()
    assert (code, "Another process" in said, "Stop it first" in said, "Traceback" in said) == (75, True, True, False)


async def test_the_doctor_says_that_a_bot_is_up(sandbox: Sandbox, tmp_path: Path):
    async with up(sandbox, tmp_path), process(sandbox, tmp_path, "doctor") as doctor:
        printed = (await doctor.communicate())[0].decode()
    assert "`cchc run` is up (process" in printed


async def test_beside_a_bot_that_sends_no_worker_starts_on_sqlite(sandbox: Sandbox, tmp_path: Path):
    async with up(sandbox, tmp_path), process(sandbox, tmp_path, "worker") as second:
        code, said = await ended(second)
    assert (code, "cchc run --no-sender" in said) == (75, True)


async def test_beside_a_bot_reports_are_imported_and_the_store_is_not_exchanged(sandbox: Sandbox, tmp_path: Path):
    sqlite3.connect(tmp_path / "backup.db").close()
    async with (
        up(sandbox, tmp_path),
        process(sandbox, tmp_path, "import", "--publish", SAMPLE) as importing,
        process(sandbox, tmp_path, "restore", "--force", str(tmp_path / "backup.db")) as restoring,
        process(sandbox, tmp_path, "migrate", "down", "base", "--yes") as going_down,
    ):
        (imported, _), *refused = await asyncio.gather(*map(ended, (importing, restoring, going_down)))
    assert (imported, [code for code, _ in refused]) == (0, [75, 75])
    assert all("is using this store" in said for _, said in refused)


async def test_on_postgresql_bots_that_telegram_calls_are_many_and_one_that_fetches_is_alone(
    sandbox: Sandbox, postgresql_databases: Databases
):
    url, stop = SecretStr(postgresql_databases.empty()), asyncio.Event()
    fetching = settings_for(sandbox, database_url=url)
    called = settings_for(sandbox, database_url=url, webhook_url="https://bot.example")
    beside = {"answers": True, "sends": False, "stop": stop}
    async with (
        seated(called, **beside),
        seated(called, **beside),
        seated(fetching, answers=False, sends=True, stop=stop),
    ):
        with pytest.raises(AlreadyRunning, match="WEBHOOK_URL"):
            await seated(fetching, **beside).__aenter__()
    async with seated(fetching, **beside):
        with pytest.raises(AlreadyRunning, match="fetches updates"):
            await seated(called, **beside).__aenter__()
    assert not stop.is_set()
