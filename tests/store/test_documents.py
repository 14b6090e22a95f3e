"""Documents are one across reports, and their life is dated events."""

from datetime import date
from typing import Any

import pytest

from knowledge.bootstrap import Knowledge
from knowledge.facts import Citation, Role, Span
from knowledge.store.documents import Document
from tests.store.readings import Q2, issued, planned, reading

LATER = date(2019, 6, 20)
APOLOGY = "Quy chế xin lỗi cá nhân, tổ chức vì sự sai sót, quá hạn trong giải quyết thủ tục hành chính"
APOLOGIES = "Quy chế xin lỗi tổ chức, cá nhân do sai sót, quá hạn trong giải quyết TTHC"


def publish(knowledge: Knowledge, *said: Citation, **report: Any) -> int:
    number = f"{knowledge.reports.generation() + 1}/BC"
    read = reading(*said, **{"number": number, **report})
    report_id = knowledge.reports.save_draft(read, checksum=number, by=1).report_id
    knowledge.reports.publish(report_id, by=1)
    return report_id


def documents(knowledge: Knowledge, *report_ids: int) -> set[int]:
    return {document.id for report_id in report_ids for document in knowledge.documents.of_report(report_id)}


def only(knowledge: Knowledge, report_id: int) -> Document:
    [document] = knowledge.documents.of_report(report_id)
    return document


def test_one_number_symbol_year_and_issuer_is_one_document_in_all_reports(knowledge: Knowledge):
    a = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh Hưng Hòa"))
    b = publish(knowledge, issued("192/QÐ-UBND", year=2019, issuer="Ủy ban nhân dân tỉnh"), signed_on=LATER)
    assert len(documents(knowledge, a, b)) == 1
    assert [event.report_id for event in only(knowledge, a).events] == [a, b]


@pytest.mark.parametrize(
    "other",
    [
        issued("1192/QĐ-UBND", year=2019, issuer="UBND tỉnh"),
        issued("192/QĐ-SNV", year=2019, issuer="UBND tỉnh"),
        issued("192/QĐ-UBND", year=2018, issuer="UBND tỉnh"),
        issued("192/QĐ-UBND", year=2019, issuer="UBND huyện Bình An"),
    ],
)
def test_another_number_symbol_year_or_issuer_is_another_document(knowledge: Knowledge, other: Citation):
    a = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"))
    b = publish(knowledge, other)
    assert len(documents(knowledge, a, b)) == 2


def test_the_same_number_in_another_province_is_another_document(knowledge: Knowledge):
    a = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"), province="Hưng Hòa")
    b = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"), province="Hưng Yên")
    assert len(documents(knowledge, a, b)) == 2


def test_a_province_that_is_not_said_fits_where_just_one_document_does(knowledge: Knowledge):
    office = "Văn phòng UBND tỉnh"
    a = publish(knowledge, issued("192/QĐ-UBND", year=2019), province=None, organisation=office)
    b = publish(knowledge, issued("192/QĐ-UBND", year=2019), province="Hưng Hòa")
    c = publish(knowledge, issued("192/QĐ-UBND", year=2019), province=None, organisation=office)
    assert len(documents(knowledge, a, b, c)) == 1


def test_a_province_that_is_not_said_is_not_guessed_between_two(knowledge: Knowledge):
    a = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"), province="Hưng Hòa")
    b = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"), province="Hưng Yên")
    c = publish(knowledge, issued("192/QĐ-UBND", year=2019, issuer="UBND tỉnh"), province=None)
    assert len(documents(knowledge, a, b, c)) == 3


def test_a_document_of_the_centre_is_one_in_all_provinces(knowledge: Knowledge):
    a = publish(knowledge, issued("18/NQ-TW", year=2017), province="Hưng Hòa")
    b = publish(knowledge, issued("18/NQ/TW", year=2017), province="Hưng Yên")
    assert len(documents(knowledge, a, b)) == 1


def test_a_year_that_is_not_said_fits_where_just_one_document_does(knowledge: Knowledge):
    a = publish(knowledge, issued("192/QĐ-UBND", year=2019))
    b = publish(knowledge, issued("192/QĐ-UBND"))
    assert len(documents(knowledge, a, b)) == 1


def test_a_year_that_is_not_said_is_not_guessed_between_two(knowledge: Knowledge):
    a = publish(knowledge, issued("192/QĐ-UBND", year=2018))
    b = publish(knowledge, issued("192/QĐ-UBND", year=2019))
    c = publish(knowledge, issued("192/QĐ-UBND"))
    assert len(documents(knowledge, a, b, c)) == 3


def test_a_planned_document_becomes_issued_when_a_later_report_says_so(knowledge: Knowledge):
    first = publish(knowledge, planned(APOLOGY, expected=Q2))
    second = publish(
        knowledge, issued("1843/QĐ-UBND", APOLOGIES, year=2019, issued_on=date(2019, 5, 30)), signed_on=LATER
    )
    document = only(knowledge, second)
    assert documents(knowledge, first) == {document.id}
    assert (document.number, document.state) == ("1843", Role.ISSUED)
    assert [(event.role, event.expected) for event in document.events] == [
        (Role.PLANNED, Q2),
        (Role.ISSUED, None),
    ]


