"""What a later report corrects is told as it is right, with what was wrong."""

import pytest

from tests.asking.libraries import ask, news, of_texts, quotes

FIRST = news(
    "21/BC-STP",
    "15/6/2021",
    "quý II năm 2021",
    "Ngày 20/5/2021 mở lớp tập huấn cho 142 công chức.",
    "Thực hiện Kế hoạch số 71/KH-STP ngày 14/4/2021 của Sở về tự kiểm tra cải cách hành chính, đã kiểm tra 05 phòng.",
    "Sở gửi 142 thư xin lỗi.",
    office="Sở Tư pháp tỉnh Trà Giang",
)
LATER = news(
    "35/BC-STP",
    "15/9/2021",
    "quý III năm 2021",
    "Đính chính: Báo cáo số 21/BC-STP ghi lớp tập huấn ngày 20/5/2021 có 142 công chức tham dự là do nhầm; số đúng là 124 công chức.",
    "Đính chính: Báo cáo số 21/BC-STP ghi ngày ban hành Kế hoạch số 71/KH-STP là 14/4/2021 do lỗi đánh máy; ngày đúng là 16/4/2021.",
    office="Sở Tư pháp tỉnh Trà Giang",
)
ASKER = of_texts(FIRST, LATER)


@pytest.mark.parametrize(
    "question",
    [
        "Quý II/2021 lớp tập huấn có bao nhiêu công chức?",
        "Lớp tập huấn ngày 20/5/2021 có bao nhiêu công chức?",
        "Số công chức dự lớp tập huấn ngày 20/5/2021 đúng ra là bao nhiêu?",
    ],
)
def test_a_corrected_figure_is_told_with_what_was_wrong(question):
    answer = ask(question, asker=ASKER)
    assert answer.direct.startswith("124 công chức")
    assert "142 công chức" in answer.direct


@pytest.mark.parametrize(
    "question", ["Kế hoạch 71/KH-STP ban hành ngày nào?", "Kế hoạch 71 ban hành đúng là ngày mấy?"]
)
def test_a_corrected_day_is_told_from_the_report_that_corrects_it(question):
    answer = ask(question, asker=ASKER)
    assert answer.direct.startswith("16/4/2021")
    assert "ngày đúng là 16/4/2021" in quotes(answer)


def test_what_else_is_told_of_a_document_stays_beside_its_right_day():
    direct = ask("Kế hoạch 71/KH-STP về việc gì?", asker=ASKER).direct
    assert "tự kiểm tra" in direct
    assert "14/04/2021" not in direct


def test_another_figure_of_the_same_number_is_not_corrected():
    assert ask("Quý II/2021 Sở gửi bao nhiêu thư xin lỗi?", asker=ASKER).direct.startswith("142 thư")
