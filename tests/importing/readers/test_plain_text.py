"""Plain text: lines become paragraphs and tables, in whatever encoding they were saved."""

import unicodedata

import pytest

from knowledge.importing.readers.errors import Fault, UnreadableFile
from knowledge.importing.readers.legacy import restore, restore_by_font
from knowledge.importing.readers.sniffing import sniff
from tests.importing.readers.pages import grids, header_rows, lines, page_of

HEAD = """\
UBND TỈNH HƯNG HÒA                CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    VĂN PHÒNG                         Độc lập - Tự do - Hạnh phúc
    -------                           ---------------------------
Số: 587/BC-VPUBND                  Hưng Lộc, ngày 26 tháng 8 năm 2019
"""
WRAPPED = """\
Thực hiện Công văn số 1422/SNV-CCHC ngày 09/8/2019 của Sở Nội vụ về việc
báo cáo công tác cải cách hành chính quý III năm 2019, Văn phòng Ủy ban
nhân dân tỉnh báo cáo kết quả như sau:
- Tham mưu ban hành Quyết định số 1843/QĐ-UBND ngày 18/7/2019 của Ủy ban
  nhân dân tỉnh về Quy chế xin lỗi cá nhân, tổ chức khi giải quyết quá hạn
  thủ tục hành chính trên địa bàn tỉnh.
- Tổng số hồ sơ tiếp nhận tại Trung tâm Hành chính công tỉnh là 6.318 hồ sơ,
  tăng 576 hồ sơ so với quý II.
"""
PROSE = "Quý I năm 2019, Trung tâm Hành chính công tỉnh đã tiếp nhận 4.984 hồ sơ, trễ hạn 87 hồ sơ."


def test_the_two_columns_of_a_head_are_paragraphs_of_their_own():
    assert lines(page_of(HEAD)) == [
        "UBND TỈNH HƯNG HÒA",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "VĂN PHÒNG",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 587/BC-VPUBND",
        "Hưng Lộc, ngày 26 tháng 8 năm 2019",
    ]


def test_lines_broken_to_a_width_are_one_paragraph_until_the_next_item():
    assert [line[:12] for line in lines(page_of(WRAPPED))] == ["Thực hiện Cô", "- Tham mưu b", "- Tổng số hồ"]


def test_long_lines_are_paragraphs_and_only_a_small_letter_goes_on():
    text = f"{PROSE * 2}\nTổng kinh phí là 12 tỷ đồng,\ntiết kiệm được 971 triệu đồng\nNơi nhận:\nLê Hoàng Minh"
    assert lines(page_of(text))[1:] == [
        "Tổng kinh phí là 12 tỷ đồng, tiết kiệm được 971 triệu đồng",
        "Nơi nhận:",
        "Lê Hoàng Minh",
    ]


@pytest.mark.parametrize(
    "table",
    [
        "Quý\tTiếp nhận\tTỷ lệ\nI\t4.984\t32,93%\nII\t5.742\t37,23%",
        "| Quý | Tiếp nhận | Tỷ lệ |\n|---|---:|---:|\n| I | 4.984 | 32,93% |\n| II | 5.742 | 37,23% |",
        "Quý | Tiếp nhận | Tỷ lệ\nI | 4.984 | 32,93%\nII | 5.742 | 37,23%",
        "Quý      Tiếp nhận     Tỷ lệ\nI        4.984         32,93%\nII       5.742         37,23%",
    ],
)
def test_tabs_pipes_and_aligned_spaces_make_a_table(table):
    page = page_of(f"Chia theo quý:\n{table}\n\nHết.")
    assert grids(page) == [[["Quý", "Tiếp nhận", "Tỷ lệ"], ["I", "4.984", "32,93%"], ["II", "5.742", "37,23%"]]]
    assert header_rows(page) == ["Quý | Tiếp nhận | Tỷ lệ"]


def test_a_pipe_at_the_beginning_of_a_row_without_a_frame_follows_an_empty_cell():
    page = page_of("STT | Lĩnh vực | Số hồ sơ\n1 | Đất đai | 40\n  | Tổng cộng | 40")
    assert grids(page)[0][-1] == ["", "Tổng cộng", "40"]


