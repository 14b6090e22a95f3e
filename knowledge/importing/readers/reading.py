"""Reading a file: what it is by its content, then the reader of that format."""

from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from knowledge.importing.page import Page
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import DEFAULT, Limits, megabytes
from knowledge.importing.readers.sniffing import sniff

Reader = Callable[[bytes, Limits], Page]

# A module and its function for each format: a reader's library is imported when its format comes.
_READERS = {
    "txt": ("plain_text", "read_plain_text"),
    "md": ("markdown", "read_markdown"),
    "html": ("html", "read_html"),
    "mht": ("html", "read_archive"),
    "docx": ("word", "read_docx"),
    "pdf": ("pdf", "read_pdf"),
    "xlsx": ("sheets.workbooks", "read_xlsx"),
    "xls": ("sheets.workbooks", "read_xls"),
    "csv": ("sheets.csv_table", "read_csv"),
}


def read_page(path: Path, *, limits: Limits = DEFAULT) -> Page:
    """The page of a file, read in this process; raises `UnreadableFile` for anything that is no page."""
    data = read_bytes(path, limits)
    return read_data(data, path.name, limits)


def read_bytes(path: Path, limits: Limits) -> bytes:
    """The file's bytes; a file too large is refused before it is read."""
    try:
        limits.check_file_bytes(path.stat().st_size)
        return path.read_bytes()
    except OSError as error:
        raise UnreadableFile(Fault.MISSING) from error


def read_data(data: bytes, name: str, limits: Limits) -> Page:
    """The page of a file's bytes; the name only decides between kinds of text."""
    format = sniff(data, name)
    if format == "image":
        raise UnreadableFile(Fault.NEEDS_OCR)
    if format not in _READERS:
        raise UnreadableFile(Fault.NEEDS_OFFICE, format=format)
    try:
        return _reader(format)(data, limits)
    except RecursionError as error:
        raise UnreadableFile(Fault.TOO_DEEP, limit=str(limits.depth)) from error
    except MemoryError as error:
        raise UnreadableFile(Fault.TOO_MUCH_MEMORY, limit=megabytes(limits.memory_bytes)) from error


def _reader(format: str) -> Reader:
    module, function = _READERS[format]
    found: Reader = getattr(import_module(f"knowledge.importing.readers.{module}"), function)
    return found
