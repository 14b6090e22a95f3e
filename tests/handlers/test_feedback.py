"""Thumbs, reporting what is wrong or missing, and how admins deal with it, over HTTP."""

import pytest

from bot.sandbox.client import Person, Sandbox, SeenMessage
from knowledge.bootstrap import Knowledge
from knowledge.people.corrections import CorrectionState
from tests.clock import SetClock
from tests.handlers.published import ANSWER, QUESTION, publish_samples
from tests.house import House, open_house


@pytest.fixture
def asked(samples: House) -> House:
    """The bot with the samples of 2019 published."""
    return samples


async def test_a_thumb_is_noted_and_shown(asked: House):
    lan = await asked.official()
    reply = await lan.ask(QUESTION)
    pressed = await lan.press(reply, "👍")
    assert "👍 Đúng ✓" in (await lan.next_edit(reply)).button_texts
    assert (await pressed.answer()).text == "Cảm ơn bạn!"
    assert asked.knowledge.questions.tally(asked.clock().replace(year=2000)).up == 1


async def test_the_same_thumb_again_is_taken_back(asked: House):
    lan = await asked.official()
    reply = await lan.ask(QUESTION)
    await lan.press(reply, "👎")
    once = await lan.next_edit(reply)
    await lan.press(once, "👎")
    assert (await lan.next_edit(once)).button_texts == reply.button_texts


