"""Which of several things is most or least, by the rows of one table."""

import pytest

from knowledge.answers import Outcome
from tests.asking.libraries import ask, is_answered, news, of_texts

_FIELDS = """Kết quả theo lĩnh vực quý II năm 2021:

| STT | Lĩnh vực | Tiếp nhận | Trực tuyến | Trễ hạn |
|---|---|---|---|---|
| 1 | Hộ tịch | 1.842 | 1.530 | 4 |
| 2 | Đất đai | 1.215 | 402 | 37 |
| 3 | Xây dựng | 310 | 121 | 4 |
| 4 | Bảo trợ xã hội | 655 | 610 | 0 |
| | Cộng | 4.022 | 2.663 | 45 |"""
_DISTRICTS = """Kết quả giải quyết hồ sơ của các huyện, thành phố 6 tháng đầu năm 2021:

| TT | Đơn vị | Tiếp nhận | Tỷ lệ đúng hạn (%) | Tỷ lệ trực tuyến (%) |
|---|---|---|---|---|
| 1 | Thành phố Hưng Yên Giang | 12.340 | 98,2 | 61,5 |
| 2 | Huyện Bàu Sen | 8.115 | 91,7 | 44,0 |
| 3 | Huyện Cồn Rộc | 9.904 | 88,3 | 52,8 |
| 4 | Huyện Láng Tre | 7.231 | 91,7 | 38,9 |
| | Toàn tỉnh | 37.590 | 92,6 | 49,9 |"""
_RANKS = """Bảng xếp hạng Chỉ số cải cách hành chính năm 2020 của các sở, ban, ngành:

| Khối | Đơn vị | Điểm | Hạng |
|---|---|---|---|
| Sở | Sở Tài chính | 91,40 | 1 |
| Sở | Sở Y tế | 88,25 | 2 |
| Sở | Văn phòng UBND tỉnh | 87,90 | 3 |
| Sở | Sở Xây dựng | 80,10 | 4 |
| Sở | Sở Du lịch | 74,65 | 5 |"""
ASKER = of_texts(
    news("71/BC-VPUBND", "18/6/2021", "quý II năm 2021", _FIELDS),
    news("72/BC-VPUBND", "20/6/2021", "6 tháng đầu năm 2021", _DISTRICTS),
    news("73/BC-VPUBND", "2/3/2021", "năm 2020", _RANKS),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Lĩnh vực nào trễ hạn nhiều nhất quý II/2021?", "Đất đai: 37"),
        ("linh vuc nao nhan nhieu ho so nhat quy 2/2021", "Hộ tịch: 1.842"),
        ("Quý II/2021 lĩnh vực nào nộp trực tuyến ít nhất?", "Xây dựng: 121"),
        ("Huyện nào giải quyết đúng hạn thấp nhất 6 tháng đầu năm 2021?", "Huyện Cồn Rộc: 88,3%"),
        ("6 tháng 2021 địa phương nào có tỷ lệ hồ sơ trực tuyến cao nhất", "Thành phố Hưng Yên Giang: 61,5%"),
        ("Đơn vị nào tiếp nhận ít hồ sơ nhất 6 tháng đầu năm 2021?", "Huyện Láng Tre: 7.231"),
        ("Đơn vị nào đứng cuối bảng xếp hạng chỉ số CCHC năm 2020?", "Sở Du lịch: hạng 5"),
        ("sở nào đứng đầu chỉ số cchc 2020", "Sở Tài chính: hạng 1"),
        ("Sở nào có điểm chỉ số CCHC thấp nhất năm 2020?", "Sở Du lịch: 74,65"),
    ],
)
def test_the_row_at_that_end_is_told_with_its_value(question, said):
    assert ask(question, asker=ASKER).direct.startswith(said)


def test_so_many_of_a_kind_are_told_as_are_asked_for():
    answer = ask("3 sở có điểm chỉ số CCHC cao nhất năm 2020", asker=ASKER)
    assert [line.split(":")[0] for line in answer.lines] == ["1. Sở Tài chính", "2. Sở Y tế", "3. Sở Xây dựng"]


def test_rows_that_share_the_last_place_are_all_told():
    answer = ask("2 huyện có tỷ lệ đúng hạn thấp nhất 6 tháng đầu năm 2021", asker=ASKER)
    assert {line[3:].split(":")[0] for line in answer.lines} == {"Huyện Cồn Rộc", "Huyện Bàu Sen", "Huyện Láng Tre"}


