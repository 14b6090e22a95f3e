"""What officials of other provinces asked: sums of days, months one after another, what a decision is about, registers by their title."""

from datetime import date

import pytest

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

TODAY = date(2026, 1, 20)
DECISIONS = """# DANH MỤC QUYẾT ĐỊNH CỦA UBND TỈNH HƯNG HÒA VỀ CHUYỂN ĐỔI SỐ NĂM 2025

(Kèm theo Công văn số 1120/VPUBND-NC ngày 24/12/2025 của Văn phòng UBND tỉnh Hưng Hòa)

| STT | Số, ký hiệu | Ngày ban hành | Trích yếu | Cơ quan tham mưu | Hiệu lực |
|---|---|---|---|---|---|
| 1 | 31/QĐ-UBND | 08/7/2025 | Thành lập Trung tâm Dữ liệu tỉnh | Sở Nội vụ | Còn hiệu lực |
| 2 | 77/QĐ-UBND | 22/8/2025 | Ban hành đơn giá số hóa tài liệu | Sở Tài chính | Còn hiệu lực |
| 3 | 95/QĐ-UBND | 03/9/2025 | Giao biên chế tạm thời cho các xã, phường | Sở Nội vụ | Còn hiệu lực |
"""
ASKER = of_texts(
    news(
        "88/BC-TTPVHCC",
        "18/12/2025",
        "quý IV năm 2025",
        "Quý IV/2025, Trung tâm tiếp nhận 4.120 hồ sơ, trong đó trực tuyến 3.296 hồ sơ (80,00%).",
        "Lũy kế từ ngày 01/7/2025 đến ngày 15/12/2025, Trung tâm tiếp nhận 9.650 hồ sơ.",
        "Bộ phận Một cửa cấp xã: tiếp nhận 7.305 hồ sơ.",
        "Sở giảm từ 09 phòng còn 07 phòng chuyên môn.",
        "Theo Quyết định số 31/QĐ-UBND ngày 08/7/2025 của UBND tỉnh, Trung tâm Dữ liệu tỉnh được thành lập.",
        office="Trung tâm Phục vụ hành chính công tỉnh Hưng Hòa",
    ),
    news(
        "64/BC-SYT",
        "17/12/2025",
        "năm 2025",
        "Đã giải quyết 3.000 hồ sơ, trễ hạn 30 hồ sơ (1,00%).",
        "Trong 30 hồ sơ trễ hạn, lĩnh vực dược 18 hồ sơ (60,00%), an toàn thực phẩm 12 hồ sơ (40,00%).",
        "Hồ sơ theo tháng:\nTháng | Tiếp nhận\nTháng 9 | 210\nTháng 10 | 245\nTháng 11 | 198",
        office="Sở Y tế tỉnh Hưng Hòa",
    ),
    DECISIONS,
)


@pytest.mark.parametrize(
    ("question", "said", "not_said"),
    [
        ("Quý IV/2025 Trung tâm PVHCC tỉnh tiếp nhận bao nhiêu hồ sơ?", "4.120", "9.650"),
        ("Từ ngày 01/7/2025 đến ngày 15/12/2025 Trung tâm PVHCC tỉnh nhận mấy hồ sơ?", "9.650", "4.120"),
        ("Quý IV/2025 bộ phận một cửa cấp xã nhận mấy hồ sơ?", "7.305", "4.120"),
        ("Hồ sơ dược chiếm bao nhiêu % số hồ sơ trễ hạn năm 2025 của Sở Y tế?", "60,00%", "1,00%"),
        ("Báo cáo cải cách hành chính năm 2025 của Sở Y tế số mấy?", "64/BC-SYT", "88"),
        ("Quyết định 77/QĐ-UBND có phải giao biên chế cho các xã không?", "Không phải", "Còn hiệu lực"),
        ("Quyết định 95/QĐ-UBND có phải giao biên chế cho các xã không?", "Đúng", "Không phải"),
    ],
)
def test_it_is_told(question, said, not_said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer), answer.direct
    assert said in answer.direct
    assert not_said not in answer.direct


