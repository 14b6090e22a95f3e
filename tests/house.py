"""The whole bot, running against a sandbox: what tests of bot and handlers talk to."""

import asyncio
import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from telegram import Update

from bot.bootstrap import Bot, build_bot
from bot.running import run_bot
from bot.sandbox.client import Person, Sandbox
from bot.settings import Settings
from handlers.words import Catalogue
from knowledge.bootstrap import Knowledge
from knowledge.facts import Period, PeriodKind, Reading, ReportFacts, Span, Statement
from knowledge.grammar.year_parts import make_period
from knowledge.store.clock import Clock

# As the fixture `knowledge` has it.
OWNER = 1
# Far beyond the sandbox's own.
_FORGED = itertools.count(2_000_000_000)
ROOT = Path(__file__).parents[1]


@dataclass(frozen=True)
class House:
    """The bot, what it knows, the sandbox that it runs against and the clock that both go by."""

    bot: Bot
    knowledge: Knowledge
    sandbox: Sandbox
    clock: Clock

    async def official(self, name: str = "Lan", **given: object) -> Person:
        """Somebody who may only ask and follow."""
        return await self.sandbox.user(name, is_started=True, **given)  # type: ignore[arg-type]

    async def owner(self) -> Person:
        """Somebody who may do everything."""
        return await self.sandbox.user("Minh", user_id=OWNER, is_started=True)

    async def forge_press(self, person: Person, data: str) -> None:
        """A button that was never shown is pressed all the same, as a modified client could; then it is handled."""
        sender = {"id": person.id, "is_bot": False, "first_name": person.name}
        chat = {"id": person.id, "type": "private", "first_name": person.name}
        message = {"message_id": 1, "date": 1, "chat": chat, "text": "."}
        query = {"id": "1", "from": sender, "chat_instance": "1", "data": data, "message": message}
        number = next(_FORGED)
        update = Update.de_json({"update_id": number, "callback_query": query}, self.bot.api)
        await self.bot.intake.receive(update)
        await self.bot.intake.finish()

    def draft(self, **given: object) -> int:
        """The id of a report that waits to be published."""
        reading = make_report(**given)  # type: ignore[arg-type]
        checksum = f"{reading.report.number} {reading.text}"
        return self.knowledge.reports.save_draft(reading, checksum=checksum, by=OWNER).report_id

    def published(self, **given: object) -> int:
        """The id of a published report of which nobody was told."""
        return self.knowledge.reports.publish(self.draft(**given), by=OWNER, notify=False).report_id


def settings_for(sandbox: Sandbox, **given: object) -> Settings:
    """Settings with which a bot finds this sandbox."""
    return Settings(
        _env_file=None,  # type: ignore[call-arg]
        telegram_bot_token=sandbox.token,  # type: ignore[arg-type]
        telegram_api_url=sandbox.api_url,
        owner_ids=frozenset({OWNER}),
        **given,  # type: ignore[arg-type]
    )


@asynccontextmanager
async def open_house(
    sandbox: Sandbox, knowledge: Knowledge, clock: Clock, *, catalogue: Catalogue | None = None
) -> AsyncIterator[House]:
    """The bot runs until the block ends; its own failure fails the block."""
    # People in tests type faster than Telegram lets a bot answer; the pacer has tests of its own.
    bot = build_bot(settings_for(sandbox), knowledge, clock=clock, has_limits=False, catalogue=catalogue)
    stop = asyncio.Event()
    running = asyncio.create_task(run_bot(bot, stop))
    try:
        yield House(bot, knowledge, sandbox, clock)
    finally:
        stop.set()
        await running


def make_report(
    *,
    number: str = "134/BC-VPUBND",
    title: str = "Báo cáo cải cách hành chính quý I/2019",
    organisation: str = "Văn phòng UBND tỉnh Hưng Hòa",
    period: Period | None = None,
    sentences: tuple[str, ...] = ("Trung tâm tiếp nhận 4.984 hồ sơ.",),
) -> Reading:
    """A report that says these sentences; without facts, which no test here needs."""
    text = "\n".join((title, *sentences))
    statements, start = [], len(title) + 1
    for sentence in sentences:
        statements.append(Statement(Span(start, start + len(sentence)), "figure"))
        start += len(sentence) + 1
    facts = ReportFacts(title, number=number, organisation=organisation, period=period or quarter(1))
    return Reading(facts, text, tuple(statements))


def quarter(index: int) -> Period:
    """A quarter of 2019."""
    return make_period(PeriodKind.QUARTER, index, 2019)