@pytest.mark.parametrize(
    "question",
    [
        "Lĩnh vực nào trễ hạn nhiều nhất quý III/2021?",
        "Xã nào trễ hạn nhiều nhất 6 tháng đầu năm 2021?",
        "Huyện nào trễ hạn nhiều nhất 6 tháng đầu năm 2021?",
        "Sở nào đứng đầu DDCI năm 2020?",
        "Lĩnh vực nào có tỷ lệ hài lòng cao nhất quý II/2021?",
    ],
)
def test_no_other_period_kind_of_thing_or_indicator_answers(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_a_total_is_never_the_most_and_its_row_is_quoted():
    answer = ask("đơn vị nào tiếp nhận nhiều hồ sơ nhất 6 tháng đầu năm 2021", asker=ASKER)
    assert "12.340" in answer.direct
    assert any("Thành phố Hưng Yên Giang | 12.340" in one.text for one in answer.quotes)


def test_of_tables_of_two_periods_it_is_asked_which():
    again = _FIELDS.replace("quý II", "quý I").replace("37", "12")
    asker = of_texts(
        news("71/BC-VPUBND", "18/6/2021", "quý II năm 2021", _FIELDS),
        news("30/BC-VPUBND", "18/3/2021", "quý I năm 2021", again),
    )
    answer = ask("lĩnh vực nào trễ hạn nhiều nhất", asker=asker)
    assert answer.outcome is Outcome.CLARIFY
    assert len(answer.choices) == 2


TOLD = of_texts(
    news(
        "88/BC-VPUBND",
        "18/9/2021",
        "quý III năm 2021",
        "Hồ sơ trễ hạn toàn tỉnh là 612 hồ sơ. Huyện Bàu Sen có 218 hồ sơ trễ hạn, cao nhất tỉnh; huyện Láng Tre thấp nhất với 9 hồ sơ.",
        "Tỷ lệ hồ sơ trực tuyến đạt 61%. Trong đó thành phố Hưng Yên Giang cao nhất (78,40%), huyện Cồn Rộc thấp nhất (33,15%).",
        "Lĩnh vực đất đai có số hồ sơ tiếp nhận trực tiếp nhiều nhất với 4.310 hồ sơ.",
        "Phấn đấu kiểm tra ít nhất 04 huyện trong quý IV.",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Huyện nào trễ hạn nhiều nhất quý III/2021?", "Huyện Bàu Sen có 218 hồ sơ trễ hạn, cao nhất tỉnh"),
        ("huyen nao tre han it nhat quy 3/2021", "huyện Láng Tre thấp nhất"),
        ("Địa phương nào có tỷ lệ trực tuyến cao nhất quý III/2021?", "thành phố Hưng Yên Giang cao nhất (78,40%)"),
        ("Huyện nào có tỷ lệ hồ sơ trực tuyến thấp nhất quý III/2021?", "huyện Cồn Rộc thấp nhất (33,15%)"),
        ("Lĩnh vực nào tiếp nhận trực tiếp nhiều nhất quý III/2021", "Lĩnh vực đất đai"),
    ],
)
def test_a_sentence_that_says_which_is_most_is_told(question, said):
    assert said in ask(question, asker=TOLD).direct


@pytest.mark.parametrize(
    "question",
    [
        "Huyện nào số hóa cao nhất quý III/2021?",
        "Xã nào trễ hạn nhiều nhất quý III/2021?",
        "Lĩnh vực nào tiếp nhận trực tuyến nhiều nhất quý III/2021?",
        "Huyện nào được kiểm tra ít nhất trong quý IV/2021?",
    ],
)
def test_a_sentence_on_another_thing_answers_nothing(question):
    assert not is_answered(ask(question, asker=TOLD))


WORST = of_texts(
    news(
        "74/BC-UBND",
        "16/6/2021",
        "6 tháng đầu năm 2021",
        "Đơn vị có nhiều hồ sơ trễ hạn nhất: đặc khu Hòn Mê 91 hồ sơ, xã Bàu Sen 77 hồ sơ, xã Láng Dừa 60 hồ sơ.",
        office="UBND tỉnh Hưng Hòa",
    )
)


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Những xã, đặc khu nào có nhiều hồ sơ trễ hạn nhất 6 tháng đầu năm 2021?", 3),
        ("Mấy đơn vị nhiều hồ sơ trễ hạn nhất 6 tháng đầu năm 2021 là những đâu?", 3),
        ("Xã, đặc khu nào có nhiều hồ sơ trễ hạn nhất 6 tháng đầu năm 2021?", 1),
    ],
)
def test_of_those_that_are_told_to_have_most_all_are_told_where_several_are_asked_for(question, told):
    answer = ask(question, asker=WORST)
    assert answer.direct.startswith("đặc khu Hòn Mê: 91 hồ sơ")
    assert answer.direct.partition(" – ")[0].count("hồ sơ") == told


@pytest.mark.parametrize(
    "question",
    ["Những xã nào ít hồ sơ trễ hạn nhất 6 tháng đầu năm 2021?", "xa nao it ho so tre han nhat 6 thang dau nam 2021"],
)
def test_those_that_have_most_are_not_told_for_the_least(question):
    assert not is_answered(ask(question, asker=WORST))
