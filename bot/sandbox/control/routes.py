"""Every control call, on one page."""

from starlette.routing import Route

from bot.sandbox.control import acting, reading, switching
from bot.sandbox.control.asking import answering

_CHAT = "/control/chats/{chat_id:negative}"
_MESSAGE = _CHAT + "/messages/{message_id:int}"


def control_routes() -> list[Route]:
    """Routes for the application; each acts in the world of `?token=`, or the first."""
    return [
        Route("/control/bots", acting.add_bot, methods=["POST"]),
        Route("/control/state", answering(reading.state), methods=["GET"]),
        Route("/control/events", reading.events, methods=["GET"]),
        Route("/control/sent", answering(reading.sent), methods=["GET"]),
        Route("/control/calls", answering(reading.calls), methods=["GET"]),
        Route("/control/updates", answering(reading.updates), methods=["GET"]),
        Route("/control/files/{file_id}", reading.file, methods=["GET"]),
        Route("/control/users", answering(acting.add_users), methods=["POST"]),
        Route("/control/users/{user_id:int}", answering(reading.user), methods=["GET"]),
        Route("/control/users/{user_id:int}/block", answering(acting.block), methods=["POST"]),
        Route("/control/chats", answering(acting.add_chat), methods=["POST"]),
        Route(_CHAT, answering(reading.chat), methods=["GET"]),
        Route(_CHAT + "/commands", answering(reading.commands), methods=["GET"]),
        Route(_CHAT + "/messages", answering(reading.messages), methods=["GET"]),
        Route(_CHAT + "/messages", answering(acting.say), methods=["POST"]),
        Route(_CHAT + "/contacts", answering(acting.contact), methods=["POST"]),
        Route(_CHAT + "/files", answering(acting.upload), methods=["POST"]),
        Route(_CHAT + "/members", answering(acting.set_member), methods=["POST"]),
        Route(_CHAT + "/migrate", answering(acting.migrate), methods=["POST"]),
        Route(_CHAT + "/topics", answering(acting.open_topic), methods=["POST"]),
        Route(_MESSAGE, answering(reading.message), methods=["GET"]),
        Route(_MESSAGE + "/edit", answering(acting.edit), methods=["POST"]),
        Route(_MESSAGE + "/press", answering(acting.press), methods=["POST"]),
        Route("/control/inline", answering(acting.ask_inline), methods=["POST"]),
        Route("/control/queries/{query_id}", answering(reading.query), methods=["GET"]),
        Route("/control/queries/{query_id}/choose", answering(acting.choose), methods=["POST"]),
        Route("/control/queries/{query_id}/expire", answering(acting.expire), methods=["POST"]),
        Route("/control/faults", answering(switching.faults), methods=["GET"]),
        Route("/control/faults", answering(switching.add_faults), methods=["POST"]),
        Route("/control/faults", answering(switching.clear_faults), methods=["DELETE"]),
        Route("/control/settings", answering(switching.settings), methods=["GET", "PUT"]),
    ]
