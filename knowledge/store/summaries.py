"""What a list or a card shows of a report."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Select, String, case, cast, func, select
from sqlmodel import Session, col

from knowledge.facts import Period, Role
from knowledge.store import decoding
from knowledge.store.states import ReportState
from knowledge.store.tables import CitationRow, DoubtRow, FigureRow, TaskRow


@dataclass(frozen=True, slots=True)
class ReportSummary:
    """A report and how much was found in it."""

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
    documents: int  # without those that something only rests on
    figures: int
    tasks: int
    doubts: int


def select_reports(*where: ColumnElement[bool]) -> Select[Any]:
    """Those reports, for `summarise`; the caller orders and limits them."""
    return select(*decoding.REPORT).where(*where)


def summarise(session: Session, query: Select[Any]) -> list[ReportSummary]:
    """The reports of a query made by `select_reports`, in its order."""
    rows = session.connection().execute(query).all()
    ids = [row.id for row in rows]
    # A register repeats its numbers each year, so there each row is one.
    row_of_register = cast(CitationRow.statement, String)
    named = func.coalesce(CitationRow.written, CitationRow.subject)
    is_row = col(CitationRow.role) == Role.LISTED.value
    documents = func.count(func.distinct(case((is_row, row_of_register), else_=named)))
    mentioned = _counts(session, ids, CitationRow.report_id, documents, CitationRow.role != Role.BASIS.value)
    figures = _counts(session, ids, FigureRow.report_id, func.count())
    tasks = _counts(session, ids, TaskRow.report_id, func.count())
    doubts = _counts(session, ids, DoubtRow.report_id, func.count())
    return [
        ReportSummary(
            id=row.id,
            kind=row.kind,
            state=ReportState(row.state),
            title=row.title,
            number=row.number,
            organisation=row.organisation,
            province=row.province,
            period=decoding.period(row.period_kind, row.period_first, row.period_last),
            signed_on=row.signed_on,
            published_on=row.published_on,
            source=row.source,
            edition=row.edition,
            saved_at=row.saved_at,
            published_at=row.published_at,
            documents=mentioned.get(row.id, 0),
            figures=figures.get(row.id, 0),
            tasks=tasks.get(row.id, 0),
            doubts=doubts.get(row.id, 0),
        )
        for row in rows
    ]


def _counts(session: Session, ids: Sequence[int], report_id: Any, count: Any, *where: Any) -> dict[int, int]:
    query = select(report_id, count).where(col(report_id).in_(ids), *where).group_by(report_id)
    return {row[0]: row[1] for row in session.connection().execute(query)}
