"""Which numbers count something, and what sort of quantity each is."""

from decimal import Decimal

import pytest

from knowledge.facts import Measure, PeriodKind, Reading
from knowledge.grammar.year_parts import make_period
from tests.importing.pages import figure_of, figures, report, tell

PARTS = (
    "Trong quý II/2021 (từ ngày 15/3/2021 đến ngày 14/6/2021), Trung tâm Phục vụ hành chính công tỉnh "
    "tiếp nhận 2.400 hồ sơ, trong đó trực tuyến 1.500 hồ sơ, chiếm 62,5%, trực tiếp 900 hồ sơ (37,5%)."
)


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
        ("Số phiếu lý lịch tư pháp đã cấp: 4.286 phiếu.", "4.286", Measure.COUNT, "4286"),
        ("Kế hoạch năm 2021 là 15 thông tư.", "15", Measure.TARGET, "15"),
        ("Chi cục sắp xếp 09 phòng còn 07 phòng.", "09", Measure.COUNT, "9"),
        ("Cổng thông tin có 84,5 nghìn lượt người truy cập.", "84,5", Measure.COUNT, "84500"),
    ],
)
def test_a_quantity_has_its_sort_and_exact_value(sentence, written, measure, value):
    reading = tell(sentence)
    found = next(f for f in figures(reading) if f.written.startswith(written))
    if "tiết kiệm" in sentence:
        measure = found.measure if found.measure is Measure.CHANGE else measure  # a saving is both
    assert (found.measure, found.value) == (measure, Decimal(value))


def test_what_is_cumulated_without_a_period_is_of_the_longer_one_that_is_told_beside_it():
    told = tell("Lũy kế 6 tháng đầu năm 2021 tiếp nhận 900 hồ sơ.", "Giải quyết lũy kế 870 hồ sơ, quá hạn 9 hồ sơ.")
    assert {f.period for f in figures(told)} == {make_period(PeriodKind.HALF, 1, 2021)}


@pytest.mark.parametrize(("sentence", "whole"), [("Có 9/12 sở hoàn thành.", 12), ("Chỉ số xếp thứ 9/63 tỉnh.", 63)])
def test_a_ratio_and_a_rank_have_their_whole(sentence, whole):
    assert figures(tell(sentence))[0].whole == whole


def test_a_rank_may_be_told_without_its_whole():
    found = figure_of("Năm 2020, tỉnh xếp hạng 5 về cải cách hành chính.", "5")
    assert (found.measure, found.value) == (Measure.RANK, 5)


def test_a_rank_in_an_index_is_no_score():
    assert figure_of("Chỉ số PAR INDEX năm 2020 của tỉnh xếp hạng 5.", "5").measure is Measure.RANK


def test_a_target_is_never_a_result():
    reading = report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Phấn đấu hồ sơ trực tuyến đạt tối thiểu 45%.")
    assert [f.measure for f in figures(reading)] == [Measure.TARGET]


def test_a_cumulated_figure_says_so_and_has_its_whole_period():
    found = figure_of("Lũy kế 6 tháng đầu năm 2021, Trung tâm Hành chính công tiếp nhận 4.700 hồ sơ.", "4.700")
    assert (found.is_cumulative, found.period) == (True, make_period(PeriodKind.HALF, 1, 2021))


def test_a_figure_of_its_quarter_is_not_cumulated():
    assert not figure_of(PARTS, "2.400").is_cumulative


@pytest.mark.parametrize("word", ["hơn", "gần", "khoảng"])
def test_an_approximate_figure_says_so(word):
    assert figure_of(f"Cổng thông tin có {word} 84.500 lượt truy cập.", "84.500").is_approximate


@pytest.mark.parametrize(
    "sentence",
    [
        "Thực hiện Quyết định số 192/QĐ-UBND ngày 18/01/2021.",
        "Họp lúc 14:30 ngày 05/4/2021.",
        "Theo Điều 5 Quy chế làm việc.",
        "Ban hành quy trình đợt 2.",
        "Cung cấp dịch vụ mức độ 4.",
        "Trong quý II năm 2021, tỉnh đã họp.",
        "Họp lúc 8 giờ.",
        "Sáng mai 8 giờ họp giao ban.",
        "Gửi trước 17 giờ ngày 30/6.",
    ],
)
def test_numbers_that_name_are_no_quantities(sentence):
    assert figures(tell(sentence)) == []


