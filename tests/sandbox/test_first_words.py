"""A person and a bot talk through the sandbox."""

from typing import TYPE_CHECKING

from telegram import Bot as TelegramBot
from telegram import InlineKeyboardButton, InlineKeyboardMarkup

from bot.sandbox.client import Person, Sandbox

if TYPE_CHECKING:
    from aiogram import Bot as AiogramBot


async def test_what_a_person_says_reaches_the_bot(telegram_bot: TelegramBot, lan: Person):
    await lan.say("QĐ 192 tới đâu rồi?")
    (update,) = await telegram_bot.get_updates(timeout=5)
    assert update.message.text == "QĐ 192 tới đâu rồi?"


async def test_what_the_bot_says_reaches_the_person(aiogram_bot: "AiogramBot", lan: Person):
    await aiogram_bot.send_message(lan.id, "Đã <b>ban hành</b>", parse_mode="HTML")
    assert (await lan.next_reply()).html == "Đã <b>ban hành</b>"


async def test_a_pressed_button_gets_its_answer(telegram_bot: TelegramBot, lan: Person):
    keyboard = InlineKeyboardMarkup([[InlineKeyboardButton("Nguyên văn", callback_data="q:1:0")]])
    await telegram_bot.send_message(lan.id, "Đã ban hành", reply_markup=keyboard)
    press = await lan.press(await lan.next_reply(), "Nguyên văn")
    (update,) = await telegram_bot.get_updates(timeout=5)
    await update.callback_query.answer("Đây", show_alert=True)
    assert (await press.answer()).text == "Đây"


async def test_a_confirmed_update_does_not_come_again(telegram_bot: TelegramBot, lan: Person):
    await lan.say("một")
    await lan.say("hai")
    first, second = await telegram_bot.get_updates(timeout=5)
    await telegram_bot.get_updates(offset=first.update_id + 1, timeout=5)
    assert await telegram_bot.get_updates(offset=second.update_id + 1) == ()


async def test_the_log_tells_what_was_called(sandbox: Sandbox, aiogram_bot: "AiogramBot", lan: Person):
    await aiogram_bot.send_message(lan.id, "xin chào")
    (call,) = await sandbox.calls("sendMessage")
    assert (call.code, call.chat_id, call.given["text"]) == (200, str(lan.id), "xin chào")


async def test_an_edit_can_be_waited_for(aiogram_bot: "AiogramBot", lan: Person):
    sent = await aiogram_bot.send_message(lan.id, "đang tìm")
    reply = await lan.next_reply()
    await aiogram_bot.edit_message_text("đã tìm thấy", chat_id=lan.id, message_id=sent.message_id)
    edited = await lan.next_edit(reply)
    assert (edited.text, edited.earlier_texts) == ("đã tìm thấy", ("đang tìm",))
