"""What an office tells of its centre and its divisions in a year: its centre's figures, parts by way and moment, officials."""

import pytest

from tests.asking.libraries import Chat, ask, is_answered, of_texts, quotes

OFFICE = of_texts(
    """UBND TỈNH VÂN TRÌ
VĂN PHÒNG
Số: 301/BC-VPUB
Vân Trì, ngày 16 tháng 12 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022
I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH
1. Ngày 20/10/2022, UBND tỉnh ban hành Quyết định số 1888/QĐ-UBND ban hành Quy chế hoạt động của Trung tâm Phục vụ hành chính công tỉnh, thay thế Quyết định số 702/QĐ-UBND ngày 11/5/2018.
2. Kết quả tiếp nhận hồ sơ tại Trung tâm Phục vụ hành chính công tỉnh năm 2022:
| Kỳ | Tiếp nhận | Trực tuyến | Bưu chính công ích | Trực tiếp |
|---|---|---|---|---|
| Quý III/2022 | 6.100 | 3.050 | 450 | 2.600 |
| Quý IV/2022 | 7.200 | 4.000 | 500 | 2.700 |
Như vậy, cả năm 2022 Trung tâm tiếp nhận 27.400 hồ sơ, giảm 1.100 hồ sơ (3,86%) so với năm 2021 (28.500 hồ sơ).
3. Khảo sát mức độ hài lòng cả năm: 2.050 phiếu, có 1.968 phiếu hài lòng và rất hài lòng, đạt 96,00%.
4. Thanh toán trực tuyến quý IV/2022 đạt 915 giao dịch, số tiền 402 triệu đồng.
II. TÀI CHÍNH
1. Hai nhiệm vụ không thực hiện được trong năm 2021 là học tập ngoài tỉnh và mua kiosk tra cứu.
2. Hoàn thành mua 06 kiosk tra cứu, đưa vào sử dụng từ ngày 05/9/2022.
III. CÔNG VỤ
Xử lý kỷ luật 19 cán bộ, công chức, viên chức: khiển trách 12, cảnh cáo 05, buộc thôi việc 02. Đến ngày 14/12/2022 biên chế của Văn phòng có mặt 40/42 người.
""",
    """UBND TỈNH VÂN TRÌ
SỞ NỘI VỤ
Số: 512/BC-SNV
Vân Trì, ngày 20 tháng 12 năm 2022
BÁO CÁO
Công tác cải cách hành chính năm 2022 trên địa bàn tỉnh Vân Trì
I. KẾT QUẢ
1. Chỉ số PAPI năm 2021 của tỉnh, công bố năm 2022, đạt 42,30 điểm.
2. Tổ chức và tỷ lệ giải quyết hồ sơ của các địa phương năm 2022:
| TT | Địa phương | Số phòng đầu năm | Số phòng cuối năm | Tỷ lệ hồ sơ đúng hạn (%) |
|---|---|---|---|---|
| 1 | Huyện Bình Thái | 13 | 11 | 94,20 |
| 2 | Huyện Sông Hồi | 12 | 12 | 97,70 |
""",
    """ỦY BAN NHÂN DÂN
XÃ AN BÌNH
Số: 8/BC-UBND
An Bình, ngày 15 tháng 12 năm 2022
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022 của xã An Bình, huyện Bình Thái
1. Tổ chức, cán bộ
Xã có 19 cán bộ, công chức (10 cán bộ, 9 công chức). Trong năm cử 03 công chức đi tập huấn.
2. Nhiệm vụ năm 2023
- Thành lập tổ công nghệ số ở các thôn.
- Nâng tỷ lệ hồ sơ trực tuyến lên 30%.
""",
)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Năm 2021 Trung tâm Phục vụ hành chính công tỉnh nhận bao nhiêu hồ sơ?", "28.500 hồ sơ"),
        ("Năm 2022 bao nhiêu phần trăm người dân hài lòng với Trung tâm Phục vụ hành chính công tỉnh?", "96,00%"),
        ("Năm 2022 có bao nhiêu phiếu hài lòng?", "1.968 phiếu"),
        ("Năm 2022 phát bao nhiêu phiếu khảo sát?", "2.050 phiếu"),
        ("Quý IV/2022 Trung tâm có bao nhiêu hồ sơ không nộp trực tuyến?", "3.200 hồ sơ (tính: 7.200"),
        ("Quý IV/2022 phí, lệ phí thu qua mạng được bao nhiêu tiền, mấy giao dịch?", "402 triệu đồng; 915 giao dịch"),
        ("Cho chị số hồ sơ Trung tâm nhận trong quý III/2022 thôi, không lấy lũy kế nha", "6.100 hồ sơ"),
        ("Năm 2022 có mấy người bị cho nghỉ việc do kỷ luật?", "02"),
        ("Chỉ số PAPI 2021 của tỉnh được mấy điểm?", "42,30 điểm"),
        ("Năm 2022 tỷ lệ đúng hạn của huyện Bình Thái thua huyện Sông Hồi bao nhiêu?", "Thấp hơn 3,5"),
        ("Đầu năm 2022 huyện Bình Thái có mấy phòng?", "13 phòng"),
        ("Đầu năm với cuối năm 2022 huyện Bình Thái có bao nhiêu phòng?", "Đầu kỳ 13 phòng, cuối kỳ 11 phòng"),
        ("xa an binh hien co bao nhieu can bo, cong chuc", "19 cán bộ, công chức"),
        ("Xã An Bình có bao nhiêu cán bộ, công chức?", "19 cán bộ, công chức"),
        ("Năm 2023 xã An Bình tính làm mấy việc gì?", "2 nhiệm vụ"),
        ("may kiosk tra cuu mua chua hay con treo", "Hoàn thành mua 06 kiosk"),
    ],
)
def test_it_is_told_of_just_that(question: str, begins: str) -> None:
    answer = ask(question, asker=OFFICE)
    assert is_answered(answer)
    assert answer.direct.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "Chỉ số PAPI năm 2022 của tỉnh được mấy điểm?",
        "Năm 2022 Trung tâm Phục vụ hành chính công huyện Bình Thái hài lòng bao nhiêu phần trăm?",
        "Quý II/2022 Trung tâm có bao nhiêu hồ sơ không nộp trực tuyến?",
        "Năm 2022 huyện Bình Thái có bao nhiêu phòng?",
        "Xã An Bình được giao bao nhiêu công chức?",
        "Có mấy kiosk chưa mua?",
        "Năm 2022 Trung tâm Phục vụ hành chính công tỉnh có bao nhiêu biên chế?",
    ],
)
def test_it_is_not_told_of_another(question: str) -> None:
    assert not is_answered(ask(question, asker=OFFICE))


def test_what_a_document_replaces_is_asked_on_of_it() -> None:
    chat = Chat(OFFICE)
    chat.ask("Quyết định 1888/QĐ-UBND về việc gì?")
    answer = chat.ask("thay cho văn bản nào vậy?")
    assert is_answered(answer)
    assert "702/QĐ-UBND" in answer.direct
    assert not is_answered(Chat(OFFICE).ask("thay cho văn bản nào vậy?"))
    assert "1888" in quotes(answer)
