"""Figures as terse reports list them: under "Gồm:", behind a comparison with an aim, late ones settled and still open."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "246/BC-UBND",
        "15/12/2017",
        "năm 2017",
        "2.1. Hồ sơ phải giải quyết: 346.415. Gồm:",
        "+ Năm trước chuyển sang: 4.545.",
        "+ Tiếp nhận mới: 341.870 (tăng 3,2% so với năm 2016).",
        "2.2. Hồ sơ nộp trực tuyến 131.928 hồ sơ, chiếm 32,50%, vượt chỉ tiêu 30% đề ra; qua dịch vụ bưu chính công"
        " ích 26.315 hồ sơ (6,48%).",
        "2.3. Đã giải quyết 339.106 hồ sơ, trong đó quá hạn 5.764 hồ sơ (1,70%).",
        "2.4. Chuyển sang năm 2018 là 7.309 hồ sơ, trong đó quá hạn 416 hồ sơ.",
        "2.5. UBND tỉnh đã giải thể Ban Quản lý Khu du lịch Cù Lao Ngát theo Quyết định số 1466/QĐ-UBND ngày 05/7/2017.",
        "2.6. Chỉ số PAR INDEX năm 2016 (công bố ngày 02/5/2017): 77,12 điểm.",
    ),
    news(
        "263/BC-UBND",
        "14/12/2018",
        "năm 2018",
        "2.1. Đã giải quyết 363.500 hồ sơ, trong đó quá hạn 4.005 hồ sơ (1,10%).",
        "2.2. Chuyển sang năm 2019 là 6.535 hồ sơ, trong đó quá hạn 290 hồ sơ.",
        "2.3. Chỉ số PAR INDEX năm 2017 (công bố ngày 24/5/2018): 77,45 điểm (tăng 06 bậc so với năm 2016).",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("năm 2017 tiếp nhận mới bao nhiêu hồ sơ", "341.870"),
        ("năm 2017 nhận qua bưu chính công ích bao nhiêu hồ sơ", "26.315"),
        ("năm 2017 có bao nhiêu hồ sơ quá hạn", "5.764"),
        ("năm 2018 hồ sơ quá hạn giảm bao nhiêu so với năm 2017", "1.759"),
        ("năm 2017 giải thể đơn vị nào", "Cù Lao Ngát"),
        ("PAR INDEX năm 2016 được công bố ngày nào", "02/05/2017"),
    ],
)
def test_what_is_listed_tersely_is_told(question, said):
    answer = ask(question, asker=ASKER, today=date(2019, 1, 10))
    assert is_answered(answer)
    assert said in answer.direct
