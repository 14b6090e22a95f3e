"""What officials say formally is asked as if said plainly: by what a report is gone, a draft, who answers for it, all levels."""

from datetime import date

import pytest

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

TODAY = date(2023, 1, 10)
OFFICE = "Văn phòng UBND tỉnh Hưng Hòa"
LAST = news(
    "88/BC-VPUBND",
    "16/9/2022",
    "quý III năm 2022",
    "Đề án Thư viện số do phải bổ sung kinh phí nên chưa trình được trong quý III/2022, chuyển sang quý IV/2022.",
    office=OFFICE,
)
NEWEST = news(
    "12/BC-VPUBND",
    "16/12/2022",
    "năm 2022",
    "Đề án Thư viện số đã được Sở Văn hóa trình UBND tỉnh ngày 02/12/2022.",
    "Ba cấp chính quyền tiếp nhận 61.000 hồ sơ. Ba cấp đã giải quyết 60.000 hồ sơ, trong đó trễ hạn 300 hồ sơ. Còn 1.000 hồ sơ đang giải quyết, trong đó 12 hồ sơ quá hạn.",
    "Khảo sát mức độ hài lòng (tháng 11/2022): 475/500 phiếu hài lòng, đạt 95,00%.",
    "Dự thảo Quyết định sửa đổi Bảng giá thuê nhà giai đoạn 2021 - 2025 đang lấy ý kiến, chưa trình UBND tỉnh.",
    office=OFFICE,
)
REGISTER = """BẢNG THEO DÕI VĂN BẢN GIAO VIỆC NĂM 2022 CỦA TỈNH HƯNG HÒA
Kèm theo Công văn số 77/VPUBND-KSTT ngày 06/12/2022 của Văn phòng UBND tỉnh; cập nhật đến ngày 30/11/2022
STT | Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái
1 | 415/UBND-KGVX | 10/4/2022 | Chuẩn hóa quy trình cấp thẻ thư viện | Sở Văn hóa và Thể thao | 15/6/2022 | Đang thực hiện
2 | 461/UBND-NC | 22/4/2022 | Kiểm tra công vụ tại 10 cơ quan | Sở Nội vụ | 30/10/2022 | Đã hoàn thành
"""
ASKER = of_texts(LAST, NEWEST, REGISTER)


@pytest.mark.parametrize(
    ("question", "part"),
    [
        ("Căn cứ báo cáo quý III/2022 thì Đề án Thư viện số đã trình UBND tỉnh chưa?", "chưa trình được"),
        ("Dự thảo quyết định sửa đổi bảng giá thuê nhà 2021 - 2025 đã trình UBND tỉnh chưa?", "Chưa trình"),
        ("Công văn 415/UBND-KGVX ai chịu trách nhiệm chính?", "Sở Văn hóa và Thể thao chủ trì"),
        ("Năm 2022 ba cấp chính quyền trong tỉnh để trễ bao nhiêu hồ sơ?", "300 hồ sơ"),
        ("Đợt khảo sát tháng 11/2022 có bao nhiêu phần trăm ý kiến hài lòng?", "95,00%"),
        ("Năm 2022 ba cấp giải quyết quá hạn bao nhiêu hồ sơ?", "300 hồ sơ"),
    ],
)
def test_it_is_understood(question, part):
    assert part in ask(question, asker=ASKER, today=TODAY).direct


def test_who_answers_for_a_document_is_told_after_what_it_is_about():
    chat = Chat(ASKER, TODAY)
    chat.ask("Công văn 415/UBND-KGVX về việc gì?")
    assert chat.ask("Đơn vị nào chịu trách nhiệm chính?").direct.startswith("Sở Văn hóa và Thể thao")


def test_who_is_to_blame_is_not():
    chat = Chat(ASKER, TODAY)
    chat.ask("Công văn 415/UBND-KGVX về việc gì?")
    assert not is_answered(chat.ask("Ai chịu trách nhiệm nếu trễ?"))


def test_a_draft_of_other_years_is_another():
    assert not is_answered(
        ask("Dự thảo quyết định sửa đổi bảng giá thuê nhà 2026 - 2030 đã trình chưa?", asker=ASKER, today=TODAY)
    )


LAW = news(
    "31/BC-STP",
    "16/12/2022",
    "năm 2022",
    "Thực hiện Quyết định số 512/QĐ-UBND ngày 12/10/2022 của UBND tỉnh, Sở đã rà soát 40 thủ tục.",
    "Sở ban hành Kế hoạch số 58/KH-STP ngày 30/01/2022 về kiểm tra.",
    office="Sở Tư pháp tỉnh Hưng Hòa",
)


@pytest.mark.parametrize(
    "question",
    [
        "Đề nghị kê các quyết định của UBND tỉnh được nêu trong báo cáo của Sở Tư pháp năm 2022.",
        "Liệt kê các quyết định nhắc đến trong báo cáo của Sở Tư pháp năm 2022",
    ],
)
def test_what_a_report_tells_of_is_listed(question):
    answer = ask(question, asker=of_texts(NEWEST, REGISTER, LAW), today=TODAY)
    assert ["512/QĐ-UBND" in quote.text for quote in answer.quotes] == [True]


CONTROL = LAW.replace("cải cách hành chính", "kiểm soát thủ tục hành chính")


def test_of_several_reports_the_one_is_summed_up_whose_title_says_what_is_asked():
    question = "Công tác kiểm soát thủ tục hành chính năm 2022 có kết quả gì đáng chú ý?"
    answer = ask(question, asker=of_texts(NEWEST, CONTROL), today=TODAY)
    assert {quote.report for quote in answer.quotes} == {"31/BC-STP"}


def test_where_no_title_says_it_is_asked_which():
    question = "Công tác kiểm soát thủ tục hành chính năm 2022 có kết quả gì đáng chú ý?"
    assert not is_answered(ask(question, asker=of_texts(NEWEST, LAW), today=TODAY))
