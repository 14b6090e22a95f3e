"""Four honest outcomes: answered, asked back, not found but near, not found; a guess is none of them."""

import re
from datetime import date

import pytest

from knowledge.answers import Outcome
from knowledge.asking.replies import DIRECT_LIMIT
from tests.asking.libraries import Chat, ask, is_answered, quotes, shipped


def test_what_a_report_says_is_answered_with_its_words():
    answer = ask("Quý I/2021 tiếp nhận bao nhiêu hồ sơ?")
    assert (answer.outcome, [q.report for q in answer.quotes]) == (Outcome.ANSWERED, ["95/BC-VPUBND"])


def test_the_same_number_of_two_bodies_is_asked_back():
    answer = ask("Quyết định 140/QĐ-UBND ban hành ngày nào?")
    assert (answer.outcome, len(answer.choices)) == (Outcome.CLARIFY, 2)


def test_the_buttons_tell_the_two_apart_by_date_and_issuer():
    labels = [c.label for c in ask("Quyết định 140/QĐ-UBND ban hành ngày nào?").choices]
    assert ["UBND huyện Bàu Sen" in labels[0], "19/08/2021" in labels[0], "22/01/2021" in labels[1]] == [True] * 3


def test_each_button_asks_a_question_that_means_just_one():
    answers = [ask(c.question) for c in ask("Quyết định 140/QĐ-UBND ban hành ngày nào?").choices]
    assert [a.direct[:15] for a in answers] == ["Ngày 19/08/2021", "Ngày 22/01/2021"]


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Quyết định 140/QĐ-UBND của UBND huyện Bàu Sen ban hành ngày nào?", "19/08/2021"),
        ("Quyết định 140/QĐ-UBND ngày 22/01/2021 về việc gì?", "Bộ tiêu chí"),
    ],
)
def test_a_question_that_says_which_is_not_asked_back(question, words):
    assert words in ask(question).direct


@pytest.mark.parametrize(
    ("question", "near"),
    [
        ("Quyết định 703/QĐ-UBND ban hành ngày nào?", "702/QĐ-UBND"),
        ("Quyết định 1702/QĐ-UBND về việc gì?", "702/QĐ-UBND"),
        ("702/KH-UBND ban hành ngày nào?", "702/QĐ-UBND"),
        ("34/KH-UBND tới đâu rồi?", "33/KH-UBND"),
    ],
)
def test_a_near_number_is_offered_and_never_asserted(question, near):
    answer = ask(question)
    assert answer.outcome is Outcome.NOT_FOUND
    assert not re.search(rf"(?<!\d){re.escape(near)}", answer.direct)
    assert any(near in suggestion.label for suggestion in answer.suggestions)


def test_a_number_that_is_near_to_none_is_just_not_found():
    answer = ask("Quyết định 9999/QĐ-UBND ban hành ngày nào?")
    assert (answer.outcome, answer.suggestions) == (Outcome.NOT_FOUND, ())


def test_an_unknown_document_is_named_as_it_was_typed():
    assert "703/QĐ-UBND" in ask("Quyết định 703/QĐ-UBND ban hành ngày nào?").direct


@pytest.mark.parametrize(
    "question",
    [
        "giá vàng hôm nay bao nhiêu?",
        "thời tiết ngày mai thế nào",
        "hello",
        "đội nào vô địch",
        "huyện Khe Trắng tiếp nhận bao nhiêu hồ sơ?",
        "Quý I/2021 có bao nhiêu vụ cháy?",
        "Quý I/2021 Sở Y tế trễ hạn bao nhiêu hồ sơ?",
        "ai là Chủ tịch nước",
        "Nghị quyết 18 do ai ban hành?",
    ],
)
def test_what_no_report_says_is_not_found(question):
    assert ask(question).outcome is Outcome.NOT_FOUND


@pytest.mark.parametrize("question", ["", "   ", "👍👍", "???", "\u200f\u202e", "…"])
def test_a_question_without_words_gets_a_hint(question):
    answer = ask(question)
    assert (answer.outcome, bool(answer.direct)) == (Outcome.NOT_FOUND, True)


