"""What an event tells, as the notice carries it: JSON in the store, values for whoever lays it out."""

from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period


@dataclass(frozen=True, slots=True)
class Headline:
    """One figure worth telling, and the sentence it stands in."""

    label: str
    written: str  # with its unit, as it stands
    quote: str


@dataclass(frozen=True, slots=True)
class ReportNews:
    """One report to tell of."""

    report_id: int
    title: str
    number: str | None
    organisation: str | None
    period: Period | None
    signed_on: date | None
    source: str | None
    documents: int
    figures: int
    tasks: int
    headlines: tuple[Headline, ...]


@dataclass(frozen=True, slots=True)
class News:
    """One report, or of a CATCH_UP all that were missed, the oldest first."""

    reports: tuple[ReportNews, ...]


def read_news(payload: str) -> News:
    """The news that a notice carries."""
    raise NotImplementedError


def write_news(news: News) -> str:
    """The payload from which `read_news` reads the same."""
    raise NotImplementedError
