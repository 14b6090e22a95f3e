"""The demo: the shipped samples, a sandbox in place of Telegram, and the real bot between them, over HTTP."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from pydantic import SecretStr

from bot.bootstrap import Bot, build_bot
from bot.explaining import Failed
from bot.running import run_bot
from bot.sandbox.client import Person, Sandbox
from bot.settings import Settings
from bot.storing import open_store
from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from knowledge.importing.readers import UnreadableFile
from knowledge.store.reports import ReportSummary

SAMPLES = Path(__file__).parent.parent / "samples"

# The person who may do everything in the demo; ids of its other people are the sandbox's to give.
ADMIN_ID = 4711

Say = Callable[[str], object]


@dataclass(frozen=True, slots=True)
class Demo:
    """The demo, up and running."""

    address: str
    knowledge: Knowledge
    official: Person
    subscriber: Person
    admin: Person
    draft: ReportSummary  # the latest report, kept back for the admin to publish


@asynccontextmanager
async def open_demo(
    folder: Path, *, port: int, stop: asyncio.Event, say: Say, has_limits: bool = True
) -> AsyncIterator[Demo]:
    """A demo with a fresh store in `folder`, until the block ends; raises OSError where the port is in use.

    Without Telegram's limits it answers as fast as it can, which no real bot may.
    """
    async with Sandbox.start(port=port, has_limits=has_limits) as sandbox:
        settings = _settings(folder, sandbox)
        knowledge = await asyncio.to_thread(_fill, settings, say)
        try:
            bot = build_bot(settings, knowledge, has_limits=has_limits)
            demo = await _people(sandbox, knowledge)
            async with _running(bot, stop):
                yield demo
        finally:
            knowledge.close()


@asynccontextmanager
async def _running(bot: Bot, stop: asyncio.Event) -> AsyncIterator[None]:
    task = asyncio.create_task(run_bot(bot, stop))
    task.add_done_callback(lambda _: stop.set())
    try:
        yield
    finally:
        stop.set()
        await task


def _settings(folder: Path, sandbox: Sandbox) -> Settings:
    folder.mkdir(parents=True, exist_ok=True)
    store = folder / "demo.db"
    for old in folder.glob("demo.db*"):  # the sandbox forgets its chats, so the store does, too
        old.unlink()
    return Settings(
        _env_file=None,
        telegram_bot_token=SecretStr(sandbox.token),
        telegram_api_url=sandbox.api_url,
        telegram_proxy_url=None,
        database_url=SecretStr(f"sqlite:///{store.resolve()}"),
        owner_ids=frozenset({ADMIN_ID}),
        webhook_url=None,
    )


def _fill(settings: Settings, say: Say) -> Knowledge:
    """The store with every sample published but the one of the latest period."""
    knowledge = open_store(settings)
    for path in sorted(SAMPLES.iterdir()):
        try:
            knowledge.importing.import_file(path, by=None)
        except UnreadableFile as error:
            say(f"{path.name} is left out: {error.in_language('en')}")
    drafts = sorted(knowledge.reports.drafts(), key=_told_until)
    if len(drafts) < 2:
        raise Failed(f"the samples in {SAMPLES} are missing")
    for draft in drafts[:-1]:
        knowledge.reports.publish(draft.id, by=None, notify=False)
    return knowledge


def _told_until(report: ReportSummary) -> tuple[bool, date]:
    """Registers first, then the reports by the end of their period."""
    is_report = report.kind != "register" and report.period is not None
    return is_report, report.period.last if report.period else date.min


async def _people(sandbox: Sandbox, knowledge: Knowledge) -> Demo:
    official = await sandbox.user("Lan", role="cán bộ", username="lan")
    subscriber = await sandbox.user("Hoa", role="theo dõi", username="hoa", is_started=True)
    admin = await sandbox.user("Minh", role="quản trị", username="minh", user_id=ADMIN_ID)
    knowledge.subscribers.subscribe(subscriber.id, ALL_REPORTS, by=subscriber.id)
    return Demo(sandbox.address, knowledge, official, subscriber, admin, knowledge.reports.drafts()[0])