def test_a_placeholder_date_is_no_quantity():
    assert figures(tell("Ngày đăng: 1/1/0001 12:00:00")) == []


@pytest.mark.parametrize(
    ("sentence", "written"),
    [("Tuyển dụng 46 công chức.", "46"), ("Xây dựng 24 chuyên mục.", "24"), ("Đã thu 12 phiếu.", "12")],
)
def test_words_that_sound_like_a_rank_count(sentence, written):
    assert figure_of(sentence, written).measure is Measure.COUNT


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
    found = figure_of("Công bố 90 thủ tục, trong đó sửa đổi, bổ sung 61 thủ tục, bãi bỏ 9 thủ tục.", "61")
    assert "sửa đổi, bổ sung" in found.label


def test_money_that_was_saved_is_money():
    assert figure_of("Các cơ quan tiết kiệm được 18,6 tỷ đồng.", "18,6").measure is Measure.MONEY


def test_a_part_that_was_cut_is_a_ratio_and_the_percent_its_share():
    reading = tell("Cắt giảm 83/152 điều kiện kinh doanh (54,61%).")
    assert [(f.measure, f.share_of) for f in figures(reading)] == [(Measure.RATIO, None), (Measure.SHARE, 0)]


def test_words_and_units_are_kept_as_written():
    found = figure_of("Bộ phận Một cửa tiếp nhận 300 Hồ sơ trực tuyến.", "300")
    assert (found.label, found.unit) == ("Bộ phận Một cửa tiếp nhận Hồ sơ trực tuyến", "Hồ sơ")


@pytest.mark.parametrize(
    "bodies", ["các sở, ban, ngành", "các huyện, thị xã, thành phố", "các xã, phường, thị trấn", "các cơ quan, đơn vị"]
)
def test_a_whole_of_bodies_named_with_commas_is_one_term(bodies):
    found = figure_of(f"Quý II/2021 toàn tỉnh tiếp nhận 900 hồ sơ, gồm: {bodies} 300 hồ sơ; còn lại 600 hồ sơ.", "300")
    assert bodies in found.label


def test_targets_that_are_counted_are_posts():
    assert figure_of("Biên chế được giao năm 2021: 92 chỉ tiêu, có mặt 89 người.", "89").measure is Measure.COUNT


def test_the_number_of_a_central_project_counts_nothing():
    found = figures(tell("Chính quyền số: 21/25 dịch vụ công thiết yếu của Đề án 06 đã trực tuyến toàn trình."))
    assert [(f.value, f.whole) for f in found] == [(21, 25)]


def test_a_number_after_a_project_may_be_its_money():
    assert 5 in [f.value / 10**9 for f in figures(tell("Tỉnh chi cho đề án 5 tỷ đồng trong năm."))]


def test_a_value_in_brackets_behind_another_time_is_of_that_time():
    told = tell("So với quý I/2021 (tiếp nhận mới 820 hồ sơ), số hồ sơ tiếp nhận mới tăng 30 hồ sơ, tương đương 3,66%.")
    of = {f.written: (f.period, f.compared_to) for f in figures(told)}
    assert of["820 hồ sơ"] == (make_period(PeriodKind.QUARTER, 1, 2021), None)
    assert of["30 hồ sơ"] == (make_period(PeriodKind.QUARTER, 2, 2021), make_period(PeriodKind.QUARTER, 1, 2021))


def test_what_a_sentence_is_held_against_from_the_start_holds_for_all_its_changes():
    told = tell(
        "So với năm 2020: tỷ lệ quá hạn giảm 1,5 điểm phần trăm (năm 2020 là 2,7%); tỷ lệ trực tuyến tăng 9 điểm phần trăm."
    )
    year, own = make_period(PeriodKind.YEAR, 0, 2020), make_period(PeriodKind.QUARTER, 2, 2021)
    assert [(f.period, f.compared_to) for f in figures(told)] == [(own, year), (year, None), (own, year)]


