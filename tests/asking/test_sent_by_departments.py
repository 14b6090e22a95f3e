"""Those whom departments sent to a desk are none of its own, and "sở" that sends them is no one department."""

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD + "1. Nhân sự\nTrung tâm Phục vụ hành chính công tỉnh có 21 người làm việc trong biên chế và 33 công chức do các sở cử đến.\n",
    YEAR_HEAD.replace("55/BC-UBND", "17/BC-SNV").replace("ỦY BAN NHÂN DÂN\nTỈNH LÂM BÌNH", "UBND TỈNH LÂM BÌNH\nSỞ NỘI VỤ")
    + "1. Nhân sự\nBiên chế được giao năm 2023 là 90, có mặt 84 người.\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trung tâm Phục vụ hành chính công tỉnh có bao nhiêu người sở cử sang?", ("33",)),
        ("tt pvhcc tỉnh có bn người biên chế, bn người sở cử sang", ("21", "33")),
        ("Trung tâm Phục vụ hành chính công tỉnh có bao nhiêu người trong biên chế?", ("21",)),
    ],
)
def test_each_sort_is_told_by_its_own_number(question, told):
    answer = ask(question, asker=ASKER).direct
    assert [number for number in ("21", "33", "90") if number in answer.replace("2023", "")] == list(told)


def test_of_another_desk_nothing_is_told():
    assert not is_answered(
        ask("Trung tâm Phục vụ hành chính công xã Bãi Lau có bao nhiêu người sở cử sang?", asker=ASKER)
    )
