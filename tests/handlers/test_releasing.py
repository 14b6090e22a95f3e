"""/xuatban and /thuhoi in the chat: a minute's undo, a later hour, two persons, withdrawing with a reason."""

import pytest

from bot.sandbox.client import Person, SeenMessage
from knowledge.people.roles import PersonRole
from tests.clock import SetClock
from tests.handlers.published import ANSWER, QUESTION
from tests.house import OWNER, House


async def confirming(owner: Person, number: str = "134/BC", command: str = "/xuatban") -> SeenMessage:
    await owner.press(await owner.ask(command), number)
    await owner.press(await owner.next_reply(), "Publish…" if command == "/publish" else "Xuất bản…")
    return await owner.next_reply()


async def follower(house: House) -> Person:
    lan = await house.official()
    await lan.press(await lan.ask("/dangky"), "mọi báo cáo mới")
    await lan.next_reply()
    return lan


async def test_publishing_is_undone_before_anybody_is_told(house: House):
    house.draft()
    owner, lan = await house.owner(), await follower(house)
    asked = await confirming(owner)
    assert "mất khoảng 1 giây" in asked.text
    await owner.press(asked, "Xuất bản")
    done = await owner.next_edit(asked)
    assert done.button_texts == ["Hoàn tác", "Báo ngay"]
    await owner.press(done, "Hoàn tác")
    assert "lại là bản nháp" in (await owner.next_edit(done)).text
    assert len(house.knowledge.reports.drafts()) == 1
    assert "Xin chào" in (await lan.ask("/start")).text  # and no alert before it


async def test_the_draft_whose_number_stands_behind_the_command_is_shown(house: House):
    house.draft()
    house.draft(number="297/BC-VPUBND")
    assert "Số 297/BC-VPUBND" in (await (await house.owner()).ask("/xuatban 297/bc")).text


async def test_where_nobody_follows_it_is_said_who_may_be_told_all_the_same(house: House):
    house.draft()
    assert "Chưa nơi nào theo dõi báo cáo; nếu nó sửa số liệu" in (await confirming(await house.owner())).text


async def test_the_minute_can_be_cut_short(house: House):
    draft = house.draft()
    owner, lan = await house.owner(), await follower(house)
    asked = await confirming(owner)
    await owner.press(asked, "Xuất bản")
    done = await owner.next_edit(asked)
    await owner.press(done, "Báo ngay")
    assert "Báo cáo mới" in (await lan.next_reply()).text
    await house.forge_press(owner, f"pu:{draft}")
    assert house.knowledge.reports.drafts() == []


async def test_a_draft_is_published_at_the_hour_that_was_chosen(house: House, clock: SetClock):
    draft = house.draft()
    owner = await house.owner()
    asked = await confirming(owner)
    await owner.press(asked, "Hẹn giờ…")
    hours = await owner.next_edit(asked)
    await owner.press(hours, hours.button_texts[0])
    assert "sẽ được xuất bản lúc 07:30 04/03/2019" in (await owner.next_edit(hours)).text
    clock.advance(days=3)
    assert house.knowledge.releasing.release_due() in (0, 1)  # unless the bot was faster
    assert "như đã hẹn" in (await owner.next_reply()).text
    assert house.knowledge.reports.summary(draft).state == "published"


async def test_a_chosen_hour_is_called_off_from_the_draft(house: House):
    house.draft()
    owner = await house.owner()
    asked = await confirming(owner)
    await owner.press(asked, "Hẹn giờ…")
    hours = await owner.next_edit(asked)
    await owner.press(hours, hours.button_texts[0])
    await owner.next_edit(hours)
    await owner.press(await owner.ask("/xuatban"), "134/BC")
    card = await owner.next_reply()
    assert "⏱" in card.text
    await owner.press(card, "Bỏ hẹn giờ")
    assert "Đã bỏ hẹn giờ" in (await owner.next_edit(card)).text


async def test_under_the_two_person_rule_another_editor_is_asked_and_publishes(house: House):
    draft = house.draft()
    owner, hoa = await house.owner(), await house.official("Hoa")
    house.knowledge.people.grant(hoa.id, PersonRole.EDITOR, by=OWNER)
    house.knowledge.office.set_two_persons(True, by=OWNER)
    asked = await confirming(owner)
    await owner.press(asked, "Xuất bản")
    assert "Đã nhờ 1 người" in (await owner.next_edit(asked)).text
    wish = await hoa.next_reply()
    await hoa.press(wish, "Xem bản nháp")
    await hoa.press(await hoa.next_reply(), "Xuất bản…")
    asked = await hoa.next_reply()
    await hoa.press(asked, "Xuất bản")
    assert "Đã xuất bản" in (await hoa.next_edit(asked)).text
    assert house.knowledge.reports.summary(draft).state == "published"


@pytest.mark.usefixtures("samples")
async def test_a_report_is_withdrawn_with_a_reason_and_brought_back(house: House):
    owner, lan = await house.owner(), await house.official()
    listed = await owner.ask("/thuhoi")
    await owner.press(listed, "134/BC-VPUBND")
    card = await owner.next_edit(listed)
    await owner.press(card, "Thu hồi: số liệu sai")
    done = await owner.next_edit(card)
    assert "lý do: số liệu sai" in done.text
    assert ANSWER not in (await lan.ask(QUESTION)).text
    await owner.press(done, "Hoàn tác")
    await owner.next_edit(done)
    assert ANSWER in (await lan.ask(QUESTION)).text


async def test_who_hears_that_a_report_holds_again_reads_why_and_ends_it_with_a_button(house: House):
    report = house.draft()
    lan = await follower(house)
    house.knowledge.reports.publish(report, by=OWNER)
    alert = await lan.next_reply()
    house.knowledge.releasing.withdraw(report, by=OWNER)
    withdrawn = await lan.next_edit(alert)
    house.knowledge.releasing.restore(report, by=OWNER)
    restored = await lan.next_edit(withdrawn)
    assert "được dùng lại" in restored.text
    assert "vì bạn theo dõi: tất cả báo cáo" in restored.text
    await lan.press(restored, "Thôi theo dõi mục này")
    await lan.next_reply()
    assert house.knowledge.subscribers.list_for(lan.id) == []


@pytest.mark.usefixtures("samples")
async def test_the_reason_is_typed_behind_the_number(house: House):
    owner = await house.owner()
    card = await owner.ask("/thuhoi 134/BC-VPUBND: nhập nhầm <b>tệp</b> “cũ”")
    await owner.press(card, "Thu hồi: nhập nhầm")
    assert "nhập nhầm <b>tệp</b>" in (await owner.next_edit(card)).text


async def test_the_whole_way_in_english(house: House):
    house.draft()
    owner = await house.sandbox.user("Minh", user_id=OWNER, language="en", is_started=True)
    asked = await confirming(owner, command="/publish")
    await owner.press(asked, "Publish")
    assert "is published" in (await owner.next_edit(asked)).text
    card = await owner.ask("/withdraw 134: wrong")
    await owner.press(card, "Withdraw: wrong")
    assert "was withdrawn (reason: wrong)" in (await owner.next_edit(card)).text
