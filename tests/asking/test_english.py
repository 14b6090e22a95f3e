"""Questions in English over Vietnamese reports."""

import pytest

from knowledge.asking.reading.english import to_vietnamese
from tests.asking.libraries import ask, news, of_texts

_DEPARTMENT = """UBND TỈNH SÔNG LAM
SỞ NỘI VỤ
Số: 71/BC-SNV
Sông Lam, ngày 15 tháng 3 năm 2022

BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2022

1. Cải cách thủ tục hành chính
Sở tiếp nhận 318 hồ sơ, trong đó trực tuyến 127 hồ sơ, chiếm 39,94%. Đã giải quyết 301 hồ sơ, quá hạn 04 hồ sơ.
"""
_DISTRICT = """UBND TỈNH SÔNG LAM
UBND HUYỆN ĐỒI THÔNG
Số: 44/BC-UBND
Đồi Thông, ngày 16 tháng 3 năm 2022

BÁO CÁO
Kết quả công tác cải cách hành chính quý I năm 2022 của huyện Đồi Thông

1. Cải cách thủ tục hành chính
UBND huyện tiếp nhận 2.140 hồ sơ, trong đó trực tuyến 512 hồ sơ, chiếm 23,93%. Đã gửi 15 thư xin lỗi.
"""


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("How many dossiers did the Department of Home Affairs receive in Q1 2022?", "318 hồ sơ"),
        ("How many overdue dossiers did the Home Affairs Department have in the first quarter of 2022?", "04 hồ sơ"),
        ("What percentage of dossiers were submitted online in Doi Thong district in quarter 1 of 2022?", "23,93%"),
        ("How many letters of apology did Đồi Thông district's People's Committee send in Q1 2022?", "15 thư"),
    ],
)
def test_bodies_places_and_periods_are_read_in_english(question, value):
    assert value in ask(question, asker=of_texts(_DEPARTMENT, _DISTRICT)).direct


def test_a_place_that_no_report_names_is_not_answered_with_another():
    answer = ask("How many dossiers did Hon Ngoc district receive in Q1 2022?", asker=of_texts(_DEPARTMENT, _DISTRICT))
    assert answer.outcome.value == "not_found"


def test_what_no_report_speaks_of_stays_unknown_words():
    answer = ask("What was the gold price in Q1 2022?", asker=of_texts(_DEPARTMENT, _DISTRICT))
    assert answer.outcome.value == "not_found"


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        ("overdue dossiers at the department of natural resources and environment", "so tai nguyen va moi truong"),
        ("plan of the labour invalids and social affairs division", "phong lao dong - thuong binh va xa hoi"),
        ("report of the provincial people's committee", "ubnd tinh"),
        ("the peoples committee of the province", "ubnd tinh"),
        ("dossiers in rung thong commune", "xa rung thong"),
        ("compare dossiers in q1 with q2", "so sanh ho so"),
        ("trend of dossiers by quarter", "dien bien ho so qua cac quy"),
        ("which decisions were issued in 2021", "nhung quyet dinh nao da ban hanh"),
        ("were more than 5,000 dossiers received", "tren 5.000 ho so"),
    ],
)
def test_names_stand_as_the_reports_write_them(english, vietnamese):
    assert vietnamese in to_vietnamese(english, ["rung thong"])


@pytest.mark.parametrize("question", ["quy 1 tiep nhan bao nhieu ho so online", "ai ky bao cao 71", ""])
def test_a_vietnamese_question_keeps_its_words(question):
    assert to_vietnamese(question, []).replace("truc tuyen", "online") == question


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("Did the Department of Home Affairs receive more than 5,000 dossiers in Q1 2022?", "No: 318 dossiers"),
        ("Did Doi Thong district receive at least 2,000 dossiers in Q1 2022?", "Yes: 2,140 dossiers"),
        ("Were there fewer than 10 overdue dossiers at the Department of Home Affairs in Q1 2022?", "Yes: 4 dossiers"),
        (
            "Compare dossiers received by Doi Thong district and the Department of Home Affairs in Q1 2022",
            "Higher by 1,822 dossiers",
        ),
    ],
)
def test_numbers_are_held_up_and_compared_in_english(question: str, told: str):
    assert ask(question, language="en", asker=of_texts(_DEPARTMENT, _DISTRICT)).direct.startswith(told)


