"""/sua, /xoa and /hoantac: who hears of it, what was half done, whose it is; their conversations are in tests/scripts."""

import pytest

from bot.sandbox.client import Person, SeenMessage
from knowledge.people.people import PersonRole
from tests.handlers.published import QUESTION
from tests.house import OWNER, House

OTHER = 2


@pytest.fixture
def told(first_sample: House) -> House:
    """The bot with the first sample published."""
    return first_sample


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


async def test_why_is_told_to_whoever_was_given_the_old_figure(told: House, owner: Person):
    lan = await told.official()
    await lan.ask(QUESTION)
    preview = await corrected(owner)
    await open_field(owner, preview, "Ghi lý do")
    preview = await owner.ask("đếm sót một huyện")
    assert "2 nơi đã nhận" in preview.text
    await press(owner, preview, "Lưu và báo 2 nơi")
    told.clock.advance(minutes=2)
    told.bot.sender.wake()
    alert = await lan.next_reply()
    assert ("4.984 hồ sơ → 5.000 hồ sơ" in alert.text, "đếm sót một huyện" in alert.text) == (True, True)


async def test_a_new_value_without_a_unit_is_of_the_unit_that_it_had(told: House, owner: Person):
    assert "4.984 hồ sơ → 5.000 hồ sơ" in (await corrected(owner, "5.000")).text


async def test_undone_in_time_nobody_hears_of_it(told: House, owner: Person):
    lan = await told.official()
    await lan.ask(QUESTION)
    saved = await press(owner, await corrected(owner), "Lưu và báo")
    undone = await owner.press(saved, "Hoàn tác")
    assert (await undone.answer()).text == ""
    assert told.knowledge.outbox.claim(9, sender="a", now=told.clock.advance(minutes=5), lease_seconds=1) == []
    assert (await owner.ask(QUESTION)).text.startswith("4.984 hồ sơ")


async def test_what_stands_after_an_undoing_can_be_taken_back_in_turn(told: House, owner: Person):
    preview = await owner.ask("/them ghi chú: Bàn số 4 nghỉ ngày 2/9")
    added = await press(owner, preview, "Lưu")
    card = await press(owner, added, "Xem lại")
    await owner.press(card, "Sửa nội dung")
    await owner.next_reply()
    saved = await press(owner, await owner.ask("Bàn số 4 nghỉ ngày 3/9"), "Lưu")
    await press(owner, saved, "Hoàn tác")
    listed = await owner.ask("/hoantac")
    assert "Bàn số 4 nghỉ ngày 2/9" in listed.text
    assert (await press(owner, listed, "Bàn số 4")).text == "Đã hoàn tác."
    assert "chưa thêm, sửa hay xóa gì" in (await owner.ask("/hoantac")).text


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


async def test_an_entry_that_is_not_there_is_nothing_else_with_that_number_in_it(told: House, owner: Person):
    assert "không tìm thấy mục nào như vậy" in (await owner.ask("/xoa #1")).text


async def test_items_that_are_called_alike_are_told_apart_by_their_numbers(samples: House):
    asked = await (await samples.owner()).ask("/sua 192")
    assert asked.button_texts[:2] == ["1. 192/QĐ-UBND", "2. 192/QĐ-UBND"]


async def test_a_value_that_was_typed_is_not_lost_where_several_may_be_meant(samples: House):
    owner = await samples.owner()
    await owner.say("/sua 85 hồ sơ", reply_to=await owner.ask("quý 2 trễ hạn bao nhiêu hồ sơ?"))
    which = await owner.next_reply()
    assert "Bấm mục cần sửa thành: 85 hồ sơ" in which.text
    await owner.press(which, "1. ")
    assert "81 hồ sơ → 85 hồ sơ" in (await owner.next_reply()).text


async def test_a_register_is_named_by_its_title_and_not_as_a_number(samples: House):
    card = await (await samples.owner()).ask("/sua hồ sơ đất đai tồn đọng")
    assert card.text.splitlines()[1].startswith("Theo dõi thực hiện văn bản năm 2019")
