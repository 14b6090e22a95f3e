"""Asking in the chat: what is answered, by whom it may be asked, and what odd input gets."""

import pytest

from knowledge.facts import Reading
from knowledge.importing.files import read_file
from tests.house import OWNER, ROOT, House

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
    said = await lan.say("Xin chào bạn nhé")
    answer = await lan.next_reply()
    await lan.edit(said, QUESTION)
    assert ANSWER in (await lan.next_edit(answer)).text


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


async def test_a_group_is_answered_when_it_replies_to_the_bot(asked: House):
    lan = await asked.official()
    group = await asked.sandbox.group("Tổ CCHC", lan)
    hello = await group.next_reply()
    await lan.say(QUESTION, at=group, reply_to=hello)
    assert ANSWER in (await group.next_reply()).text


async def test_what_the_asker_types_is_never_read_as_markup(asked: House):
    reply = await (await asked.official()).ask("<b>QĐ 999999/QĐ-UBND</b> & <script>?")
    assert "<script>" not in reply.html
