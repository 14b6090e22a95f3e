"""A button that changes something, and Telegram away before the message could say so: it says so when that is over."""

import pytest

from bot.outbox import limiter
from bot.sandbox.client import Person, SeenMessage
from bot.updates import attempts
from tests.handlers.test_releasing import confirming, follower
from tests.house import OWNER, House


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
