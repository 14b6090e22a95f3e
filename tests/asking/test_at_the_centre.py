"""What a department has at the centre is told of just that: not of the centre, and not of one field that is called as the department is."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2022, 7, 1)
DEPARTMENT = news(
    "61/BC-STNMT",
    "12/6/2022",
    "6 tháng đầu năm 2022",
    "a) Tại quầy của Sở ở Trung tâm Phục vụ hành chính công tỉnh: tiếp nhận mới 1.500 hồ sơ. Theo lĩnh vực: đất đai 1.200 hồ sơ,"
    " môi trường 190 hồ sơ, khoáng sản 110 hồ sơ. Nộp trực tuyến 450 hồ sơ, chiếm 30,00%.",
    "Đã giải quyết 1.400 hồ sơ, trong đó trễ hạn 21 hồ sơ (1,50%). Còn 100 hồ sơ đang giải quyết.",
    "b) Tại hệ thống các chi nhánh cấp huyện: tiếp nhận 9.700 hồ sơ, giải quyết 9.300 hồ sơ, trễ hạn 404 hồ sơ.",
    office="Sở Tài nguyên và Môi trường tỉnh Hưng Hòa",
)
CENTRE = news(
    "44/BC-TTPVHCC",
    "17/6/2022",
    "6 tháng đầu năm 2022",
    "Trung tâm tiếp nhận mới 8.800 hồ sơ, trong đó trực tuyến 3.520 hồ sơ (40,00%).",
    office="Trung tâm Phục vụ hành chính công tỉnh Hưng Hòa",
)
BOTH = of_texts(DEPARTMENT, CENTRE)
HALF = "6 tháng đầu năm 2022"


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở Tài nguyên và Môi trường tiếp nhận bao nhiêu hồ sơ tại Trung tâm", "1.500 hồ sơ"),
        ("Sở TN&MT còn bao nhiêu hồ sơ chưa giải quyết xong tại quầy ở Trung tâm", "100 hồ sơ"),
        ("Sở TN và MT trễ bao nhiêu hồ sơ ở Trung tâm", "21 hồ sơ"),
        ("tỷ lệ hồ sơ trực tuyến của Trung tâm Phục vụ hành chính công tỉnh", "40,00%"),
        ("Sở Tài nguyên và Môi trường tiếp nhận bao nhiêu hồ sơ lĩnh vực môi trường", "190 hồ sơ"),
    ],
)
def test_each_of_the_two_is_told_of_its_own(question, said):
    assert ask(f"{question} {HALF}?", asker=BOTH, today=TODAY).direct.startswith(said)


def test_a_field_that_the_departments_name_has_is_not_all_that_came_in():
    answer = ask(f"Sở Tài nguyên và Môi trường tiếp nhận bao nhiêu hồ sơ {HALF}?", asker=BOTH, today=TODAY)
    assert not answer.direct.startswith("190")


def test_of_the_centre_alone_no_departments_share_is_told():
    answer = ask(f"tỷ lệ hồ sơ trực tuyến của Trung tâm {HALF}", asker=of_texts(DEPARTMENT), today=TODAY)
    assert not answer.direct.startswith("30,00%")


def test_what_a_department_has_elsewhere_is_not_told_of_the_centre():
    elsewhere = news(
        "9/BC-STP",
        "12/6/2022",
        HALF,
        "Sở tiếp nhận 770 hồ sơ tại trụ sở Sở.",
        office="Sở Tư pháp tỉnh Hưng Hòa",
    )
    question = f"Sở Tư pháp tiếp nhận bao nhiêu hồ sơ tại Trung tâm {HALF}?"
    assert not is_answered(ask(question, asker=of_texts(elsewhere, CENTRE), today=TODAY))
