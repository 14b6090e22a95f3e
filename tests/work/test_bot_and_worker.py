"""A bot that only answers and a worker beside it, on one PostgreSQL."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.bootstrap import build_bot
from bot.running import run_bot, run_sender
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import open_knowledge
from tests.databases import Databases
from tests.house import OWNER, ROOT, settings_for
from tests.house_fixtures import running, sandbox

__all__ = ["running", "sandbox"]

DEADLINE_SECONDS = 60.0
SAMPLE = (ROOT / "samples" / "02-quy-2-2019.txt").read_bytes()


@pytest.fixture
def store_url(postgresql_databases: Databases) -> str:
    return postgresql_databases.migrated()


@asynccontextmanager
async def bot_and_worker(sandbox: Sandbox, url: str) -> AsyncIterator[None]:
    """Both are up; each has its own connections, as two processes have."""
    stop = asyncio.Event()
    opened = [open_knowledge(url, owner_ids=frozenset({OWNER})) for _ in range(2)]
    bots = [build_bot(settings_for(sandbox), knowledge, has_limits=False) for knowledge in opened]
    tasks = [
        asyncio.create_task(run_bot(bots[0], stop, with_sender=False)),
        asyncio.create_task(run_sender(bots[1], stop)),
    ]
    try:
        yield
    finally:
        stop.set()
        await asyncio.gather(*tasks)
        for knowledge in opened:
            knowledge.close()


async def test_a_file_sent_to_the_bot_is_imported_by_the_worker_and_its_news_sent(sandbox: Sandbox, store_url: str):
    async with bot_and_worker(sandbox, store_url):
        lan = await sandbox.user("Lan", is_started=True)
        minh = await sandbox.user("Minh", user_id=OWNER, is_started=True)
        offer = await lan.ask("/dangky", timeout_seconds=DEADLINE_SECONDS)
        await lan.press(offer, "mọi báo cáo")
        await lan.next_reply(timeout_seconds=DEADLINE_SECONDS)
        await minh.send_file("quy-2.txt", SAMPLE)
        _, card = await minh.replies(2, timeout_seconds=DEADLINE_SECONDS)
        assert "Bản nháp" in card.text
        knowledge = open_knowledge(store_url)
        [draft] = knowledge.reports.drafts()
        knowledge.reports.publish(draft.id, by=OWNER)
        knowledge.close()
        news = await lan.next_reply(timeout_seconds=DEADLINE_SECONDS)
        assert "vì bạn theo dõi" in news.text
