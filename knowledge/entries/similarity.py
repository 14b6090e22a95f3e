"""What is published already of the document, indicator or task that an entry is about."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select
from sqlmodel import Session, col

from knowledge.fields.entry_fields import EntryFields
from knowledge.grammar.document_keys import number_key
from knowledge.store.states import ReportState
from knowledge.store.subjects import Subjects
from knowledge.store.tables import (
    CitationRow,
    DocumentEventRow,
    DocumentRow,
    FigureRow,
    ReportRow,
    StatementRow,
    TaskRow,
)

_Place = tuple[int, int]  # report, statement


@dataclass(frozen=True, slots=True)
class Similar:
    """A sentence that may say the same already."""

    report_id: int
    quote: str
    is_entry: bool  # an entry can be edited here, another report cannot


def find_similar(session: Session, fields: EntryFields, limit: int) -> list[Similar]:
    """The sentences, the newest report first."""
    places: set[_Place] = set()
    if fields.kind == "document" and fields.number:
        places |= _of_number(session, number_key(fields.number, fields.symbol))
    if fields.kind == "document" and fields.subject:
        places |= _alike(session, fields.subject, CitationRow, CitationRow.subject)
    if fields.kind == "figure" and fields.indicator:
        places |= _alike(session, fields.indicator, FigureRow, FigureRow.label)
    if fields.kind == "task" and fields.task:
        places |= _alike(session, fields.task, TaskRow, TaskRow.text)
    return [_quote(session, place) for place in sorted(places, reverse=True)[:limit]]


def _of_number(session: Session, wanted: str | None) -> set[_Place]:
    query = (
        select(col(DocumentEventRow.report_id), col(DocumentEventRow.statement))
        .join(DocumentRow, col(DocumentRow.id) == col(DocumentEventRow.document_id))
        .where(col(DocumentRow.number_key) == wanted)
    )
    return {(row.report_id, row.statement) for row in session.connection().execute(query)}


def _alike(session: Session, words: str, table: Any, described: Any) -> set[_Place]:
    """Where a published report describes something in nearly these words."""
    query = (
        select(col(table.report_id), col(table.statement), col(described))
        .join(ReportRow, col(ReportRow.id) == col(table.report_id))
        .where(col(ReportRow.state) == ReportState.PUBLISHED, col(described).is_not(None))
    )
    rows = session.connection().execute(query).all()
    described_as = Subjects((place, row[2]) for place, row in enumerate(rows))
    return {(rows[place][0], rows[place][1]) for place in described_as.same_as(words)}


def _quote(session: Session, place: _Place) -> Similar:
    length = col(StatementRow.end) - col(StatementRow.start)
    query = (
        select(col(ReportRow.kind), func.substr(col(ReportRow.text), col(StatementRow.start) + 1, length))
        .join(StatementRow, col(StatementRow.report_id) == col(ReportRow.id))
        .where(col(StatementRow.report_id) == place[0], col(StatementRow.position) == place[1])
    )
    kind, quote = session.connection().execute(query).one()
    return Similar(place[0], quote, kind == "entry")
