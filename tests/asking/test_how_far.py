"""How far a named piece of work is, whether it came as planned, by when it is due and on which day it was so."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2024, 10, 20)
WORK = """DANH MỤC CÔNG VIỆC CẢI CÁCH HÀNH CHÍNH NĂM 2024
(Kèm theo Công văn số 2210/VPUBND-KSTT ngày 08/10/2024 của Văn phòng UBND tỉnh Hưng Hòa; cập nhật đến ngày 30/9/2024)

TT | Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái | Ghi chú
1 | 512/UBND-KSTT | 14/3/2024 | Rút ngắn thời gian cấp giấy phép biển quảng cáo | Sở Xây dựng | 31/7/2024 | Hoàn thành | 26/7/2024
2 | 655/UBND-NC | 02/4/2024 | Báo cáo tình hình nhà làm việc bỏ trống | Sở Tài chính | 20/9/2024 | Quá hạn, chưa báo cáo | Đã nhắc 02 lần
3 | | | Tổ chức hội thi tuyên truyền viên giỏi | Tỉnh đoàn | 30/11/2024 | Tạm dừng | Chưa có kinh phí
4 | 901/UBND-KGVX | 20/5/2024 | Kho tài liệu điện tử dùng chung | Sở Khoa học và Công nghệ | 31/3/2025 | Đang thực hiện |
"""
ASKER = of_texts(
    news(
        "77/BC-VPUBND",
        "20/3/2024",
        "quý I năm 2024",
        "Nền tảng LGSP của tỉnh đang nâng cấp, dự kiến hoàn thành trong quý II/2024.",
        "Phòng họp không giấy tờ: thí điểm từ ngày 12/02/2024.",
        "Trong quý chưa tiến hành kiểm tra cải cách hành chính do các đơn vị tập trung tổng kết.",
    ),
    news(
        "166/BC-VPUBND",
        "20/6/2024",
        "quý II năm 2024",
        "Nền tảng LGSP của tỉnh chưa nâng cấp xong do phải mời thầu lại, lùi sang quý IV/2024.",
        "Phòng họp không giấy tờ được đưa vào sử dụng chính thức từ ngày 03/6/2024.",
        "Trợ lý ảo của Trung tâm hoạt động chính thức từ ngày 17/6/2024.",
        "Đang xây dựng bản đồ số hộ kinh doanh, dự kiến công bố trong quý III/2024.",
        "Đã kiểm tra cải cách hành chính tại 09 cơ quan.",
    ),
    WORK,
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("LGSP của tỉnh làm xong chưa?", "lùi sang quý IV/2024"),
        ("Nâng cấp LGSP có hoàn thành trong quý II/2024 như kế hoạch không?", "lùi sang quý IV/2024"),
        ("Bản đồ số hộ kinh doanh tới đâu rồi?", "Đang xây dựng bản đồ số hộ kinh doanh"),
        ("Phòng họp không giấy tờ chính thức dùng từ hôm nào?", "Ngày 03/06/2024"),
        ("Trợ lý ảo đã chạy chính thức chưa?", "từ ngày 17/6/2024"),
        (
            "Việc rút ngắn thời gian cấp giấy phép biển quảng cáo có xong trước hạn không?",
            "Hoàn thành (26/07/2024): Rút ngắn thời gian cấp giấy phép biển quảng cáo (512/UBND-KSTT) – hạn 31/07/2024",
        ),
        ("Việc xây kho tài liệu điện tử dùng chung phải xong trước ngày nào?", "Hạn 31/03/2025"),
        ("Nhiệm vụ báo cáo tình hình nhà làm việc bỏ trống đang ở trạng thái nào?", "Quá hạn, chưa báo cáo"),
        ("Hội thi tuyên truyền viên giỏi tình hình sao rồi?", "Tạm dừng"),
    ],
)
def test_it_is_told_by_the_newest_that_names_it(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer), answer.direct
    assert said in answer.direct


def test_what_a_later_list_says_is_not_told_of_an_earlier_quarter():
    answer = ask("Trong quý I/2024 tỉnh đã đi kiểm tra cải cách hành chính ở đâu chưa?", asker=ASKER, today=TODAY)
    assert "09 cơ quan" not in answer.direct


@pytest.mark.parametrize(
    "question",
    [
        "Nhà làm việc tới đâu rồi?",  # less than its name
        "Bản đồ quy hoạch tới đâu rồi?",
        "Kho tài liệu giấy phải xong trước ngày nào?",
        "Trợ lý ảo của Sở Tài chính đã chạy chính thức chưa?",
    ],
)
def test_nothing_else_is_told_for_it(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


def test_by_which_report_it_is_asked_is_no_plan_that_it_is_held_against():
    answer = ask("Theo báo cáo quý I/2024 thì LGSP của tỉnh nâng cấp xong chưa?", asker=ASKER, today=TODAY)
    assert "quý IV/2024" not in answer.direct


def test_all_tasks_of_a_plan_are_no_one_piece_of_work():
    answer = ask("Đã làm xong hết nhiệm vụ của Kế hoạch cải cách hành chính năm 2023 chưa?", asker=ASKER, today=TODAY)
    assert not is_answered(answer)


LISTED = of_texts(
    news(
        "12/BC-SNV",
        "14/3/2024",
        "quý I năm 2024",
        "Việc hợp nhất Trung tâm Lưu trữ và Tạp chí Xây dựng: chưa có quyết định.",
    ),
    """DANH MỤC QUYẾT ĐỊNH NĂM 2024
