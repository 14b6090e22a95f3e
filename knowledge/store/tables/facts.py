"""What reports say, one row for each of the values in `knowledge.facts`.

Rows are counted within their statement, and statements within their report, so that a whole report is
written without asking for a single id and read back in order.
"""

from datetime import date
from decimal import Decimal

from sqlmodel import Field

from knowledge.store.columns import ExactDecimal
from knowledge.store.tables.base import Base, id_in
from knowledge.store.tables.reports import ReportRow

# In order of the key on the disk, which is the order of reading.
_CLUSTERED = {"sqlite_with_rowid": False}


class StatementRow(Base, table=True):
    """A `Statement`."""

    __tablename__ = "statement"
    __table_args__ = _CLUSTERED

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    position: int = Field(primary_key=True)
    start: int
    end: int
    kind: str
    heading: str = ""
    area: str | None = None


class CitationRow(Base, table=True):
    """A `Citation`."""

    __tablename__ = "citation"
    __table_args__ = _CLUSTERED

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    statement: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    start: int
    end: int
    role: str
    type: str | None = None
    number: str | None = None
    symbol: str | None = None
    written: str | None = None
    issued_on: date | None = None
    year: int | None = None
    issuer: str | None = None
    subject: str | None = None
    expected_kind: str | None = None
    expected_first: date | None = None
    expected_last: date | None = None
    due: date | None = None
    effective_on: date | None = None
    status: str | None = None
    responsible: str | None = None
    note: str | None = None
    attached_to: str | None = None


class FigureRow(Base, table=True):
    """A `Figure`."""

    __tablename__ = "figure"
    __table_args__ = _CLUSTERED

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    statement: int = Field(primary_key=True)
    position: int = Field(primary_key=True)
    start: int
    end: int
    measure: str
    value: Decimal = Field(sa_type=ExactDecimal)
    written: str
    unit: str
    label: str
    head: str = ""
    place: str = ""
    period_kind: str | None = None
    period_first: date | None = None
    period_last: date | None = None
    window_first: date | None = None
    window_last: date | None = None
    organisation: str | None = None
    whole: Decimal | None = Field(default=None, sa_type=ExactDecimal)
    part_of: int | None = None
    share_of: int | None = None
    compared_kind: str | None = None
    compared_first: date | None = None
    compared_last: date | None = None
    is_approximate: bool = False
    is_cumulative: bool = False
    is_computed: bool = False


class TaskRow(Base, table=True):
    """A `Task`; a statement has at most one."""

    __tablename__ = "task"
    __table_args__ = _CLUSTERED

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    statement: int = Field(primary_key=True)
    start: int
    end: int
    text: str
    unit: str | None = None
    due: date | None = None
    period_kind: str | None = None
    period_first: date | None = None
    period_last: date | None = None


class AmendmentRow(Base, table=True):
    """An `Amendment`."""

    __tablename__ = "amendment"
    __table_args__ = _CLUSTERED

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    position: int = Field(primary_key=True)
    start: int
    end: int
    kind: str
    place_start: int
    place_end: int
    before: str  # JSON
    after: str | None = None
    on: date
    why: str = ""


class DoubtRow(Base, table=True):
    """A `Doubt`."""

    __tablename__ = "doubt"
    __table_args__ = _CLUSTERED

    report_id: int = Field(primary_key=True, foreign_key=id_in(ReportRow), ondelete="CASCADE")
    position: int = Field(primary_key=True)
    code: str
    spans: str = "[]"  # JSON: [[start, end], …]
    operands: str = "[]"  # JSON: [[name, value, report], …]
