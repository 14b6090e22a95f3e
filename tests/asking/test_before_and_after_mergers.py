"""Two-level local government: what bodies had before they were merged, whose documents points open with, and what lies inside a period."""

from datetime import date

import pytest

from tests.asking.libraries import Chat, ask, is_answered, of_texts

WARD = """ỦY BAN NHÂN DÂN
PHƯỜNG TRÀ MÂY
Số: 61/BC-UBND
Trà Mây, ngày 16 tháng 9 năm 2025
BÁO CÁO
Công tác cải cách hành chính quý III năm 2025 của phường Trà Mây, tỉnh Lâm Bình

Kỳ số liệu: từ ngày 01/7/2025 đến ngày 14/9/2025.

1. Chỉ đạo, điều hành
- Kế hoạch số 12/KH-UBND ngày 14/7/2025 của UBND phường về cải cách hành chính 6 tháng cuối năm 2025.
- Thông báo số 30/TB-UBND ngày 05/8/2025 của UBND phường về lịch tiếp công dân.
- Kế hoạch số 400/KH-UBND ngày 02/6/2025 của UBND tỉnh về chuyển đổi số: phường đã triển khai 6/9 nhiệm vụ.
2. Hồ sơ
- Tiếp nhận 3.862 hồ sơ, quá hạn 11 hồ sơ.
Thời gian | Tiếp nhận | Quá hạn
Từ 01/7 đến 31/8/2025 | 2.700 | 11
Từ 01/9 đến 14/9/2025 | 1.162 | 0
"""
DEPARTMENT = """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 412/BC-SNV
Lâm Bình, ngày 18 tháng 9 năm 2025
BÁO CÁO
Công tác cải cách hành chính 9 tháng năm 2025 của Sở Nội vụ

I. VIỆC CỦA SỞ
1. Sắp xếp bộ máy
- Trước hợp nhất: Sở Nội vụ có 08 phòng, Sở Lao động - Thương binh và Xã hội có 07 phòng.
- Sau hợp nhất (từ ngày 01/3/2025): Sở Nội vụ còn 09 phòng, giảm 06 phòng.
2. Văn bản Sở ban hành
- Kế hoạch số 27/KH-SNV ngày 10/01/2025 về cải cách hành chính năm 2025 của Sở.
- Quyết định số 145/QĐ-SNV ngày 05/3/2025 về quy định nhiệm vụ của các phòng.
II. VIỆC CỦA TỈNH
1. Chính sách nghỉ theo Nghị định số 178/2024/NĐ-CP
- Đến ngày 14/9/2025, toàn tỉnh có 1.286 người nghỉ; kinh phí chi trả 148,6 tỷ đồng.
"""
YEAR = """# BÁO CÁO KẾT QUẢ CÔNG TÁC CẢI CÁCH HÀNH CHÍNH NĂM 2025

UBND TỈNH LÂM BÌNH - Số: 418/BC-UBND - Lâm Bình, ngày 19 tháng 12 năm 2025

Năm 2025 toàn tỉnh tiếp nhận 469.554 hồ sơ.
Năm 2025 tỉnh có 1.734 người nghỉ theo Nghị định số 178/2024/NĐ-CP.
| Đơn vị | Tiếp nhận quý III | Quá hạn quý III |
|---|---|---|
| Phường Trà Mây | 3.862 | 11 |
| Phường Nam Mây | 3.107 | 9 |
"""
ASKER = of_texts(WARD, DEPARTMENT, YEAR)
TODAY = date(2025, 12, 25)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Sở Nội vụ sau hợp nhất còn mấy phòng", "09 phòng"),
        ("Sở Nội vụ trước hợp nhất có mấy phòng", "08 phòng"),
        ("quý III/2025 phường Trà Mây tiếp nhận bao nhiêu hồ sơ", "3.862 hồ sơ"),
        ("quý III/2025 phường Trà Mây có hồ sơ quá hạn không", "11 hồ sơ"),
        ("9 tháng năm 2025 có bao nhiêu người nghỉ theo Nghị định 178", "1.286 người"),
        ("kinh phí chi trả cho người nghỉ theo Nghị định 178/2024/NĐ-CP bao nhiêu", "148,6 tỷ đồng"),
        ("báo cáo 418/BC-UBND ký ngày nào", "19/12/2025"),
        ("Số liệu quý III/2025 của phường Trà Mây tính từ ngày nào tới ngày nào", "01/07/2025 đến ngày 14/09/2025"),
    ],
)
def test_what_is_of_just_that_time_is_told(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize("question", ["Sở Nội vụ hiện có mấy phòng", "Sở Nội vụ có bao nhiêu phòng"])
def test_what_a_body_had_before_is_not_told_as_what_it_has(question: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert "08" not in answer.direct


@pytest.mark.parametrize(
    ("question", "numbers", "others"),
    [
        ("phường Trà Mây đã ban hành những văn bản nào theo báo cáo quý III/2025", ("12/KH", "30/TB"), ("400/KH",)),
        ("Liệt kê các văn bản Sở Nội vụ ban hành nêu trong báo cáo 412/BC-SNV", ("27/KH-SNV", "145/QĐ-SNV"), ("178",)),
        ("báo cáo 9 tháng năm 2025 của Sở Nội vụ nêu những kế hoạch số mấy", ("27/KH-SNV",), ("145/QĐ",)),
        ("báo cáo 9 tháng năm 2025 của Sở Nội vụ nêu những kế hoạch, quyết định nào", ("27/KH-SNV", "145/QĐ-SNV"), ()),
    ],
)
def test_documents_of_a_report_are_listed(question: str, numbers: tuple[str, ...], others: tuple[str, ...]) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    lines = "\n".join(answer.lines)
    assert all(number in lines for number in numbers)
    assert not any(number in lines for number in others)


def test_one_body_is_held_against_another_behind_the_verb() -> None:
    answer = ask("Quý III/2025 phường Trà Mây tiếp nhận hơn phường Nam Mây bao nhiêu hồ sơ", asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert "755" in answer.direct


def test_a_follow_up_keeps_to_the_period() -> None:
    chat = Chat(ASKER, TODAY)
    chat.ask("quý III/2025 phường Trà Mây tiếp nhận bao nhiêu hồ sơ")
    assert "11 hồ sơ" in chat.ask("trong đó quá hạn?").direct
