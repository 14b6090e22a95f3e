"""Running the bot until it is told to stop; it does not begin where Telegram says that the token is wrong."""

import asyncio
import gc
import logging
import signal
from collections.abc import AsyncIterator, Awaitable, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext, suppress
from functools import partial
from importlib import import_module
from math import inf
from socket import socket
from typing import TYPE_CHECKING, Any

from telegram.error import RetryAfter, TelegramError, TimedOut

from bot.bootstrap import Bot
from bot.housekeeping import keep_tidy, keep_up, look_for_garbage_seldom, sweep
from bot.transport import NotSent, ServerFailed
from bot.updates.listening import listen
from bot.updates.polling import Poller
from handlers.failures import say_that_it_waits
from handlers.menu import introduce, members, set_menus
from knowledge.lazily import lazily
from knowledge.store.store import StoreUnavailable

if TYPE_CHECKING:
    from bot.updates.serving import Webhook

log = logging.getLogger(__name__)

Job = Coroutine[Any, Any, None]
Call = Callable[[], Awaitable[object]]


def _loaded_aside(module: str, name: str) -> Callable[..., Job]:
    """That job of the module, which a thread loads when the job begins, so that nobody waits for it."""

    async def begin(*given: Any) -> None:
        loaded = await asyncio.to_thread(import_module, module)
        await getattr(loaded, name)(*given)

    return begin


# A web server is loaded by those who are called; most bots fetch their updates.
_show_broadcasts = _loaded_aside("bot.outbox.showing", "show_broadcasts")
_keep_warm = _loaded_aside("bot.warming", "keep_warm")
_open_webhook: "Callable[..., Webhook]" = lazily("bot.updates.serving", "open_webhook")
_serve_status = _loaded_aside("bot.updates.serving", "serve_status")

LONGEST_BACK_OFF_SECONDS = 30.0
# What waited for the start is answered within so long, or else everything begins beside it.
ANSWERED_WITHIN_SECONDS = 3.0
# How long requests under way may take after the bot is told to stop; container platforms kill after ten.
STOP_WITHIN_SECONDS = 8.0


async def run_bot(bot: Bot, stop: asyncio.Event, *, with_sender: bool = True) -> None:
    """Answers, and sends notices, until `stop` is set; raises InvalidToken, BadSettings or CannotListen."""
    webhook = None
    if bot.settings.webhook_url:
        tell = partial(say_that_it_waits, application=bot.application)
        webhook = _open_webhook(bot.settings, bot.api, bot.intake, bot.status, bot.metrics, tell)
    with _door(bot) as door:
        await _until(_told(bot, stop), _answer(bot, webhook, door, with_sender=with_sender))


async def run_sender(bot: Bot, stop: asyncio.Event) -> None:
    """Only sends notices and looks at watched sources, until `stop` is set; raises InvalidToken, BadSettings or CannotListen."""
    with _door(bot) as door:
        await _until(stop.wait(), _send(bot, door))


async def _told(bot: Bot, stop: asyncio.Event) -> None:
    """Returns when the bot should stop; one of several behind a balancer first says that it is not ready, and answers on until that was seen."""
    await stop.wait()
    if bot.settings.webhook_url and bot.knowledge.store.is_postgresql and bot.status.is_open:
        bot.status.close()
        await asyncio.sleep(bot.settings.webhook_drain_seconds)


@asynccontextmanager
async def connected(bot: Bot, *calls: Call) -> AsyncIterator[None]:
    """The token is known to be good, and these calls are made; waits for Telegram to be reachable, raises InvalidToken."""
    try:
        # Telegram is far from most: one way there and back for all of them, and as many connections are ready for what follows.
        await bot.api.request.initialize()
        await _all(_reach(bot.application.initialize), *map(_reach, calls))
        yield
    finally:
        await bot.application.shutdown()
        await bot.api.shutdown()  # which the application leaves out when it was stopped while it started


def stop_on_signals() -> asyncio.Event:
    """Set by Ctrl+C and by the signal that service managers send."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


async def _answer(bot: Bot, webhook: "Webhook | None", door: socket | None, *, with_sender: bool) -> None:
    announce = webhook.announce if webhook else bot.api.delete_webhook
    # Only one process can fetch updates, and only one can use an SQLite file.
    is_alone = webhook is None or not bot.knowledge.store.is_postgresql
    async with _loading(bot, is_alone=is_alone) as loading, connected(bot, announce), bot.work.opened():
        await loading
        _collect_garbage()
        if replayed := await bot.intake.replay(is_alone=False):
            log.info("taking up the updates of %d chats that an earlier run left", replayed)
        log.info("the bot @%s is up", bot.api.username)
        poller = Poller(bot.api, bot.intake, partial(say_that_it_waits, application=bot.application))
        jobs = [
            _take_updates(bot, webhook.serve() if webhook else poller.run()),
            bot.intake.keep_turns(),
            bot.token_watch.keep(bot.api),
            keep_up(bot.knowledge, bot.metrics.view_is_new),
            keep_tidy(bot.knowledge),
            sweep(lambda: bot.intake.quiet_seconds),
        ]
        unhurried = [_show_menus(bot), _keep_warm(bot.knowledge), *_work(bot, with_sender=with_sender)]
        await _all(*jobs, *_status(bot, door), _after_the_first(bot, None if webhook else poller, unhurried))


@asynccontextmanager
async def _loading(bot: Bot, *, is_alone: bool) -> AsyncIterator["asyncio.Future[Any]"]:
    """What is answered from is loaded, and what an earlier run left is anybody's, while Telegram is being reached."""
    jobs: list[Coroutine[Any, Any, object]] = [asyncio.to_thread(bot.knowledge.asking.refresh)]
    if is_alone:
        jobs.append(bot.intake.free_turns())
    loading = asyncio.gather(*jobs)
    try:
        yield loading
    finally:
        await asyncio.wait({loading})


