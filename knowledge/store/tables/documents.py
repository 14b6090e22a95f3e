"""Documents joined across the reports that answer, and what each report says of them."""

from datetime import date

from sqlalchemy import ForeignKeyConstraint
from sqlmodel import Field

from knowledge.store.tables.base import COUNTED, Base
from knowledge.store.tables.facts import CitationRow


class DocumentRow(Base, table=True):
    """A document as its events together describe it; a planned one has no `number_key`."""

    __tablename__ = "document"
    __table_args__ = COUNTED

    id: int | None = Field(default=None, primary_key=True)
    key: str
    number_key: str | None = Field(default=None, index=True)  # "192/qd-ubnd"
    scope: str = Field(default="", index=True)  # folded province, "*" for documents of the centre
    home: str = ""  # folded organisation of the report that first spoke of it
    state: str
    day: date | None = None  # of its newest event
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    year: int | None = None
    issued_on: date | None = None
    issuer: str | None = None
    province: str | None = None
    subject: str | None = None


class DocumentEventRow(Base, table=True):
    """What one citation says of a document; `key` is what the citation by itself would be followed by."""

    __tablename__ = "document_event"
    __table_args__ = (
        ForeignKeyConstraint(
            ["report_id", "statement", "position"],
            [f"{CitationRow.__tablename__}.{name}" for name in ("report_id", "statement", "position")],
            ondelete="CASCADE",
        ),
    )

    report_id: int = Field(primary_key=True)
    statement: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    document_id: int = Field(foreign_key="document.id", ondelete="CASCADE", index=True)
    key: str = Field(index=True)
    role: str
    day: date | None = None  # when it happened, else when it was reported
