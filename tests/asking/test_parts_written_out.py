"""A province's half year in parts that are written out: indices of another year, places beyond a mark, faults and their days."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """ỦY BAN NHÂN DÂN TỈNH BẮC LĨNH
Số: 188/BC-UBND
Bắc Lĩnh, ngày 20 tháng 6 năm 2026

BÁO CÁO
Công tác cải cách hành chính quý II và 6 tháng đầu năm 2026

Phần thứ nhất. KẾT QUẢ
Chỉ số năm 2025 (công bố ngày 15/4/2026): PAR INDEX đạt 89,27%, xếp thứ 11/34; SIPAS 85,31%, thứ 14/34.
Quý II toàn tỉnh giải quyết 145.877 hồ sơ, quá hạn 756 hồ sơ (0,52%).
Số xã, phường có tỷ lệ quá hạn trên 1% giảm từ 9 xuống 4.
| Mức tự chủ | Số đơn vị |
|---|---|
| Tự bảo đảm chi thường xuyên và chi đầu tư (nhóm 1) | 12 |
| Tự bảo đảm chi thường xuyên (nhóm 2) | 64 |

Sau hợp nhất, toàn tỉnh phải rà soát 1.128 văn bản quy phạm pháp luật. Đến ngày 15/6/2026 đã rà soát xong 705 văn bản.
Phần thứ hai. HẠN CHẾ
Hệ thống thông tin tỉnh bị lỗi 03 lần (ngày 06/4, 22/4, 19/5).
Phần thứ ba. NHIỆM VỤ 6 THÁNG CUỐI NĂM
1. Sở Khoa học và Công nghệ khắc phục lỗi hệ thống thông tin xong trong tháng 7/2026.
2. Sở Nội vụ trình Đề án vị trí việc làm cấp xã trước 31/8/2026.
"""
)
TODAY = date(2026, 6, 25)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("PAR INDEX 2025 xếp thứ mấy", "11/34"),
        ("sipas 2025 bao nhieu", "85,31%"),
        ("PAR INDEX năm 2025 có lọt nhóm 10 tỉnh dẫn đầu không", "11/34"),
        ("đã rà soát xong bao nhiêu văn bản", "705"),
        ("nhiệm vụ 6 tháng cuối năm của tỉnh là gì", "2 nhiệm vụ"),
        ("hệ thống lỗi ngày nào", "06/4"),
        ("bao giờ khắc phục xong lỗi hệ thống", "31/07/2026"),
    ],
)
def test_parts_are_told(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("xã nào có tỷ lệ quá hạn trên 1%", "0,52"),
        ("hệ thống lỗi ngày nào", "31/07/2026"),
        ("PAR INDEX 2026 xếp thứ mấy", "11/34"),
        ("đã rà soát xong bao nhiêu văn bản quy phạm pháp luật", "1.128"),
    ],
)
def test_what_is_not_asked_is_not_told(question: str, other: str) -> None:
    assert other not in ask(question, asker=ASKER, today=TODAY).direct
