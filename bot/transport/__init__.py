"""HTTP to the Bot API over aiohttp, with errors that say whether the request can have been carried out."""

from bot.transport.errors import Intercepted, NotSent, ServerFailed, may_have_arrived
from bot.transport.requesting import Transport

__all__ = ["Intercepted", "NotSent", "ServerFailed", "Transport", "may_have_arrived"]
