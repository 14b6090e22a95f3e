"""Two replicas behind a balancer, on one PostgreSQL; they only answer, as in `compose.yaml`."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass

import httpx
import pytest

from bot.sandbox.client import Person, Sandbox
from knowledge.bootstrap import open_knowledge
from tests.bot.ports import free_port
from tests.databases import Databases
from tests.delivery.balancer import balancer
from tests.delivery.crowds import messages_of
from tests.delivery.processes import Processes, processes
from tests.delivery.sizes import sized
from tests.house import make_report

PEOPLE, QUESTIONS_EACH = sized(20, 8), 6
DEADLINE_SECONDS = 90.0
SECRET = "a-long-random-word"
LOOK_AGAIN_SECONDS = 0.05


@pytest.fixture
def store_url(postgresql_databases: Databases) -> str:
    return postgresql_databases.migrated()


# Given the addresses of replicas, its own.
Balancer = Callable[[list[str]], AbstractAsyncContextManager[str]]


@dataclass
class Replicas:
    """Two bots that take their updates from one balancer."""

    started: Processes
    addresses: list[str]
    public: str
    ids: list[int]
    drain_seconds: int = 0  # the balancer here looks at no health

    async def start(self, number: int) -> None:
        """That replica, until it is ready."""
        webhook = {
            "webhook_url": self.public,
            "webhook_listen": self.addresses[number],
            "webhook_secret": SECRET,
            "webhook_drain_seconds": str(self.drain_seconds),
        }
        self.ids[number] = await self.started.start(webhook=webhook, has_sender=False)
        await _says(self.addresses[number], "ready", "/readyz")

    def end(self, number: int, with_signal: signal.Signals) -> None:
        """That replica is told to stop, or killed."""
        os.kill(self.ids[number], with_signal)

    async def gone(self, number: int) -> None:
        """Returns once that replica has ended."""
        ended, loop = asyncio.Event(), asyncio.get_running_loop()
        process = os.pidfd_open(self.ids[number])  # becomes readable when the process ends
        loop.add_reader(process, ended.set)
        await asyncio.wait_for(ended.wait(), DEADLINE_SECONDS)
        loop.remove_reader(process)
        os.close(process)


async def _says(address: str, words: str, path: str) -> None:
    """Returns once the replica says these words there."""
    async with asyncio.timeout(DEADLINE_SECONDS), httpx.AsyncClient() as client:
        while True:
            try:
                if words in (await client.get(f"http://{address}{path}")).text:
                    return
            except httpx.HTTPError:
                pass
            await asyncio.sleep(LOOK_AGAIN_SECONDS)


@asynccontextmanager
async def two(
    sandbox: Sandbox, store_url: str, balancer: Balancer = balancer, *, drain_seconds: int = 0
) -> AsyncIterator[Replicas]:
    """Both ready, behind that balancer."""
    addresses = [f"127.0.0.1:{free_port()}" for _ in range(2)]
    async with processes(sandbox, store_url) as started, balancer(addresses) as public:
        replicas = Replicas(started, addresses, f"{public}/telegram", [0, 0], drain_seconds)
        await sandbox.settings(webhook_pause_seconds=0.2)
        for number in range(2):
            await replicas.start(number)
        yield replicas


async def ask_all(people: list[Person], first: int) -> None:
    """Half of everybody's questions, each of which can be told apart in its answer."""
    for number in range(first, first + QUESTIONS_EACH // 2):
        await asyncio.gather(*(person.say(f"/timkiem chuyện{number}") for person in people))


async def answered(people: list[Person]) -> list[list[int]]:
    """For each person which questions were answered, in the order of the answers."""
    replies = [await person.replies(QUESTIONS_EACH, timeout_seconds=DEADLINE_SECONDS) for person in people]
    return [[next(n for n in range(20) if f"chuyện{n}”" in reply.text) for reply in those] for those in replies]


async def last_error(sandbox: Sandbox) -> str | None:
    async with httpx.AsyncClient() as client:
        info = (await client.get(f"{sandbox.api_url}/bot{sandbox.token}/getWebhookInfo")).json()["result"]
    return info.get("last_error_message")


async def test_a_rolling_restart_leaves_no_question_unanswered_no_gap_and_no_wrong_order(
    sandbox: Sandbox, store_url: str
):
    async with two(sandbox, store_url) as replicas:
        chats = await sandbox.crowd(PEOPLE)
        people = [sandbox.person(chat) for chat in chats]
        for number in range(2):
            await ask_all(people, first=number * QUESTIONS_EACH // 2)
            replicas.end(number, signal.SIGTERM)
            await replicas.gone(number)
            await replicas.start(number)
        assert await answered(people) == [list(range(QUESTIONS_EACH))] * PEOPLE
        assert set(await messages_of(sandbox, chats)) == {QUESTIONS_EACH}
        assert await last_error(sandbox) is None


async def test_a_replica_that_is_told_to_stop_says_that_it_is_not_ready_and_answers_on(
    sandbox: Sandbox, store_url: str
):
    async with two(sandbox, store_url, drain_seconds=60) as replicas:
        replicas.end(1, signal.SIGKILL)
        replicas.end(0, signal.SIGTERM)
        await _says(replicas.addresses[0], "stopping", "/readyz")
        lan = await sandbox.user("Lan", is_started=True)
        assert "chuyện1" in (await lan.ask("/timkiem chuyện1")).text


async def test_when_a_replica_is_killed_the_other_answers_what_it_left(sandbox: Sandbox, store_url: str):
    async with two(sandbox, store_url) as replicas:
        people = [sandbox.person(chat) for chat in await sandbox.crowd(PEOPLE)]
        await ask_all(people, first=0)
        await sandbox.wait_for_messages(PEOPLE // 2, timeout_seconds=DEADLINE_SECONDS)
        replicas.end(0, signal.SIGKILL)
        await ask_all(people, first=QUESTIONS_EACH // 2)
        for person in people:
            await person.replies(QUESTIONS_EACH, timeout_seconds=DEADLINE_SECONDS)


async def test_a_publication_is_soon_answered_by_all(sandbox: Sandbox, store_url: str):
    async with two(sandbox, store_url) as replicas:
        knowledge = open_knowledge(store_url)
        draft = knowledge.reports.save_draft(make_report(), checksum="1", by=1)
        knowledge.reports.publish(draft.report_id, by=1)
        for address in replicas.addresses:
            await _says(address, "cchc_view_reports 1.0", "/metrics")
        knowledge.close()
