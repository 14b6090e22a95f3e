"""Updates as Telegram sends them, read without looking for what is not there."""

import pytest
from telegram import Bot, Update

from bot.updates.reading import read_update

BOT = Bot("1:a")
LAN = {"id": 7, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
TYPED = {
    "message_id": 3,
    "from": LAN,
    "chat": {"id": 7, "first_name": "Lan", "type": "private"},
    "date": 1_790_000_000,
    "text": "QĐ 192 tới đâu rồi?",
}
IN_GROUP = {**TYPED, "chat": {"id": -7, "title": "Tổ CCHC", "type": "supergroup"}}
COMMAND = {**TYPED, "text": "/hoi", "entities": [{"type": "bot_command", "offset": 0, "length": 4}]}


@pytest.mark.parametrize("message", [TYPED, IN_GROUP, COMMAND], ids=["typed", "in a group", "command"])
def test_a_message_is_read_as_the_library_reads_it(message):
    given = {"update_id": 1, "message": message}
    update, library = read_update(given, BOT), Update.de_json(given, BOT)
    assert update is not None
    assert (update.to_dict(), update.message.from_user.get_bot()) == (library.to_dict(), BOT)
    assert (update, update.message, update.message.get_bot()) == (library, library.message, BOT)


def test_what_is_no_message_is_read_by_the_library():
    update = read_update({"update_id": 1, "edited_message": TYPED}, BOT)
    assert update is not None
    assert update.edited_message.text == TYPED["text"]


@pytest.mark.parametrize("message", ["words", {**TYPED, "date": "today"}], ids=["no message", "no day"])
def test_a_message_in_an_unknown_form_is_left_out(message):
    assert read_update({"update_id": 1, "message": message}, BOT) is None