def test_the_newest_report_is_not_one_of_a_day_to_come():
    assert "60/BC-UBND" in ask("Báo cáo mới nhất là báo cáo nào?", today=date(2021, 9, 20)).direct


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("Ai ký báo cáo 95?", "Hồ Thị Sim"),
        ("Báo cáo 221 ban hành ngày nào?", "17/06/2021"),
        ("Tóm tắt báo cáo 221", "221/BC-VPUBND"),
        ("Nhiệm vụ quý III năm 2021 là gì?", "2 nhiệm vụ"),
        ("Những văn bản nào quá hạn?", "1 văn bản"),
        ("Kế hoạch nào đang quá hạn?", "1 văn bản"),
    ],
)
def test_reports_and_lists_are_answered(question, words):
    assert words in ask(question).direct


def test_which_of_a_type_are_overdue_is_not_told_of_another_type_or_of_what_was_spoken_of():
    chat = Chat(shipped())
    chat.ask("QĐ 702 tới đâu rồi?")
    assert chat.ask("Chỉ thị nào quá hạn?").outcome is Outcome.NOT_FOUND


def test_tasks_are_told_word_for_word():
    assert ask("Nhiệm vụ quý III năm 2021 là gì?").lines == (
        "1. Khảo sát mức độ hài lòng của người dân trước ngày 20/8/2021.",
        "2. Kiểm tra công vụ tại các xã.",
    )


@pytest.mark.parametrize(
    ("question", "words"),
    [
        ("How many applications were late in Q2 2021?", "54"),
        ("What share of applications was online in Q2 2021?", "44.00%"),
        ("Has decision 702 been issued?", "11 May 2021"),
        ("Who signed report 95?", "Hồ Thị Sim"),
    ],
)
def test_english_questions_are_answered(question, words):
    assert words in ask(question, language="en").direct


def test_an_english_question_that_finds_nothing_is_told_so_in_english():
    assert ask("what is the gold price today", language="en").direct == "Not found in the reports."


ASKED = (
    "Quý I/2021 tiếp nhận bao nhiêu hồ sơ?",
    "QĐ 702 tới đâu rồi?",
    "QĐ 702 về việc gì?",
    "33/KH-UBND đã quá hạn chưa?",
    "Những văn bản nào quá hạn?",
    "So sánh số hồ sơ tiếp nhận quý I và quý II/2021",
    "Tóm tắt báo cáo 221",
    "Nhiệm vụ quý II năm 2021 là gì?",
    "Sau sắp xếp Văn phòng còn mấy phòng?",
    "Đề án số hóa hồ sơ lưu trữ ban hành chưa?",
    "Báo cáo 60 của ai?",
)


@pytest.mark.parametrize("question", ASKED)
def test_every_quote_is_word_for_word_in_its_report(question):
    answer = ask(question)
    texts = {report.id: report.text for report in shipped().library.reports}
    assert is_answered(answer)
    assert answer.quotes
    assert all(quote.text in texts[quote.report_id] for quote in answer.quotes)


@pytest.mark.parametrize("question", ASKED)
def test_no_answer_is_longer_than_the_limit(question):
    assert 0 < len(ask(question).direct) <= DIRECT_LIMIT


def test_asking_changes_nothing():
    first, second = (Chat(shipped()).ask(ASKED[0]) for _ in range(2))
    assert (first.direct, quotes(first)) == (second.direct, quotes(second))


def test_dossiers_without_a_stage_may_be_those_received_or_those_settled():
    answer = ask("quý 2/2021 bao nhiêu hồ sơ")
    assert answer.outcome is Outcome.CLARIFY
    assert {number for number in ("7.025", "6.870") if any(number in c.label for c in answer.choices)} == {
        "7.025",
        "6.870",
    }


def test_what_is_not_online_is_taken_from_the_total_of_its_own_sentence():
    assert "7.025 hồ sơ − 3.091 hồ sơ" in ask("quý 2/2021 bao nhiêu hồ sơ không trực tuyến").direct


def test_a_plan_of_another_year_is_not_told_for_the_year_asked():
    assert ask("Kế hoạch cải cách hành chính năm 2015 ban hành ngày nào?").outcome is Outcome.NOT_FOUND
