"""A commune's terse points: fields joined by a dash, machines that work or do not, what is left of a plan, and times that are not told."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """ỦY BAN NHÂN DÂN
XÃ LŨNG PÙ
Số: 71/BC-UBND
Lũng Pù, ngày 15 tháng 6 năm 2025
BÁO CÁO
Kết quả công tác cải cách hành chính 6 tháng đầu năm 2025

I. CÔNG TÁC CHỈ ĐẠO
- Kế hoạch số 05/KH-UBND ngày 10/01/2025 về cải cách hành chính năm 2025, gồm 18 nhiệm vụ; đã xong 9, đang làm 6, còn 3 chưa làm.
II. KẾT QUẢ
1. Tiếp nhận 1.204 hồ sơ: tư pháp - hộ tịch 702, đất đai 214, lao động - thương binh và xã hội 188, lĩnh vực khác 100.
2. Nộp trực tuyến 655 hồ sơ (54,40%), tăng 12,1 điểm phần trăm so với cùng kỳ.
3. Số hóa thành phần hồ sơ đạt 88%; cấp kết quả điện tử 610 kết quả.
III. TỒN TẠI
Máy tính bộ phận một cửa cũ, 02/05 máy hỏng.
"""
)
TODAY = date(2025, 7, 1)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("lao động bao nhiêu hồ sơ", "188 hồ sơ"),
        ("tư pháp hộ tịch bao nhiêu hồ sơ", "702 hồ sơ"),
        ("trực tuyến bao nhiêu phần trăm", "54,40%"),
        ("mấy máy tính hỏng", "02/05 máy"),
        ("kế hoạch 05 có bao nhiêu nhiệm vụ", "18 nhiệm vụ"),
        ("kế hoạch 05 làm được mấy nhiệm vụ", "9"),
        ("cấp bao nhiêu kết quả điện tử", "610"),
    ],
)
def test_points_are_told(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("cùng kỳ trực tuyến bao nhiêu %", "54,40"),
        ("mấy máy tính còn dùng được", "02/05"),
        ("kế hoạch 05 còn mấy nhiệm vụ", "18 nhiệm vụ"),
        ("mấy nhiệm vụ chưa làm", "18"),
        ("bao giờ xong kế hoạch 05", "10/01/2025"),
        ("số hóa được bao nhiêu", "610"),
    ],
)
def test_what_is_not_asked_is_not_told(question: str, other: str) -> None:
    assert other not in ask(question, asker=ASKER, today=TODAY).direct
