"""What Telegram refuses, in Telegram's words.

The words are those of Telegram's open-source server; the limits stand on core.telegram.org/bots/api.
"""

from typing import Any

import httpx
import pytest

from bot.sandbox.client import Person, Sandbox

from .conftest import Library, Raw
from .pictures import png


async def test_an_unknown_token_is_unauthorized(sandbox: Sandbox):
    async with httpx.AsyncClient(base_url=sandbox.address, trust_env=False) as http:
        answer = await http.get("/bot123456:unknown/getMe")
    assert (answer.status_code, answer.json()["description"]) == (401, "Unauthorized")


async def test_a_method_that_does_not_exist_is_not_found(raw: Raw):
    assert await raw.refusal("sendMassage") == "Not Found: method not found"


async def test_method_names_are_case_insensitive(raw: Raw):
    """core.telegram.org/bots/api#making-requests"""
    assert (await raw("GETME"))["ok"]


@pytest.mark.parametrize("how", ["query", "form", "json", "multipart"])
async def test_parameters_come_in_four_ways(sandbox: Sandbox, lan: Person, how: str):
    """core.telegram.org/bots/api#making-requests"""
    given = {"chat_id": str(lan.id), "text": "Đã & đang", "disable_notification": "true"}
    address = f"{sandbox.address}/bot{sandbox.token}/sendMessage"
    async with httpx.AsyncClient(trust_env=False) as http:
        match how:
            case "query":
                await http.get(address, params=given)
            case "form":
                await http.post(address, data=given)
            case "json":
                await http.post(address, json=given)
            case _:
                await http.post(address, data=given, files={"unused": b"x"})
    assert (await lan.next_reply()).text == "Đã & đang"


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ({}, "Bad Request: message text is empty"),
        ({"text": "  \n "}, "Bad Request: text must be non-empty"),
        ({"text": "ă" * 4097}, "Bad Request: message is too long"),
        ({"text": "x", "parse_mode": "HTMLX"}, "Bad Request: unsupported parse_mode"),
        (
            {"text": "<b>x", "parse_mode": "HTML"},
            "Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"",
        ),
        (
            {"text": "Đ <x>", "parse_mode": "html"},
            'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 3',
        ),
        (
            {"text": "x", "reply_parameters": {"message_id": 999}},
            "Bad Request: message to be replied not found",
        ),
        ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
    ],
)
async def test_send_message_refuses(raw: Raw, lan: Person, given: dict[str, Any], words: str):
    assert await raw.refusal("sendMessage", chat_id=lan.id, **given) == words


async def test_a_text_of_4096_characters_passes_whatever_its_marks_take(raw: Raw, lan: Person):
    """core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing"."""
    assert (await raw("sendMessage", chat_id=lan.id, text=f"<b>{'ă' * 4096}</b>", parse_mode="HTML"))["ok"]


async def test_a_caption_may_have_1024_characters(library: Library, lan: Person):
    """core.telegram.org/bots/api#sendphoto"""
    await library.bot.send_photo(chat_id=lan.id, photo=library.file("a.png", png()), caption="a" * 1024)
    error = await library.refusal(
        library.bot.send_photo(chat_id=lan.id, photo=library.file("a.png", png()), caption="a" * 1025)
    )
    assert "message caption is too long" in str(error).lower()


async def test_entities_beyond_the_hundredth_are_dropped_without_a_word(raw: Raw, lan: Person):
    """core.telegram.org/bots/api#formatting-options"""
    answer = await raw("sendMessage", chat_id=lan.id, text="<b>a</b> " * 120, parse_mode="HTML")
    assert len(answer["result"]["entities"]) == 100


def keyboard(**button: Any) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "a", **button}]]}


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        (keyboard(callback_data="đ" * 33), "Bad Request: BUTTON_DATA_INVALID"),
        (
            keyboard(),
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (keyboard(text=" ", url="a.vn"), "Bad Request: inline keyboard button text must be non-empty"),
        (
            keyboard(url="không"),
            "Bad Request: inline keyboard button URL 'không' is invalid: Wrong HTTP URL",
        ),
        (
            {"inline_keyboard": [{"text": "a"}]},
            'Bad Request: field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays',
        ),
        (
            {"inline_keyboard": [[{"text": "a", "callback_data": "b"}] * 101]},
            "Bad Request: reply markup is too long",
        ),
    ],
)
async def test_keyboards_are_checked(raw: Raw, lan: Person, markup: dict[str, Any], words: str):
    """core.telegram.org/bots/api#inlinekeyboardbutton"""
    assert await raw.refusal("sendMessage", chat_id=lan.id, text="x", reply_markup=markup) == words


async def test_callback_data_may_have_64_bytes(raw: Raw, lan: Person):
    """core.telegram.org/bots/api#inlinekeyboardbutton: "1-64 bytes"."""
    assert (await raw("sendMessage", chat_id=lan.id, text="x", reply_markup=keyboard(callback_data="đ" * 32)))["ok"]


async def test_an_unknown_chat_is_not_found(library: Library):
    error = await library.refusal(library.bot.send_message(chat_id=1, text="x"))
    assert "chat not found" in str(error).lower()


