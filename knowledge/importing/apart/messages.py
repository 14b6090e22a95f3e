"""What passes between the process that wants a file read and the one that reads it: a line of JSON each."""

from dataclasses import dataclass
from functools import cache

from pydantic import TypeAdapter, ValidationError

from knowledge.facts import Reading
from knowledge.importing.header import Given
from knowledge.importing.page import Page
from knowledge.importing.progress import Progress
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.limits import Limits


@dataclass(frozen=True, slots=True)
class Task:
    """A function of ours that looks into a file: by its module and name; it is given the path and then these words."""

    module: str
    function: str
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Request:
    """A file to read, or a page kept as a file where a program has made one; without `given` only the page is wanted.

    With a task neither is, but what the task says.
    """

    path: str
    limits: Limits
    given: Given | None = None
    holds_page: bool = False
    task: Task | None = None


@dataclass(frozen=True, slots=True)
class Reply:
    """One of these: how far it has come, what was read or said, why not, or the exit status with which the reading ended."""

    progress: Progress | None = None
    page: Page | None = None
    reading: Reading | None = None
    said: str | None = None
    fault: Fault | None = None
    details: dict[str, str] | None = None
    status: int | None = None

    @classmethod
    def of_error(cls, error: UnreadableFile) -> "Reply":
        """The reply for a file that cannot be read."""
        return cls(fault=error.code, details=error.details)

    @property
    def error(self) -> UnreadableFile | None:
        """The error that the reply stands for."""
        return UnreadableFile(self.fault, **(self.details or {})) if self.fault else None


def pack(message: Request | Reply | Page) -> bytes:
    """The message as one line."""
    if isinstance(message, Request):
        return _requests().dump_json(message) + b"\n"
    if isinstance(message, Page):
        return _pages().dump_json(message) + b"\n"
    return _replies().dump_json(message) + b"\n"


def unpack_request(line: bytes) -> Request:
    """The request that was packed."""
    return _requests().validate_json(line)


def unpack_page(line: bytes) -> Page:
    """The page that was packed."""
    return _pages().validate_json(line)


def unpack_reply(line: bytes) -> Reply | None:
    """The reply that was packed; None for a line that its writer could not finish."""
    try:
        return _replies().validate_json(line)
    except ValidationError:
        return None


@cache
def _requests() -> TypeAdapter[Request]:
    return TypeAdapter(Request)


@cache
def _pages() -> TypeAdapter[Page]:
    return TypeAdapter(Page)


@cache
def _replies() -> TypeAdapter[Reply]:
    return TypeAdapter(Reply)