async def _after_the_first(bot: Bot, poller: Poller | None, jobs: list[Job]) -> None:
    """Does these jobs, for which no chat waits, once those who wrote before the start have been answered."""
    try:
        with suppress(TimeoutError):
            async with asyncio.timeout(ANSWERED_WITHIN_SECONDS):
                if poller is not None:
                    await poller.has_looked.wait()
                await bot.intake.finish()
    except asyncio.CancelledError:
        for job in jobs:
            job.close()
        raise
    await _all(*jobs)


async def _take_updates(bot: Bot, source: Job) -> None:
    """Never returns; on cancellation, first no more come in, and then those under way are finished."""
    bot.status.open()
    try:
        await source
    finally:
        bot.status.close()
        await bot.intake.stop()


@contextmanager
def _door(bot: Bot) -> Iterator[socket | None]:
    """Where balancers and monitoring ask, taken before anything else is begun; None where no address is set for that."""
    address = bot.settings.status_listen
    with listen(address, "STATUS_LISTEN") if address else nullcontext() as door:
        yield door


def _status(bot: Bot, door: socket | None) -> list[Job]:
    """Serving what is asked there."""
    return [] if door is None else [_serve_status(door, bot.status, bot.metrics)]


async def _send(bot: Bot, door: socket | None) -> None:
    async with connected(bot), bot.work.opened():
        _collect_garbage()
        log.info("the sender of @%s is up", bot.api.username)
        bot.status.open()
        jobs = [bot.token_watch.keep(bot.api), sweep(lambda: inf)]
        await _all(*jobs, *_status(bot, door), *_work(bot, with_sender=True))


def _work(bot: Bot, *, with_sender: bool) -> list[Job]:
    """What is done on the side: here, or in PostgreSQL by whichever process is a worker."""
    if not with_sender:
        return [] if bot.knowledge.store.is_postgresql else [bot.work.run(), _tell_to_stop(bot)]
    showing = _show_broadcasts(bot.knowledge, bot.api, bot.desk.catalogue, bot.desk.zone)
    sending = [] if bot.knowledge.store.is_postgresql else [bot.sender.run()]
    return [bot.work.run(), _tell_to_stop(bot), showing, *sending]


async def _tell_to_stop(bot: Bot) -> None:
    """Never returns; on cancellation, what takes long is told so."""
    try:
        await asyncio.Event().wait()
    finally:
        bot.stopping.set()
        bot.knowledge.watcher.close()


def _collect_garbage() -> None:
    """Begins with it where the program put it off; a process that holds more than one bot must not keep each of them."""
    if not gc.isenabled():
        look_for_garbage_seldom()


async def _reach(call: Call) -> None:
    """Calls until Telegram can be reached; raises InvalidToken."""
    seconds = 1.0
    while True:
        try:
            await call()
        except (NotSent, TimedOut, RetryAfter, ServerFailed) as error:
            log.warning("Telegram cannot be reached (%s); next try in %.0f s", error, seconds)
            await asyncio.sleep(seconds)
            seconds = min(2 * seconds, LONGEST_BACK_OFF_SECONDS)
        else:
            return


async def _all(*jobs: Job) -> None:
    """Runs the jobs side by side; when one fails the others end, and its error is raised."""
    tasks = [asyncio.create_task(job) for job in jobs]
    try:
        # Unlike `gather`, this cancels nothing by itself: jobs that finish what they began are cancelled once.
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_EXCEPTION)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.wait(tasks)
    for error in [task.exception() for task in done]:
        if error is not None:
            raise error


async def _until(told: Coroutine[Any, Any, object], job: Job) -> None:
    """Runs the job until it ends by itself or `told` returns."""
    working, stopping = asyncio.create_task(job), asyncio.create_task(told)
    try:
        await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
        if working.done():
            working.result()
    finally:
        working.cancel()
        stopping.cancel()
        await asyncio.wait({working, stopping}, timeout=STOP_WITHIN_SECONDS)


async def _show_menus(bot: Bot) -> None:
    """Once; the bot works without its menus and descriptions."""
    try:
        await set_menus(bot.api, bot.desk, await asyncio.to_thread(members, bot.desk))
        await introduce(bot.api, bot.desk)
    except (TelegramError, StoreUnavailable) as error:
        log.warning("the command menus and descriptions could not be set: %s", error)
