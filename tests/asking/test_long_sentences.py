"""Of sentences that count several things each is told of its own: most of them, what is lacked, parts by time, tasks in a row."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2026, 1, 10)
ASKER = of_texts(
    """UBND TỈNH ĐÔNG LÂM
SỞ NỘI VỤ
Số: 77/BC-SNV
Đông Lâm, ngày 12 tháng 12 năm 2025
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2025
I. KẾT QUẢ
Cả năm toàn tỉnh tiếp nhận 902.118 hồ sơ, gồm 440.512 hồ sơ trong 6 tháng đầu và 461.606 hồ sơ trong 6 tháng cuối, tăng 51.230 hồ sơ (6,02%) so với năm 2024; \
hồ sơ trực tuyến 700.044, đạt 77,60%, vượt mục tiêu 75%.
Các cơ quan đã giải quyết 898.220 hồ sơ, còn 2.907 hồ sơ quá hạn (0,32%), tập trung ở lĩnh vực đất đai với 2.044 hồ sơ và lĩnh vực hộ tịch với 310 hồ sơ.
Toàn tỉnh có 1.980 cán bộ, công chức cấp xã; còn thiếu 96 công chức, nhiều nhất là địa chính (37 người), kế toán (28 người) và văn hóa - xã hội (19 người).
Trong 140 trụ sở dôi dư đã xử lý 92 trụ sở (65,71%).
II. TẠI SỞ NỘI VỤ
Cùng kỳ số liệu nêu trên, Bộ phận Một cửa của Sở Nội vụ tiếp nhận 4.120 hồ sơ, gồm thi đua, khen thưởng 2.300 hồ sơ, hội và tôn giáo 1.020 hồ sơ, công chức, viên chức 800 hồ sơ.
III. NHIỆM VỤ 6 THÁNG ĐẦU NĂM 2026
UBND tỉnh giao Sở Nội vụ bố trí đủ công chức cho cấp xã trước ngày 31/3/2026 và trình Quy chế phối hợp trong quý II/2026; \
giao Văn phòng UBND tỉnh vận hành hệ thống họp trực tuyến từ ngày 01/4/2026; giao Sở Tài chính lập phương án xử lý 48 trụ sở còn lại trước ngày 30/6/2026.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Năm 2025 có bao nhiêu hồ sơ đất đai quá hạn?", "2.044 hồ sơ"),
        ("Hồ sơ hộ tịch trễ hạn năm 2025 là bao nhiêu?", "310 hồ sơ"),
        ("Năm 2025 toàn tỉnh có bao nhiêu hồ sơ quá hạn?", "2.907 hồ sơ"),
        ("Còn thiếu bao nhiêu công chức địa chính?", "37 người"),
        ("Còn thiếu mấy công chức kế toán?", "28 người"),
        ("Còn thiếu bao nhiêu công chức?", "96 công chức"),
        ("Đã xử lý được bao nhiêu trụ sở dôi dư?", "92"),
        ("Có bao nhiêu trụ sở dôi dư?", "140"),
        ("6 tháng cuối năm 2025 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?", "461.606 hồ sơ"),
        ("Tỷ lệ hồ sơ trực tuyến năm 2025 của toàn tỉnh?", "77,60%"),
        ("Năm 2025 Bộ phận Một cửa Sở Nội vụ tiếp nhận bao nhiêu hồ sơ?", "4.120 hồ sơ"),
        ("Năm 2025 một cửa Sở Nội vụ nhận bao nhiêu hồ sơ thi đua, khen thưởng?", "2.300 hồ sơ"),
        ("6 tháng đầu năm 2026 Sở Tài chính được giao việc gì?", "xử lý 48 trụ sở còn lại"),
        ("Sở Tài chính phải lập phương án xử lý trụ sở xong khi nào?", "30/06/2026"),
    ],
)
def test_each_number_and_each_task_is_told_of_its_own(question: str, said: str):
    answer = ask(question, today=TODAY, asker=ASKER)
    assert is_answered(answer)
    assert said in answer.direct


