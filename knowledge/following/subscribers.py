"""Chats and what they follow."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func
from sqlmodel import Session, col, delete, select

from knowledge.following.digests import write_digest
from knowledge.following.for_admins import is_personal, take_up_personal
from knowledge.following.manners import Manners, manners_of, next_digest, set_manners
from knowledge.following.moving import move_chat
from knowledge.following.notices import Notice
from knowledge.following.pausing import pause_chat, restore_chat
from knowledge.following.previewing import preview
from knowledge.following.rules import Rule, RuleKind
from knowledge.following.sameness import same_rule
from knowledge.following.states import NoticeState
from knowledge.following.stopping import stop_notices
from knowledge.following.targets import matches
from knowledge.storable import storable
from knowledge.store.clock import Clock
from knowledge.store.generations import wait_for_publishing
from knowledge.store.store import Store
from knowledge.store.tables import ChatRow, EventTargetRow, NoticeRow, SubscriptionRow, id_of
from knowledge.store.upserting import insert_if_absent


@dataclass(frozen=True, slots=True)
class Subscription:
    """One rule of one chat (of one topic of it, where the chat is a forum)."""

    id: int
    chat_id: int
    thread_id: int | None
    rule: Rule
    since: datetime


@dataclass(frozen=True, slots=True)
class Subscribed:
    """The subscription, since when it is, and whether it is new, or has another threshold than before."""

    subscription: Subscription
    since: datetime
    is_new: bool
    is_changed: bool = False


class Subscribers:
    """A chat follows each rule at most once."""

    def __init__(self, store: Store, clock: Clock, zone: ZoneInfo) -> None:
        self._store = store
        self._clock = clock
        self._zone = zone

    def subscribe(self, chat_id: int, rule: Rule, *, by: int | None, thread_id: int | None = None) -> Subscribed:
        """The chat follows the rule; subscribing again changes only the topic and the threshold."""
        with self._store.write() as session:
            insert_if_absent(session, ChatRow, ["id"], id=chat_id)
            followed = same_rule(session, chat_id, rule) or rule
            same = {"chat_id": chat_id, "kind": rule.kind.value, "key": storable(followed.key)}
            is_new = insert_if_absent(
                session,
                SubscriptionRow,
                list(same),
                target=storable(rule.target),
                created_at=self._clock(),
                created_by=by,
                **same,
            )
            row = session.exec(select(SubscriptionRow).filter_by(**same)).one()
            is_changed = not is_new and row.threshold != rule.threshold
            row.thread_id, row.threshold = thread_id, rule.threshold
            return Subscribed(_subscription(row), row.created_at, is_new, is_changed)

    def unsubscribe(self, subscription_id: int, chat_id: int) -> Rule | None:
        """The rule that this chat no longer follows; None if the subscription is not (any more) its own.

        Notices that wait because of this rule alone are not sent.
        """
        with self._store.write() as session:
            row = session.get(SubscriptionRow, subscription_id)
            if row is None or row.chat_id != chat_id:
                return None
            rule = _subscription(row).rule
            session.delete(row)
            session.flush()
            _find_other_reasons(session, chat_id, subscription_id)
            stop_notices(session, col(NoticeRow.subscription_id) == subscription_id, at=self._clock(), reason="ended")
            _forget_idle(session, chat_id, at=self._clock())
            return rule

    def unsubscribe_all(self, chat_id: int) -> int:
        """How many rules the chat followed; nothing more is sent to it."""
        with self._store.write() as session:
            return end_all(session, chat_id, at=self._clock())

    def list_for(self, chat_id: int) -> list[Subscription]:
        """What the chat follows, the oldest first."""
        query = select(SubscriptionRow).where(SubscriptionRow.chat_id == chat_id)
        with self._store.read() as session:
            return [_subscription(row) for row in session.exec(query.order_by(col(SubscriptionRow.id)))]

    def preview(self, rule: Rule, since: datetime) -> int:
        """How many notices the rule would have brought since then."""
        with self._store.read() as session:
            return preview(session, rule, since)

    def manners(self, chat_id: int) -> Manners | None:
        """How the chat wants to be told; None where it follows nothing."""
        with self._store.read() as session:
            return manners_of(session, chat_id)

    def set_manners(self, chat_id: int, manners: Manners) -> None:
        """The chat is told like that from now on; what a digest held back is told at once when there is none any more."""
        now, digest = self._clock(), manners.digest
        with self._store.write() as session:
            wait_for_publishing(session)
            set_manners(session, chat_id, manners, next_digest(digest, now, self._zone) if digest else None)
            if digest is None:
                write_digest(session, chat_id, at=now)

    def pause(self, chat_id: int, reason: str) -> None:
        """The chat cannot be reached: what waits for it and what comes is held back."""
        with self._store.write() as session:
            pause_chat(session, chat_id, reason, at=self._clock())

    def restore(self, chat_id: int) -> list[Notice]:
        """What the chat missed while paused (empty if it was not).

        One notice of kind CATCH_UP that lists them waits in the outbox from now on; send nothing else.
        """
        with self._store.write() as session:
            take_up_personal(session, chat_id, at=self._clock())
        if not self.is_paused(chat_id):
            return []
        with self._store.write() as session:
            return restore_chat(session, chat_id, at=self._clock())

    def is_paused(self, chat_id: int) -> bool:
        """Whether the chat follows something and could not be reached."""
        with self._store.read() as session:
            chat = session.get(ChatRow, chat_id)
            return chat is not None and chat.paused_at is not None

    def migrate(self, old_chat_id: int, new_chat_id: int) -> None:
        """Everything of the old chat is the new one's; doing it twice, or from both ends, is harmless."""
        with self._store.write() as session:
            move_chat(session, old_chat_id, new_chat_id, at=self._clock())

    def count(self) -> int:
        """How many chats follow something and can be reached."""
        with self._store.read() as session:
            return session.exec(select(func.count()).where(col(ChatRow.paused_at).is_(None))).one()


