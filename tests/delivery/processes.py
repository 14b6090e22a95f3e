"""Bots and senders that a test may kill at any moment."""

import asyncio
import json
import os
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.outbox.sender import LEASE_SECONDS
from bot.sandbox.client import Sandbox

ROOT = Path(__file__).parents[2]
PROGRAM = Path(__file__).with_name("forking.py")


@dataclass
class Processes:
    """Starts them against one sandbox and one store."""

    sandbox: Sandbox
    database_url: str
    forking: asyncio.subprocess.Process
    ahead_seconds: float = 0.0

    async def start(
        self,
        *,
        is_sender: bool = False,
        has_sender: bool = True,
        has_limits: bool = False,
        webhook: dict[str, str] | None = None,
    ) -> int:
        """The process id of a bot, one that only answers unless it `has_sender`, or of a sender alone.

        `webhook` are its settings, if it does not poll.
        """
        wanted = {
            "token": self.sandbox.token,
            "api_url": self.sandbox.api_url,
            "database_url": self.database_url,
            "ahead_seconds": self.ahead_seconds,
            "is_sender": is_sender,
            "has_sender": has_sender,
            "has_limits": has_limits,
            "webhook": webhook or {},
        }
        assert self.forking.stdin
        assert self.forking.stdout
        self.forking.stdin.write(json.dumps(wanted).encode() + b"\n")
        return int(await self.forking.stdout.readline())

    def kill(self, process: int) -> None:
        """SIGKILL; for those started from now on the leases of the dead have run out."""
        os.kill(process, signal.SIGKILL)
        self.ahead_seconds += LEASE_SECONDS + 1


@asynccontextmanager
async def processes(sandbox: Sandbox, database_url: str) -> AsyncIterator[Processes]:
    """They all end with the block."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    forking = await asyncio.create_subprocess_exec(
        sys.executable, str(PROGRAM), stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    try:
        yield Processes(sandbox, database_url, forking)
    finally:
        assert forking.stdin
        forking.stdin.close()
        await forking.wait()
