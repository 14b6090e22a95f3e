"""Updates are kept until they are handled, each once, those of a chat by one process at a time and in order."""

from functools import partial

import pytest

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.store import engine
from knowledge.store.inbox import StoredUpdate
from knowledge.store.store import StoreBusy
from knowledge.store.turns import TURN_SECONDS
from tests.clock import SetClock
from tests.databases import Databases


def take(knowledge: Knowledge, number: int, chat: str = "7", holder: str = "a") -> StoredUpdate | None:
    return knowledge.inbox.take(number, chat, "{}", holder=holder)


def settle(knowledge: Knowledge, stored: StoredUpdate | None, **given: str) -> int | None:
    """The id of what is to be handled next."""
    assert stored is not None
    found = knowledge.inbox.settle(stored, **{"holder": "a", **given})
    return found.update_id if found else None


def pending(knowledge: Knowledge) -> list[int]:
    return [update.update_id for update in knowledge.inbox.pending()]


def test_an_update_is_stored_once(knowledge: Knowledge):
    assert take(knowledge, 1) is not None
    assert (take(knowledge, 1), pending(knowledge)) == (None, [1])


def test_pending_updates_come_in_the_order_of_their_ids(knowledge: Knowledge):
    for update_id in (3, 1, 2):
        take(knowledge, update_id)
    assert pending(knowledge) == [1, 2, 3]
    assert [update.update_id for update in knowledge.inbox.pending(limit=2)] == [1, 2]


def test_a_handled_update_is_neither_pending_nor_new_again(knowledge: Knowledge):
    settle(knowledge, take(knowledge, 1))
    assert (pending(knowledge), take(knowledge, 1)) == ([], None)


def test_an_update_that_fails_for_now_stays_and_is_counted(knowledge: Knowledge):
    take(knowledge, 1)
    assert [knowledge.inbox.retry(1, "time-out"), knowledge.inbox.retry(1, "time-out")] == [1, 2]
    assert [update.attempts for update in knowledge.inbox.pending()] == [2]


def test_an_update_that_failed_for_good_is_not_pending(knowledge: Knowledge):
    settle(knowledge, take(knowledge, 1), error="bad")
    assert pending(knowledge) == []


def test_old_updates_are_forgotten_unless_they_are_pending(knowledge: Knowledge, clock: SetClock):
    settle(knowledge, take(knowledge, 1))
    take(knowledge, 2)
    assert knowledge.inbox.prune(clock.advance(days=8)) == 1
    assert pending(knowledge) == [2]


def test_what_a_store_cannot_keep_is_replaced_and_not_lost(knowledge: Knowledge):
    knowledge.inbox.take(1, "7", "a\x00b", holder="a")
    assert [update.payload for update in knowledge.inbox.pending()] == ["a\ufffdb"]


def test_whoever_handles_a_chat_gets_what_another_process_stored_for_it(knowledge: Knowledge):
    first = take(knowledge, 1, holder="a")
    assert take(knowledge, 2, holder="b") is None
    assert settle(knowledge, first) == 2


def test_the_oldest_update_of_a_chat_comes_first_whoever_stored_it(knowledge: Knowledge):
    first = take(knowledge, 5, holder="a")
    for number in (9, 7, 8):
        take(knowledge, number, holder="b")
    assert settle(knowledge, first) == 7


def test_a_chat_without_anything_left_is_free_for_anybody(knowledge: Knowledge):
    assert settle(knowledge, take(knowledge, 1, holder="a")) is None
    assert take(knowledge, 2, holder="b") is not None


def test_different_chats_are_handled_by_different_processes(knowledge: Knowledge):
    assert take(knowledge, 1, chat="7", holder="a") is not None
    assert take(knowledge, 2, chat="8", holder="b") is not None


@pytest.fixture
def left_behind(knowledge: Knowledge) -> StoredUpdate:
    """An update that `a` is handling, and one more of the same chat."""
    first = take(knowledge, 1, holder="a")
    take(knowledge, 2, holder="b")
    assert first is not None
    return first


