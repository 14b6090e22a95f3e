"""What was fetched, as a file with a name that says its format."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

from knowledge.fetching.fetcher import Fetched, Fetcher

_ENDINGS = {
    "text/html": ".html",
    "application/xhtml+xml": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}
# File systems take 255 bytes.
_LONGEST_NAME = 100


@contextmanager
def fetched_file(fetcher: Fetcher, address: str) -> Iterator[Path]:
    """The file behind the address, until the block ends; raises CannotFetch."""
    with as_file(fetcher.get(address)) as path:
        yield path


@contextmanager
def as_file(fetched: Fetched) -> Iterator[Path]:
    """What was fetched as a file, until the block ends."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / file_name(fetched.address, fetched.content_type)
        path.write_bytes(fetched.content)
        yield path


def file_name(address: str, content_type: str) -> str:
    """The last part of the address, with the ending that the content's type asks for."""
    name = Path(unquote(urlsplit(address).path).replace("\\", "/").replace("\0", "")).name[-_LONGEST_NAME:]
    name = name if name.strip(". ") else "report"
    ending = _ENDINGS.get(content_type, "")
    return name if not ending or name.lower().endswith(ending) else name + ending