@pytest.mark.parametrize(
    "question",
    [
        "Còn thiếu bao nhiêu công chức tư pháp?",
        "Năm 2025 Bộ phận Một cửa Sở Xây dựng tiếp nhận bao nhiêu hồ sơ?",
        "Năm 2025 có bao nhiêu hồ sơ xây dựng quá hạn?",
    ],
)
def test_of_what_it_does_not_tell_nothing_is_told(question: str):
    assert not is_answered(ask(question, today=TODAY, asker=ASKER))


def test_what_is_of_the_province_or_the_department_is_asked_back():
    answer = ask("Năm 2025 tiếp nhận bao nhiêu hồ sơ?", today=TODAY, asker=ASKER)
    assert [choice.label.rpartition(": ")[2].split(" (")[0] for choice in answer.choices] == [
        "902.118 hồ sơ",
        "4.120 hồ sơ",
    ]


CITY = of_texts(
    """ỦY BAN NHÂN DÂN
THÀNH PHỐ SÔNG HẬU GIANG
Số: 12/BC-UBND
Sông Hậu Giang, ngày 18 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024
I. TỔ CHỨC BỘ MÁY
Thành phố có 20 sở và cơ quan tương đương sở, 09 quận, huyện.
""",
    """ỦY BAN NHÂN DÂN
THÀNH PHỐ SÔNG HẬU GIANG
Số: 98/BC-UBND
Sông Hậu Giang, ngày 12 tháng 12 năm 2025
BÁO CÁO
Công tác cải cách hành chính năm 2025
I. TỔ CHỨC BỘ MÁY
Thành phố còn 14 sở, cơ quan tương đương sở và 33 phường, xã.
Ngày 04/11/2025, bà Lâm Thị Sương được bổ nhiệm giữ chức Giám đốc Sở Nội vụ.
Quy chế phối hợp giữa các sở với UBND cấp xã chưa ban hành, dự kiến ban hành trong tháng 02/2026.
""",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Từ tháng 3/2025 thành phố còn mấy sở?", "14 sở"),
        ("Năm 2024 thành phố có bao nhiêu sở?", "20 sở"),
        ("Ai là Giám đốc Sở Nội vụ từ tháng 11/2025?", "Lâm Thị Sương"),
        ("Quy chế phối hợp giữa các sở với UBND cấp xã ban hành chưa?", "chưa ban hành"),
    ],
)
def test_departments_and_their_heads_are_those_since_then(question: str, said: str):
    assert said in ask(question, today=TODAY, asker=CITY).direct


def test_who_was_given_a_post_later_has_not_held_it_since_before():
    assert not is_answered(ask("Ai là Giám đốc Sở Nội vụ từ tháng 3/2025?", today=TODAY, asker=CITY))


WARDS = of_texts(
    """# BÁO CÁO
## Công tác cải cách hành chính quý III năm 2025 của Sở Nội vụ tỉnh Đông Lâm

Số: 66/BC-SNV

### I. Kết quả

| TT | Đơn vị | Tiếp nhận | Tỷ lệ trực tuyến |
|---|---|---|---|
| 1 | Phường Yên Thịnh | 9.010 | 88,10% |
| 2 | Phường Kim Lộc | 5.110 | 66,20% |
| 3 | Xã Tân Hòa | 2.044 | 51,30% |
| 4 | Đặc khu Hòn Sơn | 512 | 63,40% |
| 5 | Xã Phú Thuận | 3.020 | 79,90% |

Trong các ngày 05 - 09/8/2025, Sở tập huấn cho 1.204 công chức cấp xã, chia thành 8 lớp.

Bốn nhiệm vụ chưa hoàn thành gồm: sửa quy chế làm việc, số hóa sổ hộ tịch, xây dựng kho lưu trữ và nâng cấp cổng thông tin.

Việc tuyển dụng 75 công chức cấp xã không kịp trong năm, dời sang tháng 3/2026.
"""
)


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("Những phường, xã, đặc khu nào có tỷ lệ trực tuyến dưới 70% theo báo cáo quý III/2025?", ["Kim Lộc", "Tân Hòa", "Hòn Sơn"]),
        ("Phường, xã nào có tỷ lệ trực tuyến dưới 70%?", ["Kim Lộc", "Tân Hòa"]),
        ("Xã nào có tỷ lệ trực tuyến dưới 60%?", ["Tân Hòa"]),
        ("Liệt kê bốn nhiệm vụ chưa hoàn thành mà Sở Nội vụ nêu", ["số hóa sổ hộ tịch"]),
        ("Tháng 8/2025 Sở Nội vụ tập huấn cho bao nhiêu công chức cấp xã?", ["1.204 công chức"]),
        ("75 công chức cấp xã đã tuyển xong chưa?", ["không kịp trong năm"]),
    ],
)  # fmt: skip
def test_all_that_are_asked_for_are_named(question: str, names: list[str]):
    answer = ask(question, today=TODAY, asker=WARDS)
    told = " ".join((answer.direct, *answer.lines))
    assert [name for name in names if name not in told] == []


