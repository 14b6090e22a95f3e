"""Whether all was done is told by what came in and what of it was done, in one sentence or in two beside each other."""

from datetime import date

import pytest

from tests.asking.libraries import ask, is_answered, news, of_texts

TODAY = date(2026, 4, 10)
ASKER = of_texts(
    news(
        "36/BC-UBND",
        "16/3/2026",
        "quý I năm 2026",
        "Phường nhận 13 phản ánh của người dân, đã trả lời 10 phản ánh.",
        "Đã giải quyết 4.038 hồ sơ, trong đó trễ hạn 29 hồ sơ (0,72%). Phường đã gửi 27 thư xin lỗi.",
        "Kế hoạch cải cách hành chính năm 2026 của phường có 52 nhiệm vụ; đã hoàn thành 49 nhiệm vụ, đạt 94,23%.",
        "Mô hình Ngày không hẹn đã mở tại 13 tổ dân phố, vượt 03 tổ dân phố so với kế hoạch.",
        "Cả 21 tổ dân phố đã thành lập Tổ công nghệ số cộng đồng.",
        office="Ủy ban nhân dân phường Bến Trúc",
    ),
    news(
        "41/BC-UBND",
        "17/3/2026",
        "quý I năm 2026",
        "Toàn bộ 18 hồ sơ quá hạn đều có thư xin lỗi.",
        "Năm trước có 40 hồ sơ quá hạn; xã đã tiếp nhận 12 phản ánh.",
        office="Ủy ban nhân dân xã Phú Lộc",
    ),
)


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("Phường Bến Trúc đã trả lời hết phản ánh chưa?", "Chưa: 10 phản ánh trên 13 phản ánh"),
        ("Phường Bến Trúc đã xin lỗi hết các hồ sơ trễ chưa?", "Chưa: 27 thư xin lỗi trên 29 hồ sơ"),
        ("Phường Bến Trúc đã gửi thư xin lỗi cho hồ sơ trễ hạn chưa?", "Chưa: 27 thư xin lỗi trên 29 hồ sơ"),
        ("Quý I/2026 phường Bến Trúc có hoàn thành cả 52 nhiệm vụ không?", "Không: 49 nhiệm vụ trên 52"),
        ("Xã Phú Lộc xin lỗi hết 18 hồ sơ quá hạn rồi hả?", "Đúng: 18 hồ sơ được gửi thư xin lỗi"),
        ("Cả 21 tổ dân phố của phường Bến Trúc có Tổ công nghệ số cộng đồng hết chưa?", "Rồi: 21 tổ dân phố"),
    ],
)
def test_it_is_told_by_what_came_in_and_what_was_done(question, said):
    answer = ask(question, asker=ASKER, today=TODAY)
    assert is_answered(answer)
    assert answer.direct.startswith(said)


def test_the_sentence_of_the_late_ones_is_quoted_as_well():
    answer = ask("Phường Bến Trúc đã xin lỗi hết các hồ sơ trễ chưa?", asker=ASKER, today=TODAY)
    assert ["29" in quote.text for quote in answer.quotes] == [True, False]


@pytest.mark.parametrize(
    "question",
    [
        "Xã Phú Lộc đã trả lời hết phản ánh chưa?",  # how many were answered is not told
        "Xã Phú Lộc xin lỗi hết 20 hồ sơ quá hạn rồi hả?",  # of another number
        "Phường Bến Trúc đã trả lời hết kiến nghị của cử tri chưa?",  # of other things
        "Phường Hòa An đã trả lời hết phản ánh chưa?",
    ],
)
def test_of_other_things_or_numbers_nothing_is_told(question):
    assert not is_answered(ask(question, asker=ASKER, today=TODAY))


def test_how_many_more_than_planned_is_not_how_many():
    answer = ask("Mô hình Ngày không hẹn ở phường Bến Trúc mở tại mấy tổ dân phố?", asker=ASKER, today=TODAY)
    assert answer.direct.startswith("13 tổ dân phố")


OTHERS = of_texts(
    news(
        "63/BC-UBND",
        "18/3/2026",
        "quý I năm 2026",
        "Xã có 40 phản ánh tồn từ trước, đã tiếp nhận 12 phản ánh.",
        "Hồ sơ đất đai trễ hạn 25 hồ sơ. Xã đã gửi 20 thư xin lỗi.",
        "Biên chế được giao 40 người, dôi dư 05 người, có mặt 38 người.",
        office="Ủy ban nhân dân xã Tân Hòa",
    )
)


@pytest.mark.parametrize(
    "question",
    [
        "Xã Tân Hòa đã trả lời hết phản ánh chưa?",  # that some came in says nothing of an answer
        "Xã Tân Hòa đã xin lỗi hết hồ sơ trễ hạn chưa?",  # how many were late in all is not told
    ],
)
def test_a_part_or_what_only_came_in_is_no_whole(question):
    answer = ask(question, asker=OTHERS, today=TODAY)
    assert " trên " not in answer.direct


def test_how_many_are_too_many_is_no_question_of_posts_filled():
    """ "Dôi dư" has the letters of "đủ"."""
    answer = ask("Xã Tân Hòa dôi dư bao nhiêu người so với biên chế?", asker=OTHERS, today=TODAY)
    assert " trên " not in answer.direct
