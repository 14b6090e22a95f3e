"""Round trips: a number, a period, a window or a list of symbols written in any Vietnamese form is read back."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.facts import Period, PeriodKind, Window
from knowledge.grammar.folding import fold
from knowledge.grammar.numbers import Number, find_numbers, format_decimal
from knowledge.grammar.periods import find_periods
from knowledge.grammar.symbols import find_symbols
from knowledge.grammar.windows import find_windows
from knowledge.grammar.year_parts import make_period

COUNTS = st.integers(min_value=0, max_value=99_999_999)
SCALES = {"nghìn": 3, "ngàn": 3, "triệu": 6, "tỷ": 9, "tỉ": 9}
YEARS = st.integers(min_value=2000, max_value=2090)
ROMAN = ("I", "II", "III", "IV")
QUARTER_FORMS = (
    "quý {roman}/{year}",
    "Quý {roman} năm {year}",
    "quý {index}/{year}",
    "quý {index:02} năm {year}",
    "quí {roman}/{year}",
    "QUÝ {roman} NĂM {year}",
    "quý {roman} của năm {year}",
    "Q{index}/{year}",
    "quý {roman}-{year}",
)
HALF_FORMS = ("6 tháng {half} năm {year}", "06 tháng {half} năm {year}", "sáu tháng {half} năm {year}")
MONTH_FORMS = ("tháng {month}/{year}", "tháng {month:02}/{year}", "tháng {month} năm {year}", "tháng {month}-{year}")
YEAR_FORMS = ("năm {year}", "cả năm {year}", "trong năm {year}", "NĂM {year}")
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2090, 12, 31))


def one_number(written: str) -> Number:
    (found,) = find_numbers(fold(f"đã nhận {written} trong kỳ"))
    return found


def periods(written: str) -> list[Period | None]:
    return [mention.resolve(date(1999, 1, 1)) for mention in find_periods(fold(f"Kết quả {written}, các sở đã làm"))]


@given(COUNTS, st.sampled_from(["hồ sơ", "văn bản", "thủ tục hành chính", "người"]))
def test_a_count_is_read_with_points_and_without(count, unit):
    grouped = format_decimal(Decimal(count))
    assert [one_number(f"{written} {unit}").value for written in (grouped, str(count))] == [count, count]


@given(st.integers(min_value=1, max_value=9))
def test_a_count_written_with_a_nought_is_the_same(count):
    assert one_number(f"0{count} phòng").value == count


@given(st.decimals(min_value=0, max_value=100, places=2), st.sampled_from(["%", " %"]))
def test_a_percent_is_read_with_a_space_and_without(share, sign):
    found = one_number(f"{share:f}".replace(".", ",") + sign)
    assert (found.value, found.is_percent) == (share, True)


@given(st.decimals(min_value=1, max_value=999, places=1), st.sampled_from(sorted(SCALES)))
def test_a_number_with_its_scale_word_is_multiplied(number, scale):
    found = one_number(f"{number:f}".replace(".", ",") + f" {scale} đồng")
    assert (found.value, found.is_scaled) == (number * 10 ** SCALES[scale], True)


@given(st.integers(min_value=1, max_value=500), st.integers(min_value=1, max_value=999))
def test_milliards_and_millions_are_added(milliards, millions):
    assert one_number(f"{milliards} tỷ {millions} triệu đồng").value == milliards * 10**9 + millions * 10**6


# A small part of a small whole may be a day or a month and a year: "5/2019".
@given(st.integers(min_value=0, max_value=999), st.integers(min_value=2, max_value=999))
def test_a_part_of_a_whole_is_read_with_both(part, whole):
    found = one_number(f"{part}/{whole} nhiệm vụ")
    assert (found.value, found.whole) == (part, whole)


@given(st.integers(min_value=1, max_value=9999), st.integers(min_value=1, max_value=9999))
def test_a_scale_word_after_a_ratio_is_of_both(part, whole):
    written = f"{format_decimal(Decimal(part))}/{format_decimal(Decimal(whole))} tỷ đồng"
    found = one_number(written)
    assert (found.value, found.whole) == (part * 10**9, whole * 10**9)


@pytest.mark.parametrize("form", QUARTER_FORMS)
@given(index=st.integers(1, 4), year=YEARS)
def test_a_quarter_is_read_in_every_form(form, index, year):
    written = form.format(index=index, roman=ROMAN[index - 1], year=year)
    assert periods(written) == [make_period(PeriodKind.QUARTER, index, year)]


@pytest.mark.parametrize("form", HALF_FORMS)
@given(index=st.integers(1, 2), year=YEARS)
def test_a_half_is_read_in_every_form(form, index, year):
    written = form.format(half=("đầu", "cuối")[index - 1], year=year)
    assert periods(written) == [make_period(PeriodKind.HALF, index, year)]


@pytest.mark.parametrize("form", MONTH_FORMS)
@given(month=st.integers(1, 12), year=YEARS)
def test_a_month_is_read_in_every_form(form, month, year):
    assert periods(form.format(month=month, year=year)) == [make_period(PeriodKind.MONTH, month, year)]


@pytest.mark.parametrize("form", YEAR_FORMS)
@given(year=YEARS)
def test_a_year_is_read_in_every_form(form, year):
    assert periods(form.format(year=year)) == [make_period(PeriodKind.YEAR, 0, year)]


@pytest.mark.parametrize(
    "form", ["từ ngày {} đến ngày {}", "từ {} đến hết ngày {}", "{} - {}", "từ ngày {} tới ngày {}"]
)
@given(days=st.tuples(DAYS, DAYS).map(sorted))
def test_a_window_is_read_in_every_form(form, days):
    written = form.format(*(f"{day:%d/%m/%Y}" for day in days))
    assert [w for _, _, w in find_windows(fold(f"số liệu {written} của tỉnh"))] == [Window(*days)]


@given(st.lists(st.integers(1, 9999), min_size=2, max_size=5, unique=True), st.sampled_from(["QĐ", "KH", "CT"]))
def test_every_number_of_a_list_is_a_document_of_its_symbol(numbers, code):
    *first, last = map(str, numbers)
    found = find_symbols(f"các văn bản số {', '.join(first)} và {last}/{code}-UBND ngày 03/01/2021")
    assert [(m.number, m.symbol) for m in found] == [(number, f"{code}-UBND") for number in (*first, last)]
