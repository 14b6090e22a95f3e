"""What one process changes in the store, another answers from as soon as it looks, and a third when it starts."""

from collections.abc import Iterator
from datetime import date

import pytest

from knowledge.bootstrap import Knowledge, open_knowledge
from knowledge.laying_out import lay_out
from tests.house import make_report

TODAY = date(2019, 9, 2)


@pytest.fixture
def other(store_url: str) -> Iterator[Knowledge]:
    opened = open_knowledge(store_url)
    opened.asking.refresh()
    yield opened
    opened.close()


def publish(knowledge: Knowledge, number: str, *sentences: str) -> int:
    reading = make_report(number=number, sentences=sentences or ("Tiếp nhận 5 hồ sơ.",))
    draft = knowledge.reports.save_draft(reading, checksum=f"{number} {sentences}", by=1)
    return knowledge.reports.publish(draft.report_id, by=1).report_id


def answering(knowledge: Knowledge) -> list[int]:
    knowledge.asking.refresh()
    return [report.id for report in knowledge.asking.library.reports]


def stored(knowledge: Knowledge) -> list[int]:
    return [report.id for report in knowledge.reports.published()]


def test_another_process_answers_from_the_same_reports_in_the_same_order(knowledge: Knowledge, other: Knowledge):
    first, second = publish(knowledge, "1/BC-X"), publish(knowledge, "2/BC-X")
    assert answering(other) == stored(knowledge) == [first, second]
    newer = publish(knowledge, "1/BC-X", "Tiếp nhận 6 hồ sơ.")
    assert answering(other) == stored(knowledge) == [second, newer]


def test_what_was_withdrawn_and_comes_back_goes_and_comes_back(knowledge: Knowledge, other: Knowledge):
    first, second = publish(knowledge, "1/BC-X"), publish(knowledge, "2/BC-X")
    knowledge.releasing.withdraw(first, by=1, why="")
    assert answering(other) == [second]
    knowledge.releasing.restore(first, by=1)
    assert answering(other) == stored(knowledge) == [second, first]


def test_a_process_that_starts_answers_from_what_was_changed_before(
    knowledge: Knowledge, other: Knowledge, store_url: str
):
    first, second = publish(knowledge, "1/BC-X"), publish(knowledge, "2/BC-X")
    answering(other)
    knowledge.releasing.withdraw(first, by=1, why="")
    later = open_knowledge(store_url)
    assert answering(later) == [second]
    later.close()


def test_what_another_process_laid_out_anew_is_taken_up_with_what_came_since(
    knowledge: Knowledge, other: Knowledge, store_url: str
):
    first = publish(knowledge, "1/BC-X")
    answering(other)
    layers = len(other.asking.library.shelves)
    lay_out(store_url)
    second = publish(knowledge, "2/BC-X")
    assert other.asking.has_newer_snapshot()
    assert other.asking.take_up()
    assert ([report.id for report in other.asking.library.reports], layers) == ([first, second], 2)
    assert not other.asking.has_newer_snapshot()


def test_what_is_asked_in_the_same_words_is_looked_for_once_in_each_state_of_the_reports(knowledge: Knowledge):
    publish(knowledge, "1/BC-X", "Tiếp nhận 5 hồ sơ.")
    knowledge.asking.refresh()
    first = knowledge.asking.ask("tiếp nhận bao nhiêu hồ sơ?", today=TODAY)
    assert knowledge.asking.ask("tiếp nhận bao nhiêu hồ sơ?", today=TODAY) is first
    publish(knowledge, "1/BC-X", "Tiếp nhận 6 hồ sơ.")
    knowledge.asking.refresh()
    assert knowledge.asking.ask("tiếp nhận bao nhiêu hồ sơ?", today=TODAY) is not first
