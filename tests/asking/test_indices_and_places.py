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
2. Chỉ số PCI đạt 64,55 điểm, xếp thứ 39/63, giảm 2 bậc.
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
