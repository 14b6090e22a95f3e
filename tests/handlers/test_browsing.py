"""/baocao and /timkiem: paging through reports, areas and hits, and back again."""

import pytest

from handlers.layout.reports import areas_of, page_of_contents
from handlers.words import Catalogue
from knowledge.facts import Area, Reading, Span, Statement
from knowledge.importing.files import read_file
from knowledge.searching import search
from tests.house import OWNER, ROOT, House, make_report


@pytest.fixture
def asked(samples: House) -> House:
    """The bot with the samples of 2019 published."""
    return samples


async def test_from_the_list_to_a_report_to_an_area_and_back_in_one_message(asked: House):
    lan = await asked.official()
    screen = await lan.ask("/baocao")
    seen = [screen.button_texts]
    for edits, label in enumerate(("134/BC-VPUBND", "Cải cách thể chế", "‹ Báo cáo", "‹ Các báo cáo"), 1):
        await lan.press(screen, label)
        seen.append((await lan.look(screen, edits=edits)).button_texts)
    assert seen[4] == seen[0]
    assert seen[3] == seen[1]
    assert "‹ Báo cáo" in seen[2]


async def test_an_area_shows_only_what_belongs_to_it(asked: House):
    lan = await asked.official()
    screen = await lan.ask("/baocao")
    await lan.press(screen, "134/BC-VPUBND")
    card = await lan.next_edit(screen)
    await lan.press(card, "Cải cách thể chế")
    page = await lan.next_edit(card)
    assert "Cải cách thể chế" in page.text
    assert page.html.count("<blockquote>") == int(
        next(t for t in card.button_texts if t.startswith("Cải cách thể chế")).rpartition("(")[2].rstrip(")")
    )


async def test_pages_of_a_long_report_say_which_one_it_is(asked: House):
    lan = await asked.official()
    screen = await lan.ask("/baocao")
    await lan.press(screen, "134/BC-VPUBND")
    await lan.press(await lan.next_edit(screen), "Đọc nội dung chính")
    first = await lan.look(screen, edits=2)
    await lan.press(first, "Tiếp ›")
    second = await lan.next_edit(first)
    assert ("trang 1/" in first.text, "trang 2/" in second.text) == (True, True)


def test_the_first_row_of_a_table_on_a_page_stands_below_the_headings_of_its_columns():
    reading = read_file(ROOT / "samples" / "03-quy-3-2019.txt")
    pages = [page_of_contents(reading, None, page, 5, Catalogue().words("vi")) for page in (0, 1)]
    assert [page.count("<b>Chỉ tiêu | Quý II/2019 | Quý III/2019</b>") for page in pages] == [1, 1]
    assert "Quý III/2019</b>\nHồ sơ tiếp nhận | 5.436 | 5.873</blockquote>" in pages[0]


async def test_a_report_opened_elsewhere_comes_below(asked: House):
    lan = await asked.official()
    hello = await lan.ask("/start")
    await lan.press(hello, "Xem các báo cáo")
    assert "Các báo cáo đã có" in (await lan.next_reply()).text
    assert (await lan.look(hello)).edits == 0


@pytest.mark.parametrize("data", ["rs:1:999999", "ra:1:digital:999999", "ra:1:nonsense:0", "ro:999", "rp:99999"])
async def test_forged_places_neither_fail_nor_show_what_is_not_there(asked: House, data: str):
    lan = await asked.official()
    await asked.forge_press(lan, data)
    assert all("lỗi ở phía tôi" not in message.text for message in await lan.messages())


async def test_a_draft_stays_hidden_from_those_who_may_not_publish(asked: House):
    draft = asked.draft(number="999/BC-VPUBND", title="Chưa công bố")
    lan = await asked.official()
    for data in (f"r:{draft}", f"ro:{draft}", f"rs:{draft}:0", f"ra:{draft}:digital:0"):
        await asked.forge_press(lan, data)
    assert [message.text for message in await lan.messages()] == []


async def test_a_search_shows_the_words_bold_and_opens_their_place(asked: House):
    lan = await asked.official()
    found = await lan.ask("/timkiem quy che xin loi")
    assert "<b>Quy chế xin lỗi</b>" in found.html
    await lan.press(found, "1")
    assert "Quy chế xin lỗi" in (await lan.next_reply()).text


async def test_more_hits_are_on_more_pages_and_one_comes_back(asked: House):
    lan = await asked.official()
    first = await lan.ask("/timkiem hồ sơ")
    await lan.press(first, "Tiếp ›")
    second = await lan.next_edit(first)
    await lan.press(second, "‹ Trước")
    third = await lan.next_edit(second)
    assert [second.text.partition("\n\n")[2][:2], third.button_texts] == ["6.", first.button_texts]


async def test_nothing_found_can_be_asked_instead(asked: House):
    lan = await asked.official()
    nothing = await lan.ask("/timkiem trường mầm non")
    assert "Không câu nào" in nothing.text
    await lan.press(nothing, "Hỏi câu này")
    assert "Không tìm thấy" in (await lan.next_reply()).text


@pytest.mark.parametrize(("command", "reply"), [("/timkiem", "/timkiem quy chế"), ("/search ???", "đủ các chữ đó")])
async def test_a_search_for_nothing_says_how_to_search(asked: House, command: str, reply: str):
    assert reply in (await (await asked.official()).ask(command)).text


async def test_a_search_that_is_too_long_is_asked_to_be_shorter(asked: House):
    assert "dài quá" in (await (await asked.official()).ask("/timkiem " + "hồ sơ trực tuyến " * 9)).text


async def test_a_search_shows_no_markup_of_a_report_as_markup(asked: House):
    asked.published(number="1/BC", sentences=("Dùng <b>thẻ</b> & ký hiệu lạ.",))
    asked.knowledge.asking.refresh()
    assert "&lt;b&gt;" in (await (await asked.official()).ask("/timkiem ký hiệu lạ")).html


async def test_words_side_by_side_come_before_words_apart(house: House):
    apart, together = "Hồ sơ nộp qua mạng trực tiếp và tuyến cơ sở.", "Hồ sơ trực tuyến tăng."
    reading = make_report(sentences=(apart, together))
    saved = house.knowledge.reports.save_draft(reading, checksum="x", by=OWNER)
    house.knowledge.reports.publish(saved.report_id, by=OWNER, notify=False)
    house.knowledge.asking.refresh()
    found = search(house.knowledge.asking.library, "trực tuyến")
    assert [hit.text for hit in found.hits] == [together, apart]


async def test_the_marks_are_the_places_of_the_words(house: House):
    house.published(sentences=("Đúng hạn 90%.",))
    house.knowledge.asking.refresh()
    [hit] = search(house.knowledge.asking.library, "dung han").hits
    assert [mark.cut(hit.text) for mark in hit.marks] == ["Đúng", "hạn"]


def test_areas_are_those_of_the_report():
    spans = [Span(0, 1), Span(1, 2)]
    statements = tuple(Statement(span, "figure", area=Area.DIGITAL) for span in spans)
    reading = Reading(make_report().report, "ab", statements)
    assert areas_of(reading) == [(Area.DIGITAL, 2)]
