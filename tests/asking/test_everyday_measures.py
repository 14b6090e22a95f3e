"""How large something is and what it costs, as people ask for it; desks of all levels; what a body gives an association to do."""

import pytest

from tests.asking.libraries import ask, news, of_texts

ASKER = of_texts(
    news(
        "33/BC-SNV",
        "14/6/2021",
        "quý II năm 2021",
        "Ngày 01/5/2021 Bộ phận Một cửa huyện Yên Hòa chuyển sang trụ sở mới; diện tích 210 m2, 07 quầy giao dịch.",
        "Mua máy lấy số tự động cho Bộ phận Một cửa huyện Yên Hòa: 96 triệu đồng.",
        "Kinh phí cải cách hành chính năm 2021 của huyện Yên Hòa là 1.150 triệu đồng, đã dùng 486 triệu đồng.",
        "Bộ phận Một cửa các cấp gửi 1.209 thư xin lỗi do giải quyết hồ sơ quá hạn.",
        office="Sở Nội vụ tỉnh Hưng Hòa",
    ),
    news(
        "40/BC-UBND",
        "10/12/2021",
        "năm 2021",
        "Nhiệm vụ năm 2022:",
        "- Đoàn Thanh niên xã: lập tổ hướng dẫn nộp hồ sơ qua mạng, trước 31/3/2022.",
        "- Hội Phụ nữ xã: tuyên truyền tại 09 thôn, trước 30/4/2022.",
        office="UBND xã Tân Hội",
    ),
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Trụ sở mới của Bộ phận Một cửa huyện Yên Hòa rộng bao nhiêu?", "210 m2"),
        ("Máy lấy số tự động của huyện Yên Hòa giá bao nhiêu?", "96 triệu đồng"),
        ("Kinh phí cải cách hành chính năm 2021 của huyện Yên Hòa là bao nhiêu?", "1.150 triệu đồng"),
        ("Kinh phí cải cách hành chính năm 2021 của huyện Yên Hòa đã dùng bao nhiêu?", "486 triệu đồng"),
        ("Quý II/2021 bộ phận một cửa các cấp đã gửi bao nhiêu thư xin lỗi?", "1.209 thư"),
        ("Xã Tân Hội giao Đoàn Thanh niên làm gì?", "lập tổ hướng dẫn"),
        ("UBND xã Tân Hội giao việc gì cho Hội Phụ nữ?", "tuyên truyền"),
    ],
)
def test_it_is_told(question, told):
    assert told in ask(question, asker=ASKER).direct
