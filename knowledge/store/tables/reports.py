"""Reports and the organisations that issue them."""

from datetime import date, datetime

from sqlalchemy import BigInteger, UniqueConstraint
from sqlmodel import Field

from knowledge.store.columns import UtcDateTime
from knowledge.store.tables.base import COUNTED, Base


class OrganisationRow(Base, table=True):
    """An issuer of reports or documents; `key` is its folded name."""

    __tablename__ = "organisation"
    __table_args__ = (UniqueConstraint("key", "province_key"), COUNTED)

    id: int | None = Field(default=None, primary_key=True)
    name: str
    key: str
    province: str | None = None
    province_key: str = ""
    short_names: str = ""  # one a line


class ReportRow(Base, table=True):
    """One version of a report; `lineage` is the id of its first version."""

    __tablename__ = "report"
    __table_args__ = COUNTED

    id: int | None = Field(default=None, primary_key=True)
    state: str = Field(index=True)
    generation: int = Field(default=0, index=True)  # of its last publication, replacement or withdrawal
    lineage: int = Field(default=0, index=True)
    edition: int = 1
    replaces: int | None = None
    identity: str | None = Field(default=None, index=True)  # the same in all versions of a numbered report
    checksum: str = Field(index=True)
    saved_at: datetime = Field(sa_type=UtcDateTime)
    saved_by: int | None = Field(default=None, sa_type=BigInteger)
    changed_at: datetime = Field(sa_type=UtcDateTime)  # its state
    published_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    published_by: int | None = Field(default=None, sa_type=BigInteger)
    organisation_id: int | None = Field(default=None, foreign_key="organisation.id", index=True)
    kind: str
    title: str
    number: str | None = None
    organisation: str | None = None
    province: str | None = None
    period_kind: str | None = None
    period_first: date | None = None
    period_last: date | None = None
    window_first: date | None = None
    window_last: date | None = None
    signed_on: date | None = None
    published_on: date | None = None
    signer: str | None = None
    place: str | None = None
    source: str | None = Field(default=None, index=True)  # the file or address
    text: str


class GenerationRow(Base, table=True):
    """The one number that grows with every publication and withdrawal."""

    __tablename__ = "generation"

    id: int = Field(primary_key=True)
    value: int


class EntryRow(Base, table=True):
    """What an admin filled in for the entry that this report is."""

    __tablename__ = "entry"

    report_id: int = Field(primary_key=True, foreign_key="report.id", ondelete="CASCADE")
    fields: str  # JSON
