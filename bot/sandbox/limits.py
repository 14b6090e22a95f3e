"""How fast a bot may send: Telegram's limits, with 429 beyond them.

core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this: about 30 messages a second over all,
one a second to a chat ("short bursts that go over this limit" pass), 20 a minute to a group.
"""

import math
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.sandbox.errors import too_many_requests


@dataclass(slots=True)
class _Window:
    """At most so many in any stretch of so many seconds."""

    most: int
    seconds: float
    times: deque[float] = field(default_factory=deque)

    def seconds_until_free(self, now: float) -> float:
        while self.times and self.times[0] <= now - self.seconds:
            self.times.popleft()
        return 0.0 if len(self.times) < self.most else self.times[0] + self.seconds - now


@dataclass(slots=True)
class Limits:
    """Sliding windows over all chats and over each.

    Choices where Telegram is vague: "about 30" forgives a tenth (33 in any one second), so that an honest
    sender at 30 a second is not punished for the clock; a private chat takes 5 in any 5 seconds, which is one
    a second with short bursts; sends and edits count, chat actions and answers to buttons do not.
    """

    is_on: bool = True
    overall_per_second: int = 33
    chat_burst: int = 5
    group_per_minute: int = 20
    clock: Callable[[], float] = time.monotonic
    refused: int = 0
    _overall: _Window | None = None
    _chats: dict[int, _Window] = field(default_factory=dict)

    def admit(self, chat_id: int) -> None:
        """Counts one message to the chat, or raises 429 and counts nothing."""
        if not self.is_on:
            return
        now = self.clock()
        overall = self._overall = self._overall or _Window(self.overall_per_second, 1.0)
        chat = self._chats.get(chat_id) or self._open(chat_id)
        if (wait := max(overall.seconds_until_free(now), chat.seconds_until_free(now))) > 0:
            self.refused += 1
            raise too_many_requests(math.ceil(wait))
        overall.times.append(now)
        chat.times.append(now)

    def reset(self) -> None:
        """Forgets what was sent."""
        self._overall, self._chats = None, {}

    def _open(self, chat_id: int) -> _Window:
        if chat_id < 0:
            window = _Window(self.group_per_minute, 60.0)
        else:
            window = _Window(self.chat_burst, float(self.chat_burst))
        return self._chats.setdefault(chat_id, window)
