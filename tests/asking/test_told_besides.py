"""Figures that only look like what was asked, and what a report tells beside a figure."""

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "12/BC-VPUBND",
        "12/3/2021",
        "quý I năm 2021",
        "Trong quý I/2021, toàn tỉnh tiếp nhận 9.600 hồ sơ, tăng 200 hồ sơ. Đã giải quyết 9.500 hồ sơ, trong đó sớm hạn và đúng hạn 9.401 hồ sơ (98,96%).",
        "Tổ chức 03 chuyến tiếp nhận lưu động tại xã Gia Vân, nhận 146 hồ sơ.",
        "Tổng số thủ tục hành chính đang áp dụng là 1.870 thủ tục. Công bố danh mục 184 thủ tục hành chính.",
        "Số hóa 48.600 trang sổ hộ tịch của 05 huyện.",
        "Ngày 02/3/2021, UBND tỉnh có Tờ trình số 16/TTr-UBND gửi Bộ Nội vụ phương án tổng thể sắp xếp đơn vị hành chính. Đến nay Bộ Nội vụ chưa có ý kiến.",
        "UBND tỉnh phê duyệt Đề án “4 tại chỗ” tại Quyết định số 311/QĐ-UBND ngày 04/02/2021.",
        "Chỉ số cải cách hành chính (PAR INDEX) năm 2020 đạt 84,11 điểm, xếp thứ 24/63 tỉnh, thành phố, tăng 06 bậc so với năm 2019 (30/63).",
        "Chỉ số hài lòng (SIPAS) năm 2020 đạt 85,62%, xếp thứ 31/63, giảm 04 bậc.",
        "Kế hoạch cải cách hành chính năm 2021 (Quyết định số 99/QĐ-UBND ngày 05/01/2021) có 52 nhiệm vụ, đã hoàn thành 49 nhiệm vụ.",
        "Hồ sơ chứng thực là 874 hồ sơ, hồ sơ hộ tịch là 412 hồ sơ.",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý I/2021 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?", "9.600"),
        ("Quý I/2021 toàn tỉnh giải quyết sớm và đúng hạn đạt mấy %?", "98,96%"),
        ("Tổng số thủ tục hành chính đang áp dụng của tỉnh là bao nhiêu?", "1.870"),
        ("Số hóa được bao nhiêu trang sổ hộ tịch?", "48.600"),
        ("Phương án tổng thể sắp xếp đơn vị hành chính gửi Bộ Nội vụ đã có ý kiến chưa?", "chưa có ý kiến"),
        ('Đề án "4 tại chỗ" ban hành chưa?', "311/QĐ-UBND"),
        ("Thứ hạng PAR INDEX của tỉnh từ năm 2019 sang năm 2020 lên hay xuống?", "30/63"),
        ("SIPAS năm 2020 của tỉnh có tăng bậc không?", "giảm 04 bậc"),
        ("Tỉnh có hoàn thành cả 52 nhiệm vụ của Kế hoạch cải cách hành chính năm 2021 không?", "49"),
    ],
)
def test_what_is_asked_is_told_and_not_what_stands_beside_it(question, said):
    answer = ask(question, asker=ASKER)
    assert said in f"{answer.direct} {' '.join(answer.lines)}"


def test_a_name_in_quotation_marks_is_no_number_of_a_document():
    assert not is_answered(ask('Đề án "5 không" ban hành chưa?', asker=ASKER))


OCCASIONS = of_texts(
    news("14/BC-VPUBND", "12/3/2021", "quý I năm 2021", "Tiến hành 02 đợt cao điểm tại xã Gia Vân, nhận 146 hồ sơ.")
)


def test_what_came_in_on_some_occasions_is_told_only_of_these():
    assert not is_answered(ask("Quý I/2021 nhận bao nhiêu hồ sơ?", asker=OCCASIONS))
    assert ask("Quý I/2021 các đợt cao điểm nhận bao nhiêu hồ sơ?", asker=OCCASIONS).direct.startswith("146")
