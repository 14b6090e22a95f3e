"""A list of work that names no documents: its rows by state and by code."""

from datetime import date

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, of_texts

LIST = """BẢNG PHÂN CÔNG NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA TỈNH HƯNG HÒA

(Kèm theo Quyết định số 76/QĐ-UBND ngày 26/01/2022 của UBND tỉnh Hưng Hòa; cập nhật đến ngày 31/5/2022)

| Mã nhiệm vụ | Nội dung nhiệm vụ | Cơ quan chủ trì | Hạn hoàn thành | Tình hình thực hiện | Ghi chú |
|---|---|---|---|---|---|
| HH01 | Số hóa kho lưu trữ hộ tịch | Sở Tư pháp | 31/3/2022 | Đã hoàn thành | Xong ngày 28/3/2022 |
| HH02 | Cấu trúc lại quy trình hồ sơ đất đai | Sở Tài nguyên và Môi trường | 15/4/2022 | Quá hạn | Xin lùi đến 30/6/2022 |
| HH03 | Mở rộng trợ lý ảo ra 40 xã | Sở Thông tin và Truyền thông | 30/7/2022 | Đang thực hiện | Chạy thử ở 05 xã |
| HH04 | Khảo sát hài lòng của người bệnh | Sở Y tế | 30/10/2022 | Chưa thực hiện | |
"""
DAY = date(2022, 6, 10)


def _ask(question: str):
    return ask(question, asker=of_texts(LIST), today=DAY)


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Bảng phân công năm 2022 đang có việc nào quá hạn?", "đất đai"),
        ("những nhiệm vụ nào chưa thực hiện trong bảng phân công năm 2022", "người bệnh"),
        ("nhiệm vụ nào đã hoàn thành trong bảng phân công năm 2022?", "hộ tịch"),
    ],
)
def test_the_rows_in_a_state_are_listed_and_no_others(question, expected):
    told = _ask(question)
    assert told.direct == "1 việc"
    assert [expected in line for line in told.lines] == [True]


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Nhiệm vụ HH03 là gì?", "Mở rộng trợ lý ảo"),
        ("HH02 làm tới đâu rồi", "Quá hạn (Xin lùi đến 30/6/2022)"),
        ("HH03 quá hạn chưa?", "Chưa quá hạn, còn 50 ngày"),
        ("hạn của HH04 là ngày nào", "Hạn 30/10/2022"),
        ("Đơn vị nào chủ trì HH01?", "Sở Tư pháp chủ trì"),
        ("Việc mở rộng trợ lý ảo ra 40 xã đã trễ chưa?", "Chưa quá hạn: hạn 30/07/2022, còn 50 ngày"),
    ],
)
def test_a_row_is_told_by_its_code_or_its_words(question, expected):
    assert expected in _ask(question).direct


def test_a_code_that_no_row_has_is_none():
    told = _ask("Nhiệm vụ HH09 là gì?")
    assert told.outcome is Outcome.NOT_FOUND


ASSIGNED = """BẢNG THEO DÕI NHIỆM VỤ CẢI CÁCH HÀNH CHÍNH NĂM 2022 CỦA TỈNH HƯNG HÒA

(Kèm theo Công văn số 512/SNV-CCHC ngày 02/6/2022 của Sở Nội vụ; cập nhật đến ngày 31/5/2022)

| STT | Nhiệm vụ | Văn bản giao | Ngày văn bản | Cơ quan chủ trì | Thời hạn | Tình trạng |
|---|---|---|---|---|---|---|
| 1 | Xây dựng kho dữ liệu dùng chung | 76/QĐ-UBND | 26/01/2022 | Sở Thông tin và Truyền thông | 30/4/2022 | Quá hạn |
| 2 | Ban hành Bộ chỉ số đánh giá cấp xã | 76/QĐ-UBND | 26/01/2022 | Sở Nội vụ | 30/9/2022 | Đang thực hiện |
| 3 | Giải quyết dứt điểm hồ sơ đất đai tồn | 04/CT-UBND | 15/3/2022 | Sở Tài nguyên và Môi trường | 31/5/2022 | Quá hạn |
"""
TOLD = """Văn phòng UBND tỉnh Hưng Hòa: cải cách hành chính quý I năm 2022

Văn phòng UBND tỉnh Hưng Hòa ban hành Báo cáo số 88/BC-VP ngày 20/3/2022 về kết quả công tác cải cách hành chính quý I năm 2022.

UBND tỉnh ban hành Quyết định số 76/QĐ-UBND ngày 26/01/2022 về việc ban hành Kế hoạch cải cách hành chính năm 2022.

UBND tỉnh ban hành Chỉ thị số 04/CT-UBND ngày 15/3/2022 về tăng cường kỷ luật, kỷ cương.
"""


def test_work_is_listed_whole_where_one_plan_assigns_several_rows_and_reports_say_what_that_plan_is():
    told = ask("Những nhiệm vụ nào đang quá hạn?", asker=of_texts(ASSIGNED, TOLD), today=date(2022, 6, 10))
    assert told.direct == "2 việc"
    assert [any(words in line for line in told.lines) for words in ("kho dữ liệu", "đất đai")] == [True, True]


