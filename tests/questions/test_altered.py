"""How questions are changed to say more than any report does."""

from tests.questions.altered import BODIES, RESTRICTIONS, alter


def test_a_question_says_something_that_no_report_says():
    altered = dict(alter("Quý I/2019 tiếp nhận bao nhiêu hồ sơ vậy em?", "tiếp nhận 641 hồ sơ"))
    assert set(altered) == {"restricted", "of a body", "of a year"}
    assert altered["of a year"] == "Quý I/2008 tiếp nhận bao nhiêu hồ sơ vậy em?"
    assert altered["of a body"].startswith("Quý I/2019 tiếp nhận bao nhiêu hồ sơ ")


def test_what_a_report_says_is_added_to_no_question():
    said = " ".join((*RESTRICTIONS, *BODIES)).lower()
    assert not list(alter("tiếp nhận bao nhiêu hồ sơ?", said))