def end_all(session: Session, chat_id: int, *, at: datetime) -> int:
    """The chat follows nothing any more and nothing is sent to it; how many rules it had."""
    ended = session.exec(delete(SubscriptionRow).where(col(SubscriptionRow.chat_id) == chat_id)).rowcount
    _forget_idle(session, chat_id, at=at)
    return ended


def _find_other_reasons(session: Session, chat_id: int, ended: int) -> None:
    """Notices of the ended rule that another rule of the chat brings as well are now that one's."""
    undecided = col(NoticeRow.state).in_(
        [NoticeState.WAITING, NoticeState.HELD, NoticeState.MISSED, NoticeState.SENDING]
    )
    notices = select(NoticeRow).where(NoticeRow.subscription_id == ended, undecided)
    for notice in session.exec(notices):
        other = (
            select(func.min(col(SubscriptionRow.id)))
            .join(EventTargetRow, matches())
            .where(EventTargetRow.event_id == notice.event_id, SubscriptionRow.chat_id == chat_id)
        )
        notice.subscription_id = session.exec(other).one() or ended
    session.flush()


def _forget_idle(session: Session, chat_id: int, *, at: datetime) -> None:
    """Nothing is sent to a chat that follows nothing, and nothing kept of it."""
    if session.exec(select(SubscriptionRow.id).where(SubscriptionRow.chat_id == chat_id)).first() is None:
        followed = (col(NoticeRow.chat_id) == chat_id) & col(NoticeRow.about).is_(None)
        stop_notices(session, followed, ~is_personal(), at=at, reason="ended")
        session.exec(delete(ChatRow).where(col(ChatRow.id) == chat_id))


def _subscription(row: SubscriptionRow) -> Subscription:
    rule = Rule(RuleKind(row.kind), row.target, row.threshold)
    return Subscription(id_of(row), row.chat_id, row.thread_id, rule, row.created_at)