def test_names_keep_their_marks_in_an_english_question():
    answer = ask("What was the online submission rate of Năm Cầu ward in Q1 2021?", asker=WARD, language="en")
    assert answer.direct.startswith("84.29%")


WARD = of_texts(
    news(
        "57/BC-UBND",
        "15/3/2021",
        "quý I năm 2021",
        "Phường tiếp nhận 4.870 hồ sơ, trong đó trực tuyến 4.105 hồ sơ, chiếm 84,29%.",
        office="UBND phường Năm Cầu",
    )
)


_YEAR = """UBND TỈNH SÔNG LAM
SỞ NỘI VỤ
Số: 402/BC-SNV
Sông Lam, ngày 15 tháng 12 năm 2022

BÁO CÁO
Kết quả công tác cải cách hành chính năm 2022

1. Kết quả
Năm 2022 toàn tỉnh tinh giản 31 người, kinh phí chi trả 2.745 triệu đồng. Không có hồ sơ quá hạn.
Chi nhánh Văn phòng Đăng ký đất đai huyện Đồi Thông khai trương ngày 02/8/2022.
Mua 12 máy quét cho cấp xã trong 40 xã.
Trụ sở mới của Bộ phận Một cửa huyện Đồi Thông có diện tích 180 m2.
Kỳ thi tuyển công chức năm 2022 có 412 thí sinh dự thi, 96 người trúng tuyển.
Khảo sát sự hài lòng: phát ra 300 phiếu, thu về 288 phiếu.
Tỷ lệ hồ sơ trực tuyến đạt 47,20%, vượt chỉ tiêu 45%.
Kế hoạch số 18/KH-SNV ngày 12/4/2022 của Sở về rà soát thủ tục.
"""


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("How many people were cut in the province in 2022?", "31 people"),
        ("How much was paid out for downsizing in 2022?", "2,745 million"),
        ("When did the land registration branch of Doi Thong district open?", "02/8/2022"),
        ("How big is the new office of the one-stop shop of Doi Thong district?", "180"),
        ("How many candidates sat the civil service exam in 2022?", "412"),
        ("How many ballots were handed out in 2022?", "300"),
        ("How many ballots were returned by respondents in 2022?", "288"),
        ("Did the online share reach the 45% target in 2022?", "47.20%"),
        ("Was plan 18/KH-SNV issued in April 2022?", "12 Apr 2022"),
        ("Did the Department of Home Affairs have any overdue applications in 2022?", "No"),
    ],
)
def test_plain_english_asks_the_same_as_vietnamese(question, told):
    assert told in ask(question, asker=of_texts(_YEAR), language="en").direct


_REGISTER = of_texts(
    """DANH MỤC NHIỆM VỤ DO UBND TỈNH SÔNG LAM GIAO NĂM 2021
| STT | Số văn bản giao | Ngày văn bản | Nội dung nhiệm vụ | Cơ quan chủ trì | Hạn hoàn thành | Trạng thái |
|---|---|---|---|---|---|---|
| 1 | 210/UBND-NC | 02/3/2021 | Rà soát vị trí việc làm | Sở Nội vụ | 30/10/2021 | Đang thực hiện |
| 2 | 88/QĐ-UBND | 11/5/2021 | Ban hành Quy chế văn thư | Sở Nội vụ | 15/10/2021 | Đang thực hiện |
"""
)


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("When is 210/UBND-NC due?", "30 Oct 2021"),
        ("when is decision 88/QĐ-UBND due to be finished", "15 Oct 2021"),
        ("When does 210/UBND-NC have to be completed?", "30 Oct 2021"),
    ],
)
def test_what_is_due_is_told_by_its_deadline_and_never_by_its_own_day(question, day):
    assert day in ask(question, asker=_REGISTER, language="en").direct


@pytest.mark.parametrize("question", ["When is decision 88/QĐ-UBND due to take effect?", "When is 211/UBND-NC due?"])
def test_another_day_is_no_deadline(question):
    assert "Oct" not in ask(question, asker=_REGISTER, language="en").direct
