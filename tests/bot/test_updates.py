"""Updates in: stored before Telegram may forget them, handled in order, once, and again after a crash."""

import asyncio
import json
import sqlite3
import threading
from collections.abc import Awaitable, Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.pool import Pool
from telegram import Bot, Update
from telegram.request import BaseRequest

from bot import persistence
from bot.running import _show_menus
from bot.updates import intake as intake_module
from bot.updates import polling, regrets
from bot.updates.attempts import Passing
from bot.updates.gathering import Gathering
from bot.updates.idle import LOOKS, Idle
from bot.updates.intake import Intake
from bot.updates.lanes import CHATS_AT_ONCE, FILES_AT_ONCE, WELCOMES_AT_ONCE
from bot.updates.polling import Poller
from handlers.visit import visit
from knowledge.bootstrap import Knowledge
from knowledge.people.people import People
from knowledge.store.inbox import Inbox
from knowledge.store.store import Awaited, StoreUnavailable
from tests.house import House


def update(number: int, chat: int = 1, *, is_file: bool = False, text: str = "a") -> Update:
    chat_data = {"id": chat, "type": "private", "first_name": "Lan"}
    content = {"document": {"file_id": "1", "file_unique_id": "1"}} if is_file else {"text": text}
    message = {"message_id": number, "date": 1, "chat": chat_data, "from": {**chat_data, "is_bot": False}, **content}
    made = Update.de_json({"update_id": number, "message": message}, None)
    assert made is not None
    return made


class Telegram(BaseRequest):
    """Says what it was given, once, and then nothing more."""

    read_timeout = 1.0

    def __init__(self, *updates: dict[str, Any]) -> None:
        self._left = [json.dumps({"ok": True, "result": updates}).encode()]

    async def initialize(self) -> None: ...
    async def shutdown(self) -> None: ...

    async def do_request(self, *_: Any, **__: Any) -> tuple[int, bytes]:
        """Waits for ever when there is nothing left."""
        if not self._left:
            await asyncio.Event().wait()
        return 200, self._left.pop()


def intake_of(knowledge: Knowledge, handle: Callable[[Update], Awaitable[None]]) -> Intake:
    return Intake(knowledge.inbox, handle, Bot("1:a"))


class Recorder:
    """Notes what was handled, and waits at a barrier if it is given one, with files, or welcomes, for an event."""

    def __init__(
        self,
        barrier: asyncio.Barrier | None = None,
        files: asyncio.Event | None = None,
        welcomes: asyncio.Event | None = None,
    ) -> None:
        self.handled: list[int] = []
        self.count = asyncio.Semaphore(0)  # one may be taken for each that was handled
        self.barrier = barrier
        self.files = files
        self.welcomes = welcomes

    async def __call__(self, update: Update) -> None:
        if self.barrier is not None:
            await self.barrier.wait()
        if self.files is not None and update.message and update.message.document:
            await self.files.wait()
        if self.welcomes is not None and update.message and update.message.text == "/start":
            await self.welcomes.wait()
        self.handled.append(update.update_id)
        self.count.release()


async def test_what_is_asked_while_files_are_read_waits_for_none_of_them_in_whatever_chat(knowledge: Knowledge):
    may_go_on = asyncio.Event()
    recorder = Recorder(files=may_go_on)
    intake = intake_of(knowledge, recorder)
    chats = FILES_AT_ONCE + CHATS_AT_ONCE
    for chat in range(1, chats + 1):
        await intake.receive(update(chat, chat, is_file=True))
    for chat in range(1, chats + 1):
        await intake.receive(update(1000 + chat, chat))
    async with asyncio.timeout(60):
        for _ in range(chats):
            await recorder.count.acquire()
    assert sorted(recorder.handled) == [1000 + chat for chat in range(1, chats + 1)]
    may_go_on.set()
    await intake.finish()


