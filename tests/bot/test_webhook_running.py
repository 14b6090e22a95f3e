"""The bot taking its updates by webhook from the sandbox."""

import asyncio
import socket

import pytest

from bot.bootstrap import build_bot
from bot.running import run_bot
from bot.sandbox.client import Sandbox
from bot.settings import BadSettings
from knowledge.bootstrap import Knowledge
from tests.bot.ports import free_port
from tests.clock import SetClock
from tests.house import settings_for


async def test_a_command_is_answered_by_webhook(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock):
    port = free_port()
    settings = settings_for(
        sandbox,
        webhook_url=f"http://127.0.0.1:{port}/hook",
        webhook_listen=f"127.0.0.1:{port}",
        webhook_secret="a-long-random-word",
    )
    stop = asyncio.Event()
    running = asyncio.create_task(run_bot(build_bot(settings, knowledge, clock=clock), stop))
    lan = await sandbox.user("Lan", is_started=True)
    assert "Xin chào" in (await lan.ask("/start")).text
    stop.set()
    await running


async def test_a_port_that_is_taken_is_said_clearly(sandbox: Sandbox, knowledge: Knowledge, clock: SetClock):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        settings = settings_for(
            sandbox,
            webhook_url="http://127.0.0.1/hook",
            webhook_listen=f"127.0.0.1:{taken.getsockname()[1]}",
            webhook_secret="a-long-random-word",
        )
        with pytest.raises(BadSettings, match="WEBHOOK_LISTEN"):
            await run_bot(build_bot(settings, knowledge, clock=clock), asyncio.Event())