def test_a_share_of_another_time_beside_its_change_is_the_same_share():
    found = figure_of("Tỷ lệ quá hạn giảm 1,5 điểm phần trăm (năm 2020 là 2,7%).", "2,7%")
    assert (found.measure, found.label) == (Measure.SHARE, "năm 2020 là Tỷ lệ quá hạn")


def test_the_same_share_of_another_time_may_stand_behind_the_own_one():
    found = figure_of("Đã trả 450 hồ sơ, trong đó trễ hẹn 9 hồ sơ (2,0%; quý I/2021 là 2,6%).", "2,6%")
    assert (found.label, found.period) == ("quý I/2021 là trễ hẹn hồ sơ", make_period(PeriodKind.QUARTER, 1, 2021))


@pytest.mark.parametrize("between", ["; mức độ 4: ", ", mức độ 4: "])
def test_a_step_is_one_of_what_stands_before_the_first(between):
    found = figure_of(f"Dịch vụ công trực tuyến mức độ 3: 371 dịch vụ{between}455 dịch vụ.", "455")
    assert (found.label, found.head) == ("Dịch vụ công trực tuyến mức độ 4: dịch vụ", "")


def test_each_value_in_brackets_is_of_the_name_before_it():
    sentence = "Tỷ lệ quá hạn cao nhất là huyện Bàu Sen (3,1%), huyện Cồn Rộc (2,8%) và thị xã Kỳ Lạc (2,0%)."
    assert [(f.label, f.organisation) for f in figures(tell(sentence))] == [
        (f"Tỷ lệ quá hạn cao nhất là {name}", name) for name in ("huyện Bàu Sen", "huyện Cồn Rộc", "thị xã Kỳ Lạc")
    ]


def test_what_stands_in_brackets_and_makes_up_the_number_before_is_its_parts():
    found = figures(tell("Tiếp nhận 900 hồ sơ (cấp tỉnh 200, cấp xã 700); kiểm tra 4 sở (2 lần, 3 nơi)."))
    assert [f.part_of for f in found] == [None, 0, 0, None, None, None]


def test_the_numbers_of_a_list_within_a_sentence_count_nothing():
    told = tell("Các việc chưa xong: (1) hoàn thiện đề án; (2) số hóa 30 quyển sổ; (3) sửa quy chế.")
    assert [f.written for f in figures(told)] == ["30"]


def test_what_is_saved_by_rule_is_called_so_and_the_money_is_counted():
    (found,) = figures(tell("Tiết kiệm thêm 10% chi thường xuyên của toàn tỉnh: 142,6 tỷ đồng."))
    assert (found.measure, found.label) == (Measure.MONEY, "Tiết kiệm thêm 10% chi thường xuyên của toàn tỉnh: đồng")


@pytest.mark.parametrize(
    ("sentence", "unit"), [("Số phòng thuộc sở là 119, ít hơn trước.", "phòng"), ("Tổng số hồ sơ: 119, đủ.", "hồ sơ")]
)
def test_a_bare_number_has_the_unit_that_it_is_said_to_be_the_number_of(sentence, unit):
    assert figure_of(sentence, "119").unit == unit


def test_a_value_in_brackets_behind_a_name_is_of_that_name():
    told = tell("Khảo sát: mức độ hài lòng đạt 88,7%, cao nhất là hộ tịch (93,4%), thấp nhất là đất đai (80,1%).")
    assert [(f.label, f.head) for f in figures(told)[1:]] == [
        ("cao nhất là hộ tịch", "Khảo sát: mức độ hài lòng đạt"),
        ("thấp nhất là đất đai", "Khảo sát: mức độ hài lòng đạt"),
    ]


def test_what_a_total_is_spent_of_has_its_share_behind_it():
    told = tell("Đã chi 8,9 tỷ đồng trong tổng số 11,6 tỷ đồng kinh phí tự chủ được giao, bằng 77,07%.")
    assert beside_share(told, "77,07%") == "11,6 tỷ đồng"


def beside_share(told: Reading, written: str) -> str:
    """What the share that is written so is of."""
    (beside,) = (s.figures for s in told.statements if any(f.written == written for f in s.figures))
    of = next(f.share_of for f in beside if f.written == written)
    return beside[of].written if of is not None else ""


