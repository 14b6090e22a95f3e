"""Asking in the chat: what is answered, by whom it may be asked, and what odd input gets."""

import time
from collections.abc import Callable

import pytest

from bot.sandbox.client import Sandbox
from handlers import typing
from knowledge.asking.asker import Asked, Asker
from knowledge.bootstrap import Knowledge
from knowledge.facts import Reading
from knowledge.importing.files import read_file
from tests.clock import SetClock
from tests.handlers.published import publish_samples
from tests.house import OWNER, ROOT, House, open_house

QUESTION = "Quý I/2019 tiếp nhận bao nhiêu hồ sơ?"
ANSWER = "4.984"


@pytest.fixture(scope="module")
def reading() -> Reading:
    """The first sample."""
    return read_file(ROOT / "samples" / "01-quy-1-2019.html")


@pytest.fixture
def asked(house: House, reading: Reading) -> House:
    """The bot with the first sample published."""
    saved = house.knowledge.reports.save_draft(reading, checksum="1", by=OWNER)
    house.knowledge.reports.publish(saved.report_id, by=OWNER, notify=False)
    house.knowledge.asking.refresh()
    return house


async def test_the_direct_answer_comes_first_and_bold(asked: House):
    reply = await (await asked.official()).ask(QUESTION)
    assert ANSWER in reply.html.partition("</b>")[0]


async def test_the_source_and_its_words_follow(asked: House):
    reply = await (await asked.official()).ask(QUESTION)
    assert "Nguồn: 134/BC-VPUBND, ngày 25/02/2019, quý I/2019" in reply.text
    assert "<blockquote expandable>" in reply.html


async def test_a_command_asks_as_well(asked: House):
    assert ANSWER in (await (await asked.official()).ask(f"/hoi {QUESTION}")).text


async def test_the_command_alone_says_how_to_ask(asked: House):
    assert "/hoi Quý I" in (await (await asked.official()).ask("/ask")).text


async def test_editing_the_question_edits_the_answer(asked: House):
    lan = await asked.official()
    said = await lan.say("Bao giờ xây xong trường mầm non?")
    answer = await lan.next_reply()
    await lan.edit(said, QUESTION)
    assert ANSWER in (await lan.next_edit(answer)).text


async def test_editing_what_follows_the_command_edits_the_answer(asked: House):
    lan = await asked.official()
    question = await lan.say("/hoi QĐ 999 tới đâu rồi?")
    answer = await lan.next_reply()
    await lan.edit(question, f"/hoi {QUESTION}")
    assert ANSWER in (await lan.next_edit(answer)).text


async def test_another_command_that_is_edited_is_not_done_again(asked: House):
    lan = await asked.official()
    said = await lan.say("/trogiup")
    await lan.next_reply()
    await lan.edit(said, "/start")
    assert ANSWER in (await lan.ask(QUESTION)).text


async def test_after_a_restart_editing_the_question_still_edits_the_answer(
    sandbox: Sandbox, knowledge: Knowledge, clock: SetClock
):
    async with open_house(sandbox, knowledge, clock) as before:
        publish_samples(before, "01")
        lan = await before.official()
        said = await lan.say("Bao giờ xây xong trường mầm non?")
        answer = await lan.next_reply()
        await before.bot.intake.finish()
    async with open_house(sandbox, knowledge, clock):
        await lan.edit(said, QUESTION)
        assert ANSWER in (await lan.next_edit(answer)).text


async def test_an_edited_question_counts_once_and_its_buttons_are_those_of_the_new_words(asked: House):
    lan = await asked.official()
    said = await lan.say("Bao giờ xây xong trường mầm non?")
    answer = await lan.next_reply()
    await lan.edit(said, QUESTION)
    edited = await lan.next_edit(answer)
    await asked.bot.intake.finish()
    assert asked.knowledge.questions.unanswered() == []
    await lan.press(edited, "Nguyên văn")
    assert ANSWER in (await lan.next_reply()).text


async def test_an_answer_that_was_deleted_is_sent_anew_when_the_question_is_edited(asked: House):
    lan = await asked.official()
    said = await lan.say("Bao giờ xây xong trường mầm non?")
    answer = await lan.next_reply()
    await asked.bot.api.delete_message(lan.id, answer.id)
    await lan.edit(said, QUESTION)
    assert ANSWER in (await lan.next_reply()).text


