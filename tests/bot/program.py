"""`cchc …` as a process of its own."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from bot.sandbox.client import Sandbox

END_WITHIN_SECONDS = 60


@asynccontextmanager
async def process(
    sandbox: Sandbox, store: Path | str, *arguments: str, token: str = "", **settings: str
) -> AsyncIterator[asyncio.subprocess.Process]:
    """The program, `cchc run` unless told otherwise, on the store at that address or in that folder, until the block ends."""
    environment = {
        **os.environ,
        "TELEGRAM_BOT_TOKEN": token or sandbox.token,
        "TELEGRAM_API_URL": sandbox.api_url,
        "DATABASE_URL": f"sqlite:///{store}/cchc.db" if isinstance(store, Path) else store,
        "OWNER_IDS": "1",
        **settings,
    }
    command = [sys.executable, "-c", f"from bot.cli import main; main({list(arguments or ['run'])})"]
    running = await asyncio.create_subprocess_exec(
        *command, env=environment, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    try:
        yield running
    finally:
        if running.returncode is None:
            running.kill()
        await running.communicate()


async def ended(running: asyncio.subprocess.Process) -> tuple[int | None, str]:
    """Its exit code, and what it said."""
    _, said = await asyncio.wait_for(running.communicate(), END_WITHIN_SECONDS)
    return running.returncode, said.decode()
