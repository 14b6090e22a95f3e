"""Control calls that look at chats and the log, and wait there for what is to come."""

import json
from collections.abc import AsyncIterator

from starlette.requests import Request
from starlette.responses import Response, StreamingResponse

from bot.sandbox.chats import Message
from bot.sandbox.control.acting import query_of
from bot.sandbox.control.asking import (
    chat_of,
    chat_view,
    count_of,
    message_of,
    message_view,
    timeout_of,
    user_of,
    user_view,
    world_of,
)
from bot.sandbox.errors import Json
from bot.sandbox.methods.profile import commands_for
from bot.sandbox.world import World

BEAT_SECONDS = 15.0  # a comment this often keeps proxies from closing the stream


async def state(world: World, _: Request) -> Json:
    """The bot, the people and the chats."""
    return {
        "bot": world.bot.wire(),
        "descriptions": world.bot.descriptions,
        "users": [user_view(user) for user in world.users.values()],
        "chats": [chat_view(chat) for chat in world.chats.values()],
        "last_event": world.feed.last,
    }


async def user(world: World, request: Request) -> Json:
    """One person."""
    return user_view(user_of(world, request.path_params["user_id"]))


async def chat(world: World, request: Request) -> Json:
    """One chat."""
    return chat_view(chat_of(world, request))


async def messages(world: World, request: Request) -> Json:
    """The messages of a chat; with `from_bot=n` waits until the bot has sent n there."""
    here = chat_of(world, request)
    wanted = count_of(request, "from_bot")
    await here.changed.wait_until(lambda: len(here.from_bot) >= wanted, timeout_seconds=timeout_of(request))
    skip = count_of(request, "skip")
    found = here.from_bot[skip:] if wanted else list(here.messages.values())[skip:]
    return {"messages": [message_view(message) for message in found], "from_bot": len(here.from_bot)}


async def message(world: World, request: Request) -> Json:
    """One message; with `edits=n` waits until it was changed n times or deleted."""
    here, found = message_of(world, request)
    wanted = count_of(request, "edits")
    await here.changed.wait_until(
        lambda: len(found.edits) >= wanted or found.is_deleted, timeout_seconds=timeout_of(request)
    )
    return message_view(found)


async def sent(world: World, request: Request) -> Json:
    """How many messages the bot has sent to all chats; with `count=n` waits for so many."""
    wanted = count_of(request, "count")
    await world.happened.wait_until(lambda: world.messages_from_bot >= wanted, timeout_seconds=timeout_of(request))
    return {"from_bot": world.messages_from_bot}


async def calls(world: World, request: Request) -> Json:
    """The log of calls after `after`; with `count=n` waits for so many of `method`."""
    method, after, wanted = (
        request.query_params.get("method", ""),
        count_of(request, "after"),
        count_of(request, "count"),
    )

    def found() -> int:
        return world.calls.counts[method.lower()] if method and not after else len(world.calls.after(after, method))

    await world.calls.changed.wait_until(lambda: found() >= wanted, timeout_seconds=timeout_of(request))
    return {"calls": [call.wire() for call in world.calls.after(after, method)], "last": world.calls.last}


async def query(world: World, request: Request) -> Json:
    """The bot's answer to a pressed button or inline query, or null if none came in time."""
    asked = query_of(world, request)
    await asked.answered.wait_until(lambda: asked.answer is not None, timeout_seconds=timeout_of(request))
    return {"answer": asked.answer}


async def updates(world: World, request: Request) -> Json:
    """The updates not yet confirmed; waits until at most `pending` are left and `polled` polls have begun."""
    most = count_of(request, "pending") if "pending" in request.query_params else None
    polled, queue = count_of(request, "polled"), world.updates

    def is_so() -> bool:
        return (most is None or len(queue.by_id) <= most) and queue.polls >= polled

    await queue.taken.wait_until(is_so, timeout_seconds=timeout_of(request))
    return {"pending": len(queue.by_id), "polls": queue.polls}


async def commands(world: World, request: Request) -> list[Json]:
    """The command menu that a person sees in a chat."""
    here = chat_of(world, request)
    user = world.users.get(count_of(request, "user_id"))
    return commands_for(world, here.id, user.id if user else 0, (user and user.language_code) or "")


async def events(request: Request) -> Response:
    """What happens, as server-sent events, from `Last-Event-ID` on."""
    world = world_of(request)
    last = request.headers.get("last-event-id") or request.query_params.get("after") or world.feed.last
    return StreamingResponse(
        _stream(world, int(last)), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
    )


async def _stream(world: World, last: int) -> AsyncIterator[str]:
    yield ": hello\n\n"
    while not world.is_closed:
        for last, kind, body in world.feed.after(last):  # noqa: B020 - the number of the last one told
            yield f"id: {last}\ndata: {_event(kind, body)}\n\n"
        if not await _something_follows(world, last):
            yield ": beat\n\n"


async def _something_follows(world: World, last: int) -> bool:
    return await world.feed.changed.wait_until(
        lambda: world.feed.last > last or world.is_closed, timeout_seconds=BEAT_SECONDS
    )


def _event(kind: str, body: Json) -> str:
    shown = {name: message_view(value) if isinstance(value, Message) else value for name, value in body.items()}
    return json.dumps({"kind": kind, **shown}, ensure_ascii=False)


async def file(request: Request) -> Response:
    """A file that was sent, as a browser may safely show or save it."""
    world = world_of(request)
    found = world.files.by_id.get(request.path_params["file_id"])
    if found is None:
        return Response(status_code=404)
    headers = {"X-Content-Type-Options": "nosniff", "Content-Security-Policy": "sandbox; default-src 'none'"}
    if not found.is_photo:
        headers["Content-Disposition"] = "attachment"
    kind = found.media_type if found.is_photo else "application/octet-stream"
    return Response(found.content, media_type=kind, headers=headers)
