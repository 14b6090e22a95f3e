"""What an event tells, as the notice carries it: JSON in the store, values for whoever lays it out."""

from dataclasses import dataclass
from datetime import date

from pydantic import TypeAdapter

from knowledge.facts import Period, Reading
from knowledge.store.announcer import Announcement

# As many lines as a message shows without scrolling.
_HEADLINES = 5


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
        headlines=_headlines(announcement.reading),
    )


def _headlines(reading: Reading) -> tuple[Headline, ...]:
    """The first whole figures, each of which others are a part of or stands by itself, one a sentence."""
    found = []
    for statement in reading.statements:
        whole = next((figure for figure in statement.figures if figure.part_of is None and figure.label), None)
        if whole:
            found.append(Headline(whole.label, whole.written, statement.span.cut(reading.text)))
    return tuple(found[:_HEADLINES])
