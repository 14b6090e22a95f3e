"""/quantri: inviting by link, forwarded message and contact, changing and revoking, in both languages."""

import re

from bot.sandbox.client import Person, SeenMessage
from knowledge.people.roles import PersonRole
from tests.clock import SetClock
from tests.house import OWNER, House


async def invitation(owner: Person, role: str = "Biên tập, mọi cơ quan") -> SeenMessage:
    screen = await owner.ask("/quantri")
    await owner.press(screen, "Mời thêm người")
    choice = await owner.next_edit(screen)
    await owner.press(choice, role)
    return await owner.next_reply()


def link_of(message: SeenMessage) -> str:
    found = re.search(r"\?start=(moi_[\w-]+)", message.text)
    assert found is not None
    return found[1]


async def test_the_link_makes_one_person_an_editor_who_then_has_the_menu(house: House):
    owner, lan, hoa = await house.owner(), await house.official(), await house.official("Hoa")
    token = link_of(await invitation(owner))
    assert "biên tập" in (await lan.ask(f"/start {token}")).text
    assert "không còn dùng được" in (await hoa.ask(f"/start {token}")).text
    assert "Lan đã nhận lời mời" in (await owner.next_reply()).text
    assert ("xuatban" in await lan.commands(), "quantri" in await hoa.commands()) == (True, False)


async def test_a_link_opened_in_a_group_or_too_late_gives_nothing(house: House, clock: SetClock):
    owner, lan = await house.owner(), await house.official()
    token = link_of(await invitation(owner))
    group = await house.sandbox.group("Tổ", lan)
    await group.next_reply()
    await lan.say(f"/start {token}", at=group)
    assert "chat riêng" in (await group.next_reply()).text
    clock.advance(hours=49)
    assert "không còn dùng được" in (await lan.ask(f"/start {token}")).text
    assert house.knowledge.people.role_of(lan.id) is PersonRole.NONE


async def test_a_forwarded_message_names_who_is_invited(house: House):
    owner, lan = await house.owner(), await house.official()
    await invitation(owner, "Chỉ xem thống kê")
    await owner.say("quý I bao nhiêu hồ sơ?", forwarded_from=lan)
    asked = await owner.next_reply()
    assert "xem thống kê cho Lan" in asked.text
    await owner.press(asked, "Cấp quyền")
    assert "Lan nay là xem thống kê" in (await owner.next_edit(asked)).text
    assert "xem thống kê" in (await lan.next_reply()).text
    assert house.knowledge.people.role_of(lan.id) is PersonRole.VIEWER


async def test_a_forwarded_question_is_a_question_when_nobody_is_invited(house: House):
    owner, lan = await house.owner(), await house.official()
    await owner.say("quý I bao nhiêu hồ sơ?", forwarded_from=lan)
    assert "Cấp quyền" not in (await owner.next_reply()).text


async def test_a_hidden_account_cannot_be_named(house: House):
    owner, lan = await house.owner(), await house.official()
    await invitation(owner)
    await owner.say("x", forwarded_from=lan, is_hidden=True)
    assert "ẩn tài khoản" in (await owner.next_reply()).text


async def test_a_contact_names_who_is_invited(house: House):
    owner, lan = await house.owner(), await house.official()
    await invitation(owner)
    await owner.share_contact("+84123", of=lan)
    await owner.press(await owner.next_reply(), "Cấp quyền")
    assert "biên tập" in (await lan.next_reply()).text


async def test_an_editors_forwarded_message_names_nobody(house: House):
    await house.owner()
    lan, hoa = await house.official(), await house.official("Hoa")
    house.knowledge.people.grant(lan.id, PersonRole.EDITOR, by=OWNER)
    made, _ = house.knowledge.invitations.invite(PersonRole.OWNER, by=OWNER)
    await lan.say("x", forwarded_from=hoa)
    await lan.next_reply()
    await house.forge_press(lan, f"mn:{made.id}:{lan.id}")
    assert house.knowledge.people.role_of(lan.id) is PersonRole.EDITOR


async def test_a_role_is_revoked_and_taken_back_and_the_menu_follows(house: House):
    owner, lan = await house.owner(), await house.official()
    house.knowledge.people.grant(lan.id, PersonRole.EDITOR, by=OWNER, organisation="Sở Nội vụ")
    screen = await owner.ask("/quantri")
    assert f"Lan, {lan.id}: biên tập (Sở Nội vụ)" in screen.text
    await owner.press(screen, "Lan: biên tập")
    card = await owner.next_edit(screen)
    await owner.press(card, "Thu hồi quyền")
    revoked = await owner.next_edit(card)
    assert "không còn quyền" in (await lan.next_reply()).text
    assert "xuatban" not in await lan.commands()
    await owner.press(revoked, "Hoàn tác")
    await owner.next_edit(revoked)
    member = house.knowledge.people.member(lan.id)
    assert member is not None
    assert member.organisation == "Sở Nội vụ"
    assert "biên tập" in (await lan.next_reply()).text
    assert "xuatban" in await lan.commands()


async def test_open_invitations_are_listed_and_ended(house: House):
    owner, lan = await house.owner(), await house.official()
    token = link_of(await invitation(owner))
    screen = await owner.ask("/quantri")
    await owner.press(screen, "Lời mời đang mở (1)")
    listed = await owner.next_edit(screen)
    await owner.press(listed, "Hủy: biên tập")
    assert "Không còn lời mời" in (await owner.next_edit(listed)).text
    assert "không còn dùng được" in (await lan.ask(f"/start {token}")).text


async def test_an_organisation_is_named_behind_the_command(house: House):
    owner = await house.owner()
    assert "biên tập (<b>Sở</b>)" in (await owner.ask("/quantri <b>Sở</b>")).text


async def test_the_whole_way_in_english(house: House):
    owner = await house.sandbox.user("Minh", user_id=OWNER, language="en", is_started=True)
    john = await house.official("John", language="en")
    screen = await owner.ask("/admin")
    await owner.press(screen, "Invite somebody")
    choice = await owner.next_edit(screen)
    await owner.press(choice, "Viewer")
    token = link_of(await owner.next_reply())
    assert "viewer of statistics" in (await john.ask(f"/start {token}")).text
    assert "took up your invitation" in (await owner.next_reply()).text
    screen = await owner.ask("/admin")
    await owner.press(screen, "Two-person rule: switch on")
    assert "Two-person rule: on" in (await owner.next_edit(screen)).text
