"""Reading reports back from their tables, equal to what was saved.

Facts are read as plain columns, all of many reports at once, never row by row: a province's 40,000
statements load in well under a second.
"""

import gc
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

from sqlalchemy import select
from sqlmodel import Session, col

from knowledge.facts import Citation, Figure, Reading, Statement, Task
from knowledge.store import decoding
from knowledge.store.tables import (
    AmendmentRow,
    Base,
    CitationRow,
    DoubtRow,
    FigureRow,
    ReportRow,
    StatementRow,
    TaskRow,
)

_Found = TypeVar("_Found")


def load_readings(session: Session, report_ids: Sequence[int]) -> dict[int, Reading]:
    """The readings of those reports that exist, in the order asked for."""
    with _without_garbage_collection():
        return _load(session, report_ids)


@contextmanager
def _without_garbage_collection() -> Iterator[None]:
    """Facts have no cycles; looking for some among so many new objects takes as long as reading them."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def _load(session: Session, report_ids: Sequence[int]) -> dict[int, Reading]:
    said = _statements(session, report_ids)
    doubts = _grouped(session, DoubtRow, report_ids, 1, decoding.doubt)
    amended = _grouped(session, AmendmentRow, report_ids, 1, decoding.amendment)
    rows = session.connection().execute(select(*decoding.columns(ReportRow)).where(col(ReportRow.id).in_(report_ids)))
    found = {
        row.id: Reading(
            decoding.report(row),
            row.text,
            tuple(said.get(row.id, ())),
            tuple(doubts.get((row.id,), ())),
            tuple(amended.get((row.id,), ())),
        )
        for row in rows
    }
    return {report_id: found[report_id] for report_id in report_ids if report_id in found}


def _statements(session: Session, report_ids: Sequence[int]) -> dict[int, list[Statement]]:
    citations: dict[Any, list[Citation]] = _grouped(session, CitationRow, report_ids, 2, decoding.citation)
    figures: dict[Any, list[Figure]] = _grouped(session, FigureRow, report_ids, 2, decoding.figure)
    tasks: dict[Any, list[Task]] = _grouped(session, TaskRow, report_ids, 2, decoding.task)
    found: dict[int, list[Statement]] = defaultdict(list)
    for row in _rows(session, StatementRow, report_ids):
        place = (row[0], row[1])
        task = tasks.get(place)
        found[row[0]].append(
            decoding.statement(
                row, tuple(citations.get(place, ())), tuple(figures.get(place, ())), task[0] if task else None
            )
        )
    return found


def _rows(session: Session, table: type[Base], report_ids: Sequence[int]) -> Iterable[Any]:
    """All columns of those reports' rows, in the order of their keys."""
    columns = decoding.columns(table)
    key = [column for column in columns if column.primary_key]
    query = select(*columns).where(key[0].in_(report_ids)).order_by(*key)
    return session.connection().execute(query)


def _grouped(
    session: Session,
    table: type[Base],
    report_ids: Sequence[int],
    key_length: int,
    build: Callable[[Any], _Found],
) -> dict[Any, list[_Found]]:
    found: dict[Any, list[_Found]] = defaultdict(list)
    for row in _rows(session, table, report_ids):
        found[row[:key_length]].append(build(row))
    return found
