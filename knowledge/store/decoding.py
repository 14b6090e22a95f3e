"""Rows as the values of `knowledge.facts`; columns stand in the order of those values' fields."""

import json
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Column, Row, inspect
from sqlmodel import SQLModel

from knowledge.facts import (
    AREAS,
    MEASURES,
    PERIOD_KINDS,
    ROLES,
    Amendment,
    Citation,
    Doubt,
    Figure,
    Operand,
    Period,
    ReportFacts,
    Span,
    Statement,
    Task,
    Window,
)
from knowledge.store.tables import ReportRow


def columns(table: type[SQLModel]) -> list[Column[Any]]:
    """The table's columns as declared."""
    return list(inspect(table).local_table.columns)


REPORT: list[Column[Any]] = [column for column in columns(ReportRow) if column.name != "text"]


def report(row: Row[Any]) -> ReportFacts:
    """From the columns of `REPORT`, or more."""
    return ReportFacts(
        title=row.title,
        number=row.number,
        organisation=row.organisation,
        province=row.province,
        period=period(row.period_kind, row.period_first, row.period_last),
        window=window(row.window_first, row.window_last),
        signed_on=row.signed_on,
        published_on=row.published_on,
        signer=row.signer,
        place=row.place,
        source=row.source,
        kind=row.kind,
    )


def statement(
    row: Sequence[Any], citations: tuple[Citation, ...], figures: tuple[Figure, ...], task: Task | None
) -> Statement:
    """From a whole `StatementRow` and what was found for it."""
    return Statement(Span(row[2], row[3]), row[4], row[5], AREAS[row[6]], citations, figures, task)


def citation(row: Sequence[Any]) -> Citation:
    """From a whole `CitationRow`."""
    _, _, _, start, end, role, kind, number, symbol, written, issued_on, year, issuer, subject = row[:14]
    expected = period(row[14], row[15], row[16])
    due, effective_on, status, responsible, note, attached_to = row[17:]
    return Citation(
        Span(start, end),
        ROLES[role],
        kind,
        number,
        symbol,
        written,
        issued_on,
        year,
        issuer,
        subject,
        expected,
        due,
        effective_on,
        status,
        responsible,
        note,
        attached_to,
    )


def figure(row: Sequence[Any]) -> Figure:
    """From a whole `FigureRow`."""
    _, _, _, start, end, measure, value, written, unit, label, head, place = row[:12]
    organisation, whole, part_of, share_of = row[17:21]
    is_approximate, is_cumulative, is_computed = row[24:]
    return Figure(
        Span(start, end),
        MEASURES[measure],
        value,
        written,
        unit,
        label,
        head,
        place,
        period(row[12], row[13], row[14]),
        window(row[15], row[16]),
        organisation,
        whole,
        part_of,
        share_of,
        period(row[21], row[22], row[23]),
        is_approximate,
        is_cumulative,
        is_computed,
    )


def task(row: Sequence[Any]) -> Task:
    """From a whole `TaskRow`."""
    return Task(Span(row[2], row[3]), row[4], row[5], row[6], period(*row[7:10]))


def doubt(row: Sequence[Any]) -> Doubt:
    """From a whole `DoubtRow`."""
    spans = tuple(Span(start, end) for start, end in json.loads(row[3]))
    return Doubt(row[2], spans, tuple(Operand(*operand) for operand in json.loads(row[4])))


def amendment(row: Sequence[Any]) -> Amendment:
    """From a whole `AmendmentRow`."""
    return Amendment(Span(row[2], row[3]), row[4], Span(row[5], row[6]), *row[7:11])


# All figures of a report share a few periods; ten years have some hundred.
@lru_cache(maxsize=4096)
def period(kind: str | None, first: Any, last: Any) -> Period | None:
    """The period in three columns, or none."""
    return Period(PERIOD_KINDS[kind], first, last) if kind else None


@lru_cache(maxsize=4096)
def window(first: Any, last: Any) -> Window | None:
    """The window in two columns, or none."""
    return Window(first, last) if first else None
