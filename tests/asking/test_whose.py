"""Whose a figure is: a province's own, a department's, another province's; and what a restricting word leaves."""

from datetime import date

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, news, of_texts

DEPARTMENT = news("9/BC-STNMT", "10/12/2021", "năm 2021", "Sở tiếp nhận 4.088 hồ sơ.", office="Sở Tài nguyên và Môi trường tỉnh Trà Giang")  # fmt: skip
CITY = news("8/BC-UBND", "10/12/2021", "năm 2021", "Tinh giản biên chế 05 người.", office="UBND thành phố Vạn Phước tỉnh Trà Giang")  # fmt: skip
PROVINCE = news("7/BC-UBND", "15/12/2021", "năm 2021", "Toàn tỉnh tiếp nhận 90.000 hồ sơ.", office="UBND tỉnh Trà Giang")  # fmt: skip
OTHER = news("6/BC-UBND", "16/12/2021", "năm 2021", "Toàn tỉnh tiếp nhận 70.000 hồ sơ.", office="UBND tỉnh Hưng Hòa")


def test_a_departments_figure_is_not_the_provinces():
    asker = of_texts(DEPARTMENT)
    assert ask("năm 2021 tỉnh Trà Giang tiếp nhận bao nhiêu hồ sơ?", asker=asker).outcome is Outcome.NOT_FOUND
    assert is_answered(ask("năm 2021 Sở Tài nguyên và Môi trường tiếp nhận bao nhiêu hồ sơ?", asker=asker))


def test_a_citys_figure_is_not_the_provinces():
    assert not is_answered(ask("tỉnh Trà Giang năm 2021 tinh giản bao nhiêu người?", asker=of_texts(CITY)))


def test_the_provinces_own_figure_is_given_beside_a_departments():
    answer = ask("năm 2021 tỉnh Trà Giang tiếp nhận bao nhiêu hồ sơ?", asker=of_texts(DEPARTMENT, PROVINCE))
    assert answer.direct.startswith("90.000")


def test_of_two_provinces_the_question_asks_which():
    answer = ask("năm 2021 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?", asker=of_texts(PROVINCE, OTHER))
    assert answer.outcome is Outcome.CLARIFY
    assert {choice.label.split(":")[-1].strip().split()[0] for choice in answer.choices} == {"90.000", "70.000"}


TASKS_DONE = news("5/BC-UBND", "15/12/2021", "năm 2021", "Kế hoạch có 46 nhiệm vụ; đã hoàn thành 43 nhiệm vụ.", "Kinh phí cải cách hành chính bố trí 460 triệu đồng.", office="UBND tỉnh Hưng Hòa")  # fmt: skip


@pytest.mark.parametrize(
    "question",
    [
        "năm 2021 tỉnh chưa hoàn thành bao nhiêu nhiệm vụ?",
        "năm 2021 kinh phí cải cách hành chính đã sử dụng bao nhiêu?",
        "năm 2021 có đạt mục tiêu nhiệm vụ không?",
        "quý nào năm 2021 nhiều nhiệm vụ nhất?",
    ],
)
def test_a_word_that_restricts_is_never_passed_over(question):
    assert not is_answered(ask(question, asker=of_texts(TASKS_DONE)))


RANKING = news(
    "4/BC-UBND",
    "15/12/2021",
    "năm 2021",
    "UBND tỉnh công bố kết quả xếp hạng cải cách hành chính năm 2020 của các huyện. Khối huyện: huyện Bàu Sen xếp thứ 6/8 với 79,02 điểm.",
    "Chỉ số PAR INDEX năm 2020 của tỉnh xếp hạng 41/63, tăng 06 bậc so với năm 2019 (hạng 47/63).",
    office="UBND tỉnh Hưng Hòa",
)


def test_places_that_follow_a_published_ranking_are_of_its_year():
    asker = of_texts(RANKING)
    assert ask("huyện Bàu Sen năm 2020 xếp thứ mấy?", asker=asker).direct.startswith("6/8")
    assert not is_answered(ask("huyện Bàu Sen năm 2021 xếp thứ mấy?", asker=asker))


def test_up_in_a_ranking_is_told_in_places():
    answer = ask("PAR INDEX năm 2020 tăng mấy bậc so với năm 2019?", asker=of_texts(RANKING))
    assert answer.direct.startswith(("Tăng 6 bậc", "Tăng 06 bậc"))


def test_a_document_of_another_day_is_another_document():
    text = news("3/BC-UBND", "15/12/2021", "năm 2021", "UBND tỉnh ban hành Quyết định số 2216/QĐ-UBND ngày 28/12/2020 về Quy chế xin lỗi.", office="UBND tỉnh Hưng Hòa")  # fmt: skip
    asker = of_texts(text)
    assert ask("Quyết định 2216/QĐ-UBND ngày 28/12/2021 về việc gì?", asker=asker).outcome is Outcome.NOT_FOUND
    assert is_answered(ask("tính đến 30/12/2021 Quyết định 2216/QĐ-UBND tới đâu rồi?", asker=asker))
    assert not is_answered(ask("văn bản nào thay thế Quyết định 2216/QĐ-UBND?", asker=asker))


