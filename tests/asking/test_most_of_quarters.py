"""Which quarter and which body was most, where departments report on themselves and one table ranks by two indices."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, news, of_texts

_QUARTERS = """Số hồ sơ tiếp nhận theo quý năm 2020:

| Quý | Tiếp nhận | Trễ hạn |
|---|---|---|
| I | 10.200 | 120 |
| II | 11.450 | 98 |
| III | 12.010 | 143 |
| IV | 9.870 | 61 |
| Cả năm | 43.530 | 422 |"""
_TWO = """Xếp hạng chỉ số DDCI và chỉ số CCHC năm 2019:

| STT | Đơn vị | Điểm DDCI | Hạng DDCI | Điểm CCHC | Hạng CCHC |
|---|---|---|---|---|---|
| 1 | Sở Công Thương | 71,20 | 2 | 88,10 | 1 |
| 2 | Sở Tư pháp | 69,15 | 3 | 85,45 | 3 |
| 3 | Sở Ngoại vụ | 74,00 | 1 | 79,90 | 4 |
| 4 | Sở Du lịch | 60,33 | 4 | 86,00 | 2 |"""
ASKER = of_texts(
    news("20/BC-UBND", "15/12/2020", "năm 2020", _QUARTERS, office="UBND tỉnh Hưng Hòa"),
    news("9/BC-SXD", "20/9/2020", "quý III năm 2020", "Sở tiếp nhận 1.281 hồ sơ.", office="Sở Xây dựng tỉnh Hưng Hòa"),
    news("15/BC-SNV", "2/2/2020", "năm 2019", _TWO, office="Sở Nội vụ tỉnh Hưng Hòa"),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý nào năm 2020 tiếp nhận nhiều hồ sơ nhất?", "Quý III/2020: 12.010"),
        ("năm 2020 quý nào tiếp nhận ít nhất", "Quý IV/2020: 9.870"),
        ("quy nao tre han nhieu nhat nam 2020", "Quý III/2020: 143"),
    ],
)
def test_the_quarter_is_one_of_the_whole_province(question, said):
    assert ask(question, asker=ASKER).direct.startswith(said)


def test_a_run_passes_over_what_a_department_counts_for_itself():
    answer = ask("Hồ sơ tiếp nhận qua các quý năm 2020 thay đổi thế nào?", asker=ASKER)
    assert [point.written for point in answer.points] == ["10.200 hồ sơ", "11.450 hồ sơ", "12.010 hồ sơ", "9.870 hồ sơ"]


def test_of_a_year_without_all_its_quarters_none_is_most():
    assert not is_answered(ask("Quý nào năm 2021 tiếp nhận nhiều hồ sơ nhất?", asker=ASKER))


def test_where_two_indices_rank_it_is_asked_by_which():
    answer = ask("Đơn vị nào đứng đầu năm 2019?", asker=ASKER)
    assert answer.outcome is Outcome.CLARIFY
    assert {ask(c.question, asker=ASKER).direct.split(":")[0] for c in answer.choices} == {
        "Sở Công Thương",
        "Sở Ngoại vụ",
    }


def test_the_half_year_behind_a_superlative_is_a_period():
    table = _QUARTERS.replace("theo quý năm 2020", "của các xã 6 tháng năm 2020").replace("Quý |", "Xã |")
    table = (
        table.replace("| I |", "| Xã Tân An |")
        .replace("| II |", "| Xã Tân Bình |")
        .replace("| III |", "| Xã Tân Hội |")
    )
    asker = of_texts(
        news(
            "8/BC-UBND",
            "15/6/2020",
            "6 tháng đầu năm 2020",
            table.replace("| IV |", "| Xã Tân Lập |"),
            office="UBND huyện Cái Nước",
        )
    )
    assert ask("xã nào trễ nhiều nhất 6 tháng 2020", asker=asker).direct.startswith("Xã Tân Hội: 143")


def test_a_row_under_quarters_is_of_its_quarter_with_the_year_beside_it():
    table = _QUARTERS.replace("| I |", "| I/2020 |").replace("| II |", "| II/2020 |")
    table = table.replace("| III |", "| III/2020 |").replace("| IV |", "| IV - 2020 |")
    asker = of_texts(news("20/BC-UBND", "15/12/2020", "năm 2020", table, office="UBND tỉnh Hưng Hòa"))
    assert ask("Quý II/2020 tiếp nhận bao nhiêu hồ sơ?", asker=asker).direct.startswith("11.450")
    assert ask("Quý IV/2020 trễ hạn bao nhiêu hồ sơ?", asker=asker).direct.startswith("61")