def test_two_values_of_another_time_in_brackets_are_what_stands_before_them():
    told = tell("Nộp trực tuyến 300 hồ sơ, đạt 30% (năm 2020 là 150 hồ sơ, đạt 15%).")
    year = make_period(PeriodKind.YEAR, 0, 2020)
    assert [(f.label, f.period) for f in figures(told)[2:]] == [
        ("năm 2020 là Nộp trực tuyến hồ sơ", year),
        ("năm 2020 là Nộp trực tuyến hồ sơ đạt", year),
    ]


@pytest.mark.parametrize("clause", ["; riêng quý I là 98,4%.", "; lũy kế 6 tháng: 98,4%."])
def test_a_clause_that_says_only_when_tells_the_same_of_another_time(clause):
    found = figure_of(f"Tỷ lệ đúng hạn quý II là 98,1%{clause}", "98,4%")
    assert found.label.endswith("Tỷ lệ đúng hạn quý II là")


def test_what_else_there_is_in_a_time_is_not_the_same():
    found = figure_of("Có mặt 73 người trên tổng số 75 người; trong 9 tháng có 02 người nghỉ hưu.", "02")
    assert "Có mặt" not in found.label


def test_a_short_name_in_brackets_parts_no_words():
    told = tell("Chỉ số PAR INDEX năm 2020 đạt 79,86 điểm; Chỉ số hài lòng (SIPAS) năm 2020 đạt 83,12%.")
    assert figures(told)[1].label == "Chỉ số hài lòng (SIPAS) năm 2020 đạt"


def test_a_sum_behind_the_word_for_a_rate_is_money_and_names_no_section():
    found = figure_of("Hỗ trợ công chức cấp xã với mức 1.500.000 đồng/người/tháng.", "1.500.000")
    assert (found.measure, found.value) == (Measure.MONEY, 1_500_000)


def test_the_second_of_what_a_colon_divides_is_no_part_of_the_first():
    told = tell("Theo cách nộp: trực tiếp 640 hồ sơ; qua mạng 180 hồ sơ.")
    assert figures(told)[1].head == "Theo cách nộp: hồ sơ"


def test_what_is_told_by_fields_divides_the_sentence_before():
    told = tell("Trong kỳ nhận 820 hồ sơ.", "Theo loại việc: hộ tịch 640; đất đai 180.", "Theo cách nộp: qua mạng 300.")
    assert [f.head for f in figures(told)] == [
        "",
        "Trong kỳ nhận 820 hồ sơ",
        "Trong kỳ nhận 820 hồ sơ",
        "Trong kỳ nhận 820 hồ sơ",
    ]


def test_a_share_in_brackets_is_of_the_whole_term_before_them():
    told = tell("Sở đã kiểm tra 7/16 cơ quan, địa phương (43,75%).")
    assert beside_share(told, "43,75%") == "7/16 cơ quan"


def test_what_a_sentence_carries_out_is_not_what_it_counts():
    found = figure_of("Thực hiện Nghị quyết số 89/NQ-CP ngày 11/02/2021, từ ngày 01/3/2021 huyện còn 24 xã.", "24")
    assert (found.label, found.head) == (
        "từ ngày 01/3/2021 huyện còn xã",
        "Thực hiện Nghị quyết số 89/NQ-CP ngày 11/02/2021",
    )


def test_two_kinds_that_share_a_word_are_told_of_the_same_thing():
    found = figure_of("Tỷ lệ hài lòng của người bệnh nội trú 94,2%, ngoại trú 91,7%.", "91,7%")
    assert found.label == "Tỷ lệ hài lòng của người bệnh ngoại trú"


def test_bare_numbers_in_brackets_are_of_the_names_before_them():
    told = tell("Vẫn còn 29 nhiệm vụ quá hạn, tập trung ở Sở Y tế (09) và Sở Xây dựng (06).")
    assert [(f.label, f.head) for f in figures(told)[1:]] == [
        ("tập trung ở Sở Y tế", "Vẫn còn nhiệm vụ quá hạn"),
        ("Sở Xây dựng", "Vẫn còn nhiệm vụ quá hạn"),
    ]


