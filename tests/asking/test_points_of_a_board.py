"""A board's year: states that stand behind their numbers, plans in brackets, work counted before its states, times brought down, whole names."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

ASKER = of_texts(
    """UBND TỈNH LÂM TRÀ
BAN QUẢN LÝ KHU KINH TẾ
Số: 402/BC-BQL
Lâm Trà, ngày 12 tháng 12 năm 2023

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2023, phương hướng năm 2024 của Ban Quản lý khu kinh tế

I. CHỈ ĐẠO
Ban đã ban hành 12 văn bản chỉ đạo, trong đó có Kế hoạch số 08/KH-BQL ngày 10/01/2023 về cải cách hành chính năm 2023 với 31 nhiệm vụ; kết quả hoàn thành 29, đang thực hiện 02.
II. HỒ SƠ
Tiếp nhận 1.318 hồ sơ. Đã giải quyết 1.305 hồ sơ: 1.122 trước hạn, 176 đúng hạn, 7 quá hạn; còn 39 hồ sơ trong hạn.
Theo lĩnh vực, hồ sơ đầu tư 402, xây dựng 233, lao động 511, môi trường 98, quy hoạch 74.
Thời gian cấp giấy chứng nhận đăng ký đầu tư rút từ 15 ngày xuống 10 ngày.
III. TÀI CHÍNH
Thu nhập tăng thêm bình quân 1,1 triệu đồng/người/tháng.
IV. CHUYỂN ĐỔI SỐ
Số hóa 8.400 hồ sơ lưu trữ, đạt 84% kế hoạch (10.000 hồ sơ).
Hết tháng 11/2023 đã giải ngân 7,4 tỷ đồng trên tổng số 20,3 tỷ đồng kinh phí chuyển đổi số.
Ứng dụng "Khu kinh tế số" có hơn 46 nghìn tài khoản. Ứng dụng "Khu kinh tế số" khai trương ngày 10/10/2023, sau hai tháng có 46.382 tài khoản.
V. PHƯƠNG HƯỚNG NĂM 2024
1. Hoàn thành số hóa 1.600 hồ sơ còn lại trước 30/6/2024, giao Trung tâm Dịch vụ và Hỗ trợ doanh nghiệp.
2. Trình UBND tỉnh Đề án Khu kinh tế xanh trong quý III/2024 do Phòng Quy hoạch - Môi trường chủ trì.
"""
)
TODAY = date(2024, 1, 5)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("hoàn thành mấy nhiệm vụ", "29 nhiệm vụ"),
        ("còn mấy nhiệm vụ chưa xong", "2 nhiệm vụ"),
        ("kế hoạch 08 xong hết chưa", "Chưa: 29"),
        ("giải quyết trước hạn mấy hồ sơ", "1.122"),
        ("quá hạn mấy hồ sơ", "7"),
        ("ho so moi truong bao nhieu", "98"),
        ("cấp giấy chứng nhận đầu tư mất mấy ngày", "10 ngày"),
        ("trước đây cấp giấy chứng nhận đầu tư mất mấy ngày", "15 ngày"),
        ("thu nhập tăng thêm bao nhiêu", "1,1 triệu đồng"),
        ("số hóa được bao nhiêu hồ sơ", "8.400"),
        ("kế hoạch số hóa bao nhiêu hồ sơ", "10.000"),
        ("hết tháng 11/2023 giải ngân bao nhiêu tiền chuyển đổi số", "7,4 tỷ"),
        ("ứng dụng khu kinh tế số có bao nhiêu tài khoản", "46.382"),
        ("ai làm đề án khu kinh tế xanh", "Phòng Quy hoạch - Môi trường"),
        ("ai số hóa hồ sơ còn lại", "Trung tâm Dịch vụ và Hỗ trợ doanh nghiệp"),
    ],
)
def test_points_of_a_board_are_told(question: str, told: str) -> None:
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert told in answer.direct


@pytest.mark.parametrize(
    ("question", "other"),
    [
        ("hoàn thành mấy nhiệm vụ", "31"),
        ("số hóa được bao nhiêu hồ sơ", "10.000"),
        ("còn phải số hóa bao nhiêu", "8.400"),
        ("cấp giấy chứng nhận đầu tư mất mấy ngày", "15"),
        ("hết tháng 11/2023 giải ngân bao nhiêu tiền chuyển đổi số", "20,3"),
        ("đất đai bao nhiêu hồ sơ", "402"),
    ],
)
def test_what_is_not_asked_is_not_told(question: str, other: str) -> None:
    assert other not in ask(question, asker=ASKER, today=TODAY).direct
