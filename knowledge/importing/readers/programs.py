"""Running a program on somebody's file: for a set time, without this process's secrets."""

import os
import shutil
import signal
import subprocess
from collections.abc import Sequence
from pathlib import Path

import knowledge
from knowledge.importing.readers.errors import Fault, UnreadableFile

_ROOT = str(Path(knowledge.__file__).parent.parent)
_PASSED_ON = ("PATH", "TESSDATA_PREFIX", "SYSTEMROOT")


def clean_environment() -> dict[str, str]:
    """What a program that reads somebody's file may see of this process's environment: no token, no address of a store."""
    environment = {name: os.environ[name] for name in _PASSED_ON if name in os.environ}
    return environment | {"PYTHONPATH": _ROOT, "PYTHONUTF8": "1", "OMP_THREAD_LIMIT": "1"}


def run(command: Sequence[str], seconds: float, *, home: Path | None = None) -> tuple[bytes, int]:
    """What a program writes and its exit status; one that takes longer is killed with all it started.

    Of this process's environment it sees the paths to programs, and no token or address of a database.
    """
    environment = clean_environment()
    if home is not None:
        environment["HOME"] = str(home)
    with subprocess.Popen(  # noqa: S603 - our own words, and files' names as single arguments
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=environment,
        start_new_session=True,
    ) as child:
        try:
            written, _ = child.communicate(timeout=seconds)
        except subprocess.TimeoutExpired as error:
            os.killpg(child.pid, signal.SIGKILL)
            child.communicate()
            raise UnreadableFile(Fault.TOO_SLOW, limit=f"{seconds:g}") from error
        return written, child.returncode


def find_tesseract() -> str | None:
    """The program that recognises letters in pictures, if it is installed with Vietnamese."""
    program = shutil.which("tesseract")
    is_there = program is not None and b"vie" in run([program, "--list-langs"], _LISTING_SECONDS)[0].split()
    return program if is_there else None


_LISTING_SECONDS = 20  # it takes a hundredth of one
