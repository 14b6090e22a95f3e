"""Whatever happens in whatever order: what was sent is what the rules say."""

from dataclasses import replace
from decimal import Decimal
from random import Random
from zoneinfo import ZoneInfo

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test
from sqlmodel import col, select

from knowledge.amending.amending import Correction
from knowledge.fields.amendments import Place, fact_at
from knowledge.fields.describing import describe
from knowledge.following.manners import Digest, Manners, Quiet
from knowledge.following.notices import load_notices
from knowledge.following.outbox import EventKind
from knowledge.following.rules import ALL_REPORTS, Rule, RuleKind
from knowledge.following.states import PUBLICATIONS, UNBEGUN
from knowledge.store.tables import EventRow, NoticeRow
from tests.databases import Databases
from tests.delivery.sizes import sized
from tests.following.ledger import Debt, Fate, Ledger
from tests.following.publishing import publish

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


VIETNAM = ZoneInfo("Asia/Ho_Chi_Minh")


class Following(Ledger):
    """Subscribing, publishing, sending and everything that comes between."""

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
        told_together = self._to_be_told_together(old)
        self._end_report(old, Fate.ENDED)
        self._publish(new, number, organisation)
        self.older[new] = old
        for chat, debt in told_together.items():
            self.debts.setdefault((new, chat), debt)

    def _to_be_told_together(self, report: int) -> dict[int, Debt]:
        """Whoever is to hear of it in a digest or catch-up hears of its newer version there, whatever they follow now."""
        owed = {chat: debt for (told, chat), debt in self.debts.items() if told == report and debt.fate is Fate.OWED}
        return {chat: replace(debt, reason=None) for chat, debt in owed.items() if debt.is_merged}

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
