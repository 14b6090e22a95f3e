"""One bot's world: its people, chats, messages, and the updates it has not yet seen."""

import time
from collections.abc import Callable
from typing import Any

from bot.sandbox.chats import Chat, ChatKind, Message
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.faults import Faults
from bot.sandbox.feed import CallLog, Feed
from bot.sandbox.files import Files
from bot.sandbox.limits import Limits
from bot.sandbox.people import ANONYMOUS_ADMIN, BotProfile, User
from bot.sandbox.queries import Queries
from bot.sandbox.signals import Signal
from bot.sandbox.updates import Updates
from bot.sandbox.webhook import Webhook

_FIRST_USER_ID = 700_000_001
_FIRST_GROUP_ID = -4_000_000_001
_FIRST_SUPERGROUP_ID = -1_002_000_000_001


class World:
    """Everything that one bot can see; each token of the sandbox has a world of its own."""

    def __init__(
        self,
        token: str,
        *,
        name: str = "Hỏi CCHC",
        username: str = "hoi_cchc_bot",
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.bot = BotProfile(User(int(token.partition(":")[0]), name, username=username, is_bot=True))
        self.bot_wire = self.bot.user.wire()
        self.clock = clock
        self.users: dict[int, User] = {}
        self.chats: dict[int, Chat] = {}
        self.usernames: dict[str, Chat] = {}
        self.files = Files()
        self.queries = Queries()
        self.updates = Updates()
        self.webhook = Webhook()
        self.webhook_pause_seconds = 1.0
        self.date: str | None = None  # the hour that each answer bears
        self.limits = Limits()
        self.faults = Faults()
        self.feed = Feed()
        self.calls = CallLog()
        self.happened = Signal()
        self.inline_messages: dict[str, tuple[Chat, Message]] = {}
        self.messages_from_bot = 0
        self.is_closed = False
        self._last_message_id = 0

    def add_user(
        self,
        first_name: str,
        *,
        user_id: int | None = None,
        last_name: str | None = None,
        username: str | None = None,
        language_code: str | None = "vi",
        role: str = "",
        is_started: bool = False,
    ) -> User:
        """A new person; `is_started` opens the private chat as if they had once written to the bot."""
        number = user_id or _FIRST_USER_ID + len(self.users)
        user = User(number, first_name, last_name, username, language_code, role)
        self.users[number] = user
        chat = Chat(number, "private", person=user, username=username)
        chat.bot_status = "member" if is_started else "left"
        self._keep(chat)
        return user

    def add_chat(self, kind: ChatKind, title: str, *, is_forum: bool = False, username: str | None = None) -> Chat:
        """A new group, supergroup or channel without the bot."""
        first = _FIRST_GROUP_ID if kind == "group" else _FIRST_SUPERGROUP_ID
        chat = Chat(first - len(self.chats), kind, title=title, is_forum=is_forum, username=username)
        chat.bot_status = "left"
        self._keep(chat)
        return chat

    def _keep(self, chat: Chat) -> None:
        self.chats[chat.id] = chat
        if chat.username:
            self.usernames[chat.username.lower()] = chat
        self.feed.tell("chat", chat_id=chat.id)

    def find_chat(self, reference: str) -> Chat:
        """The chat of an id or @username, or "chat not found"."""
        if not reference:
            raise bad_request("chat_id is empty")
        if reference.startswith("@"):
            chat = self.usernames.get(reference[1:].lower())
            found = chat if chat is not None and chat.kind != "private" else None
        else:
            found = self.chats.get(int(reference)) if reference.lstrip("-").isdigit() else None
        if found is None:
            raise bad_request("chat not found")
        return found

    def next_message_id(self, chat: Chat) -> int:
        """Supergroups and channels count their own messages; all else counts together, as on Telegram."""
        if chat.kind in ("supergroup", "channel"):
            chat.last_message_id += 1
            return chat.last_message_id
        self._last_message_id += 1
        return self._last_message_id

    def post(self, chat: Chat, content: Json, *, sender: Json | None, is_from_bot: bool = False) -> Message:
        """A new message in the chat, seen by everyone who watches it."""
        wire: Json = {"message_id": self.next_message_id(chat)}
        if sender is not None:
            wire["from"] = sender
        wire |= {"chat": chat.wire(), "date": int(self.clock()), **content}
        message = Message(wire, is_from_bot, chat.happenings + 1)
        chat.messages[message.id] = message
        if is_from_bot:
            chat.from_bot.append(message)
            self.messages_from_bot += 1
        self._happen(chat, "message", message)
        return message

    def change(self, chat: Chat, message: Message, changes: Json, *, is_edit: bool = True) -> None:
        """Replaces parts of a message (None takes a part away) and remembers how it stood."""
        message.edits.append(message.wire)
        kept = {name: value for name, value in message.wire.items() if name not in changes}
        new = {name: value for name, value in changes.items() if value is not None}
        message.wire = kept | new
        if is_edit:
            message.wire["edit_date"] = int(self.clock())
        self._happen(chat, "edited", message)

    def delete(self, chat: Chat, message: Message) -> None:
        """Takes a message out of the chat; tests can still read it."""
        message.is_deleted = True
        self._happen(chat, "deleted", message)

    def react(self, chat: Chat, message: Message, reactions: list[Json]) -> None:
        """Shows the bot's reactions under a message."""
        message.reactions = reactions
        self._happen(chat, "edited", message)

    def _happen(self, chat: Chat, kind: str, message: Message) -> None:
        chat.happenings += 1
        message.number = chat.happenings
        chat.changed.notify()
        self.happened.notify()
        self.feed.tell(kind, chat_id=chat.id, message=message)

    def deliver(self, kind: str, body: Json) -> int | None:
        """Queues an update for the bot; its id, or None where the bot did not ask for the kind."""
        update = self.updates.put(kind, body)
        return None if update is None else int(update["update_id"])

    def sender(self, user_id: int) -> User:
        """The person of that id, the anonymous admin included."""
        if user_id == ANONYMOUS_ADMIN.id:
            return ANONYMOUS_ADMIN
        if (user := self.users.get(user_id)) is None:
            raise KeyError(f"no user {user_id}")
        return user

    def mention(self, entity: Json) -> Json:
        """An entity's wire with the mentioned person filled in."""
        if "user" not in entity:
            return entity
        user = self.users.get(entity["user"]["id"])
        return {**entity, "user": user.wire()} if user else {}

    def close(self) -> None:
        """Ends all waiting, for the server's end."""
        self.is_closed = True
        self.updates.interrupt()
        self.feed.changed.notify()


def without(wire: Json, *names: str) -> Json:
    """A copy without the named parts."""
    return {name: value for name, value in wire.items() if name not in names}


def shown(wire: Json) -> dict[str, Any]:
    """A message as it appears within another: without what it replies to itself."""
    return without(wire, "reply_to_message", "pinned_message")
