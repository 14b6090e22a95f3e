"""Targets met and missed, tasks with who and by when, lists of documents over all reports."""

from datetime import date

import pytest

from tests.asking.libraries import YEAR_HEAD, Chat, ask, is_answered, news, of_texts

TARGETS = """UBND TỈNH HƯNG HÒA
Số: 9/BC-UBND
Hưng Hòa, ngày 15 tháng 12 năm 2021

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2021

Kết quả thực hiện chỉ tiêu năm 2021:

Chỉ tiêu\tKế hoạch năm 2021\tKết quả năm 2021\tĐánh giá
Tỷ lệ hồ sơ trực tuyến (%)\t40\t36,5\tKhông đạt
Tỷ lệ hài lòng của người dân (%)\t90\t92,1\tĐạt
Số hóa kết quả giải quyết thủ tục hành chính (%)\t60\t48\tKhông đạt
"""
TASKS = news(
    "21/BC-SNV",
    "15/6/2021",
    "quý II năm 2021",
    "PHƯƠNG HƯỚNG, NHIỆM VỤ QUÝ III NĂM 2021",
    "1. Sở Thông tin và Truyền thông chủ trì nâng cấp Cổng dịch vụ công của tỉnh, hoàn thành trước ngày 30/8/2021.",
    "2. Sở Tài chính bố trí 2,5 tỷ đồng để nâng cấp Cổng dịch vụ công.",
    "3. Sở Nội vụ kiểm tra công tác cải cách hành chính tại 05 xã trước ngày 15/9/2021.",
    office="Sở Nội vụ tỉnh Hưng Hòa",
)


def test_targets_missed_are_listed_and_those_met_are_not():
    answer = ask("năm 2021 tỉnh có những chỉ tiêu nào không đạt?", asker=of_texts(TARGETS))
    assert is_answered(answer)
    told = " ".join(answer.lines)
    assert "trực tuyến" in told
    assert "Số hóa" in told
    assert "hài lòng" not in told


@pytest.mark.parametrize(
    ("question", "verdict", "value"),
    [
        ("năm 2021 có đạt chỉ tiêu hồ sơ trực tuyến không?", "Không đạt", "36,5"),
        ("chỉ tiêu hài lòng năm 2021 có đạt không", "Đạt", "92,1"),
    ],
)
def test_one_target_is_judged_by_the_tables_own_verdict(question, verdict, value):
    answer = ask(question, asker=of_texts(TARGETS))
    assert answer.direct.startswith(verdict)
    assert value in answer.direct


def test_what_the_target_was_is_no_verdict():
    answer = ask("chỉ tiêu hồ sơ trực tuyến năm 2021 đặt ra là bao nhiêu phần trăm", asker=of_texts(TARGETS))
    assert answer.direct.startswith("40")


def test_who_leads_a_task_and_by_when_in_the_next_question():
    chat = Chat(of_texts(TASKS), date(2021, 9, 9), "vi")
    assert chat.ask("Ai chủ trì nâng cấp Cổng dịch vụ công của tỉnh?").direct.startswith("Sở Thông tin và Truyền thông")
    due = chat.ask("hạn tới ngày nào ạ")
    assert "30/08/2021" in due.direct
    assert "đã quá hạn 10 ngày nếu chưa xong" in due.direct


def test_what_a_unit_is_charged_with_is_listed():
    answer = ask("Sở Nội vụ được giao việc gì?", asker=of_texts(TASKS))
    said = " ".join((answer.direct, *answer.lines))
    assert "kiểm tra" in said
    assert "bố trí" not in said


