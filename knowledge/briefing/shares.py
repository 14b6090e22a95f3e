"""What a count is made of, over the periods: by how dossiers came in, or by whether they were settled in time."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from knowledge.answers import Quote
from knowledge.asking.figures.indicators import read_indicator
from knowledge.asking.library import Library, ReportEntry
from knowledge.briefing.figures import ChiefFigure, chief_figures, chief_of
from knowledge.briefing.telling import reports_of, told_periods
from knowledge.facts import Period

# The whole, and its parts in the order of a bar.
_DIVISIONS = {
    "received": ("online", "counter", "postal"),
    "resolved": ("early", "on_time", "early_or_on_time", "late"),
}
# More bars than a phone shows without scrolling are not compared.
_MOST_PERIODS = 5


@dataclass(frozen=True, slots=True)
class Divided:
    """A whole of one period with its parts; what no part names is the rest."""

    period: Period
    whole: ChiefFigure
    parts: tuple[ChiefFigure, ...]

    @property
    def rest(self) -> Decimal:
        """What the parts leave of the whole."""
        return self.whole.value - sum((part.value for part in self.parts), Decimal(0))

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """The sentences it rests on."""
        return tuple(dict.fromkeys(one.quote for one in (self.whole, *self.parts)))


@dataclass(frozen=True, slots=True)
class Shares:
    """A division over the periods, the oldest first."""

    whole: str  # "received"
    names: tuple[str, ...]  # of all parts that any period tells
    organisation: str
    periods: tuple[Divided, ...]


def find_shares(library: Library, target: str | None) -> Shares | None:
    """The division that an indicator of an answer is part of; None where no period tells whole and parts."""
    indicator = read_indicator(target) if target else None
    name = chief_of(indicator.label, indicator.measure) if indicator else None
    if indicator is None or name is None:
        return None
    whole = next((w for w, parts in _DIVISIONS.items() if name == w or name in parts), None)
    if whole is None:
        return None
    periods = _periods(library, indicator.organisation, whole)
    named = {part.name for divided in periods for part in divided.parts}
    names = tuple(part for part in _DIVISIONS[whole] if part in named)
    return Shares(whole, names, indicator.organisation, periods) if periods else None


def _periods(library: Library, organisation: str, whole: str) -> tuple[Divided, ...]:
    newest = [*islice(_newest(library, organisation), _MOST_PERIODS)][::-1]
    kind = newest[-1][0].kind if newest else None
    found = (_divided(p, whole, {f.name: f for f in chief_figures(own, [])}) for p, own in newest if p.kind is kind)
    return tuple(divided for divided in found if divided is not None)


def _newest(library: Library, organisation: str) -> Iterator[tuple[Period, list[ReportEntry]]]:
    """The periods of which reports of the organisation tell, with these, the newest first; no others are looked at."""
    own = reports_of(library, organisation)
    for period in told_periods(library, organisation):
        yield period, list(own.among(library.filed.of_own_period(period).numbers))


def _divided(period: Period, whole: str, told: dict[str, ChiefFigure]) -> Divided | None:
    """None where the whole or every part is missing, or the parts are more than the whole."""
    parts = tuple(told[name] for name in _DIVISIONS[whole] if name in told)
    if whole not in told or not parts:
        return None
    divided = Divided(period, told[whole], parts)
    return divided if divided.rest >= 0 else None
