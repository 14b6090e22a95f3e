"""Quarters that do not make up the half year, the nine months or the year, in one report or across published ones."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise

from knowledge.facts import Doubt, Operand, Period
from knowledge.grammar.numbers import format_decimal
from knowledge.importing.checks.evidence import Evidence, Key
from knowledge.importing.checks.kinds import Kind

_DAY = timedelta(days=1)


def check_periods(found: dict[Key, dict[Period, list[Evidence]]]) -> Iterator[Doubt]:
    """Sums over periods that do not come out; only those in which the checked report has a say."""
    for by_period in found.values():
        single = {period: said[0] for period, said in by_period.items() if len({e.value for e in said}) == 1}
        for period, whole in single.items():
            for parts in _tilings(period, period.first, single):
                total = sum((part.value for part in parts), Decimal(0))
                if (
                    total == whole.value
                    or all(e.report for e in (whole, *parts))
                    or not _are_windows_alike(whole, parts)
                ):
                    continue
                yield _doubt(whole, parts, total)
                break


def _tilings(whole: Period, start: object, single: dict[Period, Evidence]) -> Iterator[list[Evidence]]:
    """The ways to cover the period by shorter ones, end to end; the longest parts first."""
    if start == whole.last + _DAY:
        yield []
        return
    shorter = [p for p in single if p.first == start and p.last <= whole.last and p.first <= p.last]
    for period in sorted(shorter, key=lambda p: p.last, reverse=True):
        if (period.first, period.last) == (whole.first, whole.last):
            continue
        for rest in _tilings(whole, period.last + _DAY, single):
            yield [single[period], *rest]


def _are_windows_alike(whole: Evidence, parts: list[Evidence]) -> bool:
    """Whether the days counted, as far as they are said, follow each other and are those of the whole."""
    if whole.window and parts[0].window and parts[0].window.first != whole.window.first:
        return False
    if whole.window and parts[-1].window and parts[-1].window.last != whole.window.last:
        return False
    pairs = pairwise(parts)
    return all(not (a.window and b.window) or a.window.last + _DAY == b.window.first for a, b in pairs)


def _doubt(whole: Evidence, parts: list[Evidence], total: Decimal) -> Doubt:
    spans = tuple(dict.fromkeys(span for e in (whole, *parts) for span in e.spans))
    names = [_name(part) for part in parts]
    operands = (*(part.named(name) for part, name in zip(parts, names, strict=True)), whole.named(_name(whole)))
    return Doubt(Kind.PERIODS, spans, (*operands, Operand("sum", format_decimal(total))))


def _name(evidence: Evidence) -> str:
    """The period as an operand's name; whoever shows it says it in words."""
    period = evidence.quantity.figure.period
    return f"{period.kind.value}:{period.first}:{period.last}" if period else ""
