"""What is published beside a report: its organisation's other reports, and the dates given to its documents."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select
from sqlalchemy import select as columns_of
from sqlmodel import Session, col, select

from knowledge.facts import DatedDocument, Reading, ReportFacts
from knowledge.grammar.document_keys import CENTRE, number_key
from knowledge.grammar.folding import key
from knowledge.store.drafting import find_previous
from knowledge.store.loading import load_readings
from knowledge.store.states import ReportState
from knowledge.store.store import Store
from knowledge.store.tables import CitationRow, DocumentEventRow, DocumentRow, OrganisationRow, ReportRow

# SQLite takes 32,766 values in one statement; a register of a whole province has some thousand numbers.
_AT_ONCE = 5000


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A published report; what it says does not change as long as its number and the moment are these."""

    report_id: int
    published_at: datetime | None
    name: str  # its number, or its title where it has none


class Neighbours:
    """Reads only; the report itself and the versions that it replaces are never among its neighbours."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of_organisation(self, reading: Reading) -> list[Neighbour]:
        """The published reports and entries of the same organisation and of its years.

        A report gives figures of its own year and of the year before to compare with.
        """
        with self._store.read() as session:
            organisation = _organisation(session, reading.report)
            if organisation is None:
                return []
            query = columns_of(*_NAMED).where(
                col(ReportRow.state) == ReportState.PUBLISHED,
                col(ReportRow.organisation_id) == organisation,
                col(ReportRow.lineage) != (_lineage(session, reading) or 0),
                *_of_its_years(reading.report),
            )
            rows = session.connection().execute(query.order_by(col(ReportRow.id)))
            return [Neighbour(report_id, at, number or title) for report_id, at, number, title in rows]

    def readings(self, report_ids: Sequence[int]) -> dict[int, Reading]:
        """What these reports say."""
        with self._store.read() as session:
            return load_readings(session, report_ids)

    def dated(self, reading: Reading) -> list[DatedDocument]:
        """The dates of the same years that published reports give to documents of the numbers and symbols that this one dates.

        Of its province and of the centre; of everywhere where it names no province.
        """
        cited = [(one.number, one.symbol, one.issued_on) for s in reading.statements for one in s.citations]
        days = {day for number, _, day in cited if number and day}
        if not days:
            return []
        keys = sorted({number_key(number, symbol) or "" for number, symbol, day in cited if number and day})
        with self._store.read() as session:
            query = _dates(min(days).year, max(days).year, reading.report.province)
            query = query.where(col(ReportRow.lineage) != (_lineage(session, reading) or 0))
            chunks = (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
            ask = session.connection().execute
            return [_said(row) for one in chunks for row in ask(query.where(col(DocumentRow.number_key).in_(one)))]


def _of_its_years(report: ReportFacts) -> list[ColumnElement[bool]]:
    """Of the year of the report, the one before and the one after; all where neither says its period."""
    if report.period is None:
        return []
    first, last = date(report.period.first.year - 1, 1, 1), date(report.period.last.year + 1, 12, 31)
    unsaid = col(ReportRow.period_first).is_(None)
    return [unsaid | ((col(ReportRow.period_last) >= first) & (col(ReportRow.period_first) <= last))]


def _dates(first_year: int, last_year: int, province: str | None) -> Select[Any]:
    """The dates that published reports give to documents in these years; documents lead to those few that can be the same."""
    query = (
        columns_of(*_SAID)
        .join_from(DocumentRow, DocumentEventRow, col(DocumentEventRow.document_id) == col(DocumentRow.id))
        .join(
            CitationRow,
            (col(CitationRow.report_id) == col(DocumentEventRow.report_id))
            & (col(CitationRow.statement) == col(DocumentEventRow.statement))
            & (col(CitationRow.position) == col(DocumentEventRow.position)),
        )
        .join(ReportRow, col(ReportRow.id) == col(CitationRow.report_id))
        .where(col(ReportRow.state) == ReportState.PUBLISHED)
        .where(col(CitationRow.issued_on).between(date(first_year, 1, 1), date(last_year, 12, 31)))
        .order_by(col(CitationRow.report_id), col(CitationRow.statement), col(CitationRow.position))
    )
    return query.where(col(DocumentRow.scope).in_((key(province), CENTRE, ""))) if province else query


def _said(row: Row[Any]) -> DatedDocument:
    name, title, province, number, symbol, issued_on, issuer = tuple(row)
    return DatedDocument(name or title, number, symbol or "", issued_on, issuer, province)


_NAMED: list[Any] = [col(ReportRow.id), col(ReportRow.published_at), col(ReportRow.number), col(ReportRow.title)]
_SAID: list[Any] = [
    col(ReportRow.number),
    col(ReportRow.title),
    col(ReportRow.province),
    col(CitationRow.number),
    col(CitationRow.symbol),
    col(CitationRow.issued_on),
    col(CitationRow.issuer),
]


def _organisation(session: Session, report: ReportFacts) -> int | None:
    if not report.organisation:
        return None
    keys = {"key": key(report.organisation), "province_key": key(report.province)}
    return session.exec(select(OrganisationRow.id).filter_by(**keys)).first()


def _lineage(session: Session, reading: Reading) -> int | None:
    previous = find_previous(session, reading)
    return previous.lineage if previous else None
