"""Every method, as python-telegram-bot and as aiogram see it.

Each answer is read by the library's own types, aiogram's strictly; asserted is what a bot relies on.
"""

from typing import Any

import pytest

from bot.sandbox.client import Person, Sandbox

from .conftest import Library
from .pictures import png

BUTTONS = {
    "inline_keyboard": [[{"text": "Kỳ trước", "callback_data": "p:1"}, {"text": "Nguồn", "url": "https://a.vn"}]]
}


@pytest.fixture
def bot(library: Library) -> Any:
    return library.bot


def markup(library: Library, value: dict[str, Any]) -> Any:
    """The keyboard as the library wants it."""
    if type(library.bot).__module__.startswith("aiogram"):
        return value
    from telegram import InlineKeyboardMarkup

    return InlineKeyboardMarkup.de_json(value, library.bot)


async def test_get_me(bot: Any):
    assert (await bot.get_me()).username == "hoi_cchc_bot"


async def test_get_updates_brings_a_message_with_its_sender_chat_and_command(bot: Any, lan: Person):
    await lan.say("/start qd-192")
    (update,) = await bot.get_updates(timeout=5)
    message = update.message
    assert (
        message.from_user.id,
        message.chat.type,
        message.entities[0].type,
        message.entities[0].length,
    ) == (
        lan.id,
        "private",
        "bot_command",
        6,
    )


async def test_send_message_with_marks_and_buttons(library: Library, bot: Any, lan: Person):
    sent = await bot.send_message(
        chat_id=lan.id,
        text="<b>192/QĐ-UBND</b>\n<blockquote expandable>nguyên văn</blockquote>",
        parse_mode="HTML",
        reply_markup=markup(library, BUTTONS),
        disable_notification=True,
    )
    assert [entity.type for entity in sent.entities] == ["bold", "expandable_blockquote"]
    assert sent.reply_markup.inline_keyboard[0][0].callback_data == "p:1"


async def test_send_message_as_a_reply(library: Library, bot: Any, lan: Person):
    said = await lan.say("hỏi")
    sent = await bot.send_message(chat_id=lan.id, text="đáp", reply_to_message_id=said.id)
    assert sent.reply_to_message.message_id == said.id


async def test_edit_message_text(library: Library, bot: Any, lan: Person):
    sent = await bot.send_message(chat_id=lan.id, text="một", reply_markup=markup(library, BUTTONS))
    edited = await bot.edit_message_text(text="hai", chat_id=lan.id, message_id=sent.message_id)
    assert (edited.text, edited.reply_markup, bool(edited.edit_date)) == ("hai", None, True)


async def test_edit_message_reply_markup(library: Library, bot: Any, lan: Person):
    sent = await bot.send_message(chat_id=lan.id, text="một")
    edited = await bot.edit_message_reply_markup(
        chat_id=lan.id, message_id=sent.message_id, reply_markup=markup(library, BUTTONS)
    )
    assert edited.reply_markup.inline_keyboard[0][1].url == "https://a.vn"


async def test_edit_message_caption(library: Library, bot: Any, lan: Person):
    sent = await bot.send_photo(chat_id=lan.id, photo=library.file("a.png", png()), caption="một")
    edited = await bot.edit_message_caption(
        chat_id=lan.id, message_id=sent.message_id, caption="<i>hai</i>", parse_mode="HTML"
    )
    assert (edited.caption, edited.caption_entities[0].type) == ("hai", "italic")


async def test_edit_message_media(library: Library, bot: Any, lan: Person):
    sent = await bot.send_photo(chat_id=lan.id, photo=library.file("a.png", png(4, 3)), caption="một")
    new = photo_media(library, "b.png", png(9, 7))
    edited = await bot.edit_message_media(chat_id=lan.id, message_id=sent.message_id, media=new)
    assert (edited.photo[-1].width, edited.caption) == (9, "hai")


def photo_media(library: Library, name: str, content: bytes) -> Any:
    """A new picture for a message, with a caption."""
    if type(library.bot).__module__.startswith("aiogram"):
        from aiogram.types import InputMediaPhoto

        return InputMediaPhoto(media=library.file(name, content), caption="hai")
    from telegram import InputMediaPhoto as MediaPhoto

    return MediaPhoto(content, caption="hai", filename=name)


