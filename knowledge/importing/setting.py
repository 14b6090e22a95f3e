"""What holds for a statement unless it says otherwise: its period, window and body."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, Window
from knowledge.grammar.periods import PeriodMention, find_periods, with_years


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a statement's figures unless they say otherwise."""

    period: Period | None
    window: Window | None
    organisation: str | None
    reference: date | None


def resolve_periods(folded: str, reference: date, own: Period | None) -> Iterator[tuple[PeriodMention, Period]]:
    """Every period of a text with its days: open years are those of the report's own period."""
    year = own.last.year if own else reference.year
    for mention in with_years(list(find_periods(folded))):
        if mention.is_open and year > 1:
            yield mention, mention.in_year(year)
        elif period := mention.resolve(reference if reference.year > 1 else date(year or 1, 1, 1)):
            yield mention, period
