"""How often and how politely sources are looked at."""

from dataclasses import dataclass
from datetime import timedelta

from knowledge.fetching.settings import PAUSE_SECONDS

# Portals publish a report a week at most; once an hour is soon enough for everybody.
EVERY = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Watching:
    """How often and how politely sources are looked at."""

    every: timedelta = EVERY
    pause_seconds: float = PAUSE_SECONDS
