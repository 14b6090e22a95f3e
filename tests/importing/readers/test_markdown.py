"""Markdown: its marks say what is a heading, an item and a table, and are not in the text."""

from knowledge.importing.page import without_empty_cells
from tests.importing.readers.pages import grids, headings, lines, page_of

REPORT = """\
---
title: "Báo cáo quý I"
date: 2019-03-01
---
# Báo cáo **quý I**

Kết quả
-------

Văn phòng ban hành [Quyết định số 192/QĐ-UBND](http://x.vn/a_(1).pdf) ngày
22/01/2019, gồm _156_ đề án.

* Tiếp nhận 4.984 hồ sơ;
1. Đúng hạn 98\\%.

| Quý | Hồ sơ |
|:----|------:|
| I   | `4.984` |
"""


def test_an_empty_cell_keeps_its_place_in_the_line_and_one_at_the_end_none():
    page = page_of("| A | B | C | D |\n|---|---|---|---|\n| | x | | y |\n| z | | | |\n", "a.md")
    assert page.text == "A | B | C | D\n | x |  | y\nz"
    assert without_empty_cells(page.text) == "A | B | C | D\nx | y\nz"


def test_headings_are_those_of_the_marks():
    assert headings(page_of(REPORT, "a.md")) == ["Báo cáo quý I", "Kết quả"]


def test_paragraphs_and_items_lose_their_marks():
    assert lines(page_of(REPORT, "a.md"))[2:5] == [
        "Văn phòng ban hành Quyết định số 192/QĐ-UBND ngày 22/01/2019, gồm 156 đề án.",
        "- Tiếp nhận 4.984 hồ sơ;",
        "1. Đúng hạn 98\\%.",
    ]


def test_a_pipe_table_keeps_its_cells():
    assert grids(page_of(REPORT, "a.md")) == [[["Quý", "Hồ sơ"], ["I", "4.984"]]]


def test_front_matter_gives_title_and_date():
    page = page_of(REPORT, "a.md")
    assert (page.title, page.published) == ("Báo cáo quý I", "2019-03-01")
