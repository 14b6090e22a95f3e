"""Where the time of answering and of sending goes: `python -m benchmarks.profiling [--questions 400] [--notices 400]`.

The bot runs in this process against the sandbox as another one; a thread looks every two milliseconds at what all threads do.
The processor's time that a thread took since the last look goes to the library that it is in and to the innermost of our rooms.
"""

import argparse
import asyncio
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from types import FrameType

from pydantic import SecretStr

from benchmarks.turns import publish_samples
from bot.bootstrap import Bot, build_bot
from bot.running import run_bot
from bot.sandbox.client import Sandbox
from bot.settings import Settings
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.following.rules import ALL_REPORTS
from tests.house import make_report

EVERY_SECONDS = 0.002
SHOWN = 10
QUESTIONS = ("quý I/2019 tiếp nhận bao nhiêu hồ sơ?", "Quyết định 192 tới đâu rồi?", "báo cáo mới nhất là báo cáo nào?")


class Looks:
    """What the threads did, look by look."""

    def __init__(self) -> None:
        self.libraries: dict[str, float] = defaultdict(float)
        self.rooms: dict[str, float] = defaultdict(float)
        self._busy: dict[int, float] = {}
        self._ended = threading.Event()

    @contextmanager
    def looking(self) -> Iterator[None]:
        """Looks until the block ends."""
        thread = threading.Thread(target=self._look)
        thread.start()
        try:
            yield
        finally:
            self._ended.set()
            thread.join()

    def _look(self) -> None:
        own = threading.get_ident()
        while not self._ended.wait(EVERY_SECONDS):
            for ident, frame in sys._current_frames().items():
                if ident != own:
                    self._note(frame, self._since(ident))

    def _since(self, ident: int) -> float:
        """What the thread took of the processor since the last look."""
        try:
            now = time.clock_gettime(time.pthread_getcpuclockid(ident))
        except OSError:  # it has just ended
            return 0.0
        before, self._busy[ident] = self._busy.get(ident, now), now
        return max(0.0, now - before)

    def _note(self, innermost: FrameType, seconds: float) -> None:
        frame: FrameType | None = innermost
        library, room = _library(innermost), ""
        while frame is not None:
            if (name := frame.f_globals.get("__name__", "")).split(".")[0] in {"bot", "handlers", "knowledge"}:
                room = room or ".".join(name.split(".")[:2])
            frame = frame.f_back
        self.libraries[library] += seconds
        self.rooms[room or "(none of ours)"] += seconds

    def show(self, what: str) -> None:
        """Prints the shares."""
        total = sum(self.libraries.values())
        print(f"{what}: {total:.1f} s of the processor")
        for title, found in (("library", self.libraries), ("room", self.rooms)):
            most = sorted(found.items(), key=lambda one: -one[1])[:SHOWN]
            shares = ", ".join(f"{name} {seconds / total:.0%}" for name, seconds in most)
            print(f"  {title}: {shares}", flush=True)


def _library(innermost: FrameType) -> str:
    name = str(innermost.f_globals.get("__name__", "")).split(".")
    return ".".join(name[:2]) if name[0] in {"bot", "handlers", "knowledge"} else name[0]


@asynccontextmanager
async def running() -> AsyncIterator[tuple[Sandbox, Bot]]:
    """A bot of its own, with the samples published."""
    with tempfile.TemporaryDirectory() as folder:
        knowledge = _filled(f"sqlite:///{folder}/cchc.db")
        async with Sandbox.start_process() as sandbox:
            settings = Settings(
                _env_file=None,  # type: ignore[call-arg]  (pydantic-settings takes it)
                telegram_bot_token=SecretStr(sandbox.token),
                telegram_api_url=sandbox.api_url,
            )
            bot, stop = build_bot(settings, knowledge, has_limits=False), asyncio.Event()
            running = asyncio.create_task(run_bot(bot, stop))
            first = sandbox.person((await sandbox.crowd(1))[0])
            await first.ask(QUESTIONS[0], timeout_seconds=120)
            yield sandbox, bot
            stop.set()
            await running
        knowledge.close()


def _filled(url: str) -> Knowledge:
    knowledge = open_knowledge(url)
    publish_samples(knowledge)
    return knowledge


async def answering(count: int) -> None:
    """So many questions, each in a chat of its own, all at once."""
    async with running() as (sandbox, _):
        chats, looks = await sandbox.crowd(count), Looks()
        began, busy = time.perf_counter(), time.process_time()
        with looks.looking():
            await asyncio.gather(
                *(sandbox.person(chat).say(QUESTIONS[n % len(QUESTIONS)]) for n, chat in enumerate(chats))
            )
            await sandbox.calls("sendMessage", count=count, timeout_seconds=300)
        _told("answering", count, began, busy)
        looks.show("answering")


async def sending(count: int) -> None:
    """One report told to so many."""
    async with running() as (sandbox, bot):
        knowledge, looks = bot.knowledge, Looks()
        chats = await sandbox.crowd(count)
        for chat in chats:
            await asyncio.to_thread(knowledge.subscribers.subscribe, chat, ALL_REPORTS, by=None)
        draft = knowledge.reports.save_draft(make_report(number="1/BC-X"), checksum="news", by=None)
        began, busy = time.perf_counter(), time.process_time()
        with looks.looking():
            await asyncio.to_thread(knowledge.reports.publish, draft.report_id, by=None)
            bot.sender.wake()
            await sandbox.calls("sendMessage", count=count, timeout_seconds=300)
        _told("sending", count, began, busy)
        looks.show("sending")


def _told(what: str, count: int, began: float, busy: float) -> None:
    seconds, of_processor = time.perf_counter() - began, time.process_time() - busy
    print(
        f"{what}: {count / seconds:.0f} a second by the clock, {of_processor / count * 1000:.2f} ms of the processor each"
    )


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--questions", type=int, default=400)
    options.add_argument("--notices", type=int, default=400)
    given = options.parse_args()
    asyncio.run(answering(given.questions))
    asyncio.run(sending(given.notices))