def test_documents_are_listed_by_issuer_and_time():
    issued = news(
        "5/BC-SNV",
        "20/3/2021",
        "quý I năm 2021",
        "Sở Nội vụ ban hành Kế hoạch số 09/KH-SNV ngày 20/01/2021 về cải cách hành chính của Sở.",
        "Sở Nội vụ ban hành Kế hoạch số 31/KH-SNV ngày 02/4/2021 về tự kiểm tra.",
        "UBND tỉnh ban hành Kế hoạch số 15/KH-UBND ngày 14/01/2021 về cải cách hành chính của tỉnh.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    )
    answer = ask("kể tên các kế hoạch do Sở Nội vụ ban hành trong quý I/2021", asker=of_texts(issued))
    assert [line for line in answer.lines if "09/KH-SNV" in line]
    assert not [line for line in answer.lines if "31/KH-SNV" in line or "15/KH-UBND" in line]


def test_two_levels_are_compared():
    text = news("7/BC-VP", "15/12/2021", "năm 2021", "Toàn tỉnh tiếp nhận 900 hồ sơ, trong đó cấp huyện 300 hồ sơ, cấp xã 600 hồ sơ.")  # fmt: skip
    answer = ask("năm 2021 cấp huyện hay cấp xã tiếp nhận nhiều hồ sơ hơn?", asker=of_texts(text))
    assert is_answered(answer)
    assert "300" in answer.direct
    assert "600" in answer.direct


def test_what_a_document_replaces_and_what_replaces_it():
    text = news(
        "8/BC-VP",
        "15/12/2021",
        "năm 2021",
        "Ngày 21/11/2021, UBND tỉnh ban hành Quyết định số 2417/QĐ-UBND về Quy chế xin lỗi, thay thế Quyết định số 530/QĐ-UBND ngày 14/3/2018.",
    )
    asker = of_texts(text)
    assert "2417/QĐ-UBND" in ask("Quyết định 530 năm 2018 còn hiệu lực không", asker=asker).direct
    chat = Chat(asker, date(2021, 12, 20), "vi")
    chat.ask("Quyết định 2417 ban hành ngày nào?")
    assert "530/QĐ-UBND" in chat.ask("nó thay cho quyết định nào?").direct


def test_what_is_put_in_anothers_place_without_more_words_is_told():
    text = news(
        "9/BC-VP",
        "15/12/2021",
        "năm 2021",
        "UBND tỉnh ban hành Quyết định số 77/QĐ-UBND ngày 22/7/2021 về Quy chế hoạt động của Trung tâm (hiệu lực từ 01/8/2021; thay Quyết định số 31/QĐ-UBND ngày 17/5/2019).",
        "UBND tỉnh ban hành Quyết định số 90/QĐ-UBND ngày 12/8/2021 về thay máy in, thay bà Lê Thị Na (Kế hoạch số 12/KH-UBND ngày 05/8/2021).",
    )
    asker = of_texts(text)
    assert ask("QĐ 77 thay quyết định số mấy", asker=asker).direct.startswith("Thay thế Quyết định 31/QĐ-UBND")
    assert "77/QĐ-UBND" in ask("Quyết định 31 bị thay bằng văn bản nào", asker=asker).direct
    assert not is_answered(ask("Quyết định 90 thay kế hoạch nào", asker=asker))


TO_DO = of_texts(
    news(
        "41/BC-UBND",
        "15/6/2021",
        "quý II năm 2021",
        "IV. NHIỆM VỤ QUÝ III NĂM 2021",
        "1. Sở Thông tin và Truyền thông khai trương Trung tâm điều hành thông minh (IOC) trước ngày 30/9/2021.",
        "2. Văn phòng Đăng ký đất đai tuyển dụng 15 viên chức đo đạc trong tháng 8/2021.",
        office="UBND tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("IOC giao sở nào làm, khi nào xong?", "Sở Thông tin và Truyền thông"),
        ("Việc tuyển 15 viên chức đo đạc giao ai, bao giờ làm?", "Văn phòng Đăng ký đất đai"),
    ],
)
def test_a_task_is_found_by_its_name_in_capitals_or_by_the_everyday_word(question, unit):
    assert ask(question, asker=TO_DO).direct.startswith(f"{unit} chủ trì")


BESIDE = of_texts(
    YEAR_HEAD + "1. Kết quả\n"
    "Tỷ lệ chứng thực điện tử đạt 61,35% (chỉ tiêu 70%), tỷ lệ thanh toán trực tuyến đạt 52,40% (chỉ tiêu 50%).\n"
    "Tỷ lệ hồ sơ trực tuyến đạt 71,20%, tăng 8,1% (năm 2030 chỉ tiêu 90%).\n"
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2023 tỷ lệ chứng thực điện tử có đạt chỉ tiêu không?", "Không đạt: Tỷ lệ chứng thực điện tử: 61,35%, chỉ tiêu 70%"),
        ("Tỷ lệ thanh toán trực tuyến năm 2023 của tỉnh đạt chỉ tiêu chứ ạ?", "Đạt: tỷ lệ thanh toán trực tuyến: 52,40%"),
    ],
)  # fmt: skip
def test_a_target_in_brackets_is_of_the_result_right_before_it(question, told):
    assert ask(question, asker=BESIDE).direct.startswith(told)


@pytest.mark.parametrize(
    "question",
    ["Năm 2023 hồ sơ trực tuyến có đạt chỉ tiêu không?", "Năm 2022 thanh toán trực tuyến có đạt chỉ tiêu không?"],
)
def test_no_other_target_and_none_of_another_year_judges_a_result(question):
    assert "ạt:" not in ask(question, asker=BESIDE).direct
