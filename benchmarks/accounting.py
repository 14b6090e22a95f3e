"""Who used how much of the processor, as the system tells it."""

import os
from collections.abc import Callable, Mapping
from pathlib import Path

# Seconds of the processor so far.
Taken = Callable[[], float]


class Account:
    """What each of these took since it was last asked."""

    def __init__(self, taken: Mapping[str, Taken]) -> None:
        self._taken = taken
        self._before = self._now()

    def begin(self) -> None:
        """What was taken so far does not count."""
        self._before = self._now()

    def line(self, count: int) -> str:
        """For people: the milliseconds for each of so many messages since then."""
        now, before = self._now(), self._before
        return ", ".join(f"{name} {(now[name] - before[name]) / count * 1000:.1f} ms" for name in now)

    def _now(self) -> dict[str, float]:
        return {name: taken() for name, taken in self._taken.items()}


def own_seconds(process: int) -> float:
    """What it took itself."""
    return sum(_ticks(process)[:2]) / os.sysconf("SC_CLK_TCK")


def family_seconds(process: int) -> float:
    """What it took with those that it started, whether they have ended or not."""
    children = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    return sum(_ticks(process)) / os.sysconf("SC_CLK_TCK") + sum(map(own_seconds, map(int, children)))


def _ticks(process: int) -> list[int]:
    """Of itself in the program and in the system, then of ended children (proc(5)); nothing of one that has ended."""
    try:
        stat = Path(f"/proc/{process}/stat").read_text(encoding="utf-8")
    except OSError:
        return [0, 0, 0, 0]
    return [int(field) for field in stat.rpartition(")")[2].split()[11:15]]
