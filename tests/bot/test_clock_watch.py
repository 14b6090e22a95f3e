"""What a machine does whose clock is wrong: what the clock alone would bring about waits until it is right."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from bot.clock_watch import MOST_OFF, ClockWatch
from tests.clock import SetClock
from tests.house import House

NOON = datetime(2019, 3, 1, 12, tzinfo=UTC)


def watch_of(now: datetime) -> ClockWatch:
    return ClockWatch(now=now.timestamp, passed=lambda: 0.0)


def test_a_clock_that_telegram_agrees_with_is_right():
    watch = watch_of(NOON + timedelta(minutes=1))
    watch.hear(format_datetime(NOON, usegmt=True))
    assert not watch.is_wrong


@pytest.mark.parametrize("off", [timedelta(days=400), -timedelta(minutes=11)])
def test_a_clock_that_is_far_off_is_wrong_until_an_answer_agrees_with_it(off: timedelta):
    watch = watch_of(NOON)
    watch.hear(format_datetime(NOON - off, usegmt=True))
    assert (watch.is_wrong, watch.ahead) == (True, off)
    watch.hear(format_datetime(NOON, usegmt=True))
    assert not watch.is_wrong


@pytest.mark.parametrize("date", ["", "yesterday", "Fri, 99 Mar 2019 12:00:00 GMT", "Fri, 01 Mar 99999 12:00:00 GMT"])
def test_what_is_no_hour_says_nothing(date: str):
    watch = watch_of(NOON)
    watch.hear(date)
    assert watch.ahead < MOST_OFF


async def test_nothing_is_done_by_a_clock_that_is_wrong_and_questions_are_answered(house: House, clock: SetClock):
    draft = house.draft()
    house.knowledge.releasing.put_off(draft, clock.now + timedelta(hours=1), by=1)
    lan = await house.official()
    await house.sandbox.settings(date=format_datetime(datetime.now(UTC) - timedelta(days=400), usegmt=True))
    await lan.ask("/start")
    clock.advance(days=400)
    await house.bot.tasks.publish.do({})
    assert len(house.knowledge.reports.drafts()) == 1
    await house.sandbox.settings(date=format_datetime(datetime.now(UTC), usegmt=True))
    await lan.ask("/trogiup")
    await house.bot.tasks.publish.do({})
    assert house.knowledge.reports.drafts() == []