def test_a_planned_regulation_is_issued_by_a_decision(knowledge: Knowledge):
    first = publish(knowledge, planned(APOLOGY, type="Quy chế", expected=Q2))
    second = publish(
        knowledge, issued("1843/QĐ-UBND", f"Ban hành {APOLOGY}", issued_on=date(2019, 5, 30)), signed_on=LATER
    )
    assert only(knowledge, first).id == only(knowledge, second).id


def test_a_letter_that_submits_a_draft_is_not_its_issue(knowledge: Knowledge):
    first = publish(knowledge, planned(APOLOGY, type="Quyết định"))
    letter = issued("77/TTr-SNV", APOLOGY, type="Tờ trình", issued_on=date(2019, 5, 30))
    assert len(documents(knowledge, first, publish(knowledge, letter, signed_on=LATER))) == 2


def test_what_a_register_lists_is_of_its_province(knowledge: Knowledge):
    first = publish(knowledge, planned(APOLOGY))
    listed = issued("1843/QĐ-UBND", APOLOGIES, issued_on=date(2019, 5, 30), issuer="UBND tỉnh Hưng Hòa")
    register = publish(knowledge, listed, signed_on=LATER, organisation=None)
    assert only(knowledge, first).id == only(knowledge, register).id


def test_it_does_not_matter_which_report_is_imported_first(knowledge: Knowledge):
    second = publish(
        knowledge, issued("1843/QĐ-UBND", APOLOGIES, year=2019, issued_on=date(2019, 5, 30)), signed_on=LATER
    )
    first = publish(knowledge, planned(APOLOGY, expected=Q2))
    assert len(documents(knowledge, first, second)) == 1
    assert only(knowledge, first).state == Role.ISSUED


def test_what_was_issued_before_the_plan_is_another_document(knowledge: Knowledge):
    first = publish(knowledge, planned(APOLOGY), signed_on=date(2019, 2, 25))
    second = publish(
        knowledge, issued("12/QĐ-UBND", APOLOGIES, year=2016, issued_on=date(2016, 5, 30)), signed_on=LATER
    )
    assert len(documents(knowledge, first, second)) == 2


def test_withdrawing_the_issue_makes_the_document_planned_again(knowledge: Knowledge):
    first = publish(knowledge, planned(APOLOGY))
    second = publish(knowledge, issued("1843/QĐ-UBND", APOLOGIES, year=2019), signed_on=LATER)
    knowledge.reports.withdraw(second, by=1)
    document = only(knowledge, first)
    assert (document.number, document.state) == (None, Role.PLANNED)


def test_a_document_of_which_nothing_answers_any_more_is_gone(knowledge: Knowledge):
    report_id = publish(knowledge, issued("192/QĐ-UBND", year=2019))
    key = only(knowledge, report_id).key
    knowledge.reports.withdraw(report_id, by=1)
    assert knowledge.documents.get(key) is None


def test_what_only_serves_as_a_basis_says_so(knowledge: Knowledge):
    basis = Citation(Span(0, 1), Role.BASIS, type="Nghị quyết", number="18", symbol="NQ-TW", year=2017)
    assert only(knowledge, publish(knowledge, basis)).state == Role.BASIS


def test_a_basis_is_no_step_of_a_life(knowledge: Knowledge):
    publish(knowledge, issued("192/QĐ-UBND", year=2019, issued_on=date(2019, 1, 25)))
    basis = Citation(Span(0, 1), Role.BASIS, number="192", symbol="QĐ-UBND", year=2019)
    later = publish(knowledge, basis, signed_on=LATER)
    assert only(knowledge, later).state == Role.ISSUED


def test_the_newest_event_says_what_a_document_is(knowledge: Knowledge):
    publish(knowledge, issued("192/QĐ-UBND", year=2019, issued_on=date(2019, 1, 25)))
    replaced = Citation(Span(0, 1), Role.REPLACED, number="192", symbol="QĐ-UBND", year=2019)
    later = publish(knowledge, replaced, signed_on=LATER)
    assert only(knowledge, later).state == Role.REPLACED


def test_a_document_is_found_by_the_key_of_any_of_its_mentions(knowledge: Knowledge):
    publish(knowledge, planned(APOLOGY, type="Quy chế"))
    publish(knowledge, issued("1843/QĐ-UBND", APOLOGIES, type="Quy chế", year=2019), signed_on=LATER)
    by_plan = knowledge.documents.get(f"|Quy chế|{APOLOGY}|Hưng Hòa")
    by_number = knowledge.documents.get("1843/qđ-ubnd|2019||hung hoa")
    assert by_plan == by_number is not None


def test_the_quote_of_an_event_is_word_for_word_in_the_report(knowledge: Knowledge):
    report_id = publish(knowledge, issued("192/QĐ-UBND", "chương trình công tác năm 2019", year=2019))
    [event] = only(knowledge, report_id).events
    assert event.quote == "192/QĐ-UBND chương trình công tác năm 2019"
