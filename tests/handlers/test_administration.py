"""What admins do in the chat, and how everybody else is refused."""

import pytest

from handlers.commands import COMMANDS
from tests.house import ROOT, House

FOR_ADMINS = [name for command in COMMANDS if command.is_for_staff for name in command.names]


async def test_an_official_is_refused_every_command_for_admins_politely(house: House):
    lan = await house.official()
    replies = [(await lan.ask(f"/{name}")).text for name in FOR_ADMINS]
    assert all("dành cho người quản trị" in reply for reply in replies)


async def test_an_admin_is_sent_from_a_group_to_the_private_chat(house: House):
    owner = await house.owner()
    group = await house.sandbox.group("Tổ CCHC", owner)
    await group.next_reply()
    for name in FOR_ADMINS:
        await owner.say(f"/{name}", at=group)
    replies = await group.replies(len(FOR_ADMINS))
    assert all("chat riêng" in reply.text for reply in replies)


@pytest.mark.parametrize("data", ["p", "pc", "pp", "d"])
async def test_forged_buttons_of_an_official_change_nothing(house: House, data: str):
    draft = house.draft()
    lan = await house.official()
    await house.forge_press(lan, f"{data}:{draft}")
    assert [report.id for report in house.knowledge.reports.drafts()] == [draft]


async def test_a_draft_is_published_after_saying_how_many_are_told(house: House):
    draft = house.draft()
    owner, lan = await house.owner(), await house.official()
    await lan.press(await lan.ask("/dangky"), "mọi báo cáo mới")
    await lan.next_reply()
    await owner.press(await owner.ask("/xuatban"), "134/BC-VPUBND")
    await owner.press(await owner.next_reply(), "Xuất bản")
    asked = await owner.next_reply()
    assert "Tối đa 1 nơi" in asked.text
    await owner.press(asked, "Xuất bản")
    assert "Đã xuất bản" in (await owner.next_edit(asked)).text
    assert house.knowledge.reports.summary(draft).state == "published"


async def test_publishing_twice_publishes_once(house: House):
    draft = house.draft()
    owner = await house.owner()
    for _ in range(2):
        await house.forge_press(owner, f"pp:{draft}")
    entries = house.knowledge.audit.listing(action="report.publish")
    assert [entry.subject for entry in entries] == [f"report:{draft}"]


async def test_a_draft_can_be_discarded(house: House):
    house.draft()
    owner = await house.owner()
    await owner.press(await owner.ask("/xuatban"), "134/BC-VPUBND")
    card = await owner.next_reply()
    await owner.press(card, "Bỏ bản nháp")
    assert "Đã bỏ bản nháp" in (await owner.next_edit(card)).text
    assert house.knowledge.reports.drafts() == []


async def test_a_file_becomes_a_draft_with_a_card(house: House):
    owner = await house.owner()
    content = (ROOT / "samples" / "02-quy-2-2019.txt").read_bytes()
    await owner.send_file("bao-cao.txt", content, media_type="text/plain")
    progress, card = await owner.replies(2)
    assert "lưu thành bản nháp" in (await owner.look(progress)).text
    assert "297/BC-VPUBND" in card.text
    assert card.button_texts == [
        "Đọc nội dung chính (20)",
        "Xem, bỏ từng mục",
        "Sửa thông tin báo cáo…",
        "Xuất bản…",
        "Bỏ bản nháp",
    ]


async def test_the_same_file_again_is_not_kept_twice(house: House):
    owner = await house.owner()
    content = (ROOT / "samples" / "02-quy-2-2019.txt").read_bytes()
    await owner.send_file("bao-cao.txt", content)
    await owner.replies(2)
    # No disk takes a name as long as Telegram does: these are 754 bytes.
    await owner.send_file("Ủ" * 250 + ".txt", content)
    progress, _ = await owner.replies(2)
    assert "giống hệt báo cáo đã có (297/BC-VPUBND" in (await owner.look(progress)).text
    assert len(house.knowledge.reports.drafts()) == 1


async def test_an_unreadable_file_is_named_with_the_reason_and_nothing_is_kept(house: House):
    owner = await house.owner()
    await owner.send_file("anh.bin", b"\x00\x01\x02" * 100)
    progress = await owner.next_reply()
    while "Không đọc được" not in progress.text:
        progress = await owner.next_edit(progress)
    assert house.knowledge.reports.drafts() == []


async def test_a_file_of_an_official_is_refused_politely(house: House):
    lan = await house.official()
    await lan.send_file("bao-cao.txt", b"x")
    assert "Chỉ người quản trị" in (await lan.next_reply()).text


async def test_a_file_name_is_shown_and_never_used_as_a_path(house: House):
    owner = await house.owner()
    await owner.send_file("../../<b>x.txt", "Báo cáo quý I năm 2019\n\nTiếp nhận 12 hồ sơ.".encode())
    progress, _ = await owner.replies(2)
    assert "<b>x.txt" in progress.text


async def test_the_owner_sees_who_may_change_what(house: House):
    house.draft()
    text = (await (await house.owner()).ask("/quantri")).text
    assert ("1: chủ" in text, "Bản nháp đang chờ: 1" in text) == (True, True)