def test_what_was_in_another_month_is_not_told():
    question = "Tháng 7/2025 Sở Nội vụ tập huấn cho bao nhiêu công chức cấp xã?"
    assert not is_answered(ask(question, today=TODAY, asker=WARDS))


def test_what_was_put_off_was_not_done():
    answer = ask("Đã tuyển dụng đủ 75 công chức cấp xã chưa?", today=TODAY, asker=WARDS)
    assert "không kịp trong năm" in answer.direct


VOTERS = of_texts(
    """UBND TỈNH BÌNH KHÊ
SỞ NỘI VỤ
Số: 21/BC-SNV
Bình Khê, ngày 14 tháng 3 năm 2025
BÁO CÁO
Công tác cải cách hành chính quý I năm 2025
I. KẾT QUẢ
Đến ngày 10/3/2025 có 164 người được phê duyệt nghỉ theo Nghị định số 178/2024/NĐ-CP.
""",
    """UBND TỈNH BÌNH KHÊ
SỞ NỘI VỤ
Số: 97/BC-SNV
Bình Khê, ngày 15 tháng 12 năm 2025
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2025
I. SẮP XẾP TỔ CHỨC BỘ MÁY
Ngày 16/6/2025, Quốc hội ban hành nghị quyết về sắp xếp các đơn vị hành chính cấp xã của tỉnh. Kết quả lấy ý kiến có 210.400/219.000 cử tri đồng ý (96,07%).
Đến ngày 30/11/2025 có 1.020 người được phê duyệt nghỉ theo Nghị định số 178/2024/NĐ-CP.
Cấp xã hiện có 3.020 cán bộ, công chức, còn thiếu 118 công chức so với biên chế được giao.
""",
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Có bao nhiêu phần trăm cử tri đồng ý sắp xếp đơn vị hành chính cấp xã?", "96,07%"),
        ("Bao nhiêu cử tri đồng ý sắp xếp các đơn vị hành chính cấp xã?", "210.400/219.000 cử tri"),
        ("Số người nghỉ theo Nghị định 178 từ tháng 3 đến tháng 11/2025 tăng thế nào?", "Tăng từ 164 người (tháng 3/2025) lên 1.020 người"),
        ("Cấp xã có bao nhiêu cán bộ, công chức?", "3.020 cán bộ, công chức"),
    ],
)  # fmt: skip
def test_the_level_of_units_is_nobodys_and_months_have_their_ends(question: str, said: str):
    assert said in ask(question, today=TODAY, asker=VOTERS).direct


@pytest.mark.parametrize(
    "question",
    [
        "Bao nhiêu phần trăm cử tri đồng ý sắp xếp đơn vị hành chính cấp huyện?",
        "Số người nghỉ theo Nghị định 178 từ tháng 4 đến tháng 9/2025 tăng thế nào?",
    ],
)
def test_of_other_units_and_months_nothing_is_told(question: str):
    assert not is_answered(ask(question, today=TODAY, asker=VOTERS))
