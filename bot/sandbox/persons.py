"""People, groups and what they wait for, as tests move them."""

from dataclasses import dataclass
from typing import Literal

from bot.sandbox.control_client import WAIT_SECONDS, Control, NothingCameError
from bot.sandbox.errors import Json
from bot.sandbox.seen import SeenAnswer, SeenMessage, SeenResult, seen_message


@dataclass(slots=True)
class Place:
    """A chat, and how far one has read what the bot wrote there."""

    control: Control
    id: int
    read: int = 0

    async def next_reply(self, *, timeout_seconds: float = WAIT_SECONDS) -> SeenMessage:
        """The bot's next message here that was not yet returned."""
        found = await self._from_bot(self.read + 1, timeout_seconds)
        if len(found) <= self.read:
            raise NothingCameError(await self._what_came(timeout_seconds))
        self.read += 1
        return found[self.read - 1]

    async def replies(self, count: int, *, timeout_seconds: float = WAIT_SECONDS) -> list[SeenMessage]:
        """The bot's next messages here, so many of them."""
        return [await self.next_reply(timeout_seconds=timeout_seconds) for _ in range(count)]

    async def _from_bot(self, count: int, timeout_seconds: float) -> list[SeenMessage]:
        path = f"chats/{self.id}/messages"
        answer = await self.control.get(path, from_bot=count, timeout=timeout_seconds)
        return [seen_message(view) for view in answer["messages"]]

    async def _what_came(self, timeout_seconds: float) -> str:
        calls = (await self.control.get("calls"))["calls"][-5:]
        shown = "; ".join(f"{call['method']} {call['code']} {call['description']}".strip() for call in calls)
        return f"no message from the bot in chat {self.id} within {timeout_seconds} s; last calls: {shown}"

    async def messages(self) -> list[SeenMessage]:
        """Everything in the chat, deleted messages included."""
        views = (await self.control.get(f"chats/{self.id}/messages"))["messages"]
        return [seen_message(view) for view in views]

    async def look(self, message: SeenMessage, *, edits: int = 0, timeout_seconds: float = WAIT_SECONDS) -> SeenMessage:
        """The message as it is now; waits until it was changed so many times."""
        path = f"chats/{message.chat_id}/messages/{message.id}"
        now = seen_message(await self.control.get(path, edits=edits, timeout=timeout_seconds))
        if now.edits < edits and not now.is_deleted:
            raise NothingCameError(f"message {message.id} was changed {now.edits} times, not {edits}")
        return now

    async def next_edit(self, message: SeenMessage, *, timeout_seconds: float = WAIT_SECONDS) -> SeenMessage:
        """The message after its next change (counted from how it was seen), or as it was when deleted."""
        return await self.look(message, edits=message.edits + 1, timeout_seconds=timeout_seconds)

    async def keyboard(self) -> list[list[str]]:
        """The words on the reply keyboard, row by row; none where there is none."""
        keyboard = (await self.control.get(f"chats/{self.id}"))["keyboard"] or {}
        return [[button["text"] for button in row] for row in keyboard.get("keyboard", [])]

    async def commands(self, user_id: int | None = None) -> dict[str, str]:
        """The command menu: each command and its description."""
        menu = await self.control.get(f"chats/{self.id}/commands", user_id=user_id or self.id)
        return {command["command"]: command["description"] for command in menu}


@dataclass(slots=True)
class Press:
    """A pressed button that waits for the bot."""

    control: Control
    id: str

    async def answer(self, *, timeout_seconds: float = WAIT_SECONDS) -> SeenAnswer:
        """What the bot showed for it."""
        shown = (await self.control.get(f"queries/{self.id}", timeout=timeout_seconds))["answer"]
        if shown is None:
            raise NothingCameError(f"the pressed button was not answered within {timeout_seconds} s")
        return SeenAnswer(shown["text"], shown["show_alert"], shown["url"])

    async def expire(self) -> None:
        """Makes it too old to be answered."""
        await self.control.post(f"queries/{self.id}/expire")


@dataclass(slots=True)
class InlineAsk:
    """An inline query that waits for the bot."""

    control: Control
    id: str

    async def results(self, *, timeout_seconds: float = WAIT_SECONDS) -> list[SeenResult]:
        """What the bot offers."""
        answer = (await self.control.get(f"queries/{self.id}", timeout=timeout_seconds))["answer"]
        if answer is None:
            raise NothingCameError(f"the inline query was not answered within {timeout_seconds} s")
        return [_result(one) for one in answer["results"]]

    async def choose(self, result: SeenResult, chat: "Place | int") -> SeenMessage:
        """Sends the result into a chat."""
        chat_id = chat if isinstance(chat, int) else chat.id
        view = await self.control.post(f"queries/{self.id}/choose", result_id=result.id, chat_id=chat_id)
        return seen_message(view)


