"""How much two replicas and a worker carry: `make capacity`, or `python -m benchmarks.capacity --help`.

All on this machine and on loopback: PostgreSQL, the sandbox in place of Telegram, a balancer, the processes of the bot, and
this program as the people. Beside them, in the same run, bare echo bots of python-telegram-bot and aiogram.
Telegram's own limits are off, for what is asked is what the program could do; with them on, a bot sends 30 messages a second.
"""

import argparse
import asyncio
import os
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from benchmarks import filled_stores, generated, made_stores
from benchmarks.echo import echoing
from benchmarks.load import ask, until_too_slow
from bot.sandbox.client import Sandbox
from bot.work.schema import prepare
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.following.rules import ALL_REPORTS
from tests.databases import PostgresqlDatabases, postgresql_server
from tests.delivery.processes import processes
from tests.delivery.test_replicas import Replicas, two
from tests.house import ROOT, make_report

MOST_MILLISECONDS = 250.0


async def main(given: argparse.Namespace) -> None:
    """Prints a line for each measurement."""
    given.folder.mkdir(parents=True, exist_ok=True)
    with postgresql_server() as server, tempfile.TemporaryDirectory() as caches:
        os.environ["XDG_CACHE_HOME"] = caches  # of this run alone
        url = PostgresqlDatabases(server).migrated()
        prepare(url)
        knowledge = open_knowledge(url)
        began = time.monotonic()
        print(
            f"{fill(knowledge, given.folder, given.items, url)} items in the store after {time.monotonic() - began:.0f} s",
            flush=True,
        )
        async with Sandbox.start_process() as sandbox:
            chats = await sandbox.crowd(given.chats)
            async with two(sandbox, url) as replicas, processes(sandbox, url) as started:
                worker = await started.start(is_sender=True)
                await _measure(given, sandbox, chats, knowledge, url)
                await _break(given, sandbox, chats, knowledge, replicas, server)
                os.kill(worker, signal.SIGTERM)
        knowledge.close()
    for name in ("telegram", "aiogram"):
        async with Sandbox.start_process() as sandbox, echoing(name, sandbox):
            print(
                f"a bare echo bot of {'python-telegram-bot' if name == 'telegram' else name}, one process:", flush=True
            )
            first, *crowd = await sandbox.crowd(given.chats)
            await sandbox.person(first).ask("?", timeout_seconds=120)  # it is up
            held, _ = await until_too_slow(
                sandbox, crowd, first=given.first, seconds=given.seconds, most_ms=MOST_MILLISECONDS
            )
            print(f"  99 % within {MOST_MILLISECONDS:.0f} ms up to {held:.0f} a second", flush=True)


def fill(knowledge: Knowledge, folder: Path, count: int, url: str) -> int:
    """So many generated items with the view that was laid out of them, and the samples."""
    made_stores.make(folder, count)
    filled_stores.fill(knowledge, generated.published(count))
    filled_stores.take_view(knowledge, folder, count, url)
    for path in sorted((ROOT / "samples").glob("*")):
        draft = knowledge.importing.import_file(path, by=None)
        knowledge.reports.publish(draft.report_id, by=None, notify=False)
    return count


async def _measure(
    given: argparse.Namespace, sandbox: Sandbox, chats: list[int], knowledge: Knowledge, url: str
) -> None:
    print("two replicas, with a broadcast and an import under way:", flush=True)
    followers, askers = chats[: given.followers], chats[given.followers :]
    event = await asyncio.to_thread(_publish, knowledge, followers)
    importing = _import(url)
    held, _ = await until_too_slow(sandbox, askers, first=given.first, seconds=given.seconds, most_ms=MOST_MILLISECONDS)
    print(f"  99 % within {MOST_MILLISECONDS:.0f} ms up to {held:.0f} a second", flush=True)
    importing.terminate()
    await asyncio.to_thread(importing.wait)
    progress = await asyncio.to_thread(knowledge.outbox.progress, event)
    if progress is not None:
        print(f"  the broadcast to {progress.total}: {progress.sent} sent, {progress.remaining} remain", flush=True)


async def _break(
    given: argparse.Namespace, sandbox: Sandbox, chats: list[int], knowledge: Knowledge, replicas: Replicas, server: Any
) -> None:
    askers = chats[-int(given.first * given.seconds) :]
    event = await asyncio.to_thread(_publish, knowledge, chats[: given.followers], "2")
    asking = asyncio.create_task(ask(sandbox, askers, given.first))
    await asyncio.sleep(given.seconds / 2)
    replicas.end(0, signal.SIGKILL)
    print(f"one replica killed in the middle: {(await asking).line()}", flush=True)
    await replicas.start(0)
    asking = asyncio.create_task(ask(sandbox, askers, given.first))
    await asyncio.sleep(given.seconds / 2)
    await asyncio.to_thread(server.stop)
    await asyncio.sleep(given.away)
    await asyncio.to_thread(server.start)
    print(f"PostgreSQL stopped for {given.away:.0f} s: {(await asking).line()}", flush=True)
    print(f"twice the load: {(await ask(sandbox, askers, 2 * given.first)).line()}", flush=True)
    for _ in range(600):
        progress = await asyncio.to_thread(knowledge.outbox.progress, event)
        if progress is None or progress.remaining == 0:
            break
        await asyncio.sleep(0.5)
    print(f"the broadcast under way meanwhile: {progress}", flush=True)


def _publish(knowledge: Knowledge, followers: list[int], number: str = "1") -> int:
    for chat in followers:
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=None)
    draft = knowledge.reports.save_draft(make_report(number=f"{number}/BC-X"), checksum=f"news {number}", by=None)
    return knowledge.reports.publish(draft.report_id, by=None).event_id


def _import(url: str) -> subprocess.Popen[bytes]:
    sets = [str(path) for path in sorted((ROOT / "tests/questions").glob("*/reports/*")) if path.suffix != ".plain"]
    command = [sys.executable, "-c", "from bot.cli import main; main()", "import", *sets]
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
