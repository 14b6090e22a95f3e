"""Who was merged with whom, asked from either side."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

PROVINCE = """ỦY BAN NHÂN DÂN TỈNH ĐỒI SIM
Số: 486/BC-UBND
Đồi Sim, ngày 16 tháng 12 năm 2021
BÁO CÁO
Công tác cải cách hành chính năm 2021
III. BỘ MÁY
Năm 2021, cấp huyện giảm 04 phòng do hợp nhất Phòng Dân tộc vào Văn phòng HĐND và UBND ở 04 huyện.
"""
OFFICE = """UBND TỈNH ĐỒI SIM
VĂN PHÒNG
Số: 47/BC-VPUBND
Đồi Sim, ngày 12 tháng 3 năm 2021
BÁO CÁO
Công tác cải cách hành chính quý I năm 2021 của Văn phòng UBND tỉnh
III. BỘ MÁY
Từ ngày 01/3/2021, Phòng Tổng hợp và Phòng Quản trị được hợp nhất thành Phòng Tổng hợp - Quản trị.
"""
DISTRICT = """ỦY BAN NHÂN DÂN HUYỆN SUỐI LÀNH
Số: 214/BC-UBND
Suối Lành, ngày 14 tháng 6 năm 2021
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2021
III. BỘ MÁY
Từ ngày 01/4/2021 hợp nhất Đài Truyền thanh, Trung tâm Văn hóa thành Trung tâm Văn hóa - Truyền thanh.
Từ ngày 01/5/2021 Phòng Y tế giải thể, chuyển chức năng về Văn phòng HĐND và UBND huyện.
Nhà Thiếu nhi huyện sáp nhập vào Trung tâm Thể thao huyện.
Xã Bản Cọ được thành lập trên cơ sở sáp nhập 02 xã Bản Cọ, Nà Hin.
"""
ASKER = of_texts(PROVINCE, OFFICE, DISTRICT)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Năm 2021 Văn phòng UBND tỉnh hợp nhất những phòng nào với nhau?", "Phòng Tổng hợp và Phòng Quản trị"),
        ("Huyện Suối Lành đã nhập Đài Truyền thanh với đơn vị nào?", "Trung tâm Văn hóa thành"),
        ("Phòng Y tế huyện Suối Lành giải thể rồi việc giao cho ai?", "Văn phòng HĐND và UBND huyện"),
        ("Cho em hỏi Nhà Thiếu nhi huyện Suối Lành sáp nhập vào đơn vị nào?", "Trung tâm Thể thao huyện"),
        ("Xã Bản Cọ gộp từ những xã nào?", "Nà Hin"),
        ("Phòng Tổng hợp - Quản trị do những phòng nào hợp lại?", "Phòng Quản trị được hợp nhất"),
    ],
)
def test_the_sentence_that_names_both_is_told(question, told):
    assert told in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question",
    [
        "Năm 2020 Văn phòng UBND tỉnh hợp nhất những phòng nào với nhau?",
        "Huyện Suối Lành đã nhập Trạm Khuyến nông với đơn vị nào?",
        "Sở Nội vụ nhập phòng nào vào phòng nào?",
    ],
)
def test_of_another_time_or_body_nothing_is_told(question):
    assert not is_answered(ask(question, asker=ASKER))


IN_BRACKETS = of_texts(
    """UBND TỈNH ĐỒI SIM
VĂN PHÒNG
Số: 61/BC-VPUBND
Đồi Sim, ngày 14 tháng 6 năm 2022
BÁO CÁO
Công tác cải cách hành chính quý II năm 2022 của Văn phòng UBND tỉnh
III. BỘ MÁY
Từ ngày 01/5/2022 Văn phòng sắp xếp từ 09 phòng, đơn vị còn 07 phòng, đơn vị (nhập Phòng Ngoại vụ với Phòng Kinh tế, nhập Phòng Tiếp dân với Phòng Nội chính).
Quyết định số 88/QĐ-UBND ngày 18/4/2022 hợp nhất Trung tâm Tin học và Trung tâm Công báo thành Trung tâm Chuyển đổi số.
""",
    """ỦY BAN NHÂN DÂN HUYỆN SUỐI LÀNH
Số: 70/BC-UBND
Suối Lành, ngày 14 tháng 3 năm 2022
BÁO CÁO
Công tác cải cách hành chính quý I năm 2022
III. BỘ MÁY
Nhập xã Bản Bông vào xã Nà Hin từ ngày 01/02/2022; toàn huyện từ 15 còn 14 xã, thị trấn.
""",
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Phòng Ngoại vụ nhập với phòng nào?", "nhập Phòng Ngoại vụ với Phòng Kinh tế"),
        ("Ở Văn phòng UBND tỉnh, Phòng Nội chính nhập với phòng nào?", "nhập Phòng Tiếp dân với Phòng Nội chính"),
        ("Trung tâm Tin học sau khi hợp nhất có tên là gì?", "thành Trung tâm Chuyển đổi số"),
        ("Sau khi nhập xã Bản Bông, huyện còn mấy xã, thị trấn?", "14 xã, thị trấn"),
        ("sau khi nhap xa ban bong vao xa na hin huyen con may xa thi tran", "14 xã, thị trấn"),
    ],
)
def test_what_is_merged_without_a_new_name_is_told_from_both_sides(question, told):
    assert told in ask(question, asker=IN_BRACKETS).direct


@pytest.mark.parametrize(
    "question", ["Phòng Ngoại vụ sau khi nhập có tên là gì?", "Sau khi nhập xã Bản Cọ, huyện còn mấy xã, thị trấn?"]
)
def test_of_what_the_report_does_not_say_nothing_is_told(question):
    assert not is_answered(ask(question, asker=IN_BRACKETS))
