"""Rises and falls: now − before, and the percent of it."""

import re
from collections.abc import Iterator
from decimal import Decimal

from knowledge.facts import Doubt, Figure, Measure, Operand
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import format_decimal
from knowledge.importing.checks.kinds import Kind
from knowledge.importing.checks.quantities import Quantity
from knowledge.importing.checks.shares import is_rounded

_DOWN = re.compile(r"\b(?:giam|thap hon|it hon|cat giam)\b")


def check_changes(quantities: list[Quantity]) -> Iterator[Doubt]:
    """A rise or fall that is not the difference of the two values beside it, or whose percent is not of the older."""
    for index, change in enumerate(quantities):
        figure = change.figure
        if figure.measure is not Measure.CHANGE or figure.share_of is not None or figure.is_approximate:
            continue
        beside = [q for q in quantities[max(0, index - 12) : index + 12] if q.statement == change.statement]
        now = _now(beside, change)
        if now is None or figure.unit == "%":
            continue
        yield from _check(beside, now, change)


def _check(beside: list[Quantity], now: Quantity, change: Quantity) -> Iterator[Doubt]:
    size = -change.figure.value if _DOWN.search(fold(change.figure.label)) else change.figure.value
    before = _before(beside, now, change)
    percent = _percent(beside, change)
    older = now.figure.value - size
    if before and before.figure.value != older:
        computed = format_decimal(abs(now.figure.value - before.figure.value))
        yield _doubt([("now", now), ("before", before), ("change", change)], computed)
    elif percent and older > 0 and not _is_percent(percent.figure, change.figure.value, now.figure.value, older):
        computed = f"{format_decimal(change.figure.value * 100 / older, places=2)}%"
        yield _doubt([("now", now), ("change", change), ("percent", percent)], computed)


def _is_percent(percent: Figure, size: Decimal, now: Decimal, older: Decimal) -> bool:
    """Of the older value; some offices divide by the newer, which is a habit and no slip."""
    return is_rounded(percent, size, older) or is_rounded(percent, size, now)


def _now(beside: list[Quantity], change: Quantity) -> Quantity | None:
    """The value that rose or fell: the nearest before it of the same unit and of its own period."""
    values = [
        q
        for q in beside
        if q.index < change.index and _is_value(q, change) and q.period == change.period and not _is_old(q)
    ]
    return values[-1] if values else None


def _before(beside: list[Quantity], now: Quantity, change: Quantity) -> Quantity | None:
    """The older value: of the period compared with, or that from which it was brought down."""
    since = change.figure.compared_to
    values = [
        q
        for q in beside
        if q is not now
        and _is_value(q, change)
        and ((since and q.period == since and since != now.period) or _is_old(q))
    ]
    return values[0] if len(values) == 1 else None


def _is_value(quantity: Quantity, change: Quantity) -> bool:
    figure = quantity.figure
    unit, changed = fold(figure.unit), fold(change.figure.unit)
    same_unit = unit.split()[:1] == changed.split()[:1] or unit.startswith(changed)
    is_value = figure.measure in {Measure.COUNT, Measure.MONEY}
    return is_value and bool(change.figure.unit) and same_unit and not figure.is_approximate


def _is_old(quantity: Quantity) -> bool:
    return "truoc khi thay doi" in fold(quantity.figure.label)


def _percent(beside: list[Quantity], change: Quantity) -> Quantity | None:
    return next((q for q in beside if q.figure.share_of == change.index and not q.figure.is_approximate), None)


def _doubt(named: list[tuple[str, Quantity]], computed: str) -> Doubt:
    operands = (*(quantity.named(name) for name, quantity in named), Operand("computed", computed))
    return Doubt(Kind.CHANGE, (named[0][1].span,), operands)
