"""A radar of missing reports: when each organisation usually reports, and what has not come by then.

The rhythm is learned from the reports that were published: which periods an organisation reported in the two years
before (the first quarter, six months, nine months, the year), and how long after each it signed. Nothing is expected
of an organisation from which nothing was ever published.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from knowledge.facts import Period, PeriodKind
from knowledge.grammar.year_parts import make_period, period_index
from knowledge.looking.working_days import next_working_day, working_days

# A rhythm that was kept in neither of two years is no rhythm.
LEARNED_FROM = timedelta(days=2 * 366)
# What did not come in more than a year will not come any more.
LOOKED_BACK = timedelta(days=400)
# A report may be signed on a day off or lie on a desk for a while.
GRACE_WORKING_DAYS = 3

_KINDS = (PeriodKind.MONTH, PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.NINE_MONTHS, PeriodKind.YEAR)
_INDEXES = {
    PeriodKind.MONTH: range(1, 13),
    PeriodKind.QUARTER: range(1, 5),
    PeriodKind.HALF: range(1, 3),
    PeriodKind.NINE_MONTHS: range(1),
    PeriodKind.YEAR: range(1),
}
_Slot = tuple[PeriodKind, int]


@dataclass(frozen=True, slots=True)
class Missing:
    """A report that has not come although its like came before."""

    organisation: str
    period: Period
    expected_by: date  # the latest day on which its like came before, counted from the period's end; a working day
    days_late: int  # working days
    like: str  # the number or title of the report of that sort that came last
    like_on: date


@dataclass(frozen=True, slots=True)
class Reported:
    """A published report, as far as the rhythm needs it."""

    organisation: str
    period: Period
    on: date
    name: str  # its number or title


def find_missing(reports: Iterable[Reported], today: date) -> list[Missing]:
    """What is late on that day, the latest first; `reports` are the published ones."""
    known: dict[str, list[Reported]] = defaultdict(list)
    for report in reports:
        known[report.organisation].append(report)
    found = [one for name, said in known.items() for one in _of_one(name, said, today)]
    return sorted(found, key=lambda one: (-one.days_late, one.organisation))


def _of_one(organisation: str, known: list[Reported], today: date) -> Iterator[Missing]:
    reported = {(one.period.kind, one.period.first) for one in known}
    for (kind, index), like in _slots(known).items():
        delay = max((one.on - one.period.last for one in like), default=timedelta())
        last = max(like, key=lambda one: one.on)
        for year in (today.year - 1, today.year):
            period = make_period(kind, index, year)
            due = next_working_day(period.last + delay)
            if (kind, period.first) in reported or not _is_expected(period, like, due, today):
                continue
            late = working_days(due, today)
            if late > GRACE_WORKING_DAYS:
                yield Missing(organisation, period, due, late, last.name, last.on)


def _is_expected(period: Period, like: list[Reported], due: date, today: date) -> bool:
    """Whether its like came in one of the two years before it, and it is neither to come nor long past."""
    before = any(timedelta() < period.first - one.period.first <= LEARNED_FROM for one in like)
    return before and due < today and today - due <= LOOKED_BACK


def _slots(known: list[Reported]) -> dict[_Slot, list[Reported]]:
    """The reports of each sort; two quarters or months in a row let the next ones be expected, too."""
    slots: dict[_Slot, list[Reported]] = defaultdict(list)
    for one in known:
        if one.period.kind in _KINDS:
            slots[(one.period.kind, period_index(one.period))].append(one)
    for kind in (PeriodKind.QUARTER, PeriodKind.MONTH):
        had = [index for index in _INDEXES[kind] if slots.get((kind, index))]
        of_kind = [one for one in known if one.period.kind is kind]
        is_whole_year_known = len({one.period.first.year for one in of_kind}) > 1
        if len(had) >= 2 and not is_whole_year_known:
            for index in _INDEXES[kind]:
                if index > max(had):
                    slots[(kind, index)] = of_kind
    return dict(slots)
