"""Points, places and steps are of the index, area and year that the question names."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """ỦY BAN NHÂN DÂN
TỈNH LÂM BÌNH
Số: 30/BC-UBND
Lâm Bình, ngày 20 tháng 5 năm 2023
BÁO CÁO
Kết quả Chỉ số cải cách hành chính năm 2022 và giải pháp nâng cao năm 2023
I. KẾT QUẢ CÁC CHỈ SỐ NĂM 2022
1. Chỉ số PAR INDEX: tỉnh đạt 84,25 điểm, xếp thứ 31/63 tỉnh, thành phố, tăng 5 bậc so với năm 2021 (82,10 điểm, xếp thứ 36).\
 Trong 8 lĩnh vực, cải cách thể chế đạt 8,12/9,5 điểm (xếp thứ 20); tài chính công đạt 9,01/11 điểm (xếp thứ 45, giảm 9 bậc).
2. Chỉ số SIPAS đạt 80,14%, xếp thứ 28/63. Chỉ số PCI đạt 64,55 điểm, xếp thứ 39/63, giảm 2 bậc.
3. Chỉ số DDCI: Khối sở, ngành: Sở Tư pháp dẫn đầu với 82,5 điểm. Khối huyện: huyện Mường Sa dẫn đầu với 79,9 điểm.
Kết quả xếp hạng CCHC năm 2022 của các huyện: huyện Nậm Lạ xếp thứ nhất (88,4 điểm), huyện Mường Sa xếp thứ hai (87,1 điểm).
II. MỤC TIÊU NĂM 2023
Phấn đấu PAR INDEX vào nhóm 25 tỉnh dẫn đầu, SIPAS đạt trên 85%, PAPI đạt từ 43 điểm trở lên.
"""
)


def asked(question):
    return ask(question, asker=ASKER, today=date(2023, 7, 1))


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Cải cách thể chế xếp thứ mấy?", "hạng 20 – năm 2022"),
        ("Cải cách thể chế bao nhiêu điểm?", "8,12/9,5 điểm – năm 2022"),
        ("Tài chính công giảm mấy bậc?", "9 bậc – năm 2022"),
        ("Mục tiêu SIPAS năm 2023?", "85%"),
        ("Chỉ số hài lòng năm 2022", "80,14%"),
        ("Huyện nào dẫn đầu DDCI?", "huyện Mường Sa dẫn đầu"),
        ("Huyện nào dẫn đầu CCHC?", "huyện Nậm Lạ xếp thứ nhất"),
    ],
)
def test_what_is_of_the_index_or_area_is_told(question, said):
    assert asked(question).direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Cải cách thể chế giảm mấy bậc?",
        "Mục tiêu PAR INDEX năm 2023?",
        "PII xếp thứ mấy?",
        "Huyện Mường Sa xếp thứ mấy cải cách hành chính?",
        "Sở nào dẫn đầu CCHC?",
    ],
)
def test_nothing_of_another_index_or_area_is_told(question):
    assert not is_answered(asked(question))


IN_PLACES = of_texts(
    """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 9/BC-SNV
Lâm Bình, ngày 05 tháng 5 năm 2025
BÁO CÁO
Đánh giá kết quả Chỉ số PAR INDEX, SIPAS, PAPI năm 2024
1. PAR INDEX 2024 của tỉnh đạt 88,93%, xếp hạng 22/63, tăng 6 hạng so với năm 2023 (hạng 28), thuộc nhóm B. Có 05 chỉ số thành phần tăng hạng.
Chỉ số thành phần tăng hạng: Cải cách thể chế hạng 15 (tăng 10 hạng), Cải cách chế độ công vụ hạng 19 (tăng 3 hạng).
2. PAPI 2024 đạt 43,11 điểm.
3. Sở Tài chính 94,1 điểm (hạng 1), Sở Công Thương 92,8 điểm (hạng 2).
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Cải cách thể chế hạng mấy?", "hạng 15"),
        ("Sở Tài chính hạng mấy?", "hạng 1 "),
        ("Sở Công Thương bao nhiêu điểm?", "92,8 điểm"),
        ("PAR INDEX tăng mấy hạng?", "6 hạng"),
    ],
)
def test_a_place_in_brackets_is_of_the_points_before_it(question, said):
    assert ask(question, asker=IN_PLACES, today=date(2025, 6, 1)).direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Cải cách thủ tục hành chính hạng mấy?",
        "Bao nhiêu chỉ số thành phần giảm hạng?",
        "PAPI hạng mấy?",
        "PAR INDEX 2024 thuộc nhóm nào?",
        "Cải cách chế độ công vụ giảm mấy hạng?",
    ],
)
def test_no_place_of_something_else_is_told(question):
    answer = ask(question, asker=IN_PLACES, today=date(2025, 6, 1))
    assert not is_answered(answer) or answer.direct.startswith("Không giảm, tăng")
