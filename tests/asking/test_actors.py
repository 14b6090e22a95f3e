"""The day of an act is told of whoever did it, and of no other body that did the like."""

from tests.asking.libraries import ask, news, of_texts

OWN = "Theo Quyết định số 512/QĐ-UBND ngày 03/3/2021 của UBND tỉnh công bố Chỉ số cải cách hành chính năm 2020 của các sở, ngành, Sở Tư pháp đạt 89,15 điểm."
THEIRS = "Ngày 19/5/2021 Bộ Nội vụ công bố PAR INDEX và SIPAS năm 2020."
OFFICE = "Sở Tư pháp tỉnh Trà Giang"
FIRST = news("21/BC-STP", "15/3/2021", "quý I năm 2021", OWN, office=OFFICE)
SECOND = news("35/BC-STP", "15/6/2021", "6 tháng đầu năm 2021", THEIRS, office=OFFICE)
QUESTION = "Bộ Nội vụ công bố PAR INDEX 2020 ngày nào?"


def test_the_day_on_which_the_ministry_made_an_index_known_is_told_in_a_later_year():
    assert ask(QUESTION, asker=of_texts(FIRST, SECOND)).direct.startswith("Ngày 19/05/2021")


def test_what_the_province_made_known_is_not_told_of_the_ministry():
    assert "03/03/2021" not in ask(QUESTION, asker=of_texts(FIRST)).direct
