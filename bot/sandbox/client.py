"""How tests use the sandbox: people who write, press and read, over the control API.

    async with Sandbox.start() as sandbox:
        lan = await sandbox.user("Lan")
        await lan.say("QĐ 192 tới đâu rồi?")
        reply = await lan.next_reply(timeout_seconds=5)
        answer = await lan.press(reply, "Nguyên văn")

Nothing here sleeps: what is waited for is waited for in the sandbox, with a deadline.
"""

import asyncio
import os
import secrets
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from typing import Any, Literal

from bot.sandbox.command import DEMO_TOKEN
from bot.sandbox.control_client import WAIT_SECONDS, Control, NothingCameError
from bot.sandbox.errors import Json
from bot.sandbox.faults import FaultKind
from bot.sandbox.persons import Group, Person, Place
from bot.sandbox.seen import Button, SeenAnswer, SeenCall, SeenMessage, SeenResult
from bot.sandbox.server import Running

__all__ = [
    "Button",
    "Group",
    "NothingCameError",
    "Person",
    "Place",
    "Sandbox",
    "SeenAnswer",
    "SeenCall",
    "SeenMessage",
    "SeenResult",
]


class Sandbox:
    """A running sandbox and the bot in it."""

    def __init__(self, *, address: str, backstage: str, token: str, running: Running | None = None) -> None:
        self.address = address
        self.token = token
        self.control = Control(backstage, token)
        self._running = running
        self.process_id = os.getpid()  # that which it runs in

    @property
    def api_url(self) -> str:
        """For TELEGRAM_API_URL: the address without `/bot`."""
        return self.address

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        token: str = DEMO_TOKEN,
        tokens: Sequence[str] = (),
        has_limits: bool = False,
        port: int = 0,
    ) -> AsyncIterator["Sandbox"]:
        """A sandbox in a thread of this process; it ends with the block."""
        running = Running(tokens=[token, *tokens], has_limits=has_limits, port=port)
        await asyncio.to_thread(running.start)
        sandbox = cls(address=running.address, backstage=running.backstage, token=token, running=running)
        try:
            yield sandbox
        finally:
            await sandbox.control.close()
            await asyncio.to_thread(running.stop)

    @classmethod
    @asynccontextmanager
    async def join(cls, running: Running) -> AsyncIterator["Sandbox"]:
        """A new bot with a world of its own in a sandbox that many tests share."""
        token = f"{secrets.randbelow(10**9) + 10**9}:{secrets.token_urlsafe(26)}"
        sandbox = cls(address=running.address, backstage=running.backstage, token=token)
        try:
            await sandbox.control.post("bots", token=token)
            yield sandbox
        finally:
            await sandbox.control.close()

    @classmethod
    @asynccontextmanager
    async def start_process(cls, *, has_limits: bool = False) -> AsyncIterator["Sandbox"]:
        """The same in a process of its own, so that it does not take this one's time."""
        limits = "--limits" if has_limits else "--no-limits"
        command = [sys.executable, "-m", "bot.sandbox", "--port", "0", "--token", DEMO_TOKEN, limits]
        process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
        assert process.stdout is not None  # noqa: S101 - it was piped
        async with AsyncExitStack() as stack:
            stack.push_async_callback(_end, process)
            address = (await process.stdout.readline()).decode().strip()
            sandbox = cls(address=address, backstage=address, token=DEMO_TOKEN)
            sandbox.process_id = process.pid
            stack.push_async_callback(sandbox.control.close)
            yield sandbox

    async def user(
        self,
        first_name: str,
        *,
        language: str | None = "vi",
        user_id: int | None = None,
        username: str | None = None,
        role: str = "",
        is_started: bool = False,
    ) -> Person:
        """A new person; `is_started` lets the bot write to them before they wrote to it."""
        made = await self.control.post(
            "users",
            first_name=first_name,
            language_code=language,
            user_id=user_id,
            username=username,
            role=role,
            is_started=is_started,
        )
        return Person(self.control, made["id"], name=first_name)

    async def crowd(self, count: int) -> list[int]:
        """Ids of so many new people whose chats with the bot are open."""
        ids: list[int] = await self.control.post("users", count=count)
        return ids

    def person(self, user_id: int) -> Person:
        """One of those people."""
        return Person(self.control, user_id)

    async def group(
        self,
        title: str,
        *members: Person,
        kind: Literal["group", "supergroup", "channel"] = "group",
        bot: str | None = "member",
        is_forum: bool = False,
    ) -> Group:
        """A group that the first member owns, with the bot as a member or admin in it."""
        made = await self.control.post(
            "chats",
            title=title,
            type=kind,
            members=[member.id for member in members],
            bot=bot,
            is_forum=is_forum,
        )
        return Group(self.control, made["id"])

    async def wait_for_messages(self, count: int, *, timeout_seconds: float = WAIT_SECONDS) -> None:
        """Returns once the bot has sent so many messages over all chats."""
        sent = (await self.control.get("sent", count=count, timeout=timeout_seconds))["from_bot"]
        if sent < count:
            raise NothingCameError(f"the bot sent {sent} messages, not {count}, in {timeout_seconds} s")

    async def calls(
        self, method: str = "", *, count: int = 0, after: int = 0, timeout_seconds: float = WAIT_SECONDS
    ) -> list[SeenCall]:
        """The log of calls, of one method or all; waits until there are so many."""
        query = {"method": method, "count": count, "after": after, "timeout": timeout_seconds}
        found = [SeenCall(**call) for call in (await self.control.get("calls", **query))["calls"]]
        if len(found) < count:
            raise NothingCameError(f"{len(found)} calls of {method or 'any method'}, not {count}")
        return found

    async def wait_until_confirmed(self, *, timeout_seconds: float = WAIT_SECONDS) -> None:
        """Returns once the bot has confirmed every update."""
        left = (await self.control.get("updates", pending=0, timeout=timeout_seconds))["pending"]
        if left:
            raise NothingCameError(f"{left} updates are still waiting after {timeout_seconds} s")

    async def fault(self, kind: FaultKind, **when: Any) -> None:
        """Switches a fault on; `when` takes the fields of `bot.sandbox.faults.Fault`."""
        if "methods" in when:
            when["methods"] = list(when["methods"])
        await self.control.send("POST", "faults", json=[{"kind": kind, **when}])

    async def clear_faults(self) -> list[Json]:
        """Switches all faults off and tells how often each struck."""
        struck: list[Json] = await self.control.send("DELETE", "faults")
        return struck

    async def settings(self, **changes: Any) -> Json:
        """Changes `has_limits`, `webhook_pause_seconds`, `reads_all_group_messages` or a limit."""
        changed: Json = await self.control.put("settings", **changes)
        return changed

    @asynccontextmanager
    async def refusing_connections(self) -> AsyncIterator[None]:
        """While it is open nobody can connect to `address`; only for a sandbox in this process."""
        assert self._running is not None, "a sandbox of its own process cannot refuse"  # noqa: S101
        await asyncio.to_thread(self._running.refuse_connections)
        try:
            yield
        finally:
            await asyncio.to_thread(self._running.accept_connections)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    await process.wait()
