"""Which ones were opened or set up, and which bodies are still without something: told by the sentence that names them."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

_CENTRE = """UBND TỈNH HÒN NGHÊ
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
Số: {number}/BC-TTPVHCC
Hòn Nghê, ngày {day}
BÁO CÁO
Kết quả hoạt động {period}
{said}
"""
SUMMER = _CENTRE.format(
    number=31,
    day="28 tháng 6 năm 2025",
    period="quý II năm 2025",
    said="1. Đã mở 02 chi nhánh: Vụng Tàu (từ 01/4/2025) và Bến Chài (từ 15/5/2025).\n"
    "2. Từ 10/6/2025 Trung tâm lập thêm Bộ phận Tư vấn lưu động (05 người).\n"
    "3. Trung tâm dự kiến mở chi nhánh Gò Sặt trong quý III.",
)
AUTUMN = _CENTRE.format(
    number=64,
    day="27 tháng 9 năm 2025",
    period="quý III năm 2025",
    said="1. Chi nhánh thứ ba tại Mũi Quạ mở ngày 12/8/2025. Các chi nhánh tiếp nhận 940 hồ sơ.\n"
    "2. Chi nhánh Gò Sặt chưa mở, lùi sang quý IV.",
)
CENTRE = of_texts(SUMMER, AUTUMN)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Quý II/2025 Trung tâm mở thêm những chi nhánh nào?", "Vụng Tàu"),
        ("quy 3/2025 trung tam phuc vu hanh chinh cong mo chi nhanh nao", "Mũi Quạ"),
        ("Từ 10/6/2025 Trung tâm thành lập thêm bộ phận nào?", "Tư vấn lưu động"),
    ],
)
def test_what_was_opened_or_set_up_is_told_by_the_report_that_names_it(question, name):
    assert name in ask(question, asker=CENTRE).direct


@pytest.mark.parametrize(
    "question",
    [
        "Trung tâm mở thêm những chi nhánh nào?",  # two reports tell of different ones
        "Quý IV/2025 Trung tâm mở thêm những chi nhánh nào?",
        "Quý III/2025 Trung tâm lập thêm bộ phận nào?",
        "Từ 10/7/2025 Trung tâm lập thêm bộ phận nào?",
        "Quý II/2025 Sở Tài chính mở thêm những chi nhánh nào?",
        "Quý II/2025 Trung tâm mở thêm những chi nhánh nào bằng xe lưu động?",
    ],
)
def test_nothing_is_told_to_have_been_opened_of_which_no_report_says_it(question):
    assert not is_answered(ask(question, asker=CENTRE))


DEPARTMENT = of_texts(
    """UBND TỈNH HÒN NGHÊ
SỞ CÔNG THƯƠNG
Số: 40/BC-SCT
Hòn Nghê, ngày 28 tháng 9 năm 2025
BÁO CÁO
Công tác cải cách hành chính quý III năm 2025
1. UBND cấp xã đã cấp 310 giấy phép bán lẻ rượu. Ba đơn vị chưa bàn giao: xã Mù Cả, xã Đồng Sim và phường Cửa Nghê.
2. Còn 02 xã chưa tập huấn phần mềm: Mù Cả, Suối Tre; 41 xã đã tập huấn.
"""
)


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("Ba đơn vị nào chưa bàn giao giấy phép bán lẻ rượu?", "Đồng Sim"),
        ("nhung don vi nao con chua ban giao giay phep ban le ruou", "Cửa Nghê"),
        ("Xã nào chưa được tập huấn phần mềm?", "Suối Tre"),
    ],
)
def test_those_who_lack_it_are_told_by_the_sentence_that_names_them(question, name):
    assert name in ask(question, asker=DEPARTMENT).direct


@pytest.mark.parametrize(
    "question",
    [
        "Bốn đơn vị nào chưa bàn giao giấy phép bán lẻ rượu?",
        "Ba đơn vị nào chưa bàn giao con dấu?",
        "Ba đơn vị nào đã bàn giao giấy phép bán lẻ rượu?",
        "Quý II/2025 những đơn vị nào chưa bàn giao giấy phép bán lẻ rượu?",
        "Sở nào chưa bàn giao giấy phép bán lẻ rượu?",
    ],
)
def test_of_others_or_another_number_nothing_is_told(question):
    assert not is_answered(ask(question, asker=DEPARTMENT))


MERGED = of_texts(
    """UBND TỈNH HÒN NGHÊ
SỞ NỘI VỤ
Số: 52/BC-SNV
Hòn Nghê, ngày 28 tháng 9 năm 2025
BÁO CÁO
Công tác cải cách hành chính quý III năm 2025
1. Sở Nội vụ được thành lập trên cơ sở hợp nhất Sở Nội vụ và Sở Lao động - Thương binh và Xã hội từ ngày 01/3/2025.
"""
)


@pytest.mark.parametrize(
    "question",
    ["Sở Nội vụ được hợp nhất từ những sở nào?", "so noi vu hien nay hop nhat tu cac so nao"],
)
def test_departments_that_are_asked_for_are_no_number(question):
    assert "Sở Lao động" in ask(question, asker=MERGED).direct
