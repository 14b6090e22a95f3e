"""What was fewer, left, recalled, held with somebody else or called a dossier is told of just that."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

TODAY = date(2023, 1, 10)
ASKER = of_texts(
    """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 18/BC-SNV
Lâm Bình, ngày 20 tháng 12 năm 2022
BÁO CÁO
Kết quả đo lường sự hài lòng và kiểm tra công vụ năm 2022
I. KẾT QUẢ ĐO LƯỜNG
Sở Nội vụ phối hợp Bưu điện tỉnh khảo sát 5.400 người dân tại 20 sở, 10 huyện, 60 xã; thu về 5.310 phiếu.
Chỉ số hài lòng chung đạt 85,12%, tăng 2,3 điểm phần trăm so với năm 2021 (82,82%).
Chỉ số hài lòng khối sở đạt 88,4%, khối huyện đạt 84,1%, khối xã đạt 82,9%.
II. ĐÀO TẠO
Kinh phí đào tạo được cấp 5.200 triệu đồng, đã sử dụng 4.680 triệu đồng.
85% công chức cấp xã có trình độ đại học.
III. SẮP XẾP TỔ CHỨC
Giảm 14 đơn vị sự nghiệp, 21 phòng thuộc sở, 05 chi cục.
01 công chức bị kiểm điểm do để hồ sơ trễ hạn.
Thu nhận 52.300 hồ sơ định danh. Tiếp nhận 08 phản ánh, kiến nghị qua hệ thống 1022, đã trả lời 08.
Máy quét hỏng từ tháng 8; 03/12 thôn chưa có internet cáp quang.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Khảo sát tại bao nhiêu sở?", "20 sở – năm 2022, Sở Nội vụ"),
        ("Chỉ số hài lòng chung năm 2021 bao nhiêu phần trăm?", "82,82%"),
        ("Chỉ số hài lòng khối huyện", "84,1%"),
        ("Kinh phí đào tạo được cấp bao nhiêu?", "5.200 triệu đồng"),
        ("Giảm bao nhiêu chi cục?", "05 chi cục"),
        ("Giảm bao nhiêu phòng?", "21 phòng"),
        ("Trả lời bao nhiêu phản ánh?", "08"),
        ("Thu nhận bao nhiêu hồ sơ định danh?", "52.300 hồ sơ"),
        ("Bao nhiêu thôn chưa có cáp quang?", "03/12 thôn – năm 2022"),
    ],
)
def test_just_that_is_told(question, said):
    assert ask(question, asker=ASKER, today=TODAY).direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Kinh phí đào tạo còn lại bao nhiêu?",
        "Tỷ lệ công chức cấp xã có trình độ thạc sĩ?",
        "Còn bao nhiêu phòng?",
        "Năm 2022 tiếp nhận bao nhiêu hồ sơ?",
        "Vì sao hồ sơ trễ hạn?",
    ],
)
def test_nothing_else_is_told_for_it(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))
