"""What an address turned out to be, and the reports it names."""

from dataclasses import dataclass
from enum import StrEnum


class SourceKind(StrEnum):
    """What is at the address."""

    LISTING = "listing"  # a page that links to reports
    FEED = "feed"  # RSS or Atom
    PAGE = "page"  # one report, which may change


@dataclass(frozen=True, slots=True)
class Link:
    """A report at an address, called `title` where it is named."""

    address: str
    title: str


@dataclass(frozen=True, slots=True)
class Findings:
    """What an address is, what it calls itself, the reports it names and the documents it offers for download."""

    kind: SourceKind
    title: str | None
    links: tuple[Link, ...]
    files: tuple[str, ...] = ()
