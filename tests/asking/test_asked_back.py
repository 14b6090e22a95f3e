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


TRAINING = """UBND TỈNH ĐẦM SEN
VĂN PHÒNG
Số: {number}/BC-VP
Đầm Sen, ngày 12 tháng {last} năm 2021
BÁO CÁO
Công tác cải cách hành chính quý {quarter} năm 2021

Ngày 12/{first}/2021, Văn phòng mở lớp tập huấn nghiệp vụ kiểm soát thủ tục hành chính cho 164 cán bộ, công chức đầu mối.

Ngày 20/{first}/2021, Văn phòng mở lớp tập huấn kỹ năng tiếp công dân và trả lời phản ánh cho 85 cán bộ, công chức xã.
"""


def test_what_is_offered_ends_with_the_whole_figure():
    asker = of_texts(
        TRAINING.format(number=41, first=2, last=3, quarter="I"),
        TRAINING.format(number=92, first=4, last=6, quarter="II"),
    )
    labels = [one.label for one in ask("tập huấn bao nhiêu người", asker=asker).choices]
    assert {label.rpartition(": ")[2] for label in labels} == {"164 cán bộ, công chức", "85 cán bộ, công chức"}


CELLS = """UBND TỈNH ĐẦM SEN
VĂN PHÒNG
Số: 93/BC-VP
Đầm Sen, ngày 12 tháng 9 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý III năm 2021

Hình thức nộp và kết quả giải quyết như sau:

| Chỉ tiêu | Quý II/2021 | Quý III/2021 |
|---|---|---|
| Hồ sơ tiếp nhận | 1.200 | 1.350 |
| Hồ sơ đã giải quyết | 1.100 | 1.300 |
"""


def test_what_only_leads_to_a_table_names_none_of_its_rows():
    labels = [one.label for one in ask("quý III có bao nhiêu hồ sơ", asker=of_texts(CELLS)).choices]
    assert labels
    assert not [label for label in labels if "như sau" in label]
