"""Shares and sums that a report does not state are worked out only of what one sentence holds together, with both numbers."""

from datetime import date

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, news, of_texts, quotes

TODAY = date(2024, 2, 1)


def year(*sentences: str):
    return of_texts(news("18/BC-UBND", "15/1/2024", "năm 2023", *sentences))


COUNTED = year(
    "Tiếp nhận 45.210 hồ sơ, trong đó trực tuyến 30.120 hồ sơ, qua bưu chính 1.230 hồ sơ.",
    "Đã giải quyết 44.100 hồ sơ, trong đó trước hạn 20.000 hồ sơ, đúng hạn 23.900 hồ sơ, quá hạn 200 hồ sơ.",
    "Đang giải quyết 1.110 hồ sơ, trong hạn 1.090 hồ sơ, quá hạn 20 hồ sơ.",
    "Hoàn thành 48/52 nhiệm vụ của kế hoạch.",
)
STATED = year(
    "Đã giải quyết 44.100 hồ sơ, trong đó trước hạn 20.000 hồ sơ (45,35%), đúng hạn 23.900 hồ sơ (54,20%), quá hạn 200 hồ sơ (0,45%)."
)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("tỷ lệ hồ sơ trực tuyến", "66,62% (tính: 30.120/45.210 hồ sơ)"),
        ("mấy phần trăm nộp qua mạng", "66,62%"),
        ("tỷ lệ trễ hạn", "0,45% (tính: 200/44.100 hồ sơ)"),
        (
            "hồ sơ đúng hạn và trước hạn tổng cộng bao nhiêu",
            "43.900 hồ sơ (tính: trước hạn 20.000 hồ sơ + đúng hạn 23.900",
        ),
        ("tỷ lệ đúng hạn", "99,55% trước hạn và đúng hạn, riêng đúng hạn 54,20%"),
        ("hồ sơ không trực tuyến bao nhiêu", "15.090 hồ sơ (tính: 45.210 hồ sơ − 30.120 hồ sơ)"),
    ],
)
def test_a_share_or_sum_is_worked_out_with_its_operands(question, begins):
    answer = ask(question, asker=COUNTED, today=TODAY)
    assert answer.direct.startswith(begins)
    assert "hồ sơ" in quotes(answer)


@pytest.mark.parametrize(
    ("question", "begins"),
    [("tỷ lệ trước hạn và đúng hạn", "99,55% (tính: trước hạn 45,35% + đúng hạn 54,20%)"), ("tỷ lệ trễ hạn", "0,45%")],
)
def test_shares_that_are_stated_come_first(question, begins):
    assert ask(question, asker=STATED, today=TODAY).direct.startswith(begins)


def test_of_tasks_so_many_of_so_many_are_a_share():
    assert ask("tỷ lệ hoàn thành nhiệm vụ", asker=COUNTED, today=TODAY).direct.startswith("92,31% (tính: 48/52")


@pytest.mark.parametrize(
    "question", ["hồ sơ trực tuyến chiếm mấy phần trăm so với năm trước", "tỷ lệ hồ sơ bưu chính của Sở Y tế"]
)
def test_nothing_is_worked_out_of_another_whole_or_body(question):
    assert not is_answered(ask(question, asker=COUNTED, today=TODAY))


def test_what_is_still_open_is_said_to_be():
    assert "đang giải quyết" in ask("hồ sơ đang giải quyết quá hạn", asker=COUNTED, today=TODAY).direct
    assert ask("đúng hạn bao nhiêu hồ sơ", asker=COUNTED, today=TODAY).direct.startswith("23.900")


def test_what_was_done_of_a_plan_is_not_the_plan():
    asker = year("Cử 120 lượt cán bộ đi đào tạo, đạt 80% kế hoạch.")
    assert not ask("kế hoạch đào tạo bao nhiêu lượt", asker=asker, today=TODAY).direct.startswith("120")
    assert ask("cử đào tạo bao nhiêu lượt cán bộ", asker=asker, today=TODAY).direct.startswith("120")


AGENCIES = year(
    "Sở Y tế tiếp nhận 1.200 hồ sơ, quá hạn 12 hồ sơ; Sở Xây dựng tiếp nhận 800 hồ sơ, không có hồ sơ quá hạn."
)


def test_none_late_is_a_number_too():
    assert ask("Sở Xây dựng có bao nhiêu hồ sơ quá hạn", asker=AGENCIES, today=TODAY).direct.startswith("Không có: ")
    assert ask("Sở Y tế quá hạn bao nhiêu", asker=AGENCIES, today=TODAY).direct.startswith("12 hồ sơ")
    assert not is_answered(ask("Sở Tài chính quá hạn bao nhiêu", asker=AGENCIES, today=TODAY))


