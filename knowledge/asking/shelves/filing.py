"""Reports by what they are asked for by: number, type, kind, issuer, period, year, the row of the store."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date
from functools import lru_cache

from knowledge.facts import Period, PeriodKind, ReportFacts
from knowledge.grammar.folding import fold
from knowledge.grammar.symbols import find_symbols
from knowledge.grammar.year_parts import period_index


def told_on(facts: ReportFacts) -> date:
    """The day a report speaks from: without a date of its own the last of its period, which may be yet to come."""
    return facts.signed_on or facts.published_on or (facts.period.last if facts.period else date.min)


def drawers(report_id: int, facts: ReportFacts, periods: Iterable[Period], called: Iterable[str]) -> Collection[str]:
    """Where a report is filed: the names of all drawers that it lies in; `called` are the names that it gives to things."""
    return frozenset([*_drawers(report_id, facts, periods), *map(calling, called)])


def _drawers(report_id: int, facts: ReportFacts, periods: Iterable[Period]) -> Iterator[str]:
    yield with_id(report_id)
    yield of_kind(facts.kind)
    yield issued_by(facts.organisation)
    if (told := told_on(facts)) != date.min:  # of no day at all
        yield of_year(told.year)
    symbol = next(find_symbols(facts.number), None) if facts.number else None
    if facts.number:
        yield written(facts.number)
        yield of_type(symbol.type if symbol else None)
    else:
        yield UNNUMBERED
    if symbol is not None:
        yield numbered(symbol.number.lstrip("0"))
    for one in periods:
        yield of_period(one)
        yield of_part(one.kind.value, period_index(one))
    if facts.period is not None:
        yield of_own_period(facts.period)
        yield of_part(facts.period.kind.value, period_index(facts.period))


def calling(name: str) -> str:
    """Reports that call something by that name, in plain folded words."""
    return f"called {name}"


def numbered(number: str) -> str:
    """Reports of that number, which has no leading noughts."""
    return f"number {number}"


def of_type(name: str | None) -> str:
    """Reports whose number is that of such a document; None of those whose number says nothing of it."""
    return f"type {name or ''}"


def written(number: str) -> str:
    """Reports whose number is written just so."""
    return f"written {number}"


def of_kind(kind: str) -> str:
    """Reports of that kind ("report", "news", "register", "entry")."""
    return f"kind {kind}"


@lru_cache(maxsize=4096)
def issued_by(name: str | None) -> str:
    """Reports of the organisation of that name, however it is spelt; None of those that name none."""
    return f"issuer {' '.join(fold(name or '').split())}"


def of_period(period: Period) -> str:
    """Reports of that period, or whose title names it."""
    return f"period {period.kind.value} {period.first} {period.last}"


def of_own_period(period: Period) -> str:
    """Reports of just that period."""
    return f"{OWN}{period.kind.value} {period.first} {period.last}"


def own_period(drawer: str) -> Period:
    """The period that `of_own_period` made this name of."""
    kind, first, last = drawer.removeprefix(OWN).split()
    return Period(PeriodKind(kind), date.fromisoformat(first), date.fromisoformat(last))


def of_part(kind: str, index: int) -> str:
    """Reports of such a quarter, half or month of any year, or whose title names one."""
    return f"part {kind} {index}"


UNNUMBERED = "unnumbered"
OWN = "own "
YEAR = "year "


def of_year(year: int) -> str:
    """Reports told in that year."""
    return f"{YEAR}{year}"


def with_id(report_id: int) -> str:
    """The report of that row of the store."""
    return f"id {report_id}"
