"""When a message may go, by the limits that Telegram names and those it imposes by 429."""

from collections import deque
from collections.abc import Callable

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
MESSAGES_PER_SECOND = 30
MESSAGES_PER_SECOND_TO_A_CHAT = 1
# "We may allow short bursts that go over this limit": an answer does not wait for the one before it.
ANSWERS_IN_A_BURST = 5
MESSAGES_PER_MINUTE_TO_A_GROUP = 20
# Messages arrive closer together or further apart than they were sent; this much is allowed for.
JITTER_SECONDS = 0.02
# Notices leave one after the other and not thirty at once: what a slow moment of this machine or of the network holds
# up would arrive together with the next thirty.  So many may follow at once to make up for one that was late.
NOTICES_AT_ONCE = 3
# So many refusals in a row, each of another chat, mean that the whole bot is held, not one chat.
REFUSALS_THAT_HOLD_ALL = 5
# Chats that were quiet for longer than every window need not be remembered.
FORGET_SECONDS = 60.0

_EVEN_SECONDS = (1 + JITTER_SECONDS) / MESSAGES_PER_SECOND


class Window:
    """At most `limit` events in any stretch of `seconds`."""

    def __init__(self, limit: int, seconds: float) -> None:
        self._seconds = seconds
        self._events: deque[float] = deque(maxlen=limit)

    def opens(self) -> float:
        """The time from which one more event fits; 0 if it fits already."""
        full = len(self._events) == self._events.maxlen
        return self._events[0] + self._seconds if full else 0.0

    def add(self, now: float) -> None:
        """Note an event."""
        self._events.append(now)


class Pacer:
    """Keeps every limit; times are seconds of the given clock.

    Without limits it only obeys what Telegram refuses, as benchmarks and a Bot API server of one's own want it.
    """

    def __init__(self, clock: Callable[[], float], *, has_limits: bool = True) -> None:
        self._clock = clock
        self._has_limits = has_limits
        self._all = Window(MESSAGES_PER_SECOND, 1 + JITTER_SECONDS)
        self._even = 0.0  # when the next message is due, were they spread evenly
        self._chats: dict[int, _ChatWindows] = {}
        self._last: dict[int, float] = {}
        self._held: dict[int, float] = {}
        self._all_held_until = 0.0
        self._refused_in_a_row: set[int] = set()

    def wait_for_all(self, *, is_answer: bool = False) -> float:
        """Seconds until any message may go, as far as the whole bot is concerned."""
        opens = max(self._all.opens(), self._all_held_until)
        return max(0.0, (opens if is_answer else max(opens, self._even - _EVEN_SECONDS)) - self._clock())

    def wait_for_chat(self, chat_id: int, *, is_answer: bool = False) -> float:
        """Seconds until a message may go to this chat, as far as the chat is concerned."""
        windows = self._chats.get(chat_id)
        opens = windows.open(is_answer=is_answer) if windows else 0.0
        return max(0.0, max(opens, self._held.get(chat_id, 0.0)) - self._clock())

    def take(self, chat_id: int) -> None:
        """A message goes to this chat now."""
        if not self._has_limits:
            return
        now = self._clock()
        self._all.add(now)
        self._even = max(self._even, now - NOTICES_AT_ONCE * _EVEN_SECONDS) + _EVEN_SECONDS
        if chat_id not in self._chats:
            self._chats[chat_id] = _ChatWindows(chat_id)
        self._chats[chat_id].add(now)
        self._last.pop(chat_id, None)
        self._last[chat_id] = now  # the longest quiet stand first
        self._forget(now)

    def hold(self, chat_id: int, seconds: float) -> None:
        """Telegram refused a message to this chat for so long (429)."""
        until = self._clock() + seconds
        self._held[chat_id] = until
        self._refused_in_a_row.add(chat_id)
        if len(self._refused_in_a_row) >= REFUSALS_THAT_HOLD_ALL:
            self._all_held_until = max(self._all_held_until, until)

    def accepted(self) -> None:
        """Telegram took a message: the bot as a whole is not held."""
        self._refused_in_a_row.clear()

    def _forget(self, now: float) -> None:
        while self._last:
            chat_id, last = next(iter(self._last.items()))
            if last > now - FORGET_SECONDS or self._held.get(chat_id, 0.0) > now:
                return
            for known in (self._last, self._chats, self._held):
                known.pop(chat_id, None)


class _ChatWindows:
    """What one chat takes."""

    def __init__(self, chat_id: int) -> None:
        self._steady = Window(MESSAGES_PER_SECOND_TO_A_CHAT, 1 + JITTER_SECONDS)
        self._burst = Window(ANSWERS_IN_A_BURST, ANSWERS_IN_A_BURST + JITTER_SECONDS)
        # The ids of private chats are positive, those of groups and channels negative.
        self._group = Window(MESSAGES_PER_MINUTE_TO_A_GROUP, 60 + JITTER_SECONDS) if chat_id < 0 else None

    def open(self, *, is_answer: bool) -> float:
        """The time from which the chat takes one more."""
        opens = self._burst.opens() if is_answer else max(self._steady.opens(), self._burst.opens())
        return max(opens, self._group.opens()) if self._group else opens

    def add(self, now: float) -> None:
        """Note a message."""
        for window in (self._steady, self._burst, self._group):
            if window is not None:
                window.add(now)
