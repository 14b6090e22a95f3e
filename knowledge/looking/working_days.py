"""Working days in Vietnam: Saturdays, Sundays and public holidays left out, with the days that make up for them."""

from datetime import date, timedelta
from functools import cache
from typing import Any

from knowledge.vocabulary.loading import load_data

# Of Tết the last day of the old lunar year and the first four of the new one.
_TET = range(-1, 4)


def is_working_day(day: date) -> bool:
    """Whether offices are open then, as far as it is announced."""
    return day.weekday() < 5 and day not in _days_off(day.year)


def next_working_day(day: date) -> date:
    """That day if it is a working day, or else the first one after it."""
    while not is_working_day(day):
        day += timedelta(days=1)
    return day


def working_days(after: date, until: date) -> int:
    """How many working days lie after the one and up to the other."""
    days = (until - after).days
    return sum(1 for n in range(1, days + 1) if is_working_day(after + timedelta(days=n)))


@cache
def _days_off(year: int) -> frozenset[date]:
    """The holidays of that year, and the next working day after each that falls on a weekend."""
    off = _holidays(year)
    for holiday in sorted(off):
        made_up = holiday
        if holiday.weekday() >= 5:
            while made_up in off or made_up.weekday() >= 5:
                made_up += timedelta(days=1)
            off.add(made_up)
    return frozenset(off)


def _holidays(year: int) -> set[date]:
    told = _vocabulary()
    fixed = [*told["every_year"], *(told["from_2026"] if year >= 2026 else ())]
    days = {date.fromisoformat(f"{year}-{day}") for day in fixed}
    if str(year) in told["lunar"]:
        tet, ancestors = told["lunar"][str(year)]
        days |= {ancestors, *(tet + timedelta(days=n) for n in _TET)}
    return days | set(told["announced"].get(str(year), ()))


@cache
def _vocabulary() -> dict[str, Any]:
    return load_data("holidays")
