"""What is offered where several figures fit: every time among the answers, and buttons that tell them apart."""

import pytest

from tests.asking.libraries import ask, of_texts

CENTRE = """UBND TỈNH ĐẦM SEN
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
Số: {number}/BC-TTPVHCC
Đầm Sen, ngày {day}
BÁO CÁO
Kết quả hoạt động {period}
I. KHẢO SÁT
{said}
"""
SPRING = CENTRE.format(
    number=21, day="12 tháng 3 năm 2021", period="quý I năm 2021",
    said="Khảo sát sự hài lòng bằng máy tính bảng tại quầy: 587/612 lượt đánh giá hài lòng, đạt 95,92%.",
)  # fmt: skip
SUMMER = CENTRE.format(
    number=48, day="12 tháng 6 năm 2021", period="quý II năm 2021",
    said="Khảo sát sự hài lòng: 682/705 lượt đánh giá hài lòng, đạt 96,74%.",
)  # fmt: skip
AUTUMN = CENTRE.format(
    number=77, day="12 tháng 9 năm 2021", period="quý III năm 2021",
    said="Khảo sát sự hài lòng: 769/788 lượt đánh giá hài lòng, đạt 97,59%.",
)  # fmt: skip
OFFICE = """UBND TỈNH ĐẦM SEN
VĂN PHÒNG
Số: 146/BC-VPUBND
Đầm Sen, ngày 15 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021
I. THỦ TỤC HÀNH CHÍNH
6 tháng đầu năm 2021, Trung tâm giải quyết 9.114 hồ sơ, trong đó có 137 hồ sơ quá hạn.
"""
JUSTICE = """UBND TỈNH ĐẦM SEN
SỞ TƯ PHÁP
Số: 61/BC-STP
Đầm Sen, ngày 14 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021
I. THỦ TỤC HÀNH CHÍNH
Sở giải quyết 4.120 hồ sơ, trong đó có 143 hồ sơ quá hạn.
"""
SURVEYS = of_texts(SPRING, SUMMER, AUTUMN)
LATE = of_texts(OFFICE, JUSTICE)


def test_every_time_is_among_the_answers_however_its_report_words_it():
    labels = " ".join(one.label for one in ask("Tỷ lệ hài lòng tại Trung tâm đạt bao nhiêu?", asker=SURVEYS).choices)
    assert [told for told in ("95,92%", "96,74%", "97,59%") if told not in labels] == []


def test_where_the_time_is_said_no_other_is_offered():
    answer = ask("Quý II/2021 tỷ lệ hài lòng tại Trung tâm đạt bao nhiêu?", asker=SURVEYS)
    assert (answer.direct[:6], answer.choices) == ("96,74%", ())


def test_a_noun_alone_is_named_with_the_body_that_reports_it():
    labels = [one.label for one in ask("6 tháng đầu năm 2021 quá hạn bao nhiêu hồ sơ?", asker=LATE).choices]
    assert labels[0].startswith("6 tháng đầu năm 2021, Trung tâm (Văn phòng UBND tỉnh Đầm Sen): 137 hồ sơ")


@pytest.mark.parametrize(("at", "told"), [(0, "137 hồ sơ"), (1, "143 hồ sơ")])
def test_each_button_means_just_its_own(at, told):
    choice = ask("6 tháng đầu năm 2021 quá hạn bao nhiêu hồ sơ?", asker=LATE).choices[at]
    assert ask(choice.question, asker=LATE).direct.startswith(told)
