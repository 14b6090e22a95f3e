"""A table asked for whole: every row with its value."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """ỦY BAN NHÂN DÂN HUYỆN KÊNH ĐÔNG
Số: 88/BC-UBND
Kênh Đông, ngày 12 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021
I. THỦ TỤC HÀNH CHÍNH
Kết quả tiếp nhận, giải quyết hồ sơ theo lĩnh vực:
| Lĩnh vực | Tiếp nhận | Trễ hạn |
|---|---|---|
| Đất đai | 3.114 | 47 |
| Hộ tịch | 1.905 | 0 |
| Xây dựng | 742 | 9 |
| Tổng cộng | 5.761 | 56 |
II. SẮP XẾP
Số thôn, tổ dân phố giảm từ 61 xuống 55 thôn, tổ dân phố:
| Địa phương | Trước sắp xếp | Sau sắp xếp |
|---|---|---|
| Xã Lộ Cát | 21 | 18 |
| Xã Bưng Riềng | 22 | 20 |
| Thị trấn Kênh Đông | 18 | 17 |
"""
)


@pytest.mark.parametrize(
    ("question", "rows"),
    [
        (
            "Cho xin số hồ sơ tiếp nhận theo từng lĩnh vực của huyện Kênh Đông 6 tháng đầu 2021",
            ["Đất đai: 3.114", "Hộ tịch: 1.905", "Xây dựng: 742"],
        ),
        ("ho so tre han cua tung linh vuc la bao nhieu", ["Đất đai: 47", "Hộ tịch: 0", "Xây dựng: 9"]),
        (
            "Số thôn của từng xã, thị trấn sau sắp xếp?",
            ["Xã Lộ Cát: 18", "Xã Bưng Riềng: 20", "Thị trấn Kênh Đông: 17"],
        ),
        ("Trước sắp xếp mỗi xã có bao nhiêu thôn?", ["Xã Lộ Cát: 21", "Xã Bưng Riềng: 22"]),
    ],
)
def test_every_row_is_told_with_its_value(question, rows):
    told = "\n".join(ask(question, asker=ASKER).lines)
    assert [row for row in rows if row not in told] == []


def test_the_total_is_no_row():
    assert "5.761" not in ask("Số hồ sơ tiếp nhận theo từng lĩnh vực?", asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Số hồ sơ tiếp nhận theo từng lĩnh vực năm 2020?",
        "Số hồ sơ trực tuyến theo từng lĩnh vực?",
        "Số hồ sơ tiếp nhận của từng xã?",
        "Số phòng của từng xã sau sắp xếp?",
    ],
)
def test_no_column_of_another_time_or_thing_is_told(question):
    answer = ask(question, asker=ASKER)
    assert not is_answered(answer) or len(answer.lines) == 0
