"""A row is done where its state says so of all of it."""

import pytest

from knowledge.grammar.folding import fold
from knowledge.grammar.row_states import is_done


@pytest.mark.parametrize(
    "state",
    [
        "Hoàn thành",
        "Đã hoàn thành 15/8",
        "Xong",
        "Đã trả lời",
        "Hoàn thành 8/8 xã",
        "Đã xong ngày 05/6/2023",
        "Hoàn thành 5/8",
        "Xong ngày 5/8 theo kế hoạch",
    ],
)
def test_a_row_is_done(state):
    assert is_done(fold(state))


@pytest.mark.parametrize(
    "state",
    [
        "Chưa hoàn thành",
        "Đang thực hiện, xong 14/32 nhiệm vụ",
        "Mới xong 5/14 xã",
        "Hoàn thành 05/08 sở",
        "Đang lấy ý kiến",
    ],
)
def test_a_row_of_which_a_part_is_done_is_not(state):
    assert not is_done(fold(state))
