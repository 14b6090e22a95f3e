"""Chats are told as they want: not at night, and without a sound where they chose so."""

from datetime import UTC, datetime

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.manners import Manners, Quiet
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import publish


def claimed(knowledge: Knowledge, clock: SetClock, hour: int) -> list[int]:
    """Who would be told at that hour in Vietnam."""
    clock.now = datetime(2019, 3, 2, (hour - 7) % 24, 30, tzinfo=UTC)
    return [n.chat_id for n in knowledge.outbox.claim(9, sender="a", now=clock.now, lease_seconds=60)]


@pytest.mark.parametrize(
    ("quiet", "hour", "is_told"),
    [
        (Quiet(22, 6), 21, True),
        (Quiet(22, 6), 22, False),
        (Quiet(22, 6), 3, False),
        (Quiet(22, 6), 6, True),
        (Quiet(12, 14), 13, False),
        (Quiet(12, 14), 14, True),
        (None, 3, True),
    ],
)
def test_nothing_is_sent_in_a_chats_quiet_hours(
    knowledge: Knowledge, clock: SetClock, quiet: Quiet | None, hour: int, is_told: bool
):
    knowledge.subscribers.subscribe(7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(7, Manners(quiet=quiet))
    publish(knowledge)
    assert (claimed(knowledge, clock, hour) == [7]) == is_told


def test_the_quiet_of_one_chat_holds_up_no_other(knowledge: Knowledge, clock: SetClock):
    for chat in (7, 8):
        knowledge.subscribers.subscribe(chat, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(7, Manners(quiet=Quiet(22, 6)))
    publish(knowledge)
    assert claimed(knowledge, clock, 23) == [8]


def test_a_supergroup_is_told_as_the_group_was(knowledge: Knowledge):
    knowledge.subscribers.subscribe(-7, ALL_REPORTS, by=7)
    knowledge.subscribers.set_manners(-7, Manners(is_silent=True, quiet=Quiet(22, 6)))
    knowledge.subscribers.migrate(-7, -1007)
    assert knowledge.subscribers.manners(-1007) == Manners(is_silent=True, quiet=Quiet(22, 6))
