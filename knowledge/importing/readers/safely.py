"""Reading a file that anybody may have sent: in a process of its own that can be ended."""

import os
import signal
import subprocess
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

import knowledge
from knowledge.importing.page import Page
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits
from knowledge.importing.readers.office import to_docx
from knowledge.importing.readers.passing import pack_limits, unpack

_ROOT = str(Path(knowledge.__file__).parent.parent)


def read_page_safely(path: Path, *, limits: Limits = DEFAULT) -> Page:
    """The page of a file, read in a child process that ends with the limits' seconds and memory.

    Old Word files and scans take the programs that read them, where those are installed, and more time.
    Raises `UnreadableFile` for whatever happens to the child; of this process's environment nothing but the
    path to programs reaches it.
    """
    try:
        return _read_in_child(path, limits)
    except UnreadableFile as refused:
        if refused.code not in {Fault.NEEDS_OFFICE, Fault.NEEDS_OCR}:
            raise
        with tempfile.TemporaryDirectory() as directory:
            if refused.code is Fault.NEEDS_OFFICE:
                page = _read_in_child(to_docx(path, Path(directory)), limits)
                return replace(page, format=_kind(path))
            with path.open("rb") as file:
                is_pdf = b"%PDF-" in file.read(1024)
            from knowledge.importing.readers.scans import read_scan

            return read_scan(path, Path(directory), is_pdf=is_pdf, limits=limits)


def _read_in_child(path: Path, limits: Limits) -> Page:
    try:
        limits.check_file_bytes(path.stat().st_size)
    except OSError as error:
        raise UnreadableFile(Fault.MISSING) from error
    command = [sys.executable, "-P", "-m", "knowledge.importing.readers", str(path.resolve()), pack_limits(limits)]
    packed, status = _run(command, limits.seconds)
    if status != 0:
        raise _cause_of_death(status, path, limits)
    try:
        return unpack(packed)
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableFile(Fault.DAMAGED, format=_kind(path)) from error


def _run(command: list[str], seconds: float) -> tuple[bytes, int]:
    """What a program writes and its exit status; one that takes longer is killed with all it started."""
    environment = {"PATH": os.environ.get("PATH", os.defpath), "PYTHONPATH": _ROOT, "PYTHONUTF8": "1"}
    with subprocess.Popen(  # noqa: S603 - our own interpreter and module, the file's name as one argument
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


def _cause_of_death(status: int, path: Path, limits: Limits) -> UnreadableFile:
    if -status == signal.SIGXCPU or -status == signal.SIGKILL:
        return UnreadableFile(Fault.TOO_SLOW, limit=f"{limits.seconds:g}")
    return UnreadableFile(Fault.DAMAGED, format=_kind(path))


def _kind(path: Path) -> str:
    return path.suffix.lstrip(".").lower() or "?"
