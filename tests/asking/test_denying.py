"""What a question denies is answered by no figure of the opposite."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, news, of_texts

ASKER = of_texts(
    news(
        "12/BC-VPUBND",
        "10/6/2021",
        "quý II năm 2021",
        "Đã có phương án xử lý thêm 72 trụ sở dôi dư, còn 61 trụ sở chưa có phương án.",
        "Có 14 xã có máy quét.",
    )
)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("quý II/2021 có bao nhiêu trụ sở dôi dư chưa có phương án xử lý?", "61"),
        ("quy II/2021 bn tru so chua co phuong an", "61"),
        ("quý II/2021 bao nhiêu trụ sở đã có phương án xử lý?", "72"),
    ],
)
def test_those_that_have_it_and_those_that_have_not_are_told_apart(question, expected):
    assert ask(question, asker=ASKER).direct.startswith(expected)


def test_where_only_the_opposite_is_told_nothing_is():
    assert ask("quý II/2021 bao nhiêu xã chưa có máy quét?", asker=ASKER).outcome is Outcome.NOT_FOUND
