"""Chats that a process holds and does nothing for: the answer to the transaction that took them was lost, or their handling broke."""

from collections.abc import Set

# Between two looks a chat may be taken and not begun yet; over so many that is no coincidence.
LOOKS = 5


class Idle:
    """Counts at how many looks in a row a chat was idle."""

    def __init__(self) -> None:
        self._looks: dict[str, int] = {}

    def look(self, held: Set[str], at_work: Set[str]) -> frozenset[str]:
        """Of the chats that are held now those that have been idle for too long; they are counted anew."""
        idle = {chat: self._looks.get(chat, 0) + 1 for chat in held - at_work}
        found = frozenset(chat for chat, looks in idle.items() if looks >= LOOKS)
        self._looks = {chat: looks for chat, looks in idle.items() if chat not in found}
        return found
