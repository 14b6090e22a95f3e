"""An office's report that is on one desk by its title, beside a department's on the whole city."""

from datetime import date

import pytest

from tests.asking.libraries import Chat, ask, is_answered, of_texts

TODAY = date(2023, 7, 3)
OFFICE = """UBND THÀNH PHỐ AN BÌNH
VĂN PHÒNG
Số: 71/BC-VP
An Bình, ngày 29 tháng 6 năm 2023
BÁO CÁO
Kết quả tiếp nhận, giải quyết hồ sơ thủ tục hành chính quý II năm 2023 tại Trung tâm Phục vụ hành chính công thành phố
I. TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ
1. Số liệu từng tháng:
Chỉ tiêu | Tháng 4 | Tháng 5 | Tháng 6 | Quý II
Tiếp nhận | 4.100 | 4.420 | 4.230 | 12.750
Trễ hạn | 31 | 24 | 19 | 74
2. Quý II/2023 tiếp nhận 12.750 hồ sơ, quý I/2023 là 11.980 hồ sơ. Tỷ lệ trực tuyến quý II đạt 81,20%, quý I là 77,40%.
II. VIỆC KHÁC
1. Khảo sát quý II: phát 600 phiếu, thu về 571 phiếu; 549 phiếu hài lòng (96,15%).
2. Trình dự thảo Quy chế phối hợp liên thông thay thế Quyết định số 318/QĐ-UBND ngày 05/3/2019 (dự kiến ban hành tháng 8/2023).
3. UBND thành phố ban hành Quyết định số 902/QĐ-UBND ngày 12/5/2023 ban hành Quy chế hoạt động của Trung tâm, có hiệu lực từ ngày 01/6/2023, thay thế Quyết định số 417/QĐ-UBND ngày 08/6/2018.
4. Đã lắp 04/04 ki-ốt tra cứu, đưa vào sử dụng từ ngày 20/5/2023; kinh phí 212 triệu đồng.
5. Văn phòng UBND thành phố giữ nguyên 10 phòng, đơn vị; biên chế có mặt 41/44 người.
Nơi nhận | CHÁNH VĂN PHÒNG
- UBND thành phố; - Lưu: VT | (Đã ký) Trần Hữu Lộc
"""
DEPARTMENT = """UBND THÀNH PHỐ AN BÌNH
SỞ NỘI VỤ
Số: 233/BC-SNV
An Bình, ngày 20 tháng 6 năm 2023
BÁO CÁO
Công tác cải cách hành chính quý II năm 2023
1. Quý II/2023, cả ba cấp tiếp nhận 61.300 hồ sơ, trực tuyến 44.700 hồ sơ, đạt 72,92%; quá hạn 402 hồ sơ.
2. Trung tâm Phục vụ hành chính công thành phố đã lắp 04 máy lấy số.
3. Quận Cầu Mơ tiếp nhận 9.210 hồ sơ; phường Bãi Trạm, quận Cầu Mơ tiếp nhận 1.130 hồ sơ.
"""
ASKER = of_texts(OFFICE, DEPARTMENT)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Quý II/2023 Trung tâm PVHCC thành phố nhận bao nhiêu hồ sơ?", "12.750 hồ sơ"),
        ("tt pvhcc t5/2023 nhan bn hs, tre bn?", "4.420 hồ sơ (tiếp nhận); 24 hồ sơ (trễ hạn)"),
        ("ty le truc tuyen tt pvhcc q2/2023", "81,20%"),
        ("Q2/2023 online toàn thành phố được bao nhiêu %", "72,92%"),
        ("quý 2/2023 cả ba cấp của thành phố nhận bao nhiêu hồ sơ", "61.300 hồ sơ"),
        ("khao sat quy 2/2023 o tt pvhcc may % hai long", "96,15%"),
        ("hs nhan cua tt pvhcc qua các tháng", "Tăng từ 4.100 hồ sơ (tháng 4/2023) lên 4.230 hồ sơ (tháng 6/2023)"),
        (
            "hs tre cua tt pvhcc may thang gan day giam ko",
            "Giảm từ 31 hồ sơ (tháng 4/2023) xuống 19 hồ sơ (tháng 6/2023)",
        ),
    ],
)
def test_the_offices_figures_are_the_desks(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("TT PVHCC T5 so T4/2023 nhận tăng bn hs", "Tăng 320 hồ sơ"),
        ("Mấy cái ki-ốt tra cứu ở TT PVHCC hết bao nhiêu tiền ạ", "212 triệu đồng"),
        ("VP UBND TP bien che giao bn, co mat bn", "41/44 người"),
        ("biên chế Văn phòng UBND thành phố được giao và có mặt là bao nhiêu", "41/44 người"),
    ],
)
def test_short_forms_are_read(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_a_month_after_a_month_goes_on():
    chat = Chat(ASKER, TODAY)
    chat.ask("T4/2023 TT PVHCC nhận bn hs?")
    assert chat.ask("còn T6?").direct.startswith("4.230 hồ sơ")


def test_the_departments_share_is_not_the_desks():
    answer = ask("quý II/2023 tỷ lệ trực tuyến của Trung tâm PVHCC", asker=of_texts(DEPARTMENT), today=TODAY)
    assert not is_answered(answer)


@pytest.mark.parametrize(
    "title",
    ["tại Trung tâm Phục vụ hành chính công thành phố và Bộ phận Một cửa các quận", "tại Bộ phận Một cửa cấp huyện"],
)
def test_a_report_on_several_desks_is_on_none(title):
    several = OFFICE.replace("tại Trung tâm Phục vụ hành chính công thành phố", title, 1)
    assert not is_answered(
        ask("Quý II/2023 Trung tâm PVHCC thành phố nhận bao nhiêu hồ sơ?", asker=of_texts(several), today=TODAY)
    )


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("QĐ 318 bị thay chưa?", "Chưa, mới dự kiến thay thế"),
        ("Quyết định 318/QĐ-UBND còn hiệu lực không?", "Chưa, mới dự kiến thay thế"),
        ("QĐ 417 hết hiệu lực chưa?", "Đã bị thay thế bởi Quyết định 902/QĐ-UBND"),
    ],
)
def test_what_is_only_to_be_replaced_is_not_told_as_replaced(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("QĐ 902 ký ngày nào, hiệu lực từ bao h", ("12/05/2023", "01/06/2023")),
        ("QĐ 902 thay văn bản nào, hiệu lực từ bao giờ", ("417/QĐ-UBND", "01/06/2023")),
        ("QĐ 318 năm 2019 quy định gì, sắp thay chưa?", ("Quy chế phối hợp liên thông", "mới dự kiến thay thế")),
    ],
)
def test_two_things_asked_of_a_document_are_both_told(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert all(one in answer.direct for one in said)


@pytest.mark.parametrize(
    "question",
    [
        "phường Bãi Trạm (quận Cầu Mơ) q2/2023 nhận bao nhiêu hồ sơ",
        "phuong bai tram quan cau mo quy 2/2023 nhan bao nhieu ho so",
        "phường Bãi Trạm, quận Cầu Mơ, thành phố An Bình quý II/2023 nhận bao nhiêu hồ sơ",
    ],
)
def test_where_a_place_lies_is_no_second_place(question):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert answer.direct.startswith("1.130 hồ sơ")
    assert "9.210" not in answer.direct


def test_two_places_are_still_compared():
    answer = ask("quý II/2023 phường Bãi Trạm và quận Cầu Mơ nhận bao nhiêu hồ sơ", asker=ASKER, today=TODAY)
    assert "1.130" in answer.direct
    assert "9.210" in answer.direct


def test_who_signed_stands_in_the_table_at_the_end():
    assert "Trần Hữu Lộc" in ask("ai ký báo cáo 71/BC-VP", asker=ASKER, today=TODAY).direct


BOARD = """UBND THÀNH PHỐ AN BÌNH
BAN QUẢN LÝ KHU KINH TẾ HÒN MỰC
Số: 19/BC-BQL
An Bình, ngày 15 tháng 6 năm 2023
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2023
1. Ban tiếp nhận 640 hồ sơ, trễ hạn 03 hồ sơ.
2. Cấp mới 11 dự án, gồm 04 dự án FDI và 07 dự án trong nước.
"""


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("kkt hon muc 6t2023 nhan bn hs", "640 hồ sơ"),
        ("khu kinh te hon muc cap moi may du an FDI", "04 dự án"),
        ("khu kinh te hon muc cap moi may du an", "11 dự án"),
    ],
)
def test_a_zone_is_its_board_and_a_parts_word_asks_for_the_part(question, said):
    answer = ask(question, asker=of_texts(BOARD), today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)
