"""Writing a reading into its tables."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import delete, insert
from sqlmodel import Session, col

from knowledge.facts import Amendment, Citation, Doubt, Figure, Period, Reading, ReportFacts, Statement, Task, Window
from knowledge.storable import refuse_unstorable
from knowledge.store.tables import AmendmentRow, Base, CitationRow, DoubtRow, FigureRow, StatementRow, TaskRow

Row = dict[str, Any]


def insert_facts(session: Session, report_id: int, reading: Reading) -> None:
    """Everything that the reading found, for `loading` to read back as equal values."""
    insert_facts_of_many(session, {report_id: reading})


def insert_facts_of_many(session: Session, readings: Mapping[int, Reading]) -> None:
    """Everything that the readings found, of each report by its number."""
    said = [(id_, n, one) for id_, reading in readings.items() for n, one in enumerate(reading.statements)]
    _insert(session, StatementRow, [_statement(id_, n, one) for id_, n, one in said])
    _insert(session, CitationRow, [row for id_, n, one in said for row in _citations(id_, n, one)])
    _insert(session, FigureRow, [row for id_, n, one in said for row in _figures(id_, n, one)])
    _insert(session, TaskRow, [_task(id_, n, one.task) for id_, n, one in said if one.task])
    for id_, reading in readings.items():
        insert_doubts(session, id_, reading.doubts)
        _insert(session, AmendmentRow, [_amendment(id_, n, one) for n, one in enumerate(reading.amendments)])


def replace_facts(session: Session, report_id: int, reading: Reading) -> None:
    """The facts of the report are those of this reading from now on; its text stays."""
    for table in (AmendmentRow, DoubtRow, TaskRow, FigureRow, CitationRow, StatementRow):
        session.connection().execute(delete(table).where(col(table.report_id) == report_id))
    insert_facts(session, report_id, reading)


def insert_doubts(session: Session, report_id: int, doubts: Iterable[Doubt]) -> None:
    """The doubts of a report that has none yet."""
    _insert(session, DoubtRow, [_doubt(report_id, n, doubt) for n, doubt in enumerate(doubts)])


def report_values(report: ReportFacts) -> Row:
    """The columns of `ReportRow` that hold what the report says of itself."""
    return {
        "kind": report.kind,
        "title": report.title,
        "number": report.number,
        "organisation": report.organisation,
        "province": report.province,
        "signed_on": report.signed_on,
        "published_on": report.published_on,
        "signer": report.signer,
        "place": report.place,
        "source": report.source,
        **_period("period", report.period),
        **_window(report.window),
    }


def _insert(session: Session, table: type[Base], rows: list[Row]) -> None:
    for row in rows:
        refuse_unstorable(row)
    if rows:
        session.connection().execute(insert(table), rows)


def _period(prefix: str, period: Period | None) -> Row:
    return {
        f"{prefix}_kind": period.kind.value if period else None,
        f"{prefix}_first": period.first if period else None,
        f"{prefix}_last": period.last if period else None,
    }


def _window(window: Window | None) -> Row:
    return {
        "window_first": window.first if window else None,
        "window_last": window.last if window else None,
    }


def _statement(report_id: int, position: int, said: Statement) -> Row:
    return {
        "report_id": report_id,
        "position": position,
        "start": said.span.start,
        "end": said.span.end,
        "kind": said.kind,
        "heading": said.heading,
        "area": said.area.value if said.area else None,
    }


def _citations(report_id: int, statement: int, said: Statement) -> Iterator[Row]:
    for position, citation in enumerate(said.citations):
        yield {"report_id": report_id, "statement": statement, "position": position, **_citation(citation)}


def _citation(citation: Citation) -> Row:
    return {
        "start": citation.span.start,
        "end": citation.span.end,
        "role": citation.role.value,
        "type": citation.type,
        "number": citation.number,
        "symbol": citation.symbol,
        "written": citation.written,
        "issued_on": citation.issued_on,
        "year": citation.year,
        "issuer": citation.issuer,
        "subject": citation.subject,
        "due": citation.due,
        "effective_on": citation.effective_on,
        "status": citation.status,
        "responsible": citation.responsible,
        "note": citation.note,
        "attached_to": citation.attached_to,
        **_period("expected", citation.expected),
    }


def _figures(report_id: int, statement: int, said: Statement) -> Iterator[Row]:
    for position, figure in enumerate(said.figures):
        yield {"report_id": report_id, "statement": statement, "position": position, **_figure(figure)}


def _figure(figure: Figure) -> Row:
    return {
        "start": figure.span.start,
        "end": figure.span.end,
        "measure": figure.measure.value,
        "value": figure.value,
        "written": figure.written,
        "unit": figure.unit,
        "label": figure.label,
        "head": figure.head,
        "place": figure.place,
        "organisation": figure.organisation,
        "whole": figure.whole,
        "part_of": figure.part_of,
        "share_of": figure.share_of,
        "is_approximate": figure.is_approximate,
        "is_cumulative": figure.is_cumulative,
        "is_computed": figure.is_computed,
        **_period("period", figure.period),
        **_window(figure.window),
        **_period("compared", figure.compared_to),
    }


def _task(report_id: int, statement: int, task: Task) -> Row:
    return {
        "report_id": report_id,
        "statement": statement,
        "start": task.span.start,
        "end": task.span.end,
        "text": task.text,
        "unit": task.unit,
        "due": task.due,
        **_period("period", task.period),
    }


def _doubt(report_id: int, position: int, doubt: Doubt) -> Row:
    return {
        "report_id": report_id,
        "position": position,
        "code": doubt.code,
        "spans": json.dumps([(span.start, span.end) for span in doubt.spans]),
        "operands": json.dumps([(o.name, o.value, o.report) for o in doubt.operands], ensure_ascii=False),
    }


def _amendment(report_id: int, position: int, amendment: Amendment) -> Row:
    return {
        "report_id": report_id,
        "position": position,
        "start": amendment.span.start,
        "end": amendment.span.end,
        "kind": amendment.kind,
        "place_start": amendment.place.start,
        "place_end": amendment.place.end,
        "before": amendment.before,
        "after": amendment.after,
        "on": amendment.on,
        "why": amendment.why,
    }
