"""Facts of a report corrected by hand: answered differently at once, honestly cited, carried over, and taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from knowledge.amending.amending import Correction, FactChanged
from knowledge.answers import Mended
from knowledge.bootstrap import Knowledge
from knowledge.entries.entries import NothingToUndo
from knowledge.fields.describing import describe
from knowledge.following.rules import ALL_REPORTS
from tests.amending.samples import FIRST, TODAY, ask, correction, place_of, publish_file, publish_first, to_5000
from tests.clock import SetClock
from tests.following.publishing import arrive


@pytest.fixture
def report(knowledge: Knowledge) -> int:
    return publish_first(knowledge)


def last_change(knowledge: Knowledge) -> int:
    return next(e.id for e in knowledge.audit.listing() if e.action.startswith("fact."))


def changed_file(tmp_path: Path, old: str, new: str) -> Path:
    """The sample, sent anew with other words; as a newer version it bears the same name."""
    path = tmp_path / FIRST.name
    text = FIRST.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    return path


def test_a_corrected_figure_answers_at_once_and_cites_the_sentence_and_the_correction(
    knowledge: Knowledge, report: int
):
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    answer = ask(knowledge)
    assert (answer.direct.startswith("5.000 hồ sơ"), "4.984 hồ sơ" in answer.quotes[0].text) == (True, True)
    assert answer.quotes[0].mended == (Mended(TODAY, "value", "4.984 hồ sơ", "5.000 hồ sơ", "đếm sót một huyện"),)


def test_a_documents_date_is_corrected(knowledge: Knowledge, report: int):
    knowledge.amending.correct(
        correction(knowledge, report, "192/QĐ-UBND", issued_on=date(2019, 1, 25), issuer="UBND tỉnh"), by=1
    )
    assert "25/01/2019" in ask(knowledge, "QĐ 192 ban hành ngày nào?").direct


def test_a_documents_status_is_corrected(knowledge: Knowledge, report: int):
    knowledge.amending.correct(correction(knowledge, report, "192/QĐ-UBND", status="Hết hiệu lực"), by=1)
    assert ask(knowledge, "QĐ 192 tới đâu rồi?").direct.startswith("Hết hiệu lực")


def test_what_is_taken_out_answers_no_more(knowledge: Knowledge, report: int):
    place, fact = place_of(knowledge.reports.reading(report), "192/QĐ-UBND")
    knowledge.amending.correct(Correction(report, place, describe(fact), None), by=1)
    assert "192" not in ask(knowledge, "QĐ 192 ban hành ngày nào?").direct.partition("192")[2]
    assert not ask(knowledge, "QĐ 192 về việc gì?").quotes


def test_doing_it_twice_changes_it_once(knowledge: Knowledge, report: int):
    first = knowledge.amending.correct(to_5000(knowledge, report), by=1)
    again = knowledge.amending.correct(to_5000(knowledge, report), by=1)
    assert again.report_id == first.report_id


def test_the_second_of_two_admins_is_told_what_the_first_did(knowledge: Knowledge, report: int):
    second = correction(knowledge, report, "4.984 hồ sơ", value=Decimal(4999))
    knowledge.amending.correct(to_5000(knowledge, report), by=7)
    with pytest.raises(FactChanged) as caught:
        knowledge.amending.correct(second, by=8)
    assert (caught.value.by, caught.value.now and caught.value.now.value) == (7, Decimal(5000))


def test_two_admins_may_correct_two_facts_at_once(knowledge: Knowledge, report: int):
    second = correction(knowledge, report, "1.641 hồ sơ", value=Decimal(1650))
    knowledge.amending.correct(to_5000(knowledge, report), by=7)
    knowledge.amending.correct(second, by=8)
    written = [
        one.written
        for s in knowledge.reports.reading(knowledge.amending.current(report)).statements
        for one in s.figures
    ]
    assert {"5.000 hồ sơ", "1.650 hồ sơ"} <= set(written)


def test_a_correction_is_taken_back(knowledge: Knowledge, report: int):
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    knowledge.amending.undo(last_change(knowledge), by=1)
    answer = ask(knowledge)
    assert (answer.direct.startswith("4.984 hồ sơ"), answer.quotes[0].mended) == (True, ())


def test_what_was_taken_out_comes_back(knowledge: Knowledge, report: int):
    before = knowledge.reports.reading(report)
    place, fact = place_of(before, "4.984 hồ sơ")
    knowledge.amending.correct(Correction(report, place, describe(fact), None), by=1)
    knowledge.amending.undo(last_change(knowledge), by=1)
    assert knowledge.reports.reading(knowledge.amending.current(report)) == before


def test_after_a_day_it_is_a_correction_of_its_own(knowledge: Knowledge, report: int, clock: SetClock):
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    clock.advance(days=1, seconds=1)
    with pytest.raises(NothingToUndo):
        knowledge.amending.undo(last_change(knowledge), by=1)


def test_what_was_changed_again_is_not_taken_back_under_it(knowledge: Knowledge, report: int):
    now = knowledge.amending.correct(to_5000(knowledge, report), by=1).report_id
    first = last_change(knowledge)
    knowledge.amending.correct(correction(knowledge, now, "5.000 hồ sơ", value=Decimal(5001)), by=2)
    with pytest.raises(FactChanged):
        knowledge.amending.undo(first, by=1)


def test_a_newer_version_of_the_file_keeps_what_was_corrected_by_hand(
    knowledge: Knowledge, report: int, tmp_path: Path
):
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    publish_file(knowledge, changed_file(tmp_path, "25/12/2018", "26/12/2018"))
    assert ask(knowledge).direct.startswith("5.000 hồ sơ")
    assert "26/12/2018" in ask(knowledge, "công văn 6543 ngày nào?").direct


def test_a_draft_that_was_there_before_the_correction_keeps_it_too(knowledge: Knowledge, report: int, tmp_path: Path):
    draft = knowledge.importing.import_file(changed_file(tmp_path, "25/12/2018", "26/12/2018"), by=1)
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    knowledge.reports.publish(draft.report_id, by=1, notify=False)
    assert ask(knowledge).direct.startswith("5.000 hồ sơ")


def test_the_same_file_again_is_no_new_version(knowledge: Knowledge, report: int):
    now = knowledge.amending.correct(to_5000(knowledge, report), by=1).report_id
    again = knowledge.importing.import_file(FIRST, by=1)
    assert (again.outcome, again.report_id) == ("same", now)


def test_a_newer_version_that_says_something_else_is_doubted(knowledge: Knowledge, report: int, tmp_path: Path):
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    draft = knowledge.importing.import_file(changed_file(tmp_path, "4.984", "4.990"), by=1)
    doubts = knowledge.reports.reading(draft.report_id).doubts
    lost = next(doubt for doubt in doubts if doubt.code == "amendment_lost")
    assert [operand.value for operand in lost.operands] == ["4.984 hồ sơ", "5.000 hồ sơ"]


def test_a_newer_version_that_agrees_needs_no_correction(knowledge: Knowledge, report: int, tmp_path: Path):
    knowledge.amending.correct(to_5000(knowledge, report), by=1)
    publish_file(knowledge, changed_file(tmp_path, "4.984", "5.000"))
    answer = ask(knowledge)
    assert (answer.direct.startswith("5.000 hồ sơ"), answer.quotes[0].mended) == (True, ())


def test_a_rehearsal_counts_who_would_be_told_and_changes_nothing(knowledge: Knowledge, report: int):
    asked = ask(knowledge)
    knowledge.questions.record("77", 77, "?", asked)
    before = [one.id for one in knowledge.reports.published()]
    assert knowledge.amending.rehearse(to_5000(knowledge, report)) == 1
    assert [one.id for one in knowledge.reports.published()] == before


def test_whoever_was_given_the_old_figure_is_told_and_others_are_not(
    knowledge: Knowledge, report: int, clock: SetClock
):
    knowledge.questions.record("77", 77, "?", ask(knowledge))
    knowledge.subscribers.subscribe(78, ALL_REPORTS, by=78)
    knowledge.amending.correct(to_5000(knowledge, report), by=1, notify=True)
    at_once = knowledge.outbox.claim(9, sender="a", now=clock.now, lease_seconds=60)
    told = knowledge.outbox.claim(9, sender="a", now=clock.advance(minutes=1), lease_seconds=60)
    assert (at_once, [notice.chat_id for notice in told]) == ([], [77])


def test_a_slip_that_is_undone_at_once_is_told_to_nobody(knowledge: Knowledge, report: int, clock: SetClock):
    knowledge.questions.record("77", 77, "?", ask(knowledge))
    knowledge.amending.correct(to_5000(knowledge, report), by=1, notify=True)
    knowledge.amending.undo(last_change(knowledge), by=1)
    assert knowledge.outbox.claim(9, sender="a", now=clock.advance(minutes=2), lease_seconds=60) == []


def test_a_correction_that_was_told_and_is_undone_is_told_again(knowledge: Knowledge, report: int, clock: SetClock):
    knowledge.questions.record("77", 77, "?", ask(knowledge))
    knowledge.amending.correct(to_5000(knowledge, report), by=1, notify=True)
    [notice] = knowledge.outbox.claim(9, sender="a", now=clock.advance(minutes=1), lease_seconds=60)
    assert knowledge.outbox.begin(notice.id, sender="a", now=clock.now, lease_seconds=60)
    arrive(knowledge, notice, 5)
    knowledge.amending.undo(last_change(knowledge), by=1)
    again = knowledge.outbox.claim(9, sender="a", now=clock.advance(minutes=2), lease_seconds=60)
    assert [one.chat_id for one in again] == [77]


def test_the_audit_log_says_who_changed_what(knowledge: Knowledge, report: int):
    knowledge.amending.correct(to_5000(knowledge, report), by=7)
    entry = next(e for e in knowledge.audit.listing() if e.action == "fact.edit")
    assert (entry.by, '"value":"4984"' in str(entry.before), '"value":"5000"' in str(entry.after)) == (7, True, True)


def test_unchanged_fields_are_left_as_they_were_read(knowledge: Knowledge, report: int):
    place, fact = place_of(knowledge.reports.reading(report), "32,93%")
    before = describe(fact)
    knowledge.amending.correct(Correction(report, place, before, replace(before, period=None)), by=1)
    _, now = place_of(knowledge.reports.reading(knowledge.amending.current(report)), "32,93%")
    assert now == replace(fact, period=None)  # type: ignore[type-var]
