"""What control calls are given, and how they answer."""

from collections.abc import Awaitable, Callable
from functools import wraps
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from bot.sandbox.chats import Chat, Message
from bot.sandbox.errors import ApiError, Json
from bot.sandbox.people import User
from bot.sandbox.speaking import NotPossibleError
from bot.sandbox.world import World

Endpoint = Callable[[Request], Awaitable[Response]]
LONGEST_WAIT_SECONDS = 600.0  # a test of many processes on a busy machine


class NotThereError(Exception):
    """A person, chat or message that the sandbox does not have."""


def answering(act: Callable[[World, Request], Awaitable[Any]]) -> Endpoint:
    """An endpoint that answers with JSON, 404 for what is not there and 409 for what is not possible."""

    @wraps(act)
    async def endpoint(request: Request) -> Response:
        try:
            return JSONResponse(await act(world_of(request), request))
        except NotThereError as missing:
            return JSONResponse({"error": f"there is no {missing}"}, status_code=404)
        except ApiError as refused:
            return JSONResponse({"error": refused.description}, status_code=409)
        except (NotPossibleError, ValueError, KeyError, TypeError) as reason:
            return JSONResponse({"error": f"{type(reason).__name__}: {reason}"}, status_code=409)

    return endpoint


def world_of(request: Request) -> World:
    """The world of the bot that `?token=` names, or the first."""
    worlds: dict[str, World] = request.app.state.worlds
    token = request.query_params.get("token")
    if token is None:
        return next(iter(worlds.values()))
    if (world := worlds.get(token)) is None:
        raise NotThereError("bot with that token")
    return world


def user_of(world: World, user_id: Any) -> User:
    """The person of that id."""
    if (user := world.users.get(int(user_id))) is None:
        raise NotThereError(f"user {user_id}")
    return user


def chat_of(world: World, request: Request) -> Chat:
    """The chat that the address names."""
    chat_id = request.path_params["chat_id"]
    if (chat := world.chats.get(chat_id)) is None:
        raise NotThereError(f"chat {chat_id}")
    return chat


def message_of(world: World, request: Request) -> tuple[Chat, Message]:
    """The chat and the message that the address names."""
    chat, message_id = chat_of(world, request), request.path_params["message_id"]
    if (message := chat.messages.get(message_id)) is None:
        raise NotThereError(f"message {message_id} in chat {chat.id}")
    return chat, message


def timeout_of(request: Request) -> float:
    """How long the call may wait, in seconds; 0 if it does not say."""
    return min(float(request.query_params.get("timeout", 0)), LONGEST_WAIT_SECONDS)


def count_of(request: Request, name: str) -> int:
    """A number within the query, 0 if it does not say."""
    return int(request.query_params.get(name, 0))


def message_view(message: Message) -> Json:
    """A message with all that was ever there."""
    return {
        "message": message.wire,
        "is_from_bot": message.is_from_bot,
        "number": message.number,
        "edits": message.edits,
        "is_deleted": message.is_deleted,
        "reactions": message.reactions,
    }


def chat_view(chat: Chat) -> Json:
    """A chat with who is in it."""
    return {
        **chat.wire(),
        "bot_status": chat.bot_status,
        "members": [{"user_id": user_id, "status": status} for user_id, status in chat.members.items()],
        "topics": [{"id": topic, "name": name} for topic, name in chat.topics.items()],
        "migrated_to": chat.migrated_to,
        "keyboard": chat.keyboard,
        "messages_from_bot": len(chat.from_bot),
        "last": next((one.wire for one in reversed(chat.messages.values()) if not one.is_deleted), None),
    }


def user_view(user: User) -> Json:
    """A person, with the role that the page shows."""
    return {**user.wire(), "role": user.role}
