"""A report of which two chats are to hear, and all that may become of it and of its notices."""

from dataclasses import dataclass

from knowledge.bootstrap import Knowledge
from knowledge.following.outbox import EventKind, Notice
from tests.clock import SetClock
from tests.following.publishing import arrive

# What both chats are told.
WITHDRAWN = [(1, EventKind.REPORT_WITHDRAWN), (2, EventKind.REPORT_WITHDRAWN)]
RESTORED = [(1, EventKind.REPORT_RESTORED), (2, EventKind.REPORT_RESTORED)]
PUBLISHED = [(1, EventKind.REPORT_PUBLISHED), (2, EventKind.REPORT_PUBLISHED)]


@dataclass(frozen=True)
class Telling:
    """The published report, and one sender that tells of it."""

    knowledge: Knowledge
    clock: SetClock
    report: int

    def withdraw(self, report: int | None = None, why: str = "") -> None:
        """The report, or that one, is withdrawn."""
        self.knowledge.reports.withdraw(report or self.report, by=None, why=why)

    def undo(self) -> None:
        """The report holds again."""
        with self.knowledge.store.write() as session:
            self.knowledge.reports.restore_within(session, self.report, by=None)

    def claim(self, limit: int = 100) -> list[Notice]:
        """What is to be told now."""
        return self.knowledge.outbox.claim(limit, sender="a", now=self.clock.now, lease_seconds=60)

    def next(self) -> list[tuple[int, EventKind]]:
        """To whom something is to be told now, and what it is."""
        return [(notice.chat_id, notice.kind) for notice in self.claim()]

    def begin(self, limit: int = 100) -> list[Notice]:
        """Requests that are under way."""
        notices = self.claim(limit)
        for notice in notices:
            assert self.knowledge.outbox.begin(notice.id, sender="a", now=self.clock.now, lease_seconds=60)
        return notices

    def arrive(self, *notices: Notice) -> None:
        """These have; the message in chat 1 is 501, that in chat 2 is 502."""
        for notice in notices:
            arrive(self.knowledge, notice, 500 + notice.chat_id)

    def send(self, limit: int = 100) -> None:
        """What is to be told now is told."""
        self.arrive(*self.begin(limit))
        self.clock.advance(seconds=1)

    def lose(self, notices: list[Notice]) -> None:
        """Nobody knows whether these requests were carried out."""
        for notice in notices:
            self.knowledge.outbox.mark_uncertain(notice.id, "time-out")

    def end_unsent(self, notices: list[Notice], how: str) -> None:
        """None of these requests went through."""
        if how == "died":
            self.knowledge.outbox.recover(self.clock.advance(minutes=2))
        for notice in notices:
            if how == "released":
                self.knowledge.outbox.release(notice.id, not_before=self.clock.now)
            if how == "blocked":
                self.knowledge.outbox.mark_blocked(notice.id, "403")
                self.knowledge.subscribers.restore(notice.chat_id)
