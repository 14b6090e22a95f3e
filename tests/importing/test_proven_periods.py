"""In a report of a quarter and the months up to it sums show of which of them a figure is that says nothing of its time."""

from decimal import Decimal

import pytest

from knowledge.facts import PeriodKind
from tests.importing.pages import read

HEAD = "ỦY BAN NHÂN DÂN\nTỈNH HƯNG HÒA\nSố: 318/BC-UBND\nHưng Hòa, ngày 18 tháng 9 năm 2024\nBÁO CÁO\nCông tác cải cách hành chính quý III và 9 tháng năm 2024\n"
MONTHS = (
    "Hồ sơ 9 tháng: tiếp nhận 8.000 hồ sơ; cấp tỉnh 1.500, cấp huyện 2.500, cấp xã 4.000. Riêng quý III là 2.700 hồ sơ."
)


def times(*paragraphs: str) -> dict[str, PeriodKind | None]:
    """The kind of period of each figure as written."""
    page = read("\n\n".join((HEAD, "1. Thủ tục hành chính", *paragraphs)) + "\n")
    return {f.written: f.period and f.period.kind for s in page.statements for f in s.figures}


def test_a_share_shows_whose_part_it_is():
    found = times(MONTHS, "Trực tuyến 4.822 hồ sơ, đạt 60,28%.")
    assert found["4.822 hồ sơ"] == found["60,28%"] == PeriodKind.NINE_MONTHS


def test_a_share_of_the_quarter_stays_the_quarters():
    found = times(MONTHS, "Trực tuyến 1.755 hồ sơ, đạt 65,00%.")
    assert found["1.755 hồ sơ"] == PeriodKind.QUARTER


def test_nearly_all_that_came_in_in_the_months_is_settled_in_them():
    found = times(MONTHS, "Giải quyết 7.810 hồ sơ: trễ hạn 710 hồ sơ, tỷ lệ 9,09%.", "Thư xin lỗi: 500/710 hồ sơ.")
    assert found["7.810 hồ sơ"] == found["710 hồ sơ"] == found["500/710 hồ sơ"] == PeriodKind.NINE_MONTHS


@pytest.mark.parametrize("sentence", ["Quý III giải quyết 7.810 hồ sơ.", "Trong quý giải quyết 7.810 hồ sơ."])
def test_what_names_the_quarter_is_the_quarters(sentence):
    assert times(MONTHS, sentence)["7.810 hồ sơ"] == PeriodKind.QUARTER


def test_what_nothing_proves_stays_the_quarters():
    assert times(MONTHS, "Mở 12 lớp tập huấn cho 710 người.")["710 người"] == PeriodKind.QUARTER


def test_a_report_of_a_quarter_alone_is_left_as_it_is():
    page = read(
        (HEAD + "\n\n" + MONTHS).replace("quý III và 9 tháng năm", "quý III năm")
        + "\n\nTrực tuyến 1.755 hồ sơ, đạt 65%.\n"
    )
    assert {f.period.kind for s in page.statements for f in s.figures if f.written == "1.755 hồ sơ"} == {
        PeriodKind.QUARTER
    }


def test_only_the_time_is_another_where_a_sentence_says_nothing_else():
    page = read(f"{HEAD}\n\n1. Thủ tục hành chính\n\n{MONTHS}\n")
    (figure,) = [f for s in page.statements for f in s.figures if f.value == Decimal(2700)]
    assert figure.period is not None
    assert figure.period.kind == PeriodKind.QUARTER
    assert "tiếp nhận" in figure.head


def test_bare_numbers_that_make_up_a_count_are_its_parts():
    page = read(f"{HEAD}\n\n1. Thủ tục hành chính\n\n{MONTHS}\n")
    parts = [f for s in page.statements for f in s.figures if f.part_of is not None]
    assert [f.label for f in parts] == ["cấp tỉnh", "cấp huyện", "cấp xã"]


def test_a_sentence_goes_on_with_the_longer_period_that_its_paragraph_opens_with():
    told = times("Lũy kế 9 tháng, toàn tỉnh tiếp nhận 21.500 hồ sơ. Tỷ lệ trực tuyến đạt 43%. Riêng quý III đạt 51%.")
    assert (told["43%"], told["51%"]) == (PeriodKind.NINE_MONTHS, PeriodKind.QUARTER)


def test_another_paragraph_does_not_go_on_with_it():
    told = times("Lũy kế 9 tháng, toàn tỉnh tiếp nhận 21.500 hồ sơ.", "Tỷ lệ trực tuyến đạt 43%.")
    assert told["43%"] is PeriodKind.QUARTER


def test_what_is_told_since_the_year_began_is_not_of_the_quarter():
    told = times("Lũy kế 9 tháng tiếp nhận 900 hồ sơ.", "Từ đầu năm đến nay ban hành 30 văn bản chỉ đạo.")
    assert told["30 văn bản"] is PeriodKind.NINE_MONTHS


def test_since_january_needs_no_title_that_names_the_months():
    text = LONE.replace(
        "Tiếp nhận 3.000 hồ sơ.", "Từ đầu năm đến nay ban hành 30 văn bản chỉ đạo; quý II ban hành 9 văn bản."
    )
    figures = {f.written: f.period.kind for s in read(text).statements for f in s.figures if f.period}
    assert (figures["30 văn bản"], figures["9 văn bản"]) == (PeriodKind.HALF, PeriodKind.QUARTER)


LONE = """ỦY BAN NHÂN DÂN
TỈNH HƯNG HÒA
Số: 25/BC-UBND
Lâm Khê, ngày 15 tháng 6 năm 2021
BÁO CÁO
Kết quả công tác cải cách hành chính quý II năm 2021
Tiếp nhận 3.000 hồ sơ.
"""


def test_what_stands_under_the_quarter_alone_is_the_quarters_whatever_the_sums_are():
    part = "II. KẾT QUẢ QUÝ III NĂM 2024 (từ ngày 16/6/2024 đến ngày 15/9/2024)"
    found = times(MONTHS, part, "Trực tuyến 4.822 hồ sơ, đạt 60,28%.")
    assert found["4.822 hồ sơ"] == PeriodKind.QUARTER


def test_what_stands_under_the_quarter_and_the_months_is_proven_by_its_sums():
    part = "II. KẾT QUẢ QUÝ III VÀ 9 THÁNG NĂM 2024"
    found = times(MONTHS, part, "Trực tuyến 4.822 hồ sơ, đạt 60,28%.")
    assert found["4.822 hồ sơ"] == PeriodKind.NINE_MONTHS


def test_a_share_of_what_its_own_sentence_counts_proves_nothing():
    months = "Lũy kế 9 tháng tiếp nhận 8.000 hồ sơ, trong đó tại quầy 2.590 hồ sơ."
    found = times(months, "Giải quyết 2.600 hồ sơ, trễ hạn 14 hồ sơ (0,54%).")
    assert found["2.600 hồ sơ"] == PeriodKind.QUARTER
