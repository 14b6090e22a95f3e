"""How many posts a body was given, and how many of them are filled, in whatever words both are told."""

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD + "1. Cán bộ\n"
    "Năm 2023 biên chế cấp xã được giao 1.940 người, có mặt 1.802 người; riêng xã Bãi Lau được giao 36 người, mới có 27 người.\n"
    "Đến nay mới có 14 xã hoàn thành đề án vị trí việc làm.\n"
)


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("Xã Bãi Lau được giao mấy biên chế, thực tế mới có mấy người?", ("36", "27")),
        ("Xã Bãi Lau có mặt mấy người?", ("27",)),
        ("Đến nay mới có bao nhiêu xã hoàn thành đề án vị trí việc làm?", ("14",)),
    ],
)
def test_each_is_told_as_it_is(question, numbers):
    told = ask(question, asker=ASKER).direct
    assert [one for one in ("36", "27", "14", "1.802") if one in told] == list(numbers)


def test_of_another_place_nothing_is_told():
    assert not is_answered(ask("Xã Bãi Dừa được giao mấy biên chế, thực tế mới có mấy người?", asker=ASKER))