NONE = year(
    "Tiếp nhận 1.200 hồ sơ, đã giải quyết 1.190 hồ sơ, không có hồ sơ quá hạn.", "Không có đơn vị nào bị xếp loại yếu."
)


@pytest.mark.parametrize(
    ("question", "is_told"),
    [
        ("mấy hồ sơ trễ hạn năm 2023", True),
        ("hồ sơ trễ hạn quý 1 bao nhiêu", False),
        ("năm 2022 bao nhiêu hồ sơ trễ", False),
        ("Sở Y tế trễ mấy hồ sơ", False),
        ("năm 2023 có đơn vị nào xếp loại yếu không", True),
        ("quý 1 có đơn vị nào xếp loại yếu không", False),
    ],
)
def test_none_is_told_of_its_own_period_and_body_only(question, is_told):
    assert is_answered(ask(question, asker=NONE, today=TODAY)) == is_told


def test_people_and_businesses_are_satisfied_each_by_their_own_share():
    asker = year("Mức độ hài lòng của người dân đạt 92,1%, của doanh nghiệp đạt 88,4%.")
    assert ask("doanh nghiệp hài lòng mấy phần trăm", asker=asker, today=TODAY).direct.startswith("88,4%")
    assert ask("người dân hài lòng mấy phần trăm", asker=asker, today=TODAY).direct.startswith("92,1%")


BY_ROWS = of_texts(
    news(
        "19/BC-UBND",
        "15/1/2024",
        "năm 2023",
        "| Nội dung | Năm 2023 |\n|---|---|\n| Tiếp nhận | 9.000 |\n| Đã giải quyết | 8.000 |\n| - Trước hạn | 4.500 (56,25%) |\n"
        "| - Đúng hạn | 3.400 (42,50%) |\n| - Trễ hạn | 100 (1,25%) |",
    )
)


def test_two_rows_of_one_table_are_summed():
    answer = ask("Năm 2023 giải quyết trước hạn và đúng hạn bao nhiêu hồ sơ?", asker=BY_ROWS, today=TODAY)
    assert answer.direct.startswith("7.900 (tính: trước hạn 4.500 + đúng hạn 3.400)")
    assert [quote.text.split(" | ")[0].strip("|- ") for quote in answer.quotes] == ["Trước hạn", "Đúng hạn"]


def test_rows_of_two_reports_are_not():
    first, second = (
        news(f"{n}/BC-UBND", "15/1/2024", "năm 2023", f"| Nội dung | Năm 2023 |\n|---|---|\n| Hồ sơ {what} | 4.500 |\n")
        for n, what in ((19, "trước hạn"), (20, "đúng hạn"))
    )
    answer = ask("Năm 2023 trước hạn và đúng hạn bao nhiêu hồ sơ?", asker=of_texts(first, second), today=TODAY)
    assert "9.000" not in answer.direct


_ROWS = """
| Chỉ tiêu | Cấp tỉnh | Cấp xã | Toàn tỉnh |
|---|---|---|---|
| {above} | 8.000 | 20.000 | 28.000 |
| Trong đó: trực tuyến | 6.100 | 9.400 | 15.500 |
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2023 toàn tỉnh có bao nhiêu hồ sơ không nộp trực tuyến?", "12.500 hồ sơ (tính: 28.000"),
        ("Năm 2023 cấp xã có bao nhiêu hồ sơ không nộp trực tuyến?", "10.600 hồ sơ (tính: 20.000"),
    ],
)
def test_a_row_that_says_so_is_a_part_of_the_row_above(question, told):
    asker = of_texts(YEAR_HEAD + "1. Tiếp nhận, giải quyết hồ sơ:\n" + _ROWS.format(above="Số hồ sơ tiếp nhận"))
    assert ask(question, asker=asker).direct.startswith(told)


@pytest.mark.parametrize("above", ["Số hồ sơ đã giải quyết", "Số hồ sơ trực tiếp", "Số thủ tục"])
def test_of_other_things_above_it_is_no_part(above):
    asker = of_texts(YEAR_HEAD + "1. Tiếp nhận, giải quyết hồ sơ:\n" + _ROWS.format(above=above))
    assert not is_answered(ask("Năm 2023 toàn tỉnh có bao nhiêu hồ sơ không nộp trực tuyến?", asker=asker))