def test_a_tab_before_a_paragraph_is_only_an_indent():
    assert lines(page_of("\tMột là.\n\tHai là.")) == ["Một là.", "Hai là."]


def test_the_foot_with_tabs_is_no_table():
    assert grids(page_of("Nơi nhận:\tKT. CHÁNH VĂN PHÒNG\n- Sở Nội vụ;\tPHÓ CHÁNH VĂN PHÒNG")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_is_read_with_and_without_its_mark(encoding):
    assert page_of(PROSE.encode(encoding)).text == PROSE


@pytest.mark.parametrize("form", ["NFD", "NFC"])
def test_decomposed_text_is_composed(form):
    assert page_of(unicodedata.normalize(form, PROSE)).text == PROSE


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        (
            "latin-1",
            "Quý I n¨m 2019, Trung t©m Hµnh chÝnh c«ng tØnh ®· tiÕp nhËn 4.984 hå s¬, trÔ h¹n 87 hå s¬.",
        ),
        (
            "cp1252",
            "Quyù I naêm 2019, Trung taâm Haønh chính coâng tænh ñaõ tieáp nhaän 4.984 hoà sô, treã haïn 87 hoà sô.",
        ),
    ],
    ids=["TCVN3", "VNI"],
)
def test_legacy_encodings_are_known_by_what_they_say(encoding, written):
    assert page_of(written.encode(encoding)).text == PROSE


def test_windows_1258_is_read():
    written = "Trung tâm Hành chính công ti\u0309nh đaÞ".replace("Þ", "\u0303")
    assert page_of(written.encode("cp1258")).text == "Trung tâm Hành chính công tỉnh đã"


def test_legacy_letters_in_unicode_are_restored_and_symbols_are_left():
    assert restore("Tæng sè hå s¬ tiÕp nhËn lµ 12") == "Tổng số hồ sơ tiếp nhận là 12"
    assert restore("© 2020, rộng 12 m²") == "© 2020, rộng 12 m²"


def test_a_font_in_capitals_gives_capitals():
    assert restore_by_font("B¸o c¸o", ".VnTimeH") == "BÁO CÁO"


@pytest.mark.parametrize(("data", "fault"), [(b"", Fault.EMPTY), (b" \n\t", Fault.EMPTY), (b"---\n***", Fault.NO_TEXT)])
def test_a_file_without_words_is_refused(data, fault):
    with pytest.raises(UnreadableFile) as refused:
        page_of(data)
    assert refused.value.code is fault


def test_the_reason_is_said_in_two_languages():
    error = UnreadableFile(Fault.EMPTY)
    assert [str(error), error.in_language("en")] == ["Tệp trống, không có chữ nào.", "The file is empty."]


@pytest.mark.parametrize(
    "written",
    [
        '{"hồ sơ": 12}',
        '[{"quý": "I", "hồ sơ": 4984},\n {"quý": "II"}]',
        '{"quý": "I"}\n{"quý": "II"}\n',
        '<?xml version="1.0"?>\n<!DOCTYPE svg [<!ENTITY a "aaa">]>\n<svg><text>&a;</text></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><text>Quý I: 4.984 hồ sơ</text></svg>',
        "[" * 100_000,
    ],
)
@pytest.mark.parametrize("name", ["a.json", "a.svg", "a.txt"])
def test_what_programs_write_for_programs_is_refused(written, name):
    with pytest.raises(UnreadableFile) as refused:
        sniff(written.encode(), name)
    assert refused.value.code is Fault.UNKNOWN_FORMAT


@pytest.mark.parametrize(
    "written", [PROSE, "{Dự thảo} Báo cáo quý I", "[1] Báo cáo quý I\nTiếp nhận 12 hồ sơ.", "<Dự thảo>"]
)
def test_a_text_that_begins_with_a_bracket_is_a_text(written):
    assert sniff(written.encode(), "bao-cao.txt") == "txt"


def test_a_page_of_the_web_by_another_name_is_one():
    assert sniff(b'<?xml version="1.0"?><!DOCTYPE html><html><body><p>x</p></body></html>', "trang.txt") == "html"
