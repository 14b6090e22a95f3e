"""What stands in a cell of a table, which rows are so and how many, by all that a question says of them."""

from datetime import date

import pytest

from knowledge.asking.asker import Asker
from tests.asking.libraries import ask, is_answered, of_texts, quotes

HEAD = """UBND TỈNH LÂM BÌNH
VĂN PHÒNG
Số: {number}
Lâm Bình, ngày 05 tháng 10 năm 2024

BÁO CÁO
{title}

"""
WORK = of_texts(
    HEAD.format(number="210/BC-VP", title="Tình hình thực hiện nhiệm vụ cải cách hành chính quý III năm 2024")
    + """| STT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời hạn hoàn thành | Tình trạng | Tiến độ (%) |
|---|---|---|---|---|---|---|
| 1 | Xây dựng kho dữ liệu dùng chung | Sở Thông tin và Truyền thông | Các sở, ngành | 30/9/2024 | Hoàn thành | 100 |
| 2 | Số hóa hồ sơ hộ tịch | Sở Tư pháp | UBND cấp huyện | 31/8/2024 | Quá hạn | 72,5 |
| 3 | Sửa đổi quy chế làm việc của UBND tỉnh | Văn phòng UBND tỉnh | Sở Tư pháp | 31/12/2024 | Đang thực hiện | 40 |
| 4 | Tổng kết phong trào một cửa | Sở Nội vụ | Bưu điện tỉnh | 15/11/2024 | Chưa thực hiện | 0 |
| 5 | Nâng cấp cổng dịch vụ công | Sở Thông tin và Truyền thông | VNPT Lâm Bình | 20/9/2024 | Hoàn thành trễ hạn | 100 |
"""
)
MARKS = of_texts(
    HEAD.format(number="41/BC-VP", title="Kết quả thực hiện Kế hoạch tháng 8 năm 2024")
    + """| STT | Nội dung công việc | Đơn vị thực hiện | Hoàn thành đúng hạn | Hoàn thành trễ hạn | Chưa hoàn thành | Lý do |
|---|---|---|---|---|---|---|
| 1 | Niêm yết công khai thủ tục hành chính | Văn phòng Sở | x | | | |
| 2 | Tập huấn phần mềm một cửa | Phòng Công nghệ | | x | | Do chờ kinh phí |
| 3 | Lắp đặt camera bộ phận một cửa | Phòng Tài chính | | | x | Do chưa chọn được nhà thầu |
| 4 | Công bố dịch vụ công trực tuyến | Phòng Công nghệ | x | | | |
"""
)
SCORES = of_texts(
    HEAD.format(number="74/BC-VP", title="Kết quả số hóa hồ sơ 9 tháng năm 2024")
    + """| TT | Đơn vị | Số hồ sơ tiếp nhận | Số hồ sơ đã số hóa | Tỷ lệ số hóa | Vướng mắc |
|---|---|---|---|---|---|
| | TOÀN TỈNH | 120.000 | 96.000 | 80,00% | |
| 1 | Sở Tư pháp | 20.000 | 19.000 | 95,00% | |
| 2 | Sở Y tế | 10.000 | 8.500 | 85,00% | |
| 3 | Huyện Mường Sa | 40.000 | 23.500 | 58,75% | Do thiếu máy quét |
| 4 | Huyện Nà Hin | 50.000 | 45.000 | 90,00% | |
"""
)
MONTHS = of_texts(
    HEAD.format(number="12/BC-VP", title="Kết quả tiếp nhận, giải quyết hồ sơ 6 tháng đầu năm 2024")
    + """| Chỉ tiêu | Tháng 1 | Tháng 2 | Tháng 3 | Cộng |
|---|---|---|---|---|
| Tiếp nhận | 1.020 | 850 | 1.340 | 3.210 |
| Đã giải quyết | 1.000 | 990 | 1.300 | 3.290 |
| Quá hạn | 4 | - | 7 | 11 |
"""
)
PETITIONS = of_texts(
    HEAD.format(number="64/BC-VP", title="Tiếp nhận, xử lý phản ánh kiến nghị 6 tháng đầu năm 2024")
    + """| Đơn vị | Tổng số PAKN | Đã xử lý | Đang xử lý | Quá hạn |
|---|---|---|---|---|
| Sở Xây dựng | 12 | 11 | 1 | 0 |
| Sở Y tế | 45 | 40 | 3 | 2 |
| Tổng số | 57 | 51 | 4 | 2 |
"""
)
RANKS = of_texts(
    HEAD.format(number="76/BC-VP", title="Kết quả đo lường sự hài lòng năm 2023")
    + """| Hạng | Địa phương | Số phiếu phát ra | Số phiếu thu về | Điểm |
|---|---|---|---|---|
| 1 | Huyện Mường Sa | 400 | 380 | 86,25 |
| 2 | Huyện Nà Hin | 350 | 350 | 81,04 |
| 3 | Huyện Cồn Rộc | 300 | 290 | 80,90 |
"""
)
UNITS_ABOVE = of_texts(
    HEAD.format(number="75/BC-VP", title="Kết quả giải quyết thủ tục hành chính 9 tháng năm 2024")
    + """| Chỉ tiêu (hồ sơ) | Sở Y tế | Sở Tư pháp | Sở Xây dựng | Tổng |
|---|---|---|---|---|
| Tiếp nhận | 5.512 | 9.040 | 1.250 | 15.802 |
| Giải quyết trễ hạn | 12 | - | 25 | 37 |
"""
)
COMMUNES = of_texts(
    HEAD.format(number="77/BC-VP", title="Hồ sơ quá hạn năm 2023")
    + """| TT | Huyện | Xã | Quá hạn |
|---|---|---|---|
| 1 | Nà Hin | Kon Lơm | 5 |
| 2 | Mường Sa | Thu Lũm | 3 |
"""
)
REGISTER = of_texts(
    """SỔ THEO DÕI VĂN BẢN CỦA UBND HUYỆN MƯỜNG SA NĂM 2024

| TT | Văn bản | Ngày | Về việc | Đơn vị tham mưu | Thời hạn | Kết quả |
|---|---|---|---|---|---|---|
| 1 | QĐ số 12 | 3/1/2024 | Kiện toàn đoàn thanh tra công vụ | Thanh tra huyện | 31/01/2024 | x |
| 2 | KH số 33 | 15/01/2024 | Rà soát thủ tục hành chính | Văn phòng | 30/6/2024 | x |
| 3 | CV số 140 | 22/02/2024 | Báo cáo kết quả số hóa hồ sơ | Phòng Văn hóa | 15/3/2024 | |
"""
)
TODAY = date(2024, 10, 20)