@pytest.mark.parametrize(
    "question",
    [
        "Quyết định 95/QĐ-UBND có phải giao biên chế cho các sở không?",
        "Quyết định 95/QĐ-UBND có phải giao biên chế chính thức cho các xã không?",
        "Quyết định 31/QĐ-UBND có phải giải thể Trung tâm Dữ liệu tỉnh không?",
        "Quyết định 77/QĐ-UBND có phải bãi bỏ đơn giá số hóa không?",
    ],
)
def test_a_subject_that_says_less_or_otherwise_is_told_and_not_affirmed(question):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert not answer.direct.startswith(("Đúng", "Không phải"))


def test_months_one_after_another_are_each_told():
    answer = ask("Hồ sơ tiếp nhận của Sở Y tế các tháng 9, 10, 11 năm 2025?", asker=ASKER, today=TODAY)
    assert all(count in f"{answer.direct} {answer.lines}" for count in ("210", "245", "198"))


def test_a_register_is_called_by_the_first_words_of_its_title():
    answer = ask("Sở Nội vụ tham mưu những quyết định nào trong danh mục quyết định chuyển đổi số?", asker=ASKER)
    told = "\n".join(answer.lines)
    assert "31/QĐ-UBND" in told
    assert "95/QĐ-UBND" in told
    assert "77/QĐ-UBND" not in told


def test_how_many_are_left_is_held_against_what_is_left():
    answer = ask("Quý IV/2025 Sở giảm từ 09 phòng còn 06 phòng phải không?", asker=ASKER, today=TODAY)
    assert "Đúng" not in answer.direct


BOARD = of_texts(
    news(
        "28/BC-BQLKCN",
        "15/3/2020",
        "quý I năm 2020",
        "Tiếp nhận 1.936 hồ sơ; trễ hạn 26 hồ sơ.",
        "Kế hoạch số 159/KH-BQLKCN đề ra 24 nhiệm vụ; trong quý I đã hoàn thành 05/24 nhiệm vụ.",
        office="Ban Quản lý các khu công nghiệp tỉnh Hưng Hòa",
    ),
    news(
        "64/BC-BQLKCN",
        "15/6/2020",
        "quý II năm 2020",
        "Năm 2019 chuyển sang 118 hồ sơ. Ban đã giải quyết 1.705 hồ sơ, trước hạn 905 hồ sơ.",
        "Đến hết quý II đã hoàn thành 12/24 nhiệm vụ của Kế hoạch số 159/KH-BQLKCN.",
        "Phát hiện 02 trường hợp đi trễ; hồ sơ trễ hạn 14 hồ sơ.",
        office="Ban Quản lý các khu công nghiệp tỉnh Hưng Hòa",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Ban Quản lý khu công nghiệp quý I/2020 nhận bao nhiêu hồ sơ?", "1.936"),
        ("Quý II/2020 Ban Quản lý khu công nghiệp trễ hạn bao nhiêu hồ sơ?", "14 hồ sơ"),
        ("Quý II/2020 Ban Quản lý các khu công nghiệp trả trước hạn mấy hồ sơ?", "905"),
        ("Tiến độ thực hiện Kế hoạch 159/KH-BQLKCN qua các quý năm 2020?", "05/24 nhiệm vụ (quý I/2020) → 12/24"),
    ],
)
def test_a_board_is_known_with_and_without_its_the(question, said):
    answer = ask(question, asker=BOARD, today=TODAY)
    assert is_answered(answer), answer.direct
    assert said in answer.direct


@pytest.mark.parametrize("number", ["123456", "999999999999999999"])
def test_a_number_that_no_document_can_have_is_not_the_one_spoken_of_before(number):
    chat = Chat(ASKER, TODAY)
    assert is_answered(chat.ask("QĐ 77 về việc gì?"))
    assert not is_answered(chat.ask(f"QĐ {number} về việc gì?"))
