"""Single statements of a draft are left out and put back."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.facts import Span
from knowledge.releasing.releasing import NeedsAnother
from knowledge.store.states import UnknownReport
from tests.house import ROOT

OWNER, LAN = 1, 7


@pytest.fixture
def draft(knowledge: Knowledge) -> int:
    return knowledge.importing.import_file(ROOT / "samples" / "02-quy-2-2019.txt", by=OWNER).report_id


def test_what_is_dropped_is_gone_and_what_is_kept_again_is_as_it_was(knowledge: Knowledge, draft: int):
    before = knowledge.reports.reading(draft)
    place = before.statements[3].span
    change = knowledge.picking.drop(draft, place, by=LAN)
    assert change is not None
    assert place not in [one.span for one in knowledge.reports.reading(draft).statements]
    assert knowledge.picking.drop(draft, place, by=LAN) is None
    assert knowledge.picking.keep(change, by=LAN) == draft
    assert knowledge.reports.reading(draft) == before
    assert knowledge.picking.keep(change, by=LAN) == draft


def test_a_published_report_is_not_picked_at(knowledge: Knowledge, draft: int):
    place = knowledge.reports.reading(draft).statements[0].span
    knowledge.reports.publish(draft, by=OWNER)
    with pytest.raises(UnknownReport):
        knowledge.picking.drop(draft, place, by=OWNER)


def test_what_is_not_there_cannot_be_dropped_or_kept(knowledge: Knowledge, draft: int):
    assert knowledge.picking.drop(draft, Span(5, 6), by=OWNER) is None
    assert knowledge.picking.keep(1, by=OWNER) is None


def test_whoever_dropped_an_item_needs_another_under_the_two_person_rule(knowledge: Knowledge, draft: int):
    knowledge.office.set_two_persons(True, by=OWNER)
    knowledge.picking.drop(draft, knowledge.reports.reading(draft).statements[0].span, by=LAN)
    with pytest.raises(NeedsAnother):
        knowledge.releasing.release(draft, by=LAN)
