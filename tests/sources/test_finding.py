"""What an address is taken for, and which reports are found there."""

import pytest

from knowledge.fetching.fetcher import Fetched
from knowledge.importing.readers import Fault, UnreadableFile
from knowledge.sources.finding import find_reports
from knowledge.sources.links import Findings, Link, SourceKind
from knowledge.sources.titles import is_report_title, period_in_title
from tests.sources.portal import listing, report, title

RSS = """<?xml version="1.0"?>{}<rss version="2.0"><channel><title>Sở Nội vụ</title>
<item><title>Báo cáo CCHC quý I/2018{}</title><link>/bc/1</link></item>
<item><title>Tin thể thao</title><link>/tin/2</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Sở Nội vụ</title><entry>
<title type="html">&lt;b&gt;Báo cáo CCHC quý I/2018&lt;/b&gt;</title><link href="https://a.vn/bc/1?utm_medium=rss"/></entry></feed>"""


def find(content: str | bytes, *, type: str = "text/html", kind: SourceKind | None = None) -> Findings:
    data = content.encode() if isinstance(content, str) else content
    return find_reports(Fetched("https://a.vn/ds/", data, type, None, None), kind)


@pytest.mark.parametrize(
    "words",
    [
        "Báo cáo công tác cải cách hành chính quý I năm 2024",
        "Báo cáo CCHC 6 tháng đầu năm 2023 của Sở Nội vụ",
        "BÁO CÁO Tình hình, kết quả giải quyết thủ tục hành chính quý 2/2024",
        "134/BC-VPUBND: Công tác CCHC năm 2022",
        "Sở Xây dựng báo cáo kết quả công tác CCHC tháng 3/2024",
        "Phòng Tài chính - Kế hoạch: Báo cáo cải cách hành chính 9 tháng năm 2021",
        "Kết quả thực hiện công tác cải cách hành chính tháng 5 năm 2024",
    ],
)
def test_a_report_is_known_by_its_title(words: str):
    assert is_report_title(words)


@pytest.mark.parametrize(
    "words",
    [
        "V/v báo cáo công tác CCHC quý I/2024",
        "Kế hoạch cải cách hành chính năm 2024",
        "Đề cương báo cáo cải cách hành chính quý I năm 2024",
        "Hội nghị nghe báo cáo kết quả CCHC năm 2023",
        "Báo cáo kinh tế xã hội quý I năm 2024",
        "Báo cáo cải cách hành chính",
        "Dự thảo báo cáo CCHC năm 2023",
        "",
    ],
)
def test_letters_plans_meetings_and_other_reports_are_left_alone(words: str):
    assert not is_report_title(words)


def test_the_period_of_a_title_is_known_only_with_its_year():
    assert [period_in_title(words) for words in (title(3), "Báo cáo CCHC quý III")] == ["quý III/2018", None]


def test_a_listing_gives_its_reports_with_their_whole_addresses():
    found = find(listing([("bc/1?utm_source=x#top", title(1)), ("//A.vn/bc/2", title(2)), ("/bc/2", title(2))]))
    assert found.kind is SourceKind.LISTING
    assert [link.address for link in found.links] == ["https://a.vn/ds/bc/1", "https://a.vn/bc/2"]


def test_a_title_cut_short_is_read_whole_from_its_attribute():
    found = find(f'<p><a href="/1" title="{title(1)}">Báo cáo công tác cải...</a></p>')
    assert found.links == (Link("https://a.vn/1", title(1)),)


def test_a_row_names_what_its_link_does_not():
    row = f'<tr><td>101/BC</td><td>{title(1)}</td><td><a href="/xem">Xem</a><a href="/f/1.pdf">Tải về</a></td></tr>'
    assert find(f"<table>{row}</table>").links == (Link("https://a.vn/f/1.pdf", title(1)),)


def test_links_that_lead_nowhere_are_left_out():
    assert find(f'<a href="javascript:x()">{title(1)}</a><a href="mailto:a@a.vn">{title(2)}</a>').links == ()


def test_a_page_named_after_its_period_is_a_report_itself():
    assert find(report(1)).kind is SourceKind.PAGE


@pytest.mark.parametrize("feed", [RSS.format("", ""), ATOM])
def test_a_feed_gives_its_reports(feed: str):
    found = find(feed, type="application/xml")
    assert (found.kind, found.title) == (SourceKind.FEED, "Sở Nội vụ")
    assert found.links == (Link("https://a.vn/bc/1", "Báo cáo CCHC quý I/2018"),)


def test_entities_of_a_hostile_feed_are_neither_fetched_nor_multiplied():
    bomb = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    doctype = f'<!DOCTYPE x [<!ENTITY l0 "ha"><!ENTITY file SYSTEM "file:///etc/passwd">{bomb}]>'
    found = find(RSS.format(doctype, " &file;&l9;"), type="text/xml")
    assert all(len(link.title) < 100 and "root:" not in link.title for link in found.links)


def test_a_page_nested_without_end_is_given_up():
    with pytest.raises(UnreadableFile) as caught:
        find("<html>" + "<div>" * 200_000)
    assert caught.value.code is Fault.TOO_DEEP


def test_a_feed_that_became_something_else_is_said_to_be_none():
    with pytest.raises(UnreadableFile):
        find("<html><h1>Bảo trì</h1></html>", kind=SourceKind.FEED)
