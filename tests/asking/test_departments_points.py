"""Points of a department: a run of bare numbers, what one dossier takes, money for a year's work, who left, and days less what they rest on."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """UBND TỈNH KHÂU LỒNG
SỞ XÂY DỰNG
Số: 133/BC-SXD
Khâu Lồng, ngày 09 tháng 10 năm 2024

BÁO CÁO
Công tác cải cách hành chính quý III năm 2024

I. KẾT QUẢ
1. Trong quý, tham mưu công bố 14 thủ tục mới, bãi bỏ 09, cắt giảm thời gian 17 thủ tục.
2. Giải quyết trong quý 2.310 hồ sơ, trong đó quá hạn 08 hồ sơ. Trung bình 1 hồ sơ giải quyết 6,5 ngày.
3. Trong quý bổ nhiệm 05, bổ nhiệm lại 03, miễn nhiệm 01 viên chức quản lý; 07 viên chức xin thôi việc.
4. Ngân sách tỉnh bố trí 6.400 triệu đồng cho cải cách hành chính năm 2024, đã giải ngân 2.050 triệu đồng.
5. Thực hiện Công văn số 811/UBND-KT ngày 15/7/2024 của UBND tỉnh, từ ngày 01/8/2024 Sở áp dụng thời hạn 12 ngày làm việc cấp giấy phép xây dựng.
Sở chuyển về trụ sở mới từ ngày 20/8/2024 theo Quyết định số 455/QĐ-UBND ngày 02/7/2024 của UBND tỉnh.
6. Ngân sách tỉnh cấp 3,6 tỷ đồng mua máy quét, bình quân 60 triệu đồng/xã.
7. Kể từ ngày 01/9/2024, theo Quyết định số 502/QĐ-UBND ngày 19/8/2024 của UBND tỉnh, Sở giải thể Phòng Thẩm định.
II. NHIỆM VỤ TRỌNG TÂM QUÝ IV NĂM 2024
| TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
|---|---|---|---|
| 1 | Rà soát quy trình nội bộ cấp phép xây dựng | Văn phòng Sở | tháng 11/2024 |
| 2 | Nâng cấp phần mềm cấp phép | Trung tâm Quy hoạch | 15/12/2024 |
Phấn đấu quý IV: không còn hồ sơ quá hạn.
"""
)
TODAY = date(2024, 10, 20)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("công bố mấy thủ tục mới", "14 thủ tục"),
        ("bãi bỏ mấy thủ tục", "09"),
        ("quý III giải quyết bao nhiêu hồ sơ", "2.310 hồ sơ"),
        ("quý III quá hạn mấy hồ sơ", "08"),
        ("trung bình mấy ngày một hồ sơ", "6,5 ngày"),
        ("bổ nhiệm mấy người", "05"),
        ("bổ nhiệm lại mấy viên chức", "03"),
        ("bao nhiêu người nghỉ việc", "07 viên chức"),
        ("ngân sách tỉnh bố trí cho cải cách hành chính năm 2024 là bao nhiêu", "6.400 triệu đồng"),
        ("sở bắt đầu áp dụng thời hạn 12 ngày làm việc từ hôm nào", "01/08/2024"),
        ("Sở giải thể Phòng Thẩm định từ ngày nào", "giải thể Phòng Thẩm định"),
        ("nhiệm vụ trọng tâm quý IV của Sở Xây dựng là gì", "3 nhiệm vụ"),
        ("ai nâng cấp phần mềm cấp phép, bao giờ xong", "15/12/2024"),
    ],
)
def test_points_are_told(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("bổ nhiệm mấy công chức", "05"),
        ("quý III giải quyết bao nhiêu", "6,5"),
        ("ngân sách tỉnh bố trí cho cải cách hành chính năm 2024 là bao nhiêu", "2.050"),
        ("sở bắt đầu áp dụng thời hạn 12 ngày làm việc từ hôm nào", "15/7/2024"),
        ("sở chuyển về trụ sở mới từ ngày mấy", "02/7/2024"),
        ("tỉnh cấp bao nhiêu tiền mua máy quét", "60 triệu"),
    ],
)
def test_what_is_not_asked_is_not_told(question: str, other: str) -> None:
    assert other not in ask(question, asker=ASKER, today=TODAY).direct