def test_how_far_a_row_is_that_shares_its_number_is_told_of_that_row():
    told = ask("Bộ chỉ số đánh giá cấp xã tới đâu rồi?", asker=of_texts(ASSIGNED, TOLD), today=date(2022, 6, 10))
    row = told.quotes[0].text
    assert ("Bộ chỉ số" in row, "Đang thực hiện" in row) == (True, True)


def test_rows_of_a_body_answer_no_question_after_something_else():
    told = ask("Sở Nội vụ có những mô hình gì?", asker=of_texts(ASSIGNED, TOLD), today=date(2022, 6, 10))
    assert told.outcome is Outcome.NOT_FOUND


def test_what_a_plan_assigns_is_listed_from_its_rows():
    told = ask("Quyết định 76/QĐ-UBND giao những việc gì?", asker=of_texts(ASSIGNED, TOLD), today=DAY)
    assert told.direct == "Quyết định 76/QĐ-UBND giao 2 việc"


def test_nobodys_place_is_called_by_what_a_province_does():
    bodies = of_texts(ASSIGNED).read("Nhiệm vụ tỉnh giao Sở Nội vụ nào đang quá hạn?").bodies
    assert [b.organisation.body for b in bodies] == ["so noi vu"]


def test_work_that_is_done_is_not_what_is_to_be_done():
    told = ask("Kể ra các nhiệm vụ tỉnh giao năm 2022 đã hoàn thành", asker=of_texts(ASSIGNED, TOLD), today=DAY)
    assert told.outcome is Outcome.NOT_FOUND


NAMED = of_texts(
    """BẢNG THEO DÕI NHIỆM VỤ UBND TỈNH SÔNG CÁI GIAO NĂM 2021
| STT | Số văn bản giao | Ngày văn bản | Nội dung nhiệm vụ | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|
| 1 | 210/UBND-NC | 02/3/2021 | Rà soát vị trí việc làm | Sở Nội vụ | 30/10/2021 | Đang thực hiện |
| 2 | 377/UBND-KT | 11/5/2021 | Số hóa hồ sơ đất đai | Sở Tài chính | 30/9/2021 | Đang thực hiện |
| 3 | 401/UBND-KT | 20/5/2021 | Thi tuyển công chức cấp xã | Sở Nội vụ | 15/11/2021 | Đang thực hiện |
""",
    """UBND TỈNH SÔNG CÁI
UBND HUYỆN BÃI SẬY
Số: 61/BC-UBND
Bãi Sậy, ngày 12 tháng 9 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý III năm 2021
III. KIẾN NGHỊ, NHIỆM VỤ
1. Đề nghị Sở Nội vụ bổ sung 02 công chức.
""",
)


@pytest.mark.parametrize(
    "question",
    [
        "Cho xin các đầu việc đứng tên Sở Nội vụ trong bảng theo dõi năm 2021",
        "Các nhiệm vụ của Sở Nội vụ trong bảng theo dõi",
        "Sở Nội vụ chủ trì những việc nào trong bảng theo dõi?",
    ],
)
def test_of_a_register_that_is_named_only_its_rows_are_told(question):
    answer = ask(question, asker=NAMED)
    assert (answer.direct, len(answer.quotes)) == ("2 việc giao Sở Nội vụ", 2)


@pytest.mark.parametrize(
    "question", ["Các nhiệm vụ của Sở Y tế trong bảng theo dõi", "Việc của Sở Nội vụ trong bảng theo dõi năm 2020"]
)
def test_who_is_charged_with_nothing_in_it_is_told_nothing(question):
    assert not is_answered(ask(question, asker=NAMED))


def test_what_it_says_there_is_how_far_the_work_is():
    question = "Chỗ Sở Nội vụ đã bắt tay vào thi tuyển công chức cấp xã chưa, bảng theo dõi ghi sao?"
    assert ask(question, asker=NAMED).direct.startswith("Đang thực hiện")


def test_of_work_that_it_does_not_list_nothing_is_said():
    question = "Chỗ Sở Nội vụ đã bắt tay vào nâng cấp cổng thông tin chưa, bảng theo dõi ghi sao?"
    assert not is_answered(ask(question, asker=NAMED))


LATE = of_texts(
    """BẢNG THEO DÕI NHIỆM VỤ UBND TỈNH SÔNG CÁI GIAO NĂM 2021
| STT | Số văn bản giao | Ngày văn bản | Nội dung nhiệm vụ | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|
| 1 | 210/UBND-NC | 02/3/2021 | Rà soát vị trí việc làm | Sở Nội vụ | 30/6/2021 | Quá hạn, chưa báo cáo |
| 2 | 377/UBND-KT | 11/5/2021 | Số hóa hồ sơ đất đai | Sở Tài chính | 30/7/2021 | Đã hoàn thành |
| 3 | 401/UBND-KT | 20/5/2021 | Thi tuyển công chức cấp xã | Sở Nội vụ | 15/11/2021 | Đang thực hiện |
""",
)


@pytest.mark.parametrize(
    "question",
    [
        "Tính tới 15/9/2021 những văn bản tỉnh giao nào đã trễ mà chưa thấy báo cáo?",
        "những văn bản nào đã trễ mà chưa có báo cáo",
    ],
)
def test_work_that_is_late_and_of_which_no_word_has_come_is_told_by_its_state(question):
    answer = ask(question, asker=LATE)
    assert (is_answered(answer), len(answer.quotes)) == (True, 1)
    assert "210/UBND-NC" in answer.quotes[0].text
