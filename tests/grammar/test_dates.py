"""Dates are read in every form that Vietnamese papers, portals and people use."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.grammar.dates import find_dates, format_date, has_date
from knowledge.grammar.folding import fold

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31))
FORMS = {
    "numeric": "{d}/{m}/{y}",
    "padded": "{d:02}/{m:02}/{y}",
    "points": "{d}.{m}.{y}",
    "hyphens": "{d}-{m}-{y}",
    "spaced": "{d} / {m} / {y}",
    "words": "ngày {d} tháng {m} năm {y}",
    "padded words": "ngày {d:02} tháng {m:02} năm {y}",
    "half in words": "{d} tháng {m}/{y}",
    "iso": "{y}-{m:02}-{d:02}",
}


def days(text: str, **given: int) -> list[date]:
    return [mention.day for mention in find_dates(fold(text), **given)]


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS.keys())
@given(day=DAYS)
def test_every_day_is_read_in_every_form(form, day):
    assert days(f"ký {form.format(d=day.day, m=day.month, y=day.year)}, gửi các sở") == [day]


@pytest.mark.parametrize(
    "written", ["September {d}, {y}", "on September {d} {y}", "{d} Sep {y}", "the 15th September {y}"]
)
def test_an_english_day_is_read_wherever_its_numbers_begin(written):
    assert days(written.format(d=15, y=2019)) == [date(2019, 9, 15)]


@given(DAYS)
def test_a_formatted_date_reads_back(day):
    assert days(format_date(day)) == [day]


@pytest.mark.parametrize("text", ["25 February 2019", "Feb 25, 2019", "February 25th, 2019", "25th Feb 2019"])
def test_english_dates_are_read(text):
    assert days(text) == [date(2019, 2, 25)]


def test_a_date_without_a_year_needs_the_year_given():
    assert (days("họp ngày 19/4 tại tỉnh"), days("họp ngày 19/4 tại tỉnh", default_year=2020)) == (
        [],
        [date(2020, 4, 19)],
    )


def test_a_date_says_whether_its_year_was_stated():
    found = find_dates(fold("ngày 3 tháng 5 và ngày 4/6/2018"), default_year=2020)
    assert [(mention.day, mention.year_stated) for mention in found] == [
        (date(2020, 5, 3), False),
        (date(2018, 6, 4), True),
    ]


@pytest.mark.parametrize("text", ["1/1/0001", "01/01/0001 12:00:00 SA"])
def test_the_placeholder_of_portals_is_no_date(text):
    assert days(text) == []


@pytest.mark.parametrize("text", ["31/02/2019", "45/13/2019", "ngày 30 tháng 2 năm 2020", "0/5/2019"])
def test_a_day_that_does_not_exist_is_no_date(text):
    assert days(text) == []


@pytest.mark.parametrize(
    "text", ["tỷ lệ 9/63", "1.104/1.150 phiếu", "số 12/2019/QĐ-UBND", "quý 1/2019", "08.3822.1234"]
)
def test_ratios_symbols_and_periods_are_no_dates(text):
    assert days(text) == []


def test_the_place_of_a_date_is_its_words():
    text = "Ban hành ngày 05 tháng 9 năm 2021 tại huyện"
    (mention,) = find_dates(fold(text))
    assert text[mention.start : mention.end] == "05 tháng 9 năm 2021"


def test_several_dates_come_in_order():
    assert days("từ ngày 15/12/2020 đến ngày 14/3/2021") == [date(2020, 12, 15), date(2021, 3, 14)]


@given(st.text(max_size=80))
def test_any_text_is_read_without_error(text):
    assert all(mention.day.year >= 1900 for mention in find_dates(fold(text), default_year=2020))


_BITS = (
    "ngay ",
    " thang ",
    " nam ",
    "/",
    "-",
    ".",
    " ",
    "1",
    "3",
    "05",
    "12",
    "28",
    "30",
    "2019",
    "2024",
    "march ",
    ", ",
    "sang ",
)


@given(bits=st.lists(st.sampled_from(_BITS), max_size=14))
def test_that_there_is_a_date_is_seen_as_when_all_are_looked_for(bits: list[str]):
    text = "".join(bits)
    assert has_date(text) == any(True for _ in find_dates(text))
