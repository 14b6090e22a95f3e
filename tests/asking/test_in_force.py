"""From when and up to when a document is in force, and what its report says of other days."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

OFFICE = """UBND TỈNH HƯNG HÒA
VĂN PHÒNG
Số: 140/BC-VPUBND
Hưng Hòa, ngày 14 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024
Số liệu: từ ngày 01/12/2023 đến ngày 31/5/2024.
I. KẾT QUẢ
- Nghị quyết số 09/2024/NQ-HĐND ngày 25/4/2024 của HĐND tỉnh miễn, giảm lệ phí hộ tịch nộp trực tuyến (hiệu lực 06/5/2024 đến hết 31/12/2026; giảm 50% đối với 12 khoản).
- Quyết định số 61/QĐ-UBND ngày 02/02/2024 của UBND tỉnh ban hành Quy chế tiếp công dân (có hiệu lực từ ngày 15/02/2024).
II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024
- Tham mưu Đề án miễn lệ phí đăng ký kinh doanh (Sở Tài chính; trước 30/9/2024).
"""
EARLIER = """UBND TỈNH HƯNG HÒA
VĂN PHÒNG
Số: 44/BC-VPUBND
Hưng Hòa, ngày 14 tháng 3 năm 2024
BÁO CÁO
Công tác cải cách hành chính quý I năm 2024
II. NHIỆM VỤ QUÝ II NĂM 2024
- Tham mưu Nghị quyết của HĐND tỉnh về miễn, giảm lệ phí hộ tịch khi nộp trực tuyến (kỳ họp tháng 4/2024).
"""
ASKER = of_texts(EARLIER, OFFICE)
TODAY = date(2024, 6, 20)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Nghị quyết 09/2024/NQ-HĐND có hiệu lực đến bao giờ", "Đến hết ngày 31/12/2026"),
        ("nghi quyet 09 het hieu luc khi nao", "Đến hết ngày 31/12/2026"),
        ("Nghị quyết 09/2024/NQ-HĐND có hiệu lực từ khi nào", "Có hiệu lực từ ngày 06/05/2024"),
        ("Nghị quyết miễn giảm lệ phí hộ tịch áp dụng đến ngày nào", "Đến hết ngày 31/12/2026"),
        ("Nghị quyết miễn, giảm lệ phí hộ tịch ban hành chưa", "Đã ban hành ngày 25/04/2024"),
        ("QĐ 61 có hiệu lực từ ngày nào", "Có hiệu lực từ ngày 15/02/2024"),
    ],
)
def test_the_first_and_the_last_day_are_told_for_what_they_are(question: str, begins: str):
    assert ask(question, asker=ASKER, today=TODAY).direct.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "QĐ 61 có hiệu lực đến khi nào",
        "miễn lệ phí đăng ký kinh doanh áp dụng từ khi nào",
        "miễn lệ phí đăng ký kinh doanh áp dụng đến bao giờ",
    ],
)
def test_no_other_day_is_told_in_its_place(question: str):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert not is_answered(answer), answer.direct


BOTH = of_texts(
    OFFICE.replace(
        "- Quyết định số 61",
        "- Mức thu lệ phí xây dựng 0 đồng khi nộp trực tuyến áp dụng từ ngày 01/7/2024 đến hết ngày 30/6/2027.\n- Quyết định số 61",
    )
)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Chính sách miễn, giảm lệ phí hộ tịch nộp trực tuyến áp dụng đến bao giờ?", "Đến hết ngày 31/12/2026"),
        ("le phi xay dung 0 dong nop truc tuyen ap dung den khi nao", "Đến hết ngày 30/06/2027"),
        (
            "Lệ phí xây dựng 0 đồng nộp trực tuyến áp dụng đến ngày 30/6/2027 phải không?",
            "Đúng: đến hết ngày 30/06/2027",
        ),
        ("Miễn lệ phí hộ tịch trực tuyến áp dụng đến hết năm 2025 phải không?", "Không: đến hết ngày 31/12/2026"),
    ],
)
def test_up_to_which_day_a_rule_applies_that_is_named_by_what_it_is_about(question, begins):
    assert ask(question, today=TODAY, asker=BOTH).direct.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Mức thu lệ phí áp dụng đến bao giờ?",
        "Lệ phí xây dựng 0 đồng nộp trực tiếp áp dụng đến khi nào?",
        "Miễn lệ phí đăng ký kinh doanh áp dụng đến bao giờ?",
    ],
)
def test_of_no_rule_or_of_several_no_last_day_is_told(question):
    assert not is_answered(ask(question, today=TODAY, asker=BOTH))


REPLACED = of_texts(
    OFFICE.replace(
        "II. NHIỆM VỤ",
        "- Ngày 20/5/2024, UBND tỉnh ban hành Quyết định số 240/QĐ-UBND thay thế Quyết định số 61/QĐ-UBND ngày 02/02/2024.\nII. NHIỆM VỤ",
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "QĐ 61 còn áp dụng không?",
        "Quyết định 61/QĐ-UBND về quy chế tiếp công dân có còn được áp dụng không?",
        "quyet dinh 61 con gia tri khong",
    ],
)
def test_a_decision_that_another_replaced_applies_no_more(question):
    assert ask(question, asker=REPLACED, today=TODAY).direct.startswith("Đã bị thay thế bởi Quyết định 240/QĐ-UBND")


def test_of_a_decision_that_nothing_replaced_it_is_told_since_when_it_is_in_force():
    assert ask("QĐ 61 còn áp dụng không?", asker=ASKER, today=TODAY).direct.startswith("Có hiệu lực từ ngày 15/02/2024")
    assert not is_answered(ask("QĐ 240 còn áp dụng không?", asker=REPLACED, today=TODAY))


PROCEDURES = """UBND TỈNH HƯNG HÒA
SỞ TƯ PHÁP
Số: 77/BC-STP
Hưng Hòa, ngày 14 tháng 12 năm 2023
BÁO CÁO
Công tác kiểm soát thủ tục hành chính năm 2023
- Chủ tịch UBND tỉnh ban hành 21 quyết định công bố 640 thủ tục hành chính, các lĩnh vực còn lại 12 thủ tục hành chính.
"""
TOTAL = "- Tổng số thủ tục hành chính đang có hiệu lực trên địa bàn tỉnh là 1.777 thủ tục.\n"


@pytest.mark.parametrize(
    "question",
    ["Toàn tỉnh hiện có bao nhiêu thủ tục còn hiệu lực?", "Theo Sở Tư pháp toàn tỉnh đang áp dụng bao nhiêu TTHC?"],
)
def test_procedures_in_force_are_none_of_those_that_were_made_known(question):
    assert ask(question, asker=of_texts(PROCEDURES + TOTAL), today=TODAY).direct.startswith("1.777")
    assert not is_answered(ask(question, asker=of_texts(PROCEDURES), today=TODAY))
