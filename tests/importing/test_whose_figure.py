"""A figure is of the body, desk or place that its sentence speaks of."""

from datetime import date

import pytest

from knowledge.facts import PeriodKind, Window
from knowledge.grammar.year_parts import make_period
from tests.importing.pages import figure, figure_of, figures, read, report, tell


def test_each_district_of_a_sentence_has_its_own_figure():
    reading = tell("Huyện Bàu Sen tiếp nhận 812 hồ sơ; huyện Cồn Rộc tiếp nhận 640 hồ sơ.")
    assert (figure(reading, "812").organisation, figure(reading, "640").organisation) == (
        "Huyện Bàu Sen",
        "huyện Cồn Rộc",
    )


def test_a_desk_spoken_of_holds_for_the_next_sentence_on_dossiers():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Đã trả kết quả 870 hồ sơ.")
    assert figure(reading, "870").organisation == "Trung tâm Hành chính công tỉnh"


@pytest.mark.parametrize("body", ["Sở", "Văn phòng", "Chi nhánh", "đơn vị", "Công an"])
def test_what_a_body_receives_at_the_centre_is_its_own(body):
    told = (
        f"Trong quý, {body} tiếp nhận 468 hồ sơ tại Trung tâm Hành chính công tỉnh, nộp trực tuyến 53 hồ sơ (11,32%)."
    )
    assert "Trung tâm" not in (figure(tell(told), "11,32%").organisation or "")


@pytest.mark.parametrize("place", ["ở", "đặt tại", "tại"])
def test_what_comes_in_at_a_departments_counter_at_the_centre_is_the_departments(place):
    told = f"Tại quầy của Sở {place} Trung tâm Hành chính công tỉnh: tiếp nhận 468 hồ sơ."
    reading = tell(told, "Nộp trực tuyến 53 hồ sơ, chiếm 11,32%.")
    assert {figure(reading, n).organisation for n in ("468", "53", "11,32%")} == {None}


def test_what_comes_in_at_the_centre_itself_is_the_centres():
    reading = tell("Tại Trung tâm Hành chính công tỉnh: tiếp nhận 468 hồ sơ.", "Nộp trực tuyến 53 hồ sơ.")
    assert figure(reading, "53").organisation == "Trung tâm Hành chính công tỉnh"


def test_a_year_from_which_something_changed_is_none_of_what_it_became():
    reading = tell("Số đơn vị sự nghiệp giảm từ 490 đơn vị cuối năm 2018 còn 451 đơn vị (giảm 39).")
    assert figure(reading, "490").period == make_period(PeriodKind.YEAR, 0, 2018)
    assert figure(reading, "451").period == reading.report.period


def test_a_desk_spoken_of_does_not_hold_for_other_things():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Đã mở 02 lớp tập huấn.")
    assert figure(reading, "02").organisation is None


def test_a_desk_spoken_of_does_not_hold_for_the_whole_province():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Toàn tỉnh tiếp nhận 31.200 hồ sơ.")
    assert figure(reading, "31.200").organisation is None


@pytest.mark.parametrize(
    "sentence",
    ["Chỉ số của tỉnh do Bộ Nội vụ công bố đạt 79,85 điểm.", "Theo công bố của Bộ Nội vụ, chỉ số đạt 79,85 điểm."],
)
def test_who_publishes_a_score_is_not_whose_it_is(sentence):
    assert "Bộ Nội vụ" not in (figure_of(sentence, "79,85").organisation or "")


def test_bodies_that_were_merged_count_nothing_themselves():
    told = "Sau khi giải thể Phòng Bổ trợ và sáp nhập Phòng Kiểm tra với Phòng Xây dựng, Sở còn 6 phòng chuyên môn."
    assert "Phòng" not in (figure_of(told, "6").organisation or "")


def test_a_rows_body_is_that_rows_alone():
    rows = "| Cấp | Tiếp nhận |\n|---|---|\n| Cấp tỉnh (Trung tâm Hành chính công) | 120 |\n| Tổng cộng | 900 |"
    assert "Trung tâm" not in (figure(tell(rows), "900").organisation or "")


def test_a_level_after_a_desk_is_not_the_desks():
    told = tell("Tiếp nhận 900 hồ sơ, trong đó Bộ phận Một cửa huyện 400 hồ sơ, cấp xã 500 hồ sơ.")
    assert figure(told, "400").organisation == "Bộ phận Một cửa huyện"
    assert figure(told, "500").organisation is None


