"""Who heads a body or stands in for its head: told by an appointment, or by who signed its newest report."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

DEPARTMENT = """UBND TỈNH LÂM TRÀ
SỞ NỘI VỤ
Số: {number}/BC-SNV
Lâm Trà, ngày {day}
BÁO CÁO
Công tác cải cách hành chính {period}
1. Sở có 07 phòng chuyên môn, 64 công chức.
2. {said}
{title}
(Đã ký)
{signer}
"""
SPRING = DEPARTMENT.format(
    number=118,
    day="16 tháng 3 năm 2021",
    period="quý I năm 2021",
    said="Ông Kiều Văn Lợi được bổ nhiệm giữ chức Giám đốc Sở Tư pháp từ ngày 01/02/2021.",
    title="GIÁM ĐỐC",
    signer="Tô Hữu Trác",
)
SUMMER = DEPARTMENT.format(
    number=260,
    day="15 tháng 6 năm 2021",
    period="6 tháng đầu năm 2021",
    said="UBND tỉnh bổ nhiệm bà Quách Thị Nhàn giữ chức Giám đốc Sở Nội vụ từ ngày 01/6/2021, thay ông Tô Hữu Trác nghỉ hưu.",
    title="KT. GIÁM ĐỐC\nPHÓ GIÁM ĐỐC",
    signer="Bùi Thế Duy",
)
DISTRICT = """ỦY BAN NHÂN DÂN HUYỆN BÀU SẤU
Số: 77/BC-UBND
Bàu Sấu, ngày 18 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021
1. Ông Lê Công Tạo thôi giữ chức Trưởng phòng Tài chính - Kế hoạch; dự kiến bổ nhiệm ông Phan Văn Ký giữ chức Trưởng phòng Tư pháp trong quý III.
2. Điều động bà Ngô Thị Thu về làm Trưởng phòng Nội vụ từ ngày 15/5/2021.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Danh Thành Lập
"""
ASKER = of_texts(SPRING, SUMMER, DISTRICT)


@pytest.mark.parametrize(
    ("question", "person"),
    [
        ("Giám đốc Sở Nội vụ mới là ai?", "Quách Thị Nhàn"),
        ("giam doc so noi vu bay gio la ai vay", "Quách Thị Nhàn"),
        ("Ai đang giữ chức Giám đốc Sở Nội vụ?", "Quách Thị Nhàn"),
        ("Ai thay ông Tô Hữu Trác?", "Quách Thị Nhàn"),
        ("Giám đốc cũ của Sở Nội vụ là ai?", "Tô Hữu Trác"),
        ("Giám đốc Sở Tư pháp tỉnh Lâm Trà là ai?", "Kiều Văn Lợi"),
        ("Phó Giám đốc Sở Nội vụ là ai?", "Bùi Thế Duy"),
        ("Trưởng phòng Nội vụ huyện Bàu Sấu là ai?", "Ngô Thị Thu"),
        ("Chủ tịch UBND huyện Bàu Sấu là ai?", "Danh Thành Lập – Chủ tịch Ủy ban nhân dân huyện Bàu Sấu, ký báo cáo"),
        ("chủ tịch huyện Bàu Sấu tên gì", "Danh Thành Lập"),
        ("Who is the new director of the Department of Home Affairs?", "Quách Thị Nhàn"),
        ("Ai giữ chức Giám đốc Sở Tư pháp từ tháng 2/2021?", "Kiều Văn Lợi"),
        ("Ai làm Giám đốc Sở Nội vụ từ tháng 6/2021?", "Quách Thị Nhàn"),
        ("Giám đốc Sở Nội vụ quý I/2021 là ai?", "Tô Hữu Trác – Giám đốc Sở Nội vụ"),
    ],
)
def test_who_holds_a_post_is_told_by_the_newest_report_that_says_it(question, person):
    assert person in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Giám đốc Sở Y tế là ai?",
        "Ai giữ chức Giám đốc Sở Tư pháp từ tháng 3/2021?",
        "Chủ tịch UBND tỉnh là ai?",  # a district's chairman signs for no province
        "Chủ tịch UBND xã Bàu Sấu là ai?",
        "Phó Chủ tịch UBND huyện Bàu Sấu là ai?",
        "Trưởng phòng Tài chính - Kế hoạch huyện Bàu Sấu là ai?",  # who left holds it no more
        "Trưởng phòng Tư pháp huyện Bàu Sấu là ai?",  # who is only to come holds it not yet
        "Giám đốc là ai?",
        "Ai thay ông Bùi Thế Duy?",
        "Ai thay ông Tô Hữu Trác làm Giám đốc Sở Y tế?",
        "Giám đốc Sở Nội vụ là ai ở huyện Bàu Sấu?",
    ],
)
def test_nobody_is_told_of_whom_no_report_says_it(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_who_signs_in_place_of_a_head_is_not_the_head():
    asker = of_texts(SUMMER.replace("UBND tỉnh bổ nhiệm", "Đã xem xét bổ nhiệm"))
    assert not is_answered(ask("Giám đốc Sở Nội vụ là ai?", asker=asker))


def test_who_left_since_is_told_no_more():
    later = DEPARTMENT.format(
        number=400,
        day="14 tháng 9 năm 2021",
        period="9 tháng năm 2021",
        said="Bà Quách Thị Nhàn nghỉ hưu từ ngày 01/9/2021.",
        title="PHÓ GIÁM ĐỐC",
        signer="Bùi Thế Duy",
    )
    assert not is_answered(ask("Giám đốc Sở Nội vụ bây giờ là ai?", asker=of_texts(SPRING, SUMMER, later)))


def test_of_the_same_post_in_two_provinces_neither_is_told():
    other = SPRING.replace("LÂM TRÀ", "CỬA HẠ").replace("Lâm Trà", "Cửa Hạ").replace("Tô Hữu Trác", "Hồ Văn Sáng")
    assert not is_answered(ask("Giám đốc Sở Nội vụ là ai?", asker=of_texts(SPRING, other)))


OFFICE = """UBND TỈNH LÂM TRÀ
VĂN PHÒNG
Số: 95/BC-VPUBND
Lâm Trà, ngày 16 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021 của Văn phòng UBND tỉnh Lâm Trà
1. Trung tâm Phục vụ hành chính công tỉnh tiếp nhận 8.120 hồ sơ.
2. Ngày 10/5/2021, ông Vi Văn Sáng (Giám đốc Trung tâm) nghỉ hưu; giao bà Lò Thị Mẩy phụ trách Trung tâm.
3. Tạm phân công ông Hà Công Bẩy, Phó Trưởng phòng, phụ trách Phòng Kiểm soát thủ tục hành chính từ ngày 01/6/2021. Giao ông Đỗ Văn Tạc phụ trách lĩnh vực đất đai.
"""


@pytest.mark.parametrize(
    ("question", "name"),
    [
        ("ai phụ trách Trung tâm Phục vụ hành chính công tỉnh", "Lò Thị Mẩy"),
        ("ai duoc giao phu trach Trung tam Phuc vu hanh chinh cong tinh tu thang 5/2021", "Lò Thị Mẩy"),
        ("Người đang phụ trách Phòng Kiểm soát thủ tục hành chính là ai?", "Hà Công Bẩy"),
    ],
)
def test_who_leads_without_the_post_is_told(question, name):
    answer = ask(question, asker=of_texts(OFFICE))
    assert is_answered(answer)
    assert name in answer.direct


def test_who_is_charged_with_a_field_leads_no_body():
    assert not is_answered(ask("ai phụ trách Sở Tài nguyên và Môi trường", asker=of_texts(OFFICE)))


PROVINCE = """ỦY BAN NHÂN DÂN
TỈNH LÂM TRÀ
Số: 301/BC-UBND
Lâm Trà, ngày 14 tháng 12 năm 2021
BÁO CÁO
Công tác cải cách hành chính năm 2021
1. Sở Công Thương chuyển về trụ sở mới ngày 02/8/2021. Ông Vũ Đình Sáu, Phó Chánh Văn phòng UBND tỉnh kiêm Giám đốc Sở.
2. Sở Tài chính phối hợp Sở Xây dựng lập quy hoạch. Bà Tạ Thị Ngân được bổ nhiệm làm Giám đốc Sở.
"""


def test_the_body_is_the_one_that_the_paragraph_names():
    assert "Vũ Đình Sáu" in ask("Giám đốc Sở Công Thương là ai?", asker=of_texts(PROVINCE)).direct


@pytest.mark.parametrize("body", ["Sở Tài chính", "Sở Xây dựng"])
def test_of_two_bodies_that_a_paragraph_names_neither_is_meant(body):
    assert not is_answered(ask(f"Giám đốc {body} là ai?", asker=of_texts(PROVINCE)))
