"""How tests use the sandbox: people who write, press and read, over the control API.

    async with Sandbox.start() as sandbox:
        lan = await sandbox.user("Lan")
        await lan.say("QĐ 192 tới đâu rồi?")
        reply = await lan.next_reply(timeout_seconds=5)
        answer = await lan.press(reply, "Nguyên văn")

Nothing here sleeps: what is waited for is waited for in the sandbox, with a deadline.
"""

import asyncio
import subprocess
import sys
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

import httpx

from bot.sandbox.command import DEMO_TOKEN
from bot.sandbox.errors import Json
from bot.sandbox.faults import FaultKind
from bot.sandbox.seen import SeenAnswer, SeenCall, SeenMessage, SeenResult, seen_message
from bot.sandbox.server import Running

WAIT_SECONDS = 10.0  # generous: a busy machine is no failure
_TRANSPORT_EXTRA_SECONDS = 20.0


class NothingCameError(AssertionError):
    """What was waited for did not happen in time; says what did."""


class Control:
    """The control API; raises AssertionError with its words where it refuses."""

    def __init__(self, address: str, token: str) -> None:
        self._token = token
        timeout = httpx.Timeout(WAIT_SECONDS + _TRANSPORT_EXTRA_SECONDS, read=None)
        self._http = httpx.AsyncClient(base_url=address, timeout=timeout, trust_env=False)

    async def get(self, path: str, **query: Any) -> Any:
        """What is there."""
        return await self._ask("GET", path, params=query)

    async def post(self, path: str, **body: Any) -> Any:
        """What came of an act; parts that are None are left out."""
        given = {name: value for name, value in body.items() if value is not None}
        return await self._ask("POST", path, json=given)

    async def _ask(self, verb: str, path: str, **how: Any) -> Any:
        how["params"] = {**how.get("params", {}), "token": self._token}
        answer = await self._http.request(verb, f"/control/{path}", **how)
        if not answer.is_success:
            raise AssertionError(f"{verb} /control/{path}: {answer.status_code} {answer.text}")
        return answer.json()

    async def put(self, path: str, **body: Any) -> Any:
        """Sets what is given."""
        return await self._ask("PUT", path, json=body)

    async def send(self, verb: str, path: str, **how: Any) -> Any:
        """Any other call."""
        return await self._ask(verb, path, **how)

    async def download(self, file_id: str) -> bytes:
        """A file that was sent."""
        answer = await self._http.get(f"/control/files/{file_id}", params={"token": self._token})
        assert answer.is_success, f"no file {file_id}"  # noqa: S101 - for tests
        return answer.content

    async def close(self) -> None:
        """Closes its connections."""
        await self._http.aclose()


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

    async def look(
        self, message: SeenMessage, *, edits: int = 0, timeout_seconds: float = 0.0
    ) -> SeenMessage:
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
    return SeenResult(
        one["id"], one.get("title", ""), one.get("description", ""), one["message"]["text"], one
    )


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
    ) -> SeenMessage:
        """A document or photo, sent."""
        view = await self.control.send(
            "POST",
            f"chats/{self._chat(at)}/files",
            params={"user_id": self.id, "name": name, "caption": caption, "kind": kind},
            content=content,
            headers={"Content-Type": media_type},
        )
        return seen_message(view)

    async def share_contact(self, phone_number: str, *, at: "Place | int | None" = None) -> SeenMessage:
        """One's own contact, shared."""
        path = f"chats/{self._chat(at)}/contacts"
        return seen_message(await self.control.post(path, user_id=self.id, phone_number=phone_number))

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
        asked = await self.control.post(
            "inline", user_id=self.id, query=query, offset=offset, chat_id=self._chat(at)
        )
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


