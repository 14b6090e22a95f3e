"""What holds for a statement unless it says otherwise: its period, window and body."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from knowledge.facts import Period, PeriodKind, Window
from knowledge.grammar.periods import PeriodMention, find_periods, with_years
from knowledge.grammar.year_parts import previous_period


@dataclass(frozen=True, slots=True)
class Setting:
    """What holds for a statement's figures unless they say otherwise."""

    period: Period | None
    window: Window | None
    organisation: str | None
    reference: date | None


# "Cả năm (6 tháng cuối năm): …": all that there is of the year, as of a body that began within it.
_WHOLE_YEAR = re.compile(r"\bca nam \($")
_JUST_OVER = re.compile(r"\b(?:vua qua|vua roi|roi)\b")


def resolve_periods(folded: str, reference: date, own: Period | None) -> Iterator[tuple[PeriodMention, Period]]:
    """Every period of a text with its days: open years are those of the report's own period."""
    year = own.last.year if own else reference.year
    for mention in with_years(list(find_periods(folded))):
        if mention.step is not None and own is not None and own.kind is mention.kind:
            # "Quý vừa qua" in a report on a quarter is that quarter, on whatever day it was written.
            of_own = mention.step == 0 or _JUST_OVER.search(folded, mention.start, mention.end)
            if period := own if of_own else previous_period(own) if mention.step == -1 else None:
                yield mention, period
                continue
        if own is not None and own.kind is PeriodKind.YEAR and _WHOLE_YEAR.search(folded, 0, mention.start):
            yield mention, own
        elif mention.is_open and year > 1:
            yield mention, mention.in_year(year)
        elif period := mention.resolve(reference if reference.year > 1 else date(year or 1, 1, 1)):
            yield mention, period
