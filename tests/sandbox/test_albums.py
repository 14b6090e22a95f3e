"""sendMediaGroup: files that arrive together are one album, and Telegram's limits on it hold."""

import pytest
from telegram import Bot as TelegramBot
from telegram import InputMediaDocument
from telegram.error import BadRequest

from bot.sandbox.client import Person
from tests.sandbox.pictures import png


async def test_files_sent_together_are_one_album(telegram_bot: TelegramBot, lan: Person):
    media = [InputMediaDocument(name.encode(), filename=name) for name in ("a.pdf", "b.docx")]
    await telegram_bot.send_media_group(lan.id, media, caption="Hai tệp")
    seen = await lan.replies(2)
    assert [one.document_name for one in seen] == ["a.pdf", "b.docx"]
    assert len({one.raw["media_group_id"] for one in seen}) == 1


async def test_an_album_of_one_is_refused(telegram_bot: TelegramBot, lan: Person):
    with pytest.raises(BadRequest, match="from 2 to 10"):
        await telegram_bot.send_media_group(lan.id, [InputMediaDocument(b"a", filename="a.pdf")])


async def test_what_a_person_sends_together_is_one_album(telegram_bot: TelegramBot, lan: Person):
    sent = [await lan.send_file(f"{n}.png", png(), kind="photo", album="7") for n in range(2)]
    assert [one.raw["media_group_id"] for one in sent] == ["7", "7"]
    assert "media_group_id" not in (await lan.send_file("3.png", png(), kind="photo")).raw
