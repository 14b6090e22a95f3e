"""How soon a bot that is started answers the question that waits for it: `python -m benchmarks.starting FOLDER [COUNT…]`.

FOLDER keeps generated stores.  Each start is that of `cchc run` as a process, against the sandbox in place of Telegram.
"""

import asyncio
import os
import shutil
import signal
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage

from benchmarks import filled_stores
from benchmarks.measuring import CCHC, ROOT
from bot.sandbox.client import Sandbox

COUNTS = (1_000, 40_000)
# Starts of each store; the middle one is told.
STARTS = 3
# A bot keeps what it has worked out within so long after its first start, if the store is large enough.
WORDS_SECONDS = 20
QUESTION = "Quyết định 12/QĐ-UBND năm 2016 của UBND tỉnh Hà Giang về việc gì?"


@dataclass(frozen=True, slots=True)
class Start:
    """By the clock until the answer came, and of the processor until the process ended right after."""

    seconds: float
    busy_seconds: float


async def start(store: Path, *, is_first: bool = False) -> Start:
    """One start of a copy of the store, with a question waiting; what a first one keeps for later ones is kept with the store."""
    words = f"{store.name}.view.words"
    async with Sandbox.start_process() as sandbox:
        # Another sandbox counts its updates from one again, and a store answers each update once.
        folder = Path(tempfile.mkdtemp(prefix="start"))
        for path in (store, store.with_name(f"{store.name}.view"), store.with_name(words)):
            if path.exists():
                shutil.copy(path, folder)
        person = sandbox.person((await sandbox.crowd(1))[0])
        await person.say(QUESTION)
        environment = {
            # As installed programs do, it finds its modules compiled.
            **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
            "TELEGRAM_BOT_TOKEN": sandbox.token,
            "TELEGRAM_API_URL": sandbox.api_url,
            "DATABASE_URL": f"sqlite:///{folder / store.name}",
            "PYTHONPATH": str(ROOT),
        }
        before = getrusage(RUSAGE_CHILDREN)
        began = time.perf_counter()
        bot = await asyncio.create_subprocess_exec(
            CCHC, "run", env=environment, cwd=folder, stderr=asyncio.subprocess.DEVNULL
        )
        try:
            await person.replies(1, timeout_seconds=120)
            seconds = time.perf_counter() - began
            if is_first and await asyncio.to_thread(_appears, folder / words):
                shutil.copy(folder / words, store.with_name(words))
        finally:
            bot.send_signal(signal.SIGKILL)
            await bot.wait()
            shutil.rmtree(folder)
    after = getrusage(RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Start(seconds, busy)


def _appears(path: Path) -> bool:
    """Whether the file is there soon; a small store has none."""
    until = time.monotonic() + WORDS_SECONDS
    while not path.exists() and time.monotonic() < until:
        time.sleep(0.1)
    return path.exists()


def starts(store: Path) -> list[Start]:
    """So many starts; the first, for which the system reads the program from the disk, is not counted."""
    asyncio.run(start(store, is_first=True))
    return [asyncio.run(start(store)) for _ in range(STARTS)]


def middle(found: list[float]) -> float:
    """The median."""
    return sorted(found)[len(found) // 2]


def main(folder: Path, counts: list[int]) -> None:
    """Prints a line for each store."""
    for count in counts or COUNTS:
        url = filled_stores.make(folder, count)
        found = starts(Path(url.removeprefix("sqlite:///")))
        print(
            f"{count:>9,} items: the answer after {middle([one.seconds for one in found]):.2f} s by the clock, "
            f"{middle([one.busy_seconds for one in found]):.2f} s of the processor",
            flush=True,
        )


if __name__ == "__main__":
    main(Path(sys.argv[1]), list(map(int, sys.argv[2:])))