(Kèm theo Công văn số 1877/UBND-NC ngày 02/10/2024 của UBND tỉnh Hưng Hòa)

TT | Số quyết định | Ngày ban hành | Trích yếu | Đơn vị tham mưu | Ngày có hiệu lực
1 | 561/QĐ-UBND | 08/7/2024 | Hợp nhất Trung tâm Lưu trữ và Tạp chí Xây dựng | Sở Nội vụ | 01/9/2024
""",
)


def test_a_newer_row_is_told_rather_than_a_sentence_that_says_not_yet():
    answer = ask(
        "Việc hợp nhất Trung tâm Lưu trữ và Tạp chí Xây dựng đã có quyết định chưa?", asker=LISTED, today=TODAY
    )
    assert "561/QĐ-UBND" in answer.direct


def test_a_column_tells_since_when_a_document_holds():
    answer = ask("Quyết định 561/QĐ-UBND có hiệu lực từ ngày nào?", asker=LISTED, today=TODAY)
    assert "01/09/2024" in answer.direct


def test_a_task_for_the_time_behind_a_period_tells_nothing_of_it():
    report = news(
        "47/BC-VP",
        "14/3/2021",
        "quý I năm 2021",
        "IV. NHIỆM VỤ QUÝ II NĂM 2021",
        "1. Trung tâm Phục vụ hành chính công tỉnh: khảo sát mức độ hài lòng, xong trước ngày 31/5/2021.",
    )
    question = "Quý I/2021 Trung tâm Phục vụ hành chính công tỉnh đã khảo sát mức độ hài lòng chưa?"
    assert not is_answered(ask(question, asker=of_texts(report), today=TODAY))


ALLOWED = of_texts(
    news(
        "61/BC-VPUBND",
        "14/12/2021",
        "năm 2021",
        "Ngày 16/11/2021 Bộ Ngoại giao có công văn thống nhất cho tiếp nhận hồ sơ chứng nhận lãnh sự tại Trung tâm Hành chính công tỉnh.",
        "Từ ngày 05/10/2021 Trung tâm Hành chính công tỉnh tiếp nhận hồ sơ hộ chiếu.",
    )
)


def test_that_something_is_allowed_tells_not_that_it_is_done():
    asked = "Trung tâm Hành chính công đã nhận hồ sơ chứng nhận lãnh sự chưa?"
    assert not is_answered(ask(asked, asker=ALLOWED))


def test_what_is_done_since_a_day_is_told():
    assert "05/10/2021" in ask("Trung tâm Hành chính công đã nhận hồ sơ hộ chiếu chưa?", asker=ALLOWED).direct