def _result(one: Json) -> SeenResult:
    return SeenResult(one["id"], one.get("title", ""), one.get("description", ""), one["message"]["text"], one)


@dataclass(slots=True)
class Person(Place):
    """Someone, with the private chat to the bot; `at` names another chat to act in."""

    name: str = ""

    async def say(
        self,
        text: str,
        *,
        at: "Place | int | None" = None,
        reply_to: SeenMessage | None = None,
        thread: int | None = None,
        is_anonymous: bool = False,
        is_forwarded: bool = False,
        forwarded_from: "Person | None" = None,
        is_hidden: bool = False,
    ) -> SeenMessage:
        """A text, sent."""
        view = await self.control.post(
            f"chats/{self._chat(at)}/messages",
            user_id=self.id,
            text=text,
            reply_to_message_id=reply_to.id if reply_to else None,
            message_thread_id=thread,
            is_anonymous=is_anonymous or None,
            is_forwarded=is_forwarded or None,
            forwarded_from=forwarded_from.id if forwarded_from else None,
            is_hidden=is_hidden or None,
        )
        return seen_message(view)

    async def ask(self, text: str, *, timeout_seconds: float = WAIT_SECONDS) -> SeenMessage:
        """Says it in the private chat and returns the bot's next message there."""
        await self.say(text)
        return await self.next_reply(timeout_seconds=timeout_seconds)

    async def send_file(
        self,
        name: str,
        content: bytes,
        *,
        caption: str = "",
        media_type: str = "application/octet-stream",
        kind: Literal["document", "photo"] = "document",
        at: "Place | int | None" = None,
        album: str | None = None,
    ) -> SeenMessage:
        """A document or photo, sent; by itself or with others of the same album."""
        together = {"album": album} if album else {}
        view = await self.control.send(
            "POST",
            f"chats/{self._chat(at)}/files",
            params={"user_id": self.id, "name": name, "caption": caption, "kind": kind, **together},
            content=content,
            headers={"Content-Type": media_type},
        )
        return seen_message(view)

    async def share_contact(self, phone_number: str, *, of: "Person | None" = None) -> SeenMessage:
        """One's own contact, or another person's, shared."""
        path = f"chats/{self.id}/contacts"
        whose = {"contact_user_id": of.id, "first_name": of.name} if of else {}
        return seen_message(await self.control.post(path, user_id=self.id, phone_number=phone_number, **whose))

    async def edit(self, message: SeenMessage, text: str) -> SeenMessage:
        """One's own message, changed."""
        path = f"chats/{message.chat_id}/messages/{message.id}/edit"
        return seen_message(await self.control.post(path, user_id=self.id, text=text))

    async def press(self, message: SeenMessage, words: str) -> Press:
        """Presses the button whose text contains the words; fails where there is none."""
        button = (await self.look(message)).button(words)
        return await self.press_data(message, button.data or "")

    async def press_data(self, message: SeenMessage, data: str) -> Press:
        """Presses the button with that data."""
        path = f"chats/{message.chat_id}/messages/{message.id}/press"
        return Press(self.control, (await self.control.post(path, user_id=self.id, data=data))["query_id"])

    async def ask_inline(self, query: str, *, offset: str = "", at: "Place | int | None" = None) -> InlineAsk:
        """Types `@bot query` in a chat."""
        asked = await self.control.post("inline", user_id=self.id, query=query, offset=offset, chat_id=self._chat(at))
        return InlineAsk(self.control, asked["query_id"])

    async def block(self) -> None:
        """Stops the bot."""
        await self.control.post(f"users/{self.id}/block", is_blocking=True)

    async def unblock(self) -> None:
        """Lets it write again."""
        await self.control.post(f"users/{self.id}/block", is_blocking=False)

    def _chat(self, at: "Place | int | None") -> int:
        if at is None:
            return self.id
        return at if isinstance(at, int) else at.id


@dataclass(slots=True)
class Group(Place):
    """A group, supergroup or channel."""

    async def set_member(self, person: Person, status: str = "member") -> None:
        """Makes someone a member, admin or stranger ("left", "kicked")."""
        await self.control.post(f"chats/{self.id}/members", user_id=person.id, status=status)

    async def set_bot(self, status: str, *, by: Person | None = None) -> None:
        """Makes the bot a member, admin or stranger."""
        await self.control.post(f"chats/{self.id}/members", status=status, by=by.id if by else None)

    async def migrate(self) -> "Group":
        """The supergroup that the group becomes."""
        return Group(self.control, (await self.control.post(f"chats/{self.id}/migrate"))["id"])

    async def open_topic(self, name: str, *, by: Person) -> int:
        """A new topic's id."""
        opened = await self.control.post(f"chats/{self.id}/topics", name=name, user_id=by.id)
        return int(opened["id"])
