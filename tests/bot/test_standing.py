"""As few notices are begun as keep the gate busy."""

import asyncio

from bot.outbox.standing import MOST, SPARE, Standing, enough


def test_the_sooner_beginnings_are_kept_the_fewer_are_begun_ahead():
    assert [enough(seconds, has_limits=True) for seconds in (0.0, 0.02, 0.1, 60.0)] == [SPARE, 4, 8, MOST]


def test_without_limits_nobody_stands_so_as_many_begin_together_as_come():
    assert enough(0.0, has_limits=False) == MOST


async def test_whoever_finds_no_place_begins_when_another_has_gone():
    standing, begun, may_go = Standing(lambda: 2), [], asyncio.Event()

    async def begin(number: int) -> None:
        async with standing:
            begun.append(number)
            await may_go.wait()

    beginning = [asyncio.create_task(begin(number)) for number in range(5)]
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    at_first = list(begun)
    may_go.set()
    await asyncio.gather(*beginning)
    assert (at_first, sorted(begun)) == ([0, 1], [0, 1, 2, 3, 4])