async def test_a_topic_of_a_forum_gets_its_answers(asked: House):
    lan = await asked.official()
    forum = await asked.sandbox.group("Diễn đàn", lan, kind="supergroup", is_forum=True)
    await forum.next_reply()
    topic = await forum.open_topic("Một cửa", by=lan)
    await lan.say(f"@{asked.bot.api.username} {QUESTION}", at=forum, thread=topic)
    reply = await forum.next_reply()
    assert (ANSWER in reply.text, reply.thread) == (True, topic)
    await lan.press(reply, "Nguyên văn")
    assert (await forum.next_reply()).thread == topic


def _slowly(ask: Callable[..., Asked]) -> Callable[..., Asked]:
    """The same some moments later, in the thread that answers."""

    def later(*given: object, **named: object) -> Asked:
        time.sleep(0.3)
        return ask(*given, **named)

    return later


async def test_typing_is_shown_where_an_answer_takes_longer_than_a_moment(asked: House, monkeypatch):
    monkeypatch.setattr(typing, "UNNOTICED_SECONDS", 0.0)
    monkeypatch.setattr(Asker, "ask", _slowly(Asker.ask))
    await (await asked.official()).ask(QUESTION)
    assert [call.given["action"] for call in await asked.sandbox.calls("sendChatAction", count=1)][:1] == ["typing"]


async def test_a_quick_answer_shows_no_typing(asked: House, monkeypatch):
    monkeypatch.setattr(typing, "UNNOTICED_SECONDS", 60.0)
    await (await asked.official()).ask(QUESTION)
    assert await asked.sandbox.calls("sendChatAction") == []


async def test_what_is_not_found_says_what_there_is_and_offers_questions_that_are_answered(asked: House):
    lan = await asked.official()
    reply = await lan.ask("Bao giờ xây xong trường mầm non?")
    assert "Hiện có 1 báo cáo, của quý I/2019." in reply.text
    assert reply.button_texts[-1] == "Gửi câu hỏi cho người phụ trách"
    await lan.press(reply, reply.button_texts[0])
    assert (await lan.next_reply()).html.startswith("<b>")


NEAR = "Lớp tập huấn nghiệp vụ cho công chức một cửa học ở đâu?"


async def test_where_sentences_come_near_they_stand_in_the_place_of_examples(asked: House):
    reply = await (await asked.official()).ask(NEAR)
    assert ("bạn xem có đúng ý không" in reply.text, "Nguồn: 134/BC-VPUBND, ngày 25/02/2019" in reply.text) == (
        True,
        True,
    )
    assert reply.button_texts == ["Gửi câu hỏi cho người phụ trách"]


async def test_who_reads_english_is_offered_them_in_english(asked: House):
    reply = await (await asked.official("John", language="en")).ask(NEAR)
    assert "is one of them what you mean?" in reply.text


async def test_what_only_sentences_come_near_to_waits_for_the_admins(asked: House):
    await (await asked.official()).ask(NEAR)
    assert NEAR[:20] in (await (await asked.owner()).ask("/chuatraloi")).button_texts[0]


async def test_a_button_asks_what_it_stands_for(asked: House):
    lan = await asked.official()
    reply = await lan.ask("bao nhiêu hồ sơ quý III/2019?")
    if not reply.buttons:
        pytest.skip("the answer offered no choice")
    await lan.press(reply, reply.button_texts[0])
    assert (await lan.next_reply()).text


