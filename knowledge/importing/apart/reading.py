"""A file that anybody may have sent becomes a page or a reading, in a process that can be ended."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from knowledge.facts import Reading
from knowledge.importing.apart.messages import Reply, Request, Task, pack
from knowledge.importing.apart.server import shared_servers
from knowledge.importing.header import Given
from knowledge.importing.page import Page
from knowledge.importing.progress import Progress, nobody_waits
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits
from knowledge.importing.readers.office import to_docx


def read_apart(
    path: Path, given: Given, progress: Callable[[Progress], None] = nobody_waits, *, limits: Limits = DEFAULT
) -> Reading:
    """What the file says, read and understood by a process that ends with the limits' seconds and memory.

    Old Word files and scans take the programs that read them, where those are installed, and more time.
    Raises `UnreadableFile` for whatever happens to the process; of this process's environment nothing but the
    path to programs reaches it.
    """
    reading = _ask(path, limits, given, progress).reading
    if reading is None:
        raise UnreadableFile(Fault.DAMAGED, format=_kind(path))
    return reading


def read_page_apart(path: Path, *, limits: Limits = DEFAULT) -> Page:
    """The page of the file, as `read_apart` reads it."""
    page = _ask(path, limits, None, nobody_waits).page
    if page is None:
        raise UnreadableFile(Fault.DAMAGED, format=_kind(path))
    return page


def ask_apart(path: Path, task: Task) -> str:
    """What the task says of the file, in such a process; raises `UnreadableFile` for whatever happens to it."""
    said = shared_servers().ask(Request(str(path.resolve()), DEFAULT, task=task), nobody_waits).said
    if said is None:
        raise UnreadableFile(Fault.DAMAGED, format=_kind(path))
    return said


def _ask(path: Path, limits: Limits, given: Given | None, progress: Callable[[Progress], None]) -> Reply:
    try:
        limits.check_file_bytes(path.stat().st_size)
    except OSError as error:
        raise UnreadableFile(Fault.MISSING) from error
    request = Request(str(path.resolve()), limits, given)
    try:
        return shared_servers().ask(request, progress)
    except UnreadableFile as refused:
        if refused.code not in {Fault.NEEDS_OFFICE, Fault.NEEDS_OCR}:
            raise
        return _ask_through_program(path, request, progress, refused.code)


def _ask_through_program(path: Path, request: Request, progress: Callable[[Progress], None], needs: Fault) -> Reply:
    """The reply on the page that LibreOffice or Tesseract makes of the file."""
    with tempfile.TemporaryDirectory() as folder:
        if needs is Fault.NEEDS_OFFICE:
            converted = to_docx(path, Path(folder))
            of_page = replace(request, path=str(converted), given=None)
            made = shared_servers().ask(of_page, nobody_waits).page
            page = replace(made, format=_kind(path)) if made else None
        else:
            page = _scanned(path, Path(folder), request.limits)
        if request.given is None or page is None:
            return Reply(page=page)
        kept = Path(folder) / "page.json"
        kept.write_bytes(pack(page))
        return shared_servers().ask(replace(request, path=str(kept), holds_page=True), progress)


def _scanned(path: Path, folder: Path, limits: Limits) -> Page:
    # Imported late: it brings the pdf library, which this process needs for scans only.
    from knowledge.importing.readers.scans import read_scan

    with path.open("rb") as file:
        is_pdf = b"%PDF-" in file.read(1024)
    return read_scan(path, folder, is_pdf=is_pdf, limits=limits)


def _kind(path: Path) -> str:
    return path.suffix.lstrip(".").lower() or "?"
