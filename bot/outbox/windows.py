"""Messages on their way, and how many fit into a stretch of time."""

from dataclasses import dataclass
from math import inf

# The fastest of the requests of so long, and of as long before, is what a message takes at least; then the network may
# have changed.
FASTEST_SECONDS = 30.0
# The fastest of a few may have been slow; then a message counts from its answer on.
FEWEST_REQUESTS = 100


@dataclass(slots=True, eq=False)
class Passage:
    """One message that has left."""

    chat_id: int
    left_at: float
    # Had it taken as long as the fastest, it would have left at this moment at the latest; inf: nobody knows yet.
    arrived_by: float = inf


class Window:
    """At most `limit` messages arrive in any stretch of `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._limit = limit
        self._seconds = seconds
        self._passages: list[Passage] = []

    def opens(self, now: float) -> float:
        """The time from which one more fits; 0 if it fits already, inf if one on its way must arrive first."""
        if len(self._passages) < self._limit:
            return 0.0
        self._passages = [p for p in self._passages if p.arrived_by + self._seconds > now]
        over = len(self._passages) - self._limit
        return sorted(p.arrived_by for p in self._passages)[over] + self._seconds if over >= 0 else 0.0

    def add(self, passage: Passage) -> None:
        """Note a message."""
        self._passages.append(passage)


class Fastest:
    """How long the fastest request took lately."""

    def __init__(self) -> None:
        self._began = -inf
        self._counts = (0, 0)  # of this stretch of time and of the one before
        self._least = (inf, inf)

    def of(self, now: float) -> float:
        """Seconds; 0 while too few are known."""
        self._turn(now)
        return min(self._least) if sum(self._counts) >= FEWEST_REQUESTS else 0.0

    def note(self, took: float, now: float) -> None:
        """One request took so long."""
        self._turn(now)
        self._counts = (self._counts[0] + 1, self._counts[1])
        self._least = (min(self._least[0], took), self._least[1])

    def _turn(self, now: float) -> None:
        since = now - self._began
        if since <= FASTEST_SECONDS:
            return
        is_next = since <= 2 * FASTEST_SECONDS
        self._counts = (0, self._counts[0] if is_next else 0)
        self._least = (inf, self._least[0] if is_next else inf)
        self._began = now
