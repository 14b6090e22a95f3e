"""Watched sources and the reports that were found at them."""

from datetime import datetime

from sqlalchemy import BigInteger, Index
from sqlmodel import Field

from knowledge.store.columns import BigId, UtcDateTime
from knowledge.store.tables.base import COUNTED, Base


class SourceRow(Base, table=True):
    """A watched address; whoever looks at it holds it for a while, so that nobody else does."""

    __tablename__ = "source"
    __table_args__ = (Index(None, "state", "next_look_at"), COUNTED)

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # the same for all ways to write the address
    address: str
    title: str | None = None
    kind: str  # listing, feed, page
    organisation: str | None = None
    province: str | None = None
    period: str | None = None
    state: str  # proposed, watched, paused, removed
    is_trusted: bool = False  # published without a look
    is_new_only: bool = False  # what is there at the first look is left alone
    added_by: int | None = Field(default=None, sa_type=BigInteger)
    added_at: datetime = Field(sa_type=UtcDateTime)
    etag: str | None = None
    last_modified: str | None = None
    last_looked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    last_seen_at: datetime | None = Field(default=None, sa_type=UtcDateTime)  # without trouble
    last_found_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    trouble: str | None = None  # JSON
    failures: int = 0  # in a row
    next_look_at: datetime = Field(sa_type=UtcDateTime)
    holder: str | None = None
    held_until: datetime | None = Field(default=None, sa_type=UtcDateTime)


class SourceItemRow(Base, table=True):
    """A report that was found, by its address: found once, however many sources name it."""

    __tablename__ = "source_item"
    __table_args__ = (Index(None, "source_id", "state"), COUNTED)

    id: int | None = Field(default=None, primary_key=True, sa_type=BigId)
    source_id: int = Field(foreign_key="source.id", ondelete="CASCADE")
    key: str = Field(unique=True)
    address: str
    title: str
    state: str  # waiting, imported, known, skipped, failed
    is_backlog: bool = False  # was there at the first look, so it is no news
    report_id: int | None = None  # no foreign key: a discarded draft is not found anew
    checksum: str | None = None  # of the text as it was read last
    attempts: int = 0
    next_try_at: datetime = Field(sa_type=UtcDateTime)
    trouble: str | None = None  # JSON
    found_at: datetime = Field(sa_type=UtcDateTime)
