"""Control calls that do what people do."""

from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.sandbox import speaking
from bot.sandbox.control.asking import (
    NotThereError,
    chat_of,
    chat_view,
    message_of,
    message_view,
    user_of,
    user_view,
)
from bot.sandbox.errors import Json
from bot.sandbox.people import ANONYMOUS_ADMIN
from bot.sandbox.queries import Query
from bot.sandbox.speaking import NotPossibleError, Said
from bot.sandbox.tokens import is_token
from bot.sandbox.world import World


async def add_bot(request: Request) -> Response:
    """A bot with the given token, in a new world."""
    token = (await request.json())["token"]
    if not is_token(token):
        return JSONResponse({"error": "that is not the form of a token"}, status_code=409)
    request.app.state.add_world(token)
    return JSONResponse({"token": token})


async def add_users(world: World, request: Request) -> Any:
    """One person, or `count` numbered ones whose chats are open."""
    given = await request.json()
    count = given.pop("count", None)
    if count is None:
        return user_view(world.add_user(**given))
    first_name = given.pop("first_name", "Người")
    users = [world.add_user(f"{first_name} {number + 1}", **{"is_started": True, **given}) for number in range(count)]
    return [user.id for user in users]


async def add_chat(world: World, request: Request) -> Json:
    """A group, supergroup or channel with its members; the first is its owner."""
    given = await request.json()
    members, bot = given.pop("members", []), given.pop("bot", None)
    chat = world.add_chat(given.pop("type"), given.pop("title"), **given)
    for place, user_id in enumerate(members):
        chat.members[user_of(world, user_id).id] = "member" if place else "creator"
    if bot:
        by = user_of(world, members[0]) if members else ANONYMOUS_ADMIN
        speaking.add_bot(world, chat, bot, by)
    return chat_view(chat)


async def say(world: World, request: Request) -> Json:
    """A text from someone."""
    given = await request.json()
    chat = chat_of(world, request)
    user = user_of(world, given["user_id"])
    message = speaking.say(world, user, chat, speaking.words(given["text"]), _said(world, given))
    return message_view(message)


async def contact(world: World, request: Request) -> Json:
    """Someone shares a contact, their own if no other is named."""
    given = await request.json()
    user = user_of(world, given["user_id"])
    card: Json = {
        "phone_number": given["phone_number"],
        "first_name": given.get("first_name", user.first_name),
        "user_id": given.get("contact_user_id", user.id),
    }
    return message_view(speaking.say(world, user, chat_of(world, request), {"contact": card}, _said(world, given)))


def _said(world: World, given: Json) -> Said:
    return Said(
        reply_to=given.get("reply_to_message_id"),
        thread=given.get("message_thread_id"),
        is_anonymous=bool(given.get("is_anonymous")),
        is_forwarded=bool(given.get("is_forwarded")),
        forwarded_from=user_of(world, given["forwarded_from"]) if given.get("forwarded_from") else None,
        is_hidden=bool(given.get("is_hidden")),
    )


async def upload(world: World, request: Request) -> Json:
    """A file from someone: its bytes are the body, all else stands in the query."""
    query, body = request.query_params, await request.body()
    user, chat = user_of(world, query["user_id"]), chat_of(world, request)
    name = query.get("name", "file")
    if query.get("kind") == "photo":
        content: Json = {"photo": world.files.keep_photo(name, body).photo()}
    else:
        kept = world.files.keep_document(name, request.headers.get("content-type", ""), body)
        content = {"document": kept.document()}
    caption = speaking.words(query["caption"], is_caption=True) if query.get("caption") else {}
    reply = int(query["reply_to_message_id"]) if "reply_to_message_id" in query else None
    said = Said(reply_to=reply, album=query.get("album"))
    return message_view(speaking.say(world, user, chat, {**content, **caption}, said))


async def edit(world: World, request: Request) -> Json:
    """Someone changes their message."""
    given = await request.json()
    chat, message = message_of(world, request)
    speaking.edit(world, user_of(world, given["user_id"]), chat, message, given["text"])
    return message_view(message)


async def press(world: World, request: Request) -> Json:
    """Someone presses the button with the given data."""
    given = await request.json()
    chat, message = message_of(world, request)
    query = speaking.press(world, user_of(world, given["user_id"]), chat, message, given["data"])
    return {"query_id": query.id}


async def ask_inline(world: World, request: Request) -> Json:
    """Someone types an inline query."""
    given = await request.json()
    chat = world.chats.get(given.get("chat_id", 0))
    user = user_of(world, given["user_id"])
    query = speaking.ask_inline(world, user, given.get("query", ""), given.get("offset", ""), chat)
    return {"query_id": query.id}


async def choose(world: World, request: Request) -> Json:
    """Someone sends one of the inline results into a chat."""
    given = await request.json()
    if (chat := world.chats.get(given["chat_id"])) is None:
        raise NotThereError(f"chat {given['chat_id']}")
    return message_view(speaking.choose(world, query_of(world, request), given["result_id"], chat))


def query_of(world: World, request: Request) -> Query:
    """The pressed button or inline query that the address names."""
    query_id = request.path_params["query_id"]
    if (query := world.queries.by_id.get(query_id)) is None:
        raise NotThereError(f"query {query_id}")
    return query


async def expire(world: World, request: Request) -> Json:
    """Makes a query too old to be answered."""
    speaking.expire(query_of(world, request))
    return {}


async def block(world: World, request: Request) -> Json:
    """Someone blocks the bot, or unblocks it."""
    user = user_of(world, request.path_params["user_id"])
    if (await request.json()).get("is_blocking", True):
        speaking.block(world, user)
    else:
        speaking.unblock(world, user)
    return chat_view(world.chats[user.id])


async def set_member(world: World, request: Request) -> Json:
    """Someone, or the bot (`user_id` 0), becomes a member, admin or stranger of a chat."""
    given = await request.json()
    chat = chat_of(world, request)
    if given.get("user_id"):
        speaking.join(world, user_of(world, given["user_id"]), chat, given["status"])
    else:
        by = user_of(world, given["by"]) if "by" in given else ANONYMOUS_ADMIN
        speaking.add_bot(world, chat, given["status"], by)
    return chat_view(chat)


async def migrate(world: World, request: Request) -> Json:
    """A group becomes a supergroup."""
    chat = chat_of(world, request)
    if chat.kind != "group" or chat.migrated_to is not None:
        raise NotPossibleError("only a group that has not migrated can become a supergroup")
    return chat_view(speaking.migrate(world, chat))


async def open_topic(world: World, request: Request) -> Json:
    """A new topic in a forum."""
    given = await request.json()
    user = user_of(world, given["user_id"])
    return {"id": speaking.open_topic(world, chat_of(world, request), given["name"], user)}
