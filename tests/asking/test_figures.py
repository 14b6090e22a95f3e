"""A figure is given only for what it counts: its period, its body, its polarity and its share of the whole."""

from datetime import date

import pytest

from knowledge.answers import AssumedDay, Outcome
from tests.asking.libraries import TODAY, ask, is_answered, news, of_texts, quotes

CENTRE = "Trung tâm Phục vụ hành chính công tỉnh"


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?", "6.310"),
        ("quy 1 2021 tiep nhan bao nhieu ho so", "6.310"),
        ("Quý II/2021 tiếp nhận bao nhiêu hồ sơ?", "7.025"),
        ("Quý II/2021 có bao nhiêu hồ sơ trực tuyến?", "3.091"),
        ("Quý II/2021 hồ sơ trực tuyến chiếm bao nhiêu phần trăm?", "44,00%"),
        ("dân nộp qua mạng được mấy phần trăm trong quý I/2021", "34,99%"),
        ("Quý I/2021 trước hạn bao nhiêu hồ sơ?", "3.940"),
        ("Quý I/2021 đúng hạn bao nhiêu hồ sơ?", "2.095"),
        ("Quý I/2021 trễ hạn bao nhiêu hồ sơ?", "67"),
        ("Quý I/2021 có mấy hồ sơ quá hạn?", "67"),
        ("Quý I/2021 đã giải quyết bao nhiêu hồ sơ?", "6.102"),
        ("6 tháng đầu năm 2021 tiếp nhận bao nhiêu hồ sơ?", "13.335"),
        ("Quý II/2021 huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ?", "1.420"),
        ("Quý II/2021 huyện Bàu Sen trễ hạn mấy hồ sơ?", "9"),
        ("How many applications were received in Q1 2021?", "6.310"),
        ("lớp tập huấn kỹ năng giao tiếp có bao nhiêu công chức?", "118"),
    ],
)
def test_the_figure_asked_for_is_given_first(question, value):
    answer = ask(question)
    assert is_answered(answer)
    assert answer.direct.split()[0] == value


def test_an_answer_says_period_and_body():
    assert ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?").context == f"quý I/2021, {CENTRE}"


def test_the_quote_holds_the_figure():
    assert "6.310 hồ sơ" in quotes(ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?"))


CITY = of_texts(
    news(
        "5/BC-VPUBND",
        "15/6/2023",
        "quý II năm 2023",
        "Trong 386 quy định, UBND tỉnh được phê duyệt cắt giảm, đơn giản hóa 47 quy định; đã thực thi 29/47 quy định.",
        "Cấp huyện quá hạn 507 hồ sơ, tỷ lệ quá hạn của cấp huyện là 3,27%; toàn tỉnh quá hạn 717 hồ sơ, tỷ lệ quá hạn là 0,86%.",
        "Sắp xếp 42 tổ dân phố còn 35 tổ dân phố.",
        "Mức độ hài lòng của người dân đạt 95,3%.",
        "Mười một phường tiếp nhận 41.207 hồ sơ.",
    )
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý II/2023 đã thực thi cắt giảm, đơn giản hóa bao nhiêu quy định?", "29/47"),
        ("Quý II/2023 cấp huyện toàn tỉnh quá hạn mấy phần trăm?", "3,27%"),
        ("Quý II/2023 sắp xếp tổ dân phố từ bao nhiêu còn bao nhiêu?", "Từ 42"),
        ("Quý II/2023 mức độ hài lòng đạt bao nhiêu?", "95,3%"),
        ("Quý II/2023 11 phường nhận mấy hồ sơ?", "41.207"),
    ],
)
def test_a_figure_is_of_just_what_was_done_of_its_level_and_of_both_its_ends(question, value):
    assert ask(question, asker=CITY).direct.startswith(value)


@pytest.mark.parametrize(
    "question",
    [
        f"Quý III/2021 {CENTRE} tiếp nhận bao nhiêu hồ sơ?",
        "Quý III/2021 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?",
        "Quý III/2021 của tỉnh tiếp nhận bao nhiêu hồ sơ?",
    ],
)
def test_a_districts_figure_is_never_given_for_the_province(question):
    answer = ask(question)
    assert not is_answered(answer)
    assert "1.388" not in answer.direct


@pytest.mark.parametrize(
    "question", ["Quý I/2021 huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ?", "Quý I/2021 huyện Bàu Sen trễ hạn mấy?"]
)
def test_the_provinces_figure_is_never_given_for_a_district(question):
    assert not is_answered(ask(question))


