"""Months named one beside the other, or counted from a reform's day, are told of the days that a report gives for them."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2026, 1, 10)
ASKER = of_texts(
    """UBND TỈNH ĐÔNG LÂM
SỞ NỘI VỤ
Số: 91/BC-SNV
Đông Lâm, ngày 12 tháng 12 năm 2025
BÁO CÁO
Kết quả cải cách hành chính năm 2025 và tình hình vận hành chính quyền địa phương 2 cấp
I. CHÍNH QUYỀN ĐỊA PHƯƠNG 2 CẤP
Riêng 5 tháng vận hành hai cấp (từ ngày 01/7/2025 đến ngày 30/11/2025), toàn tỉnh tiếp nhận 310.220 hồ sơ.
Trong hai tháng đầu vận hành (từ ngày 01/7/2025 đến ngày 31/8/2025), phường Yên Thịnh tiếp nhận 6.210 hồ sơ, quá hạn 34 hồ sơ; \
phường Kim Lộc tiếp nhận 5.110 hồ sơ, quá hạn 12 hồ sơ.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phường Yên Thịnh tiếp nhận bao nhiêu hồ sơ trong tháng 7 và tháng 8/2025?", "6.210 hồ sơ"),
        ("Hai tháng 7, 8 năm 2025 phường Kim Lộc quá hạn mấy hồ sơ?", "12 hồ sơ"),
        ("How many overdue applications did Yen Thinh ward have in July and August 2025?", "34 hồ sơ"),
        ("5 tháng vận hành chính quyền 2 cấp toàn tỉnh tiếp nhận bao nhiêu hồ sơ?", "310.220 hồ sơ"),
        ("Hai tháng đầu vận hành chính quyền địa phương 2 cấp phường Kim Lộc tiếp nhận bao nhiêu?", "5.110 hồ sơ"),
        ("Phường Yên Thịnh có hồ sơ quá hạn trong hai tháng đầu vận hành không?", "34 hồ sơ"),
        ("Báo cáo nào của Sở Nội vụ nói về tình hình vận hành chính quyền địa phương 2 cấp?", "91/BC-SNV"),
    ],
)
def test_they_are_one_time(question: str, said: str):
    answer = ask(question, today=TODAY, asker=ASKER)
    assert is_answered(answer)
    assert said in answer.direct


@pytest.mark.parametrize(
    "question",
    [
        "Phường Yên Thịnh tiếp nhận bao nhiêu hồ sơ trong tháng 8 và tháng 9/2025?",
        "3 tháng vận hành chính quyền 2 cấp toàn tỉnh tiếp nhận bao nhiêu hồ sơ?",
        "Báo cáo nào của Sở Y tế nói về tình hình vận hành chính quyền địa phương 2 cấp?",
    ],
)
def test_of_other_months_and_bodies_nothing_is_told(question: str):
    assert not is_answered(ask(question, today=TODAY, asker=ASKER))
