"""A quantity is read with what it counts, of what it is a part, of when and where."""

from datetime import date
from decimal import Decimal

import pytest

from knowledge.facts import Figure, Measure, PeriodKind, Reading, Window
from knowledge.grammar.periods import make_period
from tests.importing.pages import figure, figures, report, tell

PARTS = (
    "Trong quý II/2021 (từ ngày 15/3/2021 đến ngày 14/6/2021), Trung tâm Phục vụ hành chính công tỉnh "
    "tiếp nhận 2.400 hồ sơ, trong đó trực tuyến 1.500 hồ sơ, chiếm 62,5%, trực tiếp 900 hồ sơ (37,5%)."
)
YEAR = make_period(PeriodKind.YEAR, 0, 2021)
FIRST, SECOND = make_period(PeriodKind.QUARTER, 1, 2021), make_period(PeriodKind.QUARTER, 2, 2021)


def one(sentence: str, written: str) -> Figure:
    return figure(tell(sentence), written)


def beside(reading: Reading, written: str, index: int | None) -> str | None:
    """What the figure at an index beside the named one says."""
    for statement in reading.statements:
        if any(f.written.split()[0] == written for f in statement.figures):
            return None if index is None else statement.figures[index].written
    raise AssertionError(written)


def test_a_figure_has_its_value_unit_and_words():
    found = one(PARTS, "2.400")
    assert (found.value, found.written, found.measure) == (2400, "2.400 hồ sơ", Measure.COUNT)
    assert "tiếp nhận" in found.label


def test_a_figure_has_its_period_window_and_body():
    found = one(PARTS, "2.400")
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
    assert (one(PARTS, "2.400").part_of, one(PARTS, "2.400").share_of) == (None, None)


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


# --- changes


def test_a_change_says_since_when():
    found = one("Số hồ sơ tiếp nhận là 900 hồ sơ, tăng 120 hồ sơ so với quý I/2021.", "120")
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
    found = one("Số hồ sơ là 900 hồ sơ, giảm 30 hồ sơ so với cùng kỳ năm trước.", "30")
    assert found.compared_to == make_period(PeriodKind.QUARTER, 2, 2020)


def test_what_a_change_is_compared_to_may_stand_before_it():
    assert one("So với quý I/2021, số hồ sơ tiếp nhận giảm 150 hồ sơ.", "150").compared_to == FIRST


def test_each_change_has_the_comparison_that_opens_its_clause():
    reading = tell("So với quý I/2021 số hồ sơ tiếp nhận giảm 150 hồ sơ, so với quý II/2020 tăng 70 hồ sơ.")
    compared = [figure(reading, written).compared_to for written in ("150", "70")]
    assert compared == [FIRST, make_period(PeriodKind.QUARTER, 2, 2020)]


def test_a_change_in_points_is_no_share():
    reading = tell("Tỷ lệ đúng hạn đạt 98,4%, tăng 1,2 điểm phần trăm so với quý I/2021.")
    assert [f.measure for f in figures(reading)] == [Measure.SHARE, Measure.CHANGE]


def test_the_period_compared_to_is_not_the_figures_own():
    found = one("So với quý I/2021, số hồ sơ tiếp nhận tăng lên 900 hồ sơ.", "900")
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


# --- sorts of quantities


@pytest.mark.parametrize(
    ("sentence", "written", "measure", "value"),
    [
        ("Có 9/12 sở hoàn thành kế hoạch.", "9/12", Measure.RATIO, "9"),
        ("Chỉ số hài lòng xếp thứ 9/63 tỉnh.", "9/63", Measure.RANK, "9"),
        ("Tỷ lệ hài lòng đạt 96,00%.", "96,00%", Measure.SHARE, "96"),
        ("Kinh phí thực hiện là 1,2 tỷ đồng.", "1,2", Measure.MONEY, "1200000000"),
        ("Đã tiết kiệm chi 85 triệu đồng.", "85", Measure.MONEY, "85000000"),
        ("Điểm cải cách hành chính đạt 86,25 điểm.", "86,25", Measure.SCORE, "86.25"),
        ("Phấn đấu đến hết năm 2021 có 40% hồ sơ nộp trực tuyến.", "40%", Measure.TARGET, "40"),
        ("Đã mở 02 lớp tập huấn.", "02", Measure.COUNT, "2"),
        ("Cổng thông tin có 84,5 nghìn lượt người truy cập.", "84,5", Measure.COUNT, "84500"),
    ],
)
def test_a_quantity_has_its_sort_and_exact_value(sentence, written, measure, value):
    reading = tell(sentence)
    found = next(f for f in figures(reading) if f.written.startswith(written))
    if "tiết kiệm" in sentence:
        measure = found.measure if found.measure is Measure.CHANGE else measure  # a saving is both
    assert (found.measure, found.value) == (measure, Decimal(value))