def test_a_cumulated_figure_is_never_given_for_a_quarter():
    asker = of_texts(
        news(
            "5/BC-VPUBND", "17/6/2021", "quý II năm 2021", "Lũy kế 6 tháng đầu năm 2021, Trung tâm tiếp nhận 900 hồ sơ."
        )
    )
    answer = ask("Quý II/2021 tiếp nhận bao nhiêu hồ sơ?", asker=asker)
    assert answer.outcome is Outcome.NOT_FOUND
    assert "900" not in answer.direct


@pytest.mark.parametrize(
    ("told", "asked"),
    [
        ("trễ hạn", "trước hạn"),
        ("trễ hạn", "đúng hạn"),
        ("trước hạn", "trễ hạn"),
        ("đúng hạn", "quá hạn"),
        ("chưa đến hạn", "trễ hạn"),
        ("nộp trực tuyến", "nộp trực tiếp"),
    ],
)
def test_a_figure_of_one_polarity_is_never_given_for_another(told, asked):
    asker = of_texts(
        news("5/BC-VPUBND", "17/6/2021", "quý II năm 2021", f"Trong quý II/2021, Trung tâm có 57 hồ sơ {told}.")
    )
    assert not is_answered(ask(f"Quý II/2021 có bao nhiêu hồ sơ {asked}?", asker=asker))


@pytest.mark.parametrize("part", ["trực tuyến", "trễ hạn", "qua bưu chính công ích"])
def test_a_part_is_never_given_for_the_total(part):
    asker = of_texts(
        news("5/BC-VPUBND", "17/6/2021", "quý II năm 2021", f"Trong quý II/2021, Trung tâm có 57 hồ sơ {part}.")
    )
    assert not is_answered(ask("Quý II/2021 tổng số hồ sơ tiếp nhận là bao nhiêu?", asker=asker))


def test_a_target_is_never_given_for_a_result():
    asker = of_texts(
        news("5/BC-VPUBND", "17/6/2021", "quý II năm 2021", "Phấn đấu quý II/2021 có 40% hồ sơ nộp trực tuyến.")
    )
    assert not is_answered(ask("Quý II/2021 hồ sơ trực tuyến đạt bao nhiêu phần trăm?", asker=asker))


@pytest.mark.parametrize("word", ["Trung tâm có bao nhiêu hồ sơ", "tiếp nhận bao nhiêu hồ sơ"])
def test_a_figure_of_another_period_is_offered_and_not_asserted(word):
    answer = ask(f"Quý IV/2021 {word}?")
    assert answer.outcome is Outcome.NOT_FOUND
    assert any("quý II/2021" in suggestion.label for suggestion in answer.suggestions)


# --- what the question leaves open


@pytest.mark.parametrize(
    ("question", "value"), [("quý I tiếp nhận bao nhiêu hồ sơ?", "6.310"), ("quy 2 nhan may ho so", "7.025")]
)
def test_a_bare_quarter_is_the_one_of_the_last_twelve_months_and_the_answer_says_so(question, value):
    answer = ask(question)
    assert answer.direct.startswith(value)
    assert "/2021" in answer.context


@pytest.mark.parametrize(("day", "value"), [(date(2021, 9, 20), "7.025"), (date(2021, 4, 2), "6.310")])
def test_the_quarter_before_is_counted_from_the_day_of_asking(day, value):
    assert ask("quý trước Trung tâm tiếp nhận bao nhiêu hồ sơ?", today=day).direct.startswith(value)


TWO_YEARS = (
    news("5/BC-VPUBND", "17/6/2020", "quý II năm 2020", "Trong quý II/2020, Trung tâm tiếp nhận 500 hồ sơ."),
    news("6/BC-VPUBND", "17/6/2021", "quý II năm 2021", "Trong quý II/2021, Trung tâm tiếp nhận 600 hồ sơ."),
)


def test_of_two_years_a_bare_quarter_is_the_recent_one():
    answer = ask("quý II tiếp nhận bao nhiêu hồ sơ?", today=date(2021, 9, 20), asker=of_texts(*TWO_YEARS))
    assert (answer.direct.startswith("600"), "quý II/2021" in answer.context) == (True, True)


def test_long_after_both_years_the_question_is_asked_back():
    answer = ask("quý II tiếp nhận bao nhiêu hồ sơ?", today=date(2024, 9, 20), asker=of_texts(*TWO_YEARS))
    assert answer.outcome is Outcome.CLARIFY
    assert {"2020" in c.question or "2021" in c.question for c in answer.choices} == {True}


