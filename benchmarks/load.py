"""Questions at a rate, each in a chat of its own, and how long the answers took."""

import asyncio
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import aiohttp

from benchmarks.accounting import Account
from benchmarks.questions import different
from bot.sandbox.client import Sandbox

# What is not answered by then counts as not answered.
PATIENCE_SECONDS = 60.0
# Half of the answers slower than that: the next rate would only make them wait.
HOPELESS_SECONDS = 2.0
CONNECTIONS = 64
LOOK_AGAIN_SECONDS = 0.2


@dataclass(frozen=True, slots=True)
class Step:
    """What came of asking at one rate; seconds from writing a question to its answer."""

    rate: float
    asked: int
    answered: int
    seconds: tuple[float, ...]

    def percentile(self, share: float) -> float:
        """So many of the answers came within that time."""
        ordered = sorted(self.seconds)
        return ordered[min(len(ordered) - 1, int(share * len(ordered)))] if ordered else float("inf")

    def line(self) -> str:
        """For people."""
        p50, p99 = self.percentile(0.5), self.percentile(0.99)
        return f"{self.rate:6.0f} a second: {self.answered} of {self.asked}, p50 {p50 * 1000:.0f} ms, p99 {p99 * 1000:.0f} ms"


@dataclass
class People:
    """Who writes in the sandbox, over few connections that are kept: httpx's pool would take longer than the bot."""

    sandbox: Sandbox
    http: aiohttp.ClientSession
    asked: int = 0  # how many questions so far: no two are alike
    _seen: int = 0  # the last call of the log that was read
    _arrived: dict[str, float] = field(default_factory=dict)  # when a message reached a chat first

    async def ask(self, chats: list[int], rate: float) -> Step:
        """One question to each of these chats, evenly at that rate; nothing else may be written in them meanwhile."""
        await self._read()
        self._arrived.clear()
        wrote: dict[str, float] = {}
        questions, self.asked = different(len(chats), self.asked), self.asked + len(chats)

        async def one(chat: int, question: str) -> None:
            wrote[str(chat)] = time.time()
            await self._call("POST", f"chats/{chat}/messages", json={"user_id": chat, "text": question})

        began, saying = time.monotonic(), []
        for number, (chat, question) in enumerate(zip(chats, questions, strict=True)):
            await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
            saying.append(asyncio.create_task(one(chat, question)))
        await asyncio.gather(*saying)
        deadline = time.monotonic() + PATIENCE_SECONDS
        await self._read()
        while len(wrote.keys() & self._arrived.keys()) < len(chats) and time.monotonic() < deadline:
            await asyncio.sleep(LOOK_AGAIN_SECONDS)
            await self._read()
        took = tuple(self._arrived[chat] - at for chat, at in wrote.items() if chat in self._arrived)
        return Step(rate, len(chats), len(took), took)

    async def begin(self, chats: list[int]) -> None:
        """All of these people press Start at once."""
        await asyncio.gather(
            *(self._call("POST", f"chats/{chat}/messages", json={"user_id": chat, "text": "/start"}) for chat in chats)
        )

    async def _read(self) -> None:
        """What the log of the Bot API has since the last look."""
        found = await self._call("GET", "calls", params={"method": "sendMessage", "after": str(self._seen)})
        self._seen = found["last"]
        for call in found["calls"]:
            if call["code"] == 200:
                self._arrived.setdefault(call["chat_id"], call["at"] + call["seconds"])

    async def _call(self, verb: str, path: str, *, params: dict[str, str] | None = None, json: Any = None) -> Any:
        given = {**(params or {}), "token": self.sandbox.token}
        url = f"{self.sandbox.address}/control/{path}"
        async with self.http.request(verb, url, params=given, json=json) as answer:
            answer.raise_for_status()
            return await answer.json()


@asynccontextmanager
async def people(sandbox: Sandbox) -> AsyncIterator[People]:
    """They are gone with the block."""
    connector = aiohttp.TCPConnector(limit=CONNECTIONS)
    async with aiohttp.ClientSession(connector=connector, timeout=aiohttp.ClientTimeout(total=120)) as http:
        yield People(sandbox, http)


async def until_too_slow(
    writing: People, chats: list[int], account: Account, *, first: float, seconds: float, most_ms: float
) -> tuple[float, list[Step]]:
    """The last rate (each 1.5 times the one before) at which 99 % of the answers came in time; stops at the second after it.

    Says for each who took how much of the processor for a question.
    """
    rate, held, steps, late, left = first, 0.0, [], 0, list(chats)
    while len(left) >= rate * seconds:
        count = int(rate * seconds)
        now, left = left[:count], left[count:]
        account.begin()
        steps.append(await writing.ask(now, rate))
        print(f"  {steps[-1].line()}; for each: {account.line(count)}", flush=True)
        if steps[-1].answered == count and steps[-1].percentile(0.99) * 1000 <= most_ms:
            held, late = rate, 0
        else:
            late += 1  # one rate may have had bad luck
        if late == 2 or steps[-1].percentile(0.5) > HOPELESS_SECONDS:
            break
        rate *= 1.5
    return held, steps