def test_a_communes_report_names_its_centre_without_its_own_place():
    building = "Trụ sở Trung tâm Phục vụ hành chính công xã đang sửa chữa, dự kiến hoàn thành trước ngày 15/8/2021."
    asker = of_texts(
        news("3/BC-UBND", "10/6/2021", "quý II năm 2021", building, office="UBND xã Vàm Mây tỉnh Hưng Hòa")
    )
    question = "Trụ sở Trung tâm phục vụ hành chính công xã Vàm Mây sửa xong chưa?"
    assert ask(question, asker=asker).direct.startswith("Trụ sở")


DESK_AND_PROVINCE = of_texts(
    news(
        "36/BC-SNV",
        "15/6/2022",
        "6 tháng đầu năm 2022",
        "Trung tâm Phục vụ hành chính công tỉnh có 17 quầy.",
        "6 tháng đầu năm 2022 tiếp nhận 196.805 hồ sơ, trực tuyến 77.611 hồ sơ, chiếm 39,44%; tinh giản biên chế 71 người, kinh phí 10,2 tỷ đồng.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    ),
    news(
        "12/BC-SNV",
        "15/6/2021",
        "6 tháng đầu năm 2021",
        "6 tháng đầu năm 2021 tinh giản biên chế 87 người, kinh phí 11,9 tỷ đồng.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    ),
    news(
        "87/BC-TTHCC",
        "10/6/2022",
        "6 tháng đầu năm 2022",
        "Trung tâm có 12 viên chức.",
        "Hồ sơ trực tuyến chiếm 41,37%.",
        office="Trung tâm Phục vụ hành chính công tỉnh Hưng Hòa",
    ),
    news(
        "154/BC-UBND",
        "11/6/2022",
        "6 tháng đầu năm 2022",
        "Bộ phận Một cửa thành phố tiếp nhận 21.348 hồ sơ.",
        "Tinh giản biên chế 06 người.",
        office="UBND thành phố Sa Hòa",
    ),
)
LATE_2022 = date(2022, 12, 28)


def test_a_desk_that_reports_itself_is_not_told_its_provinces_figure():
    question = "6 tháng đầu năm 2022 Trung tâm Phục vụ hành chính công nhận bao nhiêu hồ sơ?"
    assert "196.805" not in ask(question, asker=DESK_AND_PROVINCE, today=LATE_2022).direct


def test_a_desk_is_held_against_its_province():
    question = (
        "Tỷ lệ trực tuyến 6 tháng đầu năm 2022 của Trung tâm Phục vụ hành chính công so với toàn tỉnh bên nào cao hơn?"
    )
    answer = ask(question, asker=DESK_AND_PROVINCE, today=LATE_2022)
    assert "41,37%" in answer.direct
    assert "39,44%" in answer.direct


def test_the_desk_of_a_city_is_named_with_the_city():
    answer = ask("6 tháng đầu năm 2022 tiếp nhận bao nhiêu hồ sơ?", asker=DESK_AND_PROVINCE, today=LATE_2022)
    assert any("Bộ phận Một cửa thành phố Sa Hòa" in choice.label for choice in answer.choices)


@pytest.mark.parametrize("end", ["", " sao rồi?", " tăng hay giảm?"])
def test_a_provinces_count_is_held_against_its_own_and_no_citys(end):
    question = f"Tinh giản biên chế của tỉnh 6 tháng đầu năm 2022 so với 6 tháng đầu năm 2021{end}"
    answer = ask(question, asker=DESK_AND_PROVINCE, today=LATE_2022)
    assert "71 người" in answer.direct
    assert "87 người" in answer.direct


INDEX_OF_DISTRICT = news("31/BC-UBND", "10/6/2021", "6 tháng đầu năm 2021", "Chỉ số cải cách hành chính năm 2020 của huyện là 78,64 điểm.", office="UBND huyện Bàu Sen")  # fmt: skip
INDEX_OF_DEPARTMENT = news("32/BC-STP", "11/6/2021", "6 tháng đầu năm 2021", "Ngày 28/5/2021 tỉnh công bố Chỉ số cải cách hành chính năm 2020 của các sở. Sở Tư pháp được 84,37 điểm.", office="Sở Tư pháp tỉnh Trà Giang")  # fmt: skip


def test_what_another_body_has_of_the_same_year_may_be_meant_though_its_own_sentence_says_less():
    asker = of_texts(INDEX_OF_DISTRICT, INDEX_OF_DEPARTMENT)
    answer = ask("Chỉ số cải cách hành chính năm 2020 được mấy điểm?", asker=asker)
    assert answer.outcome is Outcome.CLARIFY
    assert is_answered(ask("Chỉ số cải cách hành chính năm 2020 của huyện Bàu Sen được mấy điểm?", asker=asker))
