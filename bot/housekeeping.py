"""What a running bot does on the side: keep up with the store, look at watched sources, and forget what is no longer needed."""

import asyncio
import gc
import logging
import sys
from collections.abc import Callable
from datetime import timedelta
from zoneinfo import ZoneInfo

from knowledge.bootstrap import Knowledge
from knowledge.lazily import lazily
from knowledge.store.clock import Clock
from knowledge.store.store import StoreUnavailable

log = logging.getLogger(__name__)

put_into_large_pages: Callable[[], int] = lazily("bot.large_pages", "put_into_large_pages")

# How often to ask the store whether anything was published, where nobody tells.
REFRESH_SECONDS = 0.5
# The same where other processes tell of it (PostgreSQL): a connection can be lost without a word.
REFRESH_HEARING_SECONDS = 10.0
# What was published meanwhile is followed together, and at most a fifth of the time goes into following; an import publishes
# several reports a second, each of which every process follows while it answers.
REST_FOR_EACH_SECOND = 4.0
LONGEST_REST_SECONDS = 0.5
# How often to look whether so much came and went that the view should be laid out anew; it is good without.
TIDY_VIEW_SECONDS = 60.0
# By then nobody answers from the view of before any more.
ANSWERED_SECONDS = 5.0
# So many new objects are worth a look: one to three milliseconds.  Python's own 700 come with every few answers.
GARBAGE_AT = 5_000
# What outlived a look is mostly what was read for answers, and no garbage.  Python looks at ten looks' survivors together,
# and that stops every answer for a third of a second; here they wait for a moment in which nobody waits.
_NEVER = 1_000_000
_OLDEST = 2
SWEEP_SECONDS = 60.0
SWEEP_AFTER_LOOKS = 20
# Some hundred kilobytes each: after so many nobody is waited for.
MOST_LOOKS = 60
# What is due today is told in office hours; looking again costs one query over what is followed.
REMIND_FROM_HOUR, REMIND_UNTIL_HOUR = 7, 18
# Telegram repeats an update for a day at most; older ids need not be known.
UPDATES_KEPT = timedelta(days=7)
# A conversation is over after half an hour; a day is more than that.
CONVERSATIONS_KEPT = timedelta(days=1)
# Long enough for a yearly look at what people could not get; no longer, for they are people's words.
QUESTIONS_KEPT = timedelta(days=400)


async def keep_up(knowledge: Knowledge, is_new: Callable[[], None]) -> None:
    """Never returns: what another process publishes is answered here within a second; `is_new` is called when it was looked."""
    is_away = False
    try:
        while True:
            await knowledge.hearing.wait(REFRESH_HEARING_SECONDS if knowledge.hearing.is_hearing else REFRESH_SECONDS)
            try:
                has_moved = await asyncio.to_thread(knowledge.asking.refresh)
                if is_away:
                    log.warning("the store can be reached again")
                is_away = False
                is_new()
                if has_moved:
                    rest = REST_FOR_EACH_SECOND * knowledge.asking.refreshed_in_seconds
                    await asyncio.sleep(min(rest, LONGEST_REST_SECONDS))
            except StoreUnavailable as error:
                if not is_away:  # it is tried twice a second
                    log.warning("the store cannot be reached; answering from what is known: %s", error)
                is_away = True
    finally:
        await knowledge.hearing.close()


async def keep_tidy(knowledge: Knowledge) -> None:
    """Never returns: when much came and went, the view is laid out anew by a process of its own, and then taken up."""
    while True:
        await asyncio.sleep(TIDY_VIEW_SECONDS)
        if knowledge.asking.is_untidy:
            try:
                if not await asyncio.to_thread(knowledge.asking.has_newer_snapshot):
                    await _lay_out_aside(knowledge)
                if await asyncio.to_thread(knowledge.asking.take_up):
                    await asyncio.sleep(ANSWERED_SECONDS)
                    spare_what_stays()
                    await asyncio.to_thread(put_into_large_pages)
            except (StoreUnavailable, OSError) as error:
                log.warning("the view could not be laid out anew: %s", error)


def look_for_garbage_seldom() -> None:
    """Begins to look for it; what was loaded stays, and is never looked through."""
    gc.freeze()
    gc.set_threshold(GARBAGE_AT, _NEVER, _NEVER)
    gc.enable()


