"""`cchc run` as a process of its own: killed, restarted, and told off for a wrong token."""

import asyncio
import os
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.sandbox.client import Sandbox

END_WITHIN_SECONDS = 60


@asynccontextmanager
async def process(sandbox: Sandbox, folder: Path, *, token: str = "") -> AsyncIterator[asyncio.subprocess.Process]:
    """The program, until the block ends."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": token or sandbox.token,
        "TELEGRAM_API_URL": sandbox.api_url,
        "DATABASE_URL": f"sqlite:///{folder}/cchc.db",
        "OWNER_IDS": "1",
    }
    command = [sys.executable, "-c", "from bot.cli import main; main(['run'])"]
    running = await asyncio.create_subprocess_exec(*command, env=environment, stderr=asyncio.subprocess.PIPE)
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.communicate()


async def test_a_command_confirmed_but_not_answered_before_a_kill_is_answered_after_it(
    sandbox: Sandbox, tmp_path: Path
):
    lan = await sandbox.user("Lan", is_started=True)
    await sandbox.fault("too_many_requests", seconds=25)
    async with process(sandbox, tmp_path) as first:
        await lan.say("/start")
        await sandbox.calls("sendMessage", count=1, timeout_seconds=END_WITHIN_SECONDS)
        await sandbox.wait_until_confirmed(timeout_seconds=END_WITHIN_SECONDS)
        first.kill()
        await first.wait()
    await sandbox.clear_faults()
    async with process(sandbox, tmp_path):
        assert "Xin chào" in (await lan.next_reply(timeout_seconds=END_WITHIN_SECONDS)).text


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_it_ends_well_when_told_to(sandbox: Sandbox, tmp_path: Path, number: signal.Signals):
    lan = await sandbox.user("Lan", is_started=True)
    async with process(sandbox, tmp_path) as running:
        await lan.say("/start")
        await lan.next_reply(timeout_seconds=END_WITHIN_SECONDS)
        running.send_signal(number)
        _, logged = await asyncio.wait_for(running.communicate(), END_WITHIN_SECONDS)
    assert (running.returncode, b"Traceback" in logged, sandbox.token.encode() in logged) == (0, False, False)


@pytest.mark.parametrize("token", ["1:wrong", "nonsense"])
async def test_a_wrong_token_is_said_clearly(sandbox: Sandbox, tmp_path: Path, token: str):
    async with process(sandbox, tmp_path, token=token) as running:
        _, logged = await asyncio.wait_for(running.communicate(), END_WITHIN_SECONDS)
    assert (running.returncode, b"@BotFather" in logged, b"Traceback" in logged) == (1, True, False)
