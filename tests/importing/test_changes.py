"""A change is read with what it is compared to, and a value of another time as of that time."""

import pytest

from knowledge.facts import Measure, PeriodKind, Reading
from knowledge.grammar.year_parts import make_period
from tests.importing.pages import figure, figure_of, figures, tell

FIRST, SECOND = make_period(PeriodKind.QUARTER, 1, 2021), make_period(PeriodKind.QUARTER, 2, 2021)


def beside(reading: Reading, written: str, index: int | None) -> str | None:
    """What the figure at an index beside the named one says."""
    for statement in reading.statements:
        if any(f.written.split()[0] == written for f in statement.figures):
            return None if index is None else statement.figures[index].written
    raise AssertionError(written)


def test_a_change_says_since_when():
    found = figure_of("Số hồ sơ tiếp nhận là 900 hồ sơ, tăng 120 hồ sơ so với quý I/2021.", "120")
    assert (found.measure, found.compared_to, found.period) == (Measure.CHANGE, FIRST, SECOND)


def test_the_percent_of_a_change_is_the_same_change():
    reading = tell("Số hồ sơ tiếp nhận là 900 hồ sơ, tăng 120 hồ sơ (15,38%) so với quý I/2021.")
    found = figure(reading, "15,38%")
    assert (found.measure, found.compared_to, beside(reading, "15,38%", found.share_of)) == (
        Measure.CHANGE,
        FIRST,
        "120 hồ sơ",
    )


def test_a_change_since_the_same_period_is_since_a_year_before():
    found = figure_of("Số hồ sơ là 900 hồ sơ, giảm 30 hồ sơ so với cùng kỳ năm trước.", "30")
    assert found.compared_to == make_period(PeriodKind.QUARTER, 2, 2020)


def test_what_a_change_is_compared_to_may_stand_before_it():
    assert figure_of("So với quý I/2021, số hồ sơ tiếp nhận giảm 150 hồ sơ.", "150").compared_to == FIRST


def test_each_change_has_the_comparison_that_opens_its_clause():
    reading = tell("So với quý I/2021 số hồ sơ tiếp nhận giảm 150 hồ sơ, so với quý II/2020 tăng 70 hồ sơ.")
    compared = [figure(reading, written).compared_to for written in ("150", "70")]
    assert compared == [FIRST, make_period(PeriodKind.QUARTER, 2, 2020)]


def test_a_change_in_points_is_no_share():
    reading = tell("Tỷ lệ đúng hạn đạt 98,4%, tăng 1,2 điểm phần trăm so với quý I/2021.")
    assert [f.measure for f in figures(reading)] == [Measure.SHARE, Measure.CHANGE]


def test_the_period_compared_to_is_not_the_figures_own():
    found = figure_of("So với quý I/2021, số hồ sơ tiếp nhận tăng lên 900 hồ sơ.", "900")
    assert found.period == SECOND


def test_a_previous_value_in_brackets_is_of_its_own_period():
    reading = tell("Số hồ sơ trễ hạn là 36 hồ sơ, giảm 14 hồ sơ so với quý I/2021 (50 hồ sơ).")
    assert (figure(reading, "36").period, figure(reading, "50").period) == (SECOND, FIRST)


def test_a_previous_value_told_inside_brackets_is_of_its_own_period():
    reading = tell("Số hồ sơ trễ hạn là 36 hồ sơ (so với quý I/2021 là 50 hồ sơ).")
    assert (figure(reading, "36").period, figure(reading, "50").period) == (SECOND, FIRST)


def test_a_previous_value_after_a_colon_in_brackets_is_of_its_own_period():
    reading = tell("Số hồ sơ trễ hạn là 36 hồ sơ (quý I/2021: 50 hồ sơ).")
    assert (figure(reading, "36").period, figure(reading, "50").period) == (SECOND, FIRST)


