"""Tasks by their day, and those that a report charges a body or its office with."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

YEAR = """ỦY BAN NHÂN DÂN TỈNH SÔNG CÁI
Số: 402/BC-UBND
Sông Cái, ngày 15 tháng 12 năm 2020
BÁO CÁO
Công tác cải cách hành chính năm 2020
II. NHIỆM VỤ NĂM 2021
1. Sở Tài chính: trình quy chế chi tiêu nội bộ mẫu, xong trước ngày 30/9/2021.
2. Sở Y tế: cắt giảm 12 thủ tục.
"""
DEPARTMENT = """UBND TỈNH SÔNG CÁI
SỞ NÔNG NGHIỆP VÀ PHÁT TRIỂN NÔNG THÔN
Số: 133/BC-SNNPTNT
Sông Cái, ngày 14 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý II năm 2021
III. NHIỆM VỤ QUÝ III/2021
1. Văn phòng Sở: sửa quy chế văn thư, xong trong tháng 8/2021.
2. Thanh tra Sở: kiểm tra 03 chi cục.
"""
LIST = """DANH MỤC NHIỆM VỤ DO UBND TỈNH SÔNG CÁI GIAO NĂM 2021
| STT | Số văn bản giao | Ngày văn bản | Nội dung nhiệm vụ | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|
| 1 | 210/UBND-NC | 02/3/2021 | Rà soát vị trí việc làm | Sở Nội vụ | 30/9/2021 | Đang thực hiện |
| 2 | 377/UBND-KT | 11/5/2021 | Số hóa hồ sơ đất đai | Sở Tài nguyên và Môi trường | 30/9/2021 | Đang thực hiện |
| 3 | 401/UBND-KT | 20/5/2021 | Công bố lại thủ tục đầu tư | Sở Kế hoạch và Đầu tư | 15/10/2021 | Đang thực hiện |
"""
ASKER = of_texts(YEAR, DEPARTMENT, LIST)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nhiệm vụ nào trong danh mục giao có hạn 30/9/2021?", "2 việc có hạn ngày 30/09/2021"),
        ("viec nao den han ngay 15/10/2021", "1 việc có hạn ngày 15/10/2021"),
        ("Việc nào có hạn 30/9/2021?", "3 việc có hạn ngày 30/09/2021"),
        ("Nhiệm vụ nào trong danh mục đến hạn trong tháng 9/2021?", "2 việc có hạn trong tháng 9/2021"),
    ],
)
def test_what_is_due_on_a_day_is_listed(question, said):
    assert ask(question, asker=ASKER).direct == said


@pytest.mark.parametrize(
    ("question", "task"),
    [
        ("Báo cáo năm 2020 giao Sở Tài chính làm gì trong năm 2021?", "quy chế chi tiêu nội bộ"),
        ("Nhiệm vụ quý III/2021 của Văn phòng Sở Nông nghiệp là gì?", "sửa quy chế văn thư"),
    ],
)
def test_what_a_body_is_charged_with_is_told_alone(question, task):
    answer = ask(question, asker=ASKER)
    assert task in answer.direct
    assert not answer.lines


@pytest.mark.parametrize(
    "question",
    [
        "Nhiệm vụ nào trong danh mục giao có hạn 31/8/2021?",
        "Nhiệm vụ nào trong danh mục giao có hạn 30/9/2021 lĩnh vực hàng hải?",
        "Báo cáo năm 2020 giao Sở Nội vụ làm gì trong năm 2021?",
        "Báo cáo năm 2019 giao Sở Tài chính làm gì trong năm 2021?",
        "Nhiệm vụ quý III/2021 của Văn phòng Sở Xây dựng là gì?",
    ],
)
def test_of_another_day_or_body_nothing_is_told(question):
    assert not is_answered(ask(question, asker=ASKER))
