"""Bodies after a merger: what they were made of, how many parts by a table, their numbered parts, levels that are none of another's."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2026, 4, 20)
ASKER = of_texts(
    news(
        "61/BC-TTPVHCC",
        "03/4/2026",
        "quý I năm 2026",
        "Trung tâm tiếp nhận 42.310 hồ sơ, trong đó trực tuyến 36.048 hồ sơ.",
        "Chia theo địa điểm: Cơ sở 1 (phường Đông) tiếp nhận 27.995 hồ sơ; Cơ sở 2 (phường Bình Sa) tiếp nhận 14.315 hồ sơ.",
        "Trong quý giải quyết 41.022 hồ sơ, trễ hạn 188 hồ sơ.",
        office="Trung tâm Phục vụ hành chính công tỉnh Long Khê",
    ),
    news(
        "58/BC-UBND",
        "12/3/2026",
        "quý I năm 2026",
        "Xã được thành lập trên cơ sở nhập ba xã An Thạnh, An Trung và Phú Lợi từ ngày 01/7/2025.",
        "Tỷ lệ hồ sơ công việc lập trên môi trường mạng đạt 88,6%.",
        "Xã tiếp nhận 1.248 hồ sơ, trong đó trực tuyến 1.061 hồ sơ (85,02%).",
        office="Ủy ban nhân dân xã Hòa Thạnh",
    ),
    news(
        "90/BC-UBND",
        "20/12/2025",
        "năm 2025",
        "Sáp nhập thôn, bản từ 1.412 thôn, bản còn 1.093 thôn, bản.",
        "Từ ngày 01/7/2025 tỉnh còn 116 đơn vị hành chính cấp xã, giảm 14 đơn vị.",
        "Trung tâm Hành chính công tỉnh khai trương ngày 05/5/2025.",
        office="Ủy ban nhân dân tỉnh Long Khê",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Xã Hòa Thạnh nhập từ những xã nào?", "Xã được thành lập trên cơ sở nhập ba xã An Thạnh"),
        ("Trung tâm Phục vụ hành chính công tỉnh quý I/2026 tiếp nhận bao nhiêu hồ sơ?", "42.310 hồ sơ"),
        ("Quý I/2026 Cơ sở 2 tiếp nhận mấy hồ sơ?", "14.315 hồ sơ"),
        ("Sáp nhập xong tỉnh còn bao nhiêu thôn, bản?", "1.093 thôn, bản"),
        ("Tỷ lệ hồ sơ trực tuyến quý I/2026 của xã Hòa Thạnh bao nhiêu %?", "85,02%"),
        (
            "Trung tâm Hành chính công tỉnh khai trương chưa?",
            "Trung tâm Hành chính công tỉnh khai trương ngày 05/5/2025",
        ),
    ],
)
def test_it_is_told_of_just_that_body_and_level(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


@pytest.mark.parametrize(
    "question",
    [
        "Cơ sở 2 quý I/2026 có mấy hồ sơ trễ hạn?",  # of both together
        "Quý I/2026 Cơ sở 3 tiếp nhận mấy hồ sơ?",
    ],
)
def test_the_whole_is_told_of_no_part(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


TABLE = of_texts(
    news(
        "612/BC-SNNMT",
        "10/12/2025",
        "năm 2025",
        "Sở được thành lập trên cơ sở hợp nhất hai sở.",
        "Loại đơn vị | Trước hợp nhất | Sau hợp nhất\nPhòng chuyên môn | 19 | 11\nChi cục | 14 | 8",
        "Đã gửi 426 thư xin lỗi.",
        "Thí điểm từ ngày 22/4/2025; đến ngày 14/11/2025 tiếp nhận 2.036 hồ sơ đất đai qua VNeID.",
        office="Sở Nông nghiệp và Môi trường tỉnh Long Khê",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở NN&MT sau hợp nhất còn mấy chi cục?", "8 chi cục (trước đó 14)"),
        ("Sở NNMT trước và sau hợp nhất có mấy phòng chuyên môn?", "Từ 19 còn 11 phòng chuyên môn (giảm 8)"),
        ("Xin số thư xin lỗi mà Sở NN&MT đã gửi trong năm 2025", "426 thư xin lỗi"),
        ("Tính đến 14/11/2025 có bao nhiêu hồ sơ đất đai nộp qua VNeID?", "2.036 hồ sơ"),
    ],
)
def test_a_department_in_short_is_told_by_its_rows_and_sentences(question, said):
    answer = ask(question, asker=TABLE, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


JOINED = of_texts(
    news(
        "203/BC-SYT",
        "10/12/2023",
        "năm 2023",
        "Hợp nhất Trung tâm Pháp y và Trung tâm Giám định Y khoa thành Trung tâm Giám định Y khoa - Pháp y.",
        "Từ ngày 01/10/2023 Sở giảm từ 07 phòng xuống còn 06 phòng (sáp nhập Phòng Công tác thanh niên vào Phòng Tổ chức).",
        office="Sở Y tế tỉnh Long Khê",
    ),
    news(
        "402/BC-UBND",
        "22/9/2025",
        "9 tháng đầu năm 2025",
        "Số đơn vị hành chính cấp xã giảm từ 251 còn 88 đơn vị, gồm 73 xã và 15 phường.",
        office="Ủy ban nhân dân tỉnh Long Khê",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Ngành y tế đã nhập hai trung tâm nào với nhau?", "Hợp nhất Trung tâm Pháp y"),
        ("Phòng Công tác thanh niên của Sở Y tế nhập vào phòng nào?", "Từ ngày 01/10/2023 Sở giảm từ 07 phòng"),
        ("Toàn tỉnh từ 251 đơn vị cấp xã nay còn bao nhiêu?", "88 đơn vị"),
    ],
)
def test_what_was_joined_and_what_is_left(question, said):
    answer = ask(question, asker=JOINED, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)
