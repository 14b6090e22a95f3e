"""Which class a body was put in, where a table tells it."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """UBND TỈNH BẾN ĐÁ
SỞ NỘI VỤ
Số: 318/BC-SNV
Bến Đá, ngày 20 tháng 12 năm 2022
BÁO CÁO
Công tác cải cách hành chính năm 2022
Chỉ số cải cách hành chính năm 2022 của các sở, huyện:
| TT | Cơ quan, địa phương | Điểm | Xếp loại |
|---|---|---|---|
| 1 | Sở Tư pháp | 92,10 | Tốt |
| 2 | Sở Y tế | 81,44 | Khá |
| 3 | Huyện Cù Lao | 88,25 | Tốt |
| 4 | Huyện Gò Mây | 74,03 | Trung bình |
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Huyện Gò Mây xếp loại gì năm 2022?", "xếp loại Trung bình – Huyện Gò Mây, năm 2022"),
        ("so y te xep loai gi", "xếp loại Khá – Sở Y tế"),
        ("Huyện Gò Mây năm 2022 xếp loại Khá phải không?", "Không: xếp loại Trung bình"),
        ("Huyện Gò Mây được xếp loại trung bình à?", "Đúng: xếp loại Trung bình"),
        ("Huyện nào xếp loại Tốt năm 2022?", "Huyện Cù Lao – xếp loại Tốt, năm 2022"),
        ("Những đơn vị nào xếp loại tốt?", "Sở Tư pháp, Huyện Cù Lao"),
        ("Which class was Huyện Cù Lao put in? xếp loại gì", "xếp loại Tốt"),
    ],
)
def test_the_class_is_told_as_the_table_has_it(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question", ["Huyện Gò Mây xếp loại gì năm 2021?", "Huyện Bàu Lát xếp loại gì?", "Huyện nào xếp loại Kém?"]
)
def test_no_other_year_or_body_answers(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_the_row_and_the_heads_of_its_columns_are_quoted():
    quoted = [quote.text for quote in ask("Sở Y tế xếp loại gì?", asker=ASKER).quotes]
    assert quoted == ["2 | Sở Y tế | 81,44 | Khá", "TT | Cơ quan, địa phương | Điểm | Xếp loại"]
