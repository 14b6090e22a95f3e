"""Sends updates to the webhook, again and again until it answers 2xx.

core.telegram.org/bots/api#setwebhook: "In case of an unsuccessful request …, we will repeat the request".
"""

import asyncio
import json
import time
from collections import deque
from typing import Self

from bot.sandbox.api import call, encode
from bot.sandbox.errors import ApiError, Json
from bot.sandbox.parameters import Parameters, as_text
from bot.sandbox.posting import Poster, PostError
from bot.sandbox.webhook import Webhook
from bot.sandbox.world import World

LONGEST_PAUSE_SECONDS = 60.0
ANSWER_WITHIN_SECONDS = 60.0


class Deliverer:
    """Delivers one world's updates: one at a time for each chat, many chats at once."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._poster = Poster()
        self._queues: dict[int, deque[Json]] = {}  # by chat; the first is on its way if the chat is busy
        self._ready: deque[int] = deque()  # chats with something to send and nothing on its way
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._webhooks_set = 0

    async def run(self) -> None:
        """Delivers until it is cancelled."""
        try:
            while True:
                self._sort()
                self._begin()
                await self._world.updates.arrived.wait_until(self._has_work, timeout_seconds=3600)
        finally:
            for task in self._busy.values():
                task.cancel()
            await asyncio.gather(*self._busy.values(), return_exceptions=True)
            self._poster.close()

    def _has_work(self) -> bool:
        return bool(self._world.updates.unsent) or (bool(self._ready) and self._has_room())

    def _has_room(self) -> bool:
        return len(self._busy) < self._world.webhook.max_connections

    def _sort(self) -> None:
        """Puts new updates behind the others of their chat; a new webhook begins anew with all of them."""
        updates = self._world.updates
        if updates.webhooks_set != self._webhooks_set:
            self._webhooks_set = updates.webhooks_set
            self._queues.clear()
            self._ready.clear()
        while updates.unsent:
            update = updates.unsent.popleft()
            chat = chat_of(update)
            if chat not in self._queues:
                self._queues[chat] = deque()
                if chat not in self._busy:
                    self._ready.append(chat)
            self._queues[chat].append(update)

    def _begin(self) -> None:
        while self._ready and self._has_room():
            chat = self._ready.popleft()
            update = self._queues[chat].popleft()
            self._busy[chat] = asyncio.create_task(self._deliver(update, chat))

    async def _deliver(self, update: Json, chat: int) -> None:
        try:
            await self._until_taken(update)
        finally:
            self._busy.pop(chat, None)
            if self._queues.get(chat):
                self._ready.append(chat)
            else:
                self._queues.pop(chat, None)
            self._world.updates.arrived.notify()

    async def _until_taken(self, update: Json) -> None:
        pause = self._world.webhook_pause_seconds
        while (webhook := self._world.webhook).url and self._is_waiting(update):
            if await self._try(webhook, update):
                self._world.updates.forget(update)
                return
            await asyncio.sleep(pause)
            pause = min(2 * pause, LONGEST_PAUSE_SECONDS)

    def _is_waiting(self, update: Json) -> bool:
        return update["update_id"] in self._world.updates.by_id

    async def _try(self, webhook: Webhook, update: Json) -> bool:
        headers = {"Content-Type": "application/json"}
        if webhook.secret_token:
            headers["X-Telegram-Bot-Api-Secret-Token"] = webhook.secret_token
        try:
            answer = await self._poster.post(
                webhook.url, encode(update), headers, timeout_seconds=ANSWER_WITHIN_SECONDS
            )
        except PostError as error:
            self._note(webhook, str(error))
            return False
        if not 200 <= answer.status < 300:
            self._note(webhook, f"Wrong response from the webhook: {answer.status} {answer.reason}")
            return False
        if answer.body:
            await self._obey(answer.body)
        return True

    def _note(self, webhook: Webhook, error: str) -> None:
        webhook.last_error, webhook.last_error_at = error, int(time.time())

    async def _obey(self, body: bytes) -> None:
        """Calls a method in the answer (core.telegram.org/bots/api#making-requests-when-getting-updates)."""
        try:
            asked = json.loads(body)
        except ValueError:
            return
        if isinstance(asked, dict) and isinstance(method := asked.pop("method", None), str):
            given = {name: as_text(value) for name, value in asked.items()}
            try:
                await call(self._world, method, Parameters(given))
            except ApiError:
                return


def chat_of(update: Json) -> int:
    """What orders an update among others: its chat, or its person where it has none."""
    for kind, body in update.items():
        if kind != "update_id":
            chat = body.get("chat") or body.get("message", {}).get("chat") or body.get("from") or {}
            return int(chat.get("id", 0))
    return 0


class Deliverers:
    """The deliverers of all worlds, for as long as it is entered; worlds may come while it is."""

    def __init__(self) -> None:
        self._tasks: list[asyncio.Task[None]] = []

    def add(self, world: World) -> None:
        """Delivers for that world from now on."""
        self._tasks.append(asyncio.create_task(Deliverer(world).run()))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
