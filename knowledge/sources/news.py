"""What there is to tell admins of a source: JSON in the outbox, values for whoever lays it out."""

from dataclasses import dataclass

from pydantic import TypeAdapter

from knowledge.facts import Period
from knowledge.lazily import later
from knowledge.sources.trouble import Trouble


@dataclass(frozen=True, slots=True)
class FoundReport:
    """A report that was found and imported."""

    report_id: int
    title: str
    number: str | None
    period: Period | None
    documents: int
    figures: int
    tasks: int
    doubts: int
    is_version: bool  # of a report that was here
    is_published: bool
    told: int  # chats, if it was published


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A report that was found and given up."""

    address: str
    title: str
    trouble: Trouble


@dataclass(frozen=True, slots=True)
class SourceNews:
    """What a look at a source brought; `trouble` is of the source itself, looked at in vain `failures` times."""

    source_id: int
    name: str
    address: str
    reports: tuple[FoundReport, ...] = ()
    unreadable: tuple[Unreadable, ...] = ()
    trouble: Trouble | None = None
    failures: int = 0

    @property
    def is_any(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.reports or self.unreadable or self.trouble)


_NEWS = later(lambda: TypeAdapter(SourceNews))


def read_source_news(payload: str) -> SourceNews:
    """The news that a notice carries."""
    return _NEWS.validate_json(payload)


def write_source_news(news: SourceNews) -> str:
    """The payload from which `read_source_news` reads the same."""
    return _NEWS.dump_json(news).decode()
