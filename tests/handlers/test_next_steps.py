"""The buttons under an answer: what they lead to, that what they offer is there, and the picture."""

import struct

import pytest

from handlers.layout.charts import MOST_CAPTION_CHARACTERS
from tests.house import House

QUESTION = "Quý II/2019 tiếp nhận bao nhiêu hồ sơ?"
PHONE_WIDTHS = 1080


@pytest.fixture
def asked(samples: House) -> House:
    """The bot with the samples of 2019 published."""
    return samples


async def test_the_likely_next_steps_stand_under_a_figure(asked: House):
    reply = await (await asked.official()).ask(QUESTION)
    assert reply.button_texts == [
        "Kỳ trước",
        "So sánh",
        "Biểu đồ",
        "Cơ cấu",
        "Nguyên văn",
        "Theo dõi",
        "👍 Đúng",
        "👎 Sai",
    ]


async def test_a_period_without_a_report_is_not_offered(asked: House):
    reply = await (await asked.official()).ask("Quý I/2019 tiếp nhận bao nhiêu hồ sơ?")
    assert ("Kỳ trước" in reply.button_texts, "Biểu đồ" in reply.button_texts) == (False, True)


async def test_the_period_before_is_one_press_away(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask(QUESTION), "Kỳ trước")
    assert "4.984" in (await lan.next_reply()).html.partition("</b>")[0]


async def test_a_comparison_is_one_press_away(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask(QUESTION), "So sánh")
    assert (await lan.next_reply()).text.startswith("Tăng 452")


async def test_the_words_of_the_reports_are_shown_open(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask(QUESTION), "Nguyên văn")
    verbatim = await lan.next_reply()
    assert "<blockquote>" in verbatim.html
    await lan.press(verbatim, "Mở 455/BC-VPUBND")
    assert "Số 455/BC-VPUBND" in (await lan.next_reply()).text


async def test_following_a_figure_follows_the_figure(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask(QUESTION), "Theo dõi")
    assert "Đã theo dõi: chỉ tiêu hồ sơ tiếp nhận" in (await lan.next_reply()).text
    assert [item.rule.kind for item in asked.knowledge.subscribers.list_for(lan.id)] == ["indicator"]


async def test_following_an_answer_of_neither_follows_whoever_reports_it(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask("Báo cáo quý I/2019 ký ngày nào?"), "Theo dõi")
    assert "Đã đăng ký" in (await lan.next_reply()).text
    assert [item.rule.kind for item in asked.knowledge.subscribers.list_for(lan.id)] == ["organisation"]


async def test_following_a_document_follows_the_document(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask("QĐ 192 tới đâu rồi?"), "Theo dõi")
    assert "192/QĐ-UBND" in (await lan.next_reply()).text
    assert [item.rule.kind for item in asked.knowledge.subscribers.list_for(lan.id)] == ["document"]


async def test_where_nothing_can_be_followed_there_is_no_button_that_would(asked: House):
    reply = await (await asked.official()).ask("Sở Nội vụ phụ trách văn bản nào?")
    assert reply.button_texts == ["Nguyên văn", "👍 Đúng", "👎 Sai"]


async def test_the_chart_is_a_picture_for_a_phone_with_its_words_and_source_below(asked: House):
    lan = await asked.official()
    await lan.press(await lan.ask(QUESTION), "Biểu đồ")
    picture = await lan.next_reply()
    assert picture.photo_id is not None
    png = await asked.sandbox.control.download(picture.photo_id)
    assert struct.unpack(">I", png[16:20])[0] == PHONE_WIDTHS
    assert "quý III/2019: 5.873" in picture.text
    assert "Nguồn: 134/BC-VPUBND" in picture.text
    assert len(picture.text) <= MOST_CAPTION_CHARACTERS


async def test_the_same_chart_is_uploaded_once(asked: House):
    lan, hoa = await asked.official(), await asked.official("Hoa")
    for person in (lan, hoa):
        await person.press(await person.ask(QUESTION), "Biểu đồ")
        await person.next_reply()
    first, second = [call.given.get("photo", "") for call in await asked.sandbox.calls("sendPhoto", count=2)]
    assert (first.startswith("attach://") or not first, len(second) > 20) == (True, True)


async def test_english_steps_are_in_english(asked: House):
    john = await asked.official("John", language="en")
    reply = await john.ask("How many dossiers were received in Q2 2019?")
    assert reply.button_texts[:3] == ["Previous", "Compare", "Chart"]
    await john.press(reply, "Chart")
    caption = (await john.next_reply()).text
    assert caption.startswith("Up from 4,984 dossiers (Q1 2019) to 5,873 dossiers (Q3 2019)")
    assert "Source: 134/BC-VPUBND" in caption
