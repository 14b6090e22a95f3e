"""Chats and their messages, kept as the Bot API shows them.

core.telegram.org/bots/api#chat and #message.
"""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.errors import Json
from bot.sandbox.people import MemberStatus, User
from bot.sandbox.signals import Signal

ChatKind = Literal["private", "group", "supergroup", "channel"]


@dataclass(slots=True)
class Message:
    """A message as it stands now, and how it stood before each edit."""

    wire: Json
    is_from_bot: bool
    number: int  # its place among all that happened in the chat, edits included
    edits: list[Json] = field(default_factory=list)
    is_deleted: bool = False
    inline_id: str | None = None  # set where a person sent it for the bot, with buttons
    reactions: list[Json] = field(default_factory=list)

    @property
    def id(self) -> int:
        number: int = self.wire["message_id"]
        return number


@dataclass(slots=True)
class Chat:
    """A private chat, group, supergroup or channel, seen with the bot's eyes."""

    id: int
    kind: ChatKind
    title: str | None = None
    username: str | None = None
    person: User | None = None
    is_forum: bool = False
    bot_status: MemberStatus = "member"
    members: dict[int, MemberStatus] = field(default_factory=dict)
    topics: dict[int, str] = field(default_factory=dict)
    messages: dict[int, Message] = field(default_factory=dict)
    from_bot: list[Message] = field(default_factory=list)
    migrated_to: int | None = None
    last_message_id: int = 0
    happenings: int = 0
    keyboard: Json | None = None
    changed: Signal = field(default_factory=Signal)

    @property
    def is_group(self) -> bool:
        return self.kind in ("group", "supergroup")

    @property
    def is_open(self) -> bool:
        """Whether the bot is in it (in a private chat: the person wrote first and does not block it)."""
        return self.bot_status in ("member", "administrator", "creator", "restricted")

    def wire(self) -> Json:
        """As it stands in messages."""
        shown: Json = {"id": self.id, "type": self.kind}
        if self.person is not None:
            shown["first_name"] = self.person.first_name
            if self.person.last_name:
                shown["last_name"] = self.person.last_name
            if self.person.username:
                shown["username"] = self.person.username
            return shown
        shown["title"] = self.title or ""
        if self.username:
            shown["username"] = self.username
        if self.is_forum:
            shown["is_forum"] = True
        return shown

    def status_of(self, user_id: int) -> MemberStatus:
        """What someone is in the chat."""
        return self.members.get(user_id, "left")
