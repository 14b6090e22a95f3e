"""Dialogues, conversations and questions outlive a restart, and not their time."""

from datetime import date

from knowledge.answers import Answer, Choice, Outcome, Topic
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.people.scenes import Speaker
from tests.clock import SetClock

CHOICES = (Choice("quý I", "hồ sơ quý I/2019"), Choice("quý II", "hồ sơ quý II/2019"))
CLARIFY = Answer(Outcome.CLARIFY, "Quý nào?", choices=CHOICES, suggestions=CHOICES[:1], topic=Topic(indicator="hồ sơ"))
NOTHING = Answer(Outcome.NOT_FOUND, "Không tìm thấy.")
FOUND = Answer(Outcome.ANSWERED, "4.984 hồ sơ")


def test_a_dialogue_survives_a_restart(store_url: str):
    first = open_knowledge(store_url)
    first.dialogues.put(5, 7, "add", "number", {"type": "Quyết định", "parts": [1, None]})
    first.close()
    again = open_knowledge(store_url)
    dialogue = again.dialogues.get(5, 7)
    again.close()
    assert dialogue is not None
    assert (dialogue.name, dialogue.step) == ("add", "number")
    assert dialogue.data == {"type": "Quyết định", "parts": [1, None]}


def test_a_person_has_one_dialogue_in_a_chat_and_others_have_theirs(knowledge: Knowledge):
    knowledge.dialogues.put(5, 7, "add", "1", {})
    knowledge.dialogues.put(5, 8, "edit", "1", {})
    knowledge.dialogues.put(5, 7, "delete", "2", {"a": 1})
    found = [knowledge.dialogues.get(5, user) for user in (7, 8, 9)]
    assert [dialogue and dialogue.name for dialogue in found] == ["delete", "edit", None]


def test_a_dialogue_ends_when_cleared_or_a_day_later(knowledge: Knowledge, clock: SetClock):
    knowledge.dialogues.put(5, 7, "add", "1", {})
    assert knowledge.dialogues.clear(5, 7)
    assert not knowledge.dialogues.clear(5, 7)
    knowledge.dialogues.put(5, 7, "add", "1", {})
    clock.advance(days=1, seconds=1)
    assert knowledge.dialogues.get(5, 7) is None


def test_a_conversation_is_remembered_for_a_while(knowledge: Knowledge, clock: SetClock):
    knowledge.conversations.put("7", "một", clock.now)
    knowledge.conversations.put("7", "hai", clock.now)
    assert knowledge.conversations.get("7") == "hai"
    clock.advance(minutes=31)
    assert knowledge.conversations.get("7") is None


def test_an_empty_value_and_pruning_forget_a_conversation(knowledge: Knowledge, clock: SetClock):
    knowledge.conversations.put("7", "một", clock.now)
    knowledge.conversations.put("7", "", clock.now)
    assert knowledge.conversations.get("7") is None
    assert knowledge.conversations.prune(clock.advance(days=1)) == 1


def test_a_pressed_button_is_understood_after_a_restart(store_url: str):
    first = open_knowledge(store_url)
    number = first.questions.record("7", 7, "hồ sơ?", CLARIFY)
    first.close()
    again = open_knowledge(store_url)
    question = again.questions.get(number)
    again.close()
    assert question is not None
    assert question.options == (*CHOICES, CHOICES[0])
    assert (question.text, question.outcome, question.topic) == ("hồ sơ?", Outcome.CLARIFY, CLARIFY.topic)


def test_a_question_that_is_not_there_is_none(knowledge: Knowledge):
    assert knowledge.questions.get(1) is None


def test_only_the_askers_thumb_counts(knowledge: Knowledge):
    number = knowledge.questions.record("7", 7, "hồ sơ?", FOUND)
    assert not knowledge.questions.thumb(number, 8, -1)
    assert knowledge.questions.thumb(number, 7, -1)
    question = knowledge.questions.get(number)
    assert question is not None
    assert question.thumb == -1


def test_unanswered_questions_are_grouped_the_most_asked_first(knowledge: Knowledge):
    for text in ("Hồ sơ quá hạn?", "ho so qua han?", "lương?"):
        knowledge.questions.record("7", 7, text, NOTHING)
    knowledge.questions.record("7", 7, "hồ sơ đúng hạn?", FOUND)
    assert [(q.text, q.times) for q in knowledge.questions.unanswered()] == [("ho so qua han?", 2), ("lương?", 1)]


def test_a_question_thumbed_down_is_unanswered(knowledge: Knowledge):
    number = knowledge.questions.record("7", 7, "hồ sơ?", FOUND)
    knowledge.questions.thumb(number, 7, -1)
    assert [question.last_id for question in knowledge.questions.unanswered()] == [number]
    knowledge.questions.thumb(number, 7, 0)
    assert knowledge.questions.unanswered() == []


def test_what_is_kept_again_because_nobody_knows_whether_it_was_is_one_question(knowledge: Knowledge, clock: SetClock):
    speaker = Speaker(7, 7, "vi", "7")
    first, second = (knowledge.scenes.look(speaker).question_id for _ in range(2))
    kept = knowledge.questions.note(second, "7", 7, "lương?", NOTHING, context="{}", message_id=5)
    for answer_message_id in (None, 6):
        knowledge.questions.keep(kept, answer_message_id)
    assert (first < second, knowledge.questions.tally(clock.now).not_found) == (True, 1)
    assert (knowledge.questions.get(second), knowledge.scenes.look(speaker).previous) == (
        knowledge.questions.answered_in("7", 6),
        "{}",
    )


def test_half_an_emoji_in_a_question_is_in_nothing_that_is_kept_of_it(knowledge: Knowledge):
    asked = knowledge.asking.ask("hồ sơ \ud83d?", today=date(2019, 3, 1))
    assert (asked.meant, "ud83d" in asked.context) == ("hồ sơ \ufffd?", False)


def test_a_number_that_was_given_before_there_was_a_question_is_nobody_elses(knowledge: Knowledge):
    given = knowledge.scenes.look(Speaker(7, 7, "vi", "7")).question_id
    assert knowledge.questions.record("8", 8, "hồ sơ?", FOUND) > given


def test_old_questions_are_forgotten(knowledge: Knowledge, clock: SetClock):
    number = knowledge.questions.record("7", 7, "hồ sơ\x00?", FOUND)
    assert knowledge.questions.prune(clock.advance(days=90)) == 1
    assert knowledge.questions.get(number) is None
