"""Broadcasts to many, and what became of them."""

import asyncio

from bot.sandbox.client import Sandbox
from knowledge.bootstrap import Knowledge
from knowledge.following.outbox import Progress
from knowledge.following.rules import ALL_REPORTS
from tests.house import make_report

LOOK_AGAIN_SECONDS = 0.1


async def publish_to(sandbox: Sandbox, knowledge: Knowledge, count: int) -> tuple[int, list[int]]:
    """The event of a report that so many new chats are told of, and the chats."""
    chats = await sandbox.crowd(count)
    return await asyncio.to_thread(publish_to_chats, knowledge, chats), chats


def publish_to_chats(knowledge: Knowledge, chats: list[int]) -> int:
    """The event of a report that these chats are told of."""
    for chat in chats:
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=None)
    draft = knowledge.reports.save_draft(make_report(), checksum="1", by=1)
    return knowledge.reports.publish(draft.report_id, by=1).event_id


async def all_decided(knowledge: Knowledge, event: int, deadline_seconds: float) -> Progress:
    """The progress once nothing remains."""
    async with asyncio.timeout(deadline_seconds):
        while True:
            progress = await asyncio.to_thread(knowledge.outbox.progress, event)
            if progress is not None and progress.remaining == 0:
                return progress
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def messages_of(sandbox: Sandbox, chats: list[int]) -> list[int]:
    """How many messages each of these chats got from the bot."""
    state = await sandbox.control.get("state")
    counts = {chat["id"]: chat["messages_from_bot"] for chat in state["chats"]}
    return [counts[chat] for chat in chats]
