"""When a source is looked at next."""

from datetime import timedelta
from random import SystemRandom

# The first look after a failure, doubled with each further one.
FIRST_RETRY = timedelta(minutes=5)
LONGEST_RETRY = timedelta(days=1)
# Many sources added in one minute, or failing in one outage, do not stay in step.
_SPREAD = 0.2

_random = SystemRandom()


def after_success(every: timedelta) -> timedelta:
    """About the usual time."""
    return _spread(every)


def after_failure(failures: int, asked: timedelta | None) -> timedelta:
    """Longer with each failure in a row, and never sooner than the server asked for."""
    wait = min(FIRST_RETRY * 2 ** min(failures - 1, 20), LONGEST_RETRY)
    return max(_spread(wait), asked or timedelta())


def _spread(wait: timedelta) -> timedelta:
    return wait * _random.uniform(1 - _SPREAD, 1 + _SPREAD)
