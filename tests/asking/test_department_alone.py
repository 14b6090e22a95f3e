""" "Sở" without its field is the one department whose reports there are."""

import pytest

from tests.asking.libraries import TODAY, news, of_texts

_DEPARTMENT = "Sở Nội vụ tỉnh Hưng Hòa"
_OF_DEPARTMENT = news(
    "31/BC-SNV",
    "15/6/2021",
    "quý II năm 2021",
    "Sở tiếp nhận 240 hồ sơ, trong đó 120 hồ sơ trực tuyến (50,00%).",
    "Tại Sở có 02 người tinh giản biên chế; toàn tỉnh 96 người.",
    office=_DEPARTMENT,
)
_OF_PROVINCE = news(
    "90/BC-UBND",
    "20/6/2021",
    "quý II năm 2021",
    "Toàn tỉnh tiếp nhận 90.000 hồ sơ, trong đó 45.900 hồ sơ trực tuyến (51,00%).",
    office="Ủy ban nhân dân tỉnh Hưng Hòa",
)


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("Quý II/2021 Sở tiếp nhận bao nhiêu hồ sơ?", "240"),
        ("tỷ lệ trực tuyến của Sở quý II/2021", "50,00%"),
        ("ty le truc tuyen cua so quy II/2021", "50,00%"),
        ("tỷ lệ trực tuyến của tỉnh quý II/2021", "51,00%"),
        ("Quý II/2021 toàn tỉnh tinh giản biên chế bao nhiêu người?", "96"),
    ],
)
def test_the_department_alone_is_the_one_that_reports(question: str, value: str) -> None:
    answer = of_texts(_OF_DEPARTMENT, _OF_PROVINCE).ask(question, today=TODAY).answer
    assert answer.direct.split()[0] == value


@pytest.mark.parametrize(
    "question",
    ["Các sở tiếp nhận bao nhiêu hồ sơ?", "Cơ sở tiếp nhận mấy hồ sơ?", "Sở nào tiếp nhận nhiều hồ sơ nhất?"],
)
def test_departments_of_any_kind_are_not_the_one(question: str) -> None:
    assert not [b for b in of_texts(_OF_DEPARTMENT).read(question).bodies if b.organisation.body == "so noi vu"]


def test_what_came_in_at_the_departments_own_counter_is_not_the_provinces() -> None:
    counter = news(
        "31/BC-SNV",
        "15/6/2021",
        "quý II năm 2021",
        "Tại quầy của Sở ở Trung tâm Phục vụ hành chính công tỉnh tiếp nhận 240 hồ sơ.",
        office=_DEPARTMENT,
    )
    answer = of_texts(counter).ask("Quý II/2021 toàn tỉnh cả ba cấp tiếp nhận bao nhiêu hồ sơ?", today=TODAY).answer
    assert "240" not in answer.direct


def test_of_several_departments_none_is_meant() -> None:
    other = news(
        "7/BC-STP", "15/6/2021", "quý II năm 2021", "Sở tiếp nhận 77 hồ sơ.", office="Sở Tư pháp tỉnh Hưng Hòa"
    )
    assert of_texts(_OF_DEPARTMENT, other).read("Quý II/2021 Sở tiếp nhận bao nhiêu hồ sơ?").bodies == ()
