"""/giaoban, /lich and /chiase, and the pictures under answers, through the real bot."""

import zipfile
from io import BytesIO

import pytest

from bot.sandbox.client import Person
from bot.sandbox.seen import SeenMessage
from tests.house import House


@pytest.fixture
def told(samples: House) -> House:
    """The bot with the samples of 2019 published."""
    return samples


async def pressed(person: Person, message: SeenMessage, words: str) -> SeenMessage:
    """What comes of pressing that button."""
    await person.press(message, words)
    return await person.next_reply()


async def test_the_briefing_is_a_picture_with_the_chief_figures_in_words(told: House):
    reply = await (await told.official()).ask("/giaoban")
    assert reply.photo_id
    assert "Tiếp nhận: 5.873 hồ sơ, tăng 437 (8,04%)" in reply.text


async def test_the_briefing_of_a_named_period(told: House):
    assert "quý II/2019" in (await (await told.official()).ask("/giaoban quý II")).text


async def test_a_period_without_reports_leads_to_those_that_there_are(told: House):
    lan = await told.official()
    which = await lan.ask("/giaoban quý IV/2019")
    assert "khớp với “quý IV/2019”" in which.text
    reply = await pressed(lan, which, "Quý I/2019")
    assert "Tiếp nhận: 4.984 hồ sơ" in reply.text


async def test_the_files_come_as_one_album_that_opens(told: House):
    lan = await told.official()
    await lan.press(await lan.ask("/briefing"), "Tệp PDF")
    files = await lan.replies(3)
    assert [(one.document_name or "").rpartition(".")[2] for one in files] == ["pdf", "docx", "xlsx"]
    assert len({one.raw["media_group_id"] for one in files}) == 1
    content = await told.sandbox.control.download(files[1].document_id or "")
    assert zipfile.ZipFile(BytesIO(content)).testzip() is None


async def test_without_reports_there_is_nothing_to_brief(house: House):
    assert "Chưa có báo cáo" in (await (await house.official()).ask("/giaoban")).text


async def test_the_calendar_turns_its_months_in_place(told: House):
    lan = await told.official()
    calendar = await lan.ask("/lich 11/2019")
    await lan.press(calendar, "Tháng 12/2019")
    assert "Quyết định 192/QĐ-UBND" in (await lan.next_edit(calendar)).text


@pytest.mark.parametrize(
    ("words", "why"),
    [("3/2030", "Không có việc nào đến hạn trong tháng 3/2030"), ("13/2019", "“13/2019” là tháng nào")],
)
async def test_a_month_that_cannot_be_shown_is_said_not_to_be_the_one_asked_for(told: House, words: str, why: str):
    assert why in (await (await told.official()).ask(f"/lich {words}")).text


async def test_the_words_below_a_calendar_name_its_source(told: House):
    assert "Nguồn: Theo dõi thực hiện văn bản" in (await (await told.official()).ask("/lich 11/2019")).text


async def test_without_deadlines_the_calendar_says_so(house: House):
    assert "Chưa có báo cáo nào nêu hạn" in (await (await house.official()).ask("/lich")).text


async def test_a_question_is_passed_on_as_a_code_and_a_link_that_asks_it(told: House):
    lan = await told.official()
    reply = await lan.ask("/chiase QĐ 192 tới đâu rồi?")
    assert reply.photo_id
    assert "?start=qd-192-toi-dau-roi" in reply.text
    assert "Đang thực hiện" in (await lan.ask("/start qd-192-toi-dau-roi")).text


async def test_the_last_question_is_what_is_passed_on(told: House):
    lan = await told.official()
    await lan.ask("QĐ 192 tới đâu rồi?")
    assert "?start=qd-192-toi-dau-roi" in (await lan.ask("/chiase")).text


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ("quý 1 tiếp nhận bao nhiêu hồ sơ", "con quy 2?"),
        ("quý 1 tiếp nhận bao nhiêu hồ sơ", "thế trực tuyến thì sao"),
        ("QĐ 192 tới đâu rồi?", "ai ban hành?"),
    ],
)
async def test_a_question_that_leans_on_another_is_passed_on_in_words_that_say_all(told: House, first: str, then: str):
    lan = await told.official()
    await lan.ask(first)
    answer = await lan.ask(then)
    shared = (await lan.ask("/chiase")).text
    asked_by_link = shared.rpartition("?start=")[2].split()[0]
    assert (await lan.ask(f"/start {asked_by_link}")).text.splitlines()[0] == answer.text.splitlines()[0]


async def test_the_shares_of_a_count_are_a_picture_with_its_words(told: House):
    lan = await told.official()
    reply = await pressed(lan, await lan.ask("Quý II/2019 tiếp nhận bao nhiêu hồ sơ?"), "Cơ cấu")
    assert reply.photo_id
    assert "trực tuyến 2.047 hồ sơ (37,66%)" in reply.text


async def test_the_life_of_a_document_is_a_picture_with_its_words(told: House):
    lan = await told.official()
    reply = await pressed(lan, await lan.ask("QĐ 1056 tới đâu rồi?"), "Dòng thời gian")
    assert reply.photo_id
    assert "16/05/2019: Đã ban hành" in reply.text


async def test_a_picture_that_telegram_has_is_not_drawn_again(told: House):
    first, second = await told.official(), await told.official("Hoa")
    replies = [await one.ask("/giaoban") for one in (first, second)]
    assert replies[0].photo_id == replies[1].photo_id
