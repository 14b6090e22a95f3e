"""A worker that begins a task and never ends it: run as a program, to be killed. Arguments: the database, alone or not."""

import asyncio
import sys

from bot.work.task import Given, Task
from bot.work.with_procrastinate import Procrastinate


async def begin(_: Given) -> None:
    """Says so, and waits."""
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    await asyncio.Event().wait()


async def main(address: str, *, is_alone: bool) -> None:
    """Until it is killed."""
    work = Procrastinate([Task("task", begin, is_alone=is_alone)], address)
    async with work.opened():
        await work.run()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], is_alone=sys.argv[2] == "alone"))
