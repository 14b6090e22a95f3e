"""A yes or no rests on the figure, and holds it against what the question holds up."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "8/BC-SNV",
        "16/12/2021",
        "năm 2021",
        "Năm 2021 Sở Nội vụ đã kiểm tra 16/16 cơ quan, đơn vị; đã gửi thư xin lỗi 96/141 hồ sơ trễ hạn.",
        "Tỷ lệ hồ sơ trực tuyến năm 2021 đạt 40%.",
        "Tỷ lệ hồ sơ quá hạn năm 2021 là 0,41%.",
        "Năm 2021 hợp nhất 12 ban quản lý dự án, giảm 07 phòng và 18 biên chế.",
        "Chỉ số cải cách hành chính (PAR INDEX) năm 2021 của tỉnh đạt 84,10 điểm, xếp thứ 22/63.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    )
)
TODAY = date(2022, 1, 10)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Năm 2021 Sở Nội vụ kiểm tra đủ 16 cơ quan, đơn vị chưa?", "Rồi"),
        ("Năm 2021 Sở Nội vụ đã kiểm tra hết chưa?", "Rồi"),
        ("Năm 2021 đã gửi thư xin lỗi đủ chưa?", "Chưa"),
        ("Năm 2021 đã gửi thư xin lỗi đủ chưa vậy em?", "Chưa"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2021 chưa được 50% phải không?", "Có"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2021 chưa được 30% phải không?", "Không"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2021 có đạt 40% không?", "Có"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2021 có trên 40% không?", "Không"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2021 dưới 50% phải không?", "Có"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2021 là 40%, đúng hay sai?", "Đúng"),
        ("Tỷ lệ hồ sơ quá hạn năm 2021 dưới 0,5% phải không?", "Có"),
        ("PAR INDEX năm 2021 của tỉnh lọt vào nhóm 25 chưa?", "Rồi"),
        ("PAR INDEX năm 2021 của tỉnh có trong top 20 không?", "Không"),
        ("PAR INDEX năm 2021 tỉnh có nằm trong 30 tỉnh đứng đầu không?", "Có"),
        ("PAR INDEX năm 2021 tỉnh dẫn đầu phải không?", "Không phải"),
    ],
)
def test_what_is_held_up_is_judged(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.split(":")[0] == said


def test_a_number_is_not_judged_by_another_years_figure():
    assert not is_answered(ask("Tỷ lệ hồ sơ trực tuyến năm 2020 có trên 30% không?", asker=ASKER, today=TODAY))


@pytest.mark.parametrize("many", ["12", "mười hai", "các"])
def test_a_number_that_tells_which_is_not_the_one_asked_for(many):
    answer = ask(f"Năm 2021 hợp nhất {many} ban quản lý dự án thì giảm mấy phòng?", asker=ASKER, today=TODAY)
    assert answer.direct.startswith("07 phòng")
