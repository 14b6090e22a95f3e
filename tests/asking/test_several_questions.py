"""Several questions in one message, and messages that ask nothing of what was spoken of."""

import pytest

from tests.asking.libraries import Chat, ask, is_answered, news, of_texts

ASKER = of_texts(
    news(
        "12/BC-VPUBND",
        "12/3/2021",
        "quý I năm 2021",
        "UBND tỉnh ban hành Quyết định số 311/QĐ-UBND ngày 04/02/2021 về Quy chế quản lý chữ ký số.",
        "Trong quý I/2021, toàn tỉnh tiếp nhận 9.600 hồ sơ, quá hạn 31 hồ sơ.",
    )
)


def test_each_question_of_a_message_is_answered():
    answer = Chat(ASKER).ask("QĐ 311 ban hành ngày nào? Quý I/2021 tỉnh tiếp nhận bao nhiêu hồ sơ?")
    assert "04/02/2021" in answer.direct
    assert "9.600" in answer.direct
    assert len(answer.quotes) > 1


def test_what_follows_goes_on_from_the_last_question():
    chat = Chat(ASKER)
    chat.ask("QĐ 311 ban hành ngày nào? Quý I/2021 tỉnh tiếp nhận bao nhiêu hồ sơ?")
    assert "31" in chat.ask("quá hạn mấy hồ sơ?").direct


@pytest.mark.parametrize("said", ["gấp gấp", "quý 4?", "Sở Nội vụ làm gì"])
def test_what_asks_nothing_of_the_document_is_not_answered_with_it(said):
    chat = Chat(ASKER)
    chat.ask("QĐ 311 về việc gì?")
    assert not is_answered(chat.ask(said))


@pytest.mark.parametrize("message", ["QĐ 311 về việc gì? QĐ 311 về việc gì?", "QĐ 311 về việc gì?\nqđ 311 về việc gì"])
def test_a_question_that_is_repeated_is_answered_once(message):
    assert Chat(ASKER).ask(message).direct == Chat(ASKER).ask("QĐ 311 về việc gì?").direct


@pytest.mark.parametrize(
    ("message", "told"),
    [
        ("QĐ 311 về việc gì, ai ban hành", ("chữ ký số", "UBND tỉnh ban hành")),
        ("quy 1 qua han bn, ai ban hanh bao cao?", ("31", "báo cáo 12/BC-VPUBND")),
        ("quy 1 nhan bn hs\nQD 311 ngay nao", ("9.600", "04/02/2021")),
    ],
)
def test_what_a_comma_or_a_line_parts_is_answered_one_behind_the_other(message, told):
    answer = Chat(ASKER).ask(message)
    assert [part in answer.direct for part in told] == [True] * len(told)


def test_a_full_stop_ends_a_question_as_a_mark_does():
    answer = ask("Quý II/2021 tiếp nhận bao nhiêu hồ sơ. QĐ 9999 tới đâu rồi?", asker=FULL_STOP)
    assert answer.direct.startswith("1) 4.120 hồ sơ")
    assert "2) " in answer.direct


FULL_STOP = of_texts(news("12/BC-VPUB", "18/6/2021", "quý II năm 2021", "Toàn tỉnh tiếp nhận 4.120 hồ sơ."))


def test_what_two_questions_get_alike_is_told_once():
    asker = of_texts(
        news(
            "8/BC-UBND",
            "10/12/2021",
            "năm 2021",
            "Huyện Bắc Sài tiếp nhận 500 hồ sơ; huyện Yên Đôn tiếp nhận 300 hồ sơ.",
        )
    )
    told = ask("Năm 2021 huyện Bắc Sài với huyện Yên Đôn bên nào nhận nhiều hồ sơ hơn, hơn bao nhiêu?", asker=asker)
    assert told.direct.startswith("Cao hơn 200")
