"""The first ones of a ranking, as a sentence names them in order; and the districts of a province in a bracket."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """ỦY BAN NHÂN DÂN TỈNH HÀ KHÊ
Số: 301/BC-UBND
Hà Khê, ngày 18 tháng 12 năm 2021
BÁO CÁO
Công tác cải cách hành chính năm 2021
I. CHỈ ĐẠO
Xếp hạng nội bộ năm 2020 khối sở, ngành: Văn phòng UBND tỉnh đứng đầu (94,10 điểm), tiếp đến Sở Công Thương (93,02 điểm), Sở Kế hoạch và Đầu tư (91,77 điểm); cuối bảng là Sở Y tế (77,20 điểm).
Tỉnh có 18 sở, ban, ngành và 04 đơn vị hành chính cấp huyện (thành phố Khê Thượng và các huyện Đá Bàn, Suối Rút, Lũng Vài) với 61 xã.
II. XẾP HẠNG CẤP HUYỆN
| TT | Địa phương | Điểm xếp hạng nội bộ năm 2020 |
|---|---|---|
| 1 | Thành phố Khê Thượng | 90,26 |
| 2 | Huyện Đá Bàn | 88,73 |
| 3 | Huyện Suối Rút | 87,42 |
| 4 | Huyện Lũng Vài | 80,10 |
"""
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Ba cơ quan đứng đầu khối sở, ngành về xếp hạng nội bộ năm 2020 là những cơ quan nào?", "Đầu tư (91,77 điểm)"),
        ("2 đơn vị dẫn đầu khối sở ngành năm 2020?", "Sở Công Thương (93,02 điểm)"),
        ("Đơn vị nào đứng đầu khối sở, ngành năm 2020?", "Văn phòng UBND tỉnh đứng đầu (94,10 điểm)"),
        ("Tỉnh có những đơn vị hành chính cấp huyện nào?", "Suối Rút, Lũng Vài"),
    ],
)
def test_those_that_are_meant_are_told(question, told):
    assert told in ask(question, asker=ASKER).direct


def test_no_more_are_told_than_are_asked_for():
    assert "Kế hoạch" not in ask("2 đơn vị dẫn đầu khối sở ngành năm 2020?", asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Bốn cơ quan đứng đầu khối sở, ngành năm 2020 là những cơ quan nào?",  # the fourth is said nowhere
        "Ba cơ quan đứng đầu khối sở, ngành năm 2019 là những cơ quan nào?",
    ],
)
def test_no_ranking_is_told_of_whom_it_does_not_name(question):
    assert not is_answered(ask(question, asker=ASKER))
