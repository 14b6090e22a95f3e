"""sendMediaGroup: files that arrive together are one album, and Telegram's limits on it hold."""

import pytest
from telegram import Bot as TelegramBot
from telegram import InputMediaDocument
from telegram.error import BadRequest

from bot.sandbox.client import Person


async def test_files_sent_together_are_one_album(telegram_bot: TelegramBot, lan: Person):
    media = [InputMediaDocument(name.encode(), filename=name) for name in ("a.pdf", "b.docx")]
    await telegram_bot.send_media_group(lan.id, media, caption="Hai tệp")
    seen = await lan.replies(2)
    assert [one.document_name for one in seen] == ["a.pdf", "b.docx"]
    assert len({one.raw["media_group_id"] for one in seen}) == 1


async def test_an_album_of_one_is_refused(telegram_bot: TelegramBot, lan: Person):
    with pytest.raises(BadRequest, match="from 2 to 10"):
        await telegram_bot.send_media_group(lan.id, [InputMediaDocument(b"a", filename="a.pdf")])
