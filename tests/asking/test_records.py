"""Lists of work, projects called by their numbers, numbers asked about, two things asked at once."""

from datetime import date
from functools import cache

import pytest

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2021, 9, 20)
HALF = """UBND TỈNH HƯNG HÒA
SỞ NỘI VỤ
Số: 77/BC-SNV
Hưng Hòa, ngày 18 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021

Sở Nội vụ báo cáo kết quả 6 tháng đầu năm 2021 (số liệu từ ngày 15/12/2020 đến ngày 14/6/2021) như sau:

UBND tỉnh ban hành Quyết định số 512/QĐ-UBND ngày 05/3/2021 thành lập Tổ công tác triển khai Đề án 09.

UBND tỉnh có Công văn số 640/UBND-NC ngày 20/01/2021 xin ý kiến Bộ Nội vụ về số lượng cấp phó. Ngày 12/5/2021 Bộ Nội vụ có \
Công văn số 1733/BNV-TCBC trả lời Công văn số 640/UBND-NC, đồng ý với đề nghị của tỉnh.

Toàn tỉnh tiếp nhận 61.204 hồ sơ, trong đó trực tuyến 18.417 hồ sơ. Đã giải quyết 60.112 hồ sơ, trễ hạn 903 hồ sơ.

Sở Nội vụ vận hành theo cơ cấu mới từ ngày 01/4/2021.

Đề án khoán xe công đang được xây dựng, dự kiến trình trong quý II/2021.

Do dịch bệnh, Bộ phận Một cửa tạm ngừng tiếp công dân từ ngày 10/5/2021 đến hết ngày 30/5/2021.
"""
WORK = """DANH MỤC VIỆC UBND TỈNH HƯNG HÒA GIAO NĂM 2021
(Kèm Công văn số 903/SNV-CCHC ngày 02/8/2021 của Sở Nội vụ)
TT\tVăn bản giao\tNgày giao\tViệc phải làm\tNơi thực hiện\tHạn chót\tTình trạng
1\t318/UBND-NC\t04/3/2021\tRà soát vị trí việc làm\tSở Nội vụ\t30/6/2021\tXong
2\t402/UBND-TH\t11/3/2021\tMở rộng thanh toán phí\tSở Tài chính\t31/7/2021\tTrễ hạn
3\t455/UBND-TH\t02/4/2021\tXây dựng Đề án khoán xe công\tSở Tài chính\t30/11/2021\tĐang làm
"""


@cache
def asker() -> Asker:
    return of_texts(HALF, WORK)


def said(question: str) -> str:
    answer = ask(question, asker=asker(), today=TODAY)
    return " ".join((answer.direct, *answer.lines)) if is_answered(answer) else answer.outcome.value


@pytest.mark.parametrize("question", ["Tổ công tác Đề án 09 lập ngày mấy?", "to cong tac de an 9 thanh lap hoi nao"])
def test_a_project_called_by_its_number_is_what_is_spoken_of(question):
    assert "05/03/2021" in said(question)


def test_the_row_of_a_later_register_tells_more_of_a_planned_document_than_the_plan():
    assert said("Đề án khoán xe công tới đâu rồi?").startswith("Đang làm")


def test_a_project_that_no_report_names_is_not_found():
    assert said("Đề án 11 lập ngày mấy?") == "not_found"


def test_a_wrong_year_held_up_gets_the_true_day():
    assert said("Tổ công tác Đề án 09 lập hồi năm 2020 phải không?").startswith("Không phải")


@pytest.mark.parametrize("question", ["Số 18.417 là đếm cái gì?", "con số 18.417 là gì vậy"])
def test_a_number_is_told_by_its_sentence(question):
    assert "trực tuyến 18.417 hồ sơ" in said(question)


def test_a_number_has_the_days_that_it_covers():
    assert "15/12/2020" in said("61.204 hồ sơ là đếm từ hồi nào tới hồi nào?")


def test_a_number_that_no_report_has_is_not_found():
    assert said("Số 18.418 là đếm cái gì?") == "not_found"


@pytest.mark.parametrize(
    "typed", ["6 tháng 2021 nhận nhiêu hồ sơ, trễ mấy cái?", "6 thang 2021 nhan nhieu ho so, tre may cai"]
)
def test_two_things_asked_of_one_subject_are_both_told(typed):
    assert "61.204" in said(typed)
    assert "903" in said(typed)


def test_a_letter_is_answered_by_the_later_one():
    assert "1733/BNV-TCBC" in said("Công văn 640 xin ý kiến, Bộ trả lời chưa?")


def test_what_is_done_since_a_day_is_no_window_of_figures():
    assert "01/4/2021" in said("Cơ cấu mới của Sở Nội vụ chạy từ bữa nào?")


def test_a_body_has_the_work_it_is_charged_with():
    assert said("Sở Tài chính được giao mấy việc trong danh mục?").startswith("2 việc")


def test_work_that_a_body_gave_to_others_may_be_late():
    told = said("Kể giùm mấy việc trễ hạn trong danh mục UBND tỉnh giao")
    assert "402/UBND-TH" in told
    assert "318/UBND-NC" not in told


def test_a_ward_called_by_a_number_that_no_report_names_is_unknown():
    assert ask("Phường 5 nộp mạng được nhiêu?", asker=asker(), today=TODAY).outcome is Outcome.NOT_FOUND


def test_a_number_before_its_type_is_a_document():
    assert "77/BC-SNV" in said("77 là báo cáo gì vậy")


def test_what_stopped_for_a_time_has_its_days():
    assert "10/05/2021" in said("Mùa dịch ngưng tiếp công dân từ ngày nào, tới ngày nào?")
