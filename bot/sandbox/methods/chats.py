"""What the bot can learn of a chat and its members.

core.telegram.org/bots/api#getchat and what follows it.
"""

from bot.sandbox.chats import Chat
from bot.sandbox.errors import Json, bad_request
from bot.sandbox.members import member_wire, set_bot_status
from bot.sandbox.methods.targets import chat_to_read, chat_to_write
from bot.sandbox.parameters import Parameters
from bot.sandbox.world import World


def get_chat(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#chatfullinfo"""
    chat = chat_to_read(world, given)
    return {
        **chat.wire(),
        "accent_color_id": chat.id % 7,
        "max_reaction_count": 11,
        "accepted_gift_types": {
            "unlimited_gifts": False,
            "limited_gifts": False,
            "unique_gifts": False,
            "premium_subscription": False,
            "gifts_from_channels": False,
        },
    }


def get_chat_member(world: World, given: Parameters) -> Json:
    """core.telegram.org/bots/api#getchatmember"""
    chat = chat_to_read(world, given)
    return _member(world, chat, given.integer("user_id"))


def _member(world: World, chat: Chat, user_id: int) -> Json:
    if user_id == world.bot.user.id:
        status = chat.bot_status if chat.kind != "private" else "member"
        return member_wire(world.bot.user, status)
    if (user := world.users.get(user_id)) is None:
        raise bad_request("invalid user_id specified" if user_id <= 0 else "member not found")
    if chat.kind == "private":
        return member_wire(user, "member" if user_id == chat.id else "left")
    return member_wire(user, chat.status_of(user_id))


def get_chat_administrators(world: World, given: Parameters) -> list[Json]:
    """core.telegram.org/bots/api#getchatadministrators: without other bots, with this one."""
    chat = chat_to_read(world, given)
    if chat.kind == "private":
        raise bad_request("there are no administrators in the private chat")
    admins = [
        member_wire(world.users[user_id], status)
        for user_id, status in chat.members.items()
        if status in ("creator", "administrator")
    ]
    if chat.bot_status == "administrator":
        admins.append(member_wire(world.bot.user, "administrator"))
    return admins


def get_chat_member_count(world: World, given: Parameters) -> int:
    """core.telegram.org/bots/api#getchatmembercount"""
    chat = chat_to_read(world, given)
    if chat.kind == "private":
        return 2
    present = sum(status not in ("left", "kicked") for status in chat.members.values())
    return present + chat.is_open


def leave_chat(world: World, given: Parameters) -> bool:
    """core.telegram.org/bots/api#leavechat"""
    chat = chat_to_write(world, given)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    set_bot_status(world, chat, "left", by=world.bot.user)
    return True