def test_what_makes_up_a_share_stands_in_brackets_behind_it():
    told = tell("Giải ngân vốn đầu tư công đạt 28,6% kế hoạch (1.186/4.150 tỷ đồng).")
    assert figures(told)[1].label == "Giải ngân vốn đầu tư công đạt kế hoạch"


def test_numbers_that_places_are_called_by_count_nothing():
    told = tell("Nhập Phường 3 và Phường 5; mở 2 điểm tại khu phố 7; phường 3 hồ sơ quá hạn.")
    assert [f.written for f in figures(told)] == ["2 điểm", "3 hồ sơ"]


def test_a_period_with_its_days_before_a_colon_holds_for_the_paragraph():
    told = tell("Hồ sơ quý I/2021 (từ ngày 15/12/2020 đến ngày 14/3/2021): nhận 110 hồ sơ. Đã giải quyết 100 hồ sơ.")
    assert {f.period for f in figures(told)} == {make_period(PeriodKind.QUARTER, 1, 2021)}


def test_a_period_takes_no_year_from_what_it_is_held_against():
    told = tell("Tổng số hồ sơ tiếp nhận quý II: 928 hồ sơ, tăng 6,04% so với cùng kỳ năm 2020 (875 hồ sơ).")
    years = [f.period.first.year for f in figures(told) if f.period]
    assert years == [2021, 2021, 2020]


def test_a_list_goes_on_from_what_is_told_of_the_reports_own_time():
    told = tell("Huyện nhận 246 hồ sơ. Cùng kỳ năm 2020 nhận 221 hồ sơ.", "Chia theo quý: quý I 120 hồ sơ.")
    assert figures(told)[-1].head == "Huyện nhận 246 hồ sơ"


def test_numbers_behind_names_are_no_items_of_a_list():
    told = tell("Còn 3 việc quá hạn, ở Sở Y tế (1) và Sở Xây dựng (2) từ đầu năm.")
    assert [f.value for f in figures(told)] == [3, 1, 2]


@pytest.mark.parametrize("sentence", [", ".join(f"{i % 9}%" for i in range(900)), "Có " + "xã A (2%), " * 280])
def test_however_many_numbers_a_sentence_has_it_is_read(sentence):
    assert len(figures(tell(f"{sentence.strip(', ')}."))) in {900, 280}


def test_what_is_cut_and_saved_by_rule_is_money_and_no_share():
    (found,) = figures(tell("Cắt giảm, tiết kiệm tối thiểu 5% dự toán chi thường xuyên: 31,5 tỷ đồng."))
    assert (found.measure, found.written) == (Measure.MONEY, "31,5 tỷ đồng")


def test_a_term_with_a_comma_is_counted_as_one():
    (found,) = figures(tell("Số hồ sơ tiếp nhận, trả kết quả tại nhà là 1.240 hồ sơ."))
    assert found.label.startswith("Số hồ sơ tiếp nhận, trả kết quả tại nhà")


def test_what_there_was_before_is_of_the_count_with_which_it_adds_up():
    told = "Đã giải quyết 900 hồ sơ, trong đó đúng hạn 886 hồ sơ, trễ hạn 14 hồ sơ, giảm 6 hồ sơ so với cùng kỳ năm 2020 (20 hồ sơ)."
    before, change = figure_of(told, "20"), figure_of(told, "6")
    assert (before.label, before.period) == ("trễ hạn hồ sơ", make_period(PeriodKind.QUARTER, 2, 2020))
    assert "trễ hạn" in change.head


def test_what_there_was_before_all_is_of_the_first_count():
    told = "Đã giải quyết 900 hồ sơ, trong đó trễ hạn 14 hồ sơ, giảm 100 hồ sơ so với cùng kỳ năm 2020 (1.000 hồ sơ)."
    assert "trễ hạn" not in figure_of(told, "1.000").label


def test_where_nothing_adds_up_the_clause_says_what_it_was():
    told = "Đã giải quyết 900 hồ sơ, trong đó trễ hạn 14 hồ sơ, giảm 5 hồ sơ so với cùng kỳ năm 2020 (20 hồ sơ)."
    assert "trễ hạn" not in figure_of(told, "20").label
