"""A question that says all by itself is restricted by none before it; a part is no sum, a whole no average, and none of what is not."""

from datetime import date

import pytest

from knowledge.answers import Answer
from tests.asking.libraries import is_answered, of_texts

TODAY = date(2023, 10, 20)
FIRST = """UBND TỈNH LÂM BÌNH
VĂN PHÒNG UBND TỈNH
Số: 60/BC-VPUBND
Lâm Bình, ngày 20 tháng 6 năm 2023
BÁO CÁO
Tình hình tiếp nhận, giải quyết hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh quý II năm 2023
Quý I/2023, Trung tâm tiếp nhận 3.000 hồ sơ, trong đó trực tuyến 900 hồ sơ, chiếm 30,00%.
Quý II/2023, Trung tâm tiếp nhận 4.000 hồ sơ, trong đó trực tuyến 1.600 hồ sơ, chiếm 40,00%.
Đã giải quyết 3.900 hồ sơ trong quý II/2023, trễ hạn 39 hồ sơ (1,00%).
NHIỆM VỤ QUÝ III NĂM 2023
1. Trình UBND tỉnh phê duyệt quy trình nội bộ.
2. Tập huấn cho công chức trong tháng 7/2023.
"""
SECOND = """UBND TỈNH LÂM BÌNH
VĂN PHÒNG UBND TỈNH
Số: 91/BC-VPUBND
Lâm Bình, ngày 20 tháng 9 năm 2023
BÁO CÁO
Tình hình tiếp nhận, giải quyết hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh quý III năm 2023
Quý III/2023, Trung tâm tiếp nhận 5.000 hồ sơ, trong đó trực tuyến 2.500 hồ sơ, chiếm 50,00%.
Đã giải quyết 4.950 hồ sơ, trễ hạn 33 hồ sơ.
Lũy kế 9 tháng năm 2023, Trung tâm tiếp nhận 12.000 hồ sơ, trong đó trực tuyến 5.000 hồ sơ, chiếm 41,67%.
Ngày 10/7/2023, UBND tỉnh ban hành Quyết định số 812/QĐ-UBND về Quy chế xin lỗi khi trễ hạn.
Ngày 15/8/2023, UBND tỉnh ban hành Quyết định số 934/QĐ-UBND về danh mục thủ tục hành chính.
NHIỆM VỤ QUÝ IV NĂM 2023
1. Tổng kết Chương trình công tác năm 2023.
2. Khảo sát mức độ hài lòng của người dân.
"""
ASKER = of_texts(FIRST, SECOND)


def _last(*asked: str) -> Answer:
    """The answer to the last of the questions of one chat."""
    context = None
    for question in asked:
        told = ASKER.ask(question, today=TODAY, previous=context)
        context = told.context
    return told.answer


@pytest.mark.parametrize(
    ("before", "asked", "said"),
    [
        ("quy 1/2023 tiep nhan bao nhieu ho so truc tuyen", "9 thang nam 2023 tiep nhan bao nhieu", "12.000 hồ sơ"),
        ("tỷ lệ trực tuyến quý III/2023", "9 tháng năm 2023 tiếp nhận bao nhiêu", "12.000 hồ sơ"),
        ("tỷ lệ trễ hạn quý II/2023?", "quý III/2023 trễ hạn bao nhiêu?", "33 hồ sơ"),
        ("trễ hạn quý III/2023 bao nhiêu hồ sơ", "ty le truc tuyen quy 3/2023", "50,00%"),
        ("Quý II/2023 nhận bao nhiêu hồ sơ trực tuyến?", "còn quý I?", "900 hồ sơ"),
        ("Quý II/2023 nhận bao nhiêu hồ sơ?", "trong đó trực tuyến?", "1.600 hồ sơ"),
    ],
)
def test_what_was_asked_before_restricts_only_what_goes_on_from_it(before, asked, said):
    assert _last(before, asked).direct.startswith(said)


@pytest.mark.parametrize(
    "asked",
    [
        "quý I và quý II tổng cộng bao nhiêu hồ sơ",
        "quy 1 voi quy 2 cong lai duoc bao nhieu ho so",
        "tổng số hồ sơ tiếp nhận quý 1 và quý 2 năm 2023",
    ],
)
def test_several_quarters_together_are_added_up(asked):
    assert _last(asked).direct.startswith("7.000 hồ sơ (tính: 3.000 + 4.000)")


