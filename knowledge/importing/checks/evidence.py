"""Figures of several reports made comparable: of one body, one period and one thing counted."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from weakref import WeakKeyDictionary

from knowledge.facts import Measure, Operand, Period, Reading, Span, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.normalising import normalise
from knowledge.importing.checks.published import Known, KnownReport
from knowledge.importing.checks.quantities import Quantity, quantities

# The last row of a table is of the bodies in it, not of everything.
_TOTAL_ROW = re.compile(r"(?:tong )?cong\b|tong\b(?! so)")
_FLOWS = frozenset({"received", "resolved"})

# What two reports may well both give; counts of things done are of one report each.
# Each with how many words at least must say of what it is: there are fewer scores than shares.
_COMPARED = {Measure.SCORE: 1, Measure.SHARE: 2}

Key = tuple[object, ...]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure as one report gives it; `report` is empty for the report that is checked."""

    quantity: Quantity
    report: str
    window: Window | None

    @property
    def value(self) -> Decimal:
        """How much."""
        return self.quantity.figure.value

    @property
    def spans(self) -> tuple[Span, ...]:
        """Its sentence, if that stands in the report that is checked."""
        return () if self.report else (self.quantity.span,)

    def named(self, name: str) -> Operand:
        """It as an operand."""
        return self.quantity.named(name, self.report)


Told = tuple[Key, Period, Evidence]

# A published report is compared with every new one of its organisation, and its figures take far longer to understand
# than to compare.
_TOLD: WeakKeyDictionary[KnownReport, list[Told]] = WeakKeyDictionary()


def gather(own: list[Quantity], reading: Reading, known: Known) -> dict[Key, dict[Period, list[Evidence]]]:
    """By what is counted, then by period, everything that may be compared; the checked report's own come first."""
    found: dict[Key, dict[Period, list[Evidence]]] = defaultdict(lambda: defaultdict(list))
    for tales in (list(_tell(own, reading, "")), *map(_told_by, known.reports)):
        for key, period, evidence in tales:
            found[key][period].append(evidence)
    return found


def _told_by(report: KnownReport) -> list[Told]:
    told = _TOLD.get(report)
    if told is None:
        told = _TOLD[report] = list(_tell(quantities(report.reading), report.reading, report.name))
    return told


def _tell(told: Iterable[Quantity], reading: Reading, report: str) -> Iterator[Told]:
    for quantity in told:
        key, period = _key(quantity, reading), quantity.period
        if key and period and not quantity.figure.is_approximate:
            yield key, period, Evidence(quantity, report, quantity.figure.window)


def _key(quantity: Quantity, reading: Reading) -> Key | None:
    """What tells this figure from all others; None where its words do not say enough."""
    if not quantity.is_dossiers:
        return _other_key(quantity, reading)
    figure = quantity.figure
    if figure.measure is not Measure.COUNT or not quantity.is_clear:
        return None
    if _TOTAL_ROW.match(fold(figure.label)):
        return None
    stage = quantity.stage or ("resolved" if quantity.timeliness else "received" if quantity.channel else "")
    if stage not in _FLOWS or (quantity.timeliness and stage != "resolved"):
        return None
    if quantity.is_plain_part and not (quantity.timeliness or quantity.channel):
        return None
    if quantity.channel and (stage != "received" or quantity.timeliness):
        return None
    if figure.value != figure.value.to_integral_value():
        return None
    return _body(quantity, reading), stage, quantity.timeliness, quantity.channel, quantity.others


def _other_key(quantity: Quantity, reading: Reading) -> Key | None:
    """Of what is counted beside dossiers: the same only where all words that say something are the same."""
    figure = quantity.figure
    least = _COMPARED.get(figure.measure)
    if least is None or len(quantity.others) < least or figure.part_of is not None:
        return None
    return _body(quantity, reading), figure.measure, fold(figure.unit), quantity.others


def _body(quantity: Quantity, reading: Reading) -> str:
    """Whose it is; nothing for the report's own organisation, which a report names in full only once."""
    own = normalise(reading.report.organisation or "")
    return "" if f"{own} ".startswith(f"{quantity.body} ") else quantity.body
