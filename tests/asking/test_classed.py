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
        ("Which class was Cu Lao district put in?", "xếp loại Tốt"),
        ("What grade was the Department of Health given in 2022?", "xếp loại Khá"),
        ("Was Go May district rated average in 2022?", "Đúng: xếp loại Trung bình"),
    ],
)
def test_the_class_is_told_as_the_table_has_it(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question", ["Huyện Gò Mây xếp loại gì năm 2021?", "Huyện Bàu Lát xếp loại gì?", "Huyện nào xếp loại Kém?"]
)
def test_no_other_year_or_body_answers(question):
    assert not is_answered(ask(question, asker=ASKER))


OTHER_PROVINCE = """UBND TỈNH HÀ THƯỢNG
SỞ NỘI VỤ
Số: 77/BC-SNV
Hà Thượng, ngày 22 tháng 12 năm 2022
BÁO CÁO
Công tác cải cách hành chính năm 2022
Chỉ số cải cách hành chính năm 2022 của các sở:
| TT | Cơ quan, địa phương | Điểm | Xếp loại |
|---|---|---|---|
| 1 | Sở Y tế | 90,02 | Tốt |
"""
FIRST_PROVINCE = """UBND TỈNH BẾN ĐÁ
SỞ NỘI VỤ
Số: 318/BC-SNV
Bến Đá, ngày 20 tháng 12 năm 2022
BÁO CÁO
Công tác cải cách hành chính năm 2022
Chỉ số cải cách hành chính năm 2022 của các sở:
| TT | Cơ quan, địa phương | Điểm | Xếp loại |
|---|---|---|---|
| 1 | Sở Y tế | 81,44 | Khá |
"""


@pytest.mark.parametrize("question", ["Sở Y tế xếp loại gì?", "Sở nào xếp loại Tốt?"])
def test_where_two_provinces_may_be_meant_neither_is_told(question):
    assert not is_answered(ask(question, asker=of_texts(FIRST_PROVINCE, OTHER_PROVINCE)))


def test_the_province_that_is_named_tells_which_is_meant():
    asker = of_texts(FIRST_PROVINCE, OTHER_PROVINCE)
    assert "xếp loại Khá" in ask("Sở Y tế tỉnh Bến Đá xếp loại gì?", asker=asker).direct


def test_a_class_for_another_thing_is_not_told():
    assert not is_answered(ask("Huyện Gò Mây xếp loại chuyển đổi số gì năm 2022?", asker=ASKER))
    assert not is_answered(ask("Huyện Gò Mây xếp loại gì về chuyển đổi số năm 2022?", asker=ASKER))


def test_the_row_and_the_heads_of_its_columns_are_quoted():
    quoted = [quote.text for quote in ask("Sở Y tế xếp loại gì?", asker=ASKER).quotes]
    assert quoted == ["2 | Sở Y tế | 81,44 | Khá", "TT | Cơ quan, địa phương | Điểm | Xếp loại"]