class Sandbox:
    """A running sandbox and the bot in it."""

    def __init__(self, *, address: str, backstage: str, token: str, running: Running | None = None) -> None:
        self.address = address
        self.token = token
        self.control = Control(backstage, token)
        self._running = running

    @property
    def api_url(self) -> str:
        """For TELEGRAM_API_URL: the address without `/bot`."""
        return self.address

    @classmethod
    @asynccontextmanager
    async def start(
        cls,
        *,
        token: str = DEMO_TOKEN,
        tokens: Sequence[str] = (),
        has_limits: bool = False,
        port: int = 0,
    ) -> AsyncIterator["Sandbox"]:
        """A sandbox in a thread of this process; it ends with the block."""
        running = Running(tokens=[token, *tokens], has_limits=has_limits, port=port)
        await asyncio.to_thread(running.start)
        sandbox = cls(address=running.address, backstage=running.backstage, token=token, running=running)
        try:
            yield sandbox
        finally:
            await sandbox.control.close()
            await asyncio.to_thread(running.stop)

    @classmethod
    @asynccontextmanager
    async def start_process(
        cls, *, token: str = DEMO_TOKEN, has_limits: bool = False
    ) -> AsyncIterator["Sandbox"]:
        """The same in a process of its own, so that it does not take this one's time."""
        limits = "--limits" if has_limits else "--no-limits"
        command = [sys.executable, "-m", "bot.sandbox", "--port", "0", "--token", token, limits]
        process = await asyncio.create_subprocess_exec(*command, stdout=subprocess.PIPE)
        assert process.stdout is not None  # noqa: S101 - it was piped
        async with AsyncExitStack() as stack:
            stack.push_async_callback(_end, process)
            address = (await process.stdout.readline()).decode().strip()
            sandbox = cls(address=address, backstage=address, token=token)
            stack.push_async_callback(sandbox.control.close)
            yield sandbox

    def for_bot(self, token: str) -> "Sandbox":
        """The same sandbox seen from another bot's world; close its `control` when done."""
        backstage = self._running.backstage if self._running else self.address
        return Sandbox(address=self.address, backstage=backstage, token=token, running=self._running)

    async def user(
        self,
        first_name: str,
        *,
        language: str | None = "vi",
        user_id: int | None = None,
        username: str | None = None,
        role: str = "",
        is_started: bool = False,
    ) -> Person:
        """A new person; `is_started` lets the bot write to them before they wrote to it."""
        made = await self.control.post(
            "users",
            first_name=first_name,
            language_code=language,
            user_id=user_id,
            username=username,
            role=role,
            is_started=is_started,
        )
        return Person(self.control, made["id"], name=first_name)

    async def crowd(self, count: int) -> list[int]:
        """Ids of so many new people whose chats with the bot are open."""
        ids: list[int] = await self.control.post("users", count=count)
        return ids

    def person(self, user_id: int) -> Person:
        """One of those people."""
        return Person(self.control, user_id)

    async def group(
        self,
        title: str,
        *members: Person,
        kind: Literal["group", "supergroup", "channel"] = "group",
        bot: str | None = "member",
        is_forum: bool = False,
    ) -> Group:
        """A group that the first member owns, with the bot as a member or admin in it."""
        made = await self.control.post(
            "chats",
            title=title,
            type=kind,
            members=[member.id for member in members],
            bot=bot,
            is_forum=is_forum,
        )
        return Group(self.control, made["id"])

    async def wait_for_messages(self, count: int, *, timeout_seconds: float = WAIT_SECONDS) -> None:
        """Returns once the bot has sent so many messages over all chats."""
        sent = (await self.control.get("sent", count=count, timeout=timeout_seconds))["from_bot"]
        if sent < count:
            raise NothingCameError(f"the bot sent {sent} messages, not {count}, in {timeout_seconds} s")

    async def calls(
        self, method: str = "", *, count: int = 0, after: int = 0, timeout_seconds: float = WAIT_SECONDS
    ) -> list[SeenCall]:
        """The log of calls, of one method or all; waits until there are so many."""
        query = {"method": method, "count": count, "after": after, "timeout": timeout_seconds}
        found = [SeenCall(**call) for call in (await self.control.get("calls", **query))["calls"]]
        if len(found) < count:
            raise NothingCameError(f"{len(found)} calls of {method or 'any method'}, not {count}")
        return found

    async def wait_until_confirmed(self, *, timeout_seconds: float = WAIT_SECONDS) -> None:
        """Returns once the bot has confirmed every update."""
        left = (await self.control.get("updates", pending=0, timeout=timeout_seconds))["pending"]
        if left:
            raise NothingCameError(f"{left} updates are still waiting after {timeout_seconds} s")

    async def fault(self, kind: FaultKind, **when: Any) -> None:
        """Switches a fault on; `when` takes the fields of `bot.sandbox.faults.Fault`."""
        if "methods" in when:
            when["methods"] = list(when["methods"])
        await self.control.send("POST", "faults", json=[{"kind": kind, **when}])

    async def clear_faults(self) -> list[Json]:
        """Switches all faults off and tells how often each struck."""
        struck: list[Json] = await self.control.send("DELETE", "faults")
        return struck

    async def settings(self, **changes: Any) -> Json:
        """Changes `has_limits`, `webhook_pause_seconds`, `reads_all_group_messages` or a limit."""
        changed: Json = await self.control.put("settings", **changes)
        return changed

    @asynccontextmanager
    async def refusing_connections(self) -> AsyncIterator[None]:
        """While it is open nobody can connect to `address`; only for a sandbox in this process."""
        assert self._running is not None, "a sandbox of its own process cannot refuse"  # noqa: S101
        await asyncio.to_thread(self._running.refuse_connections)
        try:
            yield
        finally:
            await asyncio.to_thread(self._running.accept_connections)


async def _end(process: asyncio.subprocess.Process) -> None:
    if process.returncode is None:
        process.terminate()
    await process.wait()