@pytest.mark.parametrize("asked", ["quý III và quý IV tổng cộng bao nhiêu hồ sơ", "tổng hồ sơ quý 4 và quý 3 là mấy"])
def test_one_quarter_is_no_sum_of_two(asked):
    assert not is_answered(_last(asked))


@pytest.mark.parametrize(
    "asked", ["trung bình mỗi tháng quý III/2023 nhận bao nhiêu hồ sơ", "bình quân một ngày quý II/2023 nhận mấy hồ sơ"]
)
def test_all_are_no_average(asked):
    assert not is_answered(_last(asked))


@pytest.mark.parametrize(
    ("asked", "quarter"),
    [
        ("nhiệm vụ quý 3", "QUÝ III"),
        ("nhiem vu cua van phong ubnd tinh quy 3", "QUÝ III"),
        ("quý 3 phải làm gì", "QUÝ III"),
        ("nhiệm vụ quý 4", "QUÝ IV"),
        ("nhiệm vụ quý III/2023", "QUÝ III"),
    ],
)
def test_tasks_are_those_of_the_quarter_that_is_named(asked, quarter):
    assert f"{quarter} " in _last(asked).direct


def test_each_of_two_documents_is_told():
    said = _last("QĐ 812 và QĐ 934 ban hành khi nào").direct
    assert "10/07/2023 – Quyết định 812" in said
    assert "15/08/2023 – Quyết định 934" in said


def test_of_two_documents_the_one_that_is_not_there_is_named():
    said = _last("QĐ 812 và QĐ 777777 ban hành khi nào").direct
    assert said.startswith("Ngày 10/07/2023")
    assert "Không có Quyết định 777777" in said


def test_a_quarter_of_which_nothing_is_told_is_what_is_missing():
    assert _last("quý 4 có bao nhiêu hồ sơ trễ hạn?").direct.startswith("Chưa có số liệu này cho quý 4")


REGISTER = """BẢNG THEO DÕI VĂN BẢN
(Kèm theo Công văn số 31/VPUBND-KSTT ngày 02/10/2023 của Văn phòng UBND tỉnh Lâm Bình)

| STT | Số hiệu | Ngày ban hành | Nội dung | Cơ quan ban hành | Cơ quan chủ trì | Thời hạn | Trạng thái |
|---|---|---|---|---|---|---|---|
| 1 | 77/UBND-NC | 14/3/2023 | Chấn chỉnh kỷ luật giờ làm việc | UBND tỉnh Lâm Bình | Sở Nội vụ | 30/4/2023 | Đã hoàn thành |
| 2 | 812/QĐ-UBND | 10/7/2023 | Ban hành Quy chế xin lỗi khi trễ hạn | UBND tỉnh Lâm Bình | Văn phòng UBND tỉnh | 30/7/2023 | Đã hoàn thành |
"""
COMPARED = """UBND TỈNH LÂM BÌNH
VĂN PHÒNG UBND TỈNH
Số: 91/BC-VPUBND
Lâm Bình, ngày 20 tháng 9 năm 2023
BÁO CÁO
Tình hình giải quyết hồ sơ quý III năm 2023

| Chỉ tiêu | Quý II/2023 | Quý III/2023 |
|---|---|---|
| Hồ sơ tiếp nhận | 4.000 | 5.000 |
| Hồ sơ đã giải quyết | 3.900 | 4.950 |
"""


@pytest.mark.parametrize("asked", ["có ai bị kỷ luật không?", "co ai bi ky luat khong"])
def test_who_has_work_on_discipline_is_not_who_was_disciplined(asked):
    asker = of_texts(REGISTER)
    assert not is_answered(asker.ask(asked, today=TODAY).answer)


@pytest.mark.parametrize(
    "asked",
    ["hồ sơ chưa giải quyết quý III còn bao nhiêu", "hồ sơ chưa tiếp nhận quý 2", "ho so chua giai quyet quy 3"],
)
def test_a_row_of_what_was_done_tells_none_of_what_was_not(asked):
    answer = of_texts(COMPARED).ask(asked, today=TODAY).answer
    assert "4.950" not in answer.direct
    assert "4.000" not in answer.direct
