"""What an admin fills in becomes one sentence and its facts."""

import unicodedata
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.entries.composing import compose_entry
from knowledge.facts import Measure, Role
from knowledge.fields.entry_fields import EntryFields, IncompleteEntry
from tests.store.readings import Q1, Q2

TODAY = date(2019, 3, 1)
DECISION = EntryFields(
    kind="document",
    number="345",
    symbol="QĐ-UBND",
    issued_on=date(2024, 3, 12),
    issuer="UBND tỉnh",
    subject="chương trình công tác năm 2024",
)
PLAN = EntryFields(kind="document", type="Quy chế", subject="xin lỗi tổ chức, cá nhân", role=Role.PLANNED, expected=Q2)
COUNT = EntryFields(
    kind="figure",
    indicator="số hồ sơ tiếp nhận",
    value=Decimal(4984),
    unit="hồ sơ",
    period=Q1,
    organisation="Sở Nội vụ",
)
SHARE = EntryFields(kind="figure", indicator="Tỷ lệ đúng hạn", value=Decimal("32.93"), measure=Measure.SHARE)
TASK = EntryFields(kind="task", task="Rà soát vị trí việc làm.", responsible="Sở Nội vụ", due=date(2019, 6, 30))
NOTE = EntryFields(kind="note", note="Trung tâm chuyển trụ sở")


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        (
            DECISION,
            "Quyết định số 345/QĐ-UBND ngày 12/03/2024 của UBND tỉnh về chương trình công tác năm 2024"
            " đã được ban hành.",
        ),
        (
            replace(DECISION, responsible="Sở Nội vụ", due=date(2024, 12, 31), status="Đang thực hiện."),
            "Quyết định số 345/QĐ-UBND ngày 12/03/2024 của UBND tỉnh về chương trình công tác năm 2024"
            " đã được ban hành, Sở Nội vụ chủ trì, hạn hoàn thành ngày 31/12/2024, trạng thái: Đang thực hiện.",
        ),
        (PLAN, "Quy chế xin lỗi tổ chức, cá nhân dự kiến được ban hành trong quý II/2019."),
        (COUNT, "Số hồ sơ tiếp nhận của Sở Nội vụ trong quý I/2019: 4.984 hồ sơ."),
        (SHARE, "Tỷ lệ đúng hạn: 32,93%."),
        (TASK, "Sở Nội vụ: Rà soát vị trí việc làm, hoàn thành trước ngày 30/06/2019."),
        (NOTE, "Trung tâm chuyển trụ sở."),
    ],
)
def test_an_entry_reads_as_a_sentence(fields: EntryFields, sentence: str):
    assert compose_entry(fields, TODAY).text == sentence


@pytest.mark.parametrize("fields", [DECISION, PLAN, COUNT, SHARE, TASK, NOTE])
def test_an_entry_is_a_report_of_that_day(fields: EntryFields):
    report = compose_entry(fields, TODAY).report
    assert (report.kind, report.published_on, report.number) == ("entry", TODAY, None)


def test_a_document_has_its_facts_and_their_place():
    read = compose_entry(DECISION, TODAY)
    [citation] = read.statements[0].citations
    assert (citation.number, citation.symbol, citation.written, citation.year) == (
        "345",
        "QĐ-UBND",
        "345/QĐ-UBND",
        2024,
    )
    assert (citation.type, citation.role, citation.issuer) == ("Quyết định", Role.ISSUED, "UBND tỉnh")
    assert citation.span.cut(read.text).startswith("Quyết định số 345/QĐ-UBND")


def test_a_planned_document_has_a_subject_and_no_number():
    [citation] = compose_entry(PLAN, TODAY).statements[0].citations
    assert (citation.number, citation.written, citation.expected) == (None, None, Q2)
    assert citation.subject == "Quy chế xin lỗi tổ chức, cá nhân"


def test_a_figure_has_its_facts_and_their_place():
    read = compose_entry(COUNT, TODAY)
    [figure] = read.statements[0].figures
    assert (figure.value, figure.unit, figure.period, figure.organisation) == (4984, "hồ sơ", Q1, "Sở Nội vụ")
    assert figure.span.cut(read.text) == figure.written == "4.984 hồ sơ"


def test_a_task_has_its_facts_and_their_place():
    read = compose_entry(TASK, TODAY)
    task = read.statements[0].task
    assert task is not None
    assert (task.unit, task.due) == ("Sở Nội vụ", date(2019, 6, 30))
    assert task.span.cut(read.text) == task.text == "Rà soát vị trí việc làm"


def test_a_further_note_is_a_sentence_of_its_own():
    fields = EntryFields(kind="note", note="x")
    read = compose_entry(EntryFields(kind="task", task="Rà soát", note="Xem công văn"), TODAY)
    assert [said.span.cut(read.text) for said in read.statements] == ["Rà soát.", "Xem công văn."]
    assert len(compose_entry(fields, TODAY).statements) == 1


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({"kind": "document"}, "subject"),
        ({"kind": "document", "number": "345"}, "symbol"),
        ({"kind": "figure", "value": Decimal(1), "unit": "hồ sơ"}, "indicator"),
        ({"kind": "figure", "indicator": "hồ sơ", "unit": "hồ sơ"}, "value"),
        ({"kind": "figure", "indicator": "hồ sơ", "value": Decimal(1)}, "unit"),
        ({"kind": "task", "task": " \u200b"}, "task"),
        ({"kind": "note"}, "note"),
    ],
)
def test_an_entry_that_lacks_something_says_what(fields: dict[str, Any], missing: str):
    with pytest.raises(IncompleteEntry) as caught:
        compose_entry(EntryFields(**fields), TODAY)
    assert caught.value.field == missing


@given(st.text(max_size=300))
def test_whatever_is_typed_becomes_one_line_that_holds_its_quotes(typed: str):
    fields = EntryFields(kind="task", task=f"x{typed}", responsible=typed, note=typed)
    read = compose_entry(fields, TODAY)
    assert all(unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} for c in read.text.replace("\n", " "))
    assert all(0 <= s.span.start < s.span.end <= len(read.text) for s in read.statements)
    assert read.statements[0].task is not None
    assert read.statements[0].task.span.cut(read.text).lower() == read.statements[0].task.text.lower()
