"""Whatever is typed gets an outcome, short enough to send, and never an exception."""

from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.fuzzing import questions
from knowledge.answers import Answer, Outcome
from knowledge.asking.replies import DIRECT_LIMIT
from tests.asking.libraries import Chat, ask, of_texts, shipped

WORDS = (
    "Quý I/2021", "tiếp nhận", "bao nhiêu", "hồ sơ", "QĐ", "702", "702/QĐ-UBND", "140", "ban hành", "ngày nào", "còn",
    "trong đó", "trực tuyến", "trễ hạn", "huyện", "Bàu Sen", "tỉnh", "so sánh", "năm ngoái", "cùng kỳ", "quý này", "%",
    "1/1/0001", "31/02/2021", "99999/2021/QĐ-UBND", "18-NQ/TW", "<b>", "</b>", "&amp;", "\u202e", "\u200f", "\x00", "'; --",
    "đúng không", "trên", "0", "năm 0000", "năm 9999", "quý 9", "tháng 13", "6 tháng", "báo cáo", "mới nhất", "tóm tắt", "nhiệm vụ",
    "số", "văn bản", "ai", "nào", "quá hạn", "chưa", "how many", "Q2", "last year",
)  # fmt: skip
HOSTILE = {
    "digits": "9" * 10_000,
    "dots": "." * 10_000,
    "slashes": "1/" * 5_000,
    "letters": "a" * 10_000,
    "words": "hồ sơ tiếp nhận " * 700,
    "numbers": "702/QĐ-UBND " * 900,
    "brackets": "(" * 10_000,
    "tags": "<b>" * 3_000,
    "marks": "e\u0301" * 5_000,
    "stacked marks": "e" + "\u0323" * 9_999,
    "right to left": "\u202e" * 5_000 + "quý I",
    "emoji": "👨‍👩‍👧‍👦" * 1_000,
    "newlines": "\n" * 10_000,
    "spaces": " " * 9_990 + "quý I",
    "null": "\x00" * 100 + "quý I/2021",
    "surrogate": "quý \ud800 I",
    "commas": "số 1, " * 2_000 + "2/QĐ-UBND",
    "years": "năm 2021 " * 1_000,
    "quarters": "quý I quý II " * 900,
    "sql": "'; DROP TABLE report; --",
    "html": "<script>alert(1)</script> quý I/2021 bao nhiêu hồ sơ",
    "regular expression": "(a+)+$ [quý] {1,99} \\d",
    "places and digits": "toàn tỉnh có bao nhiêu huyện " + "9" * 60 + " hồ sơ",
    "then what": "702" + " thì sao" * 90 + " hồ sơ",
}


def is_sound(answer: Answer) -> bool:
    texts = {report.id: report.text for report in shipped().library.reports}
    quoted = all(quote.text in texts[quote.report_id] for quote in answer.quotes)
    cited = bool(answer.quotes) == (answer.outcome is Outcome.ANSWERED)
    offered = bool(answer.choices) == (answer.outcome is Outcome.CLARIFY)
    return quoted and cited and offered and len(answer.direct) <= DIRECT_LIMIT and bool(answer.direct)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_input_gets_an_outcome(text):
    assert is_sound(ask(text))


def test_a_report_of_no_day_is_of_no_year():
    asker = of_texts("Báo cáo cải cách hành chính\n\nTrong kỳ tiếp nhận 412 hồ sơ.\n")
    answer = asker.ask("Quý III so với quý II tiếp nhận tăng bao nhiêu hồ sơ?", today=date(2021, 9, 20)).answer
    assert (list(asker.library.filed.years), answer.outcome) == ([], Outcome.NOT_FOUND)


def test_random_mutated_and_endless_questions_get_an_outcome():
    asked = ["Quyết định 702/QĐ-UBND ban hành ngày nào?", "Quý I/2021 tiếp nhận bao nhiêu hồ sơ?", "QĐ 33 tới đâu rồi?"]
    chance = Random(7)  # noqa: S311 - no secret
    assert [text for text in questions(80, asked, chance) if not is_sound(ask(text))] == []


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=200))
def test_any_text_gets_an_outcome(text):
    assert is_sound(ask(text))


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=12), st.dates(date(2020, 1, 1), date(2030, 1, 1)))
def test_any_run_of_the_fields_words_gets_an_outcome(words, today):
    assert is_sound(ask(" ".join(words), today=today))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join), min_size=2, max_size=5))
def test_any_conversation_gets_outcomes(questions):
    chat = Chat(shipped())
    assert all(is_sound(chat.ask(question)) for question in questions)


@settings(max_examples=100, deadline=None)
@given(
    st.integers(0, 40),
    st.characters(),
    st.sampled_from(["Quyết định 702/QĐ-UBND ban hành ngày nào?", "QĐ 33 tới đâu rồi?"]),
)
def test_a_question_with_one_wrong_character_gets_an_outcome(at, character, question):
    assert is_sound(ask(question[:at] + character + question[at + 1 :]))


FRAMES = (
    "{} Trung tâm còn bao nhiêu hồ sơ chuyển sang kỳ sau?", "{} tiếp nhận bao nhiêu hồ sơ, trễ hạn mấy hồ sơ?",
    "tỷ lệ trực tuyến {} so với cùng kỳ thế nào", "hồ sơ trễ hạn qua {} tăng hay giảm", "{} có vượt chỉ tiêu 70% không",
    "từ {} đến nay tiếp nhận bao nhiêu hồ sơ", "{} và cùng kỳ năm trước chênh bao nhiêu hồ sơ", "văn bản ban hành {}",
    "{} phải làm những việc gì", "số liệu {} tính từ ngày nào đến ngày nào", "quyết định nào quá hạn {}",
    "lũy kế {} giải quyết được mấy hồ sơ", "báo cáo {} ra ngày nào, ai ký", "còn {} thì sao", "{} lĩnh vực nào nhiều nhất",
    "how many applications in {}", "{} hài lòng bao nhiêu phần trăm", "kỳ trước {} còn tồn bao nhiêu hồ sơ",
)  # fmt: skip
TIMES = (
    "tháng 12/2021", "tháng 1 năm 2021", "từ giữa tháng 9 đến giữa tháng 12/2021", "nửa cuối năm 2021", "6 tháng cuối năm",
    "quý IV/2021", "quý I", "9 tháng năm 2021", "10 tháng đầu năm 2021", "cả năm 2021", "cùng kỳ năm 2020", "năm ngoái",
    "tháng này", "quý trước", "từ tháng 7 đến tháng 11/2021", "ngày 31/12/2021", "từ ngày 15/12/2020 đến ngày 14/12/2021",
    "12/2021", "năm 9999", "tháng 13/2021", "6t2021", "T12", "đầu năm đến giờ", "mấy tháng gần đây", "tháng 12 và tháng 1",
)  # fmt: skip


@pytest.mark.parametrize("frame", FRAMES)
def test_whatever_time_is_named_there_is_an_outcome(frame):
    """A run of days that ends in a month of its own once raised."""
    chat = Chat(shipped())
    for time in TIMES:
        assert is_sound(ask(frame.format(time)))
        assert is_sound(chat.ask(frame.format(time)))
