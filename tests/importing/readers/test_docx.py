"""Word files: what is printed is read, with the numbers that Word computes."""

import pytest

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.word.numbering import count_as
from tests.importing.readers.files import docx_of, numbered, paragraph, word_table, zip_of
from tests.importing.readers.pages import grids, header_rows, headings, lines, page_of

NUMBERING = """
<w:abstractNum w:abstractNumId="0">
<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>
<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/></w:lvl>
<w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%3)"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/><w:lvlText w:val="\uf0b7"/></w:lvl>
</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride></w:num>
"""


def read(body: str, **parts: str):
    return page_of(docx_of(body, **parts), "a.docx")


def test_the_head_is_paragraphs_of_each_cell():
    head = word_table(
        [
            [paragraph("UBND TỈNH HƯNG HÒA") + paragraph("SỞ NỘI VỤ"), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"],
            ["Số: 215/BC-SNV", "Hưng Lộc, ngày 15 tháng 3 năm 2019"],
        ]
    )
    assert lines(read(head)) == [
        "UBND TỈNH HƯNG HÒA",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Số: 215/BC-SNV",
        "Hưng Lộc, ngày 15 tháng 3 năm 2019",
    ]


def test_lists_have_the_numbers_that_word_computes():
    body = "".join(
        [
            numbered("Kết quả"),
            numbered("Thể chế", level=1),
            numbered("Một", level=2),
            numbered("Hai", level=2),
            numbered("Thủ tục", level=1),
            numbered("Ba", level=2),
            numbered("Nhiệm vụ"),
            numbered("Bốn", level=1),
            numbered("Đúng hạn", number=2),
            numbered("Phụ lục", number=3),
        ]
    )
    assert lines(read(body, numbering=NUMBERING)) == [
        "I. Kết quả",
        "1. Thể chế",
        "a) Một",
        "b) Hai",
        "2. Thủ tục",
        "a) Ba",
        "II. Nhiệm vụ",
        "1. Bốn",
        "- Đúng hạn",
        "V. Phụ lục",
    ]


def test_a_numbered_column_without_words_shows_its_numbers():
    table = word_table([["STT", "Đơn vị"], [numbered("", level=1), "Sở Y tế"], [numbered("", level=1), "Sở Xây dựng"]])
    assert grids(read(table, numbering=NUMBERING)) == [[["STT", "Đơn vị"], ["1.", "Sở Y tế"], ["2.", "Sở Xây dựng"]]]


def test_merged_cells_stand_once_in_the_text_and_leave_their_place_in_each_column_and_row_they_take():
    wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>' + paragraph("Hồ sơ")
    top = '<w:tcPr><w:vMerge w:val="restart"/></w:tcPr>' + paragraph("Đơn vị")
    below = "<w:tcPr><w:vMerge/></w:tcPr>" + paragraph("")
    page = read(word_table([[top, wide], [below, "Nhận", "Trả"], ["Sở Y tế", "12", "11"]]))
    assert page.text == "Đơn vị | Hồ sơ\n | Nhận | Trả\nSở Y tế | 12 | 11"
    assert grids(page)[0][1] == ["Đơn vị", "Nhận", "Trả"]
    assert header_rows(page) == ["Đơn vị | Hồ sơ", " | Nhận | Trả"]


def test_tracked_changes_are_accepted():
    body = "<w:p><w:r><w:t>Có </w:t></w:r><w:del><w:r><w:delText>8</w:delText></w:r></w:del><w:ins><w:r><w:t>9 phòng</w:t></w:r></w:ins></w:p>"
    assert read(body).text == "Có 9 phòng"


def test_field_codes_and_hidden_words_are_left_out():
    body = """<w:p><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r>
    <w:r><w:t>Một</w:t><w:tab/><w:t>hai</w:t></w:r></w:p>"""
    assert read(body).text == "Một hai"


def test_a_text_box_is_read_once():
    box = f"<w:txbxContent>{paragraph('Trong khung')}</w:txbxContent>"
    body = f"<w:p><w:r><w:AlternateContent><w:Choice><w:drawing>{box}</w:drawing></w:Choice><w:Fallback><w:pict>{box}</w:pict></w:Fallback></w:AlternateContent><w:t>Ngoài</w:t></w:r></w:p>"
    assert lines(read(body)) == ["Ngoài", "Trong khung"]


def test_content_controls_are_opened():
    assert read(f"<w:sdt><w:sdtContent>{paragraph('Báo cáo')}</w:sdtContent></w:sdt>").text == "Báo cáo"


def test_headings_are_those_of_heading_styles_also_inherited():
    styles = """<w:style w:type="paragraph" w:styleId="A"><w:name w:val="heading 2"/></w:style>
    <w:style w:type="paragraph" w:styleId="B"><w:name w:val="Mục"/><w:basedOn w:val="A"/></w:style>
    <w:style w:type="paragraph" w:styleId="T"><w:name w:val="toc 1"/></w:style>"""
    body = (
        paragraph("Mục lục 3", '<w:pStyle w:val="T"/>')
        + paragraph("Kết quả", '<w:pStyle w:val="B"/>')
        + paragraph("Một.")
    )
    page = read(body, styles=styles)
    assert (headings(page), page.blocks[0].level, len(page.blocks)) == (["Kết quả"], 2, 2)


def test_a_legacy_font_is_put_into_unicode():
    run = '<w:p><w:r><w:rPr><w:rFonts w:ascii="{}"/></w:rPr><w:t>{}</w:t></w:r></w:p>'
    body = run.format(".VnTimeH", "b¸o c¸o") + run.format("VNI-Times", "Thuû tuïc haønh chính")
    assert lines(read(body)) == ["BÁO CÁO", "Thủ tục hành chính"]


def test_unicode_typed_in_a_legacy_font_stays():
    body = '<w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Thủ tục hành chính</w:t></w:r></w:p>'
    assert read(body).text == "Thủ tục hành chính"


def test_notes_follow_the_text():
    notes = f'<w:footnote w:type="separator">{paragraph("x")}</w:footnote><w:footnote>{paragraph("Số liệu đến 20/8.")}</w:footnote>'
    assert lines(read(paragraph("Kết quả."), footnotes=notes)) == ["Kết quả.", "Số liệu đến 20/8."]


@pytest.mark.parametrize(
    ("format", "count", "written"),
    [("decimal", 12, "12"), ("upperRoman", 49, "XLIX"), ("lowerLetter", 28, "bb"), ("decimalZero", 3, "03")],
)
def test_counts_are_written_as_word_writes_them(format, count, written):
    assert count_as(format, count) == written


@pytest.mark.parametrize(
    ("data", "fault"),
    [
        (docx_of("")[:-30], Fault.DAMAGED),
        (zip_of({"word/document.xml": "<a>"}), Fault.DAMAGED),
        (zip_of({"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'}), Fault.UNSAFE_XML),
        (docx_of("<w:p>" * 300), Fault.TOO_DEEP),
        (docx_of("<w:p/>"), Fault.NO_TEXT),
        (zip_of({"word/document.xml": b"0" * 101_000_000}), Fault.UNPACKS_TOO_LARGE),
        (zip_of({"a.txt": "a"}), Fault.UNKNOWN_FORMAT),
    ],
    ids=["cut", "torn", "entities", "deep", "empty", "bomb", "zip"],
)
def test_what_is_no_document_is_refused(data, fault):
    with pytest.raises(UnreadableFile) as refused:
        page_of(data, "a.docx")
    assert refused.value.code is fault
