"""The page of a meeting: one page whatever it holds, nothing dropped unsaid, its words in every file."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from handlers.layout.briefing import briefing_caption, lay_out_sheet
from handlers.pages import Block, Line, Row, Sheet, Source, draw_sheet, picture, write_pdf, write_word, write_workbook
from handlers.pages.sheet import fitted
from handlers.words import LANGUAGES, Catalogue
from knowledge.briefing.briefing import brief
from tests.briefing.samples import LONG_AFTER, library
from tests.handlers.messages import MOST_CAPTION, check, long_texts, texts
from tests.house import quarter

HEADS = (
    "Mục", "Nội dung", "Kỳ này", "Đơn vị", "Tỷ lệ", "Kỳ trước", "Thay đổi", "Tăng giảm (%)", "Nguồn", "Nguyên văn",
)  # fmt: skip

rows = st.builds(Row, texts, texts, texts, texts, st.integers(1, 3), long_texts)
lines = st.builds(Line, long_texts, st.integers(1, 3), long_texts, texts, st.booleans())
blocks = st.builds(
    Block, texts, st.lists(rows, max_size=20).map(tuple), st.lists(lines, max_size=20).map(tuple), st.booleans()
)
sheets = st.builds(
    Sheet,
    title=texts,
    subtitle=texts,
    columns=st.tuples(texts, texts, texts, texts),
    blocks=st.lists(blocks, min_size=1, max_size=12).map(tuple),
    sources_title=texts,
    sources=st.just(tuple(Source(n, f"Báo cáo {n}") for n in (1, 2, 3))),
    more=st.just("… và {count} mục nữa"),
    more_blocks=st.just("… và {blocks} phần nữa ({count} mục)"),
    footer=texts,
)


def sample(language: str = "vi", index: int = 3) -> Sheet:
    """The briefing of a quarter of the samples."""
    return lay_out_sheet(brief(library(), quarter(index), LONG_AFTER), Catalogue().words(language))


@given(sheets)
def test_whatever_gives_way_is_counted(sheet: Sheet):
    kept = fitted(sheet, lines=30, width=60)
    entries = [
        sum(block.entries + block.left_out for block in one.blocks) + one.entries_left_out for one in (sheet, kept)
    ]
    assert entries[0] == entries[1]


@pytest.mark.parametrize("index", [1, 2, 3])
def test_every_section_keeps_its_heading_with_its_number_on_the_picture(index: int):
    whole = sample(index=index)
    shown = fitted(whole, lines=picture.LINES, width=picture.CHARACTERS, leads_apart=True)
    assert [block.heading for block in shown.blocks] == [block.heading for block in whole.blocks]


def test_late_dossiers_stay_however_many_other_figures_and_sentences_there_are():
    shown = fitted(sample(index=2), lines=24, width=picture.CHARACTERS)
    assert [row.name for row in shown.blocks[0].rows] == ["Tiếp nhận", "Trực tuyến", "Đã giải quyết", "Trễ hạn"]


def test_what_was_left_out_is_said_where_it_stood():
    shown = fitted(sample(index=3), lines=picture.LINES, width=picture.CHARACTERS, leads_apart=True)
    whole = {block.heading: block.entries for block in sample(index=3).blocks}
    assert {block.heading: block.entries + block.left_out for block in shown.blocks} == whole


def test_of_many_organisations_what_is_late_and_coming_stays_and_the_rest_is_counted():
    one, line = (
        Block("Sở Nội vụ", is_major=True, lines=(Line("Họp.", 1, "Họp."),)),
        Line("QĐ 7", 1, "QĐ 7", is_late=True),
    )
    sheet = replace(sample(), blocks=(*(one,) * 40, Block("Quá hạn (1)", lines=(line,), is_of_all=True)))
    shown = fitted(sheet, lines=30, width=60)
    assert shown.blocks[-1].heading == "Quá hạn (1)"
    assert shown.left_out == f"… và {41 - len(shown.blocks)} phần nữa ({41 - len(shown.blocks)} mục) trong tệp Excel"


@settings(max_examples=8, deadline=None)
@given(sheets)
def test_any_sheet_is_one_page_of_pdf(sheet: Sheet):
    assert len(pypdfium2.PdfDocument(write_pdf(sheet))) == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_holds_the_figures_as_text_that_can_be_searched(language: str):
    text = pypdfium2.PdfDocument(write_pdf(sample(language)))[0].get_textpage().get_text_range()
    assert {"vi": "5.873 hồ sơ", "en": "5,873 dossiers"}[language] in text
    assert "455/BC-VPUBND" in text


def test_the_word_file_holds_the_same_words():
    with zipfile.ZipFile(BytesIO(write_word(sample()))) as file:
        assert "Công văn 1482/UBND-KSTT" in file.read("word/document.xml").decode()


def test_the_workbook_has_every_sentence_word_for_word():
    book = load_workbook(BytesIO(write_workbook(sample(), heads=HEADS, names=("Giao ban", "Nguồn"))))
    written = {row[9] for row in book["Giao ban"].iter_rows(min_row=4, values_only=True)}
    assert written == {quote.text for quote in brief(library(), quarter(3), LONG_AFTER).quotes}


def test_the_figures_of_the_workbook_are_numbers_with_their_unit_beside_them():
    book = load_workbook(BytesIO(write_workbook(sample(), heads=HEADS, names=("Giao ban", "Nguồn"))))
    told = {row[1]: row[2:8] for row in book["Giao ban"].iter_rows(min_row=4, values_only=True)}
    assert told["Tiếp nhận"][:2] == (5873, "hồ sơ")
    assert told["Trễ hạn"][3:5] == (81, -32)
    assert [round(share, 4) for share in (told["Trực tuyến"][2], told["Trực tuyến"][5])] == [0.4277, 0.2272]


def test_what_looks_like_a_formula_is_text_in_the_workbook():
    block = Block("Số liệu", rows=(Row("=1+1", "1", "2", "3", 1, "=2+2"),))
    sheet = Sheet("t", "s", ("a", "b", "c", "d"), (block,), "Nguồn", (), "", "", "")
    book = load_workbook(BytesIO(write_workbook(sheet, heads=HEADS, names=("Giao ban", "Nguồn"))))
    assert book["Giao ban"]["B4"].data_type == "s"


def test_the_picture_is_as_wide_as_a_phone_shows_it():
    png = draw_sheet(sample())
    assert (png[:8], int.from_bytes(png[16:20], "big")) == (b"\x89PNG\r\n\x1a\n", 1080)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_words_below_the_picture_fit_a_caption(language: str):
    briefing = brief(library(), quarter(2), LONG_AFTER)
    check(briefing_caption(briefing, Catalogue().words(language), MOST_CAPTION), most=MOST_CAPTION)
