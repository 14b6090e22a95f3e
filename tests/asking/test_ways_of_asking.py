"""What leads to a request, a month counted up to, a resolution beside a plan: how officials ask, and what is then meant."""

from datetime import date

import pytest

from knowledge.asking.reading.asides import without_asides
from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "8/BC-VPUBND",
        "16/6/2024",
        "6 tháng đầu năm 2024",
        "Kết quả tiếp nhận hồ sơ 6 tháng đầu năm: toàn tỉnh tiếp nhận 2.400 hồ sơ, trong đó trực tuyến 1.200 hồ sơ, đạt 50%.",
        "Đến ngày 31/5/2024 đã số hóa 812 hồ sơ lưu trữ.",
        "Trong kỳ không có hồ sơ quá hạn.",
        "Số phòng của Văn phòng UBND tỉnh từ 9 phòng xuống còn 7 phòng.",
        "Theo công bố ngày 17/4/2024 của Bộ Nội vụ, PAR INDEX năm 2023 của tỉnh đạt 85,94 điểm, xếp thứ 36/63, tăng 8 bậc so với"
        " năm 2022 (hạng 44/63); SIPAS năm 2023 đạt 80,12%, xếp thứ 45/63.",
        "Ngày 20/5/2024, HĐND tỉnh ban hành Nghị quyết số 88/NQ-HĐND thông qua Đề án sắp xếp đơn vị hành chính cấp xã giai đoạn"
        " 2023 - 2025.",
        "Theo Quyết định số 1188/QĐ-UBND ngày 27/6/2023 của UBND tỉnh, mỗi xã, phường thành lập một Trung tâm Phục vụ hành chính"
        " công trước ngày 01/7.",
    )
)
TODAY = date(2024, 7, 1)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sáng mai anh họp giao ban, cho anh tổng số hồ sơ tiếp nhận 6 tháng đầu năm 2024", "2.400"),
        ("Phục vụ đoàn thanh tra, đề nghị cung cấp tỷ lệ hồ sơ trực tuyến 6 tháng đầu năm 2024", "50%"),
        ("Kính đề nghị cho biết tỷ lệ hồ sơ trực tuyến 6 tháng đầu năm 2024 để Phòng tổng hợp, trình lãnh đạo", "50%"),
        ("Tính đến cuối tháng 5/2024 số hóa được bao nhiêu hồ sơ lưu trữ?", "812"),
        ("6 tháng đầu năm 2024 có hồ sơ nào quá hạn không?", "không có hồ sơ quá hạn"),
        ("Văn phòng UBND tỉnh sắp xếp từ mấy phòng còn mấy phòng?", "7 phòng"),
        ("PAR INDEX năm 2022 của tỉnh đứng thứ mấy?", "44/63"),
        ("PAR INDEX nawm 2023 cuar tinhr ddatj bao nhieeu ddieemr?", "85,94"),
        ("Đề án sắp xếp đơn vị hành chính cấp xã giai đoạn 2023 - 2025 được thông qua chưa?", "20/05/2024"),
        ("Quyết định 1188/QĐ-UBND về việc gì?", "không nêu trích yếu"),
    ],
)
def test_it_is_answered_as_it_was_meant(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert said in answer.direct


def test_an_index_takes_the_place_of_the_one_before():
    chat = Chat(ASKER)
    chat.ask("PAR INDEX năm 2023 của tỉnh xếp thứ mấy?")
    assert "45/63" in chat.ask("SIPAS thì sao?").direct


def test_a_type_alone_means_the_document_that_was_spoken_of():
    chat = Chat(ASKER)
    chat.ask("Đề án sắp xếp đơn vị hành chính cấp xã giai đoạn 2023 - 2025 được thông qua chưa?")
    assert "88/NQ-HĐND" in chat.ask("Nghị quyết số mấy?").direct


def test_a_type_alone_and_out_of_the_blue_means_none():
    assert not is_answered(ask("Nghị quyết số mấy?", asker=ASKER, today=TODAY))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Việc quý IV/2019 bên Sở TNMT, chị đang soạn giấy mời họp", "Việc quý IV/2019 bên Sở TNMT"),
        ("Kế hoạch 9 đã xong hết chưa, chiều nay tôi báo cáo Thường trực", "Kế hoạch 9 đã xong hết chưa"),
        ("Công văn 2316 quá hạn chưa nhỉ, tra giúp anh", "Công văn 2316 quá hạn chưa nhỉ"),
        ("Tôi ở Đài tỉnh, cần số người nghỉ việc năm 2018", "cần số người nghỉ việc năm 2018"),
        ("Chị Giám đốc hỏi quý III dân nộp bao nhiêu bộ?", "quý III dân nộp bao nhiêu bộ?"),
        ("Ke hoach 9 da xong het chua, chieu nay toi bao cao sep", "Ke hoach 9 da xong het chua"),
    ],
)
def test_what_the_asker_is_about_is_left_out(text, kept):
    assert without_asides(text) == kept


WORK = of_texts(
    """UBND XÃ GÒ MÂY
Số: 12/BC-UBND
Gò Mây, ngày 14 tháng 6 năm 2024
BÁO CÁO
Công tác cải cách hành chính 6 tháng đầu năm 2024
I. KẾT QUẢ
1. Xã tiếp nhận 812 hồ sơ, giải quyết 790 hồ sơ.
2. Tổ chức 04 buổi tuyên truyền với 310 lượt người dự.
II. NHIỆM VỤ 6 THÁNG CUỐI NĂM 2024
1. Số hóa xong hồ sơ hộ tịch trước ngày 30/10/2024.
2. Lắp đặt camera tại Bộ phận Một cửa.
"""
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Việc 6 tháng cuối năm 2024 của xã Gò Mây", "2 nhiệm vụ"),
        ("Việc trọng tâm 6 tháng cuối năm 2024 của xã Gò Mây là những gì, em đọc chị nghe", "2 nhiệm vụ"),
        ("Tình hình 6 tháng đầu năm 2024 ở xã Gò Mây sao rồi", "Tóm tắt 12/BC-UBND"),
        ("Kết quả 6 tháng đầu năm 2024 của xã Gò Mây thế nào?", "Tóm tắt 12/BC-UBND"),
    ],
)
def test_work_to_be_done_and_how_things_stand_are_asked_in_short(question, said):
    assert ask(question, asker=WORK, today=TODAY).direct.startswith(said)


@pytest.mark.parametrize(
    "text",
    [
        "Kinh phí năm 2023 được giao bao nhiêu, chi làm trụ sở",
        "Kinh phi nam 2023 duoc giao bao nhieu, chi lam tru so",
        "Số hóa hồ sơ của Sở Nội vụ, tới nay làm đến đoạn cuối",
        "Quý I/2019, cho hỏi bao nhiêu hồ sơ?",
        "Sở Nội vụ nhận bao nhiêu hồ sơ, trễ bao nhiêu?",
    ],
)
def test_what_says_something_of_the_question_is_kept(text):
    assert without_asides(text) == text
