"""A plan that a question does not tell apart from those of other bodies or years is asked back."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, news, of_texts

PROVINCES = news("9/BC-UBND", "15/9/2021", "quý III năm 2021", "UBND tỉnh ban hành Kế hoạch phòng chống thiên tai 06 tháng cuối năm 2021 (kèm theo Quyết định số 214/QĐ-UBND ngày 14/7/2021).", office="UBND tỉnh Hưng Hòa")  # fmt: skip
COMMUNES = news("7/BC-UBND", "14/9/2021", "quý III năm 2021", "UBND xã ban hành Kế hoạch số 15/KH-UBND ngày 18/7/2021 về phòng chống thiên tai 06 tháng cuối năm 2021 của xã.", office="UBND xã Đồng Ngói")  # fmt: skip
REGISTER = """SỔ THEO DÕI VĂN BẢN NĂM 2021
(Kèm theo Công văn số 88/SNV-CCHC ngày 01/10/2021 của Sở Nội vụ tỉnh Hưng Hòa)
| STT | Số hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái | Ghi chú |
|---|---|---|---|---|---|---|---|
| 1 | 3712/QĐ-UBND | 21/12/2020 | Ban hành Kế hoạch cải cách hành chính tỉnh Hưng Hòa năm 2021 | Sở Nội vụ | 31/12/2021 | Đang thực hiện | |
"""
YEAR_BEFORE = news("8/BC-SNV", "15/12/2020", "năm 2020", "Sở thực hiện Quyết định số 3480/QĐ-UBND ngày 19/12/2019 của UBND tỉnh ban hành Kế hoạch cải cách hành chính tỉnh Hưng Hòa năm 2020.", "Sở ban hành Kế hoạch số 25/KH-SNV ngày 22/12/2019 về cải cách hành chính của Sở năm 2020.", office="Sở Nội vụ tỉnh Hưng Hòa")  # fmt: skip


def choices(question: str, *texts: str) -> str:
    answer = ask(question, asker=of_texts(*texts))
    return " ".join(c.label for c in answer.choices) if answer.outcome is Outcome.CLARIFY else answer.direct


@pytest.mark.parametrize("number", ["214/QĐ-UBND", "15/KH-UBND"])
def test_a_plan_that_a_decision_issues_and_one_of_a_commune_are_about_the_same(number):
    asked = "Kế hoạch phòng chống thiên tai 06 tháng cuối năm 2021 số bao nhiêu?"
    assert number in choices(asked, PROVINCES, COMMUNES)


@pytest.mark.parametrize("number", ["3712/QĐ-UBND", "3480/QĐ-UBND"])
def test_a_decision_is_asked_for_of_two_years_of_which_one_stands_in_a_register(number):
    asked = "Kế hoạch cải cách hành chính tỉnh Hưng Hòa ban hành theo quyết định nào?"
    assert number in choices(asked, YEAR_BEFORE, REGISTER)


def test_a_year_before_what_is_asked_for_is_no_number():
    asked = "Kế hoạch phòng chống thiên tai năm 2021 là kế hoạch số mấy?"
    assert "15/KH-UBND" in choices(asked, COMMUNES)
