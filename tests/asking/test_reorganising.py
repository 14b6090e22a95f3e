"""What bodies became: merged, renamed, turned into others; and what is only planned."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, news, of_texts

_ONE = of_texts(
    news(
        "81/BC-SNV",
        "15/6/2021",
        "quý II năm 2021",
        "Phòng Công thương sáp nhập vào Phòng Kinh tế từ ngày 01/5/2021; số phòng còn 11 phòng.",
        "Hợp nhất Trung tâm Tin học và Trung tâm Lưu trữ thành Trung tâm Dữ liệu.",
        "Sở Nội vụ tham mưu sáp nhập Trạm Khuyến nông vào Chi cục Trồng trọt.",
        "Chi cục Quản lý chợ được đổi tên thành Chi cục Thương mại.",
        "Đề án sáp nhập Phòng Dân số vào Phòng Y tế đang trình thẩm định, dự kiến quý IV/2021.",
        "Thành lập Trung tâm Xúc tiến trên cơ sở hợp nhất Trung tâm Hội chợ và Trung tâm Du lịch.",
    )
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Phòng Công thương nhập vào đâu?", "Phòng Kinh tế"),
        ("phong cong thuong sap nhap vao phong nao roi", "Phòng Kinh tế"),
        ("Trung tâm Tin học hợp nhất với đơn vị nào?", "Trung tâm Dữ liệu"),
        ("Trung tâm Dữ liệu được hợp nhất từ những đơn vị nào?", "Trung tâm Lưu trữ"),
        ("Những đơn vị nào hợp nhất thành Trung tâm Dữ liệu?", "Trung tâm Tin học"),
        ("Chi cục Quản lý chợ đổi tên thành gì?", "Chi cục Thương mại"),
        ("Trạm Khuyến nông nhập về đâu?", "Chi cục Trồng trọt"),
        ("Trung tâm Xúc tiến được thành lập từ những đơn vị nào?", "Trung tâm Hội chợ"),
    ],
)
def test_who_became_what_is_told_in_the_reports_words(question, words):
    assert words in ask(question, asker=_ONE).direct


def test_what_is_only_intended_is_said_to_be():
    assert ask("Phòng Dân số đã sáp nhập chưa?", asker=_ONE).direct.startswith("Mới dự kiến")


@pytest.mark.parametrize(
    "question",
    ["Sở Nội vụ sáp nhập vào đâu?", "Phòng Tư pháp nhập vào đâu?", "Trung tâm Dữ liệu đổi tên thành gì?"],
)
def test_a_body_that_no_report_tells_of_is_not_found(question):
    assert ask(question, asker=_ONE).outcome is Outcome.NOT_FOUND


# --- since when, and whether it is yet

_MERGED = of_texts(
    news(
        "90/BC-UBND",
        "15/12/2019",
        "năm 2019",
        "UBND huyện ban hành Quyết định số 811/QĐ-UBND ngày 05/10/2019 phê duyệt Đề án hợp nhất Phòng Y tế vào Văn phòng HĐND và UBND huyện."
        " Việc hợp nhất hoàn thành từ ngày 15/10/2019; huyện còn 12 phòng chuyên môn.",
        "Sáp nhập Vụ Thi đua - Khen thưởng vào Vụ Tổ chức cán bộ.",
        "Trình phương án nhập xã Đồng Mít vào xã Suối Bạc, dự kiến thực hiện trong quý I/2020.",
        office="UBND huyện Bàu Sen",
    ),
    news(
        "21/BC-UBND",
        "15/3/2020",
        "quý I năm 2020",
        "Thực hiện Nghị quyết số 77/NQ-UBTVQH14 ngày 17/12/2019, từ ngày 01/02/2020 xã Đồng Mít nhập vào xã Suối Bạc.",
        office="UBND huyện Bàu Sen",
    ),
    news(
        "48/BC-UBND",
        "15/6/2020",
        "quý II năm 2020",
        "Đã bố trí 13/19 cán bộ dôi dư sau khi nhập xã Đồng Mít vào xã Suối Bạc.",
        office="UBND huyện Bàu Sen",
    ),
)


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Xã Đồng Mít nhập vào xã Suối Bạc từ ngày nào vậy ạ?", "từ ngày 01/02/2020"),
        ("Hợp nhất Phòng Y tế vào Văn phòng HĐND và UBND huyện xong chưa ạ?", "hoàn thành từ ngày 15/10/2019"),
        ("Hợp nhất Phòng Y tế vào Văn phòng HĐND và UBND huyện từ khi nào?", "15/10/2019"),
        ("Vụ Thi đua - Khen thưởng nhập về đâu?", "Vụ Tổ chức cán bộ"),
    ],
)
def test_since_when_one_is_part_of_another(question, words):
    assert words in ask(question, asker=_MERGED).direct


def test_the_day_of_a_document_is_not_that_of_the_merger():
    asker = of_texts(
        news(
            "9/BC-SNV",
            "15/3/2020",
            "quý I năm 2020",
            "Theo Nghị quyết số 77/NQ-HĐND ngày 17/12/2019, sáp nhập Phòng Dân số vào Phòng Bảo trợ.",
        )
    )
    assert "17/12/2019" not in ask("Phòng Dân số sáp nhập vào Phòng Bảo trợ từ ngày nào?", asker=asker).direct
