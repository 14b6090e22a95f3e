"""What officials type in a hurry is asked by its sense: dossiers as "bộ", what is late or owed, what was put off."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2023, 1, 10)
OFFICE = "Ủy ban nhân dân quận Bến Trúc"
ASKER = of_texts(
    news(
        "12/BC-UBND",
        "16/12/2022",
        "năm 2022",
        "Bộ phận Một cửa quận tiếp nhận 9.410 hồ sơ, trong đó nộp trực tiếp tại quầy 3.120 hồ sơ, trực tuyến 6.290 hồ sơ.",
        "Đã giải quyết 9.205 hồ sơ, trong đó quá hạn 87 hồ sơ.",
        "Thanh toán trực tuyến: 512 giao dịch, số tiền 244 triệu đồng.",
        "Tổ chức lớp tập huấn chữ ký số cho 96 công chức cấp quận (cấp phường học trực tuyến, 143 người).",
        "Nâng cấp cổng thông tin điện tử: giải ngân 640/900 triệu đồng, đạt 71,11%.",
        office=OFFICE,
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quận Bến Trúc năm 2022 để chậm mấy bộ hồ sơ?", "87 hồ sơ"),
        ("Năm 2022 quận Bến Trúc không kịp hẹn bao nhiêu bộ?", "87 hồ sơ"),
        ("Năm 2022 quận Bến Trúc lố hẹn mấy bộ", "87 hồ sơ"),
        ("Năm 2022 quận Bến Trúc trả xong bao nhiêu bộ?", "9.205 hồ sơ"),
        ("Năm 2022 bà con lên tận quầy quận Bến Trúc nộp bao nhiêu bộ?", "3.120 hồ sơ"),
        ("lệ phí bà con đóng qua mạng năm 2022 được bao nhiêu tiền", "244 triệu đồng"),
        ("Năm 2022 giải ngân nâng cấp cổng thông tin điện tử xong chưa?", "Chưa: 640/900 triệu đồng"),
    ],
)
def test_it_is_told_as_if_asked_at_leisure(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


IN_TIME = of_texts(
    news(
        "14/BC-UBND",
        "16/12/2022",
        "năm 2022",
        "Đã giải quyết 9.205 hồ sơ, trong đó trước hạn 4.000 hồ sơ, đúng hạn 5.118 hồ sơ, trễ hạn 87 hồ sơ.",
        office=OFFICE,
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Năm 2022 quận Bến Trúc giải quyết bao nhiêu hồ sơ mà không bị trễ?", "9.118 hồ sơ"),
        ("nam 2022 quan Ben Truc co bao nhieu ho so khong tre han", "9.118 hồ sơ"),
        ("Năm 2022 quận Bến Trúc có bao nhiêu hồ sơ trễ hạn?", "87 hồ sơ"),
    ],
)
def test_what_was_not_late_is_told_by_what_was_in_time(question, said):
    assert ask(question, asker=IN_TIME, today=TODAY).direct.startswith(said)


def test_what_was_not_late_is_not_told_by_what_was():
    answer = ask("Năm 2022 quận Bến Trúc giải quyết bao nhiêu hồ sơ không bị quá hạn?", asker=ASKER, today=TODAY)
    assert not answer.direct.startswith("87")


def test_what_was_paid_does_not_tell_whether_the_work_is_done():
    answer = ask("Nâng cấp cổng thông tin điện tử làm xong chưa?", asker=ASKER, today=TODAY)
    assert not answer.direct.startswith(("Chưa: 640", "Rồi"))


REGISTER = """DANH MỤC VĂN BẢN CẦN BAN HÀNH NĂM 2023 CỦA TỈNH HÒA LAM
Kèm theo Công văn số 77/VPUBND-KSTT ngày 06/4/2023 của Văn phòng UBND tỉnh; cập nhật đến ngày 31/3/2023
STT | Tên văn bản | Cơ quan chủ trì | Cơ quan ban hành | Hạn trình | Trạng thái | Số, ngày văn bản
1 | Quy chế phối hợp cấp phép xây dựng | Sở Xây dựng | UBND tỉnh | 30/4/2023 | Đang lấy ý kiến |
2 | Nghị quyết hỗ trợ chuyển đổi số cấp xã | Sở Tài chính | HĐND tỉnh | 15/6/2023 | Đang soạn thảo |
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quy chế phối hợp cấp phép xây dựng có bị trễ hạn trình không?", "đã quá hạn"),
        ("Quy chế phối hợp cấp phép xây dựng lố hạn trình chưa", "đã quá hạn"),
        ("Nghị quyết hỗ trợ chuyển đổi số cấp xã quá hạn trình chưa vậy?", "chưa quá hạn"),
    ],
)
def test_whether_it_is_late_is_told_by_its_deadline(question, said):
    answer = ask(question, asker=of_texts(REGISTER), today=date(2023, 5, 20))
    assert said in answer.direct, answer.direct


