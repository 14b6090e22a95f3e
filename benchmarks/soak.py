"""Questions at a steady rate for twenty minutes: `make soak`, or `python -m benchmarks.soak --minutes 1`.

Fails when memory or open files of the bot grow, when times do, or when anything is left unanswered.
"""

import argparse
import asyncio
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Step, ask
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import open_knowledge
from tests.delivery.processes import processes
from tests.house import ROOT

# What a process may grow by after its first minute: caches of the examples and of charts fill, connections come and go.
MOST_MORE_MEGABYTES = 30.0
MOST_MORE_FILES = 20
# On a machine that does other things as well, a later minute may be this much slower than the first.
MOST_TIMES_SLOWER = 3.0
WINDOW_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class Look:
    """The bot's process after a stretch of time, and how that stretch was answered."""

    megabytes: float
    files: int
    step: Step


async def main(minutes: float, rate: float) -> bool:
    """Whether everything stayed flat; prints a line for each stretch."""
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/cchc.db"
        knowledge = open_knowledge(url)
        for path in sorted((ROOT / "samples").glob("*")):
            draft = knowledge.importing.import_file(path, by=None)
            knowledge.reports.publish(draft.report_id, by=None, notify=False)
        knowledge.close()
        looks = []
        for_each = int(rate * WINDOW_SECONDS)
        async with Sandbox.start_process() as sandbox, processes(sandbox, url) as started:
            bot = await started.start()
            for _ in range(max(3, round(minutes * 60 / WINDOW_SECONDS))):
                step = await ask(sandbox, await sandbox.crowd(for_each), rate)
                looks.append(Look(_megabytes(bot), _files(bot), step))
                print(f"{looks[-1].megabytes:.0f} MB, {looks[-1].files} files, {step.line()}", flush=True)
    return _is_flat(looks)


def _megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _files(process: int) -> int:
    return len(list(Path(f"/proc/{process}/fd").iterdir()))


def _is_flat(looks: list[Look]) -> bool:
    """Compares the last stretch with the second: in the first everything is loaded."""
    first, last = looks[1], looks[-1]
    unanswered = sum(look.step.asked - look.step.answered for look in looks)
    more = last.megabytes - first.megabytes
    slower = last.step.percentile(0.5) / first.step.percentile(0.5)
    print(f"{unanswered} unanswered, {more:+.0f} MB, {last.files - first.files:+d} files, median times {slower:.1f}")
    is_small = more <= MOST_MORE_MEGABYTES and last.files - first.files <= MOST_MORE_FILES
    return unanswered == 0 and is_small and slower <= MOST_TIMES_SLOWER


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=20.0)
    options.add_argument("--rate", type=float, default=5.0, help="questions a second")
    given = options.parse_args()
    sys.exit(0 if asyncio.run(main(given.minutes, given.rate)) else 1)
