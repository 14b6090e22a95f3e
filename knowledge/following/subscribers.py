"""Chats and what they follow."""

from dataclasses import dataclass
from datetime import datetime

from knowledge.following.outbox import Notice
from knowledge.following.rules import Rule
from knowledge.store.clock import Clock
from knowledge.store.store import Store


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
    """The subscription, and whether it is new."""

    subscription: Subscription
    is_new: bool


class Subscribers:
    """A chat follows each rule at most once."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    def subscribe(self, chat_id: int, rule: Rule, *, by: int | None, thread_id: int | None = None) -> Subscribed:
        """The chat follows the rule; subscribing again changes only the topic."""
        raise NotImplementedError

    def unsubscribe(self, subscription_id: int, chat_id: int) -> Rule | None:
        """The rule that this chat no longer follows; None if the subscription is not (any more) its own.

        Notices that wait because of this rule alone are not sent.
        """
        raise NotImplementedError

    def unsubscribe_all(self, chat_id: int) -> int:
        """How many rules the chat followed; nothing more is sent to it."""
        raise NotImplementedError

    def list_for(self, chat_id: int) -> list[Subscription]:
        """What the chat follows, the oldest first."""
        raise NotImplementedError

    def preview(self, rule: Rule, since: datetime) -> int:
        """How many notices the rule would have brought since then."""
        raise NotImplementedError

    def pause(self, chat_id: int, reason: str) -> None:
        """The chat cannot be reached: what waits for it and what comes is held back."""
        raise NotImplementedError

    def restore(self, chat_id: int) -> list[Notice]:
        """What the chat missed while paused (empty if it was not).

        One notice of kind CATCH_UP that lists them waits in the outbox from now on; send nothing else.
        """
        raise NotImplementedError

    def migrate(self, old_chat_id: int, new_chat_id: int) -> None:
        """Everything of the old chat is the new one's; doing it twice, or from both ends, is harmless."""
        raise NotImplementedError

    def count(self) -> int:
        """How many chats follow something and can be reached."""
        raise NotImplementedError
