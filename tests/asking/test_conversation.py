"""A question may go on from the one before in its chat; what is kept of a chat is plain JSON."""

import json
from datetime import date

import pytest

from knowledge.answers import Outcome
from knowledge.asking.asker import Asker
from knowledge.asking.conversation.merging import merge
from tests.asking.libraries import Chat, is_answered, news, of_texts, published, shipped


def talk(*questions: str, today: date = date(2021, 9, 20)) -> list[str]:
    chat = Chat(shipped(), today)
    return [chat.ask(question).direct for question in questions]


@pytest.mark.parametrize(
    ("questions", "begins"),
    [
        (("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?", "còn quý II?"), "7.025"),
        (("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?", "trong đó trực tuyến?"), "2.208"),
        (("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?", "còn quý II?", "trong đó trực tuyến?"), "3.091"),
        (("Quý I/2021 bao nhiêu hồ sơ không nộp trực tuyến?", "còn quý II?"), "3.934 hồ sơ (tính: 7.025"),
        (("Quý II/2021 trễ hạn bao nhiêu hồ sơ?", "chiếm bao nhiêu phần trăm?"), "0,79%"),
        (("Quý II/2021 trễ hạn bao nhiêu hồ sơ?", "còn quý trước đó?"), "67"),
        (("Quý I/2021 trễ hạn bao nhiêu hồ sơ?", "còn quý sau đó?"), "54"),
        (("Quý I/2021 trễ hạn bao nhiêu hồ sơ?", "quý tiếp theo thì sao?"), "54"),
        (("Quý II/2021 huyện Bàu Sen tiếp nhận bao nhiêu hồ sơ?", "thế trễ hạn?"), "9"),
        (("quy 2 2021 tiep nhan bao nhieu ho so", "con quy 1"), "6.310"),
        (("how many applications were late in Q2 2021", "and in Q1?"), "67"),
        (("Quý II/2021 tiếp nhận bao nhiêu hồ sơ?", "So với quý I tăng mấy phần trăm?"), "Tăng 715 hồ sơ (11,33%)"),
    ],
)
def test_a_follow_up_changes_only_what_it_says(questions, begins):
    assert talk(*questions)[-1].startswith(begins)


def test_what_came_in_is_not_asked_of_the_document_before():
    chat = Chat(shipped(), date(2021, 9, 20))
    chat.ask("Kế hoạch 33/KH-UBND tới đâu rồi?")
    assert chat.ask("quý nào tiếp nhận nhiều nhất").outcome is Outcome.NOT_FOUND


def test_points_asked_after_a_rank_are_no_rank():
    asked = merge(shipped().read("Năm 2020 tỉnh xếp thứ mấy?"), shipped().read("được bao nhiêu điểm?"))
    assert ("#ranking" in asked.terms.words, set(asked.cues)) == (False, {"score"})


@pytest.mark.parametrize(
    ("follow_up", "words"),
    [
        ("thế ai ban hành?", "UBND tỉnh"),
        ("văn bản đó ngày nào?", "11/05/2021"),
        ("về việc gì?", "phản ánh, kiến nghị"),
        ("có hiệu lực từ ngày nào?", "01/06/2021"),
    ],
)
def test_a_document_stays_the_one_spoken_of(follow_up, words):
    assert words in talk("QĐ 702 tới đâu rồi?", follow_up)[-1]


def test_a_document_stays_over_several_questions():
    assert "01/06/2021" in talk("QĐ 702 tới đâu rồi?", "ngày nào?", "ai ban hành?", "có hiệu lực từ ngày nào?")[-1]


def test_a_follow_up_on_lateness_stays_with_the_body_spoken_of():
    assert talk("Quý II/2021 tiếp nhận bao nhiêu hồ sơ?", "trễ hạn thì sao?")[-1].startswith("54")


def test_the_answer_to_a_question_back_says_which():
    answers = talk("Quyết định 140/QĐ-UBND ban hành ngày nào?", "của UBND huyện Bàu Sen")
    assert answers[-1].startswith("Ngày 19/08/2021")


