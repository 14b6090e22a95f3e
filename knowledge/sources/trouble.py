"""What went wrong at a source, as the store keeps it and as people read it."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

from pydantic import TypeAdapter

from knowledge.fetching.errors import CannotFetch, FetchFault
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.lazily import later
from knowledge.storable import UnstorableText


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why an address could not be fetched or read, or why its report is not kept."""

    about: Literal["fetching", "reading", "nothing"]
    code: str
    details: dict[str, str]
    is_lasting: bool  # looking again cannot help

    def in_language(self, language: str) -> str:
        """One or two sentences, in `vi` or `en`."""
        if self.about == "fetching":
            return CannotFetch(FetchFault(self.code), None, **self.details).in_language(language)
        if self.about == "reading":
            return UnreadableFile(Fault(self.code), **self.details).in_language(language)
        return _NOTHING["en" if language == "en" else "vi"]


NOTHING = Trouble("nothing", "", {}, True)
_NOTHING = {
    "vi": "Trang không có số liệu, văn bản hay nhiệm vụ nào đọc được.",
    "en": "No figure, document or task could be read on the page.",
}
_TROUBLE = later(lambda: TypeAdapter(Trouble))


def trouble_of(error: CannotFetch | UnreadableFile | UnstorableText) -> Trouble:
    """The error, to be kept."""
    if isinstance(error, CannotFetch):
        return Trouble("fetching", error.code.value, error.details, error.is_lasting)
    if isinstance(error, UnreadableFile):
        return Trouble("reading", error.code.value, error.details, True)
    return Trouble("reading", Fault.DAMAGED.value, {"format": "text"}, True)


def retry_after(error: Exception) -> timedelta | None:
    """How long the server asked to be left alone."""
    return error.retry_after if isinstance(error, CannotFetch) else None


def read_trouble(kept: str) -> Trouble:
    """The trouble that the store keeps."""
    return _TROUBLE.validate_json(kept)


def write_trouble(trouble: Trouble) -> str:
    """The words from which `read_trouble` reads the same."""
    return _TROUBLE.dump_json(trouble).decode()