async def test_in_a_group_only_the_asker_judges(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    group = await asked.sandbox.group("Tổ CCHC", lan, hoa)
    await group.next_reply()
    await lan.say(f"@{asked.bot.api.username} {QUESTION}", at=group)
    reply = await group.next_reply()
    pressed = await hoa.press(reply, "👍")
    assert "Chỉ người đã hỏi" in (await pressed.answer()).text


async def reported(house: House, lan: Person) -> None:
    """Lan has reported an answer as wrong and is asked what is wrong with it."""
    reply = await lan.ask(QUESTION)
    await lan.press(reply, "👎")
    await lan.press(await lan.next_edit(reply), "Báo sai")


async def test_an_answer_reported_as_wrong_reaches_the_admins_with_its_sources(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await reported(asked, lan)
    card = await owner.next_reply()
    assert ("Báo sai số 1" in card.text, QUESTION in card.text, ANSWER in card.text) == (True, True, True)
    assert "Nguồn: 134/BC-VPUBND" in card.text
    assert "số 1" in (await lan.next_reply()).text


async def test_the_admins_are_not_told_who_reported_it(asked: House):
    lan, owner = await asked.official("Nguyễn Thị Lan"), await asked.owner()
    await reported(asked, lan)
    card = await owner.next_reply()
    assert ("Lan" in card.text, str(lan.id) in card.text) == (False, False)


async def test_a_reply_says_what_is_wrong_and_is_no_question(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await reported(asked, lan)
    await owner.next_reply()
    await lan.say("Số này của quý trước", reply_to=await lan.next_reply())
    assert "Đã gửi thêm" in (await lan.next_reply()).text
    assert "Số này của quý trước" in (await owner.next_reply()).text


async def test_a_question_that_is_no_reply_is_answered_as_ever(asked: House):
    lan = await asked.official()
    await reported(asked, lan)
    await lan.next_reply()
    assert ANSWER in (await lan.ask(QUESTION)).text


@pytest.mark.parametrize(("press", "told"), [("Đã sửa", "đã sửa dữ liệu"), ("Giữ nguyên", "giữ nguyên")])
async def test_the_person_is_told_when_it_is_settled(asked: House, press: str, told: str):
    lan, owner = await asked.official(), await asked.owner()
    await reported(asked, lan)
    await lan.next_reply()
    card = await owner.next_reply()
    await owner.press(card, press)
    assert "✓" in (await owner.next_edit(card)).text
    settled = await lan.next_reply()
    assert told in settled.text
    await lan.press(settled, "Hỏi lại")
    assert ANSWER in (await lan.next_reply()).text


async def test_an_admin_reads_that_somebody_who_blocked_the_bot_was_not_told(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await reported(asked, lan)
    await lan.next_reply()
    card = await owner.next_reply()
    await lan.block()
    await owner.press(card, "Đã sửa")
    assert "Chưa báo được" in (await owner.next_edit(card)).text


async def test_settling_twice_tells_once(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    await reported(asked, lan)
    await lan.next_reply()
    card = await owner.next_reply()
    await owner.press(card, "Đã sửa")
    await owner.next_edit(card)
    await asked.forge_press(owner, "w:1:fixed")
    await asked.forge_press(owner, "w:1:kept")
    await lan.next_reply()
    assert [m.text for m in await lan.messages() if "Người phụ trách đã xem" in m.text][1:] == []


async def test_a_stranger_can_neither_look_at_corrections_nor_settle_them(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    await reported(asked, lan)
    await lan.next_reply()
    for data in ("w:1:show", "w:1:fixed", "g:1:show", "g:1:aside", "g:0:list"):
        await asked.forge_press(hoa, data)
    correction = asked.knowledge.corrections.get(1)
    assert correction is not None
    assert correction.state is CorrectionState.OPEN
    assert [message.text for message in await hoa.messages()] == []


async def test_nobody_reports_or_judges_what_was_asked_in_another_chat(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    await lan.ask(QUESTION)
    for data in ("t:1:down", "c:1:wrong", "n:1:verbatim", "n:1:previous", "n:1:again"):
        await asked.forge_press(hoa, data)
    assert asked.knowledge.corrections.count() == 0
    assert asked.knowledge.questions.tally(asked.clock().replace(year=2000)).down == 0
    assert [message.text for message in await hoa.messages()] == []


async def test_a_question_without_an_answer_can_be_sent_to_the_admins_once(asked: House):
    lan, owner = await asked.official(), await asked.owner()
    reply = await lan.ask("Bao giờ xây xong trường mầm non?")
    await lan.press(reply, "Gửi câu hỏi")
    assert "trường mầm non" in (await owner.next_reply()).text
    await lan.next_reply()
    await asked.forge_press(lan, "c:1:missing")
    assert asked.knowledge.corrections.count() == 1


async def sent(house: House) -> tuple[Person, Person, SeenMessage]:
    """Lan has sent a question without an answer to the admins: both, and the owner's card of it."""
    lan, owner = await house.official(), await house.owner()
    await lan.press(await lan.ask("Bao giờ xây xong trường mầm non?"), "Gửi câu hỏi")
    await lan.next_reply()
    return lan, owner, await owner.next_reply()


async def test_a_question_that_was_sent_can_be_dealt_with_as_any_other(asked: House):
    _, _, card = await sent(asked)
    ways = ["Thêm mục trả lời", "Thêm bí danh…", "Hỏi thử lại", "Ngoài phạm vi", "Đã sửa"]
    assert card.button_texts == [*ways, "‹ Danh sách"]


async def test_a_question_that_was_sent_is_settled_by_an_entry_that_answers_it(asked: House):
    lan, owner, card = await sent(asked)
    await owner.press(card, "Thêm mục")
    await owner.press(await owner.next_reply(), "Ghi chú")
    await owner.next_reply()
    await owner.press(await owner.ask("Trường mầm non xây xong ngày 5/9/2019"), "Bỏ qua")
    preview = await owner.next_reply()
    await owner.press(preview, "Lưu")
    await owner.next_edit(preview)
    assert "nay có câu trả lời" in (await lan.next_reply()).text
    assert (await owner.ask("/chuatraloi")).button_texts == []


async def test_a_question_that_was_sent_can_be_out_of_scope_which_can_be_undone(asked: House):
    lan, owner, card = await sent(asked)
    await owner.press(card, "Ngoài phạm vi")
    aside = await owner.next_edit(card)
    assert "ngoài phạm vi các báo cáo" in (await lan.next_reply()).text
    assert (await owner.ask("/chuatraloi")).button_texts == []
    await owner.press(aside, "Hoàn tác")
    await owner.look(aside, edits=2)
    assert (await owner.ask("/chuatraloi")).button_texts == ["Báo số 1: Bao giờ xây xong trường mầm non?"]


async def test_after_a_restart_thumbs_steps_and_corrections_work_on(
    sandbox: Sandbox, knowledge: Knowledge, clock: SetClock
):
    async with open_house(sandbox, knowledge, clock) as before:
        publish_samples(before)
        lan = await before.official()
        reply = await lan.ask(QUESTION)
        await reported(before, lan)
        prompt = await lan.next_reply()
        await before.bot.intake.finish()
    async with open_house(sandbox, knowledge, clock):
        await lan.say("Sai kỳ rồi", reply_to=prompt)
        assert "Đã gửi thêm" in (await lan.next_reply()).text
        await lan.press(reply, "Nguyên văn")
        assert ANSWER in (await lan.next_reply()).text


async def test_forgetting_a_person_forgets_what_they_reported(asked: House):
    lan = await asked.official()
    await reported(asked, lan)
    await lan.next_reply()
    screen = await lan.ask("/xoadulieu")
    await lan.press(screen, "Xóa hết")
    assert "nội dung đã báo sai: 1" in (await lan.next_edit(screen)).text
    assert asked.knowledge.corrections.count() == 0
