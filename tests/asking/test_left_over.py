"""Which tasks of a plan are left, and who was late with a report, where a sentence counts and names them."""

import pytest

from tests.asking.libraries import ask, is_answered, of_texts

YEAR = """UBND TỈNH CỬA NGÒI
SỞ NỘI VỤ
Số: {number}/BC-SNV
Cửa Ngòi, ngày 14 tháng 12 năm {year}
BÁO CÁO
Công tác cải cách hành chính năm {year}
I. THỰC HIỆN KẾ HOẠCH
Kế hoạch cải cách hành chính năm {year} có 36 nhiệm vụ, đã hoàn thành {done} nhiệm vụ. {left}
Có 03 đơn vị gửi báo cáo chậm trên 07 ngày (Sở Y tế, huyện Vàm Cui, huyện Gò Nổi).
"""
LAST = YEAR.format(
    number=412,
    year=2020,
    done=34,
    left="Hai nhiệm vụ phải chuyển sang năm 2021: đề án vị trí việc làm; kho dữ liệu đất đai.",
)
THIS = YEAR.format(
    number=530,
    year=2021,
    done=33,
    left="Còn 03 nhiệm vụ chưa hoàn thành: số hóa hộ tịch; sửa quy chế một cửa; thi tuyển 02 trưởng phòng.",
)
ASKER = of_texts(LAST, THIS)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Hai nhiệm vụ của kế hoạch CCHC 2020 phải chuyển sang 2021 là những nhiệm vụ gì?", "kho dữ liệu đất đai"),
        ("Ba việc chưa làm xong trong kế hoạch năm 2021 là những việc nào?", "sửa quy chế một cửa"),
        ("nhiem vu nao cua ke hoach nam 2020 chua hoan thanh", "đề án vị trí việc làm"),
        ("Kể tên ba nhiệm vụ chưa xong trong kế hoạch năm 2021", "sửa quy chế một cửa"),
        ("3 nhiệm vụ chưa hoàn thành của kế hoạch năm 2021 là gì", "sửa quy chế một cửa"),
        ("Mấy đơn vị nào gửi báo cáo chậm trên 7 ngày năm 2020?", "huyện Gò Nổi"),
        ("Những đơn vị nào nộp báo cáo chậm trên 7 ngày năm 2020?", None),
    ],
)
def test_what_is_left_is_told_by_the_sentence_that_names_it(question, told):
    answer = ask(question, asker=ASKER)
    assert told in answer.direct if told else not is_answered(answer)


@pytest.mark.parametrize(
    "question",
    [
        "Ba nhiệm vụ của kế hoạch năm 2020 phải chuyển sang 2021 là những nhiệm vụ gì?",  # there were two
        "Hai nhiệm vụ của kế hoạch năm 2020 phải chuyển sang 2022 là những nhiệm vụ gì?",
        "Hai nhiệm vụ của kế hoạch chuyển đổi số năm 2020 chưa xong là những nhiệm vụ gì?",
        "Những nhiệm vụ nào của kế hoạch năm 2019 chưa hoàn thành?",
        "Kể tên 4 nhiệm vụ của kế hoạch năm 2020 phải chuyển sang 2021",
        "Những đơn vị nào gửi báo cáo chậm trên 9 ngày năm 2020?",
    ],
)
def test_of_another_number_time_or_plan_nothing_is_told(question):
    assert not is_answered(ask(question, asker=ASKER))
