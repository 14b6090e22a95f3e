"""What a person sees first: greeting, help, menus, languages, and politeness about what cannot be done."""

import pytest

from handlers.commands import COMMANDS
from knowledge.asking.reading.courtesies import courtesy_of
from tests.house import House


async def test_start_says_what_can_be_asked_and_shows_the_newest_report(house: House):
    house.published()
    lan = await house.official()
    hello = await lan.ask("/start")
    assert "Báo cáo mới nhất: 134/BC-VPUBND · quý I/2019" in hello.text


async def test_start_tells_each_person_their_id(house: House):
    lan = await house.official()
    assert str(lan.id) in (await lan.ask("/start")).text


async def test_help_lists_every_command_that_everybody_has_and_no_other(house: House):
    text = (await (await house.official()).ask("/trogiup")).text
    assert [f"/{c.vi}:" in text for c in COMMANDS] == [not c.is_for_staff for c in COMMANDS]


async def test_help_of_an_admin_lists_every_command(house: House):
    text = (await (await house.owner()).ask("/help")).text
    assert all(f"/{command.vi}:" in text for command in COMMANDS)


async def test_a_person_whose_telegram_is_not_vietnamese_reads_english(house: House):
    text = (await (await house.official(language="de")).ask("/help")).text
    assert "How to ask" in text


async def test_the_language_can_be_chosen(house: House):
    lan = await house.official()
    screen = await lan.ask("/caidat")
    await lan.press(screen, "English")
    assert "Language: English" in (await lan.next_edit(screen)).text
    assert "How to ask" in (await lan.ask("/help")).text


async def test_the_menu_names_commands_in_the_language_of_the_person(house: House):
    lan, john = await house.official(), await house.official("John", language="en")
    await lan.ask("/start")
    await house.sandbox.calls("setMyCommands", count=2)
    assert ("dangky" in await lan.commands(), "subscribe" in await john.commands()) == (True, True)


async def test_the_menu_of_an_admin_holds_more(house: House):
    owner, lan = await house.owner(), await house.official()
    await house.sandbox.calls("setMyCommands", count=3)
    assert ("xuatban" in await owner.commands(), "xuatban" in await lan.commands()) == (True, False)


@pytest.mark.parametrize(
    "text",
    [
        "bạn là ai",
        "Bạn làm được gì?",
        "ban lam duoc gi",
        "giúp",
        "giúp em với ạ",
        "hướng dẫn",
        "help",
        "who are you?",
        "What can you do?",
    ],
)
async def test_who_asks_for_help_in_own_words_gets_that_of_the_command(house: House, text: str):
    lan = await house.official()
    assert (await lan.ask(text)).text == (await lan.ask("/help")).text


@pytest.mark.parametrize(
    "text", ["giúp em tra QĐ 192", "hướng dẫn 12/HD-SNV", "Giám đốc Sở Nội vụ là ai", "ai ban hành"]
)
def test_a_question_is_no_call_for_help(text: str):
    assert courtesy_of(text) is None


@pytest.mark.parametrize("text", ["/nosuchcommand", "/sua_chua", "/thong_ke"])
async def test_an_unknown_command_is_said_to_be_one(house: House, text: str):
    assert "không có lệnh này" in (await (await house.official()).ask(text)).text


async def test_an_edited_command_does_nothing_again(house: House):
    lan = await house.official()
    said = await lan.say("/start")
    await lan.next_reply()
    await lan.edit(said, "/trogiup")
    assert "Xin chào" not in (await lan.ask("/caidat")).text


async def test_a_pressed_button_does_what_it_says_and_stops_spinning(house: House):
    lan = await house.official()
    hello = await lan.ask("/start")
    pressed = await lan.press_data(hello, hello.buttons[0][0].data or "")
    assert "Đã đăng ký" in (await lan.next_reply()).text
    assert (await pressed.answer()).text == ""


async def test_everything_known_of_a_person_is_deleted_and_named(house: House):
    lan = await house.official()
    await lan.press(await lan.ask("/dangky"), "mọi báo cáo mới")
    await lan.next_reply()
    asked = await lan.ask("/xoadulieu")
    await lan.press(asked, "Xóa hết")
    assert "mục theo dõi: 1" in (await lan.next_edit(asked)).text
    assert house.knowledge.subscribers.list_for(lan.id) == []


async def test_nothing_is_deleted_before_it_is_confirmed(house: House):
    lan = await house.official()
    await lan.press(await lan.ask("/dangky"), "mọi báo cáo mới")
    await lan.next_reply()
    asked = await lan.ask("/forgetme")
    await lan.press(asked, "Giữ lại")
    await lan.next_edit(asked)
    assert len(house.knowledge.subscribers.list_for(lan.id)) == 1
