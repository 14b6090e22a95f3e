"""What is only proposed or planned is not told to whoever asks what was done."""

from datetime import date

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

TODAY = date(2024, 2, 1)
ASKER = of_texts(
    YEAR_HEAD
    + """1. Thể chế
Rà soát 212 thủ tục, kiến nghị bãi bỏ 9 thủ tục, đơn giản hóa 21 thủ tục.
Đã bãi bỏ 14 văn bản, đề nghị bãi bỏ 5 văn bản.
2. Công chức
Kế hoạch số 33/KH-UBND ngày 18/02/2023 về bồi dưỡng kỹ năng số cho công chức (38 lớp).
Mở 12 lớp, 640 lượt người.
3. Bộ máy
Dự kiến sáp nhập 6 xã, đã sáp nhập 4 xã. Toàn tỉnh có 120 xã.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Kiến nghị bãi bỏ bao nhiêu thủ tục?", "9 thủ tục"),
        ("Đã bãi bỏ bao nhiêu văn bản?", "14 văn bản"),
        ("Tỉnh đề nghị bãi bỏ bao nhiêu văn bản?", "5 văn bản"),
        ("Kế hoạch số 33/KH-UBND có bao nhiêu lớp?", "38 lớp"),
        ("Năm 2023 mở bao nhiêu lớp bồi dưỡng?", "12 lớp"),
        ("Đã sáp nhập mấy xã?", "4 xã"),
        ("Sáp nhập được mấy xã?", "4 xã"),
        ("Dự kiến sáp nhập mấy xã?", "6 xã"),
        ("Toàn tỉnh có mấy xã?", "120 xã"),
    ],
)
def test_what_was_done_and_what_is_proposed_are_told_apart(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Bãi bỏ được bao nhiêu thủ tục?",
        "Đã bãi bỏ bao nhiêu thủ tục?",
        "Bao nhiêu thủ tục đã được đơn giản hóa?",
    ],
)
def test_no_proposal_is_told_as_done(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


def test_a_plans_number_is_told_only_with_the_plan():
    answer = ask("Mở bao nhiêu lớp kỹ năng số?", asker=ASKER, today=TODAY)
    assert not answer.direct.startswith("38 lớp")
