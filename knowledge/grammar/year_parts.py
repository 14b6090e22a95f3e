"""The parts of a year that reports are of: made by their kind and number, the one before and behind, named."""

import calendar
from datetime import date, timedelta
from functools import lru_cache

from knowledge.facts import Period, PeriodKind


# So many of the years and kinds that are asked about are remembered: a question of many periods is held against many figures.
@lru_cache(maxsize=2_000)
def make_period(kind: PeriodKind, index: int, year: int) -> Period:
    """The period of that kind: quarter 1-4, half 1-2, month 1-12, months from January for a RANGE."""
    first_month, months = {
        PeriodKind.QUARTER: (3 * index - 2, 3),
        PeriodKind.HALF: (6 * index - 5, 6),
        PeriodKind.NINE_MONTHS: (1, 9),
        PeriodKind.MONTH: (index, 1),
        PeriodKind.RANGE: (1, index),
        PeriodKind.YEAR: (1, 12),
    }[kind]
    last_month = first_month + months - 1
    return Period(kind, date(year, first_month, 1), date(year, last_month, calendar.monthrange(year, last_month)[1]))


def period_index(period: Period) -> int:
    """The number of the period in its year, as `make_period` takes it."""
    match period.kind:
        case PeriodKind.QUARTER:
            return (period.first.month + 2) // 3
        case PeriodKind.HALF:
            return 1 if period.first.month == 1 else 2
        case PeriodKind.MONTH:
            return period.first.month
        case PeriodKind.RANGE:
            return period.last.month
        case _:
            return 0


def previous_year(period: Period) -> Period:
    """The same period of the year before ("cùng kỳ năm trước")."""
    return make_period(period.kind, period_index(period), period.first.year - 1)


def previous_period(period: Period) -> Period:
    """The period just before: the quarter before a quarter, the year before a year or a cumulated one."""
    before = period.first - timedelta(days=1)
    if period.kind is PeriodKind.QUARTER:
        return make_period(period.kind, (before.month + 2) // 3, before.year)
    if period.kind is PeriodKind.MONTH:
        return make_period(period.kind, before.month, before.year)
    return previous_year(period)


def next_period(period: Period) -> Period:
    """The quarter, half or month right after one; the year after a year, and after a cumulated one the same of the next year."""
    after = period.last + timedelta(days=1)
    match period.kind:
        case PeriodKind.QUARTER:
            return make_period(period.kind, (after.month + 2) // 3, after.year)
        case PeriodKind.HALF:
            return make_period(period.kind, 1 if after.month == 1 else 2, after.year)
        case PeriodKind.MONTH:
            return make_period(period.kind, after.month, after.year)
        case _:
            return make_period(period.kind, period_index(period), period.first.year + 1)


def name_period(period: Period, *, language: str = "vi") -> str:
    """The period's name: `quý I/2019`, `6 tháng đầu năm 2019`, `năm 2019`, `từ 01/07/2025 đến 14/08/2025`; English where asked."""
    year, index = period.first.year, period_index(period)
    if period.kind is PeriodKind.RANGE and (period.first != date(year, 1, 1) or period.last.year != year):
        days = [f"{day:%d/%m/%Y}" for day in (period.first, period.last)]
        return f"{days[0]} to {days[1]}" if language == "en" else f"từ {days[0]} đến {days[1]}"
    if language == "en":
        return {
            PeriodKind.QUARTER: f"Q{index} {year}",
            PeriodKind.HALF: f"{'first' if index == 1 else 'second'} half of {year}",
            PeriodKind.NINE_MONTHS: f"first nine months of {year}",
            PeriodKind.YEAR: f"{year}",
            PeriodKind.MONTH: f"{period.first:%B} {year}",
            PeriodKind.RANGE: f"first {index} months of {year}",
        }[period.kind]
    return {
        PeriodKind.QUARTER: f"quý {['I', 'II', 'III', 'IV'][index - 1] if 1 <= index <= 4 else index}/{year}",
        PeriodKind.HALF: f"6 tháng {'đầu' if index == 1 else 'cuối'} năm {year}",
        PeriodKind.NINE_MONTHS: f"9 tháng năm {year}",
        PeriodKind.YEAR: f"năm {year}",
        PeriodKind.MONTH: f"tháng {index}/{year}",
        PeriodKind.RANGE: f"{index} tháng năm {year}",
    }[period.kind]
