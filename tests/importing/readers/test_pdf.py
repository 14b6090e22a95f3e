"""PDF: paragraphs as they were before they were broken, tables out of rules or alignment."""

import pytest

from knowledge.importing.readers.building import Cell
from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.pdf.grids import Grid
from knowledge.importing.readers.pdf.layout import merged
from knowledge.importing.readers.pdf.lines import text_of
from knowledge.importing.readers.pdf.marks import Box, Word
from tests.importing.readers.files import pdf_of
from tests.importing.readers.pages import grids, header_rows, lines, page_of

TABLE = [["Đơn vị", "Nhận", "Trả"], ["Sở Y tế", "12", "11"], ["Sở Tư pháp", "7", "7"]]


def read(*pages, lines=()):
    return page_of(pdf_of(pages, lines), "a.pdf")


def placed(rows, top=300, step=20, columns=(80, 260, 360)):
    """The words of a table at these columns."""
    return [(x, top + step * i, words) for i, row in enumerate(rows) for x, words in zip(columns, row, strict=True)]


def text_block(*written, top=100, left=80):
    """Lines of a paragraph, the first one set in."""
    return [(left + 24 * (i == 0), top + 16 * i, words) for i, words in enumerate(written)]


FULL = (
    "Văn phòng UBND tỉnh tham mưu ban hành Quyết định số 192/QĐ-UBND về",
    "Chương trình công tác năm 2019, gồm 156 đề án và nhiệm vụ được giao cho",
    "các sở.",
)


def test_broken_lines_are_one_paragraph_and_the_next_is_its_own():
    page = read(text_block(*FULL) + text_block("Kết quả như sau:", top=150))
    assert lines(page) == [" ".join(FULL), "Kết quả như sau:"]


def test_a_paragraph_goes_on_over_the_page_without_the_page_number():
    first = text_block(*FULL[:2], top=700)
    assert lines(read([*first, (290, 800, "1")], [(80, 60, FULL[2]), (290, 800, "2")])) == [" ".join(FULL)]


def test_a_symbol_broken_at_its_hyphen_is_whole_again():
    broken = ("Thực hiện Chương trình công tác của UBND tỉnh theo Quyết định số 192/QĐ-", "UBND của tỉnh.")
    assert lines(read(text_block(*broken)))[0].endswith("số 192/QĐ-UBND của tỉnh.")


def test_the_two_columns_of_a_head_are_kept_apart():
    head = [(80, 60, "UBND TỈNH A"), (280, 60, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), (80, 80, "Số: 12/BC-UBND")]
    assert lines(read(head)) == ["UBND TỈNH A", "Số: 12/BC-UBND", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_a_name_broken_in_one_column_of_a_head_is_whole():
    head = [
        (60, 60, "UBND TỈNH A"),
        (300, 60, "CỘNG HÒA XÃ HỘI CHỦ"),
        (60, 80, "TRUNG TÂM PHỤC VỤ"),
        (300, 76, "NGHĨA VIỆT NAM"),
        (60, 96, "HÀNH CHÍNH CÔNG"),
        (300, 100, "Bàu Sen, ngày 5 tháng 10"),
        (60, 120, "Số: 12/BC-TTPVHCC"),
        (300, 116, "năm 2022"),
        (240, 150, "BÁO CÁO"),
    ]
    assert lines(read(head)) == [
        "UBND TỈNH A",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG",
        "Số: 12/BC-TTPVHCC",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Bàu Sen, ngày 5 tháng 10 năm 2022",
        "BÁO CÁO",
    ]


def test_aligned_columns_are_a_table():
    page = read([(80, 270, "Số liệu:"), *placed(TABLE)])
    assert grids(page) == [TABLE]
    assert header_rows(page) == ["Đơn vị | Nhận | Trả"]


def test_ruled_cells_hold_their_broken_lines_and_merged_ones_span():
    across = [(70, y, 400, y) for y in (280, 300, 340, 360)]
    down = [(70, 280, 70, 360), (400, 280, 400, 360), (250, 300, 250, 360)]
    words = [(80, 294, "Hồ sơ quý I"), (80, 314, "Lao động, thương"), (80, 330, "binh"), (260, 320, "506")]
    page = read([*words, (80, 354, "Đất đai"), (260, 354, "12")], lines=across + down)
    assert grids(page) == [[["Hồ sơ quý I"] * 2, ["Lao động, thương binh", "506"], ["Đất đai", "12"]]]


def test_a_symbol_broken_in_a_ruled_cell_is_whole_again():
    across = [(70, y, 400, y) for y in (280, 300, 340)]
    down = [(70, 280, 70, 340), (400, 280, 400, 340), (250, 280, 250, 340)]
    words = [(80, 294, "Số hiệu"), (260, 294, "Hạn"), (80, 314, "2418/UBND-"), (80, 330, "KSTT"), (260, 320, "30/8")]
    assert grids(read(words, lines=across + down)) == [[["Số hiệu", "Hạn"], ["2418/UBND-KSTT", "30/8"]]]


def test_an_abbreviation_that_a_narrow_cell_broke_letter_by_letter_is_whole_again():
    assert text_of([Word("T", Box(0, 0, 5, 10), 10), Word("T", Box(0, 12, 5, 22), 22)]) == "TT"


def test_a_row_that_the_end_of_a_page_broke_is_one():
    broken = Grid(
        Box(70, 100, 300, 200),
        (70, 200, 300),
        ((Cell("Tên"), Cell("Số")), (Cell("2735/UBND-"), Cell("1"))),
        is_open_below=True,
    )
    rest = Grid(
        Box(70, 60, 300, 90), (70, 200, 300), ((Cell("KSTT"), Cell("")), (Cell("Hai"), Cell("2"))), is_open_above=True
    )
    (whole,) = merged([broken, rest])
    assert [[c.words for c in row] for row in whole.rows] == [["Tên", "Số"], ["2735/UBND-KSTT", "1"], ["Hai", "2"]]


def test_letters_are_read_where_they_stand_in_whatever_order_they_were_drawn():
    assert read([(80, 100, "T"), (92, 100, "NH"), (86, 100, "Ỉ")]).text == "TỈNH"


def test_running_heads_are_left_out():
    pages = [[(80, 30, "Báo cáo CCHC"), (80, 200, f"Mục {n} nói về việc khác.")] for n in "ABCD"]
    assert "Báo cáo CCHC" not in read(*pages).text


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (b"%PDF-1.4 nothing", Fault.DAMAGED),
        (pdf_of([[]]), Fault.NEEDS_OCR),
        (pdf_of([[]] * 501), Fault.TOO_LONG),
    ],
    ids=["torn", "scan", "long"],
)
def test_what_has_no_pages_of_text_is_refused(data, fault):
    with pytest.raises(UnreadableFile) as refused:
        page_of(data, "a.pdf")
    assert refused.value.code is fault
