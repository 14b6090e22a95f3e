"""A button that changes something, and Telegram away before the message could say so: it says so when that is over."""

import pytest

from bot.outbox import limiter
from bot.sandbox.client import Person, SeenMessage
from bot.updates import attempts
from knowledge.fields.entry_fields import EntryFields
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from knowledge.people.roles import PersonRole
from tests.clock import SetClock
from tests.handlers.published import QUESTION
from tests.handlers.test_releasing import confirming, follower
from tests.house import OWNER, House

ANOTHER = 7


@pytest.fixture(autouse=True)
def _in_haste(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(attempts, "LONGEST_BACK_OFF_SECONDS", 0.01)
    monkeypatch.setattr(limiter, "RETRY_SECONDS", (0.01,))


async def away(house: House) -> None:
    """The next message cannot be edited, however often one attempt at its update tries."""
    await house.sandbox.fault("server_error", code=502, methods={"editmessagetext"}, times=2)


async def published(house: House) -> tuple[Person, SeenMessage]:
    """The owner, and what they are told of the publication that was broken off."""
    house.draft()
    owner = await house.owner()
    await follower(house)
    asked = await confirming(owner)
    await away(house)
    await owner.press(asked, "Xuất bản")
    return owner, await owner.next_edit(asked)


async def test_who_publishes_is_told_so_and_can_undo_it(house: House):
    owner, done = await published(house)
    assert ("1 nơi" in done.text, done.button_texts) == (True, ["Hoàn tác", "Báo ngay"])
    await away(house)
    await owner.press(done, "Hoàn tác")
    assert "lại là bản nháp" in (await owner.next_edit(done)).text
    assert len(house.knowledge.reports.drafts()) == 1


async def test_who_publishes_sees_how_far_it_is(house: House):
    owner, done = await published(house)
    await owner.press(done, "Báo ngay")
    while "Đã gửi xong" not in done.text:
        done = await owner.next_edit(done)


async def test_who_withdraws_is_told_so_and_can_undo_it(house: House):
    report = house.published()
    owner = await house.owner()
    card = await owner.ask("/thuhoi 134: nhập nhầm")
    await away(house)
    await owner.press(card, "Thu hồi: nhập nhầm")
    done = await owner.next_edit(card)
    assert ("lý do: nhập nhầm" in done.text, done.button_texts) == (True, ["Hoàn tác"])
    await away(house)
    await owner.press(done, "Hoàn tác")
    assert "lại được dùng" in (await owner.next_edit(done)).text
    assert [one.id for one in house.knowledge.reports.listing(0, 9)] == [report]


async def test_who_presses_what_another_has_decided_is_told_that_it_is_decided(house: House):
    report = house.draft()
    owner = await house.owner()
    asked = await confirming(owner)
    house.knowledge.reports.publish(report, by=OWNER)
    pressed = await owner.press(asked, "Xuất bản")
    assert "đã được" in (await pressed.answer()).text


async def unsent(house: House) -> None:
    """The next message cannot be sent, however often one attempt at its update tries."""
    await house.sandbox.fault("server_error", code=502, methods={"sendmessage"}, times=2)


async def test_what_was_typed_in_a_dialogue_is_the_reply_to_the_same_question(house: House):
    owner = await house.owner()
    await unsent(house)
    await owner.press(await owner.ask("/them"), "Ghi chú")
    await owner.next_reply()
    await unsent(house)
    asked = await owner.ask("Trung tâm nghỉ ngày 2/9")
    await house.bot.intake.finish()
    dialogue = house.knowledge.dialogues.get(owner.id, owner.id)
    assert dialogue is not None
    assert [value for value in dialogue.data.values() if value == "Trung tâm nghỉ ngày 2/9"] == [
        "Trung tâm nghỉ ngày 2/9"
    ]
    assert "làm dở" not in asked.text


async def test_who_saves_an_entry_is_told_so_and_it_is_saved_once(house: House):
    owner = await house.owner()
    preview = await owner.ask("/them ghi chú: Trung tâm nghỉ ngày 2/9")
    while "Lưu" not in preview.button_texts:
        await owner.press(preview, "Bỏ qua")
        preview = await owner.next_reply()
    await away(house)
    await owner.press(preview, "Lưu")
    assert "Trung tâm nghỉ" in (await owner.next_edit(preview)).text
    await house.bot.intake.finish()
    assert len(list(house.knowledge.reports.published())) == 1
    assert house.knowledge.dialogues.get(owner.id, owner.id) is None


@pytest.mark.usefixtures("first_sample")
async def test_a_thumb_is_not_taken_back_by_being_noted_twice(house: House):
    lan = await house.official()
    answer = await lan.ask(QUESTION)
    await house.sandbox.fault("server_error", code=502, methods={"editmessagereplymarkup"}, times=2)
    await lan.press(answer, "👍")
    assert "👍 Đúng ✓" in (await lan.next_edit(answer)).button_texts


async def test_who_invites_is_given_one_invitation(house: House):
    owner = await house.owner()
    screen = await owner.ask("/quantri")
    await owner.press(screen, "Mời thêm người")
    choice = await owner.next_edit(screen)
    await unsent(house)
    await owner.press(choice, "Biên tập, mọi cơ quan")
    made = await owner.next_reply()
    [invited] = house.knowledge.invitations.open_ones()
    token = made.text.partition("start=moi_")[2].split()[0]
    assert house.knowledge.invitations.take_up(token, 77).invitation == invited


@pytest.mark.usefixtures("first_sample")
async def test_who_follows_is_told_so_and_not_that_they_did_before(house: House, clock: SetClock):
    lan = await house.official()
    await unsent(house)
    told = await lan.ask("/theodoi 192")
    assert ("từ trước" in told.text, len(house.knowledge.subscribers.list_for(lan.id))) == (False, 1)
    clock.advance(minutes=1)
    await unsent(house)
    assert "từ trước" in (await lan.ask("/theodoi 192")).text


@pytest.mark.usefixtures("first_sample")
async def test_who_corrects_a_figure_is_told_so_and_can_undo_it(house: House):
    owner = await house.owner()
    answer = await owner.ask(QUESTION)
    await owner.say("/sua 5.000 hồ sơ", reply_to=answer)
    preview = await owner.next_reply()
    await away(house)
    await owner.press(preview, "Lưu")
    saved = await owner.next_edit(preview)
    assert ("Hoàn tác" in saved.button_texts, "4.984 hồ sơ → 5.000 hồ sơ" in saved.text) == (True, True)
    await away(house)
    await owner.press(saved, "Hoàn tác")
    assert "Đã hoàn tác" in (await owner.next_edit(saved)).text


@pytest.mark.usefixtures("first_sample")
async def test_who_deletes_a_fact_is_told_so_and_can_undo_it(house: House):
    owner = await house.owner()
    card = await owner.ask("/xoa 192/QĐ-UBND")
    await away(house)
    await owner.press(card, "Xóa")
    done = await owner.next_edit(card)
    assert ("Đã xóa: 192/QĐ-UBND" in done.text, done.button_texts) == (True, ["Hoàn tác"])
    await owner.press(done, "Hoàn tác")
    await owner.next_edit(done)
    assert "192/QĐ-UBND" in (await owner.ask("/xoa 192/QĐ-UBND")).text


async def test_who_deletes_an_entry_is_told_so_and_can_undo_it(house: House):
    house.knowledge.entries.save(EntryFields(kind="note", note="Trung tâm nghỉ ngày 2/9"), by=OWNER)
    owner = await house.owner()
    card = await owner.ask("/xoa nghỉ ngày 2/9")
    await away(house)
    await owner.press(card, "Xóa")
    done = await owner.next_edit(card)
    assert ("Đã xóa" in done.text, done.button_texts) == (True, ["Hoàn tác"])


@pytest.mark.usefixtures("first_sample")
async def test_who_presses_to_delete_what_another_has_deleted_is_told_that_it_is_gone(house: House):
    house.knowledge.people.grant(ANOTHER, PersonRole.EDITOR, by=OWNER)
    owner, nga = await house.owner(), await house.sandbox.user("Nga", user_id=ANOTHER, is_started=True)
    card = await nga.ask("/xoa 192/QĐ-UBND")
    deleted = await owner.ask("/xoa 192/QĐ-UBND")
    await owner.press(deleted, "Xóa")
    await owner.next_edit(deleted)
    await house.sandbox.fault("server_error", code=502, methods={"answercallbackquery"}, times=2)
    assert "không còn" in (await (await nga.press(card, "Xóa")).answer()).text


@pytest.mark.usefixtures("first_sample")
async def test_who_ends_a_rule_is_told_so_and_not_that_it_had_ended_before(house: House):
    lan = await house.official()
    followed = await lan.ask("/theodoi 192")
    await unsent(house)
    await lan.press(followed, "Thôi theo dõi mục này")
    assert "Đã thôi theo dõi mục này" in (await lan.next_reply()).text
    assert house.knowledge.subscribers.list_for(lan.id) == []


@pytest.mark.usefixtures("first_sample")
async def test_who_ends_all_rules_is_not_told_that_there_were_none(house: House):
    lan = await house.official()
    for rule in (ALL_REPORTS, Rule(RuleKind.AREA, "staff")):
        house.knowledge.subscribers.subscribe(lan.id, rule, by=lan.id)
    listed = await lan.ask("/huydangky")
    await unsent(house)
    await lan.press(listed, "Thôi theo dõi tất cả")
    assert "(0 mục)" not in (await lan.next_reply()).text
