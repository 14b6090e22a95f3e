"""Admins see how far a broadcast is, in the message in which they published, and can stop it."""

from bot.sandbox.client import Person, SeenMessage
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.delivery.crowds import messages_of
from tests.house import House


async def follow(house: House, count: int) -> list[int]:
    chats = await house.sandbox.crowd(count)
    for chat in chats:
        house.knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=chat)
    return chats


async def publish(house: House) -> tuple[Person, SeenMessage]:
    """An owner, and the message in which the draft was published."""
    owner = await house.owner()
    house.draft()
    await owner.press(await owner.ask("/xuatban"), "134/BC")
    await owner.press(await owner.next_reply(), "Xuất bản…")
    done = await owner.next_reply()
    await owner.press(done, "Xuất bản")
    return owner, await owner.next_edit(done)


async def said(owner: Person, message: SeenMessage, words: str, clock: SetClock) -> SeenMessage:
    """The message once it says so."""
    while words not in message.text:
        clock.advance(seconds=4)  # so that it is looked at again
        message = await owner.next_edit(message)
    return message


async def test_the_message_says_in_the_end_how_many_got_it(house: House, clock: SetClock):
    await follow(house, 3)
    owner, done = await publish(house)
    await owner.press(done, "Báo ngay")
    ended = await said(owner, done, "Đã gửi xong", clock)
    assert "3 nơi nhận" in ended.text
    assert ended.button_texts == []


async def test_a_broadcast_is_stopped_and_goes_on(house: House, clock: SetClock):
    await follow(house, 3)
    owner, done = await publish(house)
    await house.sandbox.fault("too_many_requests", seconds=600, times=3, methods=["sendmessage"])
    await owner.press(done, "Báo ngay")
    running = await said(owner, done, "còn 3", clock)
    await owner.press(running, "Dừng gửi")
    stopped = await said(owner, running, "3 nơi không gửi nữa", clock)
    await owner.press(stopped, "Gửi tiếp")
    goes_on = await said(owner, stopped, "còn 3", clock)
    assert goes_on.button_texts == ["Dừng gửi"]


async def test_what_a_withdrawal_stopped_is_not_offered_to_go_on(house: House, clock: SetClock):
    await follow(house, 3)
    owner, done = await publish(house)
    await house.sandbox.fault("too_many_requests", seconds=600, times=3, methods=["sendmessage"])
    await owner.press(done, "Báo ngay")
    running = await said(owner, done, "còn 3", clock)
    [report] = house.knowledge.reports.listing()
    house.knowledge.reports.withdraw(report.id, by=None)
    stopped = await said(owner, running, "3 nơi không gửi nữa", clock)
    assert stopped.button_texts == []


async def test_when_a_withdrawal_is_undone_whoever_was_not_told_is_told_once_and_the_message_says_so(
    house: House, clock: SetClock
):
    told, *others = await follow(house, 3)
    owner, done = await publish(house)
    for chat in others:
        await house.sandbox.fault("too_many_requests", chat_id=chat, seconds=1, methods=["sendmessage"])
    await owner.press(done, "Báo ngay")
    running = await said(owner, done, "còn 2", clock)
    [report] = house.knowledge.reports.listing()
    house.knowledge.releasing.withdraw(report.id, by=None)
    stopped = await said(owner, running, "2 nơi không gửi nữa", clock)
    await house.sandbox.clear_faults()
    house.knowledge.releasing.restore(report.id, by=None)
    ended = await said(owner, stopped, "Đã gửi xong", clock)
    assert "3 nơi nhận" in ended.text
    assert await messages_of(house.sandbox, [told, *others]) == [1, 1, 1]
