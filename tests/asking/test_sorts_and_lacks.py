"""People of all sorts are summed, what is lacking is told by its name, and one clause of a sentence tells nothing of another's thing."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts


def _of_district(number: str, day: str, title: str, body: str) -> str:
    return f"""ỦY BAN NHÂN DÂN
HUYỆN MƯỜNG SA
Số: {number}/BC-UBND
Mường Sa, ngày {day}
BÁO CÁO
Công tác cải cách hành chính {title}

{body}
"""


HALF = _of_district(
    "52",
    "20 tháng 6 năm 2022",
    "6 tháng đầu năm 2022",
    """1. Bộ phận Một cửa huyện tiếp nhận mới 5.287 hồ sơ, tăng 675 hồ sơ (14,64%) so với cùng kỳ năm 2021 (4.612 hồ sơ), trong đó nộp trực tuyến 1.736 hồ sơ, chiếm 32,84%, vượt mục tiêu 30% của năm 2022.
2. Số hồ sơ thanh toán trực tuyến là 1.923 hồ sơ, chiếm 47,42% (quý I 843 hồ sơ, chiếm 42,54%; quý II 1.080 hồ sơ, chiếm 51,77%).
3. Trụ sở mới của Bộ phận Một cửa huyện được đưa vào sử dụng từ ngày 15/4/2022, tổng mức đầu tư 4,2 tỷ đồng; đã số hóa 1.876/3.400 kết quả còn hiệu lực; 13/15 xã có máy quét tài liệu.
4. Đào tạo 46 cán bộ, 118 công chức và 210 viên chức. Đã xử lý kỷ luật 03 công chức. Chi tiết kiệm 1.240 triệu đồng.
5. Công bố 176 TTHC; toàn huyện hiện có 291 TTHC.
6. Chỉ số cải cách hành chính năm 2021 của huyện đạt 83,61 điểm, xếp thứ 4/8 huyện. Chỉ số cải cách hành chính năm 2020 của huyện đạt 79,35 điểm, xếp thứ 6/8 huyện.
7. Hạn chế: số hóa chậm; 02 xã Pá Lụ và Nậm Khao chưa có máy quét.""",
)
YEAR = _of_district(
    "150",
    "15 tháng 12 năm 2021",
    "năm 2021",
    """1. Bộ phận Một cửa huyện tiếp nhận mới 9.746 hồ sơ (6 tháng đầu năm 4.612 hồ sơ, 6 tháng cuối năm 5.134 hồ sơ), trong đó có 1.268 hồ sơ nộp trực tuyến, chiếm 13,01%.""",
)
ASKER = of_texts(HALF, YEAR)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("đào tạo bao nhiêu người", "374 người (tính: 46 cán bộ + 118 công chức + 210 viên chức)"),
        ("đào tạo bao nhiêu viên chức", "210 viên chức"),
        ("kỷ luật mấy người", "03 công chức"),
        ("tiết kiệm bao nhiêu tiền", "1.240 triệu đồng"),
        ("năm 2021 huyện Mường Sa tiếp nhận bao nhiêu hồ sơ", "9.746 hồ sơ"),
        ("6 tháng đầu năm 2021 huyện Mường Sa tiếp nhận bao nhiêu hồ sơ", "4.612 hồ sơ"),
        ("năm 2021 huyện tiếp nhận trực tuyến bao nhiêu hồ sơ", "1.268 hồ sơ"),
        ("tỷ lệ thanh toán trực tuyến 6 tháng đầu năm 2022", "47,42%"),
        ("trụ sở mới của Bộ phận Một cửa huyện tổng mức đầu tư bao nhiêu", "4,2 tỷ đồng"),
        ("trụ sở mới của Bộ phận Một cửa huyện đưa vào sử dụng chưa", "15/4/2022"),
        ("xã nào chưa có máy quét", "Pá Lụ và Nậm Khao"),
        ("bao nhiêu xã chưa có máy quét", "02 xã"),
        ("bao nhiêu xã có máy quét", "13/15 xã"),
        ("tổng số thủ tục hành chính của huyện là bao nhiêu", "291 TTHC"),
        ("chỉ số CCHC năm 2021 của huyện Mường Sa có tăng hạng so với năm 2020 không", "Tăng 2 bậc"),
    ],
)
def test_just_what_is_asked_is_told(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=date(2022, 7, 10))
    assert is_answered(answer)
    assert told in answer.direct
    if not told.endswith("2022"):
        assert "13/15" not in answer.direct or told.startswith("13/15")


def test_the_seat_is_not_told_by_what_was_digitised() -> None:
    answer = ask("trụ sở mới của Bộ phận Một cửa huyện đưa vào sử dụng chưa", asker=ASKER, today=date(2022, 7, 10))
    assert not answer.direct.startswith("Chưa")
