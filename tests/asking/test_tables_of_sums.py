"""What a table's note, its heads and its rows say of a cell decides what the cell tells."""

from datetime import date

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2024, 7, 20)
HEAD = """UBND TỈNH LÂM BÌNH
SỞ TÀI CHÍNH
Số: 31/BC-STC
Lâm Bình, ngày 10 tháng 7 năm 2024
BÁO CÁO
Tình hình tài chính 6 tháng đầu năm 2024
"""
BOARD = of_texts(
    HEAD
    + """
Biểu 1. Giải ngân vốn đầu tư công

Đơn vị tính: Triệu đồng

TT\tChủ đầu tư\tSố dự án\tKế hoạch vốn\tĐã giải ngân\tTỷ lệ (%)
1\tBan QLDA công trình giao thông\t12\t800.000\t680.000\t85,0
2\tSở Y tế\t4\t120.000\t30.000\t25,0
3\tHuyện Mường Sa\t9\t150.000\t75.000\t50,0
\tTổng số\t25\t1.070.000\t785.000\t73,4
"""
)
YEARS = of_texts(
    HEAD
    + """
Bảng 2. Hồ sơ trực tuyến qua các năm

Chỉ tiêu\tĐơn vị tính\tNăm 2022\tNăm 2023\tSo sánh 2023/2022 (%)
Số DVC toàn trình\tDVC\t340\t612\t180
Giao dịch thanh toán trực tuyến\tGiao dịch\t1.240\t8.455\t681,9
Số tiền thanh toán trực tuyến\tTriệu đồng\t410\t3.908\t953
"""
)
SAME_TIME = of_texts(
    HEAD
    + """
Biểu 3. Kết quả thực hiện 6 tháng đầu năm 2024

Chỉ tiêu\tĐVT\tThực hiện quý II\tLũy kế 6 tháng\tCùng kỳ 2023
Hồ sơ tiếp nhận\tHồ sơ\t3.210\t9.120\t8.450
"""
)
WITHOUT_TOTAL = of_texts(
    HEAD
    + """
Bảng 1. Tinh giản biên chế 6 tháng đầu năm 2024 (người)

Đơn vị\tTinh giản
Sở Nội vụ\t2
Sở Y tế\t14
Huyện Mường Sa\t9
"""
)


@pytest.mark.parametrize(
    ("asker", "question", "said"),
    [
        (BOARD, "Sở Y tế giải ngân bao nhiêu?", "30.000 Triệu đồng"),
        (BOARD, "Sở Y tế có bao nhiêu dự án?", "4 dự án"),
        (BOARD, "Đơn vị nào giải ngân cao nhất?", "Ban QLDA công trình giao thông"),
        (BOARD, "Tổng số dự án?", "25"),
        (YEARS, "DVC toàn trình năm 2023 bao nhiêu?", "612 DVC"),
        (SAME_TIME, "6 tháng đầu năm 2023 tiếp nhận bao nhiêu hồ sơ?", "8.450"),
        (SAME_TIME, "Quý II năm 2024 tiếp nhận bao nhiêu hồ sơ?", "3.210"),
    ],
)
def test_a_cell_tells_what_its_heads_and_note_say(asker, question, said):
    assert ask(question, asker=asker, today=TODAY).direct.startswith(said)


@pytest.mark.parametrize(
    ("asker", "question"),
    [(YEARS, "Tỷ lệ thanh toán trực tuyến năm 2023?"), (YEARS, "Số tiền phạt năm 2023?")],
)
def test_what_a_column_holds_against_another_is_no_share(asker, question):
    assert not is_answered(ask(question, asker=asker, today=TODAY))


def test_one_of_several_rows_is_not_told_for_all():
    answer = ask("Tổng tinh giản bao nhiêu người?", asker=WITHOUT_TOTAL, today=TODAY)
    assert answer.outcome is not Outcome.ANSWERED


def test_a_total_is_not_counted_in_departments():
    assert "25 số" not in ask("Tổng số dự án?", asker=BOARD, today=TODAY).direct
