"""What was done or paid under one document, and under two together."""

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD + "1. Bộ máy\n"
    "Năm 2023 giải quyết chính sách theo Nghị định số 29/2023/NĐ-CP cho 64 người với kinh phí 8.120 triệu đồng.\n",
    YEAR_HEAD.replace("55/BC", "12/BC").replace("14 tháng 12 năm 2023", "20 tháng 6 năm 2024").replace("năm 2023\n", "6 tháng đầu năm 2024\n")
    + "1. Bộ máy\n6 tháng đầu năm 2024 giải quyết chính sách theo Nghị định số 29/2023/NĐ-CP, Nghị định số 71/2024/NĐ-CP cho 103 người với kinh phí 15.460 triệu đồng.\n",
)  # fmt: skip


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2023 bao nhiêu người được hưởng chính sách theo NĐ 29/2023/NĐ-CP?", "64 người"),
        ("6 tháng đầu năm 2024 kinh phí chi trả theo Nghị định 29 và 71 cộng lại hết bao nhiêu?", "15.460 triệu"),
        ("6 tháng đầu năm 2024 bao nhiêu người được chính sách theo Nghị định 29 và 71?", "103 người"),
    ],
)
def test_the_sentence_on_all_of_them_is_told(question, told):
    assert ask(question, asker=ASKER).direct.startswith(told)


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2023 bao nhiêu người được chính sách theo Nghị định 29 và 71?",
        "Năm 2023 kinh phí chi trả theo Nghị định 71 hết bao nhiêu?",
    ],
)
def test_one_on_one_of_them_is_no_answer_for_both(question):
    assert not is_answered(ask(question, asker=ASKER))
