"""The days that figures cover are read where both are written."""

from datetime import date

import pytest

from knowledge.facts import Window
from knowledge.grammar.folding import fold
from knowledge.grammar.windows import find_windows


def windows(text: str) -> list[Window]:
    return [window for _, _, window in find_windows(fold(text))]


@pytest.mark.parametrize(
    "text",
    [
        "từ ngày 15/12/2020 đến ngày 14/3/2021",
        "Từ 15/12/2020 đến 14/3/2021",
        "từ ngày 15 tháng 12 năm 2020 đến hết ngày 14 tháng 3 năm 2021",
        "từ 15-12-2020 tới 14-3-2021",
        "kỳ số liệu 15/12/2020 - 14/03/2021",
        "(15/12/2020–14/03/2021)",
        "from 15 December 2020 to 14 March 2021",
        "từ ngày 15/12/2020, khi xã mới bắt đầu hoạt động, đến ngày 14/3/2021",
    ],
)
def test_a_window_has_both_its_days(text):
    assert windows(text) == [Window(date(2020, 12, 15), date(2021, 3, 14))]


@pytest.mark.parametrize(
    "text",
    [
        "từ ngày 15/12/2020 đến nay",
        "ngày 15/12/2020 đến ngày họp",
        "ngày 3/1/2020, 5/1/2020",
        "từ ngày 15/12/2020, khi họp xong, gửi đến ngày 14/3/2021",
    ],
)
def test_two_days_that_are_not_joined_are_no_window(text):
    assert windows(text) == []


def test_a_window_that_ends_before_it_begins_is_none():
    assert windows("từ ngày 14/3/2021 đến ngày 15/12/2020") == []


def test_the_place_of_a_window_is_its_words():
    text = "Số liệu từ ngày 01/01/2020 đến ngày 31/3/2020 như sau"
    ((start, end, _),) = find_windows(fold(text))
    assert text[start:end] == "từ ngày 01/01/2020 đến ngày 31/3/2020"


def test_a_window_without_its_first_year_takes_that_of_the_last():
    assert windows("từ ngày 15/12 đến ngày 31/12/2020") == [Window(date(2020, 12, 15), date(2020, 12, 31))]


def test_the_first_day_may_lack_its_year():
    assert windows("quý II: 16/02 - 15/5/2018; quý I: 16/12 - 15/02/2018") == [
        Window(date(2018, 2, 16), date(2018, 5, 15)),
        Window(date(2017, 12, 16), date(2018, 2, 15)),
    ]
