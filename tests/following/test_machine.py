"""Whatever happens in whatever order: what was sent is what the rules say."""

from dataclasses import dataclass, replace
from datetime import timedelta
from decimal import Decimal
from enum import Enum, auto
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule, run_state_machine_as_test
from sqlmodel import col, select

from knowledge.amending.amending import Correction
from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.fields.amendments import Place, fact_at
from knowledge.fields.describing import describe
from knowledge.following.manners import Digest, Manners, Quiet
from knowledge.following.news import read_news
from knowledge.following.notices import load_notices
from knowledge.following.outbox import EventKind, Notice
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from knowledge.following.states import PUBLICATIONS, UNBEGUN
from knowledge.store.tables import EventRow, NoticeRow
from tests.clock import SetClock
from tests.databases import Databases
from tests.delivery.sizes import sized
from tests.following.publishing import arrive, publish

ORGANISATIONS = ("Sở Nội vụ", "Sở Tài chính")
RULES = (ALL_REPORTS, *(Rule(RuleKind.ORGANISATION, name) for name in ORGANISATIONS))
CHATS = (1, 2, 3)
LUCK = st.randoms(use_true_random=True)

# What may happen, and how often beside the rest.
ACTIONS = {
    "subscribe": 2,
    "unsubscribe": 1,
    "unsubscribe_all": 0.3,
    "publish": 3,
    "correct": 1,
    "correct_by_hand": 1,
    "withdraw": 0.9,
    "undo_withdrawal": 1,
    "want_a_digest": 0.5,
    "want_quiet": 0.5,
    "want_to_hear_at_once": 0.3,
    "digest": 1,
    "block": 0.7,
    "unblock": 1.5,
    "become_a_supergroup": 0.5,
    "claim": 4,
    "begin": 8,
    "end_request": 6,
    "wait": 0.5,
}


MERGED = {EventKind.CATCH_UP, EventKind.DIGEST}
AFTERWARDS = {EventKind.REPORT_WITHDRAWN, EventKind.REPORT_RESTORED}
VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


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


