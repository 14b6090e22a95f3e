"""Rows of a register are documents, whatever the order of its columns and the care of its clerk."""

from datetime import date
from itertools import permutations

import pytest

from knowledge.facts import Citation, Role
from knowledge.grammar.symbols import fold_symbol
from tests.importing.pages import citations, figures, read

ROW = {
    "Số ký hiệu": "38/KH-UBND",
    "Ngày ban hành": "25/01/2021",
    "Trích yếu": "kiểm tra công vụ năm 2021",
    "Đơn vị chủ trì": "Sở Nội vụ",
    "Hạn hoàn thành": "30/11/2021",
    "Trạng thái": "Đang thực hiện",
}
SECOND = dict(
    zip(ROW, ["0192/QĐ-UBND", "18/02/2021", "quy chế phối hợp", "Sở Y tế", "31/12/2021", "Quá hạn"], strict=True)
)


TITLE = "SỔ THEO DÕI VĂN BẢN CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA"


def rows(*rows: dict[str, str], order: tuple[str, ...] = tuple(ROW), title: str = TITLE) -> list[Citation]:
    lines = ["\t".join(order), *("\t".join(row[column] for column in order) for row in rows)]
    return citations(read(f"{title}\n" + "\n".join(lines) + "\n"))


def first(**changes: str) -> Citation:
    """The first row's document with other words in some columns, told by their first word."""
    named = {column: next((v for k, v in changes.items() if column.startswith(k)), ROW[column]) for column in ROW}
    return rows(named, SECOND)[0]


def test_a_row_gives_all_that_its_columns_say():
    document = rows(ROW, SECOND)[0]
    assert (document.role, document.type, document.written, document.year) == (
        Role.LISTED,
        "Kế hoạch",
        "38/KH-UBND",
        2021,
    )
    assert (document.issued_on, document.due) == (date(2021, 1, 25), date(2021, 11, 30))
    assert (document.subject, document.responsible, document.status) == (
        "kiểm tra công vụ năm 2021",
        "Sở Nội vụ",
        "Đang thực hiện",
    )


@pytest.mark.parametrize("order", list(permutations(ROW))[::97], ids=lambda order: order[0])
def test_the_order_of_columns_does_not_matter(order):
    strip = [
        (c.written, c.issued_on, c.subject, c.responsible, c.due, c.status) for c in rows(ROW, SECOND, order=order)
    ]
    assert strip == [(c.written, c.issued_on, c.subject, c.responsible, c.due, c.status) for c in rows(ROW, SECOND)]


@pytest.mark.parametrize(
    ("column", "heading"),
    [
        ("Số ký hiệu", "Số hiệu văn bản"),
        ("Số ký hiệu", "Số/ký hiệu"),
        ("Ngày ban hành", "Ngày văn bản"),
        ("Trích yếu", "Nội dung văn bản"),
        ("Trích yếu", "Việc được giao"),
        ("Trích yếu", "Nhiệm vụ được giao"),
        ("Đơn vị chủ trì", "Cơ quan được giao"),
        ("Hạn hoàn thành", "Thời hạn"),
        ("Hạn hoàn thành", "Hạn xong"),
        ("Trạng thái", "Tiến độ"),
    ],
)
def test_columns_are_known_by_other_headings_too(column, heading):
    renamed = {heading if name == column else name: value for name, value in ROW.items()}
    second = dict(zip(renamed, SECOND.values(), strict=True))
    (a, _), (b, _) = rows(renamed, second, order=tuple(renamed)), rows(ROW, SECOND)
    assert (a.written, a.issued_on, a.subject, a.responsible, a.due, a.status) == (
        b.written,
        b.issued_on,
        b.subject,
        b.responsible,
        b.due,
        b.status,
    )


