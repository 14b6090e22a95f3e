"""A watched source as the services hand it out."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from knowledge.sources.links import SourceKind
from knowledge.sources.trouble import Trouble, read_trouble
from knowledge.store.tables import SourceRow, id_of


class SourceState(StrEnum):
    """Only a watched source is looked at."""

    PROPOSED = "proposed"  # somebody is deciding whether to add it
    WATCHED = "watched"
    PAUSED = "paused"
    REMOVED = "removed"  # what was found at it stays known, so that adding it again imports nothing twice


class ItemState(StrEnum):
    """What became of a report that was found."""

    WAITING = "waiting"
    IMPORTED = "imported"
    KNOWN = "known"  # the same text was there already
    SKIPPED = "skipped"  # was there before the source was added, and only new ones were wanted
    FAILED = "failed"


class UnknownSource(LookupError):
    """There is no such source, or it is not in a state in which this can be done."""


@dataclass(frozen=True, slots=True)
class Source:
    """A watched address; organisation, province and period hold for its reports unless they say otherwise."""

    id: int
    address: str
    title: str | None
    kind: SourceKind
    organisation: str | None
    province: str | None
    period: str | None
    state: SourceState
    is_trusted: bool
    is_new_only: bool
    etag: str | None
    last_modified: str | None
    last_looked_at: datetime | None
    last_seen_at: datetime | None  # the last look without trouble
    last_found_at: datetime | None
    trouble: Trouble | None  # of the last look
    failures: int  # looks in a row that failed
    next_look_at: datetime

    @property
    def name(self) -> str:
        """What people call it: the organisation, else its own title, else the address."""
        return self.organisation or self.title or self.address


def source_of(row: SourceRow) -> Source:
    """The source in this row."""
    return Source(
        id=id_of(row),
        address=row.address,
        title=row.title,
        kind=SourceKind(row.kind),
        organisation=row.organisation,
        province=row.province,
        period=row.period,
        state=SourceState(row.state),
        is_trusted=row.is_trusted,
        is_new_only=row.is_new_only,
        etag=row.etag,
        last_modified=row.last_modified,
        last_looked_at=row.last_looked_at,
        last_seen_at=row.last_seen_at,
        last_found_at=row.last_found_at,
        trouble=read_trouble(row.trouble) if row.trouble else None,
        failures=row.failures,
        next_look_at=row.next_look_at,
    )
