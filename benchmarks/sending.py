"""How fast notices go out: `.venv/bin/python -m benchmarks.sending [--notices 1000] [--paced-seconds 60] [--queue 1000000]`.

The sandbox runs as a process of its own on this machine. Beside our sender, which records each notice's fate, runs a
bare loop of python-telegram-bot's and of aiogram's `send_message` with as many at once, which record nothing.
aiogram is only there where the development tools are installed.
"""

import argparse
import asyncio
import tempfile
import time
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from pydantic import SecretStr
from sqlalchemy import insert
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from benchmarks.measuring import most_megabytes
from bot.bootstrap import CONNECTIONS, build_bot
from bot.outbox.sender import AT_ONCE
from bot.running import connected
from bot.sandbox.client import Sandbox
from bot.settings import Settings
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.facts import Reading, ReportFacts, Span, Statement
from knowledge.following.rules import ALL_REPORTS
from knowledge.store.clock import utc_now
from knowledge.store.tables import ChatRow, SubscriptionRow

# As large as an alert is.
TEXT = "Báo cáo mới: Trung tâm tiếp nhận 4.984 hồ sơ, trong đó trực tuyến 1.641 hồ sơ (32,93%). " * 3
# A row each is a round trip; so many go in one statement.
ROWS_AT_ONCE = 10_000
LOOK_AGAIN_SECONDS = 0.05


def main() -> None:
    """Prints a line for each measurement."""
    given = argparse.ArgumentParser()
    given.add_argument("--notices", type=int, default=1000)
    given.add_argument("--paced-seconds", type=int, default=60)
    given.add_argument("--queue", type=int, default=1_000_000)
    options = given.parse_args()
    if options.notices:
        asyncio.run(bare(options.notices))
        asyncio.run(unpaced(options.notices))
    if options.paced_seconds:
        asyncio.run(paced(options.paced_seconds))
    if options.queue:
        enqueue(options.queue)


async def bare(count: int) -> None:
    """Loops that only send."""
    async with Sandbox.start_process() as sandbox:
        chats = await sandbox.crowd(count)
        transport = HTTPXRequest(connection_pool_size=CONNECTIONS, read_timeout=20.0, pool_timeout=20.0)
        async with ExtBot(sandbox.token, base_url=f"{sandbox.api_url}/bot", request=transport) as bot:
            seconds = await _loop(chats, lambda chat: bot.send_message(chat, TEXT))
        print(f"python-telegram-bot, bare: {count / seconds:.0f} a second, {AT_ONCE} at once")
    async with Sandbox.start_process() as sandbox:
        chats = await sandbox.crowd(count)
        await _aiogram(sandbox, chats)


async def _aiogram(sandbox: Sandbox, chats: list[int]) -> None:
    try:
        from aiogram import Bot
        from aiogram.client.session.aiohttp import AiohttpSession
        from aiogram.client.telegram import TelegramAPIServer
    except ImportError:
        print("aiogram is not installed")
        return
    session = AiohttpSession(api=TelegramAPIServer.from_base(sandbox.api_url))
    async with Bot(sandbox.token, session=session) as bot:
        seconds = await _loop(chats, lambda chat: bot.send_message(chat, TEXT))
    print(f"aiogram, bare: {len(chats) / seconds:.0f} a second, {AT_ONCE} at once")


async def _loop(chats: list[int], send: Callable[[int], Awaitable[object]]) -> float:
    places = asyncio.Semaphore(AT_ONCE)

    async def one(chat: int) -> None:
        async with places:
            await send(chat)

    began = time.perf_counter()
    await asyncio.gather(*(one(chat) for chat in chats))
    return time.perf_counter() - began


async def unpaced(count: int) -> None:
    """Our sender without limits, and how long after publishing the first and the last notice arrive."""
    with _store() as knowledge:
        async with Sandbox.start_process() as sandbox:
            _follow(knowledge, await sandbox.crowd(count))
            bot = build_bot(_settings(sandbox), knowledge, has_limits=False)
            async with connected(bot):
                sending = asyncio.create_task(bot.sender.run())
                began, at = time.perf_counter(), time.time()
                event = await asyncio.to_thread(_publish, knowledge)
                bot.sender.wake()
                await _decided(knowledge, event)
                seconds = time.perf_counter() - began
                sending.cancel()
                await asyncio.wait([sending])
            times = [call.at - at for call in await sandbox.calls("sendMessage")]
    print(f"our sender, every notice recorded: {count / seconds:.0f} a second, {AT_ONCE} at once")
    print(f"from publishing to the first of {count}: {min(times):.2f} s; to the last: {max(times):.2f} s")


