"""How many are told of what was held within a month that is asked for, and of whom a share beside other work is."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

QUARTER = of_texts(
    """UBND TỈNH LŨNG SA
SỞ NỘI VỤ
Số: 88/BC-SNV
Lũng Sa, ngày 15 tháng 9 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý III năm 2021
1. Tổ chức kỳ thi tuyển viên chức trong 02 ngày 14 và 15/8/2021: 310 thí sinh dự thi, 52 người trúng tuyển.
2. Sở tiếp nhận 640 hồ sơ. Việc số hóa sổ hộ tịch hoàn thành ngày 20/8/2021, chậm 12 ngày; mức độ hài lòng đạt 91,4% (213/233 phiếu).
"""
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Kỳ thi tuyển viên chức tháng 8/2021 bao nhiêu thí sinh dự thi?", ("310",)),
        ("Kỳ thi tuyển viên chức tháng 8/2021 bao nhiêu thí sinh dự thi, đỗ mấy người?", ("310", "52")),
        ("Mức độ hài lòng của Sở Nội vụ quý III/2021?", ("91,4%",)),
    ],
)
def test_what_was_held_in_the_month_and_what_stands_beside_other_work_is_told(question, told):
    direct = ask(question, asker=QUARTER).direct
    assert all(one in direct for one in told)


@pytest.mark.parametrize(
    "question",
    [
        "Kỳ thi tuyển viên chức tháng 7/2021 bao nhiêu thí sinh dự thi?",
        "Tháng 8/2021 Sở Nội vụ tiếp nhận bao nhiêu hồ sơ?",
    ],
)
def test_nothing_is_told_of_another_month_or_of_what_the_month_is_only_a_part_of(question):
    assert not is_answered(ask(question, asker=QUARTER))
