"""What each chat is to hear of each report, kept beside the program: what was sent is held against it."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto

from hypothesis.stateful import RuleBasedStateMachine

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.following.manners import Quiet
from knowledge.following.news import read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from tests.clock import SetClock
from tests.databases import Databases
from tests.following.publishing import arrive

MERGED = {EventKind.CATCH_UP, EventKind.DIGEST}
AFTERWARDS = {EventKind.REPORT_WITHDRAWN, EventKind.REPORT_RESTORED}


class Fate(Enum):
    """What becomes of telling one chat of one report."""

    OWED = auto()
    BEGUN = auto()  # a request is under way
    TOLD = auto()
    LOST = auto()  # failed or uncertain: not to be sent again
    RETRACTED = auto()  # by a withdrawal, should that not be undone
    ENDED = auto()  # by the end of the rule or a newer version


@dataclass
class Debt:
    """One chat that is to hear of one report."""

    organisation: str
    reason: int | None  # the subscription that it is for, while there is one
    fate: Fate = Fate.OWED
    is_merged: bool = False  # part of a digest or catch-up, which is for no single rule
    has_died: bool = False  # its sender died in the middle of the request, so it may have arrived

    def stop(self, fate: Fate) -> None:
        """It is not sent (again), as things are."""
        self.fate = Fate.LOST if self.has_died else fate

    def merge(self) -> None:
        """A digest or catch-up tells of it."""
        self.has_died &= self.is_merged
        self.is_merged = True


class Ledger(RuleBasedStateMachine):
    """The store, and what its rules make of all that was done with it."""

    def __init__(self, databases: Databases) -> None:
        super().__init__()
        self.clock = SetClock()
        self.knowledge: Knowledge = open_knowledge(databases.migrated(), clock=self.clock)
        self.rules: dict[int, dict[Rule, int]] = {}  # chat: rule: subscription
        self.debts: dict[tuple[int, int], Debt] = {}  # (report, chat)
        self.holds: dict[tuple[int, int], bool] = {}  # (oldest report, chat): as the chat's last message says
        self.published: list[int] = []  # reports, each by its first version
        self.version: dict[int, int] = {}  # report: the version that answers, or did last
        self.first: dict[int, int] = {}  # version: the first one of its report
        self.older: dict[int, int] = {}  # report: the one that it is a newer version of
        self.named: dict[int, tuple[str, str]] = {}  # report: number, organisation
        self.quiet: dict[int, Quiet | None] = {}
        self.withdrawn: set[int] = set()
        self.claimed: list[Notice] = []
        self.begun: list[Notice] = []
        self.numbers = 0

    def _versions(self, report: int) -> list[int]:
        """The report and those that it is a newer version of, the oldest last."""
        older = self.older.get(report)
        return [report] if older is None else [report, *self._versions(older)]

    def _check_owed(self, notice: Notice) -> None:
        """What became of a report is told only to chats that were told of it, if of an older version; of a withdrawal only once."""
        for report in self._reports(notice) if notice.kind in AFTERWARDS else ():
            assert (report in self.withdrawn) == (notice.kind is EventKind.REPORT_WITHDRAWN)
            owed = [self.debts.get((version, notice.chat_id)) for version in self._versions(report)]
            assert {debt.fate for debt in owed if debt is not None} & {Fate.TOLD, Fate.LOST}
            is_read_as_holding = self.holds.get((self._versions(report)[-1], notice.chat_id), True)
            assert is_read_as_holding or notice.kind is EventKind.REPORT_RESTORED
        assert {debt.fate for debt in self._debts(notice)} <= {Fate.OWED}

    def _sent(self, notice: Notice) -> None:
        self.clock.advance(milliseconds=1)
        arrive(self.knowledge, notice, 1)
        self._decide(notice, Fate.TOLD)
        for report in self._reports(notice):
            self.holds[self._versions(report)[-1], notice.chat_id] = notice.kind is not EventKind.REPORT_WITHDRAWN

    def _failed(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_failed(notice.id, "400")
        self._lose(notice)

    def _uncertain(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_uncertain(notice.id, "time-out")
        self._lose(notice)

    def _lose(self, notice: Notice) -> None:
        self._decide(notice, Fate.LOST)
        self._doubt(notice)

    def _doubt(self, notice: Notice) -> None:
        """Nobody knows what the chat has read last of these reports."""
        for report in self._reports(notice):
            self.holds.pop((self._versions(report)[-1], notice.chat_id), None)

    def _died(self, notice: Notice) -> None:
        assert self.knowledge.outbox.recover(self.clock.advance(seconds=61)) >= 1
        for other in (notice, *self.begun):
            self._set_died(other, True)
            self._doubt(other)
            self._owe_again(other)
        self.begun = []

    def _set_died(self, notice: Notice, has_died: bool) -> None:
        for debt in self._debts(notice):
            debt.has_died = has_died

    def _blocked(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_blocked(notice.id, "403")
        self._set_died(notice, False)
        self._owe_again(notice)

    def _released(self, notice: Notice) -> None:
        self.knowledge.outbox.release(notice.id, not_before=self.clock.now + timedelta(seconds=5))
        self._owe_again(notice)

    def _owe_again(self, notice: Notice) -> None:
        is_catch_up = notice.kind in MERGED
        for report, debt in self._places(notice):
            is_wanted = bool(self.rules.get(notice.chat_id)) if is_catch_up else debt.reason is not None
            debt.fate = Fate.OWED
            if not is_wanted or report not in self.published:
                debt.stop(Fate.RETRACTED if is_wanted and report in self.withdrawn else Fate.ENDED)
            if is_catch_up and is_wanted and report not in self.published:
                self._owe_newer(report, notice.chat_id, debt)

    def _owe_newer(self, report: int, chat: int, told: Debt) -> None:
        """What is told together tells of the version that answers now, whatever the chat follows, unless it hears of one since anyway."""
        newer = [other for other in self.first.values() if report in self._versions(other)[1:]]
        since = [self.debts[other, chat] for other in newer if (other, chat) in self.debts]
        if all(debt.fate in (Fate.ENDED, Fate.RETRACTED) for debt in since):
            for other in {*newer} & {*self.published}:
                self.debts[other, chat] = replace(told, reason=None, fate=Fate.OWED)

    def _decide(self, notice: Notice, fate: Fate) -> None:
        for debt in self._debts(notice):
            debt.fate = fate

    def _end(self, chat: int, ended: set[int]) -> None:
        if not self.rules.get(chat):
            self.quiet.pop(chat, None)  # nothing is kept of a chat that follows nothing
        for (_, owed), debt in self.debts.items():
            if owed != chat:
                continue
            if debt.reason in ended:
                debt.reason = self._reason(chat, debt.organisation)
            is_wanted = bool(self.rules.get(chat)) if debt.is_merged else debt.reason is not None
            if debt.fate is Fate.OWED and not is_wanted:
                debt.stop(Fate.ENDED)

    def _reason(self, chat: int, organisation: str) -> int | None:
        """The oldest subscription of the chat that follows that organisation's reports."""
        rules = self.rules.get(chat, {})
        matching = (ALL_REPORTS, Rule(RuleKind.ORGANISATION, organisation))
        return min((rules[rule] for rule in matching if rule in rules), default=None)

    def _reports(self, notice: Notice) -> list[int]:
        return [self.first[news.report_id] for news in read_news(notice.payload).reports]

    def _places(self, notice: Notice) -> list[tuple[int, Debt]]:
        if notice.kind in AFTERWARDS:
            return []
        return [(report, self.debts[report, notice.chat_id]) for report in self._reports(notice)]

    def _debts(self, notice: Notice) -> list[Debt]:
        return [debt for _, debt in self._places(notice)]

    def _moved(self, notice: Notice, old: int, new: int) -> Notice:
        return replace(notice, chat_id=new) if notice.chat_id == old else notice