def _told(asker: Asker, question: str) -> str:
    answer = ask(question, asker=asker, today=TODAY)
    return " / ".join((answer.direct, *answer.lines)) if is_answered(answer) else ""


@pytest.mark.parametrize(
    ("asker", "question", "said"),
    [
        (WORK, "số hóa hồ sơ hộ tịch được bao nhiêu %", "72,5%"),
        (WORK, "sửa đổi quy chế làm việc ai phối hợp", "Sở Tư pháp"),
        (WORK, "kho dữ liệu dùng chung xong chưa", "Hoàn thành"),
        (WORK, "VNPT phối hợp nhiệm vụ nào", "Nâng cấp cổng dịch vụ công"),
        (MARKS, "vì sao lắp đặt camera chưa xong", "nhà thầu"),
        (MARKS, "lắp đặt camera xong chưa", "Chưa hoàn thành"),
        (SCORES, "sở y tế số hóa bao nhiêu hồ sơ", "8.500"),
        (SCORES, "toàn tỉnh số hóa bao nhiêu hồ sơ", "96.000"),
        (UNITS_ABOVE, "sở y tế tiếp nhận bao nhiêu hồ sơ", "5.512"),
        (UNITS_ABOVE, "sở nào tiếp nhận nhiều nhất", "Sở Tư pháp: 9.040"),
        (REGISTER, "qđ 12 về gì", "thanh tra công vụ"),
        (REGISTER, "công văn 140 hạn khi nào", "15/03/2024"),
        (REGISTER, "kế hoạch 33 xong chưa", "Đã đánh dấu ở cột “Kết quả”"),
        (REGISTER, "cv 140 làm xong chưa", "Chưa đánh dấu ở cột “Kết quả”"),
    ],
)
def test_a_cell_is_told_by_its_row_and_column(asker, question, said):
    assert said in _told(asker, question)