async def test_delete_message(bot: Any, lan: Person):
    sent = await bot.send_message(chat_id=lan.id, text="một")
    assert await bot.delete_message(chat_id=lan.id, message_id=sent.message_id)
    assert (await lan.next_reply()).is_deleted


async def test_delete_messages(bot: Any, lan: Person):
    sent = [await bot.send_message(chat_id=lan.id, text=text) for text in ("một", "hai")]
    assert await bot.delete_messages(chat_id=lan.id, message_ids=[message.message_id for message in sent])
    assert [message.is_deleted for message in await lan.messages()] == [True, True]


async def test_send_chat_action(bot: Any, lan: Person):
    assert await bot.send_chat_action(chat_id=lan.id, action="typing")


async def test_send_photo_by_upload_and_again_by_its_id(library: Library, bot: Any, lan: Person):
    sent = await bot.send_photo(chat_id=lan.id, photo=library.file("bieu-do.png", png(8, 6)), caption="Biểu đồ")
    again = await bot.send_photo(chat_id=lan.id, photo=sent.photo[-1].file_id)
    assert (again.photo[-1].width, again.photo[-1].height) == (8, 6)


async def test_send_document_and_download_it(library: Library, bot: Any, lan: Person, sandbox: Sandbox):
    sent = await bot.send_document(chat_id=lan.id, document=library.file("báo cáo.txt", b"noi dung"))
    file = await bot.get_file(sent.document.file_id)
    assert sent.document.file_name == "báo cáo.txt"
    assert await download(bot, file) == b"noi dung"


async def test_a_file_that_a_person_sent_can_be_downloaded(bot: Any, lan: Person):
    await lan.send_file("134-BC.txt", "số 134".encode(), caption="/nhap", media_type="text/plain")
    (update,) = await bot.get_updates(timeout=5)
    document = update.message.document
    assert (document.file_name, document.mime_type, update.message.caption) == (
        "134-BC.txt",
        "text/plain",
        "/nhap",
    )
    assert await download(bot, await bot.get_file(document.file_id)) == "số 134".encode()


async def download(bot: Any, file: Any) -> bytes:
    """The file's content by the library's own means."""
    if hasattr(file, "download_as_bytearray"):
        return bytes(await file.download_as_bytearray())
    content = await bot.download_file(file.file_path)
    return bytes(content.read())


async def test_answer_callback_query(library: Library, bot: Any, lan: Person):
    await bot.send_message(chat_id=lan.id, text="một", reply_markup=markup(library, BUTTONS))
    press = await lan.press(await lan.next_reply(), "Kỳ trước")
    (update,) = await bot.get_updates(timeout=5)
    query = update.callback_query
    assert (query.data, query.message.text, query.from_user.id) == ("p:1", "một", lan.id)
    await bot.answer_callback_query(callback_query_id=query.id, text="Đây", show_alert=True)
    answer = await press.answer()
    assert (answer.text, answer.is_alert) == ("Đây", True)


async def test_answer_inline_query_and_learn_what_was_chosen(library: Library, bot: Any, lan: Person):
    asked = await lan.ask_inline("192")
    (update,) = await bot.get_updates(timeout=5)
    assert (update.inline_query.query, update.inline_query.chat_type) == ("192", "sender")
    await bot.answer_inline_query(inline_query_id=update.inline_query.id, results=[article(library)])
    (result,) = await asked.results()
    message = await asked.choose(result, lan)
    (_, chosen) = await bot.get_updates(timeout=5)
    assert message.html == "Đã <b>ban hành</b>"
    assert (chosen.chosen_inline_result.result_id, chosen.chosen_inline_result.query) == ("1", "192")


def article(library: Library) -> Any:
    """One answer card."""
    words = {"message_text": "Đã <b>ban hành</b>", "parse_mode": "HTML"}
    card = {"type": "article", "id": "1", "title": "QĐ 192"}
    if type(library.bot).__module__.startswith("aiogram"):
        from aiogram.types import InlineQueryResultArticle

        return InlineQueryResultArticle.model_validate({**card, "input_message_content": words})
    from telegram import InlineQueryResultArticle as Article
    from telegram import InputTextMessageContent

    return Article("1", "QĐ 192", InputTextMessageContent(**words))