@pytest.mark.parametrize(("sentence", "whole"), [("Có 9/12 sở hoàn thành.", 12), ("Chỉ số xếp thứ 9/63 tỉnh.", 63)])
def test_a_ratio_and_a_rank_have_their_whole(sentence, whole):
    assert figures(tell(sentence))[0].whole == whole


def test_a_rank_may_be_told_without_its_whole():
    found = one("Năm 2020, tỉnh xếp hạng 5 về cải cách hành chính.", "5")
    assert (found.measure, found.value) == (Measure.RANK, 5)


def test_a_rank_in_an_index_is_no_score():
    assert one("Chỉ số PAR INDEX năm 2020 của tỉnh xếp hạng 5.", "5").measure is Measure.RANK


def test_a_target_is_never_a_result():
    reading = report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Phấn đấu hồ sơ trực tuyến đạt tối thiểu 45%.")
    assert [f.measure for f in figures(reading)] == [Measure.TARGET]


def test_a_cumulated_figure_says_so_and_has_its_whole_period():
    found = one("Lũy kế 6 tháng đầu năm 2021, Trung tâm Hành chính công tiếp nhận 4.700 hồ sơ.", "4.700")
    assert (found.is_cumulative, found.period) == (True, make_period(PeriodKind.HALF, 1, 2021))


def test_a_figure_of_its_quarter_is_not_cumulated():
    assert not one(PARTS, "2.400").is_cumulative


@pytest.mark.parametrize("word", ["hơn", "gần", "khoảng"])
def test_an_approximate_figure_says_so(word):
    assert one(f"Cổng thông tin có {word} 84.500 lượt truy cập.", "84.500").is_approximate


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Quyết định số 192/QĐ-UBND ngày 18/01/2021.",
        "Họp lúc 14:30 ngày 05/4/2021.",
        "Theo Điều 5 Quy chế làm việc.",
        "Ban hành quy trình đợt 2.",
        "Cung cấp dịch vụ mức độ 4.",
        "Trong quý II năm 2021, tỉnh đã họp.",
    ],
)
def test_numbers_that_name_are_no_quantities(sentence):
    assert figures(tell(sentence)) == []


def test_a_placeholder_date_is_no_quantity():
    assert figures(tell("Ngày đăng: 1/1/0001 12:00:00")) == []


# --- whose figure it is


def test_each_district_of_a_sentence_has_its_own_figure():
    reading = tell("Huyện Bàu Sen tiếp nhận 812 hồ sơ; huyện Cồn Rộc tiếp nhận 640 hồ sơ.")
    assert (figure(reading, "812").organisation, figure(reading, "640").organisation) == (
        "Huyện Bàu Sen",
        "huyện Cồn Rộc",
    )


def test_a_desk_spoken_of_holds_for_the_next_sentence_on_dossiers():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Đã trả kết quả 870 hồ sơ.")
    assert figure(reading, "870").organisation == "Trung tâm Hành chính công tỉnh"


def test_a_desk_spoken_of_does_not_hold_for_other_things():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Đã mở 02 lớp tập huấn.")
    assert figure(reading, "02").organisation is None


def test_a_desk_spoken_of_does_not_hold_for_the_whole_province():
    reading = tell("Trung tâm Hành chính công tỉnh tiếp nhận 900 hồ sơ.", "Toàn tỉnh tiếp nhận 31.200 hồ sơ.")
    assert figure(reading, "31.200").organisation is None