class Following(RuleBasedStateMachine):
    """Subscribing, publishing, sending and everything that comes between."""

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

    @initialize(luck=LUCK)
    def begin_with_followers(self, luck: Random) -> None:
        for _ in range(4):
            self.subscribe(luck)

    @rule(luck=LUCK)
    def act(self, luck: Random) -> None:
        for action in luck.choices(list(ACTIONS), list(ACTIONS.values()), k=5):
            getattr(self, action)(luck)

    # What people do.

    def subscribe(self, luck: Random) -> None:
        chat, followed = luck.choice(CHATS), luck.choice(RULES)
        subscribed = self.knowledge.subscribers.subscribe(chat, followed, by=None)
        rules = self.rules.setdefault(chat, {})
        assert subscribed.is_new == (followed not in rules)
        rules[followed] = subscribed.subscription.id

    def unsubscribe(self, luck: Random) -> None:
        followed = [(chat, rule) for chat, rules in sorted(self.rules.items()) for rule in rules]
        if followed:
            chat, rule_of_chat = luck.choice(followed)
            ended = self.rules[chat].pop(rule_of_chat)
            assert self.knowledge.subscribers.unsubscribe(ended, chat) == rule_of_chat
            self._end(chat, {ended})

    def unsubscribe_all(self, luck: Random) -> None:
        chat = luck.choice(CHATS)
        ended = set(self.rules.pop(chat, {}).values())
        assert self.knowledge.subscribers.unsubscribe_all(chat) == len(ended)
        self._end(chat, ended)

    def publish(self, luck: Random) -> None:
        self.numbers += 1
        organisation = luck.choice(ORGANISATIONS)
        number = f"{self.numbers}/BC"
        self._publish(publish(self.knowledge, number, organisation=organisation).report_id, number, organisation)

    def _publish(self, report: int, number: str, organisation: str) -> None:
        self.published.append(report)
        self.version[report] = self.first[report] = report
        self.named[report] = (number, organisation)
        for chat in self.rules:
            reason = self._reason(chat, organisation)
            if reason is not None:
                self.debts[report, chat] = Debt(organisation, reason)

    def correct(self, luck: Random) -> None:
        """A newer version of a report: whoever has not heard of the old one hears of the new one only."""
        if not self.published:
            return
        old = luck.choice(self.published)
        number, organisation = self.named[old]
        self.numbers += 1
        new = publish(self.knowledge, number, organisation=organisation, title=f"Bản {self.numbers}").report_id
        self.published.remove(old)
        self._end_report(old, Fate.ENDED)
        self._publish(new, number, organisation)
        self.older[new] = old

    def correct_by_hand(self, luck: Random) -> None:
        """A figure of a report that nobody follows by itself: whoever has yet to hear of the report still does."""
        if not self.published:
            return
        report = luck.choice(self.published)
        self.numbers += 1
        place = Place(0, "figure")
        fact = fact_at(self.knowledge.reports.reading(self.version[report]), place)
        assert fact is not None
        before = describe(fact)
        after = replace(before, value=Decimal(self.numbers))
        correction = Correction(self.version[report], place, before, after)
        new = self.knowledge.amending.correct(correction, by=None, notify=luck.random() < 0.5).report_id
        self.version[report], self.first[new] = new, report

    def want_a_digest(self, luck: Random) -> None:
        self._want(luck.choice(CHATS), Manners(digest=Digest(luck.randrange(24))))

    def want_quiet(self, luck: Random) -> None:
        start, end = luck.sample(range(24), 2)
        self._want(luck.choice(CHATS), Manners(quiet=Quiet(start, end)))

    def want_to_hear_at_once(self, luck: Random) -> None:
        self._want(luck.choice(CHATS), Manners())

    def _want(self, chat: int, manners: Manners) -> None:
        self.knowledge.subscribers.set_manners(chat, manners)
        self._merge_what_digests_tell()
        if self.rules.get(chat):
            self.quiet[chat] = manners.quiet

    def digest(self, luck: Random) -> None:
        self.clock.advance(hours=luck.choice([1, 24]))
        self.knowledge.digests.write()
        self._merge_what_digests_tell()

    def _merge_what_digests_tell(self) -> None:
        with self.knowledge.store.read() as session:
            written = select(col(NoticeRow.id)).join(EventRow).where(col(EventRow.kind) == EventKind.DIGEST)
            for digest in load_notices(session, session.exec(written.where(col(NoticeRow.state).in_(UNBEGUN))).all()):
                for debt in self._debts(digest):
                    debt.merge()

    def withdraw(self, luck: Random) -> None:
        if not self.published:
            return
        report = self.published.pop(luck.randrange(len(self.published)))
        self.knowledge.reports.withdraw(self.version[report], by=None)
        self.withdrawn.add(report)
        self._end_report(report, Fate.RETRACTED)

    def undo_withdrawal(self, luck: Random) -> None:
        """Whoever had yet to hear of the report, and still follows it, does."""
        names = {self.named[report] for report in self.published}
        undoable = [report for report in sorted(self.withdrawn) if self.named[report] not in names]
        if not undoable:
            return
        report = luck.choice(undoable)
        with self.knowledge.store.write() as session:
            self.knowledge.reports.restore_within(session, self.version[report], by=None)
        self.withdrawn.remove(report)
        self.published.append(report)
        for (told, chat), debt in self.debts.items():
            if told == report and debt.fate is Fate.RETRACTED:
                debt.reason, debt.is_merged = self._reason(chat, debt.organisation), False
                debt.fate = Fate.OWED if debt.reason is not None else Fate.ENDED
        self._owe_what_may_be_lost(report)

    def _owe_what_may_be_lost(self, report: int) -> None:
        """Whoever may have been told of it by a sender that died, and has heard of no withdrawal, is told again."""
        with self.knowledge.store.read() as session:
            taken_up = (
                select(col(NoticeRow.chat_id))
                .join(EventRow)
                .where(
                    col(EventRow.report_id) == self.version[report],
                    col(EventRow.kind).in_(PUBLICATIONS),
                    col(NoticeRow.state).in_(UNBEGUN),
                )
            )
            for chat in session.exec(taken_up).all():
                debt = self.debts[report, chat]
                if debt.fate is Fate.LOST and debt.has_died:
                    debt.fate, debt.reason, debt.is_merged = Fate.OWED, self._reason(chat, debt.organisation), False

    def _end_report(self, report: int, fate: Fate) -> None:
        for (owed, _), debt in self.debts.items():
            if owed == report and debt.fate is Fate.OWED:
                debt.stop(fate)

    def block(self, luck: Random) -> None:
        self.knowledge.subscribers.pause(luck.choice(CHATS), "blocked")

    def unblock(self, luck: Random) -> None:
        for missed in self.knowledge.subscribers.restore(luck.choice(CHATS)):
            for debt in self._debts(missed):
                debt.merge()

    def become_a_supergroup(self, luck: Random) -> None:
        old = luck.choice(CHATS)
        if not self.rules.get(old) or self.knowledge.subscribers.is_paused(old):
            return
        self.numbers += 1
        new = -1000 - self.numbers
        self.knowledge.subscribers.migrate(old, new)
        self.rules[new] = self.rules.pop(old)
        self.quiet[new] = self.quiet.pop(old, None)
        self.debts = {(report, new if chat == old else chat): debt for (report, chat), debt in self.debts.items()}
        self.holds = {(report, new if chat == old else chat): said for (report, chat), said in self.holds.items()}
        self.claimed = [self._moved(notice, old, new) for notice in self.claimed]
        self.begun = [self._moved(notice, old, new) for notice in self.begun]

    # What senders do.

    def claim(self, luck: Random) -> None:
        limit = luck.randint(1, 4)
        now = self.clock.now
        claimed = self.knowledge.outbox.claim(limit, sender="a", now=now, lease_seconds=60)
        assert not [notice for notice in claimed if self._sleeps(notice.chat_id)]
        again = {notice.id for notice in claimed}
        self.claimed = [notice for notice in self.claimed if notice.id not in again] + claimed

    def _sleeps(self, chat: int) -> bool:
        quiet, hour = self.quiet.get(chat), self.clock.now.astimezone(VIETNAM).hour
        return quiet is not None and (hour - quiet.start) % 24 < (quiet.end - quiet.start) % 24

    def begin(self, luck: Random) -> None:
        if not self.claimed:
            return
        notice = self.claimed.pop(luck.randrange(len(self.claimed)))
        if not self.knowledge.outbox.begin(notice.id, sender="a", now=self.clock.now, lease_seconds=60):
            return
        self._check_owed(notice)
        self._decide(notice, Fate.BEGUN)
        self.begun.append(notice)

    def end_request(self, luck: Random) -> None:
        if self.begun:
            notice = self.begun.pop(luck.randrange(len(self.begun)))
            luck.choice(
                [self._sent, self._failed, self._uncertain, self._blocked, self._released, self._released, self._died]
            )(notice)

    def wait(self, luck: Random) -> None:
        self.clock.advance(seconds=luck.choice([1, 59, 61]))

    def teardown(self) -> None:
        try:
            self._send_all()
        finally:
            self.knowledge.close()

    def _send_all(self) -> None:
        """When everybody can be reached again and all is sent, nothing is owed."""
        for notice in self.begun:
            self._sent(notice)
        told = {chat for _, chat in self.holds}  # of a withdrawal too whoever follows nothing
        for chat in {*self.rules, *told}:
            self.knowledge.subscribers.restore(chat)
            self.knowledge.subscribers.set_manners(chat, Manners())
        now = self.clock.advance(hours=1)  # every lease has ended
        while notices := self.knowledge.outbox.claim(1000, sender="z", now=now, lease_seconds=60):
            for notice in notices:
                assert self.knowledge.outbox.begin(notice.id, sender="z", now=now, lease_seconds=60)
                self._check_owed(notice)
                self._sent(notice)
        assert [place for place, debt in self.debts.items() if debt.fate is Fate.OWED] == []
        withdrawn = {self._versions(report)[-1] for report in self.withdrawn}
        assert self.holds == {(report, chat): report not in withdrawn for report, chat in self.holds}

    # What that means.

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


def test_what_was_sent_is_what_the_rules_say(databases: Databases):
    run_state_machine_as_test(
        lambda: Following(databases),
        settings=settings(
            max_examples=sized(200, 5),
            stateful_step_count=15,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
        ),
    )
