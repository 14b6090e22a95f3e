"""What an event tells, as the notice carries it: JSON in the store, values for whoever lays it out."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from pydantic import TypeAdapter

from knowledge.asking.figures.indicators import Indicator
from knowledge.facts import Figure, Measure, Period, Reading, Statement
from knowledge.following.headlines import Headline, headlines_of
from knowledge.following.standing import Standing, standing_of, telling
from knowledge.lazily import later
from knowledge.store.announcer import Announcement
from knowledge.store.documents import Document


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
    entry: str = ""  # of what an admin added by hand, all that it says
    entry_before: str = ""  # and what it said before it was corrected


@dataclass(frozen=True, slots=True)
class DocumentNews:
    """A document that stands elsewhere than before, or whose day comes near or has passed."""

    keys: tuple[str, ...]  # those under which it is followed
    name: str
    before: Standing | None
    now: Standing
    quote: str
    report_id: int
    is_correction: bool = False
    days_left: int | None = None  # until the day it is expected; below 0 once that has passed
    is_gone: bool = False  # taken out by hand, and no report says more of it: `now` is what it was


@dataclass(frozen=True, slots=True)
class FigureNews:
    """A new or corrected value of an indicator, and the one of the period before."""

    keys: tuple[str, ...]
    name: str
    body: str
    period: Period | None
    measure: Measure
    value: Decimal
    written: str
    quote: str
    previous_period: Period | None = None
    previous_value: Decimal | None = None
    previous_written: str | None = None
    report_id: int | None = None
    corrected: str | None = None  # what the same report gave before
    is_gone: bool = False  # taken out by hand: `written` and `value` are what it was

    def passes(self, threshold: Decimal | None) -> bool:
        """Whether the value is on the other side of the threshold than the one before; the first, at or over it."""
        if threshold is None or self.corrected is not None or self.is_gone:
            return True
        was_over = self.previous_value is not None and self.previous_value >= threshold
        return (self.value >= threshold) != was_over


@dataclass(frozen=True, slots=True)
class News:
    """One report, or of a CATCH_UP all that were missed, the oldest first; and what of it is followed by itself."""

    reports: tuple[ReportNews, ...]
    documents: tuple[DocumentNews, ...] = ()
    figures: tuple[FigureNews, ...] = ()
    why: str = ""  # what an admin says of a correction by hand


_NEWS = later(lambda: TypeAdapter(News))


def read_news(payload: str) -> News:
    """The news that a notice carries."""
    return _NEWS.validate_json(payload)


def write_news(news: News) -> str:
    """The payload from which `read_news` reads the same."""
    return _NEWS.dump_json(news).decode()


def news_of(
    announcement: Announcement, before: Sequence[Reading] = (), *, replaced: Reading | None = None
) -> ReportNews:
    """What there is to tell of a report that is published; `before` are those of the periods before, the latest first.

    `replaced` is the older version that it takes the place of.
    """
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
        headlines=headlines_of(announcement.reading, before),
        entry=_entry(announcement.reading),
        entry_before=_entry(replaced) if replaced else "",
    )


def _entry(reading: Reading) -> str:
    return reading.text.strip() if reading.report.kind == "entry" else ""


def document_news(
    keys: tuple[str, ...],
    document: Document,
    before: Standing | None,
    *,
    report_id: int | None = None,
    is_correction: bool = False,
) -> DocumentNews | None:
    """What there is to tell of a document, in the words of that report; None if it stands where it stood."""
    own = [event for event in document.events if event.report_id == report_id]
    now, event = standing_of(document.events), telling(own) or telling(document.events)
    if now is None or event is None or now == before:
        return None
    return DocumentNews(keys, name_of(document), before, now, event.quote, event.report_id, is_correction)


def name_of(document: Document) -> str:
    """How people call it: "Quyết định 192/QĐ-UBND", or by its subject while it has no number."""
    number = "/".join(part for part in (document.number, document.symbol) if part)
    if number:
        return f"{document.type or 'Văn bản'} {number}"
    return document.subject or document.type or "Văn bản"


def figure_news(
    followed: str,
    indicator: Indicator,
    reading: Reading,
    value: tuple[Statement, Figure],
    previous: tuple[Reading, tuple[Statement, Figure]] | None,
    report_id: int,
) -> FigureNews:
    """What there is to tell of an indicator's value; `previous` is the latest before it."""
    statement, figure = value
    return FigureNews(
        keys=(followed,),
        name=indicator.called,
        body=indicator.body or indicator.organisation,
        period=reading.report.period,
        measure=figure.measure,
        value=figure.value,
        written=figure.written,
        quote=statement.span.cut(reading.text),
        previous_period=previous[0].report.period if previous else None,
        previous_value=previous[1][1].value if previous else None,
        previous_written=previous[1][1].written if previous else None,
        report_id=report_id,
    )