def test_the_chats_of_a_process_that_died_are_taken_up_once(
    knowledge: Knowledge, left_behind: StoredUpdate, clock: SetClock
):
    assert knowledge.inbox.take_abandoned(10, holder="b") == []
    clock.advance(seconds=TURN_SECONDS + 1)
    assert [found.update_id for found in knowledge.inbox.take_abandoned(10, holder="b")] == [1]
    assert knowledge.inbox.take_abandoned(10, holder="c") == []


def test_how_often_an_update_was_left_behind_is_counted(knowledge: Knowledge, left_behind: StoredUpdate):
    attempts = []
    for _ in range(3):
        knowledge.inbox.give_back()
        attempts += [found.attempts for found in knowledge.inbox.take_abandoned(10, holder="b")]
    assert attempts == [1, 2, 3]
    assert [update.attempts for update in knowledge.inbox.pending()] == [3, 0]


def test_the_chats_of_a_process_that_died_wait_for_no_clock_that_was_set_back(
    knowledge: Knowledge, left_behind: StoredUpdate, clock: SetClock
):
    clock.advance(hours=-1)
    assert [found.update_id for found in knowledge.inbox.take_abandoned(10, holder="b")] == [1]
    assert knowledge.inbox.take_abandoned(10, holder="c") == []


def test_who_renews_its_turns_keeps_them(knowledge: Knowledge, left_behind: StoredUpdate, clock: SetClock):
    for _ in range(3):
        clock.advance(seconds=TURN_SECONDS - 1)
        knowledge.inbox.renew("a")
    assert knowledge.inbox.take_abandoned(10, holder="b") == []


def test_who_was_taken_for_dead_and_comes_back_leaves_the_chat_alone(
    knowledge: Knowledge, left_behind: StoredUpdate, clock: SetClock
):
    clock.advance(seconds=TURN_SECONDS + 1)
    [again] = knowledge.inbox.take_abandoned(10, holder="b")
    assert settle(knowledge, left_behind, holder="a") is None
    assert settle(knowledge, again, holder="b") == 2


def test_what_a_process_handles_itself_it_never_takes_up_again_however_late_it_renews_its_turns(
    knowledge: Knowledge, clock: SetClock
):
    under_way = take(knowledge, 1)
    clock.advance(seconds=TURN_SECONDS + 1)
    assert take(knowledge, 2) is None
    assert knowledge.inbox.take_abandoned(10, holder="a") == []
    assert settle(knowledge, under_way) == 2


def test_who_stops_gives_its_chats_to_anybody_at_once(knowledge: Knowledge, left_behind: StoredUpdate):
    knowledge.inbox.give_back("a")
    assert [found.update_id for found in knowledge.inbox.take_abandoned(10, holder="b")] == [1]


def test_single_chats_are_given_back_and_taken_up_by_another(knowledge: Knowledge):
    for number in (1, 2):
        take(knowledge, number, chat=str(number))
    assert knowledge.inbox.renew("a") == {"1", "2"}
    knowledge.inbox.give_back("a", {"2"})
    assert [found.update_id for found in knowledge.inbox.take_abandoned(10, holder="b")] == [2]


def test_renewing_waits_for_no_chat_that_is_just_being_settled(postgresql_databases: Databases):
    knowledge = open_knowledge(postgresql_databases.migrated())
    first, *_ = [take(knowledge, number, chat) for number, chat in ((1, "1"), (2, "2"), (3, "1"))]
    assert first is not None
    with knowledge.store.change() as connection:
        knowledge.inbox.settle(first, holder="a", within=connection)
        assert knowledge.inbox.renew("a") == {"2"}
    assert knowledge.inbox.renew("a") == {"1", "2"}
    knowledge.close()


def test_a_process_that_hangs_in_the_middle_of_a_change_holds_up_its_own_chats_alone(
    postgresql_databases: Databases, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(engine, "LOCK_SECONDS", 0.1)
    knowledge = open_knowledge(postgresql_databases.migrated())
    with knowledge.store.change() as hanging:
        knowledge.inbox.take(1, "7", "{}", holder="a", within=hanging)
        takes = [partial(knowledge.inbox.take, n, chat, "{}", holder="b") for n, chat in ((2, "6"), (3, "7"), (4, "8"))]
        first, second, third = knowledge.inbox.together(
            [lambda within, take=take: take(within=within) for take in takes]
        )
    assert (first.update_id, type(second), third.update_id) == (2, StoreBusy, 4)
    knowledge.close()
