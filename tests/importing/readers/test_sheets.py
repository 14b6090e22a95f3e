"""Spreadsheets: titles, tables and notes, with values as cells show them in Vietnam."""

from datetime import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.sheets.csv_table import sniff_delimiter
from knowledge.importing.readers.sheets.shown import shown
from tests.importing.readers.files import xlsx_of, zip_of
from tests.importing.readers.pages import grids, header_rows, lines, page_of

REGISTER = [
    ["SỔ THEO DÕI VĂN BẢN", None, None],
    [None, None, None],
    ["STT", "Số hiệu", "Hạn"],
    [1, "192/QĐ-UBND", datetime(2019, 12, 31)],
    [2, "77/KH-UBND", None],
    [None, None, None],
    ["Tổng số: 02 văn bản.", None, None],
]


def test_titles_and_notes_are_paragraphs_around_the_table():
    page = page_of(xlsx_of(REGISTER, ["A1:C1"], {"C4": "dd/mm/yyyy"}), "so.xlsx")
    assert (lines(page)[0], lines(page)[-1]) == ("SỔ THEO DÕI VĂN BẢN", "Tổng số: 02 văn bản.")
    assert grids(page) == [[["STT", "Số hiệu", "Hạn"], ["1", "192/QĐ-UBND", "31/12/2019"], ["2", "77/KH-UBND", ""]]]


def test_headings_over_several_columns_and_rows_are_header_rows():
    rows = [["Đơn vị", "Hồ sơ", None], [None, "Nhận", "Trả"], ["Sở Y tế", 12, 11]]
    page = page_of(xlsx_of(rows, ["A1:A2", "B1:C1"]), "a.xlsx")
    assert header_rows(page) == ["Đơn vị | Hồ sơ", " | Nhận | Trả"]
    assert grids(page)[0][1:] == [["Đơn vị", "Nhận", "Trả"], ["Sở Y tế", "12", "11"]]


def test_number_formats_of_an_xlsx_are_followed():
    rows = [["Đơn vị", "Hồ sơ", "Tỷ lệ", "Điểm"], ["Sở Y tế", 21480, 0.3293, 86.7]]
    data = xlsx_of(rows, formats={"B2": "#,##0", "C2": "0.00%", "D2": '0.00" điểm"'})
    assert grids(page_of(data, "a.xlsx"))[0][1] == ["Sở Y tế", "21.480", "32,93%", "86,70 điểm"]


def test_an_empty_row_within_a_table_does_not_end_it():
    rows = [["Đơn vị", "Hồ sơ"], ["Sở Y tế", 12], [None, None], ["Sở Xây dựng", 7]]
    assert len(grids(page_of(xlsx_of(rows), "a.xlsx"))) == 1


def test_a_line_over_a_group_of_rows_does_not_end_the_table():
    heads, gap = [["Số hiệu", "Việc", "Hạn"], [None] * 3], [[None] * 3]
    one, two = (["1/KH-UBND", "Một", "3/5/2024"], ["2/KH-UBND", "Hai", "4/5/2024"])
    group, total = ["A. Của tỉnh", None, None], ["Cộng: 1 văn bản", None, None]
    rows = [
        *heads,
        group,
        one,
        *gap,
        ["B. Của sở", None, None],
        two,
        total,
        *gap,
        two,
        *gap,
        ["Ghi chú: hết", None, None],
    ]
    page = page_of(xlsx_of(rows), "a.xlsx")
    assert len(grids(page)) == 1
    assert (header_rows(page), lines(page)[-1]) == (["Số hiệu | Việc | Hạn"], "Ghi chú: hết")


def test_a_name_and_a_number_under_a_line_of_their_own_are_no_rows_of_the_table_above():
    rows = [["Đơn vị", "Nhận", "Trả"], ["Sở Y tế", 12, 11], [None] * 3, ["Kinh phí", None, None], ["Đã chi", 34, None]]
    assert len(grids(page_of(xlsx_of(rows), "a.xlsx"))) == 2


