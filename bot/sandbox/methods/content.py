"""The words, marks and keyboards of a message that the bot sends.

core.telegram.org/bots/api#sendmessage and #formatting-options.
"""

from typing import Any

from bot.sandbox.chats import Chat
from bot.sandbox.entities import Entity, find, merge, settle
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.formatting import parse_html
from bot.sandbox.methods.targets import message_of
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World, shown

MAX_TEXT = 4096  # core.telegram.org/bots/api#sendmessage: "1-4096 characters after entities parsing"
MAX_CAPTION = 1024  # core.telegram.org/bots/api#sendphoto: "0-1024 characters after entities parsing"
MAX_RAW_BYTES = 1 << 15  # the server's own limit before parsing


def text_content(world: World, given: Parameters) -> Json:
    """`text`, `entities` and `link_preview_options` of a text message."""
    if not given.text("text"):
        raise bad_request("message text is empty")
    entities = given.json("entities", "entities")
    content = formatted(world, given.text("text"), given.text("parse_mode"), entities)
    if not content["text"]:
        raise bad_request("text must be non-empty")
    if len(content["text"]) > MAX_TEXT:
        raise bad_request("message is too long")
    preview = given.object("link_preview_options", "link preview options")
    if preview is None and given.truth("disable_web_page_preview"):
        preview = {"is_disabled": True}
    if preview:
        content["link_preview_options"] = preview
    return content


def caption_content(world: World, given: Parameters) -> Json:
    """`caption` and `caption_entities` of a photo or document; nothing where there is none."""
    if not given.text("caption"):
        return {}
    entities = given.json("caption_entities", "caption entities")
    content = formatted(world, given.text("caption"), given.text("parse_mode"), entities)
    if len(content["text"]) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    caption: Json = {"caption": content["text"]}
    if "entities" in content:
        caption["caption_entities"] = content["entities"]
    if given.truth("show_caption_above_media"):
        caption["show_caption_above_media"] = True
    return caption


def formatted(world: World, text: str, parse_mode: str, given_entities: Any = None) -> Json:
    """`text` and `entities` as the message will have them."""
    if len(text.encode()) > MAX_RAW_BYTES:
        raise bad_request("text is too long")
    match parse_mode.lower():
        case "html":
            plain, entities = parse_html(text)
        case "" | "none":
            plain, entities = text, _given_entities(given_entities)
        case "markdown" | "markdownv2":
            raise bad_request("the sandbox reads parse_mode HTML only")
        case _:
            raise bad_request("unsupported parse_mode")
    plain, entities = settle(plain, entities)
    marked = [shown for entity in merge(entities, find(plain)) if (shown := world.mention(entity.wire()))]
    return {"text": plain, "entities": marked} if marked else {"text": plain}


def _given_entities(given: Any) -> list[Entity]:
    if not isinstance(given, list):
        return []
    return [_given_entity(one) for one in given]


def _given_entity(one: Any) -> Entity:
    if not isinstance(one, dict) or not isinstance(one.get("offset"), int) or not isinstance(one.get("length"), int):
        raise bad_request("can't parse MessageEntity: Object with integer offset and length expected")
    user = one.get("user") or {}
    return Entity(
        str(one.get("type", "")),
        max(one["offset"], 0),
        max(one["length"], 0),
        url=one.get("url"),
        language=one.get("language"),
        custom_emoji_id=one.get("custom_emoji_id"),
        user_id=user.get("id"),
    )


def reply_content(chat: Chat, given: Parameters) -> Json:
    """`reply_to_message` for `reply_parameters` (core.telegram.org/bots/api#replyparameters)."""
    wanted = given.object("reply_parameters", "reply parameters") or {}
    message_id = wanted.get("message_id") or given.integer("reply_to_message_id")
    may_lack = wanted.get("allow_sending_without_reply") or given.truth("allow_sending_without_reply")
    if not message_id:
        return {}
    found = chat.messages.get(message_id)
    if found is None or found.is_deleted:
        if may_lack:
            return {}
        message_of(chat, message_id, "message to be replied")
    assert found is not None  # noqa: S101 - message_of has raised otherwise
    content: Json = {"reply_to_message": shown(found.wire)}
    if quote := wanted.get("quote"):
        content["quote"] = {"text": quote, "position": wanted.get("quote_position", 0), "is_manual": True}
    return content
