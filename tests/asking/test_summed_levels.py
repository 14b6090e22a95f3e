"""All of a district is its own desk and its communes together, where its report counts them apart."""

from datetime import date

import pytest

from tests.asking.libraries import Chat, ask, is_answered, of_texts

TODAY = date(2024, 2, 1)
HEAD = """ỦY BAN NHÂN DÂN
HUYỆN NÀ PHẢY
Số: 71/BC-UBND
Nà Phảy, ngày 10 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2023
1. Thủ tục
"""
APART = of_texts(
    HEAD
    + """Bộ phận Một cửa huyện tiếp nhận 8.120 hồ sơ, giải quyết 8.004 hồ sơ.
UBND các xã, thị trấn tiếp nhận 15.300 hồ sơ, giải quyết 15.210 hồ sơ.
Hồ sơ đất đai chiếm 4.120/8.120 hồ sơ.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Toàn huyện tiếp nhận bao nhiêu hồ sơ?", "23.420 hồ sơ (tính: Bộ phận Một cửa huyện 8.120 + cấp xã 15.300)"),
        ("Toàn huyện Nà Phảy năm 2023 giải quyết bao nhiêu hồ sơ?", "23.214 hồ sơ (tính"),
        ("Bộ phận Một cửa huyện tiếp nhận bao nhiêu hồ sơ?", "8.120 hồ sơ"),
        (
            "Cấp xã tiếp nhận bao nhiêu hồ sơ?",
            "15.300 hồ sơ (tiếp nhận, cấp xã) – năm 2023, Ủy ban nhân dân huyện Nà Phảy",
        ),
    ],
)
def test_the_whole_and_each_part_are_told(question, said):
    assert ask(question, asker=APART, today=TODAY).direct.startswith(said)


def test_the_desk_is_not_told_for_the_whole_where_communes_are_told_in_several_ways():
    asker = of_texts(
        HEAD
        + """Bộ phận Một cửa huyện tiếp nhận 8.120 hồ sơ.
Cấp xã tiếp nhận 15.300 hồ sơ.
Các xã, thị trấn tiếp nhận 15.410 hồ sơ.
"""
    )
    assert not is_answered(ask("Toàn huyện tiếp nhận bao nhiêu hồ sơ?", asker=asker, today=TODAY))


def test_a_place_that_is_named_next_is_not_asked_for_as_the_whole_that_was_spoken_of():
    province = """ỦY BAN NHÂN DÂN
TỈNH LÂM BÌNH
Số: 80/BC-UBND
Lâm Bình, ngày 20 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2023
Toàn tỉnh tiếp nhận 120.400 hồ sơ.
"""
    district = HEAD + "Bộ phận Một cửa huyện tiếp nhận 8.120 hồ sơ.\nCấp xã tiếp nhận 15.300 hồ sơ.\n"
    chat = Chat(of_texts(province, district), TODAY)
    assert chat.ask("Năm 2023 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?").direct.startswith("120.400")
    assert chat.ask("Còn huyện Nà Phảy?").direct.startswith("8.120 hồ sơ (tiếp nhận) – năm 2023, Bộ phận Một cửa")
