"""What a document is, from everything that is said of it: kept up to date as reports come and go."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any, TypeVar

from sqlalchemy import delete, func, select
from sqlmodel import Session, col

from knowledge.facts import Role
from knowledge.grammar.document_keys import CENTRE, document_key, number_key
from knowledge.grammar.folding import key
from knowledge.store.steps import STEP
from knowledge.store.tables import CitationRow, DocumentEventRow, DocumentRow, ReportRow

_Value = TypeVar("_Value")

# Enough to know a document by; what the centre issues is cited in thousands of reports.
_NEWEST = 20


def forget_report(session: Session, report_id: int) -> None:
    """What that report said of documents is no longer said; documents of which nothing is said are gone."""
    of_report = col(DocumentEventRow.report_id) == report_id
    connection = session.connection()
    documents = set(connection.execute(select(col(DocumentEventRow.document_id)).where(of_report)).scalars())
    connection.execute(delete(DocumentEventRow).where(of_report))
    refresh(session, documents)


def refresh(session: Session, document_ids: Collection[int]) -> None:
    """Bring what the tables say of these documents in line with their events."""
    said = _said(session, document_ids)
    for document_id in document_ids:
        document = session.get(DocumentRow, document_id)
        if document and said[document_id]:
            _describe(document, said[document_id])
        elif document:
            session.delete(document)
    session.flush()


def _said(session: Session, document_ids: Collection[int]) -> dict[int, list[Any]]:
    """The newest events with their citations, the newest first, mere bases last."""
    order = (col(DocumentEventRow.role) == Role.BASIS.value, col(DocumentEventRow.day).desc().nulls_last())
    ranked = (
        select(
            col(DocumentEventRow.document_id),
            col(DocumentEventRow.report_id),
            col(DocumentEventRow.statement),
            col(DocumentEventRow.position),
            col(DocumentEventRow.day),
            func.row_number().over(partition_by=col(DocumentEventRow.document_id), order_by=order).label("rank"),
        )
        .where(col(DocumentEventRow.document_id).in_(document_ids))
        .subquery()
    )
    query = (
        select(ranked.c.document_id, ranked.c.day, *_CITED, col(ReportRow.province))
        .join(
            CitationRow,
            (col(CitationRow.report_id) == ranked.c.report_id)
            & (col(CitationRow.statement) == ranked.c.statement)
            & (col(CitationRow.position) == ranked.c.position),
        )
        .join(ReportRow, col(ReportRow.id) == ranked.c.report_id)
        .where(ranked.c.rank <= _NEWEST)
        .order_by(ranked.c.document_id, ranked.c.rank)
    )
    said: dict[int, list[Any]] = defaultdict(list)
    for row in session.connection().execute(query):
        said[row.document_id].append(row)
    return said


_CITED = [
    col(column)
    for column in (
        CitationRow.role,
        CitationRow.type,
        CitationRow.number,
        CitationRow.symbol,
        CitationRow.year,
        CitationRow.issued_on,
        CitationRow.issuer,
        CitationRow.subject,
    )
]


def _describe(document: DocumentRow, said: Sequence[Any]) -> None:
    """The newest word on each field; `said` is the newest first."""
    document.state = _state(said)
    document.day = said[0].day
    document.type = _first(row.type for row in said)
    numbers = ((row.number, row.symbol) for row in said if row.number)
    document.number, document.symbol = next(numbers, (None, None))
    document.number_key = number_key(document.number, document.symbol)
    document.year = _first(row.year for row in said)
    document.issued_on = _first(row.issued_on for row in said)
    document.issuer = _first(row.issuer for row in said)
    document.subject = _first(row.subject for row in said)
    document.province = _first(row.province for row in said)
    if document.scope != CENTRE:
        document.scope = key(document.province)
    document.key = document_key(
        type=document.type,
        number=document.number,
        symbol=document.symbol,
        year=document.year,
        issuer=document.issuer,
        subject=document.subject,
        province=document.province,
    )


def _state(said: Sequence[Any]) -> str:
    """The last step that was taken on the newest day; that something rests on it is no step."""
    steps = [row for row in said if row.role != Role.BASIS] or said
    newest: list[str] = [row.role for row in steps if row.day == steps[0].day]
    return max(newest, key=STEP.__getitem__)


def _first(values: Iterable[_Value | None]) -> _Value | None:
    return next((value for value in values if value), None)
