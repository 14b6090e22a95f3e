"""How fast a bot may send (core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this)."""

from collections.abc import Iterator

import pytest

from bot.sandbox.client import Person, Sandbox
from bot.sandbox.errors import ApiError
from bot.sandbox.limits import Limits

from .conftest import Raw


class Clock:
    """A clock that is set by hand."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def limits(clock: Clock) -> Limits:
    return Limits(clock=clock)


def admitted(limits: Limits, chats: Iterator[int] | range) -> int:
    """How many go through before the first refusal."""
    count = 0
    try:
        for chat in chats:
            limits.admit(chat)
            count += 1
    except ApiError:
        pass
    return count


def test_thirty_a_second_over_all_and_a_tenth_is_forgiven(limits: Limits):
    assert admitted(limits, range(1, 100)) == 33


def test_a_second_later_thirty_more(limits: Limits, clock: Clock):
    admitted(limits, range(1, 100))
    clock.now += 1
    assert admitted(limits, range(200, 300)) == 33


def test_a_private_chat_takes_a_short_burst_and_then_one_a_second(limits: Limits, clock: Clock):
    burst = admitted(limits, iter([7] * 10))
    clock.now += 5
    assert (burst, admitted(limits, iter([7] * 10))) == (5, 5)


def test_a_group_takes_twenty_a_minute(limits: Limits, clock: Clock):
    first = admitted(limits, iter([-7] * 30))
    clock.now += 59
    second = admitted(limits, iter([-7] * 30))
    clock.now += 1
    assert (first, second, admitted(limits, iter([-7] * 30))) == (20, 0, 20)


def test_the_refusal_says_when_to_come_again(limits: Limits, clock: Clock):
    admitted(limits, iter([-7] * 20))
    clock.now += 18.5
    with pytest.raises(ApiError) as refused:
        limits.admit(-7)
    assert refused.value.parameters == {"retry_after": 42}


def test_a_chat_that_is_full_does_not_hold_up_another(limits: Limits):
    admitted(limits, iter([7] * 10))
    assert admitted(limits, range(8, 10)) == 2


async def test_limits_can_be_switched_on(sandbox: Sandbox, raw: Raw, lan: Person):
    await sandbox.settings(has_limits=True, chat_burst=1)
    first = await raw("sendMessage", chat_id=lan.id, text="một")
    second = await raw("sendMessage", chat_id=lan.id, text="hai")
    assert first["ok"]
    assert second["description"] == f"Too Many Requests: retry after {second['parameters']['retry_after']}"
