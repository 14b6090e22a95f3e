"""What Telegram shows around the chat: descriptions, menus of groups, and languages that are only a file."""

from importlib.resources import files

from bot.sandbox.client import Sandbox
from handlers.menu import introduce
from handlers.words import Catalogue
from knowledge.bootstrap import open_knowledge
from knowledge.people.roles import language_for
from tests.clock import SetClock
from tests.house import House, open_house

# core.telegram.org/bots/api#setmydescription and #setmyshortdescription
MOST_DESCRIPTION, MOST_SHORT = 512, 120


def german() -> str:
    """A third catalogue, as a translator would hand it in."""
    english = files("handlers.words").joinpath("en.ftl").read_text("utf-8")
    return english.replace("language-name = English", "language-name = Deutsch").replace(
        "<b>Hello!</b>", "<b>Guten Tag!</b>"
    )


async def test_the_bot_introduces_itself_in_every_language(house: House):
    calls = await house.sandbox.calls("setMyDescription", count=2)
    assert {call.given.get("language_code", "") for call in calls} == {"", "en"}


def test_descriptions_are_as_long_as_telegram_takes():
    words = [Catalogue().words(language) for language in Catalogue().languages]
    assert all(len(one.plain("bot-description")) <= MOST_DESCRIPTION for one in words)
    assert all(len(one.plain("bot-short-description")) <= MOST_SHORT for one in words)


async def test_a_bot_that_is_introduced_already_is_not_again(house: House):
    await house.sandbox.calls("setMyShortDescription", count=2)
    await introduce(house.bot.api, house.bot.desk)
    assert len(await house.sandbox.calls("setMyDescription", count=2)) == 2


async def test_a_groups_menu_has_no_command_of_private_chats(house: House):
    owner, lan = await house.official("Hoa"), await house.official()
    group = await house.sandbox.group("Tổ CCHC", owner, lan)
    await house.sandbox.calls("setMyCommands", count=7)
    menu = await group.commands(lan.id)
    assert ("hoi" in menu, "xoadulieu" in menu, "dangky" in menu) == (True, False, False)
    assert "dangky" in await group.commands(owner.id)


async def test_a_group_is_not_told_of_what_is_done_in_private_only(house: House):
    lan = await house.official()
    group = await house.sandbox.group("Tổ CCHC", lan)
    await group.next_reply()
    await lan.say(f"/trogiup@{house.bot.api.username}", at=group)
    assert "/xoadulieu" not in (await group.next_reply()).text
    assert "/xoadulieu" in (await lan.ask("/trogiup")).text


async def test_whoever_chooses_a_language_reads_the_menu_in_it(house: House):
    lan = await house.official()
    screen = await lan.ask("/caidat")
    await lan.press(screen, "English")
    await lan.next_edit(screen)
    assert "subscribe" in await lan.commands()


async def test_a_third_language_needs_only_its_words(sandbox: Sandbox, store_url: str, clock: SetClock):
    catalogue = Catalogue(more={"de": german()})
    knowledge = open_knowledge(store_url, clock=clock, spoken=catalogue.languages)
    async with open_house(sandbox, knowledge, clock, catalogue=catalogue) as house:
        lan = await house.official()
        screen = await lan.ask("/caidat")
        await lan.press(screen, "Deutsch")
        await lan.next_edit(screen)
        assert (await lan.ask("/start")).text.startswith("Guten Tag!")
    knowledge.close()


def test_a_person_reads_the_messengers_language_where_there_are_words_in_it():
    assert language_for(None, "de-AT", ("vi", "en", "de")) == "de"


def test_a_language_without_words_is_english():
    assert language_for(None, "fr", ("vi", "en", "de")) == "en"


def test_a_choice_outweighs_the_messenger():
    assert language_for("vi", "de", ("vi", "en", "de")) == "vi"
