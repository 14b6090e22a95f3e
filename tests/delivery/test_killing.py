"""Senders and bots killed with SIGKILL at random moments: nothing is lost."""

import asyncio
from dataclasses import dataclass
from random import Random

import pytest
from sqlmodel import select

from bot.outbox.sender import AT_ONCE
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.following.stopping import DIED
from knowledge.store.tables import NoticeRow
from tests.delivery.crowds import all_decided, messages_of, publish_to
from tests.delivery.processes import processes
from tests.delivery.sizes import sized
from tests.house import make_report

SUBSCRIBERS, SENDERS_KILLED = sized(2000, 300), sized(20, 4)
ASKERS, QUESTIONS_EACH, BOTS_KILLED = sized(50, 12), 10, sized(10, 3)
DEADLINE_SECONDS = 120.0


def moments_between(first: int, last: int, count: int) -> list[int]:
    """After how many messages to kill, the same on every run."""
    return sorted(Random(5).sample(range(first, last), count))  # noqa: S311 (repeatable, not secret)


@pytest.fixture
def knowledge(store_url: str) -> Knowledge:
    return open_knowledge(store_url, owner_ids=frozenset({1}))


@dataclass(frozen=True)
class Begun:
    """How often a request was begun for a chat, and whether it is on record that one may have come twice."""

    attempts: int
    is_doubtful: bool


def begun_for(knowledge: Knowledge, event: int) -> dict[int, Begun]:
    """By chat."""
    query = select(NoticeRow.chat_id, NoticeRow.attempts, NoticeRow.reason).where(NoticeRow.event_id == event)
    with knowledge.store.read() as session:
        return {chat: Begun(attempts, reason == DIED) for chat, attempts, reason in session.exec(query)}


async def test_every_subscriber_is_told_however_often_the_sender_is_killed(
    sandbox: Sandbox, knowledge: Knowledge, store_url: str
):
    event, chats = await publish_to(sandbox, knowledge, SUBSCRIBERS)
    moments = moments_between(10, SUBSCRIBERS - 100, SENDERS_KILLED)
    async with processes(sandbox, store_url) as started:
        for moment in moments:
            sender = await started.start(is_sender=True)
            await sandbox.wait_for_messages(moment, timeout_seconds=DEADLINE_SECONDS)
            started.kill(sender)
        await started.start(is_sender=True)
        progress = await all_decided(knowledge, event, DEADLINE_SECONDS)
    counts = dict(zip(chats, await messages_of(sandbox, chats), strict=True))
    begun = begun_for(knowledge, event)
    assert (progress.sent, min(counts.values())) == (SUBSCRIBERS, 1)
    # Each message is one request that was begun; what was begun twice was in flight at a kill, and is on record.
    assert {chat: count for chat, count in counts.items() if count > begun[chat].attempts} == {}
    assert {chat for chat, count in counts.items() if count > 1} <= {
        c for c, notice in begun.items() if notice.is_doubtful
    }
    assert progress.perhaps_twice == sum(notice.is_doubtful for notice in begun.values())
    assert sum(notice.attempts - 1 for notice in begun.values()) <= SENDERS_KILLED * AT_ONCE
    knowledge.close()


async def test_every_question_is_answered_however_often_the_bot_is_killed(
    sandbox: Sandbox, knowledge: Knowledge, store_url: str
):
    draft = knowledge.reports.save_draft(make_report(), checksum="1", by=1)
    knowledge.reports.publish(draft.report_id, by=1, notify=False)
    people = [sandbox.person(number) for number in await sandbox.crowd(ASKERS)]
    for number in range(QUESTIONS_EACH - 1):
        await asyncio.gather(*(person.say(f"Trung tâm tiếp nhận bao nhiêu hồ sơ {number}?") for person in people))
    await asyncio.gather(*(person.say("/dangky van phong") for person in people))
    asked = ASKERS * QUESTIONS_EACH
    moments = moments_between(5, asked - 20, BOTS_KILLED)
    async with processes(sandbox, store_url) as started:
        for moment in moments:
            bot = await started.start()
            await sandbox.wait_for_messages(moment, timeout_seconds=DEADLINE_SECONDS)
            started.kill(bot)
        await started.start()
        for person in people:
            await person.replies(QUESTIONS_EACH, timeout_seconds=DEADLINE_SECONDS)
    knowledge.close()


async def test_what_a_button_changes_is_changed_once_however_often_the_bot_is_killed(
    sandbox: Sandbox, knowledge: Knowledge, store_url: str
):
    minh = await sandbox.user("Minh", user_id=1, is_started=True)
    people = [sandbox.person(number) for number in await sandbox.crowd(20)]
    knowledge.reports.save_draft(make_report(), checksum="1", by=1)
    async with processes(sandbox, store_url) as started:
        bot = await started.start()
        await asyncio.gather(*(person.say("/dangky") for person in people), minh.say("/xuatban"))
        offers = [await person.next_reply(timeout_seconds=DEADLINE_SECONDS) for person in people]
        await minh.press(await minh.next_reply(timeout_seconds=DEADLINE_SECONDS), "134/BC")
        await minh.press(await minh.next_reply(timeout_seconds=DEADLINE_SECONDS), "Xuất bản…")
        confirmed = await minh.next_reply(timeout_seconds=DEADLINE_SECONDS)
        presses = [asyncio.create_task(p.press(o, "mọi báo cáo")) for p, o in zip(people, offers, strict=True)]
        presses.append(asyncio.create_task(minh.press(confirmed, "Xuất bản")))
        for _ in range(3):
            started.kill(bot)
            bot = await started.start()
        await asyncio.gather(*presses, return_exceptions=True)
        for person in people:
            await person.next_reply(timeout_seconds=DEADLINE_SECONDS)  # an answer at least
        await sandbox.wait_until_confirmed(timeout_seconds=DEADLINE_SECONDS)
    assert [len(knowledge.subscribers.list_for(person.id)) for person in people] == [1] * len(people)
    assert ALL_REPORTS in [found.rule for found in knowledge.subscribers.list_for(people[0].id)]
    knowledge.close()


async def test_who_publishes_can_undo_it_though_the_bot_was_killed_before_it_said_so(
    sandbox: Sandbox, knowledge: Knowledge, store_url: str
):
    minh = await sandbox.user("Minh", user_id=1, is_started=True)
    draft = knowledge.reports.save_draft(make_report(), checksum="1", by=1).report_id
    async with processes(sandbox, store_url) as started:
        bot = await started.start()
        await minh.say("/xuatban")
        await minh.press(await minh.next_reply(timeout_seconds=DEADLINE_SECONDS), "134/BC")
        await minh.press(await minh.next_reply(timeout_seconds=DEADLINE_SECONDS), "Xuất bản…")
        confirmed = await minh.next_reply(timeout_seconds=DEADLINE_SECONDS)
        await sandbox.fault("server_error", methods={"editmessagetext"})
        pressing = asyncio.create_task(minh.press(confirmed, "Xuất bản"))
        await sandbox.calls("editMessageText", count=1)
        started.kill(bot)
        await sandbox.clear_faults()
        await started.start()
        told = await minh.next_edit(confirmed, timeout_seconds=DEADLINE_SECONDS)
        await asyncio.gather(pressing, return_exceptions=True)
    assert ("Hoàn tác" in told.button_texts, knowledge.reports.drafts()) == (True, [])
    assert knowledge.releasing.released(draft).publication.recipients == 0
    knowledge.close()
