"""Running the bot: until it is told to stop, or Telegram says that the token is wrong."""

import asyncio
import logging
import signal
from collections.abc import AsyncIterator, Awaitable
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import uvicorn
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.bootstrap import Bot
from bot.settings import BadSettings
from bot.updates.polling import ALLOWED_UPDATES, Poller
from bot.updates.webhook import webhook_app
from handlers.menu import admins, set_menus
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)

LONGEST_BACK_OFF_SECONDS = 30.0
# How long requests under way may take after the bot is told to stop; container platforms kill after ten.
STOP_WITHIN_SECONDS = 8.0
# Telegram repeats its own updates for a day; older ids need not be known.
INBOX_KEPT_DAYS = 7
# How often to ask the store whether anything was published; the question costs next to nothing.
REFRESH_SECONDS = 0.5


async def run_bot(bot: Bot, stop: asyncio.Event, *, with_sender: bool = True) -> None:
    """Answers, and sends notices, until `stop` is set; raises InvalidToken or BadSettings."""
    webhook = _webhook_server(bot) if bot.settings.webhook_url else None
    async with connected(bot):
        replayed = await bot.intake.replay()
        if replayed:
            log.info("taking up %d updates of an earlier run", replayed)
        await asyncio.to_thread(bot.knowledge.asking.refresh)
        jobs: list[Awaitable[None]] = [_quietly(_set_menus(bot)), _keep_up(bot)]
        if with_sender:
            jobs.append(bot.sender.run())
        if webhook is not None:
            await _set_webhook(bot)
            jobs.append(webhook.serve())
        else:
            await bot.api.delete_webhook()
            jobs.append(Poller(bot.api, bot.intake).run())
        log.info("the bot @%s is up", bot.api.username)
        try:
            await _until(stop, jobs)
        finally:
            await bot.intake.stop()


async def run_sender(bot: Bot, stop: asyncio.Event) -> None:
    """Only sends notices, until `stop` is set."""
    async with connected(bot):
        log.info("the sender of @%s is up", bot.api.username)
        await _until(stop, [bot.sender.run()])


@asynccontextmanager
async def connected(bot: Bot) -> AsyncIterator[None]:
    """The token is known to be good; waits for Telegram to be reachable, raises InvalidToken."""
    try:
        await _reach(bot)
        yield
    finally:
        await bot.application.shutdown()


def stop_on_signals() -> asyncio.Event:
    """Set by Ctrl+C and by the signal that service managers send."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _reach(bot: Bot) -> None:
    seconds = 1.0
    while True:
        try:
            await bot.application.initialize()
        except InvalidToken:
            raise
        except (NetworkError, RetryAfter) as error:
            log.warning("Telegram cannot be reached (%s); next try in %.0f s", error, seconds)
            await asyncio.sleep(seconds)
            seconds = min(2 * seconds, LONGEST_BACK_OFF_SECONDS)
        else:
            return


async def _until(stop: asyncio.Event, jobs: list[Awaitable[None]]) -> None:
    """Runs the jobs until `stop` is set or one of them fails."""
    tasks = [asyncio.ensure_future(job) for job in jobs]
    stopping = asyncio.ensure_future(stop.wait())
    try:
        pending = {*tasks, stopping}
        while not stopping.done():
            done, pending = await asyncio.wait(pending, return_when=asyncio.FIRST_COMPLETED)
            for task in done:
                task.result()
    finally:
        for task in (*tasks, stopping):
            task.cancel()
        await asyncio.wait([*tasks, stopping], timeout=STOP_WITHIN_SECONDS)


async def _keep_up(bot: Bot) -> None:
    """What another process publishes is answered here within a second."""
    while True:
        await asyncio.sleep(REFRESH_SECONDS)
        try:
            await asyncio.to_thread(bot.knowledge.asking.refresh)
        except StoreUnavailable as error:
            log.warning("the store cannot be reached; answering from what is known: %s", error)


async def _set_menus(bot: Bot) -> None:
    await set_menus(bot.api, bot.desk, await asyncio.to_thread(admins, bot.desk))


async def _quietly(job: Awaitable[None]) -> None:
    """The bot works without its menus."""
    try:
        await job
    except TelegramError as error:
        log.warning("the command menus could not be set: %s", error)


def _webhook_server(bot: Bot) -> uvicorn.Server:
    settings = bot.settings
    if settings.webhook_secret is None:
        raise BadSettings(
            "WEBHOOK_SECRET is not set. Without it anybody could send forged updates, also an admin's; "
            "set it to a long random word, or remove WEBHOOK_URL to fetch updates instead."
        )
    app = webhook_app(
        path=urlsplit(settings.webhook_url or "").path or "/",
        secret=settings.webhook_secret.get_secret_value(),
        bot=bot.api,
        intake=bot.intake,
    )
    host, _, port = settings.webhook_listen.rpartition(":")
    config = uvicorn.Config(app, host=host, port=int(port), log_level="warning", access_log=False)
    return uvicorn.Server(config)


async def _set_webhook(bot: Bot) -> None:
    secret = bot.settings.webhook_secret
    await bot.api.set_webhook(
        bot.settings.webhook_url or "",
        secret_token=secret.get_secret_value() if secret else None,
        allowed_updates=ALLOWED_UPDATES,
    )
