"""A sort that reports tell apart by a word or two is told by no figure of another; what a sentence tells beside it is of its own."""

from datetime import date

import pytest

from tests.asking.libraries import YEAR_HEAD, ask, is_answered, of_texts

ASKER = of_texts(
    YEAR_HEAD
    + """1. Biên chế
Năm 2023 tinh giản biên chế 86 người, trong đó nghỉ hưu trước tuổi 71 người, thôi việc 15 người.
Cử 500 lượt người đi bồi dưỡng, trong đó bồi dưỡng ngạch chuyên viên 400 người.
Điều động 29 người, miễn nhiệm 02 người, từ chức 01 người.
Xếp loại công chức: 412 người hoàn thành xuất sắc nhiệm vụ (20,3%), 1.560 người hoàn thành tốt nhiệm vụ (76,7%), 55 người hoàn thành nhiệm vụ.
2. Kiểm tra
Qua kiểm tra, thu hồi 03 quyết định bổ nhiệm, hủy 02 kết quả tuyển dụng.
Kiểm tra đột xuất 18 cơ quan; qua thanh tra kiến nghị thu hồi 3.450 triệu đồng, đã thu hồi 2.900 triệu đồng.
Tiếp 1.240 lượt người, trong đó tiếp thường xuyên 900 lượt, tiếp định kỳ của lãnh đạo 340 lượt.
Tiếp nhận 1.530 đơn, gồm: 215 đơn khiếu nại, 88 đơn tố cáo.
3. Tài chính
Tổng kế hoạch vốn là 3.250 tỷ đồng, đã giải ngân 2.210 tỷ đồng.
Trong đó vốn ngân sách trung ương giải ngân 900 tỷ đồng, đạt 60%; vốn ngân sách địa phương giải ngân 1.310 tỷ đồng, đạt 74,9%.
4. Chuyển đổi số
Hồ sơ nộp trực tuyến 88.400 hồ sơ, đạt 58,5%; trong đó toàn trình 60.100 hồ sơ, một phần 28.300 hồ sơ.
Cung cấp 310 dịch vụ công mức độ 3 và 705 dịch vụ công mức độ 4; tích hợp 1.402 dịch vụ công lên Cổng quốc gia.
Phủ sóng 4G 98,5% thôn, bản.
Có 139/145 xã áp dụng hệ thống ISO 9001:2015; 02 đơn vị áp dụng ISO điện tử.
Mở 14 lớp tập huấn chuyển đổi số cho 2.100 lượt người; 08 lớp an toàn thông tin cho 640 lượt người.
Trung tâm có 07 công chức (05 chuyên trách, 02 kiêm nhiệm).
5. Khảo sát
Phát 210 phiếu; 198 phiếu rất hài lòng và hài lòng, 02 phiếu không hài lòng.
Còn 03/12 thôn chưa có cáp quang.
Bộ phận Một cửa tiếp nhận 18.412 hồ sơ, trong đó sáng thứ Bảy 1.204 hồ sơ.
Tỷ lệ hài lòng của người dân, doanh nghiệp đạt 94,60%; của hộ kinh doanh 91,20%.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Nghỉ hưu trước tuổi bao nhiêu người?", "71 người"),
        ("Bồi dưỡng ngạch chuyên viên bao nhiêu người?", "400 người"),
        ("Bao nhiêu công chức hoàn thành xuất sắc?", "412 người"),
        ("Tỷ lệ hoàn thành tốt?", "76,7%"),
        ("Hoàn thành nhiệm vụ bao nhiêu người?", "55 người"),
        ("Hủy bao nhiêu kết quả tuyển dụng?", "02"),
        ("Kiểm tra đột xuất bao nhiêu cơ quan?", "18 cơ quan"),
        ("Kiến nghị thu hồi bao nhiêu tiền?", "3.450 triệu đồng"),
        ("Đã thu hồi bao nhiêu tiền?", "2.900 triệu đồng"),
        ("Tiếp định kỳ bao nhiêu lượt?", "340 lượt"),
        ("Lãnh đạo tiếp bao nhiêu lượt?", "340 lượt"),
        ("Bao nhiêu đơn khiếu nại?", "215 đơn khiếu nại"),
        ("Vốn ngân sách địa phương giải ngân bao nhiêu?", "1.310 tỷ đồng"),
        ("Tỷ lệ giải ngân vốn địa phương?", "74,9%"),
        ("Tỷ lệ hồ sơ trực tuyến toàn trình?", "67,99% (tính: 60.100/88.400 hồ sơ)"),
        ("Bao nhiêu hồ sơ một phần?", "28.300 hồ sơ"),
        ("Bao nhiêu dịch vụ công mức độ 3?", "310 dịch vụ công"),
        ("Bao nhiêu dịch vụ công mức độ 4?", "705 dịch vụ công"),
        ("Phủ sóng 4G bao nhiêu phần trăm?", "98,5%"),
        ("Bao nhiêu đơn vị áp dụng ISO điện tử?", "02 đơn vị – năm 2023"),
        ("Mở bao nhiêu lớp chuyển đổi số?", "14 lớp"),
        ("Mở bao nhiêu lớp an toàn thông tin?", "08 lớp"),
        ("Bao nhiêu công chức kiêm nhiệm?", "02"),
        ("Bao nhiêu phiếu không hài lòng?", "02 phiếu"),
        ("Bao nhiêu thôn chưa có cáp quang?", "03/12 thôn"),
        ("Sáng thứ Bảy tiếp nhận bao nhiêu hồ sơ?", "1.204 hồ sơ"),
        ("Tỷ lệ hài lòng của hộ kinh doanh?", "91,20%"),
    ],
)
def test_the_sort_that_is_asked_for_is_told(question, said):
    answer = ask(question, asker=ASKER, today=date(2024, 2, 1))
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Nghỉ hưu đúng tuổi bao nhiêu người?",
        "Bồi dưỡng ngạch chuyên viên chính bao nhiêu người?",
        "Thu hồi bao nhiêu kết quả tuyển dụng?",
        "Tỷ lệ công chức hoàn thành nhiệm vụ?",
        "Giải ngân vốn ODA bao nhiêu?",
        "Kiểm tra định kỳ bao nhiêu cơ quan?",
        "Giáng chức mấy người?",
        "Kế hoạch vốn ngân sách địa phương bao nhiêu?",
        "Phủ sóng 5G bao nhiêu phần trăm?",
        "Bao nhiêu xã áp dụng ISO điện tử?",
        "Bao nhiêu phiếu rất hài lòng?",
        "Bao nhiêu thôn có cáp quang?",
        "Số tiền xử phạt bao nhiêu?",
        "Chủ nhật tiếp nhận bao nhiêu hồ sơ?",
        "Ngoài giờ tiếp nhận bao nhiêu hồ sơ?",
        "Tỷ lệ hài lòng của doanh nghiệp nhà nước?",
        "Người cao tuổi hài lòng bao nhiêu phần trăm?",
    ],
)
def test_no_figure_of_another_sort_is_told(question):
    assert not is_answered(ask(question, asker=ASKER, today=date(2024, 2, 1)))
