"""Documents across reports: each is one, however many reports speak of it, and its life is dated events."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy import select as select_columns
from sqlmodel import Session, col, select

from knowledge.facts import Period, Role
from knowledge.grammar.folding import key as folded
from knowledge.store import decoding
from knowledge.store.steps import STEP
from knowledge.store.store import Store
from knowledge.store.tables import CitationRow, DocumentEventRow, DocumentRow, ReportRow, StatementRow, id_of


@dataclass(frozen=True, slots=True)
class DocumentEvent:
    """What one report says of a document, with the sentence that says so."""

    role: Role
    day: date | None  # when it happened, or when the report was signed where it does not say
    expected: Period | None
    report_id: int
    quote: str
    written: str | None = None  # its number, where this says it: "192/QĐ-UBND"
    issued_on: date | None = None
    due: date | None = None  # by when a register wants it done
    status: str | None = None  # as a register has it


@dataclass(frozen=True, slots=True)
class Document:
    """A document as all published reports together describe it; `key` is what `Topic.document` holds."""

    id: int
    key: str
    type: str | None
    number: str | None
    symbol: str | None
    year: int | None
    issued_on: date | None
    issuer: str | None
    province: str | None
    subject: str | None
    state: Role  # its newest event; BASIS when nothing more is known
    events: tuple[DocumentEvent, ...]  # oldest first


class Documents:
    """Documents of the reports that answer."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def get(self, key: str) -> Document | None:
        """The document with its life, by the key of any report's mention of it."""
        with self._store.read() as session:
            query = (
                select(DocumentRow)
                .join(DocumentEventRow, col(DocumentEventRow.document_id) == col(DocumentRow.id))
                .where(col(DocumentEventRow.key) == folded(key))
                .order_by(col(DocumentRow.id))
            )
            return next(iter(lives_of(session, session.exec(query.limit(1)).all())), None)

    def of_report(self, report_id: int) -> list[Document]:
        """The documents that a published report speaks of, with their whole lives."""
        with self._store.read() as session:
            spoken_of = select(DocumentEventRow.document_id).where(col(DocumentEventRow.report_id) == report_id)
            query = select(DocumentRow).where(col(DocumentRow.id).in_(spoken_of)).order_by(col(DocumentRow.id))
            return lives_of(session, session.exec(query).all())


def lives_of(session: Session, rows: Sequence[DocumentRow]) -> list[Document]:
    """Those documents with all that is said of them."""
    events = _events(session, [row.id for row in rows])
    return [
        Document(
            id=id_of(row),
            key=row.key,
            type=row.type,
            number=row.number,
            symbol=row.symbol,
            year=row.year,
            issued_on=row.issued_on,
            issuer=row.issuer,
            province=row.province,
            subject=row.subject,
            state=Role(row.state),
            events=tuple(events[row.id]),
        )
        for row in rows
    ]


def _events(session: Session, document_ids: list[int | None]) -> dict[int | None, list[DocumentEvent]]:
    rows = session.connection().execute(_select_events().where(col(DocumentEventRow.document_id).in_(document_ids)))
    found: dict[int | None, list[DocumentEvent]] = defaultdict(list)
    for row in sorted(rows, key=_when):
        found[row.document_id].append(
            DocumentEvent(
                Role(row.role),
                row.day,
                decoding.period(row.expected_kind, row.expected_first, row.expected_last),
                row.report_id,
                row.quote,
                row.written,
                row.issued_on,
                row.due,
                row.status,
            )
        )
    return found


def _select_events() -> Select[Any]:
    """The events of documents, each with what its report says of it and in which words."""
    length = col(StatementRow.end) - col(StatementRow.start)
    columns: list[Any] = [
        col(DocumentEventRow.document_id),
        col(DocumentEventRow.role),
        col(DocumentEventRow.day),
        col(DocumentEventRow.report_id),
        col(CitationRow.expected_kind),
        col(CitationRow.expected_first),
        col(CitationRow.expected_last),
        col(CitationRow.written),
        col(CitationRow.issued_on),
        col(CitationRow.due),
        col(CitationRow.status),
        func.substr(col(ReportRow.text), col(StatementRow.start) + 1, length).label("quote"),
    ]
    return (
        select_columns(*columns)
        .join(
            CitationRow,
            (col(CitationRow.report_id) == col(DocumentEventRow.report_id))
            & (col(CitationRow.statement) == col(DocumentEventRow.statement))
            & (col(CitationRow.position) == col(DocumentEventRow.position)),
        )
        .join(
            StatementRow,
            (col(StatementRow.report_id) == col(CitationRow.report_id))
            & (col(StatementRow.position) == col(CitationRow.statement)),
        )
        .join(ReportRow, col(ReportRow.id) == col(CitationRow.report_id))
    )


def _when(row: Any) -> tuple[date, int, int]:
    return row.day or date.min, STEP[row.role], row.report_id
