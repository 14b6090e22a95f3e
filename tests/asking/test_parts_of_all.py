"""What one field, a part of all or another time has is never told as all, and a title tells no figure's stage."""

from datetime import date

import pytest

from knowledge.answers import AssumedDay, Outcome
from tests.asking.libraries import ask, is_answered, of_texts

HEAD = """ỦY BAN NHÂN DÂN TỈNH VÂN TRÌ
Số: {number}/BC-UBND
Vân Trì, ngày {day}
BÁO CÁO
Kết quả công tác cải cách hành chính {period}
"""
YEAR = (
    HEAD.format(number=390, day="18 tháng 12 năm 2020", period="năm 2020")
    + """I. KẾT QUẢ
1. Năm 2020 toàn tỉnh tiếp nhận 210.400 hồ sơ. Số đang giải quyết chuyển sang năm 2021 là 2.050 hồ sơ.
| Cấp | Tiếp nhận | Quá hạn |
|---|---|---|
| Cấp tỉnh | 60.100 | 310 |
| Cấp huyện | 150.300 | 905 |
| Cộng | 210.400 | 1.215 |
2. Lĩnh vực hộ tịch có mức hài lòng thấp nhất, 71,30%.
3. Kế hoạch số 14/KH-SXD ngày 11/01/2021 của Sở Xây dựng về cải cách hành chính năm 2021.
4. Kế hoạch số 21/KH-UBND ngày 25/01/2021 của UBND tỉnh về cải cách hành chính năm 2021.
"""
)
HALF = (
    HEAD.format(number=171, day="20 tháng 6 năm 2021", period="6 tháng đầu năm 2021")
    + """I. KẾT QUẢ
1. Tiếp nhận, giải quyết hồ sơ: tổng số hồ sơ tiếp nhận của ba cấp là 104.300 hồ sơ, tăng 1.200 hồ sơ so với 6 tháng đầu năm 2020 (103.100 hồ sơ).
2. Kết quả: đã giải quyết 101.800 hồ sơ; trước hạn và đúng hạn 101.000 hồ sơ; quá hạn 800 hồ sơ.
3. Riêng quý II/2021 mới tiếp nhận 55.000 hồ sơ, tăng 5.700 hồ sơ so với số mới tiếp nhận của quý I/2021 (49.300 hồ sơ).
II. HẠN CHẾ
Hồ sơ đất đai quá hạn còn 512 hồ sơ, chiếm 64,00% tổng số hồ sơ quá hạn.
"""
)
QUARTER = (
    HEAD.format(number=88, day="20 tháng 3 năm 2021", period="quý I năm 2021")
    + """I. KẾT QUẢ
Toàn tỉnh tiếp nhận 51.350 hồ sơ (kỳ trước chuyển sang 2.050 hồ sơ, mới tiếp nhận 49.300 hồ sơ).
"""
)
FIRST = (
    HEAD.format(number=150, day="19 tháng 6 năm 2020", period="6 tháng đầu năm 2020")
    + """I. KẾT QUẢ
1. Tình hình tiếp nhận, giải quyết hồ sơ tại Bộ phận Một cửa ba cấp:
a) Tổng số hồ sơ tiếp nhận: 103.100 hồ sơ.
b) Theo hình thức nộp: trực tiếp 90.000 hồ sơ, trực tuyến 13.100 hồ sơ.
"""
)
ASKER = of_texts(YEAR, HALF, FIRST, QUARTER)
TODAY = date(2021, 7, 1)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("năm 2020 tỉnh tiếp nhận bao nhiêu hồ sơ", "210.400 hồ sơ"),
        ("6 tháng đầu năm 2021 ba cấp đã giải quyết mấy hồ sơ", "101.800 hồ sơ"),
        ("6 tháng đầu năm 2021 tiếp nhận bao nhiêu hồ sơ", "104.300 hồ sơ"),
        ("nửa đầu năm 2021 có bao nhiêu hồ sơ đã giải quyết mà bị quá hạn", "800 hồ sơ"),
        ("6 tháng đầu năm 2021 quá hạn bao nhiêu hồ sơ", "800 hồ sơ"),
        ("quý I/2021 tỉnh tiếp nhận bao nhiêu hồ sơ", "51.350 hồ sơ"),
        ("hồ sơ đất đai quá hạn bao nhiêu", "512 hồ sơ"),
        ("lĩnh vực hộ tịch hài lòng bao nhiêu phần trăm", "71,30%"),
        ("kế hoạch cải cách hành chính năm 2021 của tỉnh ban hành ngày nào", "Ngày 25/01/2021"),
        ("kế hoạch cải cách hành chính năm 2021 của Sở Xây dựng ban hành ngày nào", "Ngày 11/01/2021"),
    ],
)
def test_all_is_told_of_all_and_a_part_of_itself(question, begins):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert answer.direct.startswith(begins), answer.direct


@pytest.mark.parametrize(
    "question",
    [
        "năm 2021 tỉnh tiếp nhận bao nhiêu hồ sơ",
        "mức độ hài lòng của người dân toàn tỉnh năm 2020 bao nhiêu phần trăm",
        "quý I/2021 tiếp nhận hồ sơ so cùng kỳ thế nào",
    ],
)
def test_nothing_is_told_of_a_part_or_another_time(question):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert not is_answered(answer), answer.direct


def test_half_of_two_years_is_asked_back_though_one_was_counted_at_the_desks():
    answer = ask("6 tháng đầu năm tỉnh tiếp nhận bao nhiêu hồ sơ", asker=ASKER, today=AssumedDay(2026, 11, 25))
    assert answer.outcome is Outcome.CLARIFY
    assert all(any(year in one.label for one in answer.choices) for year in ("2020", "2021"))
