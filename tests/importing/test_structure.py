"""Each unit of a page knows what stands above it: headings, lists' opening sentences, labels and captions."""

import pytest

from knowledge.facts import Area, Span
from knowledge.importing.structure import Unit, outline
from knowledge.importing.structure.areas import find_area
from knowledge.importing.structure.sentences import split_sentences
from tests.importing.pages import page, read, report

OUTLINE = """I. KẾT QUẢ THỰC HIỆN

1. Cải cách thể chế

a) Tỉnh đã ban hành 12 văn bản.

2. Cải cách thủ tục hành chính

a) Tổ một cửa tiếp nhận 300 hồ sơ, gồm:

- Trực tuyến 120 hồ sơ;

- Trực tiếp 180 hồ sơ.

b) Đã trả kết quả 290 hồ sơ.

II. TỒN TẠI, HẠN CHẾ

Còn 10 hồ sơ chậm trả kết quả.

III. NHIỆM VỤ QUÝ IV NĂM 2021

1. Rà soát thủ tục hành chính.

2. Mở lớp tập huấn.

Nơi nhận:

- Như trên;

- Lưu: VT.
"""


def units(text: str) -> dict[str, Unit]:
    """Every unit by its first words."""
    read_page = page(text)
    return {unit.span.cut(read_page.text)[:12]: unit for unit in outline(read_page)}


def test_a_sentence_knows_all_headings_above_it():
    assert units(OUTLINE)["Tỉnh đã ban "].headings == ("KẾT QUẢ THỰC HIỆN", "Cải cách thể chế")


def test_a_new_heading_of_a_level_ends_the_one_before():
    assert units(OUTLINE)["Đã trả kết q"].headings == ("KẾT QUẢ THỰC HIỆN", "Cải cách thủ tục hành chính")


def test_a_heading_says_the_area_of_what_stands_under_it():
    found = units(OUTLINE)
    assert (found["Tỉnh đã ban "].area, found["Đã trả kết q"].area) == (Area.INSTITUTIONS, Area.PROCEDURES)


def test_an_item_of_a_list_goes_on_from_the_sentence_that_opens_it():
    read_page = page(OUTLINE)
    leads = {u.span.cut(read_page.text): u.lead for u in outline(read_page)}
    assert leads["Trực tuyến 120 hồ sơ;"].cut(read_page.text) == "Tổ một cửa tiếp nhận 300 hồ sơ, gồm:"


@pytest.mark.parametrize("end", ["gồm:", "trong đó:", "cụ thể như sau:"])
def test_a_list_may_be_opened_by_a_sentence_without_a_mark(end):
    read_page = page(f"Tổ một cửa tiếp nhận 300 hồ sơ, {end}\n\n- Trực tuyến 120 hồ sơ;\n\n- Trực tiếp 180 hồ sơ.\n")
    assert all(u.lead for u in outline(read_page) if u.span.cut(read_page.text).startswith("Trực"))


def test_the_item_after_a_list_has_no_opening_sentence():
    assert units(OUTLINE)["Đã trả kết q"].lead is None


def test_what_stands_under_tasks_is_a_task_and_nothing_else_is():
    found = units(OUTLINE)
    assert [name for name, unit in found.items() if unit.is_task and not unit.is_heading] == [
        "Rà soát thủ ",
        "Mở lớp tập h",
    ]


def test_the_addressees_are_no_tasks():
    assert not units(OUTLINE)["Như trên;"].is_task


@pytest.mark.parametrize(
    "heading",
    [
        "III. PHƯƠNG HƯỚNG, NHIỆM VỤ 6 THÁNG CUỐI NĂM 2021",
        "C. NHIỆM VỤ TRỌNG TÂM QUÝ IV",
        "III. KẾ HOẠCH CÔNG TÁC QUÝ IV/2021",
    ],
)
def test_tasks_stand_under_headings_of_many_wordings(heading):
    assert units(f"{heading}\n\n- Rà soát quy trình nội bộ.\n")["Rà soát quy "].is_task


@pytest.mark.parametrize(
    "heading", ["Nhiệm vụ quý IV/2021:", "Việc cần làm quý IV:", "Phương hướng, nhiệm vụ trong thời gian tới:"]
)
def test_tasks_may_stand_under_a_plain_line_with_a_colon(heading):
    assert units(f"{heading}\n\n- Rà soát quy trình nội bộ.\n")["Rà soát quy "].is_task


@pytest.mark.parametrize(
    "heading",
    [
        "Phần C. Quý IV",
        "IV. QUÝ IV NĂM 2021",
        "5. Năm 2022",
        "V. CÔNG TÁC NĂM 2022",
        "H. VIỆC LÀM QUÝ IV",
        "Phần 4. VIỆC CẦN LÀM TRONG QUÝ IV/2021",
        "IV. BA THÁNG CUỐI NĂM",
    ],
)
def test_under_a_heading_that_names_only_the_period_to_come_stand_tasks(heading):
    found = report(f"{heading}\n\n1. Rà soát quy trình nội bộ của các phòng.\n\n2. Mở lớp tập huấn cho công chức.")
    assert len([s.task for s in found.statements if s.task]) == 2


@pytest.mark.parametrize("heading", ["II. QUÝ III NĂM 2021", "II. QUÝ I", "II. Quý IV năm 2021 và các sở", "II. 2022"])
def test_any_other_period_over_a_list_opens_no_tasks(heading):
    found = report(f"{heading}\n\n1. Rà soát quy trình nội bộ của các phòng.\n\n2. Mở lớp tập huấn cho công chức.")
    assert not [s.task for s in found.statements if s.task]


