"""A Bot API on its worst day, two senders on one store, and a database that goes away."""

import asyncio
from bisect import bisect_left
from collections.abc import AsyncIterator, Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from bot.sandbox.client import Sandbox
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.store.store import StoreUnavailable
from tests.databases import Databases, PostgresqlDatabases, postgresql_server
from tests.delivery.crowds import all_decided, messages_of, publish_to, publish_to_chats
from tests.delivery.processes import processes
from tests.delivery.sizes import sized
from tests.house import make_report

DEADLINE_SECONDS = 300.0
PEOPLE, GROUPS = sized(1950, 180), sized(50, 20)
OF_TWO_SENDERS, WHILE_AWAY = sized(2000, 200), sized(2000, 200)
# What Telegram names, without the tenth more that the sandbox would forgive.
MOST_IN_A_SECOND = 30
MOST_IN_A_MINUTE_TO_A_GROUP = 20
# A restart takes half a minute; that it is away at all shows the same, in less time.
AWAY_SECONDS = float(sized(30, 5))


@pytest.fixture
async def sandbox() -> AsyncIterator[Sandbox]:
    """One that refuses whoever sends faster than Telegram lets."""
    async with Sandbox.start_process(has_limits=True) as started:
        await started.settings(overall_per_second=MOST_IN_A_SECOND)
        yield started


@pytest.fixture(params=["sqlite"])
def store_url(request: pytest.FixtureRequest, sqlite_databases: Databases) -> str:
    return sqlite_databases.migrated()


@pytest.fixture
def knowledge(store_url: str) -> Iterator[Knowledge]:
    opened = open_knowledge(store_url, owner_ids=frozenset({1}))
    yield opened
    opened.close()


async def bad_day(sandbox: Sandbox, hopeless: int) -> None:
    """The faults of the worst day; one chat is refused whatever is sent."""
    await sandbox.fault("bad_request", chat_id=hopeless, description="Bad Request: chat not found")
    await sandbox.fault("migrated", probability=0.2, seed=1)  # of the groups alone: about one in a hundred chats
    await sandbox.fault("too_many_requests", probability=0.1, seconds=1, seed=2)
    await sandbox.fault("server_error", probability=0.05, code=502, seed=3)
    await sandbox.fault("blocked", probability=0.02, seed=4)
    await sandbox.fault("lost_answer", probability=0.05, seed=5)
    await sandbox.fault("slow", probability=0.1, seconds=0.5, seed=6)


def most_within(moments: list[float], seconds: float) -> int:
    """The largest number of moments in any stretch of that length."""
    ordered = sorted(moments)
    return max(bisect_left(ordered, start + seconds) - place for place, start in enumerate(ordered))


async def struck(sandbox: Sandbox) -> dict[str, int]:
    """How often each fault struck."""
    return {fault["kind"]: fault["struck"] for fault in await sandbox.clear_faults()}


async def test_on_the_worst_day_a_broadcast_ends_and_nobody_is_lost_or_told_twice(
    sandbox: Sandbox, knowledge: Knowledge, store_url: str
):
    lan = await sandbox.user("Lan", is_started=True)
    groups = [(await sandbox.group(f"Tổ {number}", lan)).id for number in range(GROUPS)]
    people = await sandbox.crowd(PEOPLE)
    await bad_day(sandbox, people[0])
    event = await asyncio.to_thread(publish_to_chats, knowledge, [*people, *groups])
    async with processes(sandbox, store_url) as started:
        await started.start(is_sender=True, has_limits=True)
        progress = await all_decided(knowledge, event, DEADLINE_SECONDS)
    calls = await sandbox.calls("sendMessage")
    faults = await struck(sandbox)
    counts = await messages_of(sandbox, people)
    assert progress.sent + progress.uncertain + progress.missed + progress.failed == PEOPLE + GROUPS
    assert progress.failed == 1
    assert progress.missed <= faults["blocked"]
    assert progress.uncertain <= faults["lost_answer"]
    assert max(counts) == 1
    assert sum(counts) >= PEOPLE - progress.missed - progress.failed
    assert sum(call.code == 429 for call in calls) == faults["too_many_requests"]
    assert most_within([call.at for call in calls], 1.0) <= MOST_IN_A_SECOND


