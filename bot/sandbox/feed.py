"""What happened in a world, in order, for the page and for tests to follow."""

import time
from collections import Counter, deque
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import Json
from bot.sandbox.signals import Signal

MOST_EVENTS_KEPT = 5_000  # a page that fell further behind loads everything again
MOST_CALLS_KEPT = 200_000  # a few hundred megabytes at the most


@dataclass(slots=True)
class Feed:
    """Events with growing numbers; old ones are forgotten."""

    last: int = 0
    events: deque[tuple[int, str, Json]] = field(default_factory=lambda: deque(maxlen=MOST_EVENTS_KEPT))
    changed: Signal = field(default_factory=Signal)

    def tell(self, kind: str, **body: Any) -> None:
        """Adds an event."""
        self.last += 1
        self.events.append((self.last, kind, body))
        self.changed.notify()

    def after(self, number: int) -> list[tuple[int, str, Json]]:
        """The events after the one of that number, as far as they are kept."""
        newer = min(self.last - number, len(self.events))
        return [self.events[len(self.events) - newer + place] for place in range(newer)] if newer > 0 else []


@dataclass(frozen=True, slots=True)
class Call:
    """One call of the Bot API: what was asked, when, and what came of it."""

    number: int
    at: float  # seconds since the epoch, when it arrived
    seconds: float
    method: str
    given: Json
    code: int  # 200, or the error's; 0 where the connection was closed without an answer
    description: str
    chat_id: str

    def wire(self) -> Json:
        """For the control API."""
        return {name: getattr(self, name) for name in self.__slots__}


@dataclass(slots=True)
class CallLog:
    """The newest calls, and how many there were of each method."""

    calls: deque[Call] = field(default_factory=lambda: deque(maxlen=MOST_CALLS_KEPT))
    counts: Counter[str] = field(default_factory=Counter)
    changed: Signal = field(default_factory=Signal)
    last: int = 0

    def record(self, method: str, given: Json, *, started: float, code: int, description: str) -> Call:
        """Adds a call that has just ended."""
        self.last += 1
        now = time.time()
        call = Call(self.last, started, now - started, method, given, code, description, str(given.get("chat_id", "")))
        self.calls.append(call)
        self.counts[method.lower()] += 1
        self.changed.notify()
        return call

    def after(self, number: int, method: str = "") -> list[Call]:
        """The calls after the one of that number, of one method or of all."""
        newer = min(self.last - number, len(self.calls))
        found = []
        for place in range(max(newer, 0)):
            call = self.calls[len(self.calls) - newer + place]
            if not method or call.method.lower() == method.lower():
                found.append(call)
        return found
