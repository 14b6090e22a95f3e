"""Whatever happens in whatever order: what was sent is what the rules say."""

from dataclasses import dataclass, replace
from datetime import timedelta
from enum import Enum, auto

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.following.news import read_news
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from tests.clock import SetClock
from tests.databases import Databases
from tests.following.publishing import publish

ORGANISATIONS = ("Sở Nội vụ", "Sở Tài chính")
RULES = (ALL_REPORTS, *(Rule(RuleKind.ORGANISATION, name) for name in ORGANISATIONS))
CHATS = st.integers(1, 3)


class Fate(Enum):
    """What becomes of telling one chat of one report."""

    OWED = auto()
    BEGUN = auto()  # a request is under way
    TOLD = auto()
    LOST = auto()  # failed or uncertain: not to be sent again
    ENDED = auto()  # by a withdrawal or the end of the rule


@dataclass
class Debt:
    """One chat that is to hear of one report."""

    organisation: str
    reason: int | None  # the subscription that it is for, while there is one
    fate: Fate = Fate.OWED
    is_merged: bool = False  # part of a catch-up, which is for no single rule


class Following(RuleBasedStateMachine):
    """Subscribing, publishing, sending and everything that comes between."""

    def __init__(self, databases: Databases) -> None:
        super().__init__()
        self.clock = SetClock()
        self.knowledge: Knowledge = open_knowledge(databases.migrated(), clock=self.clock)
        self.rules: dict[int, dict[Rule, int]] = {}  # chat: rule: subscription
        self.debts: dict[tuple[int, int], Debt] = {}  # (report, chat)
        self.published: set[int] = set()
        self.claimed: list[Notice] = []
        self.begun: list[Notice] = []
        self.numbers = 0

    # What people do.

    @rule(chat=CHATS, followed=st.sampled_from(RULES))
    def subscribe(self, chat: int, followed: Rule) -> None:
        subscribed = self.knowledge.subscribers.subscribe(chat, followed, by=None)
        rules = self.rules.setdefault(chat, {})
        assert subscribed.is_new == (followed not in rules)
        rules[followed] = subscribed.subscription.id

    @precondition(lambda self: any(self.rules.values()))
    @rule(data=st.data())
    def unsubscribe(self, data: st.DataObject) -> None:
        chat = data.draw(st.sampled_from(sorted(chat for chat, rules in self.rules.items() if rules)))
        followed = data.draw(st.sampled_from(list(self.rules[chat])))
        ended = self.rules[chat].pop(followed)
        assert self.knowledge.subscribers.unsubscribe(ended, chat) == followed
        self._end(chat, {ended})

    @rule(chat=CHATS)
    def unsubscribe_all(self, chat: int) -> None:
        ended = set(self.rules.pop(chat, {}).values())
        assert self.knowledge.subscribers.unsubscribe_all(chat) == len(ended)
        self._end(chat, ended)

    @rule(organisation=st.sampled_from(ORGANISATIONS))
    def publish(self, organisation: str) -> None:
        self.numbers += 1
        publication = publish(self.knowledge, f"{self.numbers}/BC", organisation=organisation)
        self.published.add(publication.report_id)
        for chat in self.rules:
            reason = self._reason(chat, organisation)
            if reason is not None:
                self.debts[publication.report_id, chat] = Debt(organisation, reason)

    @precondition(lambda self: self.published)
    @rule(data=st.data())
    def withdraw(self, data: st.DataObject) -> None:
        report = data.draw(st.sampled_from(sorted(self.published)))
        self.knowledge.reports.withdraw(report, by=None)
        self.published.remove(report)
        for (owed, _), debt in self.debts.items():
            if owed == report and debt.fate is Fate.OWED:
                debt.fate = Fate.ENDED

    @rule(chat=CHATS)
    def block(self, chat: int) -> None:
        self.knowledge.subscribers.pause(chat, "blocked")

    @rule(chat=CHATS)
    def unblock(self, chat: int) -> None:
        for missed in self.knowledge.subscribers.restore(chat):
            for debt in self._debts(missed):
                debt.is_merged = True

    @rule(old=CHATS)
    def become_a_supergroup(self, old: int) -> None:
        if not self.rules.get(old) or self.knowledge.subscribers.is_paused(old):
            return
        self.numbers += 1
        new = -1000 - self.numbers
        self.knowledge.subscribers.migrate(old, new)
        self.rules[new] = self.rules.pop(old)
        for report, chat in list(self.debts):
            if chat == old:
                self.debts[report, new] = self.debts.pop((report, chat))
        self.claimed = [self._moved(notice, old, new) for notice in self.claimed]
        self.begun = [self._moved(notice, old, new) for notice in self.begun]

    # What senders do.

    @rule(limit=st.integers(1, 4))
    def claim(self, limit: int) -> None:
        now = self.clock.now
        self.claimed += self.knowledge.outbox.claim(limit, sender="a", now=now, lease_seconds=60)

    @precondition(lambda self: self.claimed)
    @rule(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        notice = self.claimed.pop(data.draw(st.integers(0, len(self.claimed) - 1)))
        if not self.knowledge.outbox.begin(notice.id, sender="a", now=self.clock.now, lease_seconds=60):
            return
        for debt in self._debts(notice):
            # A catch-up was written before what it tells of may have been withdrawn.
            assert debt.fate is Fate.OWED or (notice.kind is EventKind.CATCH_UP and debt.fate is Fate.ENDED)
            debt.fate = Fate.BEGUN
        self.begun.append(notice)

    @precondition(lambda self: self.begun)
    @rule(data=st.data(), result=st.sampled_from(["sent", "failed", "uncertain", "blocked", "released", "died"]))
    def end_request(self, data: st.DataObject, result: str) -> None:
        notice = self.begun.pop(data.draw(st.integers(0, len(self.begun) - 1)))
        getattr(self, f"_{result}")(notice)

    @rule(seconds=st.sampled_from([1, 59, 61]))
    def wait(self, seconds: int) -> None:
        self.clock.advance(seconds=seconds)

    def teardown(self) -> None:
        """When everybody can be reached again and all is sent, nothing is owed."""
        for notice in self.begun:
            self._sent(notice)
        for chat in list(self.rules):
            self.knowledge.subscribers.restore(chat)
        now = self.clock.advance(hours=1)
        for notice in self.knowledge.outbox.claim(1000, sender="z", now=now, lease_seconds=60):
            assert self.knowledge.outbox.begin(notice.id, sender="z", now=now, lease_seconds=60)
            assert {debt.fate for debt in self._debts(notice)} <= {Fate.OWED, Fate.ENDED}
            self._sent(notice)
        self.knowledge.close()
        assert [place for place, debt in self.debts.items() if debt.fate is Fate.OWED] == []

    # What that means.

    def _sent(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_sent(notice.id, 1)
        self._decide(notice, Fate.TOLD)

    def _failed(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_failed(notice.id, "400")
        self._decide(notice, Fate.LOST)

    def _uncertain(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_uncertain(notice.id, "time-out")
        self._decide(notice, Fate.LOST)

    def _died(self, notice: Notice) -> None:
        assert self.knowledge.outbox.recover(self.clock.advance(seconds=61)) >= 1
        for other in (notice, *self.begun):
            self._decide(other, Fate.LOST)
        self.begun = []

    def _blocked(self, notice: Notice) -> None:
        self.knowledge.outbox.mark_blocked(notice.id, "403")
        self._owe_again(notice)

    def _released(self, notice: Notice) -> None:
        self.knowledge.outbox.release(notice.id, not_before=self.clock.now + timedelta(seconds=5))
        self._owe_again(notice)

    def _owe_again(self, notice: Notice) -> None:
        is_catch_up = notice.kind is EventKind.CATCH_UP
        for report, debt in self._places(notice):
            is_wanted = bool(self.rules.get(notice.chat_id)) if is_catch_up else debt.reason is not None
            debt.fate = Fate.OWED if is_wanted and report in self.published else Fate.ENDED

    def _decide(self, notice: Notice, fate: Fate) -> None:
        for debt in self._debts(notice):
            debt.fate = fate

    def _end(self, chat: int, ended: set[int]) -> None:
        for (_, owed), debt in self.debts.items():
            if owed != chat:
                continue
            if debt.reason in ended:
                debt.reason = self._reason(chat, debt.organisation)
            is_wanted = bool(self.rules.get(chat)) if debt.is_merged else debt.reason is not None
            if debt.fate is Fate.OWED and not is_wanted:
                debt.fate = Fate.ENDED

    def _reason(self, chat: int, organisation: str) -> int | None:
        """The oldest subscription of the chat that follows that organisation's reports."""
        rules = self.rules.get(chat, {})
        matching = (ALL_REPORTS, Rule(RuleKind.ORGANISATION, organisation))
        return min((rules[rule] for rule in matching if rule in rules), default=None)

    def _places(self, notice: Notice) -> list[tuple[int, Debt]]:
        reports = [news.report_id for news in read_news(notice.payload).reports]
        return [(report, self.debts[report, notice.chat_id]) for report in reports]

    def _debts(self, notice: Notice) -> list[Debt]:
        return [debt for _, debt in self._places(notice)]

    def _moved(self, notice: Notice, old: int, new: int) -> Notice:
        return replace(notice, chat_id=new) if notice.chat_id == old else notice


def test_what_was_sent_is_what_the_rules_say(databases: Databases):
    run_state_machine_as_test(
        lambda: Following(databases),
        settings=settings(
            max_examples=40, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
        ),
    )
