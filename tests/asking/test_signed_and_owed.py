"""Who signed what is only said to be signed, whose a letter is, posts filled, what is due, shares and years side by side."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2026, 4, 20)
ASKER = of_texts(
    news(
        "58/BC-UBND",
        "12/3/2026",
        "quý I năm 2026",
        "Chủ tịch UBND xã ký Quyết định số 74/QĐ-UBND ngày 05/02/2026 về việc thành lập 12 Tổ công nghệ số cộng đồng.",
        "Thực hiện Công văn số 640/SNV-CCHC ngày 04/3/2026 của Sở Nội vụ về chế độ báo cáo.",
        "Biên chế công chức được giao 96, có mặt 91 người.",
        "Giải ngân vốn chương trình mục tiêu quốc gia 2,85 tỷ đồng, đạt 9,6% kế hoạch.",
        "Từ ngày 01/7/2025 đến ngày 30/11/2025 xã tiếp nhận 1.248 hồ sơ.",
        "Chỉ số hài lòng qua các năm:\nNăm | Điểm | Xếp hạng\n2023 | 74,85 | 46/63\n2024 | 76,30 | 39/63\n2025 | 80,94 | 31/63",
        office="Ủy ban nhân dân xã Hòa Thạnh",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Ai ký Quyết định 74/QĐ-UBND ngày 05/02/2026?", "Chủ tịch UBND xã ký Quyết định 74/QĐ-UBND"),
        ("Công văn 640/SNV-CCHC của sở nào?", "Sở Nội vụ ban hành Công văn 640/SNV-CCHC"),
        ("Xã Hòa Thạnh có tuyển đủ biên chế công chức được giao chưa?", "Chưa: 91 người trên 96"),
        ("Quý I/2026 xã Hòa Thạnh giải ngân vốn chương trình mục tiêu quốc gia được bao nhiêu phần trăm?", "9,6%"),
        (
            "Từ tháng 7 đến tháng 11 năm 2025 xã Hòa Thạnh tiếp nhận bao nhiêu hồ sơ?",
            "1.248 hồ sơ (tiếp nhận) – từ ngày 01/07/2025 đến ngày 30/11/2025",
        ),
        ("Điểm chỉ số hài lòng của xã Hòa Thạnh từ 2023 đến 2025 diễn biến thế nào?", "Tăng từ 74,85 (năm 2023)"),
    ],
)
def test_it_is_told(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_the_years_of_a_table_are_not_that_of_its_report():
    answer = ask("Điểm chỉ số hài lòng năm 2024 của xã Hòa Thạnh là bao nhiêu?", asker=ASKER, today=TODAY)
    assert "74,85" not in answer.direct
    assert "80,94" not in answer.direct


def test_who_signed_is_not_guessed_from_the_issuer():
    assert not is_answered(ask("Ai ký Công văn 640/SNV-CCHC?", asker=ASKER, today=TODAY))


TWO_COLUMNS = of_texts(
    news(
        "72/BC-STP",
        "10/6/2025",
        "6 tháng đầu năm 2025",
        "Tiếp nhận 21.847 hồ sơ, trong đó trực tuyến 9.508 hồ sơ.\n\nLĩnh vực | Tiếp nhận\nLý lịch tư pháp | 16.940\nCông chứng, luật sư | 2.156\nTổng cộng | 21.847",
        "Sở có 214 trụ sở dôi dư.",
        "Đã bố trí sử dụng 97/214 trụ sở dôi dư.",
        office="Sở Tư pháp tỉnh Long Khê",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("6 tháng đầu năm 2025 Sở Tư pháp tiếp nhận bao nhiêu hồ sơ lý lịch tư pháp?", "16.940 hồ sơ"),
        ("6 tháng đầu năm 2025 Sở Tư pháp tiếp nhận bao nhiêu hồ sơ?", "21.847 hồ sơ"),
        ("Sở Tư pháp có bao nhiêu trụ sở dôi dư?", "214 –"),
    ],
)
def test_a_table_of_two_columns_and_a_whole_beside_its_part(question, said):
    answer = ask(question, asker=TWO_COLUMNS, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_surplus_is_not_all():
    """ "Dôi dư" has the letters of "đủ"."""
    answer = ask("Phương án xử lý trụ sở dôi dư được duyệt chưa?", asker=TWO_COLUMNS, today=TODAY)
    assert "97/214" not in answer.direct


def test_who_signed_and_issued_is_the_head_that_is_told():
    told = ask(
        "Quyết định 388/QĐ-SNV do ai ký ban hành?",
        asker=of_texts(
            news(
                "9/BC-SNV",
                "15/6/2021",
                "quý II năm 2021",
                "Giám đốc Sở ký Quyết định số 388/QĐ-SNV ngày 19/3/2021 thành lập Tổ công tác.",
            )
        ),
    )
    assert told.direct == "Giám đốc Sở ký Quyết định 388/QĐ-SNV"


REGISTER = """DANH MỤC VĂN BẢN THEO DÕI NĂM 2026

| TT | Số văn bản | Ngày ban hành | Trích yếu | Đơn vị chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|
| 1 | 893/UBND-KSTT | 21/3/2026 | Nâng cấp kho dữ liệu dùng chung | Sở Khoa học và Công nghệ | 31/5/2026 | Đang thực hiện |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Cơ quan nào phải nâng cấp kho dữ liệu dùng chung?", "Sở Khoa học và Công nghệ chủ trì –"),
        (
            "Cơ quan nào phải nâng cấp kho dữ liệu dùng chung, hạn khi nào?",
            "Sở Khoa học và Công nghệ chủ trì, hạn 31/05/2026",
        ),
    ],
)
def test_who_has_to_do_it_and_by_when(question, told):
    assert ask(question, asker=of_texts(REGISTER), today=TODAY).direct.startswith(told)
