"""A report, how far its telling has come, and its withdrawal."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.following.rules import ALL_REPORTS
from tests.clock import SetClock
from tests.following.publishing import publish
from tests.following.telling import Telling


@pytest.fixture
def untold(knowledge: Knowledge, clock: SetClock) -> Telling:
    """A published report of which chats 1 and 2 are to hear."""
    for chat_id in (1, 2):
        knowledge.subscribers.subscribe(chat_id, ALL_REPORTS, by=None)
    return Telling(knowledge, clock, publish(knowledge).report_id)


@pytest.fixture
def told(untold: Telling) -> Telling:
    """Both have heard of it."""
    untold.send()
    return untold


@pytest.fixture
def withdrawn(told: Telling) -> Telling:
    """It was withdrawn afterwards, of which both are to hear."""
    told.withdraw()
    return told


@pytest.fixture
def told_withdrawn(withdrawn: Telling) -> Telling:
    """Both have heard of that, too."""
    withdrawn.send()
    return withdrawn