async def test_who_never_wrote_cannot_be_written_to(sandbox: Sandbox, raw: Raw):
    stranger = await sandbox.user("Người lạ")
    assert await raw.refusal("sendMessage", chat_id=stranger.id, text="x") == "Bad Request: chat not found"


async def test_who_blocked_the_bot_cannot_be_written_to(library: Library, lan: Person):
    await lan.block()
    error = await library.refusal(library.bot.send_message(chat_id=lan.id, text="x"))
    assert "bot was blocked by the user" in str(error).lower()


async def test_a_group_that_migrated_tells_its_new_id(raw: Raw, sandbox: Sandbox, lan: Person):
    """core.telegram.org/bots/api#responseparameters"""
    group = await sandbox.group("Phòng", lan)
    new = await group.migrate()
    answer = await raw("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": new.id}


async def test_python_telegram_bot_sees_the_migration(telegram_bot: Any, sandbox: Sandbox, lan: Person):
    from telegram.error import ChatMigrated

    group = await sandbox.group("Phòng", lan)
    new = await group.migrate()
    with pytest.raises(ChatMigrated) as caught:
        await telegram_bot.send_message(group.id, "x")
    assert caught.value.new_chat_id == new.id


async def test_an_edit_that_changes_nothing_is_refused(library: Library, lan: Person):
    sent = await library.bot.send_message(chat_id=lan.id, text="một")
    error = await library.refusal(library.bot.edit_message_text(text="một", chat_id=lan.id, message_id=sent.message_id))
    assert "message is not modified" in str(error).lower()


@pytest.mark.parametrize(
    ("method", "given", "words"),
    [
        ("editMessageText", {"text": "x"}, "Bad Request: message identifier is not specified"),
        ("editMessageText", {"message_id": 99, "text": "x"}, "Bad Request: message to edit not found"),
        ("deleteMessage", {"message_id": 99}, "Bad Request: message to delete not found"),
        ("sendChatAction", {"action": "singing"}, "Bad Request: wrong parameter action in request"),
        ("sendPhoto", {}, "Bad Request: there is no photo in the request"),
        ("sendDocument", {}, "Bad Request: there is no document in the request"),
        ("sendDocument", {"document": "none"}, "Bad Request: wrong file identifier/HTTP URL specified"),
        ("getFile", {"file_id": "none"}, "Bad Request: invalid file_id"),
        (
            "answerCallbackQuery",
            {"callback_query_id": "1"},
            "Bad Request: query is too old and response timeout expired or query ID is invalid",
        ),
        (
            "setMyCommands",
            {"commands": [{"command": "Hỏi", "description": "x"}]},
            "Bad Request: BOT_COMMAND_INVALID",
        ),
        (
            "setWebhook",
            {"url": "http://a.vn", "secret_token": "đ"},
            "Bad Request: secret token contains unallowed characters",
        ),
    ],
)
async def test_other_methods_refuse(raw: Raw, lan: Person, method: str, given: dict[str, Any], words: str):
    assert await raw.refusal(method, chat_id=lan.id, **given) == words


async def test_what_a_person_wrote_cannot_be_edited_by_the_bot(raw: Raw, lan: Person):
    said = await lan.say("của tôi")
    words = await raw.refusal("editMessageText", chat_id=lan.id, message_id=said.id, text="x")
    assert words == "Bad Request: message can't be edited"


async def test_an_edit_takes_no_reply_keyboard(raw: Raw, lan: Person):
    sent = (await raw("sendMessage", chat_id=lan.id, text="x"))["result"]
    words = await raw.refusal(
        "editMessageText",
        chat_id=lan.id,
        message_id=sent["message_id"],
        text="y",
        reply_markup={"keyboard": [["a"]]},
    )
    assert words == "Bad Request: inline keyboard expected"


async def test_what_is_no_picture_is_no_photo(library: Library, lan: Person):
    error = await library.refusal(library.bot.send_photo(chat_id=lan.id, photo=library.file("a.png", b"not a picture")))
    assert "image_process_failed" in str(error).lower()


async def test_a_query_that_is_too_old_cannot_be_answered(raw: Raw, lan: Person):
    await raw("sendMessage", chat_id=lan.id, text="x", reply_markup=keyboard(callback_data="b"))
    press = await lan.press_data(await lan.next_reply(), "b")
    await press.expire()
    words = await raw.refusal("answerCallbackQuery", callback_query_id=press.id)
    assert words.startswith("Bad Request: query is too old")


async def test_a_topic_that_does_not_exist_is_not_found(raw: Raw, sandbox: Sandbox, lan: Person):
    forum = await sandbox.group("Diễn đàn", lan, kind="supergroup", is_forum=True)
    words = await raw.refusal("sendMessage", chat_id=forum.id, message_thread_id=77, text="x")
    assert words == "Bad Request: message thread not found"


async def test_a_bot_that_was_thrown_out_cannot_write(raw: Raw, sandbox: Sandbox, lan: Person):
    group = await sandbox.group("Phòng", lan, kind="supergroup")
    await group.set_bot("kicked", by=lan)
    words = await raw.refusal("sendMessage", chat_id=group.id, text="x")
    assert words == "Forbidden: bot was kicked from the supergroup chat"


async def test_an_empty_file_cannot_be_sent(lan: Person):
    with pytest.raises(AssertionError, match=r"409 .*file must be non-empty"):
        await lan.send_file("rong.txt", b"")
