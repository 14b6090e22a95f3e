"""Every task of the bot, on one page."""

import asyncio
import json
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import timedelta

from telegram import Bot as Api
from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ExtBot

from bot.backup import back_up_daily
from bot.clock_watch import ClockWatch
from bot.housekeeping import look_at_sources, publish_due, remind, tidy_up, write_digests
from bot.outbox.sender import Sender
from bot.settings import Settings
from bot.transport import ServerFailed, may_have_arrived
from bot.updates.handling import is_passing
from bot.work.sending import send_what_waits
from bot.work.task import Given, Task
from handlers.desk import Desk
from knowledge.lazily import lazily

log = logging.getLogger(__name__)

# What understands reports is loaded with the first file.
_import_file: Callable[[Update, Api, Desk], Awaitable[None]] = lazily("handlers.files", "import_file")
_give_up_file: Callable[[Update, Api, Desk], Awaitable[None]] = lazily("handlers.files", "give_up")

# A source that an admin has just added is looked at within so long.
WATCH_SECONDS = 5
# A notice whose time has come leaves within so long, where nobody woke the sender.
SEND_SECONDS = 5
# An hour that was chosen for a publication is kept to within so long.
PUBLISH_SECONDS = 10
# A digest comes within so long of its hour; looking costs one query.
DIGEST_SECONDS = 15
REMIND_SECONDS = 600
TIDY_SECONDS = 3600
# While Telegram or the store is away a file waits as long as Telegram keeps updates for whoever is away; one that Telegram
# itself fails to hand out, an hour.
FILE_WAITS, REFUSED_FILE_WAITS = timedelta(days=1), timedelta(hours=1)
# A minute lies between the later ones, so that the time above is over first.
IMPORT_ATTEMPTS = 2000


@dataclass(frozen=True, slots=True)
class Tasks:
    """The tasks, each by what it is for."""

    send: Task
    import_file: Task
    watch: Task
    publish: Task
    remind: Task
    digest: Task
    back_up: Task
    tidy: Task

    def keeping_to(self, clock_watch: ClockWatch) -> "Tasks":
        """The same, but that what is done by the clock waits while that is wrong."""
        names = ("watch", "publish", "remind", "digest", "back_up", "tidy")
        return replace(self, **{name: _by_the_clock(getattr(self, name), clock_watch) for name in names})

    @property
    def aside(self) -> tuple[Task, ...]:
        """All but sending, which a process that is alone does without beginning or end."""
        return self.import_file, self.watch, self.publish, self.remind, self.digest, self.back_up, self.tidy

    @property
    def all(self) -> tuple[Task, ...]:
        """Those that workers share."""
        return (self.send, *self.aside)


def tasks_of(desk: Desk, api: ExtBot[str], sender: Sender, settings: Settings, stopping: asyncio.Event) -> Tasks:
    """The tasks of this bot; sending ends when `stopping` is set."""
    knowledge = desk.knowledge

    async def send(_: Given) -> None:
        await send_what_waits(sender, knowledge.outbox, desk.clock, stopping)

    async def watch(_: Given) -> None:
        await look_at_sources(knowledge, desk.wake_sender)

    async def publish(_: Given) -> None:
        await publish_due(knowledge, desk.wake_sender)

    async def remind_of_days(_: Given) -> None:
        await remind(knowledge, desk.clock, desk.zone)

    async def digest(_: Given) -> None:
        await write_digests(knowledge, desk.wake_sender)

    async def tidy(_: Given) -> None:
        await tidy_up(knowledge, desk.clock)

    async def back_up(_: Given) -> None:
        if settings.backup_folder is not None and not knowledge.store.is_postgresql:
            await asyncio.to_thread(back_up_daily, settings, desk.clock().astimezone(desk.zone))

    return Tasks(
        send=Task("send", send, is_alone=True, every_seconds=SEND_SECONDS),
        import_file=Task("import_file", _import(desk, api), attempts=IMPORT_ATTEMPTS),
        watch=Task("watch", watch, is_alone=True, every_seconds=WATCH_SECONDS),
        publish=Task("publish", publish, is_alone=True, every_seconds=PUBLISH_SECONDS),
        remind=Task("remind", remind_of_days, is_alone=True, every_seconds=REMIND_SECONDS),
        digest=Task("digest", digest, is_alone=True, every_seconds=DIGEST_SECONDS),
        back_up=Task("back_up", back_up, is_alone=True, every_seconds=TIDY_SECONDS),
        tidy=Task("tidy", tidy, is_alone=True, every_seconds=TIDY_SECONDS),
    )


def _by_the_clock(task: Task, clock_watch: ClockWatch) -> Task:
    async def do(given: Given) -> None:
        if not clock_watch.is_wrong:
            await task.do(given)

    return replace(task, do=do)


def file_of(update: Update) -> Given:
    """What the task that imports a file is given."""
    return {"update": update.to_json()}


def _import(desk: Desk, api: Api) -> Callable[[Given], Awaitable[None]]:
    async def do(given: Given) -> None:
        update = Update.de_json(json.loads(given["update"]), api)
        try:
            await _import_file(update, api, desk)
        except Exception as error:
            waits = REFUSED_FILE_WAITS if isinstance(error, ServerFailed) else FILE_WAITS
            # An answer that was lost is no harm: all that an import does may be done twice.
            if (is_passing(error) or may_have_arrived(error)) and await _known_for(update, desk) < waits:
                raise
            log.exception("the file of update %d could not be imported", update.update_id)
            await _say_that_it_failed(update, api, desk)

    return do


async def _known_for(update: Update, desk: Desk) -> timedelta:
    return await asyncio.to_thread(desk.knowledge.inbox.known_for, update.update_id)


async def _say_that_it_failed(update: Update, api: Api, desk: Desk) -> None:
    try:
        await _give_up_file(update, api, desk)
    except TelegramError as error:
        log.warning("nobody was told that the file of update %d failed: %s", update.update_id, error)
