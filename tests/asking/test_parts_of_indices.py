"""An index and its parts, told in one sentence, and an aim beside what was reached: each is told of its own."""

from datetime import date

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

TODAY = date(2024, 2, 1)
ASKER = of_texts(
    YEAR_HEAD
    + """1. Cải cách thủ tục hành chính
Chỉ số SIPAS năm 2022 đạt 84,51%, xếp thứ 12/63; trong đó tiếp cận dịch vụ 85,10%, thủ tục hành chính 86,02%, công chức 87,00%.
Hồ sơ nộp trực tuyến đạt 61,30% (mục tiêu năm 60%); quý III đạt 58,20%.
Thanh toán trực tuyến đạt 41,30%, mục tiêu 40%, quý III 38,20%.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("SIPAS 2022 bao nhiêu?", "84,51%"),
        ("SIPAS thủ tục hành chính bao nhiêu?", "86,02%"),
        ("SIPAS về công chức đạt bao nhiêu %?", "87,00%"),
        ("Mục tiêu hồ sơ trực tuyến là bao nhiêu?", "60% – năm 2023"),
        ("Mục tiêu thanh toán trực tuyến là bao nhiêu?", "40% – năm 2023"),
        ("Quý III hồ sơ trực tuyến đạt bao nhiêu %?", "58,20%"),
        ("Quý III thanh toán trực tuyến đạt bao nhiêu %?", "38,20%"),
    ],
)
def test_just_that_is_told(question, said):
    assert ask(question, asker=ASKER, today=TODAY).direct.startswith(said)


@pytest.mark.parametrize(
    "question", ["SIPAS kết quả dịch vụ bao nhiêu?", "Quý III mục tiêu hồ sơ trực tuyến bao nhiêu?"]
)
def test_no_other_part_or_time_is_told(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))
