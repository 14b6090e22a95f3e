"""Running the shell program and what that took."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile

ROOT = Path(__file__).parents[1]
CCHC = str(Path(sys.executable).with_name("cchc"))


@dataclass(frozen=True, slots=True)
class Run:
    """What a program printed, its exit code, the time it took and the most memory that one process of it had.

    `seconds` are by the clock and grow on a busy machine; `busy_seconds` are the processor's.
    """

    said: str
    code: int
    seconds: float
    busy_seconds: float
    peak_bytes: int


def run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    """The program run to its end; memory is that of the larger of itself and any child it waited for."""
    with TemporaryFile() as out:
        began = time.monotonic()
        child = subprocess.Popen(command, env={**os.environ, **environment}, stdout=out, stderr=out, cwd=ROOT)
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        out.seek(0)
        said = out.read().decode("utf-8", "replace").strip()
    busy = usage.ru_utime + usage.ru_stime
    return Run(said, child.returncode, seconds, busy, usage.ru_maxrss * 1024)  # Linux counts it in kilobytes


def megabytes(size: int) -> str:
    """A size as people read it: "84 MB"."""
    return f"{size / 1_000_000:.0f} MB"


def most_megabytes() -> float:
    """The most that this process had; `getrusage` would tell of the one that started it, if that had more."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
