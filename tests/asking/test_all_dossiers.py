"""A number of dossiers is told for all only where its own words make it none of some; and nothing of one year for another's."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, of_texts

HEAD = """ỦY BAN NHÂN DÂN TỈNH VÂN TRÌ
{office}
Số: {number}/BC-{symbol}
Vân Trì, ngày {day}
BÁO CÁO
Kết quả công tác cải cách hành chính {period}
"""
WITHOUT = of_texts(
    HEAD.format(office="SỞ XÂY DỰNG", number=41, symbol="SXD", day="20 tháng 3 năm 2022", period="quý I năm 2022")
    + """I. KẾT QUẢ
1. Các tổ lưu động của Sở tiếp nhận 176 hồ sơ của người cao tuổi.
2. Thẩm định thiết kế, dự án: 164 hồ sơ;
3. 04 hồ sơ trễ hạn do lỗi kết nối giữa phần mềm một cửa và trục liên thông.
4. Trong quý tiếp nhận 214 lượt phản ánh, hỏi đáp qua kênh nhắn tin.
5. Các phòng còn lại tiếp nhận: 240 hồ sơ.
6. Riêng từ ngày 05/01/2022 đến ngày 10/3/2022 tiếp nhận 905 hồ sơ.
7. Triển khai cấp giấy phép trực tuyến từ ngày 01/3/2022; sau hai tuần tiếp nhận 187 hồ sơ.
""",
    HEAD.format(office="", number=77, symbol="UBND", day="18 tháng 12 năm 2022", period="năm 2022")
    + """I. KẾT QUẢ
1. Kết quả tại các địa phương:
| TT | Địa phương | Tiếp nhận | Quá hạn |
|---|---|---|---|
| 1 | Huyện Bình Thái | 12.300 | 41 |
| 2 | Huyện Sông Hồi | 9.200 | 22 |
| | Cộng | 21.500 | 63 |
2. Mỗi xã, phường có 01 điểm hỗ trợ.
3. PAR INDEX năm 2021 (công bố ngày 17/4/2022): 86,47 điểm.
4. Ngày 27/02/2022, UBND tỉnh ban hành Kế hoạch số 45/KH-UBND về kiểm tra công tác cải cách hành chính năm 2022 tại 16 cơ quan.
""",
    HEAD.format(office="SỞ NỘI VỤ", number=58, symbol="SNV", day="18 tháng 6 năm 2022", period="6 tháng đầu năm 2022")
    + """I. KẾT QUẢ
1. Giải quyết thủ tục hành chính tại Sở
- Tiếp nhận 642 hồ sơ, trong đó qua mạng 391 hồ sơ.
""",
)
WITH = of_texts(
    HEAD.format(office="SỞ XÂY DỰNG", number=41, symbol="SXD", day="20 tháng 3 năm 2022", period="quý I năm 2022")
    + """I. KẾT QUẢ
1. Cộng dồn theo số liệu tổng hợp trên phần mềm, trong quý Sở tiếp nhận 1.128 hồ sơ theo các lĩnh vực, trễ hạn 09 hồ sơ.
2. Thẩm định thiết kế, dự án: 164 hồ sơ;
3. Các tổ lưu động của Sở tiếp nhận 176 hồ sơ của người cao tuổi.
""",
    HEAD.format(office="", number=77, symbol="UBND", day="18 tháng 12 năm 2022", period="năm 2022")
    + """I. KẾT QUẢ
1. Toàn tỉnh:
| Cấp | Tiếp nhận | Quá hạn |
|---|---|---|
| Cấp tỉnh | 60.100 | 310 |
| Cấp huyện | 21.500 | 63 |
| Cộng | 81.600 | 373 |
""",
)


@pytest.mark.parametrize(
    "question",
    [
        "Quý I/2022 Sở Xây dựng tiếp nhận bao nhiêu hồ sơ?",
        "quy 1/2022 so xay dung tre han may ho so",
        "Năm 2022 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?",
        "6 tháng đầu năm 2022 toàn tỉnh nhận mấy hồ sơ?",
        "Năm 2022 cả tỉnh Vân Trì quá hạn bao nhiêu hồ sơ?",
        "Tỉnh Vân Trì có bao nhiêu xã, phường?",
        "PAR INDEX năm 2022 công bố ngày nào?",
        "Kế hoạch kiểm tra cải cách hành chính năm 2023 có ban hành kịp trước 28/02/2023 không?",
    ],
)
def test_some_are_not_told_as_all_nor_one_year_for_another(question: str) -> None:
    assert ask(question, asker=WITHOUT).outcome is not Outcome.ANSWERED


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Quý I/2022 Sở Xây dựng tiếp nhận bao nhiêu hồ sơ?", "1.128 hồ sơ"),
        ("quy 1/2022 so xay dung tre han may ho so", "09 hồ sơ"),
        ("Năm 2022 toàn tỉnh tiếp nhận bao nhiêu hồ sơ?", "81.600"),
        ("Quý I/2022 các tổ lưu động của Sở Xây dựng tiếp nhận bao nhiêu hồ sơ của người cao tuổi?", "176 hồ sơ"),
    ],
)
def test_all_are_told_and_some_where_they_are_named(question: str, begins: str) -> None:
    answer = ask(question, asker=WITH)
    assert is_answered(answer)
    assert answer.direct.startswith(begins)
