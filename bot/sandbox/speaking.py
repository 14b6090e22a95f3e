"""What people do: write, press, edit, forward, block, and what the bot is told of it.

core.telegram.org/bots/api#update.
"""

import time
from dataclasses import dataclass

from bot.sandbox.chats import Chat, Message
from bot.sandbox.entities import find, utf16_cut
from bot.sandbox.errors import Json
from bot.sandbox.members import member_wire, set_bot_status
from bot.sandbox.people import ANONYMOUS_ADMIN, User
from bot.sandbox.queries import Query
from bot.sandbox.world import World, shown


class NotPossibleError(Exception):
    """What a person cannot do in a client, such as pressing a button that is not there."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where and how a person writes."""

    reply_to: int | None = None
    thread: int | None = None
    is_anonymous: bool = False
    is_forwarded: bool = False
    forwarded_from: User | None = None  # somebody else
    is_hidden: bool = False  # who forbids that forwarded messages name them
    album: str | None = None  # shared by what is sent together


def say(world: World, user: User, chat: Chat, content: Json, said: Said = Said()) -> Message:
    """A person's message of any kind; the bot is told if it may hear it."""
    _check_may_write(chat, user)
    if chat.kind == "private" and chat.bot_status == "left":
        chat.bot_status = "member"
    everything = {**content, **_context(world, chat, said, user)}
    if chat.kind == "channel":
        message = world.post(chat, {"sender_chat": chat.wire(), **everything}, sender=None)
        world.deliver("channel_post", message.wire)
        return message
    message = world.post(chat, everything, sender=_sender(user, said))
    if _hears(world, chat, message):
        world.deliver("message", message.wire)
    return message


def words(text: str, *, is_caption: bool = False) -> Json:
    """`text` and `entities` (or the caption's) as a client sends them."""
    marked = [entity.wire() for entity in find(text)]
    name, marks = ("caption", "caption_entities") if is_caption else ("text", "entities")
    return {name: text, marks: marked} if marked else {name: text}


def _check_may_write(chat: Chat, user: User) -> None:
    if chat.migrated_to is not None:
        raise NotPossibleError("the group has become a supergroup")
    if chat.kind == "private" and chat.bot_status == "kicked":
        raise NotPossibleError("who blocks the bot has to unblock it first")
    if chat.kind != "private" and chat.status_of(user.id) in ("left", "kicked"):
        raise NotPossibleError("only members write in a group")


def _sender(user: User, said: Said) -> Json:
    return ANONYMOUS_ADMIN.wire() if said.is_anonymous else user.wire()


def _context(world: World, chat: Chat, said: Said, user: User) -> Json:
    context: Json = {"media_group_id": said.album} if said.album else {}
    if said.is_anonymous:
        context["sender_chat"] = chat.wire()
    if said.thread is not None and chat.is_forum:
        context |= {"message_thread_id": said.thread, "is_topic_message": True}
    if said.reply_to is not None:
        if (target := chat.messages.get(said.reply_to)) is None or target.is_deleted:
            raise NotPossibleError("the message replied to is gone")
        context["reply_to_message"] = shown(target.wire)
    if said.is_forwarded or said.forwarded_from:
        context["forward_origin"] = _origin(world, said.forwarded_from or user, said)
    return context


def _origin(world: World, author: User, said: Said) -> Json:
    """core.telegram.org/bots/api#messageorigin"""
    date = int(world.clock())
    if said.is_hidden:
        return {"type": "hidden_user", "date": date, "sender_user_name": author.first_name}
    return {"type": "user", "date": date, "sender_user": author.wire()}


def _hears(world: World, chat: Chat, message: Message) -> bool:
    """Whether the bot is told: in groups with privacy mode only what is meant for it.

    core.telegram.org/bots/features#privacy-mode.
    """
    if not chat.is_open:
        return False
    if chat.kind == "private" or world.bot.reads_all_group_messages or chat.bot_status == "administrator":
        return True
    wire = message.wire
    if wire.get("reply_to_message", {}).get("from", {}).get("id") == world.bot.user.id:
        return True
    text = wire.get("text") or wire.get("caption") or ""
    marks = wire.get("entities") or wire.get("caption_entities") or []
    is_service = not text and "document" not in wire and "photo" not in wire and "contact" not in wire
    return is_service or any(_means_bot(world, text, mark) for mark in marks)


def _means_bot(world: World, text: str, mark: Json) -> bool:
    name = f"@{world.bot.user.username}".lower()
    marked = utf16_cut(text, mark["offset"], mark["length"]).lower()
    if mark["type"] == "bot_command":
        return "@" not in marked or marked.endswith(name)
    return mark["type"] == "mention" and marked == name


def edit(world: World, user: User, chat: Chat, message: Message, text: str) -> None:
    """A person changes what they wrote; the bot gets an edited_message."""
    if message.is_deleted or message.is_from_bot or message.wire.get("from", {}).get("id") != user.id:
        raise NotPossibleError("people edit only their own messages")
    world.change(chat, message, {"entities": None, **words(text, is_caption="text" not in message.wire)})
    if _hears(world, chat, message):
        kind = "edited_channel_post" if chat.kind == "channel" else "edited_message"
        world.deliver(kind, message.wire)


