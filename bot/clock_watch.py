"""Whether this machine's clock can be right, by the day and hour that Telegram's answers bear.

A machine without a battery, or one that was woken, may think itself years away until it has asked the network. What is done by the
clock would then tell everybody that everything is overdue, forget what is yet to be kept, and put real backups away for old.
"""

import logging
import time
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from email.utils import parsedate_to_datetime

log = logging.getLogger(__name__)

# Nothing that is done by the clock is wrong by less, and no answer takes as long to come.
MOST_OFF = timedelta(minutes=10)
# Reading the hour of every answer would be a waste.
EVERY_SECONDS = 30.0


class ClockWatch:
    """Until the first answer, and of a server that tells no hour, the clock is taken for right."""

    def __init__(self, now: Callable[[], float] = time.time, passed: Callable[[], float] = time.monotonic) -> None:
        self._now = now
        self._passed = passed
        self._heard_at: float | None = None
        self.ahead = timedelta()  # of Telegram's

    @property
    def is_wrong(self) -> bool:
        """Whether it is too far from Telegram's."""
        return abs(self.ahead) > MOST_OFF

    def hear(self, date: str) -> None:
        """An answer bears this (`Date`, RFC 9110); what is none says nothing."""
        passed = self._passed()
        if self._heard_at is not None and passed < self._heard_at + EVERY_SECONDS and not self.is_wrong:
            return
        with suppress(ValueError, OverflowError):
            ahead = timedelta(seconds=self._now() - parsedate_to_datetime(date).timestamp())
            self._heard_at, was_wrong, self.ahead = passed, self.is_wrong, ahead
            self._tell(was_wrong=was_wrong)

    def _tell(self, *, was_wrong: bool) -> None:
        if self.is_wrong and not was_wrong:
            log.error("%s; until it is set, nothing is done by the clock", self.said)
        elif was_wrong and not self.is_wrong:
            log.warning("this machine's clock is right again")

    @property
    def said(self) -> str:
        """How far it is off, in words."""
        way = "ahead of" if self.ahead > timedelta() else "behind"
        return f"this machine's clock is {timedelta(seconds=round(abs(self.ahead).total_seconds()))} {way} Telegram's"
