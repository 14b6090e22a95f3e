"""Readings for tests: small ones that say what a test needs, and any at all."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from hypothesis import strategies as st

from knowledge.facts import (
    Citation,
    Figure,
    Measure,
    Period,
    PeriodKind,
    Reading,
    ReportFacts,
    Role,
    Span,
    Statement,
    Task,
)

Q1 = Period(PeriodKind.QUARTER, date(2019, 1, 1), date(2019, 3, 31))
Q2 = Period(PeriodKind.QUARTER, date(2019, 4, 1), date(2019, 6, 30))
OFFICE = "Văn phòng UBND tỉnh Hưng Hòa"
REPORT = ReportFacts(
    title="Báo cáo cải cách hành chính quý I/2019",
    number="134/BC-VPUBND",
    organisation=OFFICE,
    province="Hưng Hòa",
    period=Q1,
    signed_on=date(2019, 2, 25),
)


def reading(*said: Citation | Figure | Task | str, report: ReportFacts = REPORT, **changes: Any) -> Reading:
    """A report with one sentence for each fact given; `changes` are of what it says of itself."""
    text, statements = "", []
    for fact in said:
        words = fact if isinstance(fact, str) else _words(fact)
        span = Span(len(text), len(text) + len(words))
        text += words + "\n"
        statements.append(_statement(span, fact))
    return Reading(replace(report, **changes), text, tuple(statements))


def issued(number: str, subject: str | None = None, **more: Any) -> Citation:
    """ "192/QĐ-UBND" was issued."""
    bare, _, symbol = number.partition("/")
    values = {"type": "Quyết định", "written": number, "subject": subject, **more}
    return Citation(Span(0, 1), Role.ISSUED, number=bare, symbol=symbol, **values)


def planned(subject: str, **more: Any) -> Citation:
    """A document of that subject is going to be issued."""
    return Citation(Span(0, 1), Role.PLANNED, subject=subject, **more)


def figure(label: str, value: str, **more: Any) -> Figure:
    """So many dossiers."""
    values = {"written": f"{value} hồ sơ", "unit": "hồ sơ", "period": Q1, **more}
    return Figure(Span(0, 1), Measure.COUNT, Decimal(value), label=label, **values)


def _words(fact: Citation | Figure | Task) -> str:
    if isinstance(fact, Citation):
        return f"{fact.written or ''} {fact.subject or ''}".strip()
    return f"{fact.label}: {fact.written}" if isinstance(fact, Figure) else fact.text


def _statement(span: Span, fact: Citation | Figure | Task | str) -> Statement:
    if isinstance(fact, Citation):
        return Statement(span, "document", citations=(replace(fact, span=span),))
    if isinstance(fact, Figure):
        return Statement(span, "figure", figures=(replace(fact, span=span),))
    if isinstance(fact, Task):
        return Statement(span, "task", task=replace(fact, span=span))
    return Statement(span, "note")


_TEXTS = st.text(st.characters(exclude_characters="\x00", exclude_categories=["Cs"]), max_size=12)
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: _TEXTS,
    int: st.integers(0, 2**31 - 1),
    bool: st.booleans(),
    date: st.dates(),
    Decimal: st.decimals(Decimal("-1e20"), Decimal("1e20"), allow_nan=False, allow_infinity=False),
    NoneType: st.none(),
}


def anything(kind: Any) -> st.SearchStrategy[Any]:
    """Values of that type, every field of it filled or not: a new field is tried as soon as there is one."""
    if kind in _PLAIN:
        return _PLAIN[kind]
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return st.builds(kind, **{field.name: anything(hints[field.name]) for field in fields(kind)})
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return st.sampled_from(kind)
    if getattr(kind, "__origin__", None) is tuple:
        return st.lists(anything(get_args(kind)[0]), max_size=2).map(tuple)
    return st.one_of([anything(part) for part in get_args(kind)])


READINGS = anything(Reading)
