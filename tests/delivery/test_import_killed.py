"""A bot killed with SIGKILL in the middle of an import: another takes it up, in the message in which it was begun."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import psycopg
import pytest

from bot.sandbox.client import Person, Sandbox
from bot.sandbox.seen import SeenMessage
from bot.work.schema import SCHEMA
from tests.databases import Databases
from tests.delivery.crowds import messages_of
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


@asynccontextmanager
async def killed_in(
    sandbox: Sandbox, url: str, *, messages: int, edits: int = 0
) -> AsyncIterator[tuple[Person, list[SeenMessage]]]:
    """Minh, and what he got when the bot was killed: so many messages, the first edited so often; another bot runs.

    Telegram has taken the last of them, and its answer does not reach the bot.
    """
    minh = await sandbox.user("Minh", user_id=OWNER, is_started=True)
    methods, before = ({"editmessagetext"}, edits - 1) if edits else ({"sendmessage"}, messages - 1)
    await sandbox.fault("slow", methods=methods, skip=before, times=1, seconds=DEADLINE_SECONDS)
    async with processes(sandbox, url) as started:
        killed = await started.start()
        await minh.send_file("quy-2.txt", SAMPLE)
        got = [await minh.next_reply(timeout_seconds=DEADLINE_SECONDS) for _ in range(messages)]
        for _ in range(edits):
            got[0] = await minh.next_edit(got[0], timeout_seconds=DEADLINE_SECONDS)
        started.kill(killed)
        await asyncio.to_thread(let_workers_be_dead, url)
        await started.start()
        yield minh, got


async def import_killed_at(edit: int, sandbox: Sandbox, url: str) -> tuple[SeenMessage, SeenMessage]:
    """The progress of the file and its card, when the bot was killed after it had edited the progress so often."""
    async with killed_in(sandbox, url, messages=1, edits=edit) as (minh, [progress]):
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


async def test_a_message_that_nobody_knows_of_after_the_kill_says_only_what_stays_true(
    sandbox: Sandbox, store_url: str
):
    async with killed_in(sandbox, store_url, messages=1) as (minh, [unknown]):
        known, card = await minh.replies(2, timeout_seconds=DEADLINE_SECONDS)
        known, unknown = await minh.look(known), await minh.look(unknown)
    assert unknown.text == "Đã nhận quy-2.txt."
    assert "lưu thành bản nháp" in known.text
    assert "Bản nháp" in card.text


async def test_a_card_that_may_have_come_before_the_kill_comes_no_second_time_and_a_button_opens_it(
    sandbox: Sandbox, store_url: str
):
    async with killed_in(sandbox, store_url, messages=2) as (minh, [progress, card]):
        assert "Bản nháp" in card.text
        while not progress.button_texts:
            progress = await minh.next_edit(progress, timeout_seconds=DEADLINE_SECONDS)
        assert "lưu thành bản nháp" in progress.text
        await minh.press(progress, "Mở bản nháp")
        opened = await minh.next_reply(timeout_seconds=DEADLINE_SECONDS)
        sent = await messages_of(sandbox, [minh.id])
    assert (opened.text, sent) == (card.text, [3])