def test_a_place_whose_name_sounds_like_a_month_is_no_month():
    told = tell("Xử lý kỷ luật 02 công chức (xã Sín Thàng 01, xã Cốc Sâu 01).")
    assert [f.organisation for f in figures(told)][1:] == ["xã Sín Thàng", "xã Cốc Sâu"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Giám đốc Sở Nội vụ Trần Văn Hai cho biết: chỉ số hài lòng năm 2021 của tỉnh đạt 84,20 điểm.",
        "Theo kết quả Bộ Nội vụ công bố ngày 06/4/2022, chỉ số hài lòng năm 2021 của tỉnh đạt 84,20 điểm.",
    ],
)
def test_who_speaks_or_publishes_is_not_whose_the_figure_is(sentence):
    assert figure_of(sentence, "84,20").organisation in {None, "Sở Nội vụ tỉnh Hưng Hòa", "tỉnh"}


def test_what_is_called_information_does_not_speak():
    label = figure_of("Kinh phí ứng dụng công nghệ thông tin năm 2021 là 38,4 tỷ đồng.", "38,4").label
    assert "Kinh phí ứng dụng công nghệ thông tin" in label


def test_committees_of_all_communes_are_no_committee():
    found = figure_of("UBND các xã, thị trấn tiếp nhận 900 hồ sơ, quá hạn 31 hồ sơ.", "31")
    assert found.organisation != "UBND"


def test_a_heading_of_a_period_goes_on_with_the_desk_of_the_heading_above():
    reading = report(
        "1. Hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh",
        "a) Riêng quý III (từ ngày 11/6/2021 đến ngày 10/9/2021)",
        "- Tiếp nhận 5.120 hồ sơ.",
        "b) Lũy kế 9 tháng (từ ngày 15/12/2020 đến ngày 10/9/2021)",
        "- Tiếp nhận 13.297 hồ sơ.",
    )
    quarter, cumulated = figure(reading, "5.120"), figure(reading, "13.297")
    assert {quarter.organisation, cumulated.organisation} == {"Trung tâm Phục vụ hành chính công tỉnh"}
    assert (quarter.period, cumulated.period) == (
        make_period(PeriodKind.QUARTER, 3, 2021),
        make_period(PeriodKind.NINE_MONTHS, 0, 2021),
    )
    assert quarter.window == Window(date(2021, 6, 11), date(2021, 9, 10))


@pytest.mark.parametrize(
    ("office", "whose"),
    [("TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH", "Trung tâm"), ("TRUNG TÂM CÔNG NGHỆ THÔNG TIN TỈNH", None)],
)
def test_a_centre_that_calls_itself_by_its_noun_is_a_desk_only_where_it_is_one(office: str, whose: str | None):
    head = f"UBND TỈNH HƯNG HÒA\n{office}\nSố: 8/BC-TT\nBÁO CÁO\nKết quả công tác quý I năm 2020\n\n"
    assert figure(read(f"{head}Trung tâm tiếp nhận 612 hồ sơ.\n"), "612").organisation == whose


def test_days_that_begin_long_before_the_reports_quarter_are_not_the_quarters():
    told = figure_of("Lũy kế từ ngày 01/7/2020 đến ngày 10/5/2021, toàn tỉnh tiếp nhận 9.650 hồ sơ.", "9.650")
    assert told.period is None
    assert told.window == Window(date(2020, 7, 1), date(2021, 5, 10))


def test_some_weeks_before_are_the_quarters():
    sentence = "Quý II/2021 (từ ngày 16/02/2021 đến ngày 15/5/2021), toàn tỉnh tiếp nhận 4.120 hồ sơ."
    assert figure_of(sentence, "4.120").period == make_period(PeriodKind.QUARTER, 2, 2021)


def test_what_was_left_over_from_a_year_does_not_make_the_paragraph_that_years():
    reading = tell("Năm 2020 chuyển sang 118 hồ sơ. Đơn vị đã giải quyết 1.705 hồ sơ.")
    assert figure(reading, "1.705").period == reading.report.period


def test_desks_of_a_level_are_not_the_desk_spoken_of_before():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Bộ phận Một cửa cấp xã: 4.499 hồ sơ.")
    assert figure(reading, "4.499").organisation is None


def test_what_is_put_before_the_government_is_not_the_governments():
    assert figure_of("Đơn vị trình Chính phủ ban hành 04 nghị định.", "04").organisation is None


def test_a_part_within_a_whole_behind_a_semicolon_is_its_part():
    reading = tell("Hồ sơ trễ hạn tăng so với quý trước; trong 24 hồ sơ trễ hạn có 21 hồ sơ lý lịch tư pháp.")
    told = figures(reading)
    assert told[figure(reading, "21").part_of or 0].written.startswith("24")
    assert figure(reading, "21").part_of is not None