@pytest.mark.parametrize("written", ["38/QÐ_UBND", "38/QD-UBND", "38 /QĐ - UBND", "038/QĐ-UBND", "38-QĐ-UBND"])
def test_a_malformed_symbol_is_kept_as_written_and_known_all_the_same(written):
    document = first(Số=written)
    assert (document.written, document.number, fold_symbol(document.symbol or "")) == (written, "38", "qd-ubnd")


def test_a_row_without_a_number_is_no_document():
    assert [c.number for c in rows(SECOND, {**ROW, "Số ký hiệu": ""}, ROW)] == ["192", "38"]


def test_a_row_without_a_date_has_none():
    assert first(Ngày="").issued_on is None


def test_a_placeholder_date_is_none():
    assert first(Ngày="01/01/0001").issued_on is None


def test_a_letter_of_the_provinces_committee_is_from_it():
    assert (first(Số="777/UBND-NC").type, first(Số="777/UBND-NC").issuer) == ("Công văn", "UBND tỉnh")


def test_spaces_in_a_symbol_hide_its_issuer_from_nobody():
    assert first(Số="777 /UBND - NC").issuer == "UBND tỉnh"


def test_the_place_of_a_row_is_its_symbol():
    reading = read("SỔ THEO DÕI\nTrích yếu\tSố ký hiệu\nkiểm tra\t5/KH-UBND\ntuyên truyền\t6/KH-UBND\n")
    assert [c.span.cut(reading.text) for c in citations(reading)] == ["5/KH-UBND", "6/KH-UBND"]


WORK_LIST = (
    "DANH MỤC VIỆC UBND TỈNH HƯNG HÒA GIAO NĂM 2021",
    "TT\tVăn bản giao\tNgày giao\tViệc phải làm\tĐầu mối\tHạn chót\tTình trạng\tGiải trình",
    "1\t318/UBND-NC\t04/3/2021\tRà soát vị trí việc làm\tSở Nội vụ\t30/6/2021\tXong\t",
    "2\tCông văn số 402/UBND-TH\t11/3/2021\tMở rộng thanh toán phí\tSở Tài chính\t31/8/2021\tTrễ hạn\tChờ mức thu",
)


def work_list() -> list[Citation]:
    return citations(read("\n".join(WORK_LIST) + "\n"))


def test_documents_are_told_by_their_cells_where_the_heading_names_no_number():
    assert [c.written for c in work_list()] == ["318/UBND-NC", "Công văn số 402/UBND-TH"]


def test_what_is_to_be_done_is_the_subject_of_a_list_of_work():
    assert [c.subject for c in work_list()] == ["Rà soát vị trí việc làm", "Mở rộng thanh toán phí"]


def test_who_is_charged_is_told_by_the_names_of_bodies_under_an_unknown_heading():
    assert [c.responsible for c in work_list()] == ["Sở Nội vụ", "Sở Tài chính"]


def test_a_table_of_figures_with_a_document_beside_each_is_no_register():
    told = ("Kết quả như sau:", "TT\tNội dung\tCăn cứ\tKết quả", "1\tTinh giản\t12/KH-UBND\t15 người")
    assert [c.role for c in citations(read("\n".join(told) + "\n"))] != [Role.LISTED]


def test_a_table_that_counts_documents_is_no_register():
    counted = figures(read("THEO DÕI VĂN BẢN\nĐơn vị\tSố văn bản\tXong\tQuá hạn\nSở Y tế\t3\t2\t1\n"))
    assert [(f.value, f.organisation) for f in counted] == [(3, "Sở Y tế"), (2, "Sở Y tế"), (1, "Sở Y tế")]


UNNUMBERED = """SỔ THEO DÕI VĂN BẢN CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA
Số ký hiệu | Ngày ban hành | Trích yếu | Đơn vị chủ trì | Hạn hoàn thành | Ngày có hiệu lực
38/QĐ-UBND | 25/01/2021 | Ban hành Quy chế tiếp công dân | Sở Nội vụ | 30/11/2021 | 01/3/2021
 | | Tổ chức hội thi tuyên truyền viên | Tỉnh đoàn | 30/11/2021 |
 | | Quy chế phối hợp liên thông | Sở Tư pháp | 30/11/2021 |
"""


