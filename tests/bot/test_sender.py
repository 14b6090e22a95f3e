"""The sender against a Bot API on its bad days: what is recorded, and what arrives."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.bootstrap import build_bot
from bot.outbox.pacer import REFUSALS_THAT_HOLD_ALL
from bot.running import connected
from bot.sandbox.client import Sandbox
from bot.work.sending import send_what_waits
from knowledge.bootstrap import Knowledge
from knowledge.following.outbox import Progress
from knowledge.following.rules import ALL_REPORTS
from knowledge.store.clock import Clock, utc_now
from tests.house import House, make_report, settings_for

# A sender that does not get there in this time is stuck.
DEADLINE_SECONDS = 30
LOOK_AGAIN_SECONDS = 0.02


@pytest.fixture
def clock() -> Clock:
    """Retries and leases go by the real time here."""
    return utc_now


@pytest.fixture
async def house(sandbox: Sandbox, knowledge: Knowledge, clock: Clock) -> AsyncIterator[House]:
    """Only the sender is running."""
    async with open_sender(sandbox, knowledge, clock) as house:
        yield house


@asynccontextmanager
async def open_sender(sandbox: Sandbox, knowledge: Knowledge, clock: Clock) -> AsyncIterator[House]:
    """A house with nothing but a sender at work."""
    bot = build_bot(settings_for(sandbox), knowledge, clock=clock)
    async with connected(bot):
        sending = asyncio.create_task(bot.sender.run())
        yield House(bot, knowledge, sandbox, clock)
        sending.cancel()
        await asyncio.wait([sending])


async def broadcast(house: House, count: int = 1) -> tuple[int, list[int]]:
    """The event of a report that so many new chats are told of, and the chats."""
    chats = await house.sandbox.crowd(count)
    for chat in chats:
        house.knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=chat)
    draft = house.knowledge.reports.save_draft(make_report(), checksum="1", by=1)
    return house.knowledge.reports.publish(draft.report_id, by=1).event_id, chats


async def settled(house: House, event_id: int, **expected: int) -> Progress:
    """The progress once it holds these numbers."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while True:
            progress = house.knowledge.outbox.progress(event_id)
            if progress and all(getattr(progress, name) == count for name, count in expected.items()):
                return progress
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def at_least(house: House, event_id: int, sent: int) -> None:
    """Returns once so many have arrived."""
    async with asyncio.timeout(DEADLINE_SECONDS):
        while True:
            progress = house.knowledge.outbox.progress(event_id)
            if progress is not None and progress.sent >= sent:
                return
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def texts(house: House, chat: int) -> list[str]:
    return [message.text for message in await house.sandbox.person(chat).messages()]


async def test_every_follower_is_told_once(house: House):
    event, chats = await broadcast(house, 40)
    await settled(house, event, sent=40)
    assert [len(await texts(house, chat)) for chat in chats] == [1] * 40


async def test_a_refusal_for_some_seconds_is_obeyed_and_the_notice_arrives(house: House):
    await house.sandbox.fault("too_many_requests", seconds=1, times=1)
    event, [chat] = await broadcast(house)
    await settled(house, event, sent=1)
    assert len(await texts(house, chat)) == 1


async def test_a_server_error_is_tried_again(house: House):
    await house.sandbox.fault("server_error", code=502, times=1)
    event, [chat] = await broadcast(house)
    await settled(house, event, sent=1)
    assert len(await texts(house, chat)) == 1


@pytest.mark.parametrize("code", [200, 302, 400, 401, 403, 404])
async def test_a_page_in_telegram_s_place_fails_no_alert_and_pauses_no_chat(house: House, code: int):
    await house.sandbox.fault("page", code=code, times=2)
    event, chats = await broadcast(house, 2)
    await settled(house, event, sent=2)
    assert [len(await texts(house, chat)) for chat in chats] == [1, 1]


async def test_an_answer_that_is_cut_off_is_uncertain_and_not_sent_again(house: House):
    await house.sandbox.fault("cut_answer", times=1)
    event, [chat] = await broadcast(house)
    await settled(house, event, uncertain=1, remaining=0)
    assert len(await texts(house, chat)) == 1


async def test_an_answer_lost_after_delivery_is_uncertain_and_not_sent_again(house: House):
    await house.sandbox.fault("lost_answer", times=1)
    event, [chat] = await broadcast(house)
    await settled(house, event, uncertain=1, remaining=0)
    assert len(await texts(house, chat)) == 1


async def test_a_chat_that_blocked_the_bot_is_paused_and_others_are_told(house: House):
    event, chats = await broadcast(house, 5)
    await house.sandbox.person(chats[2]).block()
    progress = await settled(house, event, remaining=0)
    assert (progress.sent, progress.missed) in {(4, 1), (5, 0)}


