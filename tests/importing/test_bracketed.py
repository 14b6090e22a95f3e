"""What stands in brackets is of the time that the report declares it to be of, and of its own where it declares nothing."""

import pytest

from knowledge.facts import Figure
from knowledge.importing.readers import DEFAULT
from knowledge.importing.readers.plain_text import read_plain_text
from knowledge.importing.reading import read_report

HEAD = """UBND TỈNH LÂM BÌNH
Số: 20/BC-UBND
Lâm Bình, ngày 20 tháng 3 năm 2024
BÁO CÁO
Công tác cải cách hành chính quý I năm 2024
"""
SQUARE = """Số trong ngoặc vuông [ ] là của quý I năm 2023.
Thanh toán trực tuyến: 9.227 giao dịch, 8,5 tỷ đồng [8.204 giao dịch, 7,6 tỷ đồng].
Tiếp nhận 12.000 hồ sơ [11.000 hồ sơ], trong đó trực tuyến 8.000 hồ sơ, đạt 66,67% [60,00%].
"""
ROUND = """(Số liệu trong ngoặc là số cùng kỳ năm trước)
Tiếp nhận 12.000 hồ sơ (11.000 hồ sơ), trễ hạn 15 hồ sơ (18 hồ sơ).
"""
NOTHING = """Tiếp nhận 12.000 hồ sơ (cấp tỉnh 2.000 hồ sơ), trễ hạn 15 hồ sơ (0,13%).
"""


def _figures(text: str) -> dict[str, Figure]:
    reading = read_report(read_plain_text((HEAD + text).encode(), DEFAULT))
    return {figure.written: figure for statement in reading.statements for figure in statement.figures}


@pytest.mark.parametrize(
    ("text", "written", "label", "year"),
    [
        (SQUARE, "8.204 giao dịch", "Thanh toán trực tuyến: giao dịch", 2023),
        (SQUARE, "9.227 giao dịch", "Thanh toán trực tuyến: giao dịch", 2024),
        (SQUARE, "7,6 tỷ đồng", "đồng", 2023),
        (SQUARE, "11.000 hồ sơ", "Tiếp nhận hồ sơ", 2023),
        (SQUARE, "8.000 hồ sơ", "trực tuyến hồ sơ", 2024),
        (SQUARE, "60,00%", "trực tuyến hồ sơ đạt", 2023),
        (ROUND, "11.000 hồ sơ", "Tiếp nhận hồ sơ", 2023),
        (ROUND, "15 hồ sơ", "trễ hạn hồ sơ", 2024),
        (ROUND, "18 hồ sơ", "trễ hạn hồ sơ", 2023),
    ],
)
def test_a_number_in_brackets_is_of_the_declared_time(text, written, label, year):
    figure = _figures(text)[written]
    assert (figure.label, figure.period.first.year) == (label, year)


def test_a_part_is_of_the_number_before_the_brackets():
    assert _figures(SQUARE)["8.000 hồ sơ"].part_of == 0


@pytest.mark.parametrize("written", ["2.000 hồ sơ", "0,13%"])
def test_brackets_of_which_nothing_is_declared_are_of_the_reports_time(written):
    assert _figures(NOTHING)[written].period.first.year == 2024