def test_what_a_plan_lays_down_tells_no_result():
    report = news(
        "31/BC-UBND",
        "16/12/2022",
        "năm 2022",
        "Căn cứ Kế hoạch số 45/KH-UBND ngày 27/12/2021, trong đó giao chỉ tiêu năm 2022 hồ sơ qua bưu chính đạt 15% trở lên.",
        office=OFFICE,
    )
    answer = ask("Năm 2022 quận có đạt chỉ tiêu gửi qua bưu chính không?", asker=of_texts(report), today=TODAY)
    assert not (is_answered(answer) and "15%" in answer.direct), answer.direct


def test_dossiers_of_a_year_are_not_held_against_procedures():
    report = news(
        "41/BC-UBND",
        "16/12/2022",
        "năm 2022",
        "Bộ phận Một cửa quận tiếp nhận 9.410 hồ sơ, tăng 610 hồ sơ so với năm 2021 (8.800 hồ sơ).",
        "Số thủ tục tiếp nhận tại Bộ phận Một cửa quận giảm từ 318 xuống 291 thủ tục.",
        office=OFFICE,
    )
    answer = ask("Quận Bến Trúc năm 2022 so năm 2021 tiếp nhận thế nào?", asker=of_texts(report), today=TODAY)
    assert "318" not in answer.direct, answer.direct
    assert "291" not in answer.direct, answer.direct


def test_who_passed_a_resolution_is_who_issued_it():
    report = news(
        "41/BC-UBND",
        "16/12/2022",
        "năm 2022",
        "HĐND tỉnh thông qua Nghị quyết số 19/2022/NQ-HĐND ngày 12/7/2022 giảm lệ phí hộ tịch.",
        office="Ủy ban nhân dân tỉnh Hòa Lam",
    )
    answer = ask("Nghị quyết 19/2022/NQ-HĐND do đâu thông qua?", asker=of_texts(report), today=TODAY)
    assert "HĐND tỉnh" in answer.direct, answer.direct


@pytest.mark.parametrize(
    "question",
    ["Quận Bến Trúc năm 2022 để chậm tiến độ mấy dự án?", "Quận Bến Trúc năm 2022 mua mấy bộ máy tính?"],
)
def test_the_same_words_of_other_things_ask_for_no_dossiers(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


def test_to_inspect_is_not_to_give_back():
    report = news("7/BC-UBND", "16/12/2022", "năm 2022", "Đã kiểm tra xong 11 xã.", office=OFFICE)
    answer = ask("Năm 2022 quận Bến Trúc kiểm tra xong mấy xã?", asker=of_texts(report), today=TODAY)
    assert answer.direct.startswith("11 xã"), answer.direct


def test_a_place_typed_without_marks_brings_nothing_down():
    report = news(
        "8/BC-UBND", "16/12/2022", "năm 2022", "Chỉ số PAR INDEX đạt 85,20 điểm.", office="Ủy ban nhân dân tỉnh Lam Hà"
    )
    answer = ask("PAR INDEX nam 2022 cua tinh Lam Ha duoc bao nhieu diem?", asker=of_texts(report), today=TODAY)
    assert "85,20" in answer.direct, answer.direct