async def test_commands_by_scope_and_language(library: Library, bot: Any, lan: Person):
    await bot.set_my_commands(commands=[command(library, "hoi", "Hỏi")])
    await bot.set_my_commands(commands=[command(library, "ask", "Ask")], language_code="en")
    scope = chat_scope(library, lan.id)
    await bot.set_my_commands(commands=[command(library, "quantri", "Quản trị")], scope=scope)
    assert [one.command for one in await bot.get_my_commands(language_code="en")] == ["ask"]
    assert [one.command for one in await bot.get_my_commands(scope=scope)] == ["quantri"]
    assert await lan.commands() == {"quantri": "Quản trị"}
    await bot.delete_my_commands(scope=scope)
    assert await lan.commands() == {"hoi": "Hỏi"}


def command(library: Library, name: str, description: str) -> Any:
    """One line of the menu."""
    if type(library.bot).__module__.startswith("aiogram"):
        from aiogram.types import BotCommand

        return BotCommand(command=name, description=description)
    from telegram import BotCommand as Command

    return Command(name, description)


def chat_scope(library: Library, chat_id: int) -> Any:
    """The menu of one chat."""
    if type(library.bot).__module__.startswith("aiogram"):
        from aiogram.types import BotCommandScopeChat

        return BotCommandScopeChat(chat_id=chat_id)
    from telegram import BotCommandScopeChat as ChatScope

    return ChatScope(chat_id)


async def test_descriptions_and_name(bot: Any):
    await bot.set_my_name(name="Hỏi CCHC 2")
    await bot.set_my_description(description="Hỏi đáp báo cáo", language_code="vi")
    await bot.set_my_short_description(short_description="Hỏi đáp")
    assert (await bot.get_my_name()).name == "Hỏi CCHC 2"
    assert (await bot.get_my_description(language_code="vi")).description == "Hỏi đáp báo cáo"
    assert (await bot.get_my_description()).description == ""
    assert (await bot.get_my_short_description()).short_description == "Hỏi đáp"


async def test_menu_button(bot: Any, lan: Person):
    assert await bot.set_chat_menu_button(chat_id=lan.id)
    assert (await bot.get_chat_menu_button(chat_id=lan.id)).type in ("default", "commands")


async def test_chats_and_members(bot: Any, lan: Person, sandbox: Sandbox):
    group = await sandbox.group("Phòng CCHC", lan, bot="administrator")
    assert (await bot.get_chat(chat_id=group.id)).title == "Phòng CCHC"
    assert (await bot.get_chat_member(chat_id=group.id, user_id=lan.id)).status == "creator"
    admins = await bot.get_chat_administrators(chat_id=group.id)
    assert [admin.status for admin in admins] == ["creator", "administrator"]
    assert await bot.get_chat_member_count(chat_id=group.id) == 2


@pytest.mark.parametrize("status", ["restricted", "left", "kicked", "member", "administrator"])
async def test_a_member_of_every_status(bot: Any, lan: Person, sandbox: Sandbox, status: str):
    group = await sandbox.group("Phòng CCHC", lan)
    minh = await sandbox.user("Minh")
    await group.set_member(minh, status)
    assert (await bot.get_chat_member(chat_id=group.id, user_id=minh.id)).status == status


async def test_leave_chat(library: Library, bot: Any, lan: Person, sandbox: Sandbox):
    group = await sandbox.group("Phòng CCHC", lan)
    assert await bot.leave_chat(chat_id=group.id)
    error = await library.refusal(bot.send_message(chat_id=group.id, text="còn đây"))
    assert "bot is not a member of the group chat" in str(error).lower()


async def test_set_message_reaction(bot: Any, lan: Person):
    said = await lan.say("cảm ơn")
    assert await bot.set_message_reaction(chat_id=lan.id, message_id=said.id, reaction=None)


async def test_webhook_is_set_told_and_deleted(bot: Any):
    await bot.set_webhook(url="http://127.0.0.1:9/hook", secret_token="s", max_connections=7)
    info = await bot.get_webhook_info()
    assert (info.url, info.max_connections, info.pending_update_count) == ("http://127.0.0.1:9/hook", 7, 0)
    await bot.delete_webhook(drop_pending_updates=True)
    assert (await bot.get_webhook_info()).url == ""
