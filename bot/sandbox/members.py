"""Who is in a chat, and how the bot is told when that changes for itself.

core.telegram.org/bots/api#chatmember and #chatmemberupdated.
"""

from bot.sandbox.chats import Chat
from bot.sandbox.errors import Json
from bot.sandbox.people import MemberStatus, User
from bot.sandbox.world import World

_ADMIN_RIGHTS = (
    "can_manage_chat",
    "can_delete_messages",
    "can_manage_video_chats",
    "can_restrict_members",
    "can_change_info",
    "can_invite_users",
    "can_post_stories",
    "can_edit_stories",
    "can_delete_stories",
    "can_send_welcome_messages",
    "can_manage_direct_messages",
    "can_manage_tags",
)
_RESTRICTIONS = (
    "can_send_messages",
    "can_send_audios",
    "can_send_documents",
    "can_send_photos",
    "can_send_videos",
    "can_send_video_notes",
    "can_send_voice_notes",
    "can_send_polls",
    "can_send_other_messages",
    "can_add_web_page_previews",
    "can_react_to_messages",
    "can_edit_tag",
    "can_change_info",
    "can_invite_users",
    "can_pin_messages",
    "can_manage_topics",
)


def member_wire(user: User, status: MemberStatus) -> Json:
    """Someone's place in a chat."""
    member: Json = {"user": user.wire(), "status": status}
    match status:
        case "creator":
            member["is_anonymous"] = False
        case "administrator":
            member |= {"can_be_edited": False, "is_anonymous": False, **dict.fromkeys(_ADMIN_RIGHTS, True)}
            member["can_promote_members"] = False
        case "restricted":
            member |= {"is_member": True, "until_date": 0, **dict.fromkeys(_RESTRICTIONS, True)}
        case "kicked":
            member["until_date"] = 0
    return member


def set_bot_status(world: World, chat: Chat, status: MemberStatus, *, by: User) -> None:
    """Makes the bot a member, admin or stranger of the chat, and tells it by my_chat_member."""
    before, chat.bot_status = chat.bot_status, status
    world.feed.tell("chat", chat_id=chat.id)
    chat.changed.notify()
    world.happened.notify()
    if before != status:
        update = {
            "chat": chat.wire(),
            "from": by.wire(),
            "date": int(world.clock()),
            "old_chat_member": member_wire(world.bot.user, before),
            "new_chat_member": member_wire(world.bot.user, status),
        }
        world.deliver("my_chat_member", update)
