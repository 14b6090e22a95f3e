"""Saved web pages: the article stays whole and the site around it goes, whatever its names are."""

from pathlib import Path

import pytest

from knowledge.importing.readers.errors import Fault, UnreadableFile
from tests.importing.readers.pages import grids, header_rows, headings, lines, page_of

# The same article as four kinds of portal lay it out: a blog's system with telling tags; tables for layout
# in one form without telling names; lines parted by br; a portal server's deep columns.
SITES = Path(__file__).parent / "data" / "sites"
ARTICLE = [
    "Báo cáo cải cách hành chính quý II/2020",
    "Ngày 28/5/2020, Văn phòng UBND tỉnh ban hành báo cáo số 356/BC-VPUBND về kết quả cải cách hành chính quý II.",
    "- Tham mưu UBND tỉnh ban hành Quyết định số 987/QĐ-UBND ngày 15/4/2020 về Quy chế hoạt động của Trung tâm.",
    "Tổng số hồ sơ tiếp nhận trong quý II là 5.467 hồ sơ, tăng 483 hồ sơ so với cùng kỳ, cụ thể:",
    "Đây là quý đầu tiên tỷ lệ hồ sơ tiếp nhận trực tuyến vượt mốc 50%.",
    "Xem toàn văn tại Báo cáo số 356/BC-VPUBND",
    "Minh Khôi",
]
TABLE = [["Hình thức", "Số hồ sơ", "Tỷ lệ"], ["Trực tuyến", "2.899", "53,03%"], ["Trực tiếp", "2.568", "46,97%"]]


@pytest.fixture(params=["aspnet", "breaks", "liferay", "wordpress"])
def site(request):
    """A page of a kind of portal around the same article."""
    return page_of((SITES / f"{request.param}.html").read_bytes(), "trang.html")


def test_the_article_is_kept_whole_from_title_to_signature(site):
    assert [line for line in lines(site) if line in ARTICLE] == ARTICLE


def test_the_site_around_it_is_gone(site):
    around = (
        "Trang chủ",
        "Tin liên quan",
        "Sở Y tế khai trương",
        "Giấy phép",
        "Đang truy cập",
        "Chia sẻ",
        "var ",
    )
    assert [words for words in around if words in site.text] == []


def test_the_day_of_publication_stays(site):
    assert "03/06/2020" in site.text or "2020-06-03" in (site.published or "")


def test_the_table_keeps_its_cells_and_headings(site):
    assert grids(site) == [TABLE]
    assert header_rows(site) == [" | ".join(TABLE[0])]


def test_spanning_cells_stand_once_in_the_text_and_in_every_column_they_span():
    html = """<table><tr><th rowspan=2>Đơn vị</th><th colspan=2>Hồ sơ</th></tr><tr><th>Nhận</th><th>Trả</th></tr>
    <tr><td>Sở Y tế</td><td>12</td><td>11</td></tr><tr><td colspan=2>Không có</td><td>0</td></tr></table>"""
    page = page_of(html, "a.html")
    assert page.text == "Đơn vị | Hồ sơ\n | Nhận | Trả\nSở Y tế | 12 | 11\nKhông có |  | 0"
    assert grids(page) == [
        [
            ["Đơn vị", "Hồ sơ", "Hồ sơ"],
            ["Đơn vị", "Nhận", "Trả"],
            ["Sở Y tế", "12", "11"],
            ["Không có", "Không có", "0"],
        ]
    ]


def test_headings_are_those_of_the_page():
    assert headings(page_of("<body><h1>Báo cáo</h1><p>Một.</p><h3>Kết quả</h3><p>Hai.</p>", "a.html")) == [
        "Báo cáo",
        "Kết quả",
    ]


def test_the_head_of_a_document_in_a_table_is_paragraphs():
    html = """<table><tr><td>UBND TỈNH A<br>SỞ NỘI VỤ</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>Độc lập - Tự do - Hạnh phúc</td></tr>
    <tr><td>Số: 12/BC-SNV</td><td>A, ngày 02 tháng 3 năm 2020</td></tr></table><p>Kết quả.</p>"""
    assert lines(page_of(html, "a.html"))[:4] == [
        "UBND TỈNH A",
        "SỞ NỘI VỤ",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
    ]


