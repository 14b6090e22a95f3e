"""`cchc run` as a process of its own: killed, restarted, and told off for a wrong token."""

import signal
import socket
from pathlib import Path

import pytest

from bot.sandbox.client import Sandbox
from tests.bot.program import END_WITHIN_SECONDS, ended, process


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
        code, logged = await ended(running)
    assert (code, "Traceback" in logged, sandbox.token in logged) == (0, False, False)


@pytest.mark.parametrize("token", ["1:wrong", "nonsense"])
async def test_a_wrong_token_is_said_clearly(sandbox: Sandbox, tmp_path: Path, token: str):
    async with process(sandbox, tmp_path, token=token) as running:
        code, logged = await ended(running)
    assert (code, "@BotFather" in logged, "Traceback" in logged) == (78, True, False)


async def test_a_taken_port_is_said_at_the_start_as_one_that_may_be_free_later(sandbox: Sandbox, tmp_path: Path):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        async with process(sandbox, tmp_path, STATUS_LISTEN=address) as running:
            code, logged = await ended(running)
    assert (code, logged.count("another program listens there"), "is up" in logged) == (75, 1, False)
