"""What an event tells, as the notice carries it: JSON in the store, values for whoever lays it out."""

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from knowledge.facts import Period
from knowledge.following.headlines import Headline, headlines_of
from knowledge.store.announcer import Announcement


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


_NEWS = TypeAdapter(News)


def read_news(payload: str) -> News:
    """The news that a notice carries."""
    return _NEWS.validate_json(payload)


def write_news(news: News) -> str:
    """The payload from which `read_news` reads the same."""
    return _NEWS.dump_json(news).decode()


def news_of(announcement: Announcement) -> ReportNews:
    """What there is to tell of a report that is published."""
    report = announcement.reading.report
    return ReportNews(
        report_id=announcement.report_id,
        title=report.title,
        number=report.number,
        organisation=report.organisation,
        period=report.period,
        signed_on=report.signed_on,
        source=report.source,
        documents=announcement.documents,
        figures=announcement.figures,
        tasks=announcement.tasks,
        headlines=headlines_of(announcement.reading),
    )
