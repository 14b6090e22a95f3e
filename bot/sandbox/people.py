"""People and bots, as the Bot API shows them (core.telegram.org/bots/api#user)."""

from dataclasses import dataclass, field
from typing import Literal

from bot.sandbox.errors import Json

# The account that stands for an admin who writes anonymously (core.telegram.org/bots/api#message, `from`).
ANONYMOUS_ADMIN_ID = 1087968824

MemberStatus = Literal["creator", "administrator", "member", "restricted", "left", "kicked"]


@dataclass(slots=True)
class User:
    """A person; `role` is only for the page ("cán bộ", "quản trị")."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    role: str = ""
    is_bot: bool = False
    is_premium: bool = False

    @property
    def name(self) -> str:
        return f"{self.first_name} {self.last_name}" if self.last_name else self.first_name

    def wire(self) -> Json:
        """As it stands in messages."""
        shown: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        if self.last_name:
            shown["last_name"] = self.last_name
        if self.username:
            shown["username"] = self.username
        if self.language_code:
            shown["language_code"] = self.language_code
        if self.is_premium:
            shown["is_premium"] = True
        return shown


ANONYMOUS_ADMIN = User(ANONYMOUS_ADMIN_ID, "Group", username="GroupAnonymousBot", is_bot=True)


@dataclass(slots=True)
class BotProfile:
    """The bot's own account and what it said of itself, by language ("" is the default)."""

    user: User
    reads_all_group_messages: bool = False
    names: dict[str, str] = field(default_factory=dict)
    descriptions: dict[str, str] = field(default_factory=dict)
    short_descriptions: dict[str, str] = field(default_factory=dict)
    # By scope and language: (type, chat id, user id, language).
    commands: dict[tuple[str, int, int, str], list[Json]] = field(default_factory=dict)
    menu_buttons: dict[int, Json] = field(default_factory=dict)

    def wire(self) -> Json:
        """The answer to getMe (core.telegram.org/bots/api#getme)."""
        return {
            **self.user.wire(),
            "can_join_groups": True,
            "can_read_all_group_messages": self.reads_all_group_messages,
            "supports_inline_queries": True,
            "can_connect_to_business": False,
            "has_main_web_app": False,
        }
