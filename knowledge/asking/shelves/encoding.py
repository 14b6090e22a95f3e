"""The values of `knowledge.facts` as plain tuples that `marshal` writes, and back.

Only this program's own files are read so: `marshal` is no format for what others give.
"""

import marshal
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from knowledge.facts import (
    AREAS,
    MEASURES,
    ROLES,
    Amendment,
    Citation,
    Figure,
    Period,
    PeriodKind,
    ReportFacts,
    Span,
    Statement,
    Task,
    Window,
)
from knowledge.grammar.concepts import Terms


def write(plain: Any) -> bytes:
    """The plain value as bytes."""
    return marshal.dumps(plain)


def read(kept: bytes | memoryview) -> Any:
    """What `write` wrote."""
    return marshal.loads(kept)  # noqa: S302 - our own file or memory


def plain_statement(statement: Statement, heading: int) -> tuple[Any, ...]:
    """A statement whose heading is known by its number."""
    task = statement.task
    return (
        statement.span.start,
        statement.span.end,
        str(statement.kind),
        statement.area.value if statement.area else None,
        heading,
        tuple(_plain_citation(c) for c in statement.citations),
        tuple(_plain_figure(f) for f in statement.figures),
        (task.span.start, task.span.end, task.text, task.unit, _ordinal(task.due), plain_period(task.period))
        if task
        else None,
    )


def statement_from(plain: Sequence[Any], heading: str) -> Statement:
    """The statement that `plain_statement` was given."""
    start, end, kind, area, _, citations, figures, task = plain
    return Statement(
        Span(start, end),
        kind,
        heading,
        AREAS[area],
        tuple([_citation_from(c) for c in citations]),
        tuple([_figure_from(f) for f in figures]),
        Task(Span(task[0], task[1]), task[2], task[3], _day(task[4]), _period_from(task[5])) if task else None,
    )


def plain_report(facts: ReportFacts) -> tuple[Any, ...]:
    """What a report says of itself."""
    return (
        facts.title,
        facts.number,
        facts.organisation,
        facts.province,
        plain_period(facts.period),
        _plain_window(facts.window),
        _ordinal(facts.signed_on),
        _ordinal(facts.published_on),
        facts.signer,
        facts.place,
        facts.source,
        facts.kind,
    )


def report_from(plain: Sequence[Any]) -> ReportFacts:
    """The facts that `plain_report` was given."""
    title, number, organisation, province, period, window, signed, published, *rest = plain
    return ReportFacts(
        title,
        number,
        organisation,
        province,
        _period_from(period),
        _window_from(window),
        _day(signed),
        _day(published),
        *rest,
    )


def plain_amendment(a: Amendment) -> tuple[Any, ...]:
    """What was changed by hand."""
    places = (a.span.start, a.span.end, a.place.start, a.place.end)
    return (*places, a.kind, a.before, a.after, a.on.toordinal(), a.why)


def amendment_from(plain: Sequence[Any]) -> Amendment:
    """The amendment that `plain_amendment` was given."""
    start, end, place_start, place_end, kind, before, after, on, why = plain
    return Amendment(Span(start, end), kind, Span(place_start, place_end), before, after, date.fromordinal(on), why)


def plain_terms(terms: Terms) -> tuple[str, str]:
    """Terms as two strings: the words, and the dimensions with their values."""
    dimensions = " ".join(f"{d}:{v}" for d, values in sorted(terms.dimensions.items()) for v in sorted(values))
    return " ".join(sorted(terms.words)), dimensions


def terms_from(words: str, dimensions: str) -> Terms:
    """The terms that `plain_terms` was given."""
    return Terms(_dimensions(dimensions), frozenset(words.split(" ")) if words else _NO_WORDS)


_NO_WORDS: frozenset[str] = frozenset()


@lru_cache(maxsize=4096)
def _dimensions(kept: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for pair in kept.split(" ") if kept else ():
        dimension, value = pair.split(":", 1)
        found.setdefault(dimension, set()).add(value)
    return {dimension: frozenset(values) for dimension, values in found.items()}


def _plain_citation(c: Citation) -> tuple[Any, ...]:
    return (
        c.span.start, c.span.end, c.role.value, c.type, c.number, c.symbol, c.written, _ordinal(c.issued_on), c.year, c.issuer,
        c.subject, plain_period(c.expected), _ordinal(c.due), _ordinal(c.effective_on), c.status, c.responsible, c.note,
        c.attached_to,
    )  # fmt: skip


def _citation_from(p: Sequence[Any]) -> Citation:
    return Citation(
        Span(p[0], p[1]), ROLES[p[2]], p[3], p[4], p[5], p[6], _day(p[7]), p[8], p[9], p[10], _period_from(p[11]),
        _day(p[12]), _day(p[13]), p[14], p[15], p[16], p[17],
    )  # fmt: skip


def _plain_figure(f: Figure) -> tuple[Any, ...]:
    return (
        f.span.start, f.span.end, f.measure.value, str(f.value), f.written, f.unit, f.label, f.head, f.place,
        plain_period(f.period), _plain_window(f.window), f.organisation, None if f.whole is None else str(f.whole), f.part_of,
        f.share_of, plain_period(f.compared_to), f.is_approximate, f.is_cumulative, f.is_computed,
    )  # fmt: skip


def _figure_from(p: Sequence[Any]) -> Figure:
    return Figure(
        Span(p[0], p[1]), MEASURES[p[2]], Decimal(p[3]), p[4], p[5], p[6], p[7], p[8], _period_from(p[9]), _window_from(p[10]),
        p[11], None if p[12] is None else Decimal(p[12]), p[13], p[14], _period_from(p[15]), p[16], p[17], p[18],
    )  # fmt: skip


def _ordinal(day: date | None) -> int | None:
    return None if day is None else day.toordinal()


@lru_cache(maxsize=8192)
def _day(ordinal: int | None) -> date | None:
    return None if ordinal is None else date.fromordinal(ordinal)


def plain_period(period: Period | None) -> tuple[str, int, int] | None:
    """A period as its kind and the ordinals of its days."""
    return None if period is None else (period.kind.value, period.first.toordinal(), period.last.toordinal())


def _period_from(plain: tuple[str, int, int] | None) -> Period | None:
    return None if plain is None else period_from(plain)


@lru_cache(maxsize=4096)
def period_from(plain: tuple[str, int, int]) -> Period:
    """A period from its kind and the ordinals of its days."""
    return Period(PeriodKind(plain[0]), date.fromordinal(plain[1]), date.fromordinal(plain[2]))


def _plain_window(window: Window | None) -> tuple[int, int] | None:
    return None if window is None else (window.first.toordinal(), window.last.toordinal())


@lru_cache(maxsize=4096)
def _window_from(plain: tuple[int, int] | None) -> Window | None:
    return None if plain is None else Window(date.fromordinal(plain[0]), date.fromordinal(plain[1]))
