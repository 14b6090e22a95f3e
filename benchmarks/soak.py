"""Questions at a steady rate for twenty minutes: `make soak`, or `python -m benchmarks.soak --minutes 1`.

Fails when memory or open files of the bot grow, when times do, or when anything is left unanswered.
"""

import argparse
import asyncio
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.load import Step, people
from benchmarks.turns import publish_samples
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import open_knowledge
from tests.delivery.processes import processes

# What a process may grow by after its first minute: caches of the examples and of charts fill, connections come and go.
MOST_MORE_MEGABYTES = 30.0
MOST_MORE_FILES = 20
# On a machine that does other things as well, the last third may be this much slower than the first.
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
        publish_samples(knowledge)
        knowledge.close()
        looks = []
        for_each = int(rate * WINDOW_SECONDS)
        async with (
            Sandbox.start_process() as sandbox,
            people(sandbox) as writing,
            processes(sandbox, url) as started,
        ):
            bot = await started.start()
            for _ in range(max(3, round(minutes * 60 / WINDOW_SECONDS))):
                step = await writing.ask(await sandbox.crowd(for_each), rate)
                looks.append(Look(_megabytes(bot), _files(bot), step))
                print(f"{looks[-1].megabytes:.0f} MB, {looks[-1].files} files, {step.line()}", flush=True)
    return _is_flat(looks)


def _megabytes(process: int) -> float:
    lines = Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS")) / 1024


def _files(process: int) -> int:
    return len(list(Path(f"/proc/{process}/fd").iterdir()))


def _is_flat(looks: list[Look]) -> bool:
    """Compares the last third of the stretches with the first third, but for the very first, in which everything is loaded."""
    third = max(1, (len(looks) - 1) // 3)
    early, late = looks[1 : 1 + third], looks[-third:]
    unanswered = sum(look.step.asked - look.step.answered for look in looks)
    more = _middle(look.megabytes for look in late) - _middle(look.megabytes for look in early)
    files = int(_middle(look.files for look in late) - _middle(look.files for look in early))
    times = _middle(look.step.percentile(0.5) for look in late) / _middle(look.step.percentile(0.5) for look in early)
    judged = (
        (f"{unanswered} unanswered", unanswered == 0),
        (f"memory {more:+.0f} MB", more <= MOST_MORE_MEGABYTES),
        (f"open files {files:+d}", files <= MOST_MORE_FILES),
        (f"median times {times:.1f} of the first", times <= MOST_TIMES_SLOWER),
    )
    failed = [said for said, is_fine in judged if not is_fine]
    print("; ".join(said for said, _ in judged))
    print(f"SOAK FAILED: {'; '.join(failed)}" if failed else "SOAK PASSED: everything stayed flat", flush=True)
    return not failed


def _middle(values: Iterable[float]) -> float:
    ordered = sorted(values)
    return ordered[len(ordered) // 2]


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--minutes", type=float, default=20.0)
    options.add_argument("--rate", type=float, default=5.0, help="questions a second")
    given = options.parse_args()
    sys.exit(0 if asyncio.run(main(given.minutes, given.rate)) else 1)
