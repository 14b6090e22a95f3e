"""A report from a web address, as a file with a name that says its format."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import unquote, urlsplit

import httpx

from bot.explaining import Failed

# Reports are documents of a few megabytes; an address that sends more is no report.
MOST_BYTES = 50_000_000
FETCH_SECONDS = 60.0

_ENDINGS = {
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
}


def is_address(name: str) -> bool:
    """Whether this is a web address rather than a file."""
    return name.startswith(("https://", "http://"))


@contextmanager
def fetched(address: str) -> Iterator[Path]:
    """The file behind the address, until the block ends; raises Failed where it cannot be had."""
    with TemporaryDirectory() as folder:
        try:
            with httpx.stream("GET", address, follow_redirects=True, timeout=FETCH_SECONDS) as answer:
                answer.raise_for_status()
                path = Path(folder) / _name(address, answer.headers.get("content-type", ""))
                _write(answer, path)
        except (httpx.HTTPError, httpx.InvalidURL) as error:
            raise Failed(f"{address} cannot be fetched: {error}") from None
        yield path


def _write(answer: httpx.Response, path: Path) -> None:
    size = 0
    with path.open("wb") as file:
        for chunk in answer.iter_bytes():
            size += len(chunk)
            if size > MOST_BYTES:
                raise Failed(f"{answer.url} is larger than {MOST_BYTES // 1_000_000} MB")
            file.write(chunk)


def _name(address: str, content_type: str) -> str:
    name = Path(unquote(urlsplit(address).path)).name or "report"
    ending = _ENDINGS.get(content_type.partition(";")[0].strip().lower(), "")
    return name if not ending or name.lower().endswith(ending) else name + ending
