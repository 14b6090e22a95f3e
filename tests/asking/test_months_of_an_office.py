"""A provincial office's monthly report: cumulated days, what another month had, whose a centre is, who heads it, top lists and money for each."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

OFFICE = """VĂN PHÒNG UBND TỈNH KHÂU VAI
Số: 271/BC-VPUB
Khâu Vai, ngày 17 tháng 11 năm 2025

BÁO CÁO
Công tác cải cách hành chính tháng 11 năm 2025
Số liệu từ ngày 15/10/2025 đến ngày 14/11/2025.

I. TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH
Trung tâm Phục vụ hành chính công tỉnh là đơn vị hành chính thuộc Văn phòng UBND tỉnh. Bà Lò Thị Nga, Phó Chánh Văn phòng, kiêm Giám đốc Trung tâm Phục vụ hành chính công tỉnh từ ngày 01/9/2025.
Trong kỳ, Trung tâm Phục vụ hành chính công tỉnh tiếp nhận 6.204 hồ sơ, thấp hơn tháng 10/2025 (6.519 hồ sơ) là 315 hồ sơ, giảm 4,83%.
Lũy kế từ 01/7/2025 đến 14/11/2025, Trung tâm Phục vụ hành chính công tỉnh tiếp nhận 27.830 hồ sơ.
Toàn tỉnh tiếp nhận 30.112 hồ sơ, trong đó nộp trực tuyến 24.090 hồ sơ, mới bằng 80,00%.
II. CẤP XÃ
Ba xã, phường có số hồ sơ quá hạn cao nhất kỳ tháng 11/2025:
| TT | Đơn vị | Quá hạn |
|---|---|---|
| 1 | Phường Nậm Nhùn | 44 |
| 2 | Xã Pa Cheo | 31 |
| 3 | Xã Tả Lèng | 12 |

Toàn tỉnh quá hạn 208 hồ sơ.
Mưa lũ từ ngày 02/11 đến 05/11/2025 làm 06 trung tâm cấp xã bị ngập.
Thi nâng ngạch chuyên viên chính: ngày 08 và 09/11/2025; 61 người dự thi, 48 người đạt.
"""
LATER = """VĂN PHÒNG UBND TỈNH KHÂU VAI
Số: 302/BC-VPUB
Khâu Vai, ngày 17 tháng 12 năm 2025

BÁO CÁO
Công tác cải cách hành chính tháng 12 năm 2025

Kỳ thi nâng ngạch chuyên viên chính tổ chức hồi tháng 11 có 48 người trúng tuyển và được bổ nhiệm vào ngạch từ ngày 01/12/2025.
Có 12/12 sở, ngành và 03/05 thị xã, thành phố áp dụng ISO 9001:2015; ở cấp xã là 30/71 đơn vị.
"""
ASKER = of_texts(OFFICE, LATER)
TODAY = date(2025, 12, 20)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("tháng 11/2025 trung tâm tỉnh tiếp nhận bao nhiêu hồ sơ", "6.204"),
        ("tháng 10/2025 trung tâm tỉnh tiếp nhận bao nhiêu hồ sơ", "6.519"),
        ("thang 11/2025 so voi thang 10/2025 trung tam tinh tiep nhan giam bao nhieu ho so", "315"),
        ("từ 01/7 đến 14/11/2025 trung tâm tỉnh tiếp nhận bao nhiêu hồ sơ", "27.830"),
        ("từ 01/7 đến 14/11/2025 trung tâm tỉnh tiếp nhận bao nhiêu hồ sơ", "từ ngày 01/07/2025 đến ngày 14/11/2025"),
        ("tháng 11/2025 ba xã, phường nào có nhiều hồ sơ quá hạn nhất", "Tả Lèng"),
        ("trung tâm phục vụ hành chính công tỉnh trực thuộc cơ quan nào", "Văn phòng UBND tỉnh"),
        ("giám đốc trung tâm phục vụ hành chính công tỉnh bây giờ là ai", "Lò Thị Nga"),
        ("mưa lũ làm ngập mấy trung tâm cấp xã", "06 trung tâm"),
        ("tỷ lệ hồ sơ trực tuyến của tỉnh tháng 11/2025", "80,00%"),
        ("thi nâng ngạch chuyên viên chính tổ chức vào ngày nào", "08 và 09/11/2025"),
        ("báo cáo 302/BC-VPUB của đơn vị nào, kỳ nào", "Văn phòng UBND tỉnh"),
        ("tất cả xã, phường đã áp dụng ISO 9001:2015 chưa", "30/71"),
    ],
)
def test_what_an_office_tells(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("tháng 11/2025 ba xã, phường nào có nhiều hồ sơ quá hạn nhất", "208"),
        ("thi nâng ngạch chuyên viên chính tổ chức vào ngày nào", "01/12/2025"),
        ("kỳ thi nâng ngạch chuyên viên chính có bao nhiêu người dự thi", "48"),
        ("tất cả xã, phường đã áp dụng ISO 9001:2015 chưa", "Rồi"),
        ("báo cáo 302/BC-VPUB của đơn vị nào, kỳ nào", "ký báo cáo"),
        ("tháng 11/2025 trung tâm tỉnh tiếp nhận bao nhiêu hồ sơ", "27.830"),
    ],
)
def test_what_is_not_asked_is_not_told(question: str, other: str) -> None:
    assert other not in ask(question, asker=ASKER, today=TODAY).direct
