"""What the bot is told of what people do."""

from typing import Any

import pytest

from bot.sandbox.client import Person, Sandbox

from .conftest import Raw


async def updates(raw: Raw, **given: Any) -> list[dict[str, Any]]:
    """The updates that wait, at least one."""
    found: list[dict[str, Any]] = (await raw("getUpdates", timeout=5, **given))["result"]
    return found


def kinds(found: list[dict[str, Any]]) -> list[str]:
    return [next(key for key in update if key != "update_id") for update in found]


async def test_an_edited_message_is_told(raw: Raw, lan: Person):
    said = await lan.say("QĐ 129")
    await lan.edit(said, "QĐ 192")
    found = await updates(raw)
    assert kinds(found) == ["message", "edited_message"]
    assert (found[0]["message"]["text"], found[1]["edited_message"]["text"]) == ("QĐ 129", "QĐ 192")


async def test_blocking_and_unblocking_are_told(raw: Raw, lan: Person):
    """core.telegram.org/bots/api#chatmemberupdated"""
    await lan.block()
    await lan.unblock()
    found = [update["my_chat_member"]["new_chat_member"]["status"] for update in await updates(raw)]
    assert found == ["kicked", "member"]


async def test_being_added_to_a_group_is_told_twice(raw: Raw, sandbox: Sandbox, lan: Person):
    await sandbox.group("Phòng CCHC", lan)
    found = await updates(raw)
    assert kinds(found) == ["my_chat_member", "message"]
    assert found[1]["message"]["new_chat_members"][0]["is_bot"]


async def test_a_migration_is_told_in_both_chats(raw: Raw, sandbox: Sandbox, lan: Person):
    group = await sandbox.group("Phòng CCHC", lan)
    new = await group.migrate()
    old_words, new_words = [update["message"] for update in (await updates(raw))[-2:]]
    assert (old_words["chat"]["id"], old_words["migrate_to_chat_id"]) == (group.id, new.id)
    assert (new_words["chat"]["id"], new_words["migrate_from_chat_id"]) == (new.id, group.id)


async def test_an_anonymous_admin_is_told_as_the_group(raw: Raw, sandbox: Sandbox, lan: Person):
    group = await sandbox.group("Phòng CCHC", lan, kind="supergroup")
    await lan.say("/quantri", at=group, is_anonymous=True)
    message = (await updates(raw))[-1]["message"]
    assert (message["from"]["id"], message["sender_chat"]["id"]) == (1087968824, group.id)


async def test_a_channel_post_has_no_person(raw: Raw, sandbox: Sandbox, lan: Person):
    channel = await sandbox.group("Kênh", lan, kind="channel", bot="administrator")
    await lan.say("Thông báo", at=channel)
    update = (await updates(raw))[-1]
    assert kinds([update]) == ["channel_post"]
    assert "from" not in update["channel_post"]


async def test_a_forum_topic_is_told_with_its_thread(raw: Raw, sandbox: Sandbox, lan: Person):
    forum = await sandbox.group("Diễn đàn", lan, kind="supergroup", is_forum=True)
    thread = await forum.open_topic("Báo cáo quý", by=lan)
    await lan.say("/hoi quý I", at=forum, thread=thread)
    message = (await updates(raw))[-1]["message"]
    assert (message["message_thread_id"], message["is_topic_message"]) == (thread, True)


@pytest.mark.parametrize(
    ("words", "is_heard"),
    [
        ("chào cả nhà", False),
        ("/hoi@hoi_cchc_bot 192", True),
        ("/hoi@other_bot 192", False),
        ("@Hoi_CCHC_bot 192", True),
    ],
)
async def test_in_groups_only_what_is_meant_for_the_bot_is_heard(
    raw: Raw, sandbox: Sandbox, lan: Person, words: str, is_heard: bool
):
    """core.telegram.org/bots/features#privacy-mode"""
    group = await sandbox.group("Phòng CCHC", lan)
    await lan.say(words, at=group)
    heard = [update["message"].get("text") for update in await updates(raw) if "message" in update]
    assert (words in heard) == is_heard


async def test_a_reply_to_the_bot_is_heard_in_a_group(raw: Raw, sandbox: Sandbox, lan: Person):
    group = await sandbox.group("Phòng CCHC", lan)
    await raw("sendMessage", chat_id=group.id, text="hỏi gì?")
    await lan.say("còn quý II", at=group, reply_to=await group.next_reply())
    message = (await updates(raw))[-1]["message"]
    assert message["reply_to_message"]["text"] == "hỏi gì?"


async def test_contacts_and_forwards_are_told(raw: Raw, lan: Person):
    await lan.share_contact("+84901234567")
    await lan.say("chuyển tiếp", is_forwarded=True)
    contact, forward = [update["message"] for update in await updates(raw)]
    assert contact["contact"]["phone_number"] == "+84901234567"
    assert forward["forward_origin"]["type"] == "user"


async def test_kinds_not_asked_for_are_not_told(raw: Raw, sandbox: Sandbox, lan: Person):
    """core.telegram.org/bots/api#getupdates, `allowed_updates`"""
    await raw("getUpdates", allowed_updates=["callback_query"])
    await lan.say("một")
    await raw("getUpdates", allowed_updates=[])
    await lan.say("hai")
    assert [update["message"]["text"] for update in await updates(raw)] == ["hai"]


async def test_an_inline_message_can_be_edited_by_its_own_id(raw: Raw, lan: Person):
    asked = await lan.ask_inline("192")
    content = {"message_text": "đang tìm"}
    buttons = {"inline_keyboard": [[{"text": "a", "callback_data": "b"}]]}
    card = {
        "type": "article",
        "id": "1",
        "title": "t",
        "input_message_content": content,
        "reply_markup": buttons,
    }
    await raw("answerInlineQuery", inline_query_id=asked.id, results=[card])
    message = await asked.choose((await asked.results())[0], lan)
    inline_id = (await updates(raw))[-1]["chosen_inline_result"]["inline_message_id"]
    assert (await raw("editMessageText", inline_message_id=inline_id, text="đã thấy"))["result"] is True
    assert (await lan.look(message)).text == "đã thấy"
