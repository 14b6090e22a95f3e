"""A quantity is read with what it counts, of what it is a part, of when and where."""

from datetime import date

import pytest

from knowledge.facts import Measure, PeriodKind, Reading, Window
from knowledge.grammar.year_parts import make_period, previous_year
from tests.importing.pages import figure, figure_of, figures, read, report, tell

PARTS = (
    "Trong quý II/2021 (từ ngày 15/3/2021 đến ngày 14/6/2021), Trung tâm Phục vụ hành chính công tỉnh "
    "tiếp nhận 2.400 hồ sơ, trong đó trực tuyến 1.500 hồ sơ, chiếm 62,5%, trực tiếp 900 hồ sơ (37,5%)."
)


FIRST, SECOND = make_period(PeriodKind.QUARTER, 1, 2021), make_period(PeriodKind.QUARTER, 2, 2021)


def beside(reading: Reading, written: str, index: int | None) -> str | None:
    """What the figure at an index beside the named one says."""
    for statement in reading.statements:
        if any(f.written.split()[0] == written for f in statement.figures):
            return None if index is None else statement.figures[index].written
    raise AssertionError(written)


def test_a_figure_has_its_value_unit_and_words():
    found = figure_of(PARTS, "2.400")
    assert (found.value, found.written, found.measure) == (2400, "2.400 hồ sơ", Measure.COUNT)
    assert "tiếp nhận" in found.label


def test_a_figure_has_its_period_window_and_body():
    found = figure_of(PARTS, "2.400")
    assert (found.period, found.window, found.organisation) == (
        SECOND,
        Window(date(2021, 3, 15), date(2021, 6, 14)),
        "Trung tâm Phục vụ hành chính công tỉnh",
    )


@pytest.mark.parametrize("written", ["1.500", "900"])
def test_a_part_knows_the_figure_that_it_is_a_part_of(written):
    reading = tell(PARTS)
    assert beside(reading, written, figure(reading, written).part_of) == "2.400 hồ sơ"


@pytest.mark.parametrize(("share", "of"), [("62,5%", "1.500 hồ sơ"), ("37,5%", "900 hồ sơ")])
def test_a_share_knows_the_figure_that_it_is_the_share_of(share, of):
    reading = tell(PARTS)
    assert beside(reading, share, figure(reading, share).share_of) == of


def test_a_total_is_part_of_nothing():
    assert (figure_of(PARTS, "2.400").part_of, figure_of(PARTS, "2.400").share_of) == (None, None)


def test_parts_have_the_window_of_the_whole():
    assert {f.window for f in figures(tell(PARTS))} == {Window(date(2021, 3, 15), date(2021, 6, 14))}


def test_the_second_of_two_within_is_a_part_of_the_first():
    reading = tell("Trong 36 hồ sơ trễ hạn có 20 hồ sơ thuộc lĩnh vực đất đai.")
    assert beside(reading, "20", figure(reading, "20").part_of) == "36 hồ sơ"


def test_items_of_a_list_have_the_words_that_open_it():
    reading = report(
        "2. Cải cách thủ tục hành chính",
        "a) Bộ phận Một cửa của Sở tiếp nhận 300 hồ sơ, gồm:",
        "- Trực tuyến 120 hồ sơ;",
        "- Trực tiếp 180 hồ sơ.",
    )
    found = figure(reading, "120")
    assert "Trực tuyến" in found.label
    assert "tiếp nhận" in found.head
    assert found.organisation == "Bộ phận Một cửa"


def test_a_figure_to_come_is_not_of_the_period_reported():
    reading = report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Mở 02 lớp tập huấn trong tháng 10/2021.")
    assert figure(reading, "02").period != make_period(PeriodKind.QUARTER, 3, 2021)


def test_what_is_in_closed_brackets_is_not_the_whole_of_what_follows():
    told = tell("Tiếp nhận 900 hồ sơ (năm 2020: 700 hồ sơ), trong đó cấp huyện 400 hồ sơ, cấp xã 500 hồ sơ.")
    assert beside(told, "400", 0) == "900 hồ sơ"
    assert [figure(told, written).part_of for written in ("400", "500")] == [0, 0]


