"""What only a heading names, and what came in in one way alone: a count without a unit, dossiers of any place, what there was none of."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

DISTRICT = """UBND HUYỆN BÀU SEN
Số: 92/BC-UBND
Bàu Sen, ngày 10 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024 của huyện Bàu Sen
I. Hồ sơ
- Bộ phận Một cửa huyện: tiếp nhận 5.118 (trực tuyến 2.204, đạt 43,06%); giải quyết 5.020 (quá hạn 61); còn 98.
- Cùng kỳ 2023 tiếp nhận 4.807 (tăng 311, 6,47%).
- Tiếp nhận phi địa giới hành chính (từ 01/3/2024): 77 hồ sơ.
- Phản ánh: tiếp nhận 14 (đã trả lời 14).
II. Cán bộ
- Kỷ luật: không có. Phê bình 04 công chức cấp xã.
- Quyết định số 30/QĐ-UBND ngày 04/3/2024 (danh mục 118 thủ tục "4 tại chỗ").
- Đi muộn: chưa phát hiện trường hợp nào. Khen thưởng 09 viên chức.
"""
ASKER = of_texts(DISTRICT)
TODAY = date(2024, 6, 20)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("6 tháng đầu năm 2024 huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ", "5.118"),
        ("Bộ phận Một cửa huyện Bàu Sen 6 tháng đầu năm 2024 nhận mấy hồ sơ", "5.118"),
        ("6 thang dau nam 2024 huyen Bau Sen nhan bao nhieu ho so truc tuyen", "2.204"),
        ("huyện Bàu Sen 6 tháng đầu năm 2024 có bao nhiêu hồ sơ phi địa giới hành chính", "77 hồ sơ"),
        ("danh mục 4 tại chỗ có bao nhiêu thủ tục", "118 thủ tục"),
        ("huyện Bàu Sen 6 tháng đầu năm 2024 tiếp nhận so cùng kỳ thế nào", "Tăng 311"),
        ("6 tháng đầu năm 2024 có ai bị kỷ luật không", "Không: Kỷ luật: không có"),
        ("6 tháng đầu năm 2024 có cán bộ, công chức nào bị kỷ luật không", "Không: Kỷ luật: không có"),
    ],
)
def test_what_is_counted_or_denied_is_told(question: str, begins: str):
    assert ask(question, asker=ASKER, today=TODAY).direct.startswith(begins)


@pytest.mark.parametrize(
    "question",
    ["6 tháng đầu năm 2024 kỷ luật bao nhiêu công chức", "6 tháng đầu năm 2024 có bao nhiêu viên chức đi muộn"],
)
def test_what_there_was_none_of_heads_no_other_count(question: str):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


OFFICE = """UBND TỈNH HƯNG HÒA
VĂN PHÒNG
Số: 141/BC-VPUBND
Hưng Hòa, ngày 14 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024 của Văn phòng UBND tỉnh Hưng Hòa
II. TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ
1. Bộ phận Một cửa cấp xã
- Bảng điện tử: đã lắp 12 bảng ngày 02/4/2024.
2. Trung tâm Phục vụ hành chính công tỉnh
- Máy lấy số: đã lắp 03 máy ngày 11/5/2024.
"""


def test_what_stands_under_a_desk_is_told_of_it_and_nothing_else():
    asker = of_texts(OFFICE)
    assert "11/5/2024" in ask("Trung tâm đã lắp máy lấy số chưa", asker=asker, today=TODAY).direct
    assert not is_answered(ask("Trung tâm đã lắp bảng điện tử chưa", asker=asker, today=TODAY))


CENTRE = """TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH HƯNG HÒA
Số: 55/BC-TTPVHCC
Hưng Hòa, ngày 18 tháng 6 năm 2024
BÁO CÁO
Kết quả hoạt động 6 tháng đầu năm 2024
1. Hồ sơ
- Từ quý trước: 415. Nhận mới 15.220 (qua mạng 10.870); trễ hạn 81; còn 534 chuyển sang kỳ sau.
2. Văn bản
- Quyết định số 88/QĐ-UBND ngày 05/02/2024 ban hành Quy trình liên thông, thay cho Quyết định số 17/QĐ-UBND ngày 09/01/2021.
"""


def test_what_is_left_from_before_heads_nothing_and_no_title_holds_what_it_replaces():
    asker = of_texts(CENTRE)
    assert ask("Trung tâm nhận mới bao nhiêu hồ sơ", asker=asker, today=TODAY).direct.startswith("15.220")
    assert "17/QĐ-UBND" in ask("QĐ 88 thay quyết định nào", asker=asker, today=TODAY).direct


BOARD = """VĂN PHÒNG UBND TỈNH HƯNG HÒA
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG TỈNH
Số: 58/BC-TTPVHCC
Hưng Hòa, ngày 03 tháng 7 năm 2024
BÁO CÁO
Tình hình tiếp nhận, giải quyết hồ sơ 6 tháng đầu năm 2024 tại Trung tâm Phục vụ hành chính công tỉnh
I. TIẾP NHẬN
1. Lũy kế 6 tháng: 41.300 hồ sơ.
2. Hồ sơ không phụ thuộc vào địa giới hành chính: 1.204 hồ sơ trong 6 tháng, trong đó quý II là 910 hồ sơ.
3. Theo địa điểm, lũy kế 6 tháng: Cơ sở 1 (phường Bờ Nam) 30.100 hồ sơ; Cơ sở 2 (phường Bờ Bắc) 11.200 hồ sơ.
II. GIẢI QUYẾT
1. Lũy kế 6 tháng: đã giải quyết 40.020 hồ sơ, quá hạn 88 hồ sơ.
III. SỐ LIỆU THEO CƠ QUAN (LŨY KẾ 6 THÁNG)
| Cơ quan | Tiếp nhận | Quá hạn |
|---|---|---|
| Sở Xây dựng | 14.100 | 52 |
| Sở Nội vụ | 2.318 | 1 |
| Các cơ quan còn lại | 24.882 | 35 |
| Tổng cộng | 41.300 | 88 |
"""
DEPARTMENT = """UBND TỈNH HƯNG HÒA
SỞ NỘI VỤ
Số: 61/BC-SNV
Hưng Hòa, ngày 12 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024 của Sở Nội vụ
1. Tiếp nhận 2.040 hồ sơ, quá hạn 02 hồ sơ.
"""
OF_CENTRE = of_texts(BOARD, DEPARTMENT)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Trung tâm Phục vụ hành chính công tỉnh nhận bao nhiêu hồ sơ phi địa giới quý II/2024?", "910 hồ sơ"),
        ("Cho mình con số hồ sơ phi địa giới mà Trung tâm nhận 6 tháng đầu năm 2024", "1.204 hồ sơ"),
        ("Cơ sở 2 6 tháng đầu năm 2024 nhận mấy hồ sơ?", "11.200 hồ sơ"),
        ("Trong bảng của Trung tâm Phục vụ hành chính công tỉnh, Sở Nội vụ tiếp nhận bao nhiêu hồ sơ 6 tháng đầu năm 2024?", "2.318 hồ sơ"),
    ],
)  # fmt: skip
def test_what_stands_under_what_was_done_is_told_of_it(question: str, begins: str):
    assert ask(question, asker=OF_CENTRE, today=TODAY).direct.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Trung tâm Phục vụ hành chính công tỉnh giải quyết bao nhiêu hồ sơ phi địa giới quý II/2024?",
        "Cơ sở 2 6 tháng đầu năm 2024 trễ mấy hồ sơ?",
        "Cơ sở 3 6 tháng đầu năm 2024 nhận mấy hồ sơ?",
    ],
)
def test_it_is_of_nothing_else(question: str):
    assert not is_answered(ask(question, asker=OF_CENTRE, today=TODAY))
