"""A number of dossiers that is told as a share of the late ones is of late dossiers."""

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD + "1. Kết quả\n"
    "Năm 2023 toàn tỉnh tiếp nhận 40.120 hồ sơ, trong đó trễ hạn 902 hồ sơ.\n"
    "Riêng đất đai 371 hồ sơ, chiếm 41,13% số trễ hạn của toàn tỉnh.\n"
    "Hộ tịch 8.814 hồ sơ, chiếm 21,97% số tiếp nhận.\n"
)


@pytest.mark.parametrize(
    "question", ["Năm 2023 có bao nhiêu hồ sơ đất đai trễ hạn?", "dat dai nam 2023 qua han may ho so"]
)
def test_what_is_so_many_of_the_late_ones_is_late(question):
    assert ask(question, asker=ASKER).direct.startswith("371 hồ sơ")


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2023 có bao nhiêu hồ sơ đất đai?",
        "Năm 2023 tiếp nhận bao nhiêu hồ sơ đất đai?",
        "Năm 2023 có bao nhiêu hồ sơ hộ tịch trễ hạn?",
    ],
)
def test_it_is_not_all_of_its_field_and_no_share_of_others_is_late(question):
    assert not is_answered(ask(question, asker=ASKER))