def test_what_a_task_counts_is_a_target_of_the_period_that_it_is_for():
    reading = report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Kiểm tra công vụ tại 12 xã.")
    found = figure(reading, "12")
    assert (found.measure, found.period, found.window) == (
        Measure.TARGET,
        make_period(PeriodKind.QUARTER, 4, 2021),
        None,
    )


def test_what_a_task_counts_is_of_its_own_month_where_it_names_one():
    reading = report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Chấm điểm 9 huyện, thành phố trong tháng 11/2021.")
    assert figure(reading, "9").period == make_period(PeriodKind.MONTH, 11, 2021)


def test_what_is_at_present_is_of_the_reports_own_time():
    assert figure_of("Năm 2020 Văn phòng được giao 72 biên chế, đang có mặt 66 người.", "66").period == SECOND


LIST = """1. Trung tâm tiếp nhận 900 hồ sơ, nhiều hơn quý I/2020 là 30 hồ sơ. Chia ra:
- Trực tiếp: 500 bộ;
- Trực tuyến: 400 bộ."""


def test_a_lead_that_only_divides_is_passed_over_for_the_sentence_before_it():
    counted = figure(tell(*LIST.splitlines()), "400")
    assert ("tiếp nhận" in counted.head, counted.period) == (True, tell(*LIST.splitlines()).report.period)


def test_what_was_carried_over_from_another_time_is_settled_in_this_one():
    found = figure_of(
        "Trong quý II/2021 đã giải quyết 10.472 hồ sơ (gồm cả hồ sơ quý I chuyển sang), trong đó trễ hạn 87 hồ sơ.",
        "87",
    )
    assert found.period == SECOND


def test_a_plan_of_a_year_that_leads_a_sentence_makes_no_figure_one_of_the_year():
    found = figure_of(
        "Kế hoạch cải cách hành chính năm 2021: đến ngày 14/6/2021 đã hoàn thành 17/42 nhiệm vụ.", "17/42"
    )
    assert found.period == SECOND


def test_what_stands_behind_the_years_money_is_of_the_reports_own_time():
    words = "- Kinh phí cải cách hành chính năm 2021: 420 triệu đồng. Văn bản điện tử đạt 96,0%."
    assert figure_of(words, "96,0%").period == SECOND
    assert figure_of(words, "420").period == make_period(PeriodKind.YEAR, 0, 2021)


def test_days_told_apart_are_not_those_of_what_stands_before() -> None:
    reading = tell("Cả năm nhận 28.117 hồ sơ, riêng từ ngày 06/9/2021 đến ngày 30/11/2021 là 7.214 hồ sơ.")
    assert figure(reading, "28.117").window is None
    assert figure(reading, "7.214").window is not None


def test_how_much_less_it_was_is_a_change_also_behind_the_earlier_value() -> None:
    reading = tell("Hồ sơ mới chỉ có 6.655 hồ sơ, thấp hơn cùng kỳ năm trước (6.981 hồ sơ) 326 hồ sơ.")
    assert figure(reading, "326").measure is Measure.CHANGE


def test_the_year_in_which_an_index_was_made_known_is_not_its_year():
    told = "Xếp hạng năm 2019 do các bộ công bố trong năm 2020: Chỉ số cải cách hành chính đạt 77,12 điểm."
    assert figure_of(told, "77,12").period == make_period(PeriodKind.YEAR, 0, 2019)


def test_when_an_index_of_another_year_was_made_known_is_not_its_year():
    told = "Chỉ số hiệu quả quản trị năm 2019 của tỉnh, được công bố năm 2020, đạt 41,38 điểm, xếp hạng 30/63."
    assert [figure_of(told, n).period for n in ("41,38", "30/63")] == [make_period(PeriodKind.YEAR, 0, 2019)] * 2
    told = "Đã rà soát, công bố năm 2020: 96 thủ tục."
    assert figure_of(told, "96").period == make_period(PeriodKind.YEAR, 0, 2020)


def test_the_year_since_which_something_is_added_up_is_not_that_of_the_sum():
    told = "Lũy kế từ năm 2018 giảm 58 phòng thuộc sở; còn 1.061 đơn vị sự nghiệp công lập."
    assert {one.period for one in figures(tell(told))} == {tell(told).report.period}


