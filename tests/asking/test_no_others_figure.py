"""What another desk, cause, plan or document has is never told as what was asked for."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

DEPARTMENT = """UBND TỈNH LÂM BÌNH
SỞ NỘI VỤ
Số: 77/BC-SNV
Lâm Bình, ngày 15 tháng 12 năm 2023
BÁO CÁO
Kết quả công tác cải cách hành chính năm 2023, phương hướng nhiệm vụ năm 2024
I. KẾT QUẢ
1. Chỉ đạo, điều hành
Kế hoạch số 88/KH-UBND ngày 20/4/2023 về kiểm tra công vụ đã thực hiện xong.
Chỉ thị số 05/CT-UBND ngày 06/6/2023 chưa được triển khai tại cấp xã.
Quyết định số 210/QĐ-UBND ngày 03/3/2023 bãi bỏ Quyết định số 12/QĐ-UBND ngày 10/01/2020.
Quyết định số 31/QĐ-UBND ngày 05/5/2020 bị thay thế bởi Quyết định số 215/QĐ-UBND ngày 09/3/2023.
2. Thủ tục hành chính
Sở tiếp nhận 812 hồ sơ, giải quyết 800 hồ sơ, trong đó 02 hồ sơ quá hạn do lỗi phần mềm.
Bộ phận Một cửa huyện Mường Sa tiếp nhận 5.210 hồ sơ, quá hạn 31 hồ sơ.
"""
ASKER = of_texts(DEPARTMENT)
TODAY = date(2024, 1, 10)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("Sở Nội vụ quá hạn bao nhiêu hồ sơ", "02 hồ sơ"),
        ("huyện Mường Sa quá hạn bao nhiêu", "31 hồ sơ"),
        ("bao nhiêu hồ sơ quá hạn do lỗi phần mềm", "02 hồ sơ"),
        ("kế hoạch 88 xong chưa", "Kế hoạch số 88/KH-UBND ngày 20/4/2023 về kiểm tra công vụ đã thực hiện xong"),
        ("chỉ thị 05 triển khai chưa", "Chỉ thị số 05/CT-UBND ngày 06/6/2023 chưa được triển khai"),
        ("QĐ 12 còn hiệu lực không", "Đã bị bãi bỏ bởi Quyết định 210/QĐ-UBND"),
        ("QĐ 31 còn hiệu lực không", "Đã bị thay thế"),
        ("QĐ 210 bãi bỏ văn bản nào", "Bãi bỏ Quyết định 12/QĐ-UBND"),
    ],
)
def test_what_is_told_is_of_just_what_is_asked(question, begins):
    assert ask(question, asker=ASKER, today=TODAY).direct.startswith(begins)


@pytest.mark.parametrize(
    "question",
    [
        "tỉnh quá hạn bao nhiêu hồ sơ",
        "bao nhiêu hồ sơ quá hạn do lỗi công chức",
        "QĐ 210 bị bãi bỏ chưa",
        "QĐ 215 bị thay thế chưa",
    ],
)
def test_nothing_is_told_of_another(question):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert not is_answered(answer), answer.direct


COMMUNE = """UBND XÃ NẬM LẠ
Số: 186/BC-UBND
Nậm Lạ, ngày 19 tháng 12 năm 2025
BÁO CÁO
Công tác cải cách hành chính quý IV và năm 2025 của xã Nậm Lạ
I. CẢI CÁCH THỦ TỤC HÀNH CHÍNH
1. Tiếp nhận
- Cả năm 2025: 3.238 hồ sơ; trực tuyến 1.633 (50,43%);
- Riêng quý III: 1.752 hồ sơ, tăng 02 so với quý II;
- Điểm tiếp nhận Huổi Rang: mở từ ngày 15/10/2025; đã nhận 148 hồ sơ;
2. Giải quyết
- Riêng quý III: 1.737 hồ sơ; quá hạn 14 hồ sơ;
- Còn đang giải quyết 93 hồ sơ;
- Phi địa giới hành chính: 74 hồ sơ;
II. BỘ MÁY
- Biên chế giao 60; có mặt 57;
- Tổng đài 1022: 9.318 cuộc gọi;
- Chỉ số CCHC công bố tại Quyết định số 612/QĐ-UBND ngày 27/3/2025: 78,92 điểm;
"""
COMMUNES = of_texts(COMMUNE)


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("quý 3/2025 xã Nậm Lạ tiếp nhận mấy hồ sơ", "1.752 hồ sơ"),
        ("quý 3/2025 xã Nậm Lạ giải quyết mấy hồ sơ", "1.737 hồ sơ"),
        ("điểm tiếp nhận Huổi Rang nhận bao nhiêu hồ sơ", "148 hồ sơ"),
        ("năm 2025 xã Nậm Lạ còn bao nhiêu hồ sơ đang giải quyết", "93 hồ sơ"),
        ("xã Nậm Lạ nhận bao nhiêu hồ sơ phi địa giới", "74 hồ sơ"),
        ("UBND xã Nậm Lạ được giao bao nhiêu biên chế, có mặt bao nhiêu", "60 (được giao); 57 (có mặt)"),
        ("tổng đài 1022 bao nhiêu cuộc gọi", "9.318 cuộc"),
        ("diem tiep nhan Huoi Rang mo tu ngay nao", "Ngày 15/10/2025"),
    ],
)
def test_lines_of_a_commune_are_each_of_what_their_heading_says(question, begins):
    assert ask(question, asker=COMMUNES, today=TODAY).direct.startswith(begins)


def test_points_that_an_index_was_made_known_with_are_no_subject():
    assert not ask("Quyết định 612 về việc gì", asker=COMMUNES, today=TODAY).direct.startswith("78,92")


LATER_CLAUSE = of_texts(
    news(
        "23/BC-SCT",
        "20/3/2026",
        "quý I năm 2026",
        "Số điểm bán chưa có máy quét còn nhiều (27,4%); thanh toán trực tuyến thấp do người dân quen tiền mặt.",
        "Hồ sơ trực tuyến đạt 61,5%; số còn lại nộp tại quầy.",
    )
)


def test_a_share_of_another_clause_is_not_of_what_a_later_one_names():
    assert not is_answered(ask("Tỷ lệ thanh toán trực tuyến quý I/2026 đạt bao nhiêu %?", asker=LATER_CLAUSE))


def test_a_share_of_its_own_clause_is_told_before_a_semicolon():
    assert "61,5%" in ask("Tỷ lệ hồ sơ trực tuyến quý I/2026 đạt bao nhiêu %?", asker=LATER_CLAUSE).direct
