"""An alias is tried on the shipped questions first, and refused with the examples that it would break."""

import pytest

from knowledge.aliases.trying import _TRIAL_DAY, Fault, _questions, _shipped, _told, try_alias
from knowledge.asking.aliases import Alias, Aliases


@pytest.mark.parametrize("question", _questions(), ids=lambda question: question[0])
def test_the_shipped_questions_are_answered_rightly_without_aliases(question: tuple[str, str]):
    assert question[1] in _told(_shipped().ask(question[0], today=_TRIAL_DAY).answer)


def test_a_phrase_is_understood_as_the_reports_words_whatever_its_tones():
    aliases = Aliases([Alias("gửi bưu điện", "nộp qua bưu chính công ích")])
    assert aliases.apply("Goi buu dien?") == "Goi buu dien?"
    assert aliases.apply("bao nhiêu hồ sơ GUI BUU DIEN?") == "bao nhiêu hồ sơ nộp qua bưu chính công ích?"


def test_the_longer_phrase_goes_first_and_nothing_is_replaced_twice():
    aliases = Aliases([Alias("một cửa", "trung tâm"), Alias("hồ sơ một cửa", "hồ sơ ở một cửa")])
    assert aliases.apply("hồ sơ một cửa") == "hồ sơ ở một cửa"


@pytest.mark.parametrize(
    ("phrase", "meaning", "question"),
    [
        ("hồ sơ", "thủ tục hành chính", "Quý II/2024 tiếp nhận bao nhiêu hồ sơ?"),
        ("quá hạn", "đúng hạn", "hồ sơ quá hạn quý II/2024 là bao nhiêu"),
        ("trực tuyến", "trực tiếp", "bao nhiêu hồ sơ nộp trực tuyến quý II/2024"),
    ],
)
def test_what_would_break_questions_is_refused_with_them(phrase: str, meaning: str, question: str):
    trial = try_alias(Alias(phrase, meaning), [], _shipped(), [], _TRIAL_DAY)
    assert (trial.is_good, question in [one.question for one in trial.broken]) == (False, True)


def test_what_was_answered_here_may_not_change_either():
    asked = ["quý II/2024 nộp trực tuyến mấy hồ sơ"]
    trial = try_alias(Alias("nộp trực tuyến mấy", "nộp trực tiếp mấy"), [], _shipped(), asked, _TRIAL_DAY)
    assert asked == [one.question for one in trial.broken]


@pytest.mark.parametrize(
    ("phrase", "meaning", "fault"),
    [
        ("x", "hồ sơ", Fault.TOO_SHORT),
        ("gì đó", "", Fault.TOO_SHORT),
        ("192", "hồ sơ", Fault.NUMBER),
        ("hồ sơ", "HỒ SƠ", Fault.SAME),
        ("một cửa", "Bộ phận Một cửa", Fault.CIRCULAR),
        ("chỗ nộp", "rồng bay phượng múa", Fault.UNKNOWN_MEANING),
        ("dài " * 100, "hồ sơ", Fault.TOO_LONG),
        ("quý I", "quý II", Fault.EXACT),
        ("trung tâm tỉnh", "Trung tâm Phục vụ hành chính công tỉnh", None),
        ("quý hai", "quý II", None),
    ],
)
def test_what_can_be_no_alias_is_refused_at_once(phrase: str, meaning: str, fault: Fault):
    assert try_alias(Alias(phrase, meaning), [], _shipped(), [], _TRIAL_DAY).fault is fault
