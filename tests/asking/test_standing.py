"""Whether a body works yet is told by the newest sentence that says so of it."""

import pytest

from tests.asking.libraries import Chat, news, of_texts

CENTRE = of_texts(
    news(
        "12/BC-VPUBND",
        "15/6/2021",
        "quý II năm 2021",
        "Trung tâm Phục vụ hành chính công tỉnh chưa hoạt động trong tháng 5/2021 như dự kiến do chậm thiết bị.",
    ),
    news(
        "30/BC-VPUBND",
        "15/9/2021",
        "quý III năm 2021",
        "Trung tâm Phục vụ hành chính công tỉnh. Trung tâm khai trương và chính thức hoạt động từ ngày 02/8/2021.",
    ),
)


def ask(question: str) -> str:
    return Chat(CENTRE).ask(question).direct


def test_the_newest_report_says_whether_a_centre_works():
    assert "02/8/2021" in ask("Trung tâm phục vụ hành chính công tỉnh đi vào hoạt động chưa?")


def test_of_a_month_that_is_asked_for_the_sentence_that_names_it_is_told():
    assert "chưa hoạt động" in ask("trung tam hanh chinh cong co hoat dong trong thang 5/2021 nhu du kien khong")


def test_a_body_of_which_no_sentence_says_so_is_not_found():
    assert Chat(CENTRE).ask("Kho lưu trữ số đi vào hoạt động chưa?").outcome == "not_found"


PLANS = of_texts(
    news(
        "12/BC-VPUBND",
        "15/6/2021",
        "quý II năm 2021",
        "Sở Nội vụ đang xây dựng Quy chế tiếp công dân, dự kiến ban hành trong quý III/2021.",
    ),
    news(
        "70/BC-VPUBND",
        "15/12/2021",
        "quý IV năm 2021",
        "UBND tỉnh ban hành Quyết định số 911/QĐ-UBND ngày 05/11/2021 ban hành Quy chế tiếp công dân.",
    ),
)


def test_a_document_that_came_later_than_planned_did_not_come_as_planned():
    answer = Chat(PLANS).ask("Quy chế tiếp công dân có kịp ban hành như dự kiến không?").direct
    assert [part in answer for part in ("Không phải", "quý III/2021", "05/11/2021")] == [True] * 3


LETTERS = of_texts(
    news(
        "12/BC-VPUBND",
        "15/6/2021",
        "quý II năm 2021",
        "Sở Nội vụ ban hành Kế hoạch số 25/KH-SNV ngày 19/02/2021 kiểm tra công vụ.",
    ),
    news(
        "30/BC-VPUBND",
        "15/9/2021",
        "quý III năm 2021",
        "Theo Kế hoạch số 25/KH-SNV, Sở Nội vụ tỉnh Hưng Hòa đã kiểm tra 5 cơ quan.",
    ),
)


def test_an_issuer_named_short_and_in_full_is_one():
    assert Chat(LETTERS).ask("KH 25 ngày nào").direct.startswith("Ngày 19/02/2021")


SEVERAL = """Số: 88/BC-SNV
Lâm Khê, ngày 12 tháng 9 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý III và 9 tháng năm 2021, phương hướng nhiệm vụ quý IV năm 2021

Sở Nội vụ tiếp nhận 900 hồ sơ.

GIÁM ĐỐC
Trần Văn Bưởi
"""


def test_a_report_of_two_periods_is_found_by_either_but_not_by_the_one_it_looks_forward_to():
    asked = [
        Chat(of_texts(SEVERAL)).ask(f"Ai ký báo cáo {period}?").direct
        for period in ("quý III năm 2021", "9 tháng năm 2021", "quý IV năm 2021")
    ]
    assert ["Trần Văn Bưởi" in answer for answer in asked] == [True, True, False]


def test_who_signed_the_report_just_spoken_of_is_told():
    chat = Chat(of_texts(SEVERAL))
    chat.ask("Báo cáo quý III năm 2021 số mấy?")
    assert chat.ask("Ai ký báo cáo này?").direct.startswith("Trần Văn Bưởi")


@pytest.mark.parametrize(
    "question", ["đường dây nóng hoạt động chưa", "Đường dây nóng của tỉnh chạy chính thức chưa em?"]
)
def test_whether_a_thing_works_yet_needs_no_more_than_its_name(question):
    told = "Đường dây nóng của tỉnh chính thức hoạt động từ ngày 01/7/2021."
    asker = of_texts(news("60/BC-VPUBND", "16/9/2021", "quý III năm 2021", told))
    assert Chat(asker).ask(question).direct == told
