"""When a message may go, by the limits that Telegram names and those it imposes by 429."""

from collections.abc import Callable
from math import inf

from bot.outbox.windows import Fastest, Passage, Window

# https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this
MESSAGES_PER_SECOND = 30
MESSAGES_PER_SECOND_TO_A_CHAT = 1
# "We may allow short bursts that go over this limit": an answer does not wait for the one before it.
ANSWERS_IN_A_BURST = 5
MESSAGES_PER_MINUTE_TO_A_GROUP = 20
# Clocks differ by less than this while a window lasts, and what the fastest request took is known as exactly.
JITTER_SECONDS = 0.01
# Notices leave one after the other and not thirty at once: what a slow moment of this machine or of the network holds
# up would arrive together with the next thirty.  So many may follow at once to make up for one that was late.
NOTICES_AT_ONCE = 3
# So many refusals in a row, each of another chat, mean that the whole bot is held, not one chat.
REFUSALS_THAT_HOLD_ALL = 5
# Chats that were quiet for longer than every window, and any request that may still be on its way, are not remembered.
FORGET_SECONDS = 150.0

_EVEN_SECONDS = (1 + JITTER_SECONDS) / MESSAGES_PER_SECOND


class Pacer:
    """Keeps every limit over any stretch of time, as Telegram counts: by when messages arrive.

    A message on its way may arrive at any moment until its answer is there; then it is known to have arrived no later
    than a message that takes as long as the fastest ones, plus what it took longer than those.  Its place in each
    window is free again when the window's time has gone by since then.  Times are seconds of the given clock.
    Without limits the pacer only obeys what Telegram refuses, as benchmarks and a Bot API server of one's own want it.
    """

    def __init__(self, clock: Callable[[], float], *, has_limits: bool = True) -> None:
        self._clock = clock
        self.has_limits = has_limits
        self._all = Window(MESSAGES_PER_SECOND, 1 + JITTER_SECONDS)
        self._even = 0.0  # when the next message is due, were they spread evenly
        self._fastest = Fastest()
        self._chats: dict[int, _ChatWindows] = {}
        self._last: dict[int, float] = {}
        self._held: dict[int, float] = {}
        self._all_held_until = 0.0
        self._refused_in_a_row: set[int] = set()

    def wait_for_all(self, *, is_answer: bool = False) -> float:
        """Seconds until any message may go, as far as the whole bot is concerned; inf: when another has arrived."""
        now = self._clock()
        opens = max(self._all.opens(now), self._all_held_until)
        return max(0.0, (opens if is_answer else max(opens, self._even - _EVEN_SECONDS)) - now)

    def wait_for_chat(self, chat_id: int, *, is_answer: bool = False) -> float:
        """Seconds until a message may go to this chat, as far as the chat is concerned; inf as above."""
        now = self._clock()
        windows = self._chats.get(chat_id)
        opens = windows.open(now, is_answer=is_answer) if windows else 0.0
        return max(0.0, max(opens, self._held.get(chat_id, 0.0)) - now)

    def held_for_all(self) -> float:
        """Seconds for which Telegram refuses the bot as a whole."""
        return max(0.0, self._all_held_until - self._clock())

    def take(self, chat_id: int) -> Passage:
        """A message goes to this chat now; say when it has `landed`."""
        now = self._clock()
        passage = Passage(chat_id, now)
        if not self.has_limits:
            return passage
        self._all.add(passage)
        self._even = max(self._even, now - NOTICES_AT_ONCE * _EVEN_SECONDS) + _EVEN_SECONDS
        if chat_id not in self._chats:
            self._chats[chat_id] = _ChatWindows(chat_id)
        self._chats[chat_id].add(passage)
        self._last.pop(chat_id, None)
        self._last[chat_id] = now  # the longest quiet stand first
        self._forget(now)
        return passage

    def landed(self, passage: Passage, *, has_left: bool = True) -> None:
        """The answer is there, or none will come; a message that never left takes up no place."""
        now = self._clock()
        if not has_left:
            passage.arrived_by = -inf
            return
        took = now - passage.left_at
        passage.arrived_by = passage.left_at + max(0.0, took - self._fastest.of(now))
        self._fastest.note(took, now)

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

    def open(self, now: float, *, is_answer: bool) -> float:
        """The time from which the chat takes one more."""
        opens = self._burst.opens(now) if is_answer else max(self._steady.opens(now), self._burst.opens(now))
        return max(opens, self._group.opens(now)) if self._group else opens

    def add(self, passage: Passage) -> None:
        """Note a message."""
        for window in (self._steady, self._burst, self._group):
            if window is not None:
                window.add(passage)