# --- computed


def test_a_comparison_shows_both_values_and_the_difference():
    answer = ask("So sánh số hồ sơ tiếp nhận quý I và quý II/2021")
    assert all(words in answer.direct for words in ("715", "7.025", "6.310", "11,33%"))
    assert len(answer.quotes) == 2


@pytest.mark.parametrize(
    ("question", "word"),
    [
        ("Quý II/2021 tiếp nhận trên 7.000 hồ sơ phải không?", "Có"),
        ("Quý II/2021 tiếp nhận trên 8.000 hồ sơ phải không?", "Không"),
        ("Quý II/2021 hồ sơ trực tuyến dưới 50% đúng không?", "Có"),
    ],
)
def test_a_claim_is_judged_with_the_figure_itself(question, word):
    answer = ask(question)
    assert answer.direct.split(":")[0] == word


def test_the_window_of_a_figure_is_told_with_both_days():
    answer = ask("Số liệu quý I/2021 lấy từ ngày nào đến ngày nào?")
    assert all(day in answer.direct for day in ("15/12/2020", "14/03/2021"))


def test_what_was_before_a_change_is_not_what_is_after():
    assert ask("Sau sắp xếp Văn phòng còn mấy phòng?", today=TODAY).direct.startswith("7")
    assert ask("Trước sắp xếp Văn phòng có mấy phòng?", today=TODAY).direct.startswith("10")


def test_quarters_compared_without_a_year_are_of_the_newest_that_has_both():
    assert ask("quý 2 tăng bao nhiêu so với quý 1").direct.startswith("Tăng 715 hồ sơ (11,33%)")


def test_several_periods_are_each_answered_with_their_sum():
    answer = ask("Quý I/2021 và quý II/2021 tiếp nhận bao nhiêu hồ sơ?")
    assert is_answered(answer)
    assert all(value in answer.direct for value in ("6.310", "7.025", "13.335"))


def test_what_is_left_out_of_a_question_is_not_asked():
    asker = of_texts(news("7/BC-VP", "15/6/2021", "quý II năm 2021", "Phải giải quyết 268 hồ sơ, trong đó tiếp nhận mới 251 hồ sơ, kỳ trước chuyển sang 17 hồ sơ."))  # fmt: skip
    answer = ask("quý II/2021 nhận mới bao nhiêu hồ sơ, không tính kỳ trước chuyển sang?", asker=asker)
    assert answer.direct.startswith("251")


def test_a_score_and_a_rank_asked_together_are_both_told():
    asker = of_texts(news("7/BC-VP", "15/12/2021", "năm 2021", "Chỉ số PAR INDEX năm 2020 của tỉnh đạt 79,85 điểm, xếp hạng 41/63."))  # fmt: skip
    answer = ask("PAR INDEX năm 2020 của tỉnh được mấy điểm, đứng thứ mấy?", asker=asker)
    assert "79,85" in answer.direct
    assert "41/63" in answer.direct


def test_a_question_without_a_day_takes_no_quarter_for_the_last_one():
    assert not is_answered(
        ask("quý II tiếp nhận bao nhiêu hồ sơ?", today=AssumedDay(2021, 9, 20), asker=of_texts(*TWO_YEARS))
    )
    assert is_answered(ask("quý II tiếp nhận bao nhiêu hồ sơ?", today=date(2021, 9, 20), asker=of_texts(*TWO_YEARS)))


STAGES = of_texts(
    news(
        "21/BC-UBND",
        "15/6/2022",
        "quý II năm 2022",
        "Toàn tỉnh đã giải quyết 1.752 hồ sơ, trong đó đúng hạn 1.697 hồ sơ, quá hạn 55 hồ sơ; đang giải quyết 81 hồ sơ, gồm 78 hồ sơ"
        " trong hạn và 3 hồ sơ quá hạn.",
        "Giải ngân kinh phí cải cách hành chính được 2.808/6.240 triệu đồng, đạt 45,00%.",
        "Thực hiện Công văn số 96/UBND-NC về khắc phục hồ sơ đất đai trễ hạn, đã gửi báo cáo lần 1.",
        "Sau khi được Văn phòng UBND tỉnh đôn đốc bằng văn bản, các sở đã gửi 162 thư xin lỗi đến người dân.",
        office="UBND tỉnh Hưng Hòa",
    ),
    news(
        "34/BC-STNMT",
        "14/6/2022",
        "quý II năm 2022",
        "Sở Tài nguyên và Môi trường (kể cả Văn phòng Đăng ký đất đai) tiếp nhận 986 hồ sơ, gồm:\n\n| Lĩnh vực | Tiếp nhận |\n|---|---|\n"
        "| Đất đai | 874 |\n| Môi trường | 112 |\n| Tổng cộng | 986 |",
        office="Sở Tài nguyên và Môi trường tỉnh Hưng Hòa",
    ),
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý II/2022 toàn tỉnh giải quyết quá hạn bao nhiêu hồ sơ?", "55"),
        ("Quý II/2022 giải ngân kinh phí cải cách hành chính được bao nhiêu tiền?", "2.808/6.240"),
        ("Quý II/2022 đã gửi bao nhiêu thư xin lỗi?", "162"),
        ("Quý II/2022 Sở Tài nguyên và Môi trường tiếp nhận mấy hồ sơ đất đai?", "874"),
    ],
)
def test_the_part_that_is_asked_for_is_told(question, value):
    assert ask(question, asker=STAGES).direct.startswith(value)