async def test_a_message_that_telegram_refuses_fails_alone(house: House):
    await house.sandbox.fault("bad_request", times=1, description="Bad Request: chat not found")
    event, _ = await broadcast(house, 3)
    progress = await settled(house, event, remaining=0)
    assert (progress.failed, progress.sent) == (1, 2)


async def test_a_group_that_moved_is_told_under_its_new_id(house: House):
    lan = await house.official()
    group = await house.sandbox.group("Tổ CCHC", lan)
    house.knowledge.subscribers.subscribe(group.id, ALL_REPORTS, by=lan.id)
    moved = await group.migrate()
    draft = house.knowledge.reports.save_draft(make_report(), checksum="1", by=1)
    event = house.knowledge.reports.publish(draft.report_id, by=1).event_id
    await settled(house, event, sent=1)
    assert "Báo cáo mới" in (await moved.next_reply()).text


async def told(house: House) -> tuple[int, int]:
    """The report and one chat that was told of it."""
    [chat] = await house.sandbox.crowd(1)
    house.knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=chat)
    draft = house.knowledge.reports.save_draft(make_report(), checksum="1", by=1)
    await settled(house, house.knowledge.reports.publish(draft.report_id, by=1).event_id, sent=1)
    return draft.report_id, chat


async def test_a_message_is_edited_when_its_report_is_withdrawn_minutes_later(house: House):
    report, chat = await told(house)
    person = house.sandbox.person(chat)
    alert = await person.next_reply()
    house.knowledge.reports.withdraw(report, by=1, why="số liệu sai")
    edited = await person.next_edit(alert)
    assert "thu hồi" in edited.text
    assert "số liệu sai" in edited.text
    assert len(await texts(house, chat)) == 1


async def test_a_new_message_comes_where_the_old_one_cannot_be_edited(house: House):
    report, chat = await told(house)
    await house.sandbox.fault(
        "bad_request", methods=["editmessagetext"], description="Bad Request: message to edit not found"
    )
    person = house.sandbox.person(chat)
    await person.next_reply()
    house.knowledge.reports.withdraw(report, by=1)
    assert "thu hồi" in (await person.next_reply()).text


async def test_while_telegram_refuses_the_bot_as_a_whole_nothing_is_begun(house: House):
    await house.sandbox.fault("too_many_requests", seconds=600)
    event, _ = await broadcast(house, 60)
    await house.sandbox.calls("sendMessage", count=REFUSALS_THAT_HOLD_ALL)
    await settled(house, event, waiting=60, sending=0)


async def test_while_telegram_cannot_be_reached_notices_wait(knowledge: Knowledge, clock: Clock):
    async with Sandbox.start() as sandbox, open_sender(sandbox, knowledge, clock) as house:
        async with sandbox.refusing_connections():
            event, _ = await broadcast(house)
            await settled(house, event, waiting=1)
        await settled(house, event, sent=1)


async def test_a_sender_that_was_stopped_gives_back_what_it_had_and_sends_it_when_it_runs_again(
    sandbox: Sandbox, knowledge: Knowledge, clock: Clock
):
    bot = build_bot(settings_for(sandbox), knowledge, clock=clock)
    house = House(bot, knowledge, sandbox, clock)
    async with connected(bot):
        event, _ = await broadcast(house, 90)
        for sent in (1, 90):
            sending = asyncio.create_task(bot.sender.run())
            await at_least(house, event, sent)
            sending.cancel()
            await asyncio.wait([sending])
            assert not bot.sender.is_busy
    assert knowledge.outbox.progress(event).sent == 90


@pytest.mark.parametrize("turns", range(4))
async def test_a_sender_that_is_woken_just_as_it_is_stopped_ends(
    sandbox: Sandbox, knowledge: Knowledge, clock: Clock, turns: int
):
    sender = build_bot(settings_for(sandbox), knowledge, clock=clock).sender
    resting = asyncio.create_task(sender._rest())
    await asyncio.sleep(0)
    sender.wake()
    for _ in range(turns):
        await asyncio.sleep(0)
    was_resting = resting.cancel()
    await asyncio.wait([resting])
    assert resting.cancelled() == was_resting


async def test_a_sending_that_is_told_to_stop_twice_still_records_what_was_under_way(
    sandbox: Sandbox, knowledge: Knowledge, clock: Clock
):
    bot = build_bot(settings_for(sandbox), knowledge, clock=clock)
    async with connected(bot):
        await sandbox.fault("slow", seconds=1, times=1)
        event, [chat] = await broadcast(House(bot, knowledge, sandbox, clock))
        sending = asyncio.create_task(send_what_waits(bot.sender, knowledge.outbox, clock, bot.stopping))
        await sandbox.person(chat).next_reply()
        sending.cancel()
        for _ in range(10):  # until it has heard of that
            await asyncio.sleep(0)
        sending.cancel()
        await asyncio.wait([sending])
    progress = knowledge.outbox.progress(event)
    assert progress is not None
    assert (progress.sent, progress.remaining) == (1, 0)
