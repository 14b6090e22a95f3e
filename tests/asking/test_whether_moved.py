"""Which way a change went: who asks by how much it rose is never told by how much it fell as if it had risen."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts, quotes

YEAR = of_texts(
    news(
        "18/BC-UBND",
        "15/1/2024",
        "năm 2023",
        "Số hồ sơ tiếp nhận trong năm là 45.210 hồ sơ, giảm 1.200 hồ sơ so với năm trước.",
        "Số thủ tục cắt giảm thời gian giải quyết là 145 thủ tục, tăng 12 thủ tục.",
        "Chỉ số cải cách hành chính năm 2022 đạt 84,5 điểm, xếp thứ 32/63 tỉnh, thành phố, tăng 5 bậc so với năm 2021.",
        "Tổng số đơn vị sự nghiệp là 412 đơn vị, giảm 8 đơn vị so với năm 2022.",
    )
)
TODAY = date(2024, 2, 1)


def told(question: str, language: str = "vi") -> str:
    answer = ask(question, asker=YEAR, today=TODAY, language=language)
    assert is_answered(answer), (question, answer.direct)
    return answer.direct


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("hồ sơ tiếp nhận tăng bao nhiêu", "Không tăng, giảm 1.200 hồ sơ"),
        ("hồ sơ tiếp nhận giảm bao nhiêu", "1.200 hồ sơ"),
        ("chỉ số cchc giảm mấy bậc", "Không giảm, tăng 5 bậc"),
        ("chỉ số cchc tăng mấy bậc", "5 bậc"),
        ("đơn vị sự nghiệp tăng bao nhiêu", "Không tăng, giảm 8 đơn vị"),
        ("hồ sơ tiếp nhận tăng hay giảm", "Giảm 1.200 hồ sơ"),
        ("hồ sơ tiếp nhận có tăng không", "Không, giảm 1.200 hồ sơ"),
        ("đơn vị sự nghiệp có giảm không vậy em", "Có, giảm 8 đơn vị"),
        ("đơn vị sự nghiệp tăng 8 đơn vị đúng không", "Không phải: giảm 8 đơn vị"),
        ("đơn vị sự nghiệp giảm 8 đơn vị đúng không", "Đúng: giảm 8 đơn vị"),
    ],
)
def test_a_change_is_told_with_the_way_it_went(question, begins):
    assert told(question).startswith(begins)


def test_the_way_is_told_in_english_as_well():
    question = "did the number of applications received increase"
    assert told(question, "en").startswith("No, down by 1,200 dossiers")


def test_its_sentence_says_which_way():
    assert "giảm 1.200 hồ sơ" in quotes(ask("hồ sơ tiếp nhận có tăng không", asker=YEAR, today=TODAY))


def test_what_a_report_does_not_say_of_a_change_is_not_made_up():
    assert not is_answered(ask("điểm chỉ số cchc tăng bao nhiêu điểm", asker=YEAR, today=TODAY))
