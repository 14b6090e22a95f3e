"""What a task is, and what any engine promises of it."""

from collections.abc import Awaitable, Callable, Mapping
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Protocol

from bot.backing_off import back_off

# What a task is given; it may wait in a database, so it is text.
Given = Mapping[str, str]
Do = Callable[[Given], Awaitable[None]]

# The n-th attempt waits 2**n seconds, but never longer than this.
LONGEST_BACK_OFF_SECONDS = 60.0


@dataclass(frozen=True, slots=True)
class Task:
    """One kind of work; doing it twice with the same words does no harm.

    `is_alone`: of all processes at most one does it at a time, and at most one more waits.
    `every_seconds`: it is also begun by itself so often.
    `attempts`: so often at the most it is tried when it fails; what is begun by itself is begun again anyhow.
    """

    name: str
    do: Do
    is_alone: bool = False
    every_seconds: int | None = None
    attempts: int = 1


class Work(Protocol):
    """An engine for tasks."""

    def opened(self) -> AbstractAsyncContextManager[None]:
        """`defer` may be called within; nothing is done yet."""

    async def defer(self, task: Task, given: Given) -> None:
        """When this returns the task is done, or it will be although this process dies."""

    async def run(self) -> None:
        """Never returns: does what was deferred and what is due; on cancellation what was deferred and begun is finished, here or by another."""


def pause_after(attempt: int) -> float:
    """How many seconds after that attempt (the first is 1) the next one comes."""
    return back_off(attempt, LONGEST_BACK_OFF_SECONDS)
