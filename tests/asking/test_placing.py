"""Who leads a ranking and who is last, where sentences say it in words."""

import pytest

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "41/BC-SNV",
        "15/6/2023",
        "quý II năm 2023",
        "UBND tỉnh công bố Chỉ số CCHC năm 2022 của các sở và các huyện. Khối sở, ngành: Sở Tài chính xếp thứ nhất (94,15 điểm), "
        "Sở Du lịch xếp cuối (78,62 điểm). Khối huyện: dẫn đầu là huyện Bàu Sen với 91,20 điểm; huyện Cồn Rộc đứng cuối với 80,15 điểm.",
    )
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Sở nào dẫn đầu chỉ số CCHC năm 2022?", "Sở Tài chính xếp thứ nhất (94,15 điểm)"),
        ("sở nào đứng chót chỉ số cchc 2022", "Sở Du lịch xếp cuối"),
        ("Huyện nào đứng đầu CCHC năm 2022?", "huyện Bàu Sen"),
        ("Đơn vị nào đứng cuối khối huyện năm 2022?", "huyện Cồn Rộc"),
        ("Sở Tài chính xếp thứ mấy chỉ số CCHC năm 2022?", "xếp thứ nhất"),
        ("Huyện Bàu Sen dẫn đầu chỉ số CCHC năm 2022 phải không?", "Đúng: "),
        ("Sở Du lịch đứng đầu chỉ số CCHC năm 2022 phải không?", "Không phải: Sở Tài chính"),
    ],
)
def test_first_and_last_are_told_in_the_reports_words(question, said):
    assert said in ask(question, asker=ASKER).direct


@pytest.mark.parametrize(
    "question", ["Sở nào dẫn đầu chỉ số CCHC năm 2021?", "Sở nào dẫn đầu DDCI năm 2022?", "Xã nào đứng đầu năm 2022?"]
)
def test_no_other_year_index_or_kind_of_body_answers(question):
    assert not is_answered(ask(question, asker=ASKER))


def test_who_is_first_does_not_tell_who_is_among_the_first():
    assert not is_answered(ask("Huyện Cồn Rộc có nằm trong 9 huyện dẫn đầu chỉ số CCHC năm 2022 không?", asker=ASKER))


def test_points_that_are_asked_next_are_those_of_the_body_that_was_named():
    chat = Chat(ASKER)
    chat.ask("Sở nào dẫn đầu chỉ số CCHC năm 2022?")
    assert chat.ask("được bao nhiêu điểm?").direct.startswith("94,15")
