"""Somebody who sends every command and presses every button there is, and what Telegram would not have taken of it."""

import re
from collections import Counter, deque
from dataclasses import dataclass, field

from bot.sandbox.client import Person, SeenMessage
from bot.sandbox.seen import seen_message
from handlers.registry import BUTTONS
from tests.house import House

# What Telegram says of calls that the bot is prepared for.
FORESEEN = re.compile("not modified|chat not found|message to edit not found|query is too old")


@dataclass
class Walk:
    """What was pressed so far."""

    house: House
    person: Person
    most_of_a_kind: int  # lists have many buttons that do the same with other data
    pressed: Counter[str] = field(default_factory=Counter)
    _seen: int = 0
    _waiting: deque[tuple[SeenMessage, str]] = field(default_factory=deque)
    _shown: dict[int, set[str]] = field(default_factory=dict)  # the buttons under each message, as they are now

    async def say(self, *texts: str) -> None:
        """They are handled when this returns, and their buttons wait to be pressed."""
        for text in texts:
            await self.person.say(text)
        await self._handled()

    async def press_all(self, *, but: str = "") -> None:
        """Press what waits, and what comes of that, until nothing new is left; no button whose data begins so."""
        while self._waiting:
            message, data = self._waiting.popleft()
            kind = kind_of(data)
            if (but and data.startswith(but)) or self.pressed[kind] >= self.most_of_a_kind:
                continue
            if self._shown[message.id] >= {data}:
                self.pressed[kind] += 1
                await self.person.press_data(message, data)
                await self._handled(message)

    async def _handled(self, pressed: SeenMessage | None = None) -> None:
        await self.house.sandbox.wait_until_confirmed()
        await self.house.bot.intake.finish()
        path = f"chats/{self.person.id}/messages"
        views = (await self.person.control.get(path, skip=self._seen))["messages"]
        self._seen += len(views)
        messages = [seen_message(view) for view in views]
        for message in [*messages, *([await self.person.look(pressed)] if pressed else [])]:
            shown = {one.data for row in message.buttons for one in row if one.data}
            self._waiting += ((message, data) for data in sorted(shown - self._shown.get(message.id, set())))
            self._shown[message.id] = shown

    async def refused(self) -> list[str]:
        """The calls that Telegram would have refused."""
        calls = await self.house.sandbox.calls()
        return [
            f"{call.method}: {call.description}: {call.given}"
            for call in calls
            if call.code >= 400 and not FORESEEN.search(call.description)
        ]


def kind_of(data: str) -> str:
    """The handler that takes the button, and what tells its buttons apart but for numbers."""
    name, _, rest = data.partition(":")
    number = next(n for n, (first, form, _) in enumerate(BUTTONS) if first == name and re.fullmatch(form, rest))
    return f"{number}:{re.sub(r'=.*|[0-9a-f]{8,}|[0-9]+', '', rest)}"
