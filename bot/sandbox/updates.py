"""The queue of updates that a bot has not yet confirmed, and long polling on it.

core.telegram.org/bots/api#getting-updates.
"""

from collections import deque
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from bot.sandbox.errors import Json, conflict
from bot.sandbox.signals import Signal

# core.telegram.org/bots/api#getupdates, `allowed_updates`: what has to be asked for.
UNLESS_ASKED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
LONGEST_POLL_SECONDS = 50  # the server's LONG_POLL_MAX_TIMEOUT
MOST_AT_ONCE = 100


@dataclass(slots=True)
class Updates:
    """Updates in the order of their ids, each kept until it is confirmed."""

    by_id: dict[int, Json] = field(default_factory=dict)
    allowed: list[str] | None = None
    arrived: Signal = field(default_factory=Signal)
    taken: Signal = field(default_factory=Signal)
    unsent: deque[Json] = field(default_factory=deque)  # for the webhook to take
    webhooks_set: int = 0
    polls: int = 0  # so many have begun to wait
    _next_id: int = 100_000_001
    _poll: int = 0
    _webhook_is_set: bool = False

    def put(self, kind: str, body: Json) -> Json | None:
        """The update as it will be delivered, or None where the bot did not ask for its kind."""
        if not self.is_wanted(kind):
            return None
        update = {"update_id": self._next_id, kind: body}
        self.by_id[self._next_id] = update
        self._next_id += 1
        if self._webhook_is_set:
            self.unsent.append(update)
        self.arrived.notify()
        return update

    def is_wanted(self, kind: str) -> bool:
        """Whether updates of the kind are delivered at all."""
        return kind in self.allowed if self.allowed else kind not in UNLESS_ASKED

    def allow(self, kinds: Any) -> None:
        """Remembers the kinds asked for; an empty list means the default ones, None changes nothing."""
        if isinstance(kinds, list):
            self.allowed = [kind for kind in kinds if isinstance(kind, str)]

    def confirm(self, offset: int) -> None:
        """Forgets everything before the offset; a negative one keeps only so many from the end."""
        if offset < 0:
            offset = self._next_id + offset if len(self.by_id) > -offset else 0
        while self.by_id and (first := next(iter(self.by_id))) < offset:
            del self.by_id[first]
        self.taken.notify()

    def forget(self, update: Json) -> None:
        """Takes out an update that the webhook took."""
        self.by_id.pop(update["update_id"], None)
        self.taken.notify()

    def clear(self) -> None:
        """Forgets all of them."""
        self.by_id.clear()
        self.unsent.clear()
        self.taken.notify()

    def interrupt(self) -> None:
        """Ends a poll under way with 409."""
        self._poll += 1
        self.arrived.notify()

    def set_webhook(self, is_set: bool) -> None:
        """While a webhook is set nobody may poll."""
        if not is_set and not self._webhook_is_set:
            return
        self._webhook_is_set = is_set
        self.webhooks_set += is_set
        self.unsent = deque(self.by_id.values() if is_set else ())
        self.interrupt()

    async def poll(self, *, offset: int, limit: int, timeout_seconds: int) -> list[Json]:
        """The updates from the offset on, waiting for the first if there is none; only one poll at a time."""
        if self._webhook_is_set:
            raise conflict(
                "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first"
            )
        self.interrupt()
        mine = self._poll
        self.polls += 1
        self.confirm(offset)
        self.taken.notify()
        await self.arrived.wait_until(
            lambda: bool(self.by_id) or self._poll != mine,
            timeout_seconds=min(max(timeout_seconds, 0), LONGEST_POLL_SECONDS),
        )
        if self._poll != mine:
            raise conflict(self._who_ended_it())
        return list(islice(self.by_id.values(), limit))

    def _who_ended_it(self) -> str:
        if self._webhook_is_set:
            return "terminated by setWebhook request"
        return "terminated by other getUpdates request; make sure that only one bot instance is running"