async def _decided(knowledge: Knowledge, event: int) -> None:
    while True:
        progress = await asyncio.to_thread(knowledge.outbox.progress, event)
        if progress is None or progress.remaining == 0:
            return
        await asyncio.sleep(LOOK_AGAIN_SECONDS)


async def paced(seconds: int) -> None:
    """Our sender with Telegram's limits, which the sandbox enforces."""
    with _store() as knowledge:
        async with Sandbox.start_process(has_limits=True) as sandbox:
            _follow(knowledge, await sandbox.crowd(31 * seconds))
            bot = build_bot(_settings(sandbox), knowledge)
            async with connected(bot):
                await asyncio.to_thread(_publish, knowledge)
                sending = asyncio.create_task(bot.sender.run())
                await sandbox.calls("sendMessage", count=1, timeout_seconds=30)
                await asyncio.sleep(seconds)
                sending.cancel()
                await asyncio.wait([sending])
            calls = await sandbox.calls("sendMessage")
    within = [call for call in calls if call.at < calls[0].at + seconds]
    refused = sum(call.code == 429 for call in within)
    share = (len(within) - refused) / (30 * seconds)
    print(
        f"paced: {(len(within) - refused) / seconds:.2f} a second over {seconds} s, {share:.1%} of 30; {refused} refused"
    )


def enqueue(count: int) -> None:
    """Publishing to so many followers."""
    seconds, more = enqueued(count)
    print(f"enqueueing {count} notices: {seconds:.1f} s of the processor, {more:.0f} MB more memory at the most")


def enqueued(count: int) -> tuple[float, float]:
    """The seconds of the processor that publishing to so many followers takes, and the megabytes that it takes at the most."""
    with _store() as knowledge:
        for first in range(1, count + 1, ROWS_AT_ONCE):
            _rows(knowledge, range(first, min(first + ROWS_AT_ONCE, count + 1)))
        before = most_megabytes()
        began = time.process_time()
        _publish(knowledge)
        seconds = time.process_time() - began
        more = most_megabytes() - before
    return seconds, more


@contextmanager
def _store() -> Iterator[Knowledge]:
    with tempfile.TemporaryDirectory() as folder:
        knowledge = open_knowledge(f"sqlite:///{Path(folder)}/cchc.db")
        try:
            yield knowledge
        finally:
            knowledge.close()


def _follow(knowledge: Knowledge, chats: list[int]) -> None:
    for first in range(0, len(chats), ROWS_AT_ONCE):
        _rows(knowledge, chats[first : first + ROWS_AT_ONCE])


def _rows(knowledge: Knowledge, chats: range | list[int]) -> None:
    rule = {"kind": ALL_REPORTS.kind.value, "key": "", "target": "", "created_at": utc_now()}
    with knowledge.store.write() as session:
        connection = session.connection()
        connection.execute(insert(ChatRow), [{"id": chat, "is_silent": False} for chat in chats])
        connection.execute(insert(SubscriptionRow), [{"chat_id": chat, **rule} for chat in chats])


def _publish(knowledge: Knowledge) -> int:
    """The event that everybody is told of."""
    text = TEXT.strip()
    facts = ReportFacts("Báo cáo cải cách hành chính quý I/2019", number="134/BC-VPUBND", organisation="Văn phòng")
    reading = Reading(facts, text, (Statement(Span(0, len(text)), "note"),))
    draft = knowledge.reports.save_draft(reading, checksum="1", by=None)
    return knowledge.reports.publish(draft.report_id, by=None).event_id


def _settings(sandbox: Sandbox) -> Settings:
    return Settings(
        _env_file=None,  # type: ignore[call-arg]  (pydantic-settings takes it)
        telegram_bot_token=SecretStr(sandbox.token),
        telegram_api_url=sandbox.api_url,
    )


if __name__ == "__main__":
    main()
