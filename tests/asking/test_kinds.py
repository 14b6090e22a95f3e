"""An answer is of the kind that was asked for, or there is none."""

from datetime import date

import pytest

from knowledge.answers import Answer, Outcome, Quote
from knowledge.asking.fulfilling import fulfils
from knowledge.asking.reading.phrasing import spelled_out
from tests.asking.libraries import Chat, news, of_texts, shipped

QUOTE = Quote(1, "12/BC-SNV", "Báo cáo", "Tinh giản 151 người.", date(2021, 9, 1))


def told(direct: str, *lines: str) -> Answer:
    return Answer(Outcome.ANSWERED, direct, lines=lines, quotes=(QUOTE,))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Kinh phí tinh giản biên chế là bao nhiêu tiền?", "151 người"),
        ("Ai ký báo cáo này?", "12/BC-SNV ngày 01/09/2021 của Sở Nội vụ"),
        ("Quy chế phối hợp ban hành ngày nào?", "Quy chế phối hợp của tỉnh"),
        ("Những huyện nào không đạt chỉ tiêu?", "50% (trực tuyến)"),
        ("Hồ sơ trực tuyến tăng giảm thế nào?", "1.190 hồ sơ"),
        ("Số quyết định là gì?", "Công văn 2951/UBND-NC ngày 07/09/2022"),
        ("Tổng đài khai trương trước 30/4/2022 phải không?", "Tổng đài nhận 16.480 cuộc gọi kể từ khi khai trương"),
    ],
)
def test_what_is_of_another_kind_is_no_answer(question, answer):
    assert not fulfils(shipped().read(question), told(answer))


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("Kinh phí tinh giản biên chế là bao nhiêu tiền?", "10.236 triệu đồng"),
        ("Ai ký báo cáo này?", "Nguyễn Văn An ký báo cáo 12/BC-SNV"),
        ("Quy chế phối hợp ban hành ngày nào?", "Chưa ban hành"),
        ("Những huyện nào không đạt chỉ tiêu?", "Huyện Đăk Rin và huyện Chư Bôi"),
        ("Hồ sơ trực tuyến tăng giảm thế nào?", "Tăng từ 1.190 hồ sơ đến 1.802 hồ sơ"),
        ("Số quyết định là gì?", "Quyết định 315/QĐ-UBND ngày 09/02/2023"),
    ],
)
def test_what_is_of_the_kind_asked_for_is_one(question, answer):
    assert fulfils(shipped().read(question), told(answer))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("ba quy dau nam 2022", "quy i, quy ii, quy iii nam 2022"),
        ("hai quy cuoi nam 2022", "quy iii, quy iv nam 2022"),
        ("ba nam 2020, 2021, 2022", "nam 2020, 2021, 2022"),
        ("trong hai nam 2020 va 2021", "trong nam 2020 va 2021"),
        ("huyen tra hai nam 2022", "huyen tra hai nam 2022"),
        ("ke hoach 5 nam 2021-2025", "ke hoach 5 nam 2021-2025"),
        ("chinh quyen dia phuong 2 cap", "chinh quyen dia phuong 2 cap"),
        ("de nghi khai quat ket qua", "khai quat ket qua"),
        ("phong noi vu quy iii duoc giao gi, han nao", "phong noi vu quy iii duoc giao gi"),
        ("phong noi vu co nhiem vu gi, han bao gio", "phong noi vu co nhiem vu gi"),
        ("ke hoach 22/kh-snv han nao", "ke hoach 22/kh-snv han nao"),
    ],
)
def test_what_is_counted_by_name_is_written_out(said, meant):
    assert spelled_out(said) == meant


PLAN = """UBND TỈNH HƯNG HÒA
SỞ NỘI VỤ
Số: 27/KH-SNV
Hưng Hòa, ngày 19 tháng 4 năm 2021

KẾ HOẠCH
Nhiệm vụ trọng tâm cải cách hành chính năm 2021

| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn | Ghi chú |
|----|----------|-----------------|----------|---------|
| 1 | Nâng cấp phần mềm theo dõi chỉ đạo điều hành | Văn phòng UBND tỉnh | 31/8/2021 | |
| 2 | Số hóa sổ hộ tịch của các huyện | Sở Tư pháp | 30/11/2021 | |
| 3 | Công bố kết quả khảo sát hài lòng nội bộ | Sở Nội vụ | 15/5/2021 | Đã hoàn thành ngày 12/4/2021 |
"""


def plan() -> Chat:
    return Chat(of_texts(PLAN))


def test_a_row_of_a_plan_says_by_when():
    answer = plan().ask("hạn chót số hóa sổ hộ tịch của Sở Tư pháp là ngày nào")
    assert "30/11/2021" in answer.direct


def test_what_falls_due_in_a_month_is_listed():
    answer = plan().ask("việc nào có hạn trong tháng 8/2021?")
    assert "Nâng cấp phần mềm" in answer.lines[0]
    assert len(answer.lines) == 1


def test_what_the_row_says_is_done_is_not_called_overdue():
    answer = plan().ask("công bố kết quả khảo sát hài lòng nội bộ quá hạn chưa?")
    assert answer.direct.startswith("Đã hoàn thành ngày 12/4/2021")


def test_a_number_beyond_the_years_of_reports_is_a_documents():
    text = news(
        "12/BC-VP",
        "15/6/2021",
        "quý II năm 2021",
        "UBND tỉnh ban hành Quyết định số 2057/QĐ-UBND ngày 12/5/2021 về kiện toàn Ban Chỉ đạo.",
    )
    assert "12/05/2021" in Chat(of_texts(text)).ask("QĐ 2057 KÝ NGÀY NÀO?").direct


def test_what_is_to_be_reached_is_no_result():
    text = news(
        "12/BC-VP", "15/6/2021", "quý II năm 2021", "Mục tiêu: tỷ lệ hồ sơ trực tuyến năm 2021 đạt từ 70% trở lên."
    )
    assert (
        Chat(of_texts(text)).ask("năm 2021 tỷ lệ hồ sơ trực tuyến thực hiện được bao nhiêu?").outcome
        is Outcome.NOT_FOUND
    )


def test_an_index_is_not_another():
    text = news(
        "12/BC-VP",
        "15/6/2021",
        "quý II năm 2021",
        "Chỉ số PAR INDEX năm 2020 đạt 84,26 điểm.",
        "Chỉ số DDCI năm 2021 đạt 73,59 điểm.",
    )
    chat = Chat(of_texts(text))
    assert "84,26" in chat.ask("PAR INDEX năm 2020 bao nhiêu điểm?").direct
    assert "73,59" not in chat.ask("PAR INDEX năm 2021 bao nhiêu điểm?").direct


def test_who_is_charged_with_a_document_did_not_issue_it():
    text = news(
        "12/BC-VP",
        "15/6/2021",
        "quý II năm 2021",
        "Ngày 22/5/2021, UBND tỉnh ban hành Quyết định số 764/QĐ-UBND về quy chế phối hợp, giao Sở Giao thông vận tải chủ trì thực hiện.",
    )
    answer = Chat(of_texts(text)).ask("có phải Quyết định 764/QĐ-UBND do Sở Giao thông vận tải ban hành không?")
    assert answer.direct.startswith("Không")
