"""What one message costs the bot, beside bare echo bots: `python -m benchmarks.turns [--questions 300] [--at-once 8]`.

Each bot is a process of its own against the sandbox as another one, and this program is the people.  What a bot used of the
processor is read from the system, so that neither the people nor Telegram's part is counted.  First no two questions are alike;
then a few are asked again and again, which tells what a message costs besides finding its answer.
"""

import argparse
import asyncio
import itertools
import os
import tempfile
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from benchmarks.accounting import own_seconds
from benchmarks.balancing import balancer
from benchmarks.echo import echoing
from benchmarks.questions import ASKED, different
from bot.sandbox.client import Sandbox
from bot.work.schema import prepare
from knowledge.bootstrap import Knowledge, open_knowledge
from tests.databases import PostgresqlDatabases, postgresql_server
from tests.delivery.processes import processes
from tests.delivery.test_replicas import two
from tests.house import ROOT

# Caches fill and connections are made before anything is counted.
WARMING = 60
PATIENCE_SECONDS = 120.0
# For so long nobody writes, to see what a bot takes all the same; some of what it does comes every ten seconds.
IDLE_SECONDS = 30.0

Started = Callable[[Sandbox], AbstractAsyncContextManager[list[int]]]


async def measure(name: str, started: Started, count: int, at_once: int) -> None:
    """Prints what a message costs the processes that `started` gives, how many of them a second came through, and what no message costs."""
    async with Sandbox.start_process() as sandbox, started(sandbox) as bots:
        chats = await sandbox.crowd(WARMING + 2 * count)
        new, again = different(WARMING + count), itertools.cycle(ASKED)
        await _ask(sandbox, chats[:WARMING], new[:WARMING], 1)
        each, rate = await _cost(sandbox, bots, chats[WARMING:-count], new[WARMING:], at_once)
        each_again, _ = await _cost(sandbox, bots, chats[-count:], list(itertools.islice(again, count)), at_once)
        busy = _used(bots)
        await asyncio.sleep(IDLE_SECONDS)
        idle = (_used(bots) - busy) / IDLE_SECONDS
    print(
        f"{name}: {each:.2f} ms of the processor each, {rate:.0f} a second; the same asked again {each_again:.2f} ms; "
        f"idle {idle * 1000:.0f} ms a second",
        flush=True,
    )


async def _cost(
    sandbox: Sandbox, bots: list[int], chats: list[int], questions: list[str], at_once: int
) -> tuple[float, float]:
    """The milliseconds of the processor that each of these questions cost the bots, and how many came through in a second."""
    began, busy = time.perf_counter(), _used(bots)
    await _ask(sandbox, chats, questions, at_once)
    return (_used(bots) - busy) / len(chats) * 1000, len(chats) / (time.perf_counter() - began)


async def _ask(sandbox: Sandbox, chats: list[int], questions: list[str], at_once: int) -> None:
    places = asyncio.Semaphore(at_once)

    async def one(chat: int, question: str) -> None:
        async with places:
            await sandbox.person(chat).ask(question, timeout_seconds=PATIENCE_SECONDS)

    await asyncio.gather(*map(one, chats, questions))


def _used(processes: list[int]) -> float:
    """Seconds of the processor that these processes used so far."""
    return sum(map(own_seconds, processes))


def polling(url: str) -> Started:
    """The bot as `cchc run` alone."""

    @asynccontextmanager
    async def started(sandbox: Sandbox) -> AsyncIterator[list[int]]:
        async with processes(sandbox, url) as each:
            yield [await each.start()]

    return started


def replicas(url: str) -> Started:
    """Two replicas behind a balancer."""

    @asynccontextmanager
    async def started(sandbox: Sandbox) -> AsyncIterator[list[int]]:
        async with two(sandbox, url, balancer) as both:
            yield both.ids

    return started


def bare(name: str) -> Started:
    """An echo bot."""

    @asynccontextmanager
    async def started(sandbox: Sandbox) -> AsyncIterator[list[int]]:
        async with echoing(name, sandbox) as process:
            yield [process]

    return started


def publish_samples(knowledge: Knowledge) -> None:
    """The sample reports answer, and nobody is told."""
    for path in sorted((ROOT / "samples").glob("*")):
        draft = knowledge.importing.import_file(path, by=None)
        knowledge.reports.publish(draft.report_id, by=None, notify=False)


def _filled(url: str) -> str:
    knowledge = open_knowledge(url)
    publish_samples(knowledge)
    knowledge.close()
    return url


async def main(count: int, at_once: int) -> None:
    """All of them, one after the other."""
    with postgresql_server() as server, tempfile.TemporaryDirectory() as folder:
        os.environ["XDG_CACHE_HOME"] = folder
        await measure("one process on SQLite", polling(_filled(f"sqlite:///{folder}/cchc.db")), count, at_once)
        url = _filled(PostgresqlDatabases(server).migrated())
        prepare(url)
        await measure("two replicas on PostgreSQL", replicas(url), count, at_once)
    await measure("python-telegram-bot's echo", bare("telegram"), count, at_once)
    await measure("aiogram's echo", bare("aiogram"), count, at_once)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--questions", type=int, default=300)
    options.add_argument("--at-once", type=int, default=8)
    given = options.parse_args()
    asyncio.run(main(given.questions, given.at_once))
