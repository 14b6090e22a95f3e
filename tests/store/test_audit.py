"""The log tells who changed what and when."""

from knowledge.bootstrap import Knowledge
from tests.clock import SetClock


def test_the_newest_entries_come_first_and_page_by_page(knowledge: Knowledge):
    ids = [knowledge.audit.record("test", str(n), by=None) for n in range(5)]
    page = knowledge.audit.listing(limit=2)
    assert [entry.id for entry in page] == ids[:2:-1]
    assert [entry.id for entry in knowledge.audit.listing(before_id=page[-1].id)] == ids[2::-1]


def test_entries_are_found_by_who_and_what(knowledge: Knowledge):
    knowledge.audit.record("a", "x", by=1)
    knowledge.audit.record("b", "x", by=2)
    assert [entry.action for entry in knowledge.audit.listing(by=2)] == ["b"]
    assert [entry.by for entry in knowledge.audit.listing(action="a")] == [1]


def test_an_entry_says_when_and_what_it_was_before_and_after(knowledge: Knowledge, clock: SetClock):
    knowledge.audit.record("a", "x", by=1, before='{"n": 1}', after='{"n": 2}')
    [entry] = knowledge.audit.listing()
    assert (entry.at, entry.before, entry.after) == (clock.now, '{"n": 1}', '{"n": 2}')