async def test_no_chat_waits_for_another_that_telegram_makes_wait(
    sandbox: Sandbox, knowledge: Knowledge, store_url: str
):
    people = await sandbox.crowd(60)
    await sandbox.fault("too_many_requests", chat_id=people[0], seconds=8, times=1)
    event = await asyncio.to_thread(publish_to_chats, knowledge, people)
    async with processes(sandbox, store_url) as started:
        await started.start(is_sender=True, has_limits=True)
        await all_decided(knowledge, event, DEADLINE_SECONDS)
    calls = [call for call in await sandbox.calls("sendMessage") if call.code == 200]
    assert calls[-1].chat_id == str(people[0])
    assert calls[-1].at - calls[-2].at > 1.0


async def test_a_group_is_told_no_faster_than_telegram_lets(sandbox: Sandbox, knowledge: Knowledge, store_url: str):
    lan = await sandbox.user("Lan", is_started=True)
    group = await sandbox.group("Tổ CCHC", lan)
    await asyncio.to_thread(publish_to_chats, knowledge, [group.id])
    for number in range(MOST_IN_A_MINUTE_TO_A_GROUP + 5):
        draft = knowledge.reports.save_draft(make_report(number=f"{number}/BC-X"), checksum=str(number + 2), by=1)
        knowledge.reports.publish(draft.report_id, by=1)
    async with processes(sandbox, store_url) as started:
        await started.start(is_sender=True, has_limits=True)
        await sandbox.wait_for_messages(MOST_IN_A_MINUTE_TO_A_GROUP, timeout_seconds=DEADLINE_SECONDS)
    calls = await sandbox.calls("sendMessage")
    assert {call.code for call in calls} == {200}
    times = [call.at for call in calls]
    assert all(later - earlier >= 1.0 for earlier, later in pairwise(times))


@pytest.fixture(scope="module")
def server() -> Iterator[Any]:
    """A database server that a test may stop."""
    with postgresql_server() as started:
        yield started


async def test_two_senders_send_no_message_twice(server: Any):
    url = PostgresqlDatabases(server).migrated()
    knowledge = open_knowledge(url)
    async with Sandbox.start() as sandbox, processes(sandbox, url) as started:
        people = await sandbox.crowd(OF_TWO_SENDERS)
        await bad_day(sandbox, people[0])
        for _ in range(2):
            await started.start(is_sender=True)
        event = await asyncio.to_thread(publish_to_chats, knowledge, people)
        progress = await all_decided(knowledge, event, DEADLINE_SECONDS)
        counts = await messages_of(sandbox, people)
    knowledge.close()
    assert max(counts) == 1
    assert sum(counts) >= progress.sent
    assert (progress.failed, progress.perhaps_twice, progress.remaining) == (1, 0, 0)


async def test_a_database_that_goes_away_costs_no_notice_and_no_answer(tmp_path: Path):
    with postgresql_server() as own:
        url = PostgresqlDatabases(own).migrated()
        knowledge = open_knowledge(url, owner_ids=frozenset({1}))
        async with Sandbox.start() as sandbox, processes(sandbox, url) as started:
            await started.start()
            event, chats = await publish_to(sandbox, knowledge, WHILE_AWAY)
            people = [sandbox.person(chat) for chat in await sandbox.crowd(20)]
            await sandbox.wait_for_messages(50, timeout_seconds=DEADLINE_SECONDS)
            await asyncio.to_thread(own.stop)
            for person in people:
                await person.say("/trogiup")
            with pytest.raises(StoreUnavailable):
                knowledge.outbox.progress(event)
            await asyncio.sleep(AWAY_SECONDS)
            await asyncio.to_thread(own.start)
            progress = await all_decided(knowledge, event, DEADLINE_SECONDS)
            for person in people:
                await person.next_reply(timeout_seconds=DEADLINE_SECONDS)
            counts = await messages_of(sandbox, chats)
        knowledge.close()
    assert (progress.sent, progress.uncertain, set(counts)) == (WHILE_AWAY, 0, {1})