def test_a_list_that_begins_anew_under_a_numbered_heading_stays_under_it():
    found = units("10. PHƯƠNG HƯỚNG QUÝ IV\n\n1. Rà soát quy trình.\n\n2. Mở lớp tập huấn.\n\n3. Kiểm tra 4 sở.\n")
    assert [found[name].is_task for name in ("Rà soát quy ", "Mở lớp tập h", "Kiểm tra 4 s")] == [True] * 3


def test_an_annex_behind_the_tasks_is_none():
    found = units("III. NHIỆM VỤ QUÝ IV\n\n- Mở lớp tập huấn.\n\nPhụ lục: Hồ sơ của các huyện\n\nNhư bảng dưới.\n")
    assert not found["Như bảng dướ"].is_task


def test_a_letter_with_a_number_opens_a_heading_under_its_part():
    assert units("Phần A. KẾT QUẢ\n\nA1. CHỈ ĐẠO\n\nĐã họp 3 lần.\n")["Đã họp 3 lần"].headings[-1] == "CHỈ ĐẠO"


@pytest.mark.parametrize(
    "heading",
    [
        "I. KẾT QUẢ THỰC HIỆN NHIỆM VỤ",
        "I. TÌNH HÌNH THỰC HIỆN NHIỆM VỤ QUÝ III",
        "CÔNG TÁC CẢI CÁCH HÀNH CHÍNH QUÝ III NĂM 2021; NHIỆM VỤ QUÝ IV NĂM 2021",
    ],
)
def test_what_was_done_of_the_tasks_is_no_task(heading):
    assert not units(f"{heading}\n\n- Đã rà soát 12 quy trình.\n")["Đã rà soát 1"].is_task


def test_words_before_a_colon_are_a_label_and_say_the_area():
    unit = units("Về tổ chức bộ máy: Sở sáp nhập 02 phòng.\n")["Về tổ chức b"]
    assert (unit.label, unit.area) == ("Về tổ chức bộ máy", Area.ORGANISATION)


@pytest.mark.parametrize(
    "text", ["Ngày 3/5/2021: khai trương.", "Quyết định 12/QĐ-UBND: công bố.", "Có 1.200 hồ sơ: đủ."]
)
def test_dates_symbols_and_figures_before_a_colon_are_no_label(text):
    (unit,) = outline(page(text))
    assert unit.label == ""


def test_a_colon_inside_brackets_makes_no_label():
    (unit,) = outline(page("Số hồ sơ trễ hạn là 36 hồ sơ (quý I: 50 hồ sơ)."))
    assert unit.label == ""


TABLE = """Kết quả tiếp nhận của các xã như sau:

Xã	Tiếp nhận	Trễ hạn
Đồng Cỏ	120	3
Suối Mây	95	0
"""


def test_a_row_keeps_the_headings_of_its_columns():
    assert units(TABLE)["Đồng Cỏ | 12"].columns == ("Xã", "Tiếp nhận", "Trễ hạn")


def test_the_sentence_before_a_table_is_its_caption():
    read_page = page(TABLE)
    captions = {u.lead.cut(read_page.text) for u in outline(read_page) if u.cells and u.lead}
    assert captions == {"Kết quả tiếp nhận của các xã như sau:"}


def test_a_caption_may_be_told_by_the_sentence_before_a_short_one():
    read_page = page(f"Ba xã tiếp nhận 300 hồ sơ. Cụ thể:\n\n{TABLE.split(chr(10), 2)[2]}")
    captions = {u.lead.cut(read_page.text) for u in outline(read_page) if u.cells and u.lead}
    assert captions == {"Ba xã tiếp nhận 300 hồ sơ."}


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Nhận 12 hồ sơ. Trả 11 hồ sơ.", 2),
        ("Đạt 1.200 hồ sơ. Tăng 2,5%.", 2),
        ("TP. Lâm Khê nhận 12 hồ sơ.", 1),
        ("TM. ỦY BAN NHÂN DÂN — CHỦ TỊCH", 1),
        ("Họp tại TX. Lâm Khê. Có mặt ông Tám.", 2),
        ("Nói “Xong rồi.” Rồi về.", 2),
        ("", 0),
    ],
)
def test_sentences_end_at_full_stops_and_not_at_abbreviations(text, count):
    assert len(list(split_sentences(text, Span(0, len(text))))) == count


@pytest.mark.parametrize(
    ("heading", "area"),
    [
        ("Cải cách thể chế", Area.INSTITUTIONS),
        ("Kiểm soát thủ tục hành chính", Area.PROCEDURES),
        ("Cải cách tổ chức bộ máy hành chính", Area.ORGANISATION),
        ("Xây dựng đội ngũ cán bộ, công chức", Area.STAFF),
        ("Cải cách chế độ công vụ", Area.STAFF),
        ("Cải cách tài chính công", Area.FINANCE),
        ("Hiện đại hóa hành chính", Area.DIGITAL),
        ("Xây dựng chính quyền điện tử, chính quyền số", Area.DIGITAL),
        ("Đánh giá chung", None),
    ],
)
def test_a_heading_names_its_reform_area(heading, area):
    assert find_area(heading) is area


def test_every_statement_of_a_report_has_its_headings():
    reading = read(OUTLINE)
    assert reading.statements[4].heading == "KẾT QUẢ THỰC HIỆN > Cải cách thủ tục hành chính"