def test_a_head_of_a_document_on_a_sheet_is_paragraphs():
    rows = [["UBND TỈNH A", None, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"], [None] * 3, ["TT", "Tên", "Số"], [1, "Một", 3]]
    assert lines(page_of(xlsx_of(rows), "a.xlsx"))[:2] == ["UBND TỈNH A", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


@pytest.mark.parametrize(
    ("value", "format", "written"),
    [
        (21480, "#,##0", "21.480"),
        (21480, "General", "21480"),
        (86.7, "0.00", "86,70"),
        (99.2, "General", "99,2"),
        (0.1 + 0.2, "General", "0,3"),
        (0.3293, "0.00%", "32,93%"),
        (5, "00", "05"),
        (1234.5, '#,##0.0 "triệu đồng"', "1.234,5 triệu đồng"),
        (-3, "0;(0)", "(3)"),
        (1.50, "0.##", "1,5"),
        (datetime(2019, 5, 7), "dd/mm/yyyy", "07/05/2019"),
        (datetime(2019, 5, 7), "d/m/yyyy", "7/5/2019"),
        (datetime(2019, 5, 7), "mm-dd-yy", "07/05/2019"),
        (datetime(2019, 5, 7), "mm/yyyy", "05/2019"),
        (datetime(2019, 5, 7, 9, 30), "dd/mm/yyyy hh:mm", "07/05/2019 09:30"),
        (None, "General", ""),
        ("03 phòng", "0", "03 phòng"),
    ],
)
def test_values_read_as_their_cells_show_them(value, format, written):
    assert shown(value, format) == written


@given(
    st.integers() | st.floats() | st.decimals() | st.datetimes() | st.text(),
    st.text('0#?.,%;"\\[]@dmy/ đ', max_size=12),
)
@example(10**28, "")
def test_any_value_in_any_format_has_words(value, format):
    assert isinstance(shown(value, format), str)


@given(st.integers(0, 10**12))
def test_thousands_are_parted_and_nothing_else_changes(value):
    assert shown(value, "#,##0").replace(".", "") == str(value)


@pytest.mark.parametrize("delimiter", list(",;\t|"))
def test_the_delimiter_of_a_csv_is_found(delimiter):
    text = f'a{delimiter}"b, c; d"{delimiter}1,5\n' * 3
    assert sniff_delimiter(text) == delimiter


def test_a_csv_in_utf16_with_a_title_is_a_table():
    csv = 'SỔ THEO DÕI,,\nSTT,Số hiệu,Trích yếu\n1,192/QĐ-UBND,"Chương trình, công tác"\n'
    page = page_of(csv.encode("utf-16"), "so.csv")
    assert lines(page)[0] == "SỔ THEO DÕI"
    assert grids(page) == [[["STT", "Số hiệu", "Trích yếu"], ["1", "192/QĐ-UBND", "Chương trình, công tác"]]]


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (zip_of({"xl/workbook.xml": "<workbook/>"}), Fault.DAMAGED),
        (zip_of({"xl/workbook.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), Fault.UNSAFE_XML),
        (xlsx_of([[None]]), Fault.NO_TEXT),
        (xlsx_of([["Một"]], far="XFD1048576"), Fault.TOO_LONG),
    ],
    ids=["torn", "entities", "empty", "huge"],
)
def test_what_is_no_workbook_is_refused(data, fault):
    with pytest.raises(UnreadableFile) as refused:
        page_of(data, "a.xlsx")
    assert refused.value.code is fault


@pytest.mark.parametrize("formulas", [("=B2", 2), ("=B3+1", "=$B$2*2"), ("=SUM(B2:B3)", 2)])
def test_a_workbook_whose_formulas_run_in_circles_is_refused(formulas):
    one, other = formulas
    with pytest.raises(UnreadableFile, match="B2") as refused:
        page_of(xlsx_of([["Tên", "Số"], ["Một", one], ["Hai", other]]), "a.xlsx")
    assert refused.value.code is Fault.CIRCULAR


@pytest.mark.parametrize("formula", ["=SUM(B3:B9)", "=Sheet2!B2", '=IF(B3=2,"B2","")', "=B3", "=LOG10(B3)"])
def test_formulas_that_end_somewhere_are_none_in_circles(formula):
    assert grids(page_of(xlsx_of([["Tên", "Số"], ["Một", formula], ["Hai", 2]]), "a.xlsx"))
