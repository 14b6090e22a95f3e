"""Reports: drafts that are saved, published, replaced by newer versions and withdrawn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from knowledge.facts import Period, Reading
from knowledge.store.clock import Clock
from knowledge.store.store import Store


class ReportState(StrEnum):
    """Only a published report answers."""

    DRAFT = "draft"
    PUBLISHED = "published"
    REPLACED = "replaced"  # by a newer version
    WITHDRAWN = "withdrawn"


class UnknownReport(LookupError):
    """There is no such report, or it is not in a state in which this can be done."""


class UnstorableText(ValueError):
    """A text holds NUL characters or lone surrogates, which no store keeps."""


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """What became of a reading: a new draft, a draft of a new version, or the same file as `report_id`."""

    report_id: int
    outcome: Literal["new", "same", "version"]
    previous_id: int | None = None  # of a version: the report that it will replace


@dataclass(frozen=True, slots=True)
class Publication:
    """A publication: its event and how many chats will be told."""

    event_id: int
    report_id: int
    recipients: int


@dataclass(frozen=True, slots=True)
class PublishedReport:
    """A report that answers, exactly as saved; `version` is the generation at which it was published."""

    id: int
    reading: Reading
    version: int


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """What a list or a card shows of a report."""

    id: int
    kind: str  # report, news, register, entry
    state: ReportState
    title: str
    number: str | None
    organisation: str | None
    province: str | None
    period: Period | None
    signed_on: date | None
    published_on: date | None  # as the report says
    source: str | None
    edition: int  # 1, and one more for every newer version of the same report
    saved_at: datetime
    published_at: datetime | None  # when it began to answer
    documents: int
    figures: int
    tasks: int
    doubts: int


@dataclass(frozen=True, slots=True)
class KnownOrganisation:
    """An organisation with published reports."""

    name: str
    province: str | None
    reports: int


class Reports:
    """Every change is one transaction: it happens wholly or not at all."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def save_draft(self, reading: Reading, *, checksum: str, by: int | None) -> SavedDraft:
        """The draft; of a file that is already a draft or published, that report and outcome "same"."""
        raise NotImplementedError

    def publish(self, report_id: int, *, by: int | None, notify: bool = True) -> Publication:
        """The draft now answers in place of its older version, and whoever follows it will be told.

        Raises UnknownReport unless it is a draft.
        """
        raise NotImplementedError

    def withdraw(self, report_id: int, *, by: int | None) -> None:
        """The published report answers no more; notices of it that still wait are not sent."""
        raise NotImplementedError

    def discard(self, report_id: int, *, by: int | None) -> None:
        """The draft is deleted."""
        raise NotImplementedError

    def reading(self, report_id: int) -> Reading:
        """The reading exactly as saved, in whatever state the report is."""
        raise NotImplementedError

    def summary(self, report_id: int) -> ReportSummary:
        """Raises UnknownReport."""
        raise NotImplementedError

    def drafts(self) -> list[ReportSummary]:
        """All drafts, the newest first."""
        raise NotImplementedError

    def listing(self, offset: int = 0, limit: int = 10) -> list[ReportSummary]:
        """Published reports (no entries), the latest signed or published first."""
        raise NotImplementedError

    def organisations(self) -> list[KnownOrganisation]:
        """Whoever has published reports, by name."""
        raise NotImplementedError

    def published(self, after_version: int = 0) -> Iterator[PublishedReport]:
        """The reports that answer and were published after that generation, the oldest publication first."""
        raise NotImplementedError

    def gone(self, after_version: int = 0) -> list[int]:
        """The reports that were replaced or withdrawn after that generation."""
        raise NotImplementedError

    def generation(self) -> int:
        """A number that grows with every publication and withdrawal; cheap to ask."""
        raise NotImplementedError
