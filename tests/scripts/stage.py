"""A store, some people and a bot on it that may die between any two things they do."""

import re
import sqlite3
from dataclasses import dataclass, field, replace
from pathlib import Path
from shutil import copyfile

import pytest

from bot.bootstrap import Bot, build_bot
from bot.sandbox.client import Person, Sandbox, SeenMessage
from bot.sandbox.persons import Press
from bot.updates.keys import chat_key
from tests.clock import SetClock
from tests.house import OWNER, ROOT, settings_for
from tests.scripts.reading import Line, Script
from tests.sources.portal import open_watching

# Who they are to the bot is written in `conftest`.
PEOPLE = {"Minh": OWNER, "Hùng": 2, "Lan": 3}
_LINK = re.compile(r"\?start=([\w-]+)")
# What the same conversation leaves otherwise: secrets, the language it is in, and what is only kept until an update is handled.
_VOLATILE = {"token_hash", "language", "language_code"}
_PASSING = {"inbox_update", "inbox_turn"}

# What somebody did, and what the bot showed them for it.
Played = tuple[str, tuple[str, ...]]


@dataclass
class Stage:
    """One conversation while it is played; with `restarts` the bot dies after each update that it stored."""

    sandbox: Sandbox
    store_url: str
    clock: SetClock
    restarts: bool
    people: dict[str, Person] = field(default_factory=dict)
    _seen: list[SeenMessage] = field(default_factory=list)  # whatever the bot ever showed, as it was then
    _last_said: dict[str, SeenMessage] = field(default_factory=dict)
    _offset: int = 0
    _bot: Bot | None = None

    async def play(self, script: Script, portal: str) -> list[Played]:
        """The whole conversation; `portal` is an address where reports are listed."""
        for name, user_id in PEOPLE.items():
            self.people[name] = await self.sandbox.user(
                name, user_id=user_id, language=script.language, is_started=True
            )
        try:
            return [
                (f"{line.who}: {line.does}", await self._do(replace(line, does=line.does.replace("{portal}", portal))))
                for line in script.lines
            ]
        finally:
            await self._die()

    async def _do(self, line: Line) -> tuple[str, ...]:
        if line.who == "later":
            amount, unit = line.does.split()
            self.clock.advance(**{unit: float(amount)})
            return ()
        person = self.people[line.who]
        before = {one.id: one for one in await person.messages()}
        press = await self._act(person, line)
        await self._handle()
        shown = [] if press is None else [await press.answer()]
        new = [one for one in await person.messages() if one.is_from_bot and before.get(one.id) != one]
        self._seen += new
        return (*(answer.text for answer in shown if answer.text), *map(_as_seen, new))

    async def _act(self, person: Person, line: Line) -> Press | None:
        does = line.does
        if does.startswith("[["):
            return await self._press(person, does[2:-2], newest=False)
        if does.startswith("["):
            return await self._press(person, does[1:-1], newest=True)
        verb, _, rest = does.partition(": ")
        if verb == "reply":
            said = await person.say(rest, reply_to=self._of(person)[-1])
        elif verb == "edit":
            said = await person.edit(self._last_said[line.who], rest)
        elif verb.startswith("forward "):
            said = await person.say(rest, forwarded_from=self.people[verb.removeprefix("forward ")])
        elif verb == "file":
            name, _, caption = rest.partition(" | ")
            said = await person.send_file(name, (ROOT / "samples" / name).read_bytes(), caption=caption)
        elif does == "open":
            links = [found[1] for one in self._seen if (found := _LINK.search(one.text))]
            said = await person.say(f"/start {links[-1]}")
        else:
            said = await person.say(does)
        self._last_said[line.who] = said
        return None

    async def _press(self, person: Person, label: str, *, newest: bool) -> Press:
        seen = self._of(person)
        for message in reversed(seen) if newest else seen:
            for one in (button for row in message.buttons for button in row):
                if one.text.startswith(label) and one.data:
                    return await person.press_data(message, one.data)
        pytest.fail(f"no button {label!r}; the last message: {seen[-1].text!r} {seen[-1].button_texts}")

    def _of(self, person: Person) -> list[SeenMessage]:
        return [one for one in self._seen if one.chat_id == person.id]

    async def _handle(self) -> None:
        """The update is stored; with restarts the bot dies then, and the next one takes it up."""
        bot = await self._alive()
        for update in await bot.api.get_updates(offset=self._offset, timeout=0):
            self._offset = update.update_id + 1
            if self.restarts:
                bot.knowledge.inbox.take(update.update_id, chat_key(update), update.to_json(), holder="dead")
                await self._die()
                bot = await self._alive()
                await bot.intake.replay()
            else:
                await bot.intake.receive(update)
            await bot.intake.finish()

    async def _alive(self) -> Bot:
        if self._bot is None:
            knowledge = open_watching(self.store_url, self.clock)
            self._bot = build_bot(settings_for(self.sandbox), knowledge, clock=self.clock, has_limits=False)
            await self._bot.application.initialize()
        return self._bot

    async def _die(self) -> None:
        bot, self._bot = self._bot, None
        if bot is not None:
            await bot.application.shutdown()
            await bot.api.shutdown()
            bot.knowledge.close()


def _as_seen(message: SeenMessage) -> str:
    parts = [
        _LINK.sub("?start=…", message.text),
        message.document_name or "",
        *(f"[{b}]" for b in message.button_texts),
    ]
    return "\n".join(part for part in parts if part)


def copied(prepared: Path, store: Path) -> Path:
    """A store like that one, at this path; the file beside it, with which a bot answers at once, comes along."""
    copyfile(f"{prepared}.view", f"{store}.view")
    return Path(copyfile(prepared, store))


def state_of(path: Path) -> dict[str, list[dict[str, object]]]:
    """Everything that the store holds, but what is told in `_VOLATILE` and `_PASSING`."""
    with sqlite3.connect(path) as store:
        store.row_factory = sqlite3.Row
        tables = [row[0] for row in store.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY 1")]
        kept = [name for name in tables if name not in _PASSING and not name.startswith("sqlite_")]
        return {name: [_row(name, row) for row in store.execute(f'SELECT * FROM "{name}"')] for name in kept}  # noqa: S608 - the store's own tables


def _row(table: str, row: sqlite3.Row) -> dict[str, object]:
    # A question that died on its way has used up its number: those behind it are one higher.
    passing = _VOLATILE | {"id"} if table == "question" else _VOLATILE
    return {name: value for name, value in dict(row).items() if name not in passing}
