"""Which chat and message a call means, and whether the bot may write there."""

from bot.sandbox.chats import Chat, Message
from bot.sandbox.errors import bad_request, forbidden
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World

_SAID_OF = {"group": "group chat", "supergroup": "supergroup chat", "channel": "channel chat"}


def chat_to_read(world: World, given: Parameters) -> Chat:
    """The chat that `chat_id` names and the bot can see."""
    chat = world.find_chat(given.text("chat_id"))
    if chat.kind == "private":
        if chat.bot_status == "left":
            raise bad_request("chat not found")
    elif chat.migrated_to is None:
        _check_membership(chat)
    return chat


def chat_to_write(world: World, given: Parameters) -> Chat:
    """The chat that `chat_id` names, if the bot may write there.

    The refusals are those of the open-source server's check_chat_access.
    """
    chat = chat_to_read(world, given)
    if chat.migrated_to is not None:
        raise bad_request("group chat was upgraded to a supergroup chat", migrate_to_chat_id=chat.migrated_to)
    if chat.kind == "private" and chat.bot_status == "kicked":
        raise forbidden("bot was blocked by the user")
    if chat.kind == "channel" and chat.bot_status != "administrator":
        raise bad_request("need administrator rights in the channel chat")
    return chat


def _check_membership(chat: Chat) -> None:
    if chat.bot_status == "kicked":
        raise forbidden(f"bot was kicked from the {_SAID_OF[chat.kind]}")
    if chat.bot_status == "left":
        raise forbidden(f"bot is not a member of the {_SAID_OF[chat.kind]}")


def topic_of(chat: Chat, given: Parameters) -> int | None:
    """The forum topic that the message goes to, None outside of forums (there the parameter is ignored)."""
    thread = given.integer("message_thread_id")
    if not thread or not chat.is_forum:
        return None
    if thread not in chat.topics:
        raise bad_request("message thread not found")
    return thread


def message_of(chat: Chat, message_id: int, what: str) -> Message:
    """The message of that id; `what` stands in "… not found"."""
    message = chat.messages.get(message_id)
    if message is None or message.is_deleted:
        raise bad_request(f"{what} not found")
    return message


def own_message(world: World, given: Parameters) -> tuple[Chat | None, Message, Chat]:
    """The message to edit: its chat as the bot sees it (None if sent inline), itself, and where it is."""
    if inline_id := given.text("inline_message_id"):
        if (found := world.inline_messages.get(inline_id)) is None:
            raise bad_request("MESSAGE_ID_INVALID")
        return None, found[1], found[0]
    if not given.text("message_id"):
        raise bad_request("Message identifier is not specified")
    chat = chat_to_write(world, given)
    message = message_of(chat, given.integer("message_id"), "message to edit")
    if not message.is_from_bot:
        raise bad_request("message can't be edited")
    return chat, message, chat
