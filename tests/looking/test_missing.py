"""The radar of missing reports learns each organisation's rhythm."""

from datetime import date, timedelta

import pytest

from knowledge.facts import PeriodKind
from knowledge.grammar.year_parts import make_period
from knowledge.looking.missing import Reported, find_missing
from knowledge.looking.working_days import is_working_day, next_working_day, working_days

OFFICE = "Sở Nội vụ tỉnh Hưng Hòa"
QUARTER, HALF, NINE, YEAR = PeriodKind.QUARTER, PeriodKind.HALF, PeriodKind.NINE_MONTHS, PeriodKind.YEAR


def reported(kind: PeriodKind, index: int, year: int, *, after: int = 10, who: str = OFFICE) -> Reported:
    period = make_period(kind, index, year)
    return Reported(who, period, period.last + timedelta(days=after), f"{kind}-{index}-{year}")


A_YEAR = [(QUARTER, 1), (HALF, 1), (NINE, 0), (YEAR, 0)]


def names(reports: list[Reported], today: date) -> list[tuple[PeriodKind, int]]:
    return [(one.period.kind, one.period.first.year) for one in find_missing(reports, today)]


def test_what_came_last_year_is_expected_this_year():
    reports = [reported(kind, index, 2018) for kind, index in A_YEAR] + [reported(QUARTER, 1, 2019)]
    assert names(reports, date(2019, 7, 9)) == []
    assert names(reports, date(2019, 8, 1)) == [(HALF, 2019)]


def test_what_has_come_is_not_missing():
    reports = [reported(QUARTER, 1, year) for year in (2018, 2019)]
    assert names(reports, date(2019, 6, 1)) == []


def test_how_late_an_organisation_usually_is_counts():
    reports = [reported(QUARTER, 1, 2018, after=60)]
    assert names(reports, date(2019, 5, 20)) == []
    [missing] = find_missing(reports, date(2019, 6, 10))
    assert (missing.expected_by, missing.days_late) == (date(2019, 5, 30), 7)


def test_a_report_that_is_signed_before_its_quarter_ends_is_expected_then():
    [missing] = find_missing([reported(QUARTER, 1, 2018, after=-34)], date(2019, 3, 20))
    assert missing.expected_by == date(2019, 2, 25)


def test_after_two_quarters_the_third_is_expected():
    reports = [reported(QUARTER, index, 2019) for index in (1, 2)]
    assert names(reports, date(2019, 10, 31)) == [(QUARTER, 2019)]


def test_of_an_organisation_that_stopped_long_ago_nothing_is_expected():
    assert names([reported(kind, index, 2015) for kind, index in A_YEAR], date(2019, 8, 1)) == []


def test_each_organisation_has_its_own_rhythm_and_the_latest_comes_first():
    reports = [reported(QUARTER, 1, 2018, who="A"), reported(HALF, 1, 2018, who="B")]
    found = find_missing(reports, date(2019, 9, 2))
    assert [(one.organisation, one.like) for one in found] == [("A", "quarter-1-2018"), ("B", "half-1-2018")]


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2019, 2, 4), "the last day of the lunar year"),
        (date(2019, 4, 15), "Giỗ Tổ fell on a Sunday"),
        (date(2023, 5, 2), "Giỗ Tổ fell on a Saturday, 30/4 on a Sunday"),
        (date(2023, 5, 3), "and each is made up for"),
        (date(2024, 9, 3), "announced beside 2/9"),
        (date(2026, 11, 24), "since 2026"),
    ],
)
def test_public_holidays_are_no_working_days(day: date, why: str):
    assert not is_working_day(day), why


def test_a_report_that_is_due_on_a_holiday_is_due_on_the_next_working_day():
    [missing] = find_missing([reported(QUARTER, 1, 2019, after=30)], date(2020, 6, 1))
    assert missing.expected_by == date(2020, 5, 4) == next_working_day(date(2020, 4, 30))


def test_days_off_are_no_working_days():
    friday, monday = date(2019, 3, 1), date(2019, 3, 4)
    assert (working_days(friday, monday), working_days(monday, friday)) == (1, 0)