def test_how_often_something_was_reported_is_no_count():
    assert not is_answered(ask("Quý II/2022 toàn tỉnh trễ hạn mấy hồ sơ đất đai?", asker=STAGES))


TYPED = of_texts(
    """UBND TỈNH YÊN GIANG
Số: 467/BC-UBND
Yên Giang, ngày 15 tháng 12 năm 2025
BÁO CÁO
Công tác cải cách hành chính năm 2025
(số liệu từ ngày 15/12/2024 đến ngày 14/12/2025)

Nhiệm vụ được giao: 53 nhiệm vụ, trong đó hoàn thành 47, đang thực hiện 05, quá hạn 01.
Hợp nhất 05 Ban Quản lý dự án khu vực thành 02 Ban Quản lý dự án.
Kết quả giải quyết hồ sơ theo từng quý:

Kỳ            Tiếp nhận    Đã giải quyết    Trễ hạn
Quý I/2025    161.284      155.920          2.347
Quý II/2025   170.366      163.711          3.108
Quý III/2025  184.732      173.906          4.055
Quý IV/2025   186.136      187.245          1.990
Cả năm        702.518      680.782          11.500
""",
    """ỦY BAN NHÂN DÂN ĐẶC KHU VÂN SA
Số: 31/BC-UBND
Vân Sa, ngày 15 tháng 12 năm 2025
BÁO CÁO
Công tác cải cách hành chính năm 2025

Đặc khu được giao 68 biên chế.
Cáp quang biển chưa khởi công.
""",
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý IV/2025 toàn tỉnh trễ hạn bao nhiêu hồ sơ?", "1.990"),
        ("Năm 2025 có nhiệm vụ nào quá hạn không?", "Có: 01 nhiệm vụ"),
        ("Các Ban Quản lý dự án khu vực hợp nhất còn mấy ban?", "02 Ban Quản lý dự án"),
        ("Đặc khu Vân Sa được giao bao nhiêu biên chế?", "68"),
        ("Báo cáo năm 2025 của đặc khu Vân Sa là số mấy?", "31/BC-UBND"),
        ("702.518 hồ sơ của tỉnh là trong khoảng thời gian nào?", "Từ ngày 15/12/2024 đến ngày 14/12/2025"),
    ],
)
def test_what_a_typed_table_and_a_special_zone_tell(question, value):
    assert ask(question, asker=TYPED, today=date(2026, 1, 5)).direct.startswith(value)


def test_what_one_bodys_report_says_is_told_by_that_report():
    assert "467" not in quotes(ask("Theo báo cáo của đặc khu Vân Sa thì quá hạn mấy nhiệm vụ?", asker=TYPED))
    assert not is_answered(ask("Theo báo cáo của đặc khu Vân Sa thì quá hạn mấy nhiệm vụ?", asker=TYPED))


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("9 tháng năm 2021 huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ?", "9.642"),
        ("9 tháng năm 2021 cấp xã của huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ?", "5.827"),
    ],
)
def test_a_district_and_its_communes_are_the_whole_of_it(question, value):
    asker = of_texts(
        news(
            "88/BC-UBND",
            "15/9/2021",
            "9 tháng năm 2021",
            "Trong 9 tháng, Bộ phận Tiếp nhận và Trả kết quả huyện và 13 xã, thị trấn tiếp nhận 9.642 hồ sơ, gồm cấp huyện 3.815 hồ sơ và cấp xã 5.827 hồ sơ.",
            office="UBND huyện Bàu Sen",
        )
    )
    assert ask(question, asker=asker).direct.startswith(value)