def test_metadata_give_title_day_and_address():
    html = """<!-- saved from url=(0030)https://example.gov.vn/tin/12 --><html><head><title>A - B</title>
    <meta property="og:title" content="Báo cáo quý I"><meta property="article:published_time" content="2020-03-03T10:22">
    </head><body><p>Một.</p></body></html>"""
    page = page_of(html, "a.html")
    assert (page.title, page.published, page.source) == (
        "Báo cáo quý I",
        "2020-03-03T10:22",
        "https://example.gov.vn/tin/12",
    )


def test_a_dateline_above_the_title_stays():
    html = "<p>Trang chủ</p><font>Tin | Cập nhật: 27/12/2018 10:11</font><h1>Bộ sơ kết năm 2018</h1><p>Kết quả.</p>"
    assert lines(page_of(html, "a.html"))[:2] == ["Tin | Cập nhật: 27/12/2018 10:11", "Bộ sơ kết năm 2018"]


def test_a_placeholder_is_no_day_of_publication():
    assert page_of('<meta name="date" content="1/1/0001"><p>Một.</p>', "a.html").published is None


def test_a_declared_legacy_charset_is_followed():
    data = '<meta charset="windows-1258"><p>Trung tâm Hành chính công</p>'.encode("cp1258")
    assert lines(page_of(data, "a.html")) == ["Trung tâm Hành chính công"]


def test_a_page_saved_as_one_file_is_read():
    mht = (
        "From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=X\r\n\r\n--X\r\n"
        'Content-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n'
        "<html><body><p>B=C3=A1o c=C3=A1o</p></body></html>\r\n--X--\r\n"
    )
    assert page_of(mht, "a.mht").text == "Báo cáo"


def test_a_million_nested_tags_are_refused():
    with pytest.raises(UnreadableFile) as refused:
        page_of("<html>" + "<div>" * 1_000_000, "a.html")
    assert refused.value.code is Fault.TOO_LONG


def test_nesting_that_no_page_has_is_refused():
    with pytest.raises(UnreadableFile) as refused:
        page_of("<html>" + "<div>" * 5_000 + "Một", "a.html")
    assert refused.value.code is Fault.TOO_DEEP


def test_the_head_of_a_report_above_its_title_stays():
    head = ["UBND TỈNH HƯNG HÒA", "SỞ TƯ PHÁP", "Số: 412/BC-STP", "Lâm Khê, ngày 07 tháng 6 năm 2019"]
    html = "<p>Trang chủ</p>" + "".join(f"<p>{line}</p>" for line in head) + "<h1>BÁO CÁO</h1><p>Kết quả cải cách.</p>"
    assert lines(page_of(html, "a.html"))[:5] == [*head, "BÁO CÁO"]


def test_the_head_of_a_report_stays_though_the_pages_title_ends_with_its_issuer():
    data = """<!DOCTYPE html><html><head><title>Báo cáo cải cách hành chính năm 2025 - UBND tỉnh Nậm Sơn</title></head><body>
    <p><b>ỦY BAN NHÂN DÂN<br>TỈNH NẬM SƠN</b></p>
    <p><b>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</b><br>Độc lập - Tự do - Hạnh phúc</p>
    <p>Số: 587/BC-UBND</p><h1>BÁO CÁO</h1><p>Công tác cải cách hành chính năm 2025</p>
    <p>Năm 2025 tỉnh tiếp nhận 61.204 hồ sơ, đã giải quyết 60.118 hồ sơ, trong đó đúng hạn 59.870 hồ sơ, quá hạn 248 hồ sơ.</p>
    </body></html>"""
    assert lines(page_of(data.encode(), "bao-cao.html"))[:3] == [
        "ỦY BAN NHÂN DÂN",
        "TỈNH NẬM SƠN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    ]