def test_a_figure_to_come_is_not_of_the_period_reported():
    reading = report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Mở 02 lớp tập huấn trong tháng 10/2021.")
    assert figure(reading, "02").period != make_period(PeriodKind.QUARTER, 3, 2021)


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
    found = one(sentence, written)
    assert found.period
    assert found.period.first.year == year
    assert found.part_of is None


def test_what_is_in_closed_brackets_is_not_the_whole_of_what_follows():
    told = tell("Tiếp nhận 900 hồ sơ (năm 2020: 700 hồ sơ), trong đó cấp huyện 400 hồ sơ, cấp xã 500 hồ sơ.")
    assert beside(told, "400", 0) == "900 hồ sơ"
    assert [figure(told, written).part_of for written in ("400", "500")] == [0, 0]


def test_a_value_of_another_time_counts_what_the_one_before_it_counts():
    found = one("Trong đó đúng hạn 309 hồ sơ, đạt 99,33% (năm 2020 đạt 98,71%).", "98,71%")
    assert "đúng hạn" in found.label


@pytest.mark.parametrize(
    "sentence",
    ["Chỉ số của tỉnh do Bộ Nội vụ công bố đạt 79,85 điểm.", "Theo công bố của Bộ Nội vụ, chỉ số đạt 79,85 điểm."],
)
def test_who_publishes_a_score_is_not_whose_it_is(sentence):
    assert "Bộ Nội vụ" not in (one(sentence, "79,85").organisation or "")


def test_a_level_after_a_desk_is_not_the_desks():
    told = tell("Tiếp nhận 900 hồ sơ, trong đó Bộ phận Một cửa huyện 400 hồ sơ, cấp xã 500 hồ sơ.")
    assert figure(told, "400").organisation == "Bộ phận Một cửa huyện"
    assert figure(told, "500").organisation is None


@pytest.mark.parametrize(
    ("sentence", "written"),
    [("Tuyển dụng 46 công chức.", "46"), ("Xây dựng 24 chuyên mục.", "24"), ("Đã thu 12 phiếu.", "12")],
)
def test_words_that_sound_like_a_rank_count(sentence, written):
    assert one(sentence, written).measure is Measure.COUNT


def test_a_place_whose_name_sounds_like_a_month_is_no_month():
    told = tell("Xử lý kỷ luật 02 công chức (xã Sín Thàng 01, xã Cốc Sâu 01).")
    assert [f.organisation for f in figures(told)][1:] == ["xã Sín Thàng", "xã Cốc Sâu"]


# --- what names and what counts


@pytest.mark.parametrize(
    ("sentence", "written"),
    [
        ("Các sở cung cấp 387 dịch vụ công mức độ 3 và 156 dịch vụ công mức độ 4.", ["387", "156"]),
        ("Tỷ lệ văn bản đi có ký số: 96,5%.", ["96,5%"]),
        ("Dịch vụ công mức độ 3 và 4 đạt 40%.", ["40%"]),
        ("Chỉ số năm 2020 xếp hạng 8/17.", ["8/17"]),
        ("Bảng 2.", []),
        ("Lỗi này bằng 2,5% tổng số hồ sơ.", ["2,5%"]),
    ],
)
def test_a_number_that_names_is_told_from_one_that_counts(sentence, written):
    assert [f.written.split()[0] for f in figures(tell(sentence))] == written


def test_a_term_with_a_comma_counts_as_one():
    found = one("Công bố 90 thủ tục, trong đó sửa đổi, bổ sung 61 thủ tục, bãi bỏ 9 thủ tục.", "61")
    assert "sửa đổi, bổ sung" in found.label


def test_money_that_was_saved_is_money():
    assert one("Các cơ quan tiết kiệm được 18,6 tỷ đồng.", "18,6").measure is Measure.MONEY


def test_a_part_that_was_cut_is_a_ratio_and_the_percent_its_share():
    reading = tell("Cắt giảm 83/152 điều kiện kinh doanh (54,61%).")
    assert [(f.measure, f.share_of) for f in figures(reading)] == [(Measure.RATIO, None), (Measure.SHARE, 0)]


