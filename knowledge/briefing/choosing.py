"""Which period and which organisation a briefing is asked for, in the words behind the command."""

from dataclasses import dataclass
from datetime import date

from knowledge.asking.library import Library
from knowledge.briefing.briefing import told_organisations
from knowledge.briefing.telling import told_periods
from knowledge.facts import Period
from knowledge.grammar.folding import compose, fold
from knowledge.grammar.periods import PeriodMention, find_periods
from knowledge.grammar.year_parts import period_index


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for; `unknown` are words that name no organisation with reports."""

    period: Period | None  # None of a period that no report tells of
    organisations: tuple[str, ...] = ()  # all that fit; none where none was named
    unknown: str = ""


def find_briefing(library: Library, words: str, today: date) -> Wanted:
    """The newest period of which reports tell where none is named; of all organisations where none is."""
    folded = fold(compose(words))
    mentions = list(find_periods(folded))
    rest = folded
    for mention in reversed(mentions):
        rest = rest[: mention.start] + " " + rest[mention.end :]
    name = " ".join(rest.split())
    fitting = tuple(one for one in told_organisations(library) if name and name in fold(one))
    period = _period(told_periods(library), mentions[0] if mentions else None, today)
    return Wanted(period, fitting, "" if fitting else name)


def _period(told: tuple[Period, ...], mention: PeriodMention | None, today: date) -> Period | None:
    """ "Quý II" without a year is the newest second quarter that is told of."""
    if mention is None:
        return told[0] if told else None
    wanted = mention.resolve(today)
    if wanted is not None:
        return wanted if wanted in told else None
    kin = (p for p in told if mention.in_year(p.first.year) == p)
    return next(kin, None)


def find_period(library: Library, mark: str) -> Period | None:
    """The period of a button, if reports still tell of it."""
    return next((period for period in told_periods(library) if mark_of(period) == mark), None)


def mark_of(period: Period) -> str:
    """The period as a button carries it: its kind, its number and its year."""
    return f"{period.kind.value}-{period_index(period)}-{period.first.year}"
