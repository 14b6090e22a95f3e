"""A clock that stands still until a test moves it."""

from datetime import UTC, datetime, timedelta


class SetClock:
    """Called, it gives `now`."""

    def __init__(self) -> None:
        self.now = datetime(2019, 3, 1, 8, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        """The moment it is set to."""
        return self.now

    def advance(self, **time: float) -> datetime:
        """The moment after that many `seconds`, `minutes`, `hours` or `days`, from now on the present one."""
        self.now += timedelta(**time)
        return self.now
