"""What is not done yet is what was not begun and what is under way together."""

from datetime import date

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, of_texts

HEAD = (
    YEAR_HEAD
    + """1. Chỉ đạo
"""
)
LESS = "9 nhiệm vụ (tính: 48 − 39)"
TOLD = {
    "Đã hoàn thành 39 nhiệm vụ, đang thực hiện 6 nhiệm vụ, chưa triển khai 3 nhiệm vụ.": (
        "9 nhiệm vụ (tính: đang thực hiện 6 + chưa triển khai 3)"
    ),
    "Năm 2023 có 48 nhiệm vụ; đã hoàn thành 39 nhiệm vụ, đang thực hiện 6 nhiệm vụ, chưa thực hiện 3 nhiệm vụ.": LESS,
    "Tổng số 48 nhiệm vụ, trong đó hoàn thành 39, đang thực hiện 6, chưa thực hiện 3.": LESS,
    "Kế hoạch năm 2023: đã hoàn thành 39/48 nhiệm vụ (81,25%).": LESS,
    "Tổng số: 48 nhiệm vụ. Đã hoàn thành 39 nhiệm vụ (81,25%); đang thực hiện 4 (8,33%); chưa thực hiện 3 (6,25%); quá hạn 2 (4,17%).": LESS,
    "Đã hoàn thành 39/48 nhiệm vụ, còn 9 nhiệm vụ chưa hoàn thành, trong đó 3 nhiệm vụ chưa triển khai.": "9 nhiệm vụ –",
    "Năm 2023 có 48 nhiệm vụ; đã hoàn thành 45 nhiệm vụ, chưa thực hiện 3 nhiệm vụ.": "3 nhiệm vụ –",
}


@pytest.mark.parametrize("sentence", TOLD)
@pytest.mark.parametrize(
    "question", ["Còn bao nhiêu nhiệm vụ chưa xong?", "Năm 2023 còn mấy nhiệm vụ chưa hoàn thành?"]
)
def test_all_that_is_not_done_is_told(sentence, question):
    answer = ask(question, asker=of_texts(HEAD + sentence), today=date(2024, 2, 1))
    assert answer.direct.startswith(TOLD[sentence])


def test_what_was_not_begun_is_told_where_just_that_is_asked_for():
    asker = of_texts(HEAD + next(iter(TOLD)))
    answer = ask("Bao nhiêu nhiệm vụ chưa triển khai?", asker=asker, today=date(2024, 2, 1))
    assert answer.direct.startswith("3 nhiệm vụ")


def test_no_sum_is_told_where_some_are_counted_in_a_state_that_may_be_of_neither():
    sentence = "Đã hoàn thành 39 nhiệm vụ, đang thực hiện 4 nhiệm vụ, chưa thực hiện 3 nhiệm vụ, quá hạn 2 nhiệm vụ."
    answer = ask("Còn bao nhiêu nhiệm vụ chưa xong?", asker=of_texts(HEAD + sentence), today=date(2024, 2, 1))
    assert not answer.direct.startswith(("3 ", "7 "))


def test_nothing_is_worked_out_of_numbers_that_do_not_fit_each_other():
    sentence = (
        "Năm 2023 có 48 nhiệm vụ; đã hoàn thành 45 nhiệm vụ, đang thực hiện 6 nhiệm vụ, chưa thực hiện 3 nhiệm vụ."
    )
    answer = ask("Còn bao nhiêu nhiệm vụ chưa xong?", asker=of_texts(HEAD + sentence), today=date(2024, 2, 1))
    assert "3 nhiệm vụ" not in answer.direct
