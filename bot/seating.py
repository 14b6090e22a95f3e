"""Of one store one process answers, and of an SQLite store one sends; whoever comes later is told so and does not start."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager

from bot.settings import Settings
from knowledge.store.engine import address_of
from knowledge.store.seats import Seat, SeatName, SeatTaken, seat_of, sitting_on

_ANSWERING = "{who} answers from this store already, and two would answer every question twice. Stop it first."
_FETCHING = (
    "{who} answers from this store already, and one that fetches updates must be alone. Stop it first; "
    "to run several, give each of them WEBHOOK_URL."
)
_SENDING = (
    "{who} sends this store's alerts already, and two would send faster than Telegram allows. Stop it first, or start "
    "`cchc run --no-sender`."
)
_USING = "{who} is using this store. Stop it first."


class AlreadyRunning(RuntimeError):
    """Another process does on this store what only one may; the message says what to do."""


@asynccontextmanager
async def seated(settings: Settings, *, answers: bool, sends: bool, stop: asyncio.Event) -> AsyncIterator[None]:
    """The seats of who does that, until the block ends; raises AlreadyRunning before it begins.

    Where one gets lost meanwhile, `stop` is set, and that is raised at its end.
    """
    async with AsyncExitStack() as stack:
        await _take(stack, wanted := _wanted(settings, answers=answers, sends=sends))
        keeping = [asyncio.create_task(seat.keep()) for seat, _ in wanted]
        for task in keeping:
            task.add_done_callback(lambda task: None if task.cancelled() else stop.set())
        try:
            yield
        finally:
            for task in keeping:
                task.cancel()
            ended = await asyncio.gather(*keeping, return_exceptions=True)
        for error in ended:
            if isinstance(error, SeatTaken):
                raise _told(_FETCHING, error)
            if isinstance(error, Exception):
                raise error


@asynccontextmanager
async def undisturbed(settings: Settings) -> AsyncIterator[None]:
    """Nobody answers or sends until the block ends; raises AlreadyRunning where somebody does."""
    url = settings.database_url.get_secret_value()
    async with AsyncExitStack() as stack:
        await _take(stack, [(seat_of(url, name), _USING) for name in SeatName])
        yield


def who_answers(settings: Settings) -> int | None:
    """The process on this machine that answers from an SQLite store; None where there is none."""
    return sitting_on(settings.database_url.get_secret_value(), SeatName.ANSWERING)


def _wanted(settings: Settings, *, answers: bool, sends: bool) -> list[tuple[Seat, str]]:
    """The seats, each with what is said where another has it."""
    url = settings.database_url.get_secret_value()
    is_file = address_of(url) is None
    # Replicas that Telegram calls share their chats; one that fetches takes every chat for its own.
    with_others = settings.webhook_url is not None and not is_file
    answering = seat_of(url, SeatName.ANSWERING, with_others=with_others), _ANSWERING if is_file else _FETCHING
    sending = seat_of(url, SeatName.SENDING), _SENDING
    return [answering] * answers + [sending] * (sends and is_file)  # on PostgreSQL workers agree among themselves


async def _take(stack: AsyncExitStack, wanted: list[tuple[Seat, str]]) -> None:
    for seat, sentence in wanted:
        try:
            await seat.take()
        except SeatTaken as error:
            raise _told(sentence, error) from None
        stack.push_async_callback(seat.leave)


def _told(sentence: str, error: SeatTaken) -> AlreadyRunning:
    who = f"Another process ({error.process_id})" if error.process_id else "Another process"
    return AlreadyRunning(sentence.format(who=who))
