"""What new reports are compared with: loaded once, anew when it changed, and never more than fits."""

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.facts import Reading
from knowledge.importing.known_reports import KnownReports
from knowledge.store.neighbours import Neighbours
from tests.clock import SetClock
from tests.importing.pages import FORMAL, read

OLD = FORMAL + "Bộ phận Một cửa tiếp nhận 1.100 hồ sơ.\n"
NEW = read(OLD.replace("88/BC", "99/BC"))


@pytest.fixture
def published(knowledge: Knowledge) -> int:
    """The id of a published report of the organisation and period of the new one."""
    report_id = knowledge.reports.save_draft(read(OLD), checksum="old", by=1).report_id
    knowledge.reports.publish(report_id, by=1)
    return report_id


def said(known: KnownReports) -> list[Reading]:
    return [report.reading for report in known.beside(NEW)]


@pytest.mark.parametrize(("most_statements", "is_kept"), [(100, True), (0, False)])
def test_a_report_is_loaded_once_where_it_fits(
    knowledge: Knowledge, published: int, most_statements: int, *, is_kept: bool
):
    known = KnownReports(Neighbours(knowledge.store), most_statements)
    first, again = known.beside(NEW), known.beside(NEW)
    assert [report.reading for report in first] == [knowledge.reports.reading(published)]
    assert (first[0] is again[0]) == is_kept


def test_what_answers_no_more_is_not_compared(knowledge: Knowledge, published: int):
    known = KnownReports(Neighbours(knowledge.store))
    assert said(known) == [knowledge.reports.reading(published)]
    knowledge.reports.withdraw(published, by=1)
    assert said(known) == []


def test_a_newer_version_takes_the_place_of_the_older(knowledge: Knowledge, published: int, clock: SetClock):
    known = KnownReports(Neighbours(knowledge.store))
    assert said(known) == [knowledge.reports.reading(published)]
    clock.advance(days=1)
    newer = knowledge.reports.save_draft(read(OLD.replace("1.100", "1.200")), checksum="newer", by=1).report_id
    knowledge.reports.publish(newer, by=1)
    assert said(known) == [knowledge.reports.reading(newer)]
