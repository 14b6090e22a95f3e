"""On PostgreSQL a process hears at once what another publishes, and outlives its connections."""

import asyncio
import time
from collections.abc import Iterator

import psycopg
import pytest

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.store.hearing import Hearing
from knowledge.store.listening import Listening
from tests.databases import Databases
from tests.store.readings import reading


@pytest.fixture
def store_url(postgresql_databases: Databases) -> str:
    return postgresql_databases.migrated()


@pytest.fixture
def other(store_url: str) -> Iterator[Knowledge]:
    opened = open_knowledge(store_url)
    yield opened
    opened.close()


def publish(knowledge: Knowledge, words: str = "một") -> None:
    draft = knowledge.reports.save_draft(reading(words), checksum=words, by=1)
    knowledge.reports.publish(draft.report_id, by=1)


async def listening(knowledge: Knowledge) -> Hearing:
    """Nothing was published yet, and it hears what is from now on."""
    assert not await knowledge.hearing.wait(0.01)
    return knowledge.hearing


async def test_a_publication_of_another_process_wakes(knowledge: Knowledge, other: Knowledge):
    hearing = await listening(knowledge)
    waiting = asyncio.create_task(hearing.wait(60))
    await asyncio.to_thread(publish, other)
    assert await waiting
    await hearing.close()


async def test_a_draft_wakes_nobody(knowledge: Knowledge, other: Knowledge):
    hearing = await listening(knowledge)
    other.reports.save_draft(reading("nháp"), checksum="1", by=1)
    assert not await hearing.wait(0.2)
    await hearing.close()


async def test_a_connection_that_is_lost_is_made_anew(
    knowledge: Knowledge, other: Knowledge, store_url: str, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("knowledge.store.listening.AWAY_SECONDS", 0.0)
    hearing = await listening(knowledge)
    with psycopg.connect(store_url, autocommit=True) as admin:
        ours = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%'"
        assert admin.execute(ours).fetchall() == [(True,)]
    assert not await hearing.wait(5)
    await test_a_publication_of_another_process_wakes(knowledge, other)


def test_connections_that_the_server_has_closed_are_replaced_before_they_are_used(knowledge: Knowledge, store_url: str):
    with knowledge.store.read(), knowledge.store.read():
        pass  # several are kept
    with psycopg.connect(store_url, autocommit=True) as admin:
        others = "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"
        assert admin.execute(others).rowcount
    assert [knowledge.reports.generation() for _ in range(4)] == [0] * 4


async def test_a_server_that_is_away_only_means_waiting():
    hearing, began = Listening("postgresql://127.0.0.1:9/none"), time.monotonic()
    assert not await hearing.wait(0.05)
    assert time.monotonic() - began >= 0.05
