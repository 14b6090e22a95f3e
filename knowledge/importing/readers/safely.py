"""Reading a file that anybody may have sent: in a process of its own that can be ended."""

import signal
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from knowledge.importing.page import Page
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits
from knowledge.importing.readers.office import to_docx
from knowledge.importing.readers.passing import pack_limits, unpack
from knowledge.importing.readers.programs import run
from knowledge.importing.readers.reading import read_page
from knowledge.importing.readers.sniffing import sniff

_SMALL_BYTES = 500_000  # a report of some 150 pages


def read_page_safely(path: Path, *, limits: Limits = DEFAULT) -> Page:
    """The page of a file, read in a child process that ends with the limits' seconds and memory.

    Text of a report's usual size is read in this process: nothing is unpacked or programmed in it, and a child takes
    a quarter of a second to start.  Old Word files and scans take the programs that read them, where those are installed, and more time.
    Raises `UnreadableFile` for whatever happens to the child; of this process's environment nothing but the
    path to programs reaches it.
    """
    try:
        return read_page(path, limits=limits) if is_small_text(path) else _read_in_child(path, limits)
    except UnreadableFile as refused:
        if refused.code not in {Fault.NEEDS_OFFICE, Fault.NEEDS_OCR}:
            raise
        with tempfile.TemporaryDirectory() as directory:
            if refused.code is Fault.NEEDS_OFFICE:
                page = _read_in_child(to_docx(path, Path(directory)), limits)
                return replace(page, format=_kind(path))
            with path.open("rb") as file:
                is_pdf = b"%PDF-" in file.read(1024)
            # Imported late: it brings the pdf library, which this process needs for scans only.
            from knowledge.importing.readers.scans import read_scan

            return read_scan(path, Path(directory), is_pdf=is_pdf, limits=limits)


def is_small_text(path: Path) -> bool:
    """Whether the file is plain text by its content as well as by its name, and of no more than a long report."""
    try:
        if path.suffix.lower() not in {".txt", ".md"} or path.stat().st_size > _SMALL_BYTES:
            return False
        return sniff(path.read_bytes(), path.name) in {"txt", "md"}
    except (OSError, UnreadableFile):
        return False


def _read_in_child(path: Path, limits: Limits) -> Page:
    try:
        limits.check_file_bytes(path.stat().st_size)
    except OSError as error:
        raise UnreadableFile(Fault.MISSING) from error
    command = [sys.executable, "-P", "-m", "knowledge.importing.readers", str(path.resolve()), pack_limits(limits)]
    # The system counts the processor's time; by the clock a busy machine takes longer for the same.
    packed, status = run(command, 2 * limits.seconds)
    if status != 0:
        raise _cause_of_death(status, path, limits)
    try:
        return unpack(packed)
    except (ValueError, TypeError, KeyError) as error:
        raise UnreadableFile(Fault.DAMAGED, format=_kind(path)) from error


def _cause_of_death(status: int, path: Path, limits: Limits) -> UnreadableFile:
    if -status == signal.SIGXCPU or -status == signal.SIGKILL:
        return UnreadableFile(Fault.TOO_SLOW, limit=f"{limits.seconds:g}")
    return UnreadableFile(Fault.DAMAGED, format=_kind(path))


def _kind(path: Path) -> str:
    return path.suffix.lstrip(".").lower() or "?"
