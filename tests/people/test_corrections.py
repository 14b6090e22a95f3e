"""What people report: once for each answer, with their own words, until it is settled and they were told."""

import pytest

from knowledge.answers import Answer, Outcome
from knowledge.bootstrap import Knowledge
from knowledge.people.corrections import CorrectionKind, CorrectionState, Reported
from tests.clock import SetClock

NOTHING = Answer(Outcome.NOT_FOUND, "Không tìm thấy.")
OWNER = 1


def reported(question_id: int = 1, user_id: int | None = 7) -> Reported:
    """Somebody says that an answer is wrong."""
    return Reported(question_id, CorrectionKind.WRONG, "hồ sơ quá hạn?", "81 hồ sơ", chat_id=7, user_id=user_id)


def test_an_answer_is_reported_once(knowledge: Knowledge):
    first, is_new = knowledge.corrections.open(reported())
    again, is_new_again = knowledge.corrections.open(reported(user_id=8))
    assert (first, is_new, is_new_again) == (again, True, False)


def test_only_the_person_adds_words_and_only_where_they_were_asked_for(knowledge: Knowledge):
    number = knowledge.corrections.open(reported())[0].id
    knowledge.corrections.place(number, 55)
    assert knowledge.corrections.explain(7, 55, "x", by=8) is None
    assert knowledge.corrections.explain(7, 54, "x", by=7) is None
    found = knowledge.corrections.explain(7, 55, "Sai kỳ\x00", by=7)
    assert found is not None
    assert found.words == "Sai kỳ\ufffd"


def test_nobody_adds_words_to_what_is_settled(knowledge: Knowledge):
    number = knowledge.corrections.open(reported())[0].id
    knowledge.corrections.place(number, 55)
    knowledge.corrections.settle(number, CorrectionState.KEPT, by=OWNER)
    assert knowledge.corrections.explain(7, 55, "x", by=7) is None


def test_it_is_settled_one_way_and_the_same_way_again_changes_nothing(knowledge: Knowledge):
    number = knowledge.corrections.open(reported())[0].id
    fixed = knowledge.corrections.settle(number, CorrectionState.FIXED, by=OWNER)
    assert fixed is not None
    assert knowledge.corrections.settle(number, CorrectionState.FIXED, by=OWNER) == fixed
    assert knowledge.corrections.settle(number, CorrectionState.KEPT, by=OWNER) is None
    assert [entry.action for entry in knowledge.audit.listing()] == ["correction.fixed"]


def test_what_waits_is_counted_and_listed_oldest_first(knowledge: Knowledge):
    numbers = [knowledge.corrections.open(reported(n))[0].id for n in (1, 2, 3)]
    knowledge.corrections.settle(numbers[1], CorrectionState.FIXED, by=OWNER)
    assert [one.id for one in knowledge.corrections.waiting()] == [numbers[0], numbers[2]]
    assert knowledge.corrections.count() == 2


def test_whoever_was_told_is_known_to_be(knowledge: Knowledge):
    number = knowledge.corrections.open(reported())[0].id
    knowledge.corrections.told(number)
    found = knowledge.corrections.get(number)
    assert found is not None
    assert found.is_told


def test_forgetting_a_person_deletes_their_reports_and_no_others(knowledge: Knowledge):
    knowledge.corrections.open(reported(1, user_id=7))
    knowledge.corrections.open(reported(2, user_id=8))
    assert knowledge.people.forget(7).corrections == 1
    assert [one.reported.user_id for one in knowledge.corrections.waiting()] == [8]


def test_old_settled_ones_are_forgotten_and_open_ones_are_kept(knowledge: Knowledge, clock: SetClock):
    settled, _ = knowledge.corrections.open(reported(1))[0].id, knowledge.corrections.open(reported(2))
    knowledge.corrections.settle(settled, CorrectionState.KEPT, by=OWNER)
    assert knowledge.corrections.prune(clock.now.replace(year=clock.now.year + 1)) == 1
    assert knowledge.corrections.count() == 1


def test_a_question_is_listed_until_it_is_set_aside_and_again_when_brought_back(knowledge: Knowledge):
    number = knowledge.questions.record("7", 7, "Giá đất?", NOTHING)
    knowledge.questions.record("8", 8, "gia dat", NOTHING)
    assert [(one.times, one.last_id) for one in knowledge.questions.unanswered()] == [(2, number + 1)]
    assert knowledge.questions.set_aside(number, by=OWNER) == "Giá đất?"
    assert knowledge.questions.unanswered() == []
    assert knowledge.questions.bring_back(number, by=OWNER) == "Giá đất?"
    assert len(knowledge.questions.unanswered()) == 1


def test_a_question_asked_in_the_same_message_is_the_same_question(knowledge: Knowledge):
    number = knowledge.questions.record("7", 7, "Giá đất?", NOTHING, message_id=5, previous="{}")
    knowledge.questions.thumb(number, 7, -1)
    edited = Answer(Outcome.ANSWERED, "4.984")
    assert knowledge.questions.record("7", 7, "Quý I?", edited, message_id=5, previous="{}") == number
    asked = knowledge.questions.asked_in("7", 5)
    assert asked is not None
    assert (asked.text, asked.thumb, asked.previous) == ("Quý I?", None, "{}")


@pytest.mark.parametrize("missing", [99, 2**40])
def test_what_is_not_there_is_none(knowledge: Knowledge, missing: int):
    assert knowledge.corrections.get(missing) is None
    assert knowledge.corrections.settle(missing, CorrectionState.FIXED, by=OWNER) is None
    assert knowledge.questions.group_of(missing) is None
    assert knowledge.questions.set_aside(missing, by=OWNER) is None


def test_answers_and_verdicts_are_counted(knowledge: Knowledge, clock: SetClock):
    answered = Answer(Outcome.ANSWERED, "4.984")
    numbers = [knowledge.questions.record("7", 7, f"q{n}", answered) for n in range(3)]
    knowledge.questions.record("7", 7, "q", NOTHING)
    knowledge.questions.thumb(numbers[0], 7, 1)
    knowledge.questions.thumb(numbers[1], 7, -1)
    tally = knowledge.questions.tally(clock.now)
    assert (tally.answered, tally.clarified, tally.not_found, tally.up, tally.down) == (3, 0, 1, 1, 1)
