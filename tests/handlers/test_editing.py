"""/sua, /xoa and /hoantac: found by number, reply or words; corrected, deleted, taken back; two admins; restarts."""

import pytest

from bot.sandbox.client import Person, SeenMessage
from knowledge.people.people import PersonRole
from tests.handlers.published import QUESTION, publish_samples
from tests.house import OWNER, House, open_house

OTHER = 2
SENTENCE = "số hồ sơ tiếp nhận của quý I/2019 tại Trung tâm Hành chính công tỉnh là 4.984 hồ sơ"


@pytest.fixture
def told(house: House) -> House:
    """The bot with the first sample published."""
    publish_samples(house, "01")
    return house


@pytest.fixture
async def owner(told: House) -> Person:
    return await told.owner()


async def press(person: Person, message: SeenMessage, words: str) -> SeenMessage:
    """The message as it is after the button."""
    await person.press(message, words)
    return await person.next_edit(message)


async def open_field(person: Person, message: SeenMessage, words: str) -> SeenMessage:
    """The question that the button asks."""
    await person.press(message, words)
    return await person.next_reply()


async def corrected(person: Person, value: str = "5.000 hồ sơ") -> SeenMessage:
    """The preview of a correction of the figure that was answered."""
    answer = await person.ask(QUESTION)
    await person.say(f"/sua {value}", reply_to=answer)
    return await person.next_reply()


async def test_a_reply_to_an_answer_with_the_new_value_is_all_it_takes(told: House, owner: Person):
    preview = await corrected(owner)
    assert "4.984 hồ sơ → 5.000 hồ sơ" in preview.text
    saved = await press(owner, preview, "Lưu, không báo")
    answer = await owner.ask(QUESTION)
    assert ("Đã sửa" in saved.text, answer.text.startswith("5.000 hồ sơ")) == (True, True)
    assert ("Quản trị sửa ngày 01/03/2019" in answer.text, SENTENCE in answer.text) == (True, True)


async def test_a_document_is_found_by_its_number_and_its_date_corrected(told: House, owner: Person):
    card = await owner.ask("/sua 192/QĐ-UBND")
    await open_field(owner, card, "Sửa ngày ban hành")
    preview = await owner.ask("25/1/2019")
    await press(owner, preview, "Lưu")
    assert "25/01/2019" in (await owner.ask("QĐ 192 ban hành ngày nào?")).text


async def test_words_find_it_too_and_several_things_are_offered(told: House, owner: Person):
    which = await owner.ask("/sua trong đó có 1.641")
    assert "mục nào" in which.text
    card = await press(owner, which, "4.984")
    assert "giá trị: 4.984 hồ sơ" in card.text


async def test_in_english_too(told: House):
    minh = await told.sandbox.user("Minh", user_id=OWNER, is_started=True, language="en")
    card = await minh.ask("/edit 192/QĐ-UBND")
    await open_field(minh, card, "issuer")
    assert "→ UBND tỉnh Thanh Lâm" in (await minh.ask("UBND tỉnh Thanh Lâm")).text


async def test_what_is_not_there_is_said(told: House, owner: Person):
    assert "không tìm thấy" in (await owner.ask("/sua người ngoài hành tinh")).text
    assert "ba cách" in (await owner.ask("/sua")).text


async def test_an_entry_is_found_by_the_number_it_was_saved_under(told: House, owner: Person):
    preview = await owner.ask("/them QĐ 345/QĐ-UBND ngày 12/3/2019 của UBND tỉnh về phê duyệt Đề án A")
    saved = await press(owner, preview, "Lưu")
    number = saved.text.split("mục số ")[1].split(".")[0]
    card = await owner.ask(f"/sua #{number}")
    await open_field(owner, card, "Sửa nội dung")
    await press(owner, await owner.ask("phê duyệt Đề án B"), "Lưu")
    assert "Đề án B" in (await owner.ask("QĐ 345 về việc gì?")).text


async def test_why_is_told_to_whoever_was_given_the_old_figure(told: House, owner: Person):
    lan = await told.official()
    await lan.ask(QUESTION)
    preview = await corrected(owner)
    await open_field(owner, preview, "Ghi lý do")
    preview = await owner.ask("đếm sót một huyện")
    assert "2 cuộc trò chuyện" in preview.text
    await press(owner, preview, "Lưu và báo 2 nơi")
    told.clock.advance(minutes=2)
    told.bot.sender.wake()
    alert = await lan.next_reply()
    assert ("4.984 hồ sơ → 5.000 hồ sơ" in alert.text, "đếm sót một huyện" in alert.text) == (True, True)


async def test_undone_in_time_nobody_hears_of_it(told: House, owner: Person):
    lan = await told.official()
    await lan.ask(QUESTION)
    saved = await press(owner, await corrected(owner), "Lưu và báo")
    undone = await owner.press(saved, "Hoàn tác")
    assert (await undone.answer()).text == ""
    assert told.knowledge.outbox.claim(9, sender="a", now=told.clock.advance(minutes=5), lease_seconds=1) == []
    assert (await owner.ask(QUESTION)).text.startswith("4.984 hồ sơ")


async def test_the_second_of_two_admins_is_told_and_shown_the_difference(told: House, owner: Person):
    told.knowledge.people.grant(OTHER, PersonRole.EDITOR, by=OWNER)
    hung = await told.sandbox.user("Hùng", user_id=OTHER, is_started=True)
    mine, theirs = await corrected(owner), await corrected(hung, "4.999 hồ sơ")
    await press(owner, mine, "Lưu, không báo")
    await hung.press(theirs, "Lưu, không báo")
    conflict = await hung.next_reply()
    assert "4.984 hồ sơ → 5.000 hồ sơ" in conflict.text
    assert "4.984 hồ sơ → 4.999 hồ sơ" in conflict.text
    assert (await owner.ask(QUESTION)).text.startswith("5.000 hồ sơ")
    preview = await open_field(hung, conflict, "Vẫn lưu bản của tôi")
    assert "5.000 hồ sơ → 4.999 hồ sơ" in preview.text
    await press(hung, preview, "Lưu, không báo")
    assert (await hung.ask(QUESTION)).text.startswith("4.999 hồ sơ")


