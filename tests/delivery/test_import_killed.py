"""A bot killed with SIGKILL in the middle of an import: another takes it up, in the message in which it was begun."""

import asyncio

import psycopg
import pytest

from bot.sandbox.client import Sandbox
from bot.sandbox.seen import SeenMessage
from bot.work.schema import SCHEMA
from tests.databases import Databases
from tests.delivery.processes import processes
from tests.house import OWNER, ROOT

SAMPLE = (ROOT / "samples" / "02-quy-2-2019.txt").read_bytes()
DEADLINE_SECONDS = 60.0


@pytest.fixture
def store_url(databases: Databases) -> str:
    return databases.migrated()


def let_workers_be_dead(url: str) -> None:
    """Those that were killed are known to be dead at once; on PostgreSQL it takes a quarter of a minute otherwise."""
    if url.startswith("postgresql"):
        with psycopg.connect(url) as connection:
            connection.execute(f"SET search_path TO {SCHEMA}")
            connection.execute("UPDATE procrastinate_workers SET last_heartbeat = now() - interval '1 hour'")


async def import_killed_at(edit: int, sandbox: Sandbox, url: str) -> tuple[SeenMessage, SeenMessage]:
    """The progress of the file and its card, when the bot was killed after it had edited the progress so often."""
    minh = await sandbox.user("Minh", user_id=OWNER, is_started=True)
    await sandbox.fault("slow", methods={"editmessagetext"}, skip=edit - 1, times=1, seconds=DEADLINE_SECONDS)
    async with processes(sandbox, url) as started:
        killed = await started.start()
        await minh.send_file("quy-2.txt", SAMPLE)
        progress = await minh.next_reply(timeout_seconds=DEADLINE_SECONDS)
        for _ in range(edit):
            progress = await minh.next_edit(progress, timeout_seconds=DEADLINE_SECONDS)
        started.kill(killed)
        await asyncio.to_thread(let_workers_be_dead, url)
        await started.start()
        card = await minh.next_reply(timeout_seconds=DEADLINE_SECONDS)
        return await minh.look(progress), card


async def test_the_progress_of_an_import_that_was_killed_goes_on_in_the_same_message(sandbox: Sandbox, store_url: str):
    progress, card = await import_killed_at(1, sandbox, store_url)
    assert "Đã đọc xong" in progress.text
    assert "Bản nháp" in card.text


async def test_an_import_killed_when_it_was_saved_says_that_it_is_new_all_the_same(sandbox: Sandbox, store_url: str):
    progress, card = await import_killed_at(2, sandbox, store_url)
    assert "lưu thành bản nháp" in progress.text
    assert "Bản nháp" in card.text
