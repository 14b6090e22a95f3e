"""How much two replicas and a worker carry: `make capacity`, or `python -m benchmarks.capacity --help`.

All on this machine and on loopback: PostgreSQL, the sandbox in place of Telegram, a balancer, the processes of the bot, and
this program as the people. Beside them, in the same run, bare echo bots of python-telegram-bot and aiogram.
Telegram's own limits are off, for what is asked is what the program could do; with them on, a bot sends 30 messages a second.
The generated store is made once and kept in a folder, as the data of a PostgreSQL that was stopped.
"""

import argparse
import asyncio
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import Any

from benchmarks import filled_stores, made_stores
from benchmarks.accounting import Account, Taken, family_seconds, own_seconds
from benchmarks.balancing import balancer
from benchmarks.echo import echoing
from benchmarks.load import People, people, until_too_slow
from benchmarks.turns import publish_samples
from bot.sandbox.client import Sandbox
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.following.rules import ALL_REPORTS
from tests.databases import postgresql_server
from tests.delivery.processes import processes
from tests.delivery.test_replicas import Replicas, two
from tests.house import ROOT, make_report

MOST_MILLISECONDS = 250.0
DATABASE = "database_1"
# Connections are made and caches fill before anything is counted.
WARMING = 100
# Well below what is carried, to see what a question costs by itself.
QUIET_RATE = 20.0


async def main(given: argparse.Namespace) -> None:
    """Prints a line for each measurement."""
    began = time.monotonic()
    filled = kept(given.folder, given.items)
    _tell(began, f"{given.items:,} items are kept in {filled}")
    with postgresql_server(filled) as server, tempfile.TemporaryDirectory() as caches:
        os.environ["XDG_CACHE_HOME"] = caches  # of this run alone
        url = str(server.get_uri(database=DATABASE))
        knowledge = open_knowledge(url)
        filled_stores.take_view(knowledge, given.folder, given.items, url)
        async with Sandbox.start_process() as sandbox, people(sandbox) as writing:
            chats = await sandbox.crowd(given.chats)
            followers, askers = chats[: given.followers], chats[given.followers :]
            await asyncio.to_thread(_subscribe, knowledge, followers)
            async with two(sandbox, url, balancer) as replicas, processes(sandbox, url) as started:
                worker = await started.start(is_sender=True)
                await writing.ask(askers[-WARMING:], 10.0)
                _tell(began, "two replicas and a worker are up")
                account = _account(sandbox, replicas, server)
                alone = int(QUIET_RATE * given.seconds)
                print("two replicas, and nothing else under way:", flush=True)
                print(f"  {await _counted(writing, askers[:alone], account, QUIET_RATE)}", flush=True)
                await _measure(given, writing, askers[alone:-WARMING], account, knowledge, url)
                await _break(given, writing, askers, knowledge, replicas, server)
                os.kill(worker, signal.SIGTERM)
        knowledge.close()
    for name in ("telegram", "aiogram"):
        async with Sandbox.start_process() as sandbox, people(sandbox) as writing, echoing(name, sandbox) as bot:
            _tell(began, f"a bare echo bot of {'python-telegram-bot' if name == 'telegram' else name}, one process:")
            first, *crowd = await sandbox.crowd(given.chats)
            await sandbox.person(first).ask("?", timeout_seconds=120)  # it is up
            account = Account({"bot": partial(own_seconds, bot), **_around(sandbox)})
            held, _ = await until_too_slow(
                writing, crowd, account, first=given.first, seconds=given.seconds, most_ms=MOST_MILLISECONDS
            )
            print(f"  99 % within {MOST_MILLISECONDS:.0f} ms up to {held:.0f} a second", flush=True)
    _tell(began, "done")


def kept(folder: Path, count: int) -> Path:
    """The folder of a stopped PostgreSQL with so many generated items and the samples; made unless it was before."""
    folder.mkdir(parents=True, exist_ok=True)
    made_stores.make(folder, count)
    made_of = [ROOT / "benchmarks/generated.py", *sorted((ROOT / "knowledge/store").rglob("*.py"))]
    mark = sha256(b"".join(path.read_bytes() for path in made_of)).hexdigest()[:12]
    place = folder / f"{count}.{mark}.postgresql"
    if place.exists():
        return place
    with postgresql_server() as server, tempfile.TemporaryDirectory() as caches:
        os.environ["XDG_CACHE_HOME"] = caches
        knowledge, _ = filled_stores.on_postgresql(server, folder, count)
        publish_samples(knowledge)
        knowledge.close()
        server.stop()
        half = place.with_suffix(".half")
        shutil.rmtree(half, ignore_errors=True)
        subprocess.run(["cp", "-a", str(server.pgdata), str(half)], check=True)  # noqa: S607 (with its owners)
        half.rename(place)
        server.start()  # what ends it expects it up
    return place


