"""What is said of an album or a run of pictures is said once: ten at a time would push all answers out of sight."""

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field

# Several that are sent one by one come within this; whoever sends another later is told again.
QUIET_SECONDS = 10.0
# An album may arrive in parts, when Telegram was away in between.
ALBUM_SECONDS = 600.0
# Whoever sent some long ago need not be remembered; this many are, at the most.
MOST_REMEMBERED = 10_000


@dataclass(slots=True)
class Excuses:
    """When each chat was last told of something that cannot be read, in this process."""

    clock: Callable[[], float]
    _told: OrderedDict[tuple[int, str], float] = field(default_factory=OrderedDict)

    def is_due(self, chat: int, album: str | None) -> bool:
        """Whether the chat is to be told now, of that album or of what belongs to none; counts it as told if so."""
        now, key = self.clock(), (chat, album or "")
        last = self._told.get(key)
        if last is not None and now - last < (ALBUM_SECONDS if album else QUIET_SECONDS):
            return False
        self.tell(chat, album)
        return True

    def tell(self, chat: int, album: str | None) -> None:
        """Counts the chat as told."""
        key = (chat, album or "")
        self._told.pop(key, None)
        self._told[key] = self.clock()
        while len(self._told) > MOST_REMEMBERED:
            self._told.popitem(last=False)
