"""Questions at a rate, each in a chat of its own, and how long the answers took."""

import asyncio
import time
from dataclasses import dataclass

from bot.sandbox.client import NothingCameError, Sandbox

# What is not answered by then counts as not answered.
PATIENCE_SECONDS = 60.0
QUESTIONS = ("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "QĐ 192 tới đâu rồi?", "ho so truc tuyen q2 chiem bn %")


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


async def ask(sandbox: Sandbox, chats: list[int], rate: float) -> Step:
    """One question to each of these chats, evenly at that rate; nobody else may write in them meanwhile."""
    wrote: dict[str, float] = {}
    before = len(await sandbox.calls("sendMessage"))

    async def one(number: int, chat: int) -> None:
        wrote[str(chat)] = time.time()
        await sandbox.person(chat).say(QUESTIONS[number % len(QUESTIONS)])

    began, saying = time.monotonic(), []
    for number, chat in enumerate(chats):
        await asyncio.sleep(max(0.0, began + number / rate - time.monotonic()))
        saying.append(asyncio.create_task(one(number, chat)))
    await asyncio.gather(*saying)
    deadline = time.monotonic() + PATIENCE_SECONDS
    took: dict[str, float] = {}
    while len(took) < len(chats) and time.monotonic() < deadline:
        for call in (await sandbox.calls("sendMessage"))[before:]:
            if call.code == 200 and call.chat_id in wrote and call.chat_id not in took:
                took[call.chat_id] = call.at - wrote[call.chat_id]
        await asyncio.sleep(0.5)
    return Step(rate, len(chats), len(took), tuple(took.values()))


async def until_too_slow(
    sandbox: Sandbox, chats: list[int], *, first: float, seconds: float, most_ms: float
) -> tuple[float, list[Step]]:
    """The last rate (each 1.5 times the one before) at which 99 % of the answers came in time; stops after it."""
    rate, held, steps, left = first, 0.0, [], list(chats)
    while len(left) >= rate * seconds:
        count = int(rate * seconds)
        now, left = left[:count], left[count:]
        try:
            steps.append(await ask(sandbox, now, rate))
        except NothingCameError:
            break
        print(f"  {steps[-1].line()}", flush=True)
        if steps[-1].answered < count or steps[-1].percentile(0.99) * 1000 > most_ms:
            break
        held, rate = rate, rate * 1.5
    return held, steps
