"""Following reports from the chat: what is offered, what is told, and how it ends."""

import pytest

from tests.house import House


async def test_pressing_a_button_follows_every_new_report(house: House):
    lan = await house.official()
    await lan.say("/dangky")
    await lan.press(await lan.next_reply(), "mọi báo cáo mới")
    assert "Đã đăng ký" in (await lan.next_reply()).text


async def test_a_follower_is_told_of_a_published_report_and_why(house: House):
    lan = await house.official()
    await lan.say("/subscribe")
    await lan.press(await lan.next_reply(), "mọi báo cáo mới")
    await lan.next_reply()
    house.knowledge.reports.publish(house.draft(), by=1)
    alert = await lan.next_reply()
    assert "Báo cáo mới" in alert.text
    assert "vì bạn theo dõi" in alert.text


async def test_an_organisation_can_be_named_behind_the_command_without_tones(house: House):
    house.published()
    lan = await house.official()
    assert "Đã đăng ký: báo cáo của Văn phòng UBND tỉnh Hưng Hòa" in (await lan.ask("/dangky van phong ubnd")).text


@pytest.mark.parametrize(
    ("named", "followed"),
    [("tất cả", "tất cả báo cáo"), ("ALL", "tất cả báo cáo"), ("thủ tục hành chính", "thủ tục hành chính")],
)
async def test_all_reports_and_a_reform_area_can_be_named_too(house: House, named: str, followed: str):
    house.published()
    lan = await house.official()
    told = await lan.ask(f"/dangky {named}")
    assert ("Đã đăng ký" in told.text, followed in told.text) == (True, True)


async def test_of_several_that_are_called_so_one_is_chosen(house: House):
    house.published(organisation="Sở Nội vụ tỉnh Hưng Hòa")
    house.published(organisation="Sở Tư pháp tỉnh Hưng Hòa", number="9/BC-STP")
    asked = await (await house.official()).ask("/dangky sở")
    assert asked.button_texts == ["Sở Nội vụ tỉnh Hưng Hòa", "Sở Tư pháp tỉnh Hưng Hòa"]


async def test_the_button_of_an_alert_ends_the_rule_that_brought_it(house: House):
    lan = await house.official()
    await lan.say("/dangky")
    await lan.press(await lan.next_reply(), "mọi báo cáo mới")
    await lan.next_reply()
    house.knowledge.reports.publish(house.draft(), by=1)
    await lan.press(await lan.next_reply(), "Thôi theo dõi")
    assert "Đã thôi theo dõi" in (await lan.next_reply()).text
    assert house.knowledge.subscribers.list_for(lan.id) == []


async def test_what_is_followed_is_listed_with_buttons_that_end_it(house: House):
    lan = await house.official()
    await lan.say("/huydangky")
    assert "chưa theo dõi" in (await lan.next_reply()).text


async def test_in_a_group_only_its_admins_decide_what_it_follows(house: House):
    lan, hoa = await house.official(), await house.official("Hoa")
    group = await house.sandbox.group("Tổ CCHC", lan, hoa)
    await group.next_reply()
    await hoa.say("/dangky", at=group)
    assert "quản trị viên" in (await group.next_reply()).text
    await lan.say("/dangky", at=group)
    assert (await group.next_reply()).button_texts == ["Nhận tin mọi báo cáo mới", "Theo lĩnh vực cải cách ›"]


async def test_a_person_who_blocks_and_unblocks_the_bot_is_told_what_they_missed(house: House):
    lan = await house.official()
    await lan.say("/dangky")
    await lan.press(await lan.next_reply(), "mọi báo cáo mới")
    await lan.next_reply()
    await lan.block()
    await house.sandbox.wait_until_confirmed()
    house.knowledge.reports.publish(house.draft(), by=1)
    await lan.unblock()
    assert "vắng mặt" in (await lan.next_reply()).text