def _tell(began: float, what: str) -> None:
    print(f"{time.monotonic() - began:5.0f} s  {what}", flush=True)


def _account(sandbox: Sandbox, replicas: Replicas, server: Any) -> Account:
    """The replicas beside what is no part of them; the people are this program, with the balancer."""
    postgresql = server.get_postmaster_info().process.pid
    return Account(
        {
            "replicas": lambda: sum(map(own_seconds, replicas.ids)),
            "PostgreSQL": lambda: family_seconds(postgresql),
            **_around(sandbox),
        }
    )


def _around(sandbox: Sandbox) -> dict[str, Taken]:
    return {"sandbox": lambda: own_seconds(sandbox.process_id), "people": lambda: own_seconds(os.getpid())}


async def _counted(writing: People, chats: list[int], account: Account, rate: float) -> str:
    account.begin()
    step = await writing.ask(chats, rate)
    return f"{step.line()}; for each: {account.line(len(chats))}"


async def _measure(
    given: argparse.Namespace, writing: People, askers: list[int], account: Account, knowledge: Knowledge, url: str
) -> None:
    print("two replicas, with a broadcast under way and an import that publishes each report:", flush=True)
    event, importing = await asyncio.to_thread(_publish, knowledge, "1"), _import(url)
    held, _ = await until_too_slow(
        writing, askers, account, first=given.first, seconds=given.seconds, most_ms=MOST_MILLISECONDS
    )
    print(f"  99 % within {MOST_MILLISECONDS:.0f} ms up to {held:.0f} a second", flush=True)
    print(f"  the import {'was still under way' if importing.poll() is None else 'had ended'}", flush=True)
    importing.terminate()
    await asyncio.to_thread(importing.wait)
    print(f"  the broadcast: {await asyncio.to_thread(knowledge.outbox.progress, event)}", flush=True)


async def _break(
    given: argparse.Namespace, writing: People, askers: list[int], knowledge: Knowledge, replicas: Replicas, server: Any
) -> None:
    count = int(given.first * given.seconds)
    event = await asyncio.to_thread(_publish, knowledge, "2")
    asking = asyncio.create_task(writing.ask(askers[-count:], given.first))
    await asyncio.sleep(given.seconds / 2)
    replicas.end(0, signal.SIGKILL)
    print(f"one replica killed in the middle: {(await asking).line()}", flush=True)
    await replicas.start(0)
    asking = asyncio.create_task(writing.ask(askers[-2 * count : -count], given.first))
    await asyncio.sleep(given.seconds / 2)
    await asyncio.to_thread(server.stop)
    await asyncio.sleep(given.away)
    await asyncio.to_thread(server.start)
    print(f"PostgreSQL stopped for {given.away:.0f} s: {(await asking).line()}", flush=True)
    print(f"twice the load: {(await writing.ask(askers[-4 * count : -2 * count], 2 * given.first)).line()}", flush=True)
    for _ in range(600):
        progress = await asyncio.to_thread(knowledge.outbox.progress, event)
        if progress is None or progress.remaining == 0:
            break
        await asyncio.sleep(0.5)
    print(f"the broadcast under way meanwhile: {progress}", flush=True)


def _subscribe(knowledge: Knowledge, followers: list[int]) -> None:
    for chat in followers:
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=None)


def _publish(knowledge: Knowledge, number: str) -> int:
    draft = knowledge.reports.save_draft(make_report(number=f"{number}/BC-X"), checksum=f"news {number}", by=None)
    return knowledge.reports.publish(draft.report_id, by=None).event_id


def _import(url: str) -> subprocess.Popen[bytes]:
    sets = [str(path) for path in sorted((ROOT / "tests/questions").glob("*/reports/*")) if path.suffix != ".plain"]
    command = [sys.executable, "-c", "from bot.cli import main; main()", "import", "--publish", "--silent", *sets]
    environment = {**os.environ, "DATABASE_URL": url, "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


if __name__ == "__main__":
    options = argparse.ArgumentParser()
    options.add_argument("--folder", type=Path, default=Path("build/stores"), help="where generated stores are kept")
    options.add_argument("--items", type=int, default=100_000)
    options.add_argument("--chats", type=int, default=20_000)
    options.add_argument("--followers", type=int, default=2_000)
    options.add_argument("--first", type=float, default=10.0, help="the first rate, in questions a second")
    options.add_argument("--seconds", type=float, default=10.0, help="how long each rate is kept up")
    options.add_argument("--away", type=float, default=20.0, help="for how many seconds PostgreSQL is stopped")
    asyncio.run(main(options.parse_args()))