def press(world: World, user: User, chat: Chat, message: Message, data: str) -> Query:
    """A press on an inline button with that data; the query then waits for the bot's answer.

    A client that has not heard yet of the message's last change still shows the buttons from before.
    """
    shown_once = [*buttons_of(message.wire), *(one for wire in message.edits for one in buttons_of(wire))]
    if message.is_deleted or data not in shown_once:
        raise NotPossibleError(f"there is no button with data {data!r}")
    body: Json = {
        "from": user.wire(),
        "message": message.wire,
        "chat_instance": str(chat.id * 7919 + 11),
        "data": data,
    }
    if message.inline_id is not None:
        del body["message"]
        body["inline_message_id"] = message.inline_id
    query = world.queries.ask("callback", user, body)
    world.deliver("callback_query", query.body)
    return query


def buttons_of(wire: Json) -> list[str]:
    """The data of the inline buttons of a message as it stands or stood."""
    rows = wire.get("reply_markup", {}).get("inline_keyboard", [])
    return [button["callback_data"] for row in rows for button in row if "callback_data" in button]


def ask_inline(world: World, user: User, query: str, offset: str, chat: Chat | None) -> Query:
    """Someone types `@bot …` in any chat."""
    kind = "sender" if chat is None or chat.id == user.id else chat.kind
    body: Json = {"from": user.wire(), "query": query, "offset": offset, "chat_type": kind}
    asked = world.queries.ask("inline", user, body)
    world.deliver("inline_query", asked.body)
    return asked


def choose(world: World, query: Query, result_id: str, chat: Chat) -> Message:
    """The result is sent into the chat by the person, via the bot; the bot gets a chosen_inline_result."""
    results = (query.answer or {}).get("results", [])
    result = next((result for result in results if result["id"] == result_id), None)
    if result is None:
        raise NotPossibleError(f"there is no result {result_id!r}")
    content: Json = {**result["message"], "via_bot": world.bot_wire}
    if markup := result.get("reply_markup"):
        content["reply_markup"] = markup
    message = world.post(chat, content, sender=query.user.wire())
    chosen: Json = {"result_id": result_id, "from": query.user.wire(), "query": query.body["query"]}
    if markup:
        inline_id = f"inline{len(world.inline_messages) + 1}"
        message.inline_id = inline_id
        world.inline_messages[inline_id] = (chat, message)
        chosen["inline_message_id"] = inline_id
    world.deliver("chosen_inline_result", chosen)
    return message


def block(world: World, user: User) -> None:
    """The person stops the bot; it gets my_chat_member and 403 from then on."""
    set_bot_status(world, world.chats[user.id], "kicked", by=user)


def unblock(world: World, user: User) -> None:
    """The person lets the bot write again."""
    set_bot_status(world, world.chats[user.id], "member", by=user)


def join(world: World, user: User, chat: Chat, status: str = "member") -> None:
    """A person comes or goes; the bot is told by a service message and, if it asked for it, chat_member."""
    before = chat.status_of(user.id)
    chat.members[user.id] = status  # type: ignore[assignment]
    update: Json = {
        "chat": chat.wire(),
        "from": user.wire(),
        "date": int(world.clock()),
        "old_chat_member": member_wire(user, before),
        "new_chat_member": member_wire(user, chat.members[user.id]),
    }
    if chat.is_open:
        world.deliver("chat_member", update)
    if chat.is_group and before in ("left", "kicked"):
        _service(world, chat, user, {"new_chat_members": [user.wire()]})
    elif chat.is_group and status in ("left", "kicked"):
        _service(world, chat, user, {"left_chat_member": user.wire()})


def add_bot(world: World, chat: Chat, status: str, by: User) -> None:
    """Someone makes the bot a member or admin of the chat, or throws it out ("kicked")."""
    was_open = chat.is_open
    set_bot_status(world, chat, status, by=by)  # type: ignore[arg-type]
    if chat.is_group and chat.is_open and not was_open:
        _service(world, chat, by, {"new_chat_members": [world.bot_wire]})


def _service(world: World, chat: Chat, by: User | None, content: Json) -> Message:
    message = world.post(chat, content, sender=by.wire() if by else None)
    if chat.is_open:
        world.deliver("message", message.wire)
    return message


def migrate(world: World, chat: Chat) -> Chat:
    """The group becomes a supergroup with a new id; the bot is told in both by service messages.

    core.telegram.org/bots/api#message, `migrate_to_chat_id` and `migrate_from_chat_id`.
    """
    new = world.add_chat("supergroup", chat.title or "")
    new.members, new.bot_status = dict(chat.members), chat.bot_status
    _service(world, chat, ANONYMOUS_ADMIN, {"migrate_to_chat_id": new.id})
    chat.migrated_to = new.id
    _service(world, new, ANONYMOUS_ADMIN, {"migrate_from_chat_id": chat.id, "sender_chat": new.wire()})
    return new


def open_topic(world: World, chat: Chat, name: str, by: User) -> int:
    """A new topic in a forum; its id is that of its service message."""
    if not chat.is_forum:
        raise NotPossibleError("only forums have topics")
    created = {"name": name, "icon_color": 7322096}  # one of Telegram's six: createForumTopic
    message = _service(world, chat, by, {"forum_topic_created": created, "is_topic_message": True})
    message.wire["message_thread_id"] = message.id
    chat.topics[message.id] = name
    return message.id


def expire(query: Query) -> None:
    """Makes a query too old to be answered."""
    query.asked_at = time.time() - 24 * 3600
