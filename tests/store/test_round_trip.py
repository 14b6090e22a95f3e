"""What is saved is what comes back."""

import uuid
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings

from knowledge.bootstrap import Knowledge
from knowledge.facts import Reading
from knowledge.storable import UnstorableText
from tests.store.readings import READINGS, reading

_SHARED_STORE = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@settings(max_examples=60, deadline=None, suppress_health_check=_SHARED_STORE)
@given(READINGS)
def test_a_reading_comes_back_equal(knowledge: Knowledge, read: Reading):
    saved = knowledge.reports.save_draft(read, checksum=uuid.uuid4().hex, by=None)
    assert knowledge.reports.reading(saved.report_id) == read


def test_published_reports_come_back_equal_and_in_the_order_of_publication(knowledge: Knowledge):
    readings = [reading("một", number=None), reading("hai", number=None), reading("ba", number=None)]
    ids = [knowledge.reports.save_draft(r, checksum=r.text, by=1).report_id for r in readings]
    for report_id in reversed(ids):
        knowledge.reports.publish(report_id, by=1)
    found = list(knowledge.reports.published())
    assert [report.id for report in found] == list(reversed(ids))
    assert [report.reading for report in found] == list(reversed(readings))


@pytest.mark.parametrize("text", ["a\x00b", "a\ud800b"])
def test_text_that_no_store_keeps_is_refused_and_nothing_is_saved(knowledge: Knowledge, text: str):
    with pytest.raises(UnstorableText):
        knowledge.reports.save_draft(replace(reading("một"), text=text), checksum="1", by=1)
    assert knowledge.reports.drafts() == []