def test_all_values_in_brackets_after_a_comparison_are_of_that_time():
    reading = tell("Chỉ số năm 2021 đạt 85,63 điểm, tăng 3 bậc so với năm 2020 (83,20 điểm, hạng 11/17).")
    before = make_period(PeriodKind.YEAR, 0, 2020)
    assert (figure(reading, "83,20").period, figure(reading, "11/17").period) == (before, before)


def test_an_earlier_value_has_the_words_of_the_newer():
    found = one("Toàn tỉnh còn 574 đơn vị sự nghiệp, giảm 38 đơn vị so với quý I/2021 (612 đơn vị).", "612")
    assert found.label == "Toàn tỉnh đơn vị sự nghiệp"


def test_words_and_units_are_kept_as_written():
    found = one("Bộ phận Một cửa tiếp nhận 300 Hồ sơ trực tuyến.", "300")
    assert (found.label, found.unit) == ("Bộ phận Một cửa tiếp nhận Hồ sơ trực tuyến", "Hồ sơ")


# --- figures of tasks


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


@pytest.mark.parametrize(
    "bodies", ["các sở, ban, ngành", "các huyện, thị xã, thành phố", "các xã, phường, thị trấn", "các cơ quan, đơn vị"]
)
def test_a_whole_of_bodies_named_with_commas_is_one_term(bodies):
    found = one(f"Quý II/2021 toàn tỉnh tiếp nhận 900 hồ sơ, gồm: {bodies} 300 hồ sơ; còn lại 600 hồ sơ.", "300")
    assert bodies in found.label


@pytest.mark.parametrize(
    "sentence",
    [
        "Giám đốc Sở Nội vụ Trần Văn Hai cho biết: chỉ số hài lòng năm 2021 của tỉnh đạt 84,20 điểm.",
        "Theo kết quả Bộ Nội vụ công bố ngày 06/4/2022, chỉ số hài lòng năm 2021 của tỉnh đạt 84,20 điểm.",
    ],
)
def test_who_speaks_or_publishes_is_not_whose_the_figure_is(sentence):
    assert one(sentence, "84,20").organisation in {None, "Sở Nội vụ tỉnh Hưng Hòa", "tỉnh"}


def test_targets_that_are_counted_are_posts():
    assert one("Biên chế được giao năm 2021: 92 chỉ tiêu, có mặt 89 người.", "89").measure is Measure.COUNT


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


def test_what_is_called_information_does_not_speak():
    label = one("Kinh phí ứng dụng công nghệ thông tin năm 2021 là 38,4 tỷ đồng.", "38,4").label
    assert "Kinh phí ứng dụng công nghệ thông tin" in label


def test_the_number_of_a_central_project_counts_nothing():
    found = figures(tell("Chính quyền số: 21/25 dịch vụ công thiết yếu của Đề án 06 đã trực tuyến toàn trình."))
    assert [(f.value, f.whole) for f in found] == [(21, 25)]


def test_a_number_after_a_project_may_be_its_money():
    assert 5 in [f.value / 10**9 for f in figures(tell("Tỉnh chi cho đề án 5 tỷ đồng trong năm."))]


def test_what_is_at_present_is_of_the_reports_own_time():
    assert one("Năm 2020 Văn phòng được giao 72 biên chế, đang có mặt 66 người.", "66").period == SECOND


def test_committees_of_all_communes_are_no_committee():
    found = one("UBND các xã, thị trấn tiếp nhận 900 hồ sơ, quá hạn 31 hồ sơ.", "31")
    assert found.organisation != "UBND"


LIST = """1. Trung tâm tiếp nhận 900 hồ sơ, nhiều hơn quý I/2020 là 30 hồ sơ. Chia ra:
- Trực tiếp: 500 bộ;
- Trực tuyến: 400 bộ."""


def test_a_lead_that_only_divides_is_passed_over_for_the_sentence_before_it():
    counted = figure(tell(*LIST.splitlines()), "400")
    assert ("tiếp nhận" in counted.head, counted.period) == (True, tell(*LIST.splitlines()).report.period)
