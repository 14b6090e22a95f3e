"""A running bot, told to say everything, logs no secret and no question."""

import asyncio
import os
import sys
from pathlib import Path

import pytest

from bot.sandbox.client import Sandbox
from tests.house import ROOT

END_WITHIN_SECONDS = 60
QUESTION = "Chuyện riêng của Bích Ngọc thì sao?"


@pytest.mark.parametrize("log_format", ["text", "json"])
async def test_no_secret_and_no_question_is_logged_by_a_running_bot(sandbox: Sandbox, tmp_path: Path, log_format: str):
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": sandbox.token,
        "TELEGRAM_API_URL": sandbox.api_url,
        "DATABASE_URL": f"sqlite:///{tmp_path}/cchc.db",
        "OWNER_IDS": "1",
        "LOG_LEVEL": "DEBUG",
        "LOG_FORMAT": log_format,
        "PYTHONPATH": str(ROOT),
    }
    program = [sys.executable, "-c", "from bot.cli import main; main(['run'])"]
    running = await asyncio.create_subprocess_exec(
        *program, env=environment, cwd=tmp_path, stderr=asyncio.subprocess.PIPE
    )
    lan = await sandbox.user("Bích Ngọc", is_started=True)
    await lan.ask(QUESTION, timeout_seconds=END_WITHIN_SECONDS)
    await sandbox.fault("server_error", times=1, code=500)
    await lan.ask("Bích Ngọc hỏi lại", timeout_seconds=END_WITHIN_SECONDS)
    running.terminate()
    _, logged = await asyncio.wait_for(running.communicate(), END_WITHIN_SECONDS)
    said = logged.decode()
    assert "is up" in said
    assert [word for word in (sandbox.token, sandbox.token.split(":")[1], "Ngọc", "Chuyện riêng") if word in said] == []
