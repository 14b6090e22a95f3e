"""sendMessage, sendPhoto, sendDocument, sendMediaGroup and sendChatAction.

core.telegram.org/bots/api#available-methods.
"""

from bot.sandbox.chats import Chat, Message
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.files import StoredFile
from bot.sandbox.keyboards import check_markup
from bot.sandbox.methods.content import caption_content, reply_content, text_content
from bot.sandbox.methods.targets import chat_to_write, topic_of
from bot.sandbox.parameters import Parameters, as_text
from bot.sandbox.world import World

ALBUM = (2, 10)  # core.telegram.org/bots/api#sendmediagroup: "must include 2-10 items"
ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def send_message(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#sendmessage"""
    chat = chat_to_write(world, given)
    return _send(world, chat, given, text_content(world, given))


def send_photo(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#sendphoto"""
    chat = chat_to_write(world, given)
    photo = photo_file(world, given, "photo")
    return _send(world, chat, given, {"photo": photo.photo(), **caption_content(world, given)})


def send_document(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#senddocument"""
    chat = chat_to_write(world, given)
    document = document_file(world, given, "document")
    return _send(world, chat, given, {"document": document.document(), **caption_content(world, given)})


def send_media_group(world: World, given: Parameters) -> list[Json]:
    """core.telegram.org/bots/api#sendmediagroup, for photos and documents."""
    chat = chat_to_write(world, given)
    media = given.json("media", "media")
    if not isinstance(media, list) or not ALBUM[0] <= len(media) <= ALBUM[1]:
        raise bad_request("there must be from 2 to 10 messages in the album")
    items = [Parameters({name: as_text(value) for name, value in one.items()}, given.uploads) for one in media]
    if len(kinds := {one.text("type") for one in items}) > 1 or not kinds <= {"photo", "document"}:
        raise bad_request("documents can't be mixed with other media types")
    contents = [{**_medium(world, one), **caption_content(world, one)} for one in items]
    album = str(world.clock())
    return [_send(world, chat, given, {"media_group_id": f"{album}{chat.id}", **content}) for content in contents]


def _medium(world: World, item: Parameters) -> Json:
    if not item.text("media"):
        raise bad_request("can't parse InputMedia: media not found")
    if item.text("type") == "photo":
        return {"photo": photo_file(world, item, "media").photo()}
    return {"document": document_file(world, item, "media").document()}


def send_chat_action(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#sendchataction"""
    chat = chat_to_write(world, given)
    if given.text("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    world.feed.tell("action", chat_id=chat.id, action=given.text("action"))
    return True


def photo_file(world: World, given: Parameters, name: str) -> StoredFile:
    """The picture that was uploaded, or that a file id names."""
    if upload := given.upload(name):
        return world.files.keep_photo(upload.name, upload.content)
    if not given.text(name):
        raise bad_request("there is no photo in the request")
    if not (file := _known_file(world, given.text(name))).is_photo:
        raise bad_request("can't use file of type Document as Photo")
    return file


def document_file(world: World, given: Parameters, name: str) -> StoredFile:
    """The document that was uploaded, or that a file id names."""
    if upload := given.upload(name):
        return world.files.keep_document(upload.name, upload.media_type, upload.content)
    if not given.text(name):
        raise bad_request("there is no document in the request")
    if (file := _known_file(world, given.text(name))).is_photo:
        raise bad_request("can't use file of type Photo as Document")
    return file


def _known_file(world: World, reference: str) -> StoredFile:
    if reference.startswith(("http://", "https://")):
        raise bad_request("failed to get HTTP URL content")
    return world.files.get(reference)


def _send(world: World, chat: Chat, given: Parameters, content: Json) -> Json:
    markup = check_markup(given.object("reply_markup", "reply keyboard markup"))
    content |= reply_content(chat, given)
    if (topic := topic_of(chat, given)) is not None:
        content |= {"message_thread_id": topic, "is_topic_message": True}
    if given.truth("protect_content"):
        content["has_protected_content"] = True
    if markup and "inline_keyboard" in markup:
        content["reply_markup"] = markup
    world.limits.admit(chat.id)
    return post_from_bot(world, chat, content, markup).wire


def post_from_bot(world: World, chat: Chat, content: Json, markup: Json | None = None) -> Message:
    """The bot's message in the chat; a reply keyboard takes effect there."""
    if chat.kind == "channel":
        message = world.post(chat, {"sender_chat": chat.wire(), **content}, sender=None, is_from_bot=True)
    else:
        message = world.post(chat, content, sender=world.bot_wire, is_from_bot=True)
    if markup and "inline_keyboard" not in markup:
        chat.keyboard = None if markup.get("remove_keyboard") else {**markup, "message_id": message.id}
        world.feed.tell("keyboard", chat_id=chat.id, keyboard=chat.keyboard)
    return message
