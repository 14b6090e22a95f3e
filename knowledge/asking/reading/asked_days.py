"""The days and years that figures are asked for by: from one to another, since all of the country changed, a year before."""

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from knowledge.facts import PeriodKind, Window
from knowledge.grammar.dates import DateMention
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import PeriodMention
from knowledge.grammar.sought import Sought
from knowledge.grammar.windows import find_windows
from knowledge.vocabulary.loading import load_data
from knowledge.worked_out import worked_out


@dataclass(frozen=True, slots=True)
class AskedDays:
    """A window, or a first day alone, and where they are said besides by dates."""

    window: Window | None = None
    since: date | None = None  # up to no day that is said as such: to a month's end, or until now
    span: tuple[int, int] | None = None


def find_asked_days(folded: str, dates: Sequence[DateMention]) -> AskedDays:
    """What a folded question says, of which `dates` are those that it names."""
    for start, end, window in find_windows(folded):
        return AskedDays(window, span=(start, end))
    if (months := _months(folded)) is not None:
        return months
    if (months := _first_months(folded)) is not None:
        return months
    named = _since_era(folded)
    if named is None:
        return AskedDays()
    start, end, day = named
    last = next((d for d in dates if d.start >= end and UP_TO.search(folded[end : d.start])), None)
    if last is not None and day <= last.day:
        return AskedDays(Window(day, last.day), span=(start, last.end))
    return AskedDays(since=day, span=(start, end))


# "Từ tháng 7 đến hết tháng 11 năm 2025", as reports after a reform tell it.
_MONTHS = Sought(
    r"\btu thang (?P<first>\d{1,2})(?:\s?/\s?(?P<begins>20\d\d)| nam (?P<began>20\d\d))? (?:den|toi)(?: het)? thang (?P<last>\d{1,2})"
    r"(?:\s?/\s?| nam )(?P<year>20\d\d)\b"
)
_EACH_MONTH = pattern_of(r"\b(?:dien bien|bien dong|thay doi|tang giam|tung thang|cac thang|the nao|ra sao)\b")
# What has a name of its own: quarters, halves, nine months, the year.
_OF_A_NAME = frozenset({(1, 3), (4, 6), (7, 9), (10, 12), (1, 6), (7, 12), (1, 9), (1, 12)})


def _months(folded: str) -> AskedDays | None:
    """The days from the first to the last of some months; None where no such run is named, or one with a name of its own."""
    run = _MONTHS.search(folded)
    if run is None or _EACH_MONTH.search(folded):
        return None
    first, last, year = int(run["first"]), int(run["last"]), int(run["year"])
    begins = int(run["begins"] or run["began"] or year)
    if not (1 <= first <= 12 and 1 <= last <= 12 and (begins, first) < (year, last)):  # months of a year
        return None
    if begins == year and (first, last) in _OF_A_NAME:
        return None
    window = Window(date(begins, first, 1), date(year, last, monthrange(year, last)[1]))
    return AskedDays(window, span=run.span())


def with_named_years(periods: Sequence[PeriodMention], folded: str) -> list[PeriodMention]:
    """ "Năm 2021 … so với năm trước": the year before the one that is named, and not before that of asking."""
    named = next((p.year for p in periods if p.year is not None), None)
    return [
        replace(p, year=named - 1, year_offset=None)
        if named and p.kind is PeriodKind.YEAR and p.year_offset == -1 and folded[p.start : p.end].endswith("nam truoc")
        else p
        for p in periods
    ]


# What stands before a day up to which something is told.
UP_TO = pattern_of(r"\b(?:den|toi)(?: het)?(?: ngay)? $")


def _since_era(folded: str) -> tuple[int, int, date] | None:
    """Where an era is said to begin, and its first day."""
    for pattern, day in _eras():
        if found := pattern.search(folded):
            return (*found.span(), day)
    return None


def _first_months(folded: str) -> AskedDays | None:
    """ "5 tháng vận hành chính quyền 2 cấp": the days of so many months from an era's first day on."""
    for pattern, day in _eras_counted():
        if (found := pattern.search(folded)) is None:
            continue
        count = _COUNTED.index(found["count"]) + 1 if found["count"] in _COUNTED else int(found["count"])
        year, month = divmod(day.month - 1 + count, 12)
        return AskedDays(Window(day, date(day.year + year, month + 1, day.day) - _A_DAY), span=found.span())
    return None


_A_DAY = timedelta(days=1)
_COUNTED = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi")
_SO_MANY_MONTHS = rf"\b(?P<count>{'|'.join(_COUNTED)}|0?[1-9]|1[0-2]) thang(?: dau)?(?: tien)?(?: (?:sau|cua|tu|ke tu))?(?: khi| ngay)?"


@cache
def _eras_counted() -> tuple[tuple[Sought, date], ...]:
    return tuple((Sought(_SO_MANY_MONTHS + said), date.fromisoformat(day)) for said, day in _said_of_eras())


@cache
def _eras() -> tuple[tuple[Sought, date], ...]:
    return tuple((Sought(pattern), date.fromisoformat(day)) for pattern, day in _patterns())


@worked_out
def _patterns() -> list[tuple[str, str]]:
    data = load_data("eras")
    since = rf"\b(?:{'|'.join(data['since'])}) (?:{'|'.join(data['when'])})"
    return [(since + said, day) for said, day in _said_of_eras()]


@worked_out
def _said_of_eras() -> list[tuple[str, str]]:
    """How each era is called behind the words that lead to it, and its first day."""
    rows = load_data("eras")["era"]
    return [("".join(map(_one_of, row["said"])) + r"\b", row["day"].isoformat()) for row in rows]


def _one_of(choices: list[str]) -> str:
    """The choices as a pattern, each behind a space."""
    said = "|".join(choice for choice in choices if choice)
    return f"(?: (?:{said})){'?' if '' in choices else ''}"
