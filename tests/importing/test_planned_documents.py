"""Documents without a number yet: planned, drafted, submitted, and when they are expected."""

from datetime import date

import pytest

from knowledge.facts import PeriodKind, Role
from knowledge.grammar.year_parts import make_period
from tests.importing.pages import citation_of, citations, citations_of, report

YEAR = 2021


def quarter(index: int):
    return make_period(PeriodKind.QUARTER, index, YEAR)


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("Dự kiến trong quý III/2021 ban hành Quy chế quản lý chữ ký số.", quarter(3)),
        (
            "Văn phòng đang xây dựng Quy chế quản lý chữ ký số, dự kiến ban hành trong quý IV/2021.",
            quarter(4),
        ),
        (
            "Văn phòng tham mưu Quy chế quản lý chữ ký số, dự kiến trình trong tháng 9/2021.",
            make_period(PeriodKind.MONTH, 9, YEAR),
        ),
        ("Dự kiến ban hành Quy chế quản lý chữ ký số trong quý III.", quarter(3)),
        ("Quy chế quản lý chữ ký số: chưa trình kịp trong quý II, điều chỉnh sang quý IV/2021.", quarter(4)),
    ],
)
def test_a_planned_document_has_a_subject_and_the_period_it_is_expected_in(sentence, expected):
    found = citation_of(sentence)
    assert (found.role, found.number, found.expected) == (Role.PLANNED, None, expected)
    assert (found.subject or "").startswith("Quy chế quản lý chữ ký số")


def test_the_subject_of_a_plan_ends_before_what_is_said_of_it():
    found = citation_of("Đề án thí điểm bàn hướng dẫn đang được xây dựng, dự kiến trình trong tháng 7/2021.")
    assert found.subject == "Đề án thí điểm bàn hướng dẫn"


def test_a_document_in_work_is_drafted():
    found = citation_of("Sở Nội vụ đang dự thảo Đề án vị trí việc làm giai đoạn 2021-2025.")
    assert (found.role, found.subject) == (Role.DRAFTED, "Đề án vị trí việc làm giai đoạn 2021-2025")


def test_a_document_that_was_put_forward_is_submitted():
    found = citation_of("Văn phòng đã trình UBND tỉnh ban hành Quy chế làm việc mới.")
    assert (found.role, found.number, found.issuer) == (Role.SUBMITTED, None, "UBND tỉnh")


def test_a_draft_that_was_not_put_forward_is_not_submitted():
    assert all(
        c.role is not Role.SUBMITTED for c in citations_of("Sở chưa trình UBND tỉnh ban hành Quy chế làm việc mới.")
    )


def test_a_document_that_is_a_task_is_planned():
    found = citations(report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Trình UBND tỉnh ban hành Quy chế tiếp công dân."))
    assert [(c.role, c.subject) for c in found] == [(Role.PLANNED, "Quy chế tiếp công dân")]


def test_the_next_sentence_may_postpone_the_plan():
    found = citations_of(
        "Văn phòng đang xây dựng Quy chế tiếp công dân, dự kiến ban hành trong quý II/2021. "
        "Đến nay chưa ban hành, dự kiến lùi sang quý III/2021."
    )
    assert [c.expected for c in found] == [quarter(2), quarter(3)]
    assert found[0].subject == found[1].subject


def test_the_next_sentence_may_say_when_a_draft_is_expected():
    found = citations_of("Quy chế phối hợp liên thông đang được hoàn thiện. Dự kiến ban hành trong quý IV/2021.")
    assert found[-1].expected == quarter(4)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Quy chế tiếp công dân ban hành kèm theo Quyết định số 430/QĐ-UBND ngày 12/5/2021 có hiệu lực từ ngày 01/6/2021.",
        "UBND tỉnh ban hành Quyết định số 430/QĐ-UBND ngày 12/5/2021 về tiếp công dân. "
        "Quyết định có hiệu lực từ ngày 01/6/2021.",
        "Ngày 12/5/2021, UBND tỉnh ban hành Quyết định số 430/QĐ-UBND kèm theo Quy chế tiếp công dân. "
        "Quy chế có hiệu lực từ ngày 01/6/2021.",
    ],
    ids=["same sentence", "next sentence", "what it issues"],
)
def test_the_day_from_which_a_document_is_in_force_is_read(paragraph):
    assert ("430", date(2021, 6, 1)) in {(c.number, c.effective_on) for c in citations_of(paragraph)}


def test_no_plan_is_made_of_a_document_with_a_number():
    assert [
        c.number for c in citations_of("Dự kiến trong quý III/2021 tổng kết Kế hoạch số 6/KH-UBND ngày 09/02/2021.")
    ] == ["6"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Các xã đã có kế hoạch cụ thể.",
        "Quy trình được niêm yết tại trụ sở.",
        "Tỷ lệ đạt 12/15 sở.",
        "Ngày 12/3/2021 họp.",
    ],
)
def test_words_alone_are_no_documents(sentence):
    assert citations_of(sentence) == []


def test_a_planned_document_names_who_prepares_it_and_by_when():
    found = citation_of("Sở Nội vụ tham mưu ban hành Quy chế tiếp dân, trình UBND tỉnh trước ngày 28/02/2022.")
    assert (found.subject, found.responsible, found.due) == ("Quy chế tiếp dân", "Sở Nội vụ", date(2022, 2, 28))


def test_a_document_in_a_list_of_tasks_is_expected_in_their_period():
    found = citations(
        report("III. NHIỆM VỤ QUÝ IV NĂM 2021", "1. Trình UBND tỉnh phê duyệt quy trình điện tử cấp phép đợt 2.")
    )
    assert [(c.subject, c.expected) for c in found] == [("Quy trình điện tử cấp phép đợt 2", quarter(4))]
