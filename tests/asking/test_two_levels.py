"""A province and a commune's centre of 2026: whose a centre's report is, tables of rankings and months, some of which something is not so."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

PROVINCE = """UBND TỈNH GÒ VẮP
SỞ NỘI VỤ
Số: 214/BC-SNV
Gò Vắp, ngày 18 tháng 3 năm 2026

BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2026, nhiệm vụ quý II năm 2026 của tỉnh Gò Vắp

I. KẾT QUẢ
1. Chỉ đạo, điều hành
Kết quả xếp hạng cải cách hành chính năm 2025 (03 đơn vị đầu bảng và 02 đơn vị cuối bảng):
| Hạng | Đơn vị | Điểm |
|---|---|---|
| 1 | Phường Bàu Sen | 94,12 |
| 2 | Xã Rạch Chanh | 92,08 |
| 3 | Phường Cầu Ván | 90,55 |
| 61 | Xã Láng Cò | 60,31 |
| 62 | Xã Giồng Mít | 58,90 |

2. Giải quyết thủ tục hành chính
Các cơ quan trong tỉnh tiếp nhận 94.310 hồ sơ.
| Lĩnh vực | Số hồ sơ quá hạn quý I/2026 |
|---|---|
| Đất đai | 1.140 |
| Hộ tịch | 212 |
| Xây dựng | 98 |
| Cộng | 1.450 |

- 11 xã, phường chưa đạt tỷ lệ trực tuyến 75%.
3. Sắp xếp
Trong 62 đơn vị hành chính cấp xã mới có 51 xã và 11 phường.
II. NHIỆM VỤ QUÝ II NĂM 2026
1. Sở Nội vụ trình Đề án vị trí việc làm trước ngày 30/5/2026.
2. Văn phòng UBND tỉnh kiểm tra 12 xã trong tháng 5/2026.
"""
CENTRE = """UBND XÃ RẠCH CHANH
TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG
Số: 17/BC-TTPVHCC
Rạch Chanh, ngày 20 tháng 3 năm 2026

BÁO CÁO
Kết quả hoạt động quý I năm 2026 của Trung tâm Phục vụ hành chính công xã Rạch Chanh, tỉnh Gò Vắp

1. Kết quả
| Chỉ tiêu | Tháng 01/2026 | Tháng 02/2026 | Tháng 3/2026 | Quý I/2026 |
|---|---|---|---|---|
| Hồ sơ tiếp nhận | 611 | 402 | 690 | 1.703 |
| Tỷ lệ trực tuyến (%) | 80,12 | 83,40 | 86,90 | 83,62 |

- Quý I thu 41.200.000 đồng phí, lệ phí; thu qua mạng 33.990.000 đồng (82,50%).
2. Nhiệm vụ quý II năm 2026
- Mở thêm quầy tại xóm Bãi Ngang trước ngày 15/5/2026.
"""
ASKER = of_texts(PROVINCE, CENTRE)
TODAY = date(2026, 4, 2)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trung tâm xã Rạch Chanh tháng 3/2026 nhận bao nhiêu hồ sơ", "690"),
        ("thang 2/2026 xa rach chanh nhan bao nhieu ho so", "402"),
        ("xã Rạch Chanh tiếp nhận hồ sơ qua từng tháng trong quý I/2026 ra sao", "690"),
        ("quý I/2026 tỷ lệ hồ sơ trực tuyến của xã Rạch Chanh", "83,62"),
        ("ba xã, phường đứng đầu xếp hạng cải cách hành chính năm 2025 là những đơn vị nào", "Bàu Sen"),
        ("hai xa dung cuoi bang xep hang cai cach hanh chinh nam 2025", "Giồng Mít"),
        ("hồ sơ quá hạn quý I/2026 của tỉnh nằm ở những lĩnh vực nào", "Hộ tịch: 212"),
        ("hồ sơ đất đai chiếm bao nhiêu % trong số hồ sơ quá hạn quý I/2026 của tỉnh", "78,62%"),
        ("quý I/2026 còn xã nào chưa đạt 75% trực tuyến không", "Có: 11 xã, phường"),
        ("tỉnh sau sắp xếp có bao nhiêu đơn vị hành chính cấp xã, mấy xã mấy phường", "62"),
        ("Nhiệm vụ quý II/2026 của tỉnh gồm những gì?", "2 nhiệm vụ"),
    ],
)
def test_what_tables_and_points_tell(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("quý I/2026 tỷ lệ quá hạn đất đai", "78,62"),  # the share of all that is late
        ("quý I/2026 còn xã nào chưa đạt 70% trực tuyến không", "75%"),
        ("quý I/2026 tỷ lệ trực tuyến của tỉnh", "75%"),  # what communes are held against
        ("quý I/2026 tỷ lệ hồ sơ trực tuyến của xã Rạch Chanh", "82,50"),  # of the money
    ],
)
def test_what_is_not_asked_is_not_told(question: str, other: str) -> None:
    assert other not in ask(question, asker=ASKER, today=TODAY).direct
