"""Changing and taking back messages.

core.telegram.org/bots/api#updating-messages.
"""

from typing import Any

from bot.sandbox.errors import Json, bad_request
from bot.sandbox.keyboards import check_inline_markup
from bot.sandbox.methods.content import caption_content, text_content
from bot.sandbox.methods.sending import document_file, photo_file
from bot.sandbox.methods.targets import chat_to_read, chat_to_write, message_of, own_message
from bot.sandbox.parameters import Parameters, as_text
from bot.sandbox.world import World

# core.telegram.org/bots/api#deletemessage: "sent less than 48 hours ago"
DELETABLE_SECONDS = 48 * 3600


def edit_message_text(world: World, given: Parameters) -> Json | bool:
    """core.telegram.org/bots/api#editmessagetext"""
    _, message, _ = own_message(world, given)
    if "text" not in message.wire:
        raise bad_request("there is no text in the message to edit")
    content = text_content(world, given)
    return _edit(world, given, {"entities": None, "link_preview_options": None, **content})


def edit_message_caption(world: World, given: Parameters) -> Json | bool:
    """core.telegram.org/bots/api#editmessagecaption"""
    _, message, _ = own_message(world, given)
    if "photo" not in message.wire and "document" not in message.wire:
        raise bad_request("there is no caption in the message to edit")
    return _edit(world, given, {"caption": None, "caption_entities": None, **caption_content(world, given)})


def edit_message_media(world: World, given: Parameters) -> Json | bool:
    """core.telegram.org/bots/api#editmessagemedia, for photos and documents."""
    media = given.object("media", "input media") or {}
    asked = Parameters({name: as_text(value) for name, value in media.items()}, given.uploads)
    match media.get("type"):
        case "photo":
            content: Json = {"photo": photo_file(world, asked, "media").photo(), "document": None}
        case "document":
            content = {"document": document_file(world, asked, "media").document(), "photo": None}
        case kind:
            raise bad_request(f"can't parse InputMedia: type {kind} is not supported by the sandbox")
    caption: Json = {"caption": None, "caption_entities": None, **caption_content(world, asked)}
    return _edit(world, given, {"text": None, "entities": None, **content, **caption})


def edit_message_reply_markup(world: World, given: Parameters) -> Json | bool:
    """core.telegram.org/bots/api#editmessagereplymarkup"""
    return _edit(world, given, {})


def _edit(world: World, given: Parameters, changes: Json) -> Json | bool:
    own_chat, message, chat = own_message(world, given)
    markup = check_inline_markup(given.object("reply_markup", "reply keyboard markup"))
    changes = {**changes, "reply_markup": markup}
    if all(message.wire.get(name) == value for name, value in changes.items()):
        raise bad_request(
            "message is not modified: specified new message content and reply markup are exactly the same as "
            "a current content and reply markup of the message"
        )
    world.limits.admit(chat.id)
    # core.telegram.org/constructor/message, edit_hide: "shown as not modified …, even if an edit date is present".
    world.change(chat, message, changes, is_edit=changes.keys() != {"reply_markup"})
    return True if own_chat is None else message.wire


def delete_message(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#deletemessage"""
    chat = chat_to_write(world, given)
    message = message_of(chat, given.integer("message_id"), "message to delete")
    is_allowed = message.is_from_bot or chat.kind == "private" or chat.bot_status == "administrator"
    if not is_allowed or world.clock() - message.wire["date"] > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    world.delete(chat, message)
    return True


def delete_messages(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#deletemessages: those that cannot be found are skipped."""
    chat = chat_to_write(world, given)
    wanted: Any = given.json("message_ids", "message identifiers")
    if not isinstance(wanted, list) or not wanted:
        raise bad_request("message identifiers are not specified")
    for message_id in wanted:
        if (message := chat.messages.get(message_id)) and not message.is_deleted:
            world.delete(chat, message)
    return True


def set_message_reaction(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#setmessagereaction"""
    chat = chat_to_read(world, given)
    message = message_of(chat, given.integer("message_id"), "message to react")
    reactions: Any = given.json("reaction", "reaction types") or []
    if not isinstance(reactions, list):
        raise bad_request("Expected an Array of ReactionType")
    world.react(chat, message, reactions)
    return True