async def sweep(quiet_seconds: Callable[[], float]) -> None:
    """Never returns: what outlived looks for garbage is looked through while nobody waits."""
    while True:
        await asyncio.sleep(SWEEP_SECONDS)
        _, looks, sweeps = gc.get_count()
        if oldest := oldest_to_sweep(looks, sweeps, quiet_seconds()):
            gc.collect(oldest)
            if oldest == _OLDEST:  # nobody waits, and much was read since
                await asyncio.to_thread(put_into_large_pages)


def oldest_to_sweep(looks: int, sweeps: int, quiet_seconds: float) -> int:
    """What is looked through now: what outlived a look since the last sweep (1), all that ever did (2) or nothing (0).

    All takes up to a second, so that nobody may have written for a while; one who writes just then waits.
    """
    if sweeps and quiet_seconds >= SWEEP_SECONDS:
        return _OLDEST
    return int(looks >= (SWEEP_AFTER_LOOKS if quiet_seconds else MOST_LOOKS))


def spare_what_was_warmed() -> bool:
    """What was built at the start stays too: looking through it first would stop every answer for a fifth of a second.

    False of a process that holds more than one bot, where nothing is done.
    """
    if not gc.get_freeze_count():
        return False
    gc.freeze()
    return True


def spare_what_stays() -> None:
    """What is there now is looked through for garbage once and then no more.

    The view of a large store is hundreds of thousands of objects, and looking through them stops every answer for half a second.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


async def _lay_out_aside(knowledge: Knowledge) -> None:
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "knowledge.laying_out", stdin=asyncio.subprocess.PIPE
    )
    try:
        await process.communicate(knowledge.store.url.encode())
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()


async def remind(knowledge: Knowledge, clock: Clock, zone: ZoneInfo) -> None:
    """By day, whoever follows a document hears of its day, and once a week owners of the week."""
    now = clock().astimezone(zone)
    if REMIND_FROM_HOUR <= now.hour < REMIND_UNTIL_HOUR:
        try:
            await asyncio.to_thread(knowledge.reminders.write, now.date())
            await asyncio.to_thread(knowledge.weekly.write, now.date())
        except StoreUnavailable as error:
            log.warning("nobody was reminded, the store cannot be reached: %s", error)


async def publish_due(knowledge: Knowledge, wake_sender: Callable[[], None]) -> None:
    """What was put off is published when its hour has come, by one of all processes."""
    try:
        if await asyncio.to_thread(knowledge.releasing.release_due):
            wake_sender()
    except StoreUnavailable as error:
        log.warning("nothing was published, the store cannot be reached: %s", error)


async def write_digests(knowledge: Knowledge, wake_sender: Callable[[], None]) -> None:
    """What was held back for a chat's digest goes out when its hour has come."""
    try:
        if await asyncio.to_thread(knowledge.digests.write):
            wake_sender()
    except StoreUnavailable as error:
        log.warning("no digest was written, the store cannot be reached: %s", error)


async def tidy_up(knowledge: Knowledge, clock: Clock) -> None:
    """Old updates, conversations and questions are forgotten."""
    try:
        await asyncio.to_thread(_forget, knowledge, clock)
    except StoreUnavailable as error:
        log.warning("nothing was tidied up, the store cannot be reached: %s", error)


async def look_at_sources(knowledge: Knowledge, wake_sender: Callable[[], None]) -> None:
    """Watched sources whose time has come are looked at, one after the other; returns when there is none."""
    has_looked = True
    while has_looked:
        try:
            has_looked = await asyncio.to_thread(knowledge.watcher.look_at_due) is not None
        except StoreUnavailable as error:
            log.warning("no watched source was looked at, the store cannot be reached: %s", error)
            return
        except Exception:
            # One source that cannot be dealt with must not end the looking at all others.
            log.exception("a watched source could not be looked at")
            return
        if has_looked:
            wake_sender()


def _forget(knowledge: Knowledge, clock: Clock) -> None:
    now = clock()
    knowledge.inbox.prune(now - UPDATES_KEPT)
    knowledge.conversations.prune(now - CONVERSATIONS_KEPT)
    knowledge.questions.prune(now - QUESTIONS_KEPT)
    knowledge.corrections.prune(now - QUESTIONS_KEPT)
