"""The time of day as something that is handed in, so that tests can set it."""

from collections.abc import Callable
from datetime import UTC, datetime

Clock = Callable[[], datetime]  # gives the present moment, aware


def utc_now() -> datetime:
    """This moment in UTC."""
    return datetime.now(UTC)
