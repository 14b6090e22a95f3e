"""The pacer keeps every limit that Telegram names, by a clock that only the test moves."""

from heapq import heappop, heappush
from math import inf
from random import Random

import pytest

from bot.outbox.pacer import (
    FORGET_SECONDS,
    MESSAGES_PER_MINUTE_TO_A_GROUP,
    MESSAGES_PER_SECOND,
    REFUSALS_THAT_HOLD_ALL,
    Pacer,
)
from bot.outbox.windows import Passage

CHAT, OTHER, GROUP = 1, 2, -100


class Time:
    """Seconds that stand still."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def time() -> Time:
    return Time()


@pytest.fixture
def pacer(time: Time) -> Pacer:
    return Pacer(time)


def send_all(pacer: Pacer, time: Time, chats: list[int]) -> list[float]:
    """The moments at which notices to these chats go, each as soon as it may and arriving at once."""
    moments = []
    for chat in chats:
        while wait := max(pacer.wait_for_all(), pacer.wait_for_chat(chat)):
            time.now += wait
        pacer.landed(pacer.take(chat))
        moments.append(time.now)
    return moments


def send_over(pacer: Pacer, time: Time, chats: list[int], network: Random) -> list[float]:
    """The moments at which they arrive over a network of which nobody knows how long it takes next."""
    under_way: list[tuple[float, int, Passage]] = []
    moments = []

    def land_until(moment: float) -> None:
        while under_way and under_way[0][0] <= moment:
            answered, _, passage = heappop(under_way)
            time.now = max(time.now, answered)
            pacer.landed(passage)

    for chat in chats:
        while wait := max(pacer.wait_for_all(), pacer.wait_for_chat(chat)):
            until = min(time.now + wait, under_way[0][0] if under_way else inf)
            land_until(until)
            time.now = max(time.now, until)
        passage = pacer.take(chat)
        arrives = time.now + 0.05 + network.choice([0, 0, network.random() * 0.1, network.random() * 2])
        moments.append(arrives)
        answered = arrives + 0.05 + network.choice([0, network.random() * 0.5])
        heappush(under_way, (answered, len(moments), passage))
        land_until(time.now)
    return sorted(moments)


def most_within(moments: list[float], seconds: float) -> int:
    """The largest number of moments in any stretch of that length."""
    return max(sum(start <= moment < start + seconds for moment in moments) for start in moments)


def test_no_second_holds_more_than_thirty_messages(pacer: Pacer, time: Time):
    moments = send_all(pacer, time, list(range(1, 301)))
    assert most_within(moments, 1.0) == MESSAGES_PER_SECOND


def test_at_least_97_percent_of_the_permitted_rate_is_used(pacer: Pacer, time: Time):
    moments = send_all(pacer, time, list(range(1, 30 * 60 + 2)))
    assert (len(moments) - 1) / (moments[-1] - moments[0]) >= 0.97 * MESSAGES_PER_SECOND


@pytest.mark.parametrize("seed", range(5))
def test_no_second_holds_more_than_thirty_arrivals_whatever_the_network_does(pacer: Pacer, time: Time, seed: int):
    moments = send_over(pacer, time, list(range(1, 601)), Random(seed))  # noqa: S311 (repeatable, not secret)
    assert most_within(moments, 1.0) <= MESSAGES_PER_SECOND


@pytest.mark.parametrize("seed", range(5))
def test_no_minute_holds_more_than_twenty_arrivals_in_a_group_whatever_the_network_does(
    pacer: Pacer, time: Time, seed: int
):
    moments = send_over(pacer, time, [GROUP] * 60, Random(seed))  # noqa: S311 (repeatable, not secret)
    assert most_within(moments, 60.0) <= MESSAGES_PER_MINUTE_TO_A_GROUP


def test_a_slow_but_steady_network_costs_no_speed(pacer: Pacer, time: Time):
    moments = []
    for chat in range(1, 30 * 20):
        while wait := pacer.wait_for_all():
            time.now += wait
        passage, left = pacer.take(chat), time.now
        time.now += 0.2
        pacer.landed(passage)
        time.now = left  # others left while it was under way
        moments.append(left)
    moments = moments[150:]  # how long it takes is known by then
    assert (len(moments) - 1) / (moments[-1] - moments[0]) >= 0.97 * MESSAGES_PER_SECOND


def test_a_message_that_never_left_takes_up_no_place(pacer: Pacer):
    for chat in range(1, 100):
        pacer.landed(pacer.take(chat), has_left=False)
    assert pacer.wait_for_all(is_answer=True) == 0


def test_a_message_under_way_keeps_its_place_until_it_is_answered(pacer: Pacer, time: Time):
    for chat in range(MESSAGES_PER_SECOND):
        pacer.take(chat)
    time.now += 15
    assert pacer.wait_for_all() == inf


def test_a_chat_gets_one_notice_a_second(pacer: Pacer, time: Time):
    assert most_within(send_all(pacer, time, [CHAT] * 10), 1.0) == 1


def test_a_group_gets_twenty_messages_a_minute(pacer: Pacer, time: Time):
    assert most_within(send_all(pacer, time, [GROUP] * 60), 60.0) == MESSAGES_PER_MINUTE_TO_A_GROUP


def test_an_answer_may_follow_at_once_upon_another(pacer: Pacer):
    pacer.landed(pacer.take(CHAT))
    assert pacer.wait_for_chat(CHAT, is_answer=True) == 0
    assert pacer.wait_for_chat(CHAT) > 0


def test_a_refused_chat_waits_as_long_as_it_was_told_and_others_do_not(pacer: Pacer):
    pacer.hold(CHAT, 35)
    assert (pacer.wait_for_chat(CHAT), pacer.wait_for_chat(OTHER), pacer.wait_for_all()) == (35, 0, 0)


def test_refusals_of_many_chats_in_a_row_hold_all(pacer: Pacer):
    for chat in range(REFUSALS_THAT_HOLD_ALL):
        pacer.hold(chat, 7)
    assert pacer.wait_for_all() == 7


def test_refusals_with_a_delivery_between_them_hold_only_their_chats(pacer: Pacer):
    for chat in range(3 * REFUSALS_THAT_HOLD_ALL):
        pacer.hold(chat, 7)
        pacer.accepted()
    assert pacer.wait_for_all() == 0


def test_chats_that_were_quiet_for_long_are_forgotten(pacer: Pacer, time: Time):
    pacer.landed(pacer.take(CHAT))
    time.now += FORGET_SECONDS
    pacer.take(OTHER)
    assert list(pacer._chats) == [OTHER]


def test_without_limits_only_refusals_are_obeyed(time: Time):
    pacer = Pacer(time, has_limits=False)
    for _ in range(100):
        pacer.take(CHAT)
    pacer.hold(CHAT, 7)
    assert (pacer.wait_for_all(), pacer.wait_for_chat(CHAT), pacer.wait_for_chat(OTHER)) == (0, 7, 0)