async def test_deleting_asks_once_more_and_can_be_taken_back_by_command(told: House, owner: Person):
    sure = await owner.ask("/xoa 192/QĐ-UBND")
    assert "Bỏ thông tin này?" in sure.text
    await press(owner, sure, "Xóa")
    assert "192/QĐ-UBND" not in (await owner.ask("QĐ 192 về việc gì?")).text
    done = await owner.ask("/hoantac")
    assert "xóa" in done.text
    await press(owner, done, "Hoàn tác 1")
    assert "192/QĐ-UBND" in (await owner.ask("QĐ 192 về việc gì?")).text


async def test_nothing_is_taken_back_after_a_day(told: House, owner: Person):
    saved = await press(owner, await corrected(owner), "Lưu")
    told.clock.advance(days=1, minutes=1)
    pressed = await owner.press(saved, "Hoàn tác")
    assert "Không hoàn tác được nữa" in (await pressed.answer()).text
    assert "chưa thêm, sửa hay xóa gì" in (await owner.ask("/undo")).text


async def test_the_history_shows_who_changed_what(told: House, owner: Person):
    saved = await press(owner, await corrected(owner), "Lưu")
    card = await press(owner, saved, "Xem lại")
    history = await owner.press(card, "Lịch sử")
    shown = await owner.look(card, edits=3, timeout_seconds=5)
    assert (str(owner.id) in shown.text, "4.984 hồ sơ → 5.000 hồ sơ" in shown.text, bool(history)) == (True, True, True)


async def test_a_question_in_between_is_answered_and_the_correction_goes_on(told: House, owner: Person):
    card = await owner.ask("/sua 192/QĐ-UBND")
    await open_field(owner, card, "Sửa cơ quan")
    await owner.say(QUESTION)
    answer, reminder = await owner.replies(2)
    assert (answer.text.startswith("4.984"), "Cơ quan nào" in reminder.text) == (True, True)


async def test_a_slip_is_asked_again(told: House, owner: Person):
    card = await owner.ask("/sua 192/QĐ-UBND")
    await open_field(owner, card, "Sửa ngày ban hành")
    assert "chưa hiểu" in (await owner.ask("hôm nào đó")).text


async def test_something_else_begun_in_the_middle_asks_first(told: House, owner: Person):
    await corrected(owner)
    asked = await owner.ask("/them")
    assert "làm dở" in asked.text
    back = await open_field(owner, asked, "Làm tiếp")
    assert "4.984 hồ sơ → 5.000 hồ sơ" in back.text
    assert "chưa lưu gì" in (await owner.ask("/huy")).text
    assert "Bạn muốn thêm gì?" in (await owner.ask("/them")).text


async def test_a_button_of_another_correction_does_nothing(told: House, owner: Person):
    first = await corrected(owner)
    await owner.ask("/huy")
    await corrected(owner, "4.990 hồ sơ")
    pressed = await owner.press(first, "Lưu")
    assert "không còn dùng được" in (await pressed.answer()).text
    assert (await owner.ask(QUESTION)).text.startswith("4.984")


async def test_the_edited_command_is_not_run_twice(told: House, owner: Person):
    answer = await owner.ask(QUESTION)
    said = await owner.say("/sua 5.000 hồ sơ", reply_to=answer)
    await owner.next_reply()
    await owner.edit(said, "/sua 6.000 hồ sơ")
    await owner.ask(QUESTION)
    kept = told.knowledge.dialogues.get(owner.id, owner.id)
    assert kept is not None
    assert kept.data["value"] == "5000"


async def test_an_editor_of_one_organisation_corrects_only_its_own(told: House):
    told.knowledge.people.grant(OTHER, PersonRole.EDITOR, by=OWNER, organisation="Sở Nội vụ")
    hung = await told.sandbox.user("Hùng", user_id=OTHER, is_started=True)
    which = await hung.ask("/xoa 192/QĐ-UBND")
    pressed = await hung.press(which, "Xóa")
    assert "cơ quan khác" in (await pressed.answer()).text


async def test_a_button_of_an_older_version_opens_the_report_as_it_answers_now(told: House, owner: Person):
    listed = await owner.ask("/baocao")
    await press(owner, await corrected(owner), "Lưu")
    assert "134/BC-VPUBND" in (await press(owner, listed, "134")).text


async def test_a_restart_in_the_middle_of_every_step_loses_nothing(sandbox, knowledge, clock):
    steps = ["/sua 192/QĐ-UBND", "!Sửa ngày ban hành", "25/1/2019", "!Lưu"]
    message: SeenMessage | None = None
    for n, step in enumerate(steps):
        async with open_house(sandbox, knowledge, clock) as house:
            if n == 0:
                publish_samples(house, "01")
                owner = await house.owner()
            if step == "!Lưu":
                message = await press(owner, message, "Lưu")  # type: ignore[arg-type]
            elif step.startswith("!"):
                message = await open_field(owner, message, step[1:])  # type: ignore[arg-type]
            else:
                message = await owner.ask(step)
            await house.bot.intake.finish()
    assert message is not None
    assert "01/01" not in message.text
    assert "25/01/2019" in message.text
