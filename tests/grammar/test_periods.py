"""Periods are read as reports name them and as people ask for them, with the day of asking where they need it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import Period, PeriodKind, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.periods import PeriodMention, find_periods, with_years
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import (
    make_period,
    name_period,
    next_period,
    period_index,
    previous_period,
    previous_year,
)

TODAY = date(2021, 5, 20)
QUARTER, HALF, NINE, YEAR, MONTH, RANGE = (
    PeriodKind.QUARTER,
    PeriodKind.HALF,
    PeriodKind.NINE_MONTHS,
    PeriodKind.YEAR,
    PeriodKind.MONTH,
    PeriodKind.RANGE,
)
PERIODS = st.builds(
    lambda kind_index, year: make_period(*kind_index, year),
    st.sampled_from(
        [(QUARTER, i) for i in range(1, 5)]
        + [(HALF, 1), (HALF, 2), (NINE, 0), (YEAR, 0)]
        + [(MONTH, i) for i in range(1, 13)]
        + [(RANGE, i) for i in (7, 8, 10, 11)]
    ),
    st.integers(min_value=2000, max_value=2090),
)


def mentions(text: str) -> list[PeriodMention]:
    return list(find_periods(fold(text)))


def resolved(text: str, today: date = TODAY) -> list[Period | None]:
    return [mention.resolve(today) for mention in mentions(text)]


@pytest.mark.parametrize(
    ("text", "kind", "index", "year"),
    [
        ("quý I/2019", QUARTER, 1, 2019),
        ("Quý III năm 2020", QUARTER, 3, 2020),
        ("quý 2-2018", QUARTER, 2, 2018),
        ("quy 1 2019", QUARTER, 1, 2019),
        ("quí IV/2019", QUARTER, 4, 2019),
        ("quý 04/2019", QUARTER, 4, 2019),
        ("QUÝ II NĂM 2022", QUARTER, 2, 2022),
        ("quý l/2019", QUARTER, 1, 2019),  # scanned: a small L for a capital I
        ("quý đầu năm 2019", QUARTER, 1, 2019),
        ("quý cuối năm 2019", QUARTER, 4, 2019),
        ("ba tháng cuối năm 2019", QUARTER, 4, 2019),
        ("quý tư năm 2019", QUARTER, 4, 2019),
        ("Q3/2020", QUARTER, 3, 2020),
        ("q3 2020", QUARTER, 3, 2020),
        ("3 tháng đầu năm 2019", QUARTER, 1, 2019),
        ("6 tháng đầu năm 2019", HALF, 1, 2019),
        ("06 tháng đầu năm 2019", HALF, 1, 2019),
        ("sáu tháng cuối năm 2019", HALF, 2, 2019),
        ("nửa đầu năm 2019", HALF, 1, 2019),
        ("nửa cuối 2019", HALF, 2, 2019),
        ("9 tháng năm 2019", NINE, 0, 2019),
        ("chín tháng đầu năm 2019", NINE, 0, 2019),
        ("năm 2019", YEAR, 0, 2019),
        ("cả năm 2019", YEAR, 0, 2019),
        ("tháng 7/2019", MONTH, 7, 2019),
        ("tháng 11 năm 2019", MONTH, 11, 2019),
        ("11 tháng đầu năm 2019", RANGE, 11, 2019),
        ("Q1 2019", QUARTER, 1, 2019),
        ("first quarter of 2019", QUARTER, 1, 2019),
        ("second half of 2019", HALF, 2, 2019),
        ("H1 2019", HALF, 1, 2019),
        ("in May 2019", MONTH, 5, 2019),
        ("first nine months of 2019", NINE, 0, 2019),
        ("year 2019", YEAR, 0, 2019),
        ("6T đầu 2019", HALF, 1, 2019),
        ("9T/2019", NINE, 0, 2019),
    ],
)
def test_a_period_with_its_year_is_read_whole(text, kind, index, year):
    assert resolved(text) == [make_period(kind, index, year)]


@pytest.mark.parametrize(
    ("text", "kind", "index"),
    [
        ("quý I", QUARTER, 1),
        ("quy 4", QUARTER, 4),
        ("Q2", QUARTER, 2),
        ("6 tháng đầu năm", HALF, 1),
        ("6 tháng", HALF, 1),
        ("9 tháng", NINE, 0),
        ("9 tháng đầu năm", NINE, 0),
        ("tháng 7", MONTH, 7),
        ("cả năm", YEAR, 0),
    ],
)
def test_a_period_without_a_year_is_open(text, kind, index):
    (mention,) = mentions(text)
    assert (mention.kind, mention.index, mention.is_open, mention.resolve(TODAY)) == (kind, index, True, None)


@pytest.mark.parametrize(
    ("text", "kind", "index", "year"),
    [
        ("quý này", QUARTER, 2, 2021),
        ("quý trước", QUARTER, 1, 2021),
        ("quý vừa rồi", QUARTER, 1, 2021),
        ("quý tới", QUARTER, 3, 2021),
        ("tháng này", MONTH, 5, 2021),
        ("tháng trước", MONTH, 4, 2021),
        ("năm nay", YEAR, 0, 2021),
        ("năm ngoái", YEAR, 0, 2020),
        ("năm trước", YEAR, 0, 2020),
        ("năm kia", YEAR, 0, 2019),
        ("năm sau", YEAR, 0, 2022),
        ("quý I năm nay", QUARTER, 1, 2021),
        ("quý IV năm ngoái", QUARTER, 4, 2020),
        ("6 tháng đầu năm ngoái", HALF, 1, 2020),
        ("this quarter", QUARTER, 2, 2021),
        ("last quarter", QUARTER, 1, 2021),
        ("last year", YEAR, 0, 2020),
        ("Q3 last year", QUARTER, 3, 2020),
    ],
)
def test_a_period_told_by_distance_counts_from_the_day_of_asking(text, kind, index, year):
    assert resolved(text) == [make_period(kind, index, year)]


def test_the_quarter_before_the_first_is_the_fourth_of_the_year_before():
    assert resolved("quý trước", date(2021, 2, 1)) == [make_period(QUARTER, 4, 2020)]


def test_the_quarter_after_the_fourth_is_the_first_of_the_next_year():
    assert resolved("quý tới", date(2021, 12, 31)) == [make_period(QUARTER, 1, 2022)]


@pytest.mark.parametrize(("text", "year"), [("cùng kỳ năm trước", None), ("cùng kỳ 2018", 2018), ("cùng kỳ", None)])
def test_the_same_period_waits_for_the_period_spoken_of(text, year):
    (mention,) = mentions(text)
    assert (mention.is_same_period, mention.year, mention.resolve(TODAY)) == (True, year, None)


@pytest.mark.parametrize("text", ["cùng kỳ quý I/2022 là 6.412 hồ sơ", "cùng kỳ 6 tháng đầu năm 2022"])
def test_the_same_period_that_is_named_with_its_year_is_that_one(text):
    (mention,) = mentions(text)
    assert (mention.is_same_period, mention.year, mention.index) == (False, 2022, 1)


def test_a_bare_year_is_a_year_and_says_that_it_is_bare():
    (mention,) = mentions("kế hoạch 2019")
    assert (mention.resolve(TODAY), mention.is_bare_year) == (make_period(YEAR, 0, 2019), True)


def test_a_question_for_the_month_is_not_the_month_of_may():
    assert resolved("ban hành tháng mấy 2019") == [make_period(YEAR, 0, 2019)]


def test_the_last_quarter_may_be_called_the_one_that_was():
    assert resolved("quý rồi trễ mấy hồ sơ") == resolved("quý trước trễ mấy hồ sơ")


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("quý II (năm 2019)", [2019, 2019]),
        ("quý II và 6 tháng đầu năm 2019", [2019, 2019]),
        ("cả năm 58 hồ sơ (năm 2017: 24 hồ sơ)", [None, 2017]),
        ("quý II 58 hồ sơ (năm 2017: 24 hồ sơ)", [None, 2017]),
    ],
)
def test_a_year_that_opens_an_aside_is_not_lent_to_what_stands_before_it(text, years):
    assert [mention.year for mention in with_years(mentions(text))] == years


def test_several_periods_come_in_order():
    assert resolved("quý I/2019 so với quý IV/2018") == [make_period(QUARTER, 1, 2019), make_period(QUARTER, 4, 2018)]


@pytest.mark.parametrize(
    "text",
    [
        "quy chế xin lỗi",
        "thành phố Quy Hải",
        "hết quý rồi",
        "6T đồng",
        "quy trình 4 bước",
        "sau 6 tháng thực hiện",
        "thời hạn 6 tháng",
        "trong vòng 6 tháng",
        "3 tháng đầu thực hiện",
        "ngày 12/3/2019",
        "2.019 hồ sơ",
        "số 2019/QĐ-UBND",
        "",
    ],
)
def test_what_only_looks_like_a_period_is_none(text):
    assert resolved(text) == []


@given(PERIODS)
def test_a_named_period_reads_back(period):
    assert resolved(name_period(period)) == [period]


@given(PERIODS)
def test_a_period_named_in_english_reads_back(period):
    (found,) = mentions(f"in {name_period(period, language='en')}")[:1] or [None]
    assert found is not None
    assert found.resolve(TODAY) == period


@given(PERIODS)
def test_a_period_is_made_again_from_its_kind_number_and_year(period):
    assert make_period(period.kind, period_index(period), period.first.year) == period


@given(PERIODS)
def test_the_same_period_of_the_year_before_is_a_year_earlier(period):
    earlier = previous_year(period)
    assert (earlier.kind, period_index(earlier), earlier.first.year) == (
        period.kind,
        period_index(period),
        period.first.year - 1,
    )


@given(PERIODS.filter(lambda p: p.kind in {QUARTER, MONTH, YEAR}))
def test_the_period_before_ends_the_day_before(period):
    assert (period.first - previous_period(period).last).days == 1


def test_periods_have_their_first_and_last_day():
    assert make_period(MONTH, 2, 2020) == Period(MONTH, date(2020, 2, 1), date(2020, 2, 29))
    assert make_period(HALF, 2, 2019) == Period(HALF, date(2019, 7, 1), date(2019, 12, 31))


@given(st.text(max_size=80), st.dates(min_value=date(1990, 1, 1), max_value=date(2090, 1, 1)))
def test_any_text_is_read_without_error(text, today):
    assert all(p is None or p.first <= p.last for p in resolved(text, today))


def test_the_first_of_two_days_may_leave_the_year_to_the_second():
    found = [window for _, _, window in find_windows(fold("Quý II: 16/02 - 15/5/2018; quý I: 16/11 - 15/02/2018."))]
    assert found == [
        Window(date(2018, 2, 16), date(2018, 5, 15)),
        Window(date(2017, 11, 16), date(2018, 2, 15)),
    ]


@pytest.mark.parametrize(
    "text",
    ["giai quyet trong quy 1.850 ho so", "trong quy 1,5 ty dong", "moi thang 3.500 ho so", "trong quy 2.100 ho so"],
)
def test_how_many_came_in_a_quarter_names_no_quarter(text: str) -> None:
    assert list(find_periods(text)) == []


@pytest.mark.parametrize(
    ("period", "following"),
    [
        (make_period(PeriodKind.QUARTER, 4, 2022), make_period(PeriodKind.QUARTER, 1, 2023)),
        (make_period(PeriodKind.HALF, 1, 2022), make_period(PeriodKind.HALF, 2, 2022)),
        (make_period(PeriodKind.HALF, 2, 2022), make_period(PeriodKind.HALF, 1, 2023)),
        (make_period(PeriodKind.MONTH, 12, 2022), make_period(PeriodKind.MONTH, 1, 2023)),
        (make_period(PeriodKind.RANGE, 10, 2022), make_period(PeriodKind.RANGE, 10, 2023)),
        (make_period(PeriodKind.NINE_MONTHS, 0, 2022), make_period(PeriodKind.NINE_MONTHS, 0, 2023)),
        (make_period(PeriodKind.YEAR, 0, 2022), make_period(PeriodKind.YEAR, 0, 2023)),
    ],
)
def test_what_follows_a_period_is_of_its_kind(period, following):
    assert next_period(period) == following
