"""The unit of a bare number in a table is told where its row, its column or the row above names it."""

import pytest

from knowledge.asking.words.counting_words import named_by
from tests.asking.libraries import Chat, news, of_texts

TABLE = """Kết quả tiếp nhận và giải quyết:

Chỉ tiêu\tQuý I/2021\tQuý II/2021
Hồ sơ tiếp nhận\t4.120\t4.350
Trong đó: nộp trực tuyến\t1.900\t2.210
Hồ sơ đã giải quyết\t3.980\t4.105
Trễ hạn\t61\t44
Lượt truy cập trang\t9.100\t9.870"""
ASKER = of_texts(news("77/BC-VPUBND", "15/6/2021", "quý II năm 2021", TABLE))


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("quý II/2021 tiếp nhận bao nhiêu hồ sơ?", "4.350 hồ sơ"),
        ("quý II/2021 nộp trực tuyến bao nhiêu?", "2.210 hồ sơ"),
        ("quý II/2021 trễ hạn bao nhiêu?", "44 hồ sơ"),
    ],
)
def test_a_cell_is_told_with_the_unit_of_its_row_or_of_the_row_above(question: str, told: str):
    assert Chat(ASKER).ask(question).direct.startswith(told)


def test_so_is_a_choice():
    labels = [choice.label for choice in Chat(ASKER).ask("hồ sơ quý II/2021").choices]
    assert [label for label in labels if "4.350" in label and "4.350 hồ sơ" not in label] == []


@pytest.mark.parametrize(
    ("label", "unit"),
    [
        ("Tổng số hồ sơ", "hồ sơ"),
        ("UBND xã Trà Sơn Số nhiệm vụ", "nhiệm vụ"),
        ("Số thôn, khối phố", ""),
        ("Một số đơn vị chậm", ""),
        ("Chữ ký số cá nhân", ""),
        ("Sở Nội vụ", ""),
        ("Quyết định số 12", ""),
    ],
)
def test_a_label_names_a_unit_only_as_what_is_counted(label: str, unit: str):
    assert named_by(label) == unit