async def test_what_is_asked_while_a_crowd_is_welcomed_comes_in_and_waits_for_none_of_them(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(intake_module, "MOST_WAITING", 20)
    may_go_on = asyncio.Event()
    recorder = Recorder(welcomes=may_go_on)
    intake = intake_of(knowledge, recorder)
    crowd = WELCOMES_AT_ONCE + CHATS_AT_ONCE
    for chat in range(1, crowd + 1):
        await intake.receive(update(chat, chat, text="/start"))
    assert intake.has_room
    await intake.receive(update(1000, 1000))
    await intake.receive(update(1001, 1001, text="/start qd-192"))
    async with asyncio.timeout(60):
        for _ in range(2):
            await recorder.count.acquire()
    assert sorted(recorder.handled) == [1000, 1001]
    may_go_on.set()
    await intake.finish()
    assert sorted(recorder.handled) == [*range(1, crowd + 1), 1000, 1001]


async def test_files_of_a_chat_keep_their_order(knowledge: Knowledge):
    recorder = Recorder()
    intake = intake_of(knowledge, recorder)
    for number in range(1, 9):
        await intake.receive(update(number, is_file=True))
    await intake.finish()
    assert recorder.handled == list(range(1, 9))


async def test_an_update_that_comes_twice_is_handled_once(knowledge: Knowledge):
    recorder = Recorder()
    intake = intake_of(knowledge, recorder)
    for number in (1, 2, 1):
        await intake.receive(update(number))
    await intake.finish()
    assert recorder.handled == [1, 2]


async def test_updates_of_a_chat_keep_their_order(knowledge: Knowledge):
    recorder = Recorder()
    intake = intake_of(knowledge, recorder)
    for number in range(1, 20):
        await intake.receive(update(number))
    await intake.finish()
    assert recorder.handled == list(range(1, 20))


async def test_different_chats_are_handled_side_by_side(knowledge: Knowledge):
    recorder = Recorder(asyncio.Barrier(3))
    intake = intake_of(knowledge, recorder)
    for chat in (1, 2, 3):
        await intake.receive(update(chat, chat=chat))
    async with asyncio.timeout(10):
        await intake.finish()
    assert sorted(recorder.handled) == [1, 2, 3]


async def test_what_was_stored_and_not_handled_is_taken_up_by_the_next_process(knowledge: Knowledge):
    first = intake_of(knowledge, Recorder(asyncio.Barrier(2)))
    await first.receive(update(1))
    await first.stop()
    recorder = Recorder()
    second = intake_of(knowledge, recorder)
    await second.replay()
    await second.finish()
    assert recorder.handled == [1]


async def test_an_update_that_process_after_process_dies_of_is_set_aside(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.updates.attempts.MOST_ATTEMPTS", 2)
    knowledge.inbox.take(1, "1", update(1).to_json(), holder="died")
    for _ in range(2):
        knowledge.inbox.give_back()
        knowledge.inbox.take_abandoned(1, holder="died")
    recorder = Recorder()
    living = intake_of(knowledge, recorder)
    await living.replay()
    await living.receive(update(2))
    await living.finish()
    assert (recorder.handled, knowledge.inbox.pending()) == ([2], [])


async def test_who_wrote_what_is_set_aside_after_many_attempts_is_told(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.updates.attempts.MOST_ATTEMPTS", 1)
    told = Recorder()

    async def fail(_: Update) -> None:
        raise Passing("the network")

    intake = Intake(knowledge.inbox, fail, Bot("1:a"), give_up=told)
    await intake.receive(update(1))
    await intake.finish()
    assert (told.handled, knowledge.inbox.pending()) == ([1], [])


async def test_while_nobody_can_be_answered_an_update_waits_however_long(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.updates.attempts.AWAY_SECONDS", 0.0)
    monkeypatch.setattr("bot.updates.attempts.MOST_ATTEMPTS", 3)
    tried: list[int] = []

    async def handle(given: Update) -> None:
        tried.append(given.update_id)
        if len(tried) < 10:
            raise Passing("no connection", is_away=True)

    intake = Intake(knowledge.inbox, handle, Bot("1:a"), give_up=_raise_at)
    await intake.receive(update(1))
    await intake.finish()
    assert (tried, knowledge.inbox.pending()) == ([1] * 10, [])


async def test_a_set_aside_update_that_nobody_can_be_told_of_holds_up_nothing(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("bot.updates.attempts.MOST_ATTEMPTS", 1)

    async def fail(_: Update) -> None:
        raise Passing("the network")

    intake = Intake(knowledge.inbox, fail, Bot("1:a"), give_up=_raise_at)
    await intake.receive(update(1))
    await intake.finish()
    assert knowledge.inbox.pending() == []


async def test_what_is_set_aside_is_apologised_for(house: House, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("bot.updates.attempts.MOST_ATTEMPTS", 1)
    lan = await house.official()
    with monkeypatch.context() as away:
        away.setattr(type(house.knowledge.subscribers), "list_for", _be_away)
        assert "có lỗi ở phía tôi" in (await lan.ask("/huydangky")).text


async def test_a_passing_trouble_leaves_the_update_pending(knowledge: Knowledge):
    tried = asyncio.Event()

    async def fail(_: Update) -> None:
        tried.set()
        raise Passing("the network")

    intake = intake_of(knowledge, fail)
    await intake.receive(update(1))
    await tried.wait()
    await intake.stop()
    assert [stored.update_id for stored in knowledge.inbox.pending()] == [1]


async def test_a_final_error_does_not_hold_up_the_chat(knowledge: Knowledge):
    handled: list[int] = []

    async def handle(given: Update) -> None:
        if given.update_id == 1:
            raise ValueError("a bug")
        handled.append(given.update_id)

    intake = intake_of(knowledge, handle)
    await intake.receive(update(1))
    await intake.receive(update(2))
    await intake.finish()
    assert (handled, knowledge.inbox.pending()) == ([2], [])


async def test_an_update_that_nobody_can_read_holds_up_no_other(knowledge: Knowledge):
    unknown, known = {"update_id": 1, "message": {"message_id": 1}}, json.loads(update(2).to_json())
    recorder, telegram = Recorder(asyncio.Barrier(2)), Telegram(unknown, known)
    bot = Bot("1:a", request=telegram, get_updates_request=telegram)
    intake = Intake(knowledge.inbox, recorder, bot)
    polling = asyncio.create_task(Poller(bot, intake).run())
    async with asyncio.timeout(10):
        await recorder.barrier.wait()
    polling.cancel()
    await intake.finish()
    assert recorder.handled == [2]


async def test_an_update_is_stored_and_handled_whatever_is_wrong_with_who_sent_it(knowledge: Knowledge):
    recorder = Recorder()
    intake = Intake(knowledge.inbox, recorder, Bot("1:a"), look=_raise)
    await intake.receive(update(1))
    await intake.finish()
    assert (recorder.handled, knowledge.inbox.pending()) == ([1], [])


async def test_what_no_store_takes_is_left_out_and_does_not_hold_up_the_chat(
    knowledge: Knowledge, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(persistence, "STORE_AWAY_SECONDS", 0.0)
    recorder = Recorder()

    async def handle(given: Update) -> None:
        here = visit.get()
        assert here is not None
        here.leaving.append(_raise)
        await recorder(given)

    intake = intake_of(knowledge, handle)
    await intake.receive(update(1))
    await intake.receive(update(2))
    await intake.finish()
    assert (recorder.handled, knowledge.inbox.pending()) == ([1, 2], [])


async def test_an_update_that_could_not_be_stored_is_not_confirmed_and_comes_again(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    lan, failed = await house.official(), asyncio.Event()
    loop, taking = asyncio.get_running_loop(), Inbox.taking

    def fail_once(inbox: Inbox, *stored: Any, **holder: str) -> None:
        monkeypatch.setattr(Inbox, "taking", taking)
        loop.call_soon_threadsafe(failed.set)
        raise StoreUnavailable("away")

    monkeypatch.setattr(Inbox, "taking", fail_once)
    await lan.say("/start")
    await failed.wait()
    assert "Xin chào" in (await lan.next_reply()).text


async def test_who_writes_while_nothing_can_be_stored_is_told_once_and_answered_when_it_can(
    house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(regrets, "AFTER_SECONDS", 0.0)
    monkeypatch.setattr(polling, "LONGEST_BACK_OFF_SECONDS", 0.01)
    taking, tries = Inbox.taking, asyncio.Semaphore(0)
    loop = asyncio.get_running_loop()

    def fail(*_: Any, **__: Any) -> None:
        loop.call_soon_threadsafe(tries.release)
        raise StoreUnavailable("database or disk is full")

    lan = await house.official()
    monkeypatch.setattr(Inbox, "taking", fail)
    await lan.say("/start")
    assert "không mất" in (await lan.next_reply()).text
    for _ in range(3):
        await tries.acquire()
    monkeypatch.setattr(Inbox, "taking", taking)
    assert "Xin chào" in (await lan.next_reply()).text


class Disk:
    """The store's, which may be made to take no changes under a bot, as one does that failed, or a server that follows another."""

    def __init__(self) -> None:
        self.takes_changes = True
        self._refused = threading.Semaphore(0)

    def refuse(self, transactions: int) -> None:
        """Returns when it has refused so many more."""
        for _ in range(transactions):
            assert self._refused.acquire(timeout=20)

    def used(self, connection: Any, _entry: object, _proxy: object) -> None:
        """Whoever is given a connection while the disk takes no changes can change nothing."""
        if isinstance(connection, sqlite3.Connection):
            connection.execute(f"PRAGMA query_only = {'OFF' if self.takes_changes else 'ON'}").close()
        else:
            connection.execute(f"SET default_transaction_read_only = {'off' if self.takes_changes else 'on'}")
            connection.commit()
        if not self.takes_changes:
            self._refused.release()


@pytest.fixture
def disk() -> Iterator[Disk]:
    """That of all stores; name it before the house, which may end only with a disk that takes changes."""
    disk = Disk()
    event.listen(Pool, "checkout", disk.used)
    yield disk
    event.remove(Pool, "checkout", disk.used)


async def test_while_the_disk_takes_no_changes_who_writes_is_told_once_and_then_everything_is_answered(
    disk: Disk, house: House, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(regrets, "AFTER_SECONDS", 0.0)
    monkeypatch.setattr(polling, "LONGEST_BACK_OFF_SECONDS", 0.01)
    lan = await house.official()
    await lan.ask("/start")
    disk.takes_changes = False
    await lan.say("/start")
    assert "không mất" in (await lan.next_reply()).text
    await lan.say("/huydangky")
    await asyncio.to_thread(disk.refuse, 6)
    disk.takes_changes = True
    assert "Xin chào" in (await lan.next_reply()).text
    assert "chưa theo dõi" in (await lan.next_reply()).text


async def test_a_store_that_goes_before_the_menus_are_set_ends_no_bot(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(People, "members", _be_away)
    await _show_menus(house.bot)
    assert "could not be set: away" in caplog.text


async def test_what_came_behind_an_update_that_could_not_be_stored_is_not_stored_before_it():
    given = iter([[StoreUnavailable("away")], ["kept"]])
    gathering = Gathering(lambda _: next(given))
    coming = (gathering.do(chat, lambda _: Awaited(str)) for chat in ("1", "1", "2"))
    first, second, of_another = await asyncio.gather(*coming, return_exceptions=True)
    assert (type(first), type(second), of_another) == (StoreUnavailable, StoreUnavailable, "kept")


async def test_a_bug_is_apologised_for_and_the_next_message_is_answered(house: House, monkeypatch: pytest.MonkeyPatch):
    lan = await house.official()
    with monkeypatch.context() as broken:
        broken.setattr(type(house.knowledge.subscribers), "list_for", _raise)
        assert "có lỗi ở phía tôi" in (await lan.ask("/huydangky")).text
    assert "chưa theo dõi" in (await lan.ask("/huydangky")).text


async def test_the_text_of_a_message_that_failed_is_not_logged(
    house: House, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
):
    monkeypatch.setattr(type(house.knowledge.questions), "note", _raise)
    await (await house.official()).ask("Chuyện riêng của tôi")
    assert "Chuyện riêng" not in caplog.text


def _raise(*_: object, **__: object) -> None:
    raise ValueError("a bug")


def test_a_chat_that_is_held_and_not_handled_for_long_is_found_and_one_that_is_handled_is_not():
    idle = Idle()
    found = [idle.look({"1", "2", "3"}, {"2"} if look % 2 else {"1"}) for look in range(LOOKS)]
    assert [*found, idle.look({"3"}, set())] == [set()] * (LOOKS - 1) + [{"3"}, set()]


async def _raise_at(_: Update) -> None:
    raise RuntimeError("away")


def _be_away(*_: Any) -> None:
    raise StoreUnavailable("away")
