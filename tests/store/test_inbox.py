"""Updates are kept until they are handled, each once."""

from knowledge.bootstrap import Knowledge
from tests.clock import SetClock


def test_an_update_is_stored_once(knowledge: Knowledge):
    assert knowledge.inbox.store(1, "7", '{"a": 1}')
    assert not knowledge.inbox.store(1, "7", '{"a": 1}')


def test_pending_updates_come_in_the_order_of_their_ids(knowledge: Knowledge):
    for update_id in (3, 1, 2):
        knowledge.inbox.store(update_id, "7", "{}")
    assert [update.update_id for update in knowledge.inbox.pending()] == [1, 2, 3]
    assert [update.update_id for update in knowledge.inbox.pending(limit=2)] == [1, 2]


def test_a_handled_update_is_neither_pending_nor_new_again(knowledge: Knowledge):
    knowledge.inbox.store(1, "7", "{}")
    knowledge.inbox.done(1)
    assert knowledge.inbox.pending() == []
    assert not knowledge.inbox.store(1, "7", "{}")


def test_an_update_that_fails_for_now_stays_and_is_counted(knowledge: Knowledge):
    knowledge.inbox.store(1, "7", "{}")
    assert [knowledge.inbox.retry(1, "time-out"), knowledge.inbox.retry(1, "time-out")] == [1, 2]
    assert [update.attempts for update in knowledge.inbox.pending()] == [2]


def test_an_update_that_failed_for_good_is_not_pending(knowledge: Knowledge):
    knowledge.inbox.store(1, "7", "{}")
    knowledge.inbox.failed(1, "bad")
    assert knowledge.inbox.pending() == []


def test_old_updates_are_forgotten_unless_they_are_pending(knowledge: Knowledge, clock: SetClock):
    knowledge.inbox.store(1, "7", "{}")
    knowledge.inbox.store(2, "7", "{}")
    knowledge.inbox.done(1)
    assert knowledge.inbox.prune(clock.advance(days=8)) == 1
    assert [update.update_id for update in knowledge.inbox.pending()] == [2]


def test_what_a_store_cannot_keep_is_replaced_and_not_lost(knowledge: Knowledge):
    knowledge.inbox.store(1, "7", "a\x00b")
    assert [update.payload for update in knowledge.inbox.pending()] == ["a\ufffdb"]