def test_a_period_told_with_its_value_in_brackets_ends_with_them():
    reading = tell("Số hồ sơ trễ hạn là 36 hồ sơ (quý I/2021: 50 hồ sơ), trong đó lĩnh vực đất đai 20 hồ sơ.")
    assert figure(reading, "20").period == SECOND


def test_a_period_after_a_number_goes_before_the_one_of_the_number_before():
    reading = tell("Tiếp nhận 500 hồ sơ trong quý I/2021, 300 hồ sơ trong tháng 4/2021.")
    assert figure(reading, "300").period == make_period(PeriodKind.MONTH, 4, 2021)


def test_of_a_change_from_to_the_first_is_how_it_was_before():
    reading = tell("Số phòng giảm từ 11 phòng xuống còn 8 phòng.")
    assert [("trước khi thay đổi" in f.label, f.value, f.measure) for f in figures(reading)] == [
        (True, 11, Measure.COUNT),
        (False, 8, Measure.COUNT),
    ]


@pytest.mark.parametrize(
    ("sentence", "written", "year"),
    [
        ("Tổng số hồ sơ tiếp nhận: 900 hồ sơ (cùng kỳ năm 2020: 700 hồ sơ).", "700", 2020),
        ("Giải ngân đạt 34,2% kế hoạch (cùng kỳ năm 2020 đạt 41,5%).", "41,5%", 2020),
        ("Hồ sơ quá hạn: 80 hồ sơ; cùng kỳ năm 2020 quá hạn 137 hồ sơ.", "137", 2020),
        ("Chỉ số đạt 81,75 điểm, xếp thứ 4/8, tăng 01 bậc so với năm 2020 (80,26 điểm, xếp thứ 5/8).", "80,26", 2020),
        ("Chỉ số đạt 81,75 điểm, xếp thứ 4/8, tăng 01 bậc so với năm 2020 (80,26 điểm, xếp thứ 5/8).", "5/8", 2020),
    ],
)
def test_a_value_of_another_time_in_brackets_is_of_that_time(sentence, written, year):
    found = figure_of(sentence, written)
    assert found.period
    assert found.period.first.year == year
    assert found.part_of is None


def test_a_value_of_another_time_counts_what_the_one_before_it_counts():
    found = figure_of("Trong đó đúng hạn 309 hồ sơ, đạt 99,33% (năm 2020 đạt 98,71%).", "98,71%")
    assert "đúng hạn" in found.label


def test_all_values_in_brackets_after_a_comparison_are_of_that_time():
    reading = tell("Chỉ số năm 2021 đạt 85,63 điểm, tăng 3 bậc so với năm 2020 (83,20 điểm, hạng 11/17).")
    before = make_period(PeriodKind.YEAR, 0, 2020)
    assert (figure(reading, "83,20").period, figure(reading, "11/17").period) == (before, before)


def test_an_earlier_value_has_the_words_of_the_newer():
    found = figure_of("Toàn tỉnh còn 574 đơn vị sự nghiệp, giảm 38 đơn vị so với quý I/2021 (612 đơn vị).", "612")
    assert found.label == "Toàn tỉnh đơn vị sự nghiệp"


@pytest.mark.parametrize(
    "words",
    ["nhiều hơn quý I/2019 là 838 hồ sơ", "giảm so với cùng kỳ năm 2020 45 hồ sơ", "ít hơn quý trước 12 hồ sơ"],
)
def test_a_number_told_after_what_it_is_compared_to_is_a_change(words):
    read = figures(tell(f"Quý III/2021 tiếp nhận 900 hồ sơ, {words}."))
    assert [f.measure for f in read] == [Measure.COUNT, Measure.CHANGE]


def test_what_a_change_is_compared_to_lies_before_it():
    read = figures(tell("Quý IV năm 2020 tiếp nhận 300 hồ sơ, tăng 12 hồ sơ so với quý III."))
    assert read[-1].compared_to == make_period(PeriodKind.QUARTER, 3, 2020)