def test_a_time_from_which_something_fell_is_not_that_of_what_is_told_behind():
    told = (
        "Tỷ lệ trễ hạn giảm từ 4,12% của quý I xuống 3,05%; còn 640 hồ sơ đang giải quyết (trong hạn 611, quá hạn 29)."
    )
    assert [figure_of(told, n).period for n in ("4,12%", "3,05%", "640", "29")] == [FIRST, SECOND, SECOND, SECOND]


@pytest.mark.parametrize("times", ["gấp hơn hai lần", "gấp đôi", "gấp 2,3 lần"])
def test_a_time_that_was_passed_so_many_times_over_is_only_compared_to(times):
    told = f"Thu phí trực tuyến 715 triệu đồng, {times} quý I/2021; mua 09 máy quét, kinh phí 2,4 tỷ đồng."
    assert {one.period for one in figures(tell(told))} == {SECOND}


def test_days_of_another_time_are_not_those_of_a_figure():
    told = "Cùng kỳ quý II/2020 (từ ngày 15/3/2020 đến ngày 14/6/2020): 2.031 hồ sơ; quý II/2021 tăng 369 hồ sơ."
    assert figure_of(told, "369").window is None


def test_the_part_of_a_year_for_which_it_is_told_stands_for_the_year():
    page = "Báo cáo số 186/BC-UBND ngày 15/12/2021 về kết quả công tác cải cách hành chính năm 2021.\n\n"
    told = read(page + "Cả năm (6 tháng cuối năm): 3.310 hồ sơ; trực tuyến 1.702 hồ sơ (51,42%).\n")
    assert {one.period for one in figures(told)} == {make_period(PeriodKind.YEAR, 0, 2021)}


def test_a_sum_is_for_what_stands_before_it_in_its_clause():
    found = figure_of("Công vụ: tinh giản biên chế 64 người, kinh phí 7.120 triệu đồng; mở 21 lớp bồi dưỡng.", "7.120")
    assert "tinh giản biên chế" in found.head


@pytest.mark.parametrize("verb", ["Nâng", "Đưa", "Giảm"])
def test_what_is_to_be_raised_is_a_target(verb):
    way = "xuống" if verb == "Giảm" else "lên"
    assert figure_of(f"{verb} tỷ lệ hồ sơ trực tuyến {way} 62%.", "62%").measure is Measure.TARGET
    assert figure_of(f"{verb} tỷ lệ hồ sơ trực tuyến từ 41% {way} 62%.", "62%").measure is Measure.SHARE


def test_the_times_of_a_bracket_end_with_it():
    told = (
        "Bộ phận Một cửa tiếp nhận 7.410 hồ sơ (quý I: 3.500 hồ sơ, từ đầu quý II đến nay: 3.910 hồ sơ), "
        "giảm 190 hồ sơ so với cùng kỳ năm 2020 (7.600 hồ sơ)."
    )
    reading = tell(told)
    own = figure(reading, "7.410").period
    assert figure(reading, "190").period == own
    assert figure(reading, "7.600").period == previous_year(own)


ORDERED = """UBND XÃ SUỐI ĐÁ
Số: 31/BC-UBND
Suối Đá, ngày 14 tháng 6 năm 2022
BÁO CÁO
{title} quý II năm 2022
Thực hiện Công văn số 77/UBND-NC ngày 05/5/2022 của UBND huyện về khắc phục hồ sơ xây dựng trễ hạn, UBND xã Suối Đá báo cáo như sau:
1. Xã nhận 640 hồ sơ, trong đó trực tuyến 310 hồ sơ.
"""


@pytest.mark.parametrize(
    ("title", "is_of_order"),
    [("Tình hình giải quyết thủ tục hành chính", False), ("Kết quả khắc phục hồ sơ xây dựng trễ hạn", True)],
)
def test_what_an_order_is_about_leads_only_a_report_on_it(title, is_of_order):
    assert ("trễ hạn" in figure(read(ORDERED.format(title=title)), "640").head) is is_of_order