@pytest.mark.parametrize(
    ("asker", "question", "rows", "others"),
    [
        (WORK, "nhiệm vụ nào hoàn thành trễ", ("cổng dịch vụ công",), ("hộ tịch",)),
        (WORK, "mấy nhiệm vụ chưa hoàn thành", ("3 nhiệm vụ", "hộ tịch", "quy chế", "Tổng kết"), ("kho dữ liệu",)),
        (WORK, "sở tư pháp phối hợp nhiệm vụ nào", ("quy chế làm việc",), ("hộ tịch",)),
        (MARKS, "công việc nào chưa hoàn thành", ("camera",), ("Niêm yết", "Tập huấn")),
        (MARKS, "công việc nào hoàn thành đúng hạn", ("Niêm yết", "Công bố"), ("camera", "Tập huấn")),
        (MARKS, "mấy việc hoàn thành đúng hạn", ("2 ", "Niêm yết", "Công bố"), ("camera",)),
        (SCORES, "đơn vị nào số hóa dưới 80%", ("Mường Sa",), ("Y tế", "TOÀN TỈNH")),
        (SCORES, "đơn vị nào tỷ lệ số hóa trên 85%", ("Tư pháp", "Nà Hin"), ("Y tế", "Mường Sa")),
    ],
)
def test_rows_are_told_by_their_state_their_mark_or_a_number(asker, question, rows, others):
    told = _told(asker, question)
    assert all(row in told for row in rows)
    assert not any(row in told for row in others)


@pytest.mark.parametrize(
    ("question", "said"),
    [("tháng nào tiếp nhận nhiều nhất", "Tháng 3: 1.340"), ("tháng nào giải quyết ít nhất", "Tháng 2: 990")],
)
def test_the_month_with_most_is_a_column(question, said):
    assert said in _told(MONTHS, question)


@pytest.mark.parametrize(
    ("asker", "question"),
    [
        (WORK, "số hóa hồ sơ đất đai ai chủ trì"),
        (WORK, "quý II nhiệm vụ nào quá hạn"),
        (WORK, "nhiệm vụ nào quá hạn của sở nội vụ"),
        (WORK, "sở y tế chủ trì nhiệm vụ nào"),
        (MARKS, "lắp đặt camera hết bao nhiêu tiền"),
        (SCORES, "sở xây dựng số hóa bao nhiêu hồ sơ"),
        (SCORES, "xã nào số hóa thấp nhất"),
        (SCORES, "quý I sở y tế số hóa bao nhiêu hồ sơ"),
        (MONTHS, "tháng nào hồ sơ trực tuyến nhiều nhất"),
        (PETITIONS, "bao nhiêu hồ sơ quá hạn"),
        (COMMUNES, "huyện nà hin năm 2023 có bao nhiêu hồ sơ quá hạn"),
        (RANKS, "sở nào thấp nhất"),
        (RANKS, "hai địa phương nào điểm cao nhất năm 2023"),
        (RANKS, "huyện mường sa năm 2023 tiếp nhận bao nhiêu hồ sơ"),
        (SCORES, "phòng y tế số hóa bao nhiêu hồ sơ"),
        (REGISTER, "năm 2024 ban hành bao nhiêu văn bản"),
        (RANKS, "phường nào thấp nhất năm 2023"),
        (REGISTER, "kế hoạch 12 về gì"),
        (REGISTER, "công văn 33 xong chưa"),
        (WORK, "tổng kết phong trào một cửa bao giờ bắt đầu"),
        (PETITIONS, "sở y tế tiếp nhận bao nhiêu hồ sơ"),
    ],
)
def test_what_no_cell_holds_is_not_told_by_another(asker, question):
    assert _told(asker, question) == ""


def test_the_headings_are_quoted_with_the_row():
    told = ask("số hóa hồ sơ hộ tịch được bao nhiêu %", asker=WORK, today=TODAY)
    assert "Tiến độ (%)" in quotes(told)
