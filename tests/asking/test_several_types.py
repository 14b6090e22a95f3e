"""Documents of several types in one list, and those of a level and not of the levels below it."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "33/BC-UBND",
        "14/3/2021",
        "quý I năm 2021",
        "UBND huyện ban hành Kế hoạch số 14/KH-UBND ngày 10/01/2021 về cải cách hành chính năm 2021.",
        "UBND huyện ban hành Quyết định số 57/QĐ-UBND ngày 22/01/2021 ban hành Chương trình công tác năm 2021.",
        "UBND huyện ban hành Công văn số 90/UBND-NV ngày 02/02/2021 về chấn chỉnh kỷ cương.",
        "UBND xã Tân Hội ban hành Kế hoạch số 09/KH-UBND ngày 15/01/2021 về cải cách hành chính năm 2021 của xã.",
        office="UBND huyện Yên Hòa",
    )
)
DAY = date(2021, 4, 1)


@pytest.mark.parametrize(
    "question",
    [
        "Quý I/2021 huyện ban hành những kế hoạch, quyết định nào?",
        "Liệt kê các kế hoạch và quyết định của huyện quý 1/2021",
        "quy 1/2021 huyen ban hanh nhung quyet dinh va ke hoach nao",
    ],
)
def test_all_of_both_types_are_listed(question):
    answer = ask(question, asker=ASKER, today=DAY)
    assert is_answered(answer)
    told = " ".join(answer.lines)
    assert "14/KH-UBND" in told
    assert "57/QĐ-UBND" in told
    assert "90/UBND-NV" not in told
    assert "09/KH-UBND" not in told


def test_of_one_type_all_are_listed():
    told = " ".join(ask("Quý I/2021 ban hành những kế hoạch nào?", asker=ASKER, today=DAY).lines)
    assert "14/KH-UBND" in told
    assert "09/KH-UBND" in told
