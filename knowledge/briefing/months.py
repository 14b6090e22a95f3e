"""What is due, month by month."""

import re
from collections.abc import Iterable
from datetime import date

from knowledge.briefing.deadlines import Deadline
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.periods import find_periods

Month = tuple[int, int]  # a year and a month


# "11/2019", "11-2019"; with the word "tháng" it is a period as any other.
_BARE = re.compile(r"^(1[0-2]|0?[1-9])\s?[/-]\s?(\d{4})$")


def find_month(words: str, today: date) -> Month | None:
    """The month that the words name, of a longer period its first; None where they name none."""
    folded = fold(compose(words)).strip()
    if bare := _BARE.match(folded):
        return int(bare[2]), int(bare[1])
    period = next((p for mention in find_periods(folded) if (p := mention.resolve(today))), None)
    return (period.first.year, period.first.month) if period else None


def months_of(deadlines: Iterable[Deadline]) -> tuple[Month, ...]:
    """The months in which something is due, in order."""
    return tuple(sorted({(one.day.year, one.day.month) for one in deadlines}))


def nearest_month(months: tuple[Month, ...], wanted: Month) -> Month | None:
    """That month or the first after it; where there is none, the last."""
    coming = [month for month in months if month >= wanted]
    return coming[0] if coming else (months[-1] if months else None)