def test_the_day_since_which_a_document_holds_is_no_state():
    document = citations(read(UNNUMBERED))[0]
    assert (document.effective_on, document.status) == (date(2021, 3, 1), None)


def test_work_without_a_document_is_a_task_and_a_document_without_a_number_is_none():
    tasks = [s.task.text for s in read(UNNUMBERED).statements if s.task]
    assert tasks == ["Tổ chức hội thi tuyên truyền viên"]


def test_a_number_that_several_rows_share_assigned_their_work_and_is_none_of_theirs() -> None:
    work = ROW | {"Trích yếu": "Lập kho dữ liệu"}, ROW | {"Trích yếu": "Đề án vị trí việc làm"}, SECOND
    found = rows(*work, title="BẢNG THEO DÕI NHIỆM VỤ CỦA SỞ NỘI VỤ TỈNH HƯNG HÒA")
    assert [(c.number, c.role, c.type, c.subject) for c in found] == [
        ("38", Role.BASIS, "Kế hoạch", None),
        (None, Role.LISTED, "Nhiệm vụ", "Lập kho dữ liệu"),
        ("38", Role.BASIS, "Kế hoạch", None),
        (None, Role.LISTED, "Đề án", "Đề án vị trí việc làm"),
        ("192", Role.LISTED, "Quyết định", "quy chế phối hợp"),
    ]


def test_a_number_that_a_register_of_documents_repeats_stays_that_of_both_rows() -> None:
    found = rows(ROW, ROW | {"Trích yếu": "quy chế phối hợp"})
    assert [c.number for c in found] == ["38", "38"]


@pytest.mark.parametrize(
    ("cells", "type_", "number"),
    [
        (("15", "Kế hoạch"), "Kế hoạch", "15"),
        (("QĐ số 012", ""), "Quyết định", "12"),
        (("Công văn số 140", ""), "Công văn", "140"),
    ],
)
def test_a_number_without_letters_is_one_where_its_type_is_told(
    cells: tuple[str, str], type_: str, number: str
) -> None:
    lines = ["Số văn bản\tNgày tháng\tNội dung\tLoại", f"{cells[0]}\t12/01/2024\tRà soát thủ tục\t{cells[1]}"]
    (document,) = citations(read("\n".join(lines) + "\n"))
    assert (document.type, document.number, document.symbol, document.year) == (type_, number, None, 2024)


def test_a_number_of_no_type_is_no_document() -> None:
    assert citations(read("Số văn bản\tNgày tháng\tNội dung\n15\t12/01/2024\tRà soát thủ tục\n")) == []


def test_a_mark_is_no_state() -> None:
    lines = ["Số văn bản\tNgày\tNội dung\tLoại\tKết quả", "15\t12/01/2024\tRà soát thủ tục\tKế hoạch\tx"]
    assert citations(read("\n".join(lines) + "\n"))[0].status is None


@pytest.mark.parametrize(
    ("share", "state", "status"),
    [
        ("95%", "Quá hạn", "Quá hạn (95%)"),
        ("0 %", "Chưa thực hiện", "Chưa thực hiện (0 %)"),
        ("12/12", "Hoàn thành", "Hoàn thành (12/12)"),
        ("", "Đang thực hiện", "Đang thực hiện"),
        ("40%", "", "40%"),
        ("Đang soạn", "Trong hạn", "Đang soạn"),
    ],
)
def test_a_share_beside_a_state_is_told_behind_it(share: str, state: str, status: str):
    columns = (*(column for column in ROW if column != "Trạng thái"), "Tiến độ", "Trạng thái")
    listed = rows({**ROW, "Tiến độ": share, "Trạng thái": state}, {**SECOND, "Tiến độ": "5%"}, order=columns)
    assert listed[0].status == status
