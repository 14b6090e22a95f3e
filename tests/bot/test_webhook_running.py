"""The bot taking its updates by webhook from the sandbox."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.bootstrap import build_bot
from bot.running import run_bot
from bot.sandbox.client import Sandbox
from bot.updates import regrets
from bot.updates.listening import CannotListen
from knowledge.bootstrap import Knowledge
from knowledge.store.inbox import Inbox
from knowledge.store.store import StoreUnavailable
from tests.bot.ports import free_port
from tests.clock import SetClock
from tests.house import settings_for


@asynccontextmanager
async def called(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock) -> AsyncIterator[None]:
    """A bot that takes its updates by webhook until the block ends."""
    port = free_port()
    settings = settings_for(
        sandbox,
        webhook_url=f"http://127.0.0.1:{port}/hook",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret="a-long-random-word",
    )
    stop = asyncio.Event()
    running = asyncio.create_task(run_bot(build_bot(settings, knowledge, clock=clock), stop))
    yield
    stop.set()
    await running


async def test_a_command_is_answered_by_webhook(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock):
    async with called(sandbox, knowledge, clock):
        lan = await sandbox.user("Lan", is_started=True)
        assert "Xin chào" in (await lan.ask("/start")).text


async def test_who_writes_while_the_disk_is_full_is_told_once_and_answered_when_there_is_room(
    sandbox: Sandbox, knowledge: Knowledge, clock: SetClock, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(regrets, "AFTER_SECONDS", 0.0)
    loop, taking, tries = asyncio.get_running_loop(), Inbox.taking, asyncio.Semaphore(0)

    def fail(*_: object, **__: object) -> None:
        loop.call_soon_threadsafe(tries.release)
        raise StoreUnavailable("database or disk is full")

    async with called(sandbox, knowledge, clock):
        lan = await sandbox.user("Lan", is_started=True)
        monkeypatch.setattr(Inbox, "taking", fail)
        await lan.say("/start")
        assert "không mất" in (await lan.next_reply()).text
        for _ in range(3):
            await tries.acquire()
        monkeypatch.setattr(Inbox, "taking", taking)
        assert "Xin chào" in (await lan.next_reply()).text


async def test_a_port_that_is_taken_is_said_clearly(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = settings_for(
            sandbox,
            webhook_url="http://127.0.0.1/hook",
            webhook_listen=f"127.0.0.1:{taken.getsockname()[1]}",
            webhook_secret="a-long-random-word",
        )
        with pytest.raises(CannotListen, match="another program listens there"):
            await run_bot(build_bot(settings, knowledge, clock=clock), asyncio.Event())
