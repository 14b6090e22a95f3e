"""Dossiers that went on into the next period, which the report of the period before tells."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "12/BC-UBND",
        "14/3/2021",
        "quý I năm 2021",
        "Tiếp nhận 2.318 hồ sơ; năm 2020 chuyển sang 74 hồ sơ. Còn 174 hồ sơ chuyển sang quý II.",
        office="UBND huyện Yên Hòa",
    ),
    news(
        "90/BC-UBND",
        "14/12/2021",
        "năm 2021",
        "Năm 2021 tiếp nhận 11.462 hồ sơ; năm 2020 chuyển sang 74 hồ sơ.",
        "Chuyển sang năm 2022: 189 hồ sơ.",
        office="UBND huyện Yên Hòa",
    ),
)
DAY = date(2022, 1, 10)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Còn bao nhiêu hồ sơ chuyển sang năm 2022?", "189 hồ sơ"),
        ("Năm 2021 huyện Yên Hòa còn mấy hồ sơ chuyển sang năm 2022?", "189 hồ sơ"),
        ("het quy 1/2021 con bao nhieu ho so chuyen sang quy 2", "174 hồ sơ"),
        ("Hết quý I/2021 còn mấy hồ sơ phải chuyển sang kỳ sau?", "174 hồ sơ"),
        ("số hồ sơ huyện Yên Hòa chuyển từ năm 2021 sang năm 2022", "189 hồ sơ"),
        ("Huyện Yên Hòa chuyển mấy hồ sơ từ quý I/2021 sang quý II/2021?", "174 hồ sơ"),
        ("ho so nam 2020 chuyen sang nam 2021 la bao nhieu", "74 hồ sơ kỳ trước chuyển sang"),
    ],
)
def test_they_are_told_of_the_period_before(question, said):
    answer = ask(question, asker=ASKER, today=DAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    "question", ["Còn bao nhiêu hồ sơ chuyển sang năm 2024?", "Năm 2022 còn bao nhiêu hồ sơ chuyển sang năm 2023?"]
)
def test_of_another_year_none_are_told(question):
    assert not is_answered(ask(question, asker=ASKER, today=DAY))


ALL_TO_SETTLE = of_texts(
    news(
        "31/BC-UBND",
        "14/6/2021",
        "quý II năm 2021",
        "Tổng số hồ sơ phải giải quyết là 3.174 hồ sơ, trong đó kỳ trước chuyển sang 174 hồ sơ, tiếp nhận mới 3.000 hồ sơ.",
        office="UBND huyện Yên Hòa",
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "Tính cả phần tồn từ kỳ trước thì quý II/2021 huyện Yên Hòa phải xử lý tất cả bao nhiêu hồ sơ?",
        "quý II/2021 huyện Yên Hòa phải giải quyết bao nhiêu hồ sơ, tính cả kỳ trước chuyển sang?",
        "quy 2/2021 huyen Yen Hoa can xu ly may ho so, gom ca ho so ton",
    ],
)
def test_all_that_there_was_to_settle_has_those_carried_on(question):
    assert ask(question, asker=ALL_TO_SETTLE, today=DAY).direct.startswith("3.174 hồ sơ")


def test_what_came_in_has_not():
    answer = ask("Quý II/2021 huyện Yên Hòa tiếp nhận mới bao nhiêu hồ sơ?", asker=ALL_TO_SETTLE, today=DAY)
    assert answer.direct.startswith("3.000 hồ sơ")