async def test_a_button_of_somebody_elses_answer_does_nothing(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    await lan.ask(QUESTION)
    await asked.forge_press(hoa, "q:1:0")
    assert [message.text for message in await hoa.messages()] == []


@pytest.mark.parametrize("text", ["😀😀😀", "???", "…"])
async def test_a_message_without_words_is_asked_to_have_some(asked: House, text: str):
    assert "chưa thấy câu hỏi" in (await (await asked.official()).ask(text)).text


@pytest.mark.parametrize(
    ("text", "reply"),
    [("Dạ em cảm ơn ạ!", "Không có gì"), ("xin chào", "bấm thử một câu"), ("sai rồi bạn ơi", "bấm 👎 Sai dưới câu ấy")],
)
async def test_politeness_is_returned_and_is_no_question_without_an_answer(asked: House, text: str, reply: str):
    lan = await asked.official()
    assert reply in (await lan.ask(text)).text
    assert asked.knowledge.questions.unanswered() == []


async def test_a_link_is_answered_whatever_was_spoken_of_before(asked: House):
    lan = await asked.official()
    await lan.ask("QĐ 192 tới đâu rồi?")
    reply = await lan.ask("/start bao-nhieu-ho-so-tiep-nhan-quy-i-2019")
    assert reply.text.startswith("4.984 hồ sơ")


async def test_a_pasted_report_is_too_long_for_a_question(asked: House):
    assert "dài quá" in (await (await asked.official()).ask("hồ sơ " * 600)).text


async def test_a_group_is_answered_only_when_the_bot_is_mentioned(asked: House):
    lan = await asked.official()
    group = await asked.sandbox.group("Tổ CCHC", lan)
    await group.next_reply()
    await lan.say(QUESTION, at=group)
    asking = await lan.say(f"@{asked.bot.api.username} {QUESTION}", at=group)
    reply = await group.next_reply()
    assert (ANSWER in reply.text, reply.reply_to) == (True, asking.id)


async def test_a_group_that_becomes_a_supergroup_before_it_is_answered_is_answered_there(asked: House):
    lan = await asked.official()
    group = await asked.sandbox.group("Tổ CCHC", lan)
    await group.next_reply()
    await asked.sandbox.fault("migrated", times=1)
    await lan.say(f"@{asked.bot.api.username} {QUESTION}", at=group)
    _, refused, answered = await asked.sandbox.calls("sendMessage", count=3)
    assert (refused.chat_id, refused.code) == (str(group.id), 400)
    assert (answered.chat_id != str(group.id), answered.code) == (True, 200)


async def test_a_group_is_answered_when_it_replies_to_the_bot(asked: House):
    lan = await asked.official()
    group = await asked.sandbox.group("Tổ CCHC", lan)
    hello = await group.next_reply()
    await lan.say(QUESTION, at=group, reply_to=hello)
    assert ANSWER in (await group.next_reply()).text


async def test_a_reply_to_an_answer_goes_on_from_it_whoever_asked_for_it_in_the_group(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    group = await asked.sandbox.group("Tổ CCHC", lan, hoa)
    await group.next_reply()
    await hoa.say(f"@{asked.bot.api.username} {QUESTION}", at=group)
    await group.next_reply()
    await lan.say(f"@{asked.bot.api.username} QĐ 192 tới đâu rồi?", at=group)
    told = await group.next_reply()
    await hoa.say("thế ai ban hành?", at=group, reply_to=told)
    assert "192/QĐ-UBND" in (await group.next_reply()).text


async def test_a_reply_to_a_question_goes_on_from_it(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    group = await asked.sandbox.group("Tổ CCHC", lan, hoa)
    await group.next_reply()
    said = await lan.say(f"@{asked.bot.api.username} QĐ 192 tới đâu rồi?", at=group)
    await group.next_reply()
    await hoa.say(f"@{asked.bot.api.username} thế ai ban hành?", at=group, reply_to=said)
    assert "192/QĐ-UBND" in (await group.next_reply()).text


async def test_a_reply_to_an_earlier_answer_goes_on_from_that_one(asked: House):
    lan = await asked.official()
    told = await lan.ask("QĐ 192 tới đâu rồi?")
    await lan.ask(QUESTION)
    await lan.say("thế ai ban hành?", reply_to=told)
    assert "192/QĐ-UBND" in (await lan.next_reply()).text


async def test_a_reply_that_only_names_the_bot_asks_what_a_colleague_wrote(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    group = await asked.sandbox.group("Tổ CCHC", lan, hoa)
    await group.next_reply()
    said = await lan.say(QUESTION, at=group)
    await hoa.say(f"@{asked.bot.api.username}", at=group, reply_to=said)
    assert ANSWER in (await group.next_reply()).text


async def test_what_the_asker_types_is_never_read_as_markup(asked: House):
    reply = await (await asked.official()).ask("<b>QĐ 999999/QĐ-UBND</b> & <script>?")
    assert "<script>" not in reply.html