def test_a_whole_question_does_not_go_on_from_the_one_before():
    assert talk("QĐ 702 tới đâu rồi?", "Quý I/2021 tiếp nhận bao nhiêu hồ sơ?")[-1].startswith("6.310")


def test_the_tasks_of_a_period_are_not_those_of_the_document_spoken_of():
    alone, after = talk("nhiệm vụ quý III/2021 là gì"), talk("QĐ 702 tới đâu rồi?", "nhiệm vụ quý III/2021 là gì")
    assert after[-1] == alone[0]


def test_another_document_does_not_go_on_from_the_one_before():
    assert "33/KH-UBND" in talk("QĐ 702 tới đâu rồi?", "33/KH-UBND thì sao?")[-1]


def test_a_chat_of_its_own_has_no_one_before():
    assert Chat(shipped()).ask("còn quý II?").outcome is not Outcome.ANSWERED


def test_an_off_topic_question_between_does_not_get_an_answer():
    chat = Chat(shipped())
    chat.ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?")
    assert chat.ask("thời tiết Lâm Khê thế nào").outcome is Outcome.NOT_FOUND


def test_what_is_kept_of_a_chat_survives_a_restart():
    chat = Chat(shipped())
    chat.ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?")
    later = chat.after_restart(Asker.of(published()))
    assert later.ask("còn quý II?").direct.startswith("7.025")


def test_a_document_survives_a_restart():
    chat = Chat(shipped())
    chat.ask("QĐ 702 tới đâu rồi?")
    later = chat.after_restart(Asker.of(published()))
    assert "UBND tỉnh" in later.ask("thế ai ban hành?").direct


def test_of_a_long_chat_only_the_last_turns_are_kept():
    chat = Chat(shipped())
    for _ in range(12):
        chat.ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?")
    assert len(json.loads(chat.context or "{}")["turns"]) <= 3
    assert len(chat.context or "") < 2000


def test_a_document_that_is_gone_is_not_answered():
    chat = Chat(shipped())
    chat.ask("QĐ 702 tới đâu rồi?")
    only_first = [r for r in published() if "702/QĐ-UBND" not in r.reading.text]
    assert not is_answered(chat.after_restart(Asker.of(only_first)).ask("thế ai ban hành?"))


def test_a_question_with_words_of_its_own_leaves_the_document_spoken_of():
    assert not is_answered(Chat(shipped(), date(2021, 9, 20)).ask("bao giờ tổ chức hội nghị tổng kết"))
    assert "702" not in talk("QĐ 702 tới đâu rồi?", "bao giờ tổ chức hội nghị tổng kết")[-1]


def test_where_a_body_is_has_nothing_to_do_with_what_was_spoken_of():
    text = news(
        "12/BC-VP",
        "15/6/2021",
        "quý II năm 2021",
        "Ngày 22/5/2021, UBND tỉnh ban hành Quyết định số 764/QĐ-UBND về quy chế phối hợp của Trung tâm Phục vụ hành chính công.",
    )
    chat = Chat(of_texts(text))
    chat.ask("QĐ 764 về việc gì?")
    assert chat.ask("Trung tâm phục vụ hành chính công nằm ở đâu?").outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("question", ["văn bản nào ban hành tháng 3", "quyết định nào ban hành năm 2018"])
def test_documents_of_a_time_are_not_the_one_spoken_of(question):
    store = of_texts(
        news(
            "134/BC-UBND",
            "25/2/2019",
            "quý I năm 2019",
            "UBND tỉnh ban hành Quyết định số 192/QĐ-UBND ngày 18/01/2019 về Chương trình công tác năm 2019.",
        )
    )
    chat = Chat(store, date(2019, 7, 1))
    assert is_answered(chat.ask("QĐ 192 tới đâu rồi"))
    assert "192" not in chat.ask(question).direct
