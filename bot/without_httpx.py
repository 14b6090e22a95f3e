"""Loading python-telegram-bot without httpx, which it needs for requests of its own and which `bot.transport` takes the place of.

It and what comes with it are a tenth of what a bot would load before its first answer.
"""

import sys
from importlib import import_module
from types import ModuleType
from typing import Any


class _StandIn(ModuleType):
    """Has every name, for python-telegram-bot names some of httpx's classes as types of arguments."""

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return type(name, (), {})


def load_telegram() -> None:
    """The library is loaded; whoever needs httpx from now on gets httpx itself.

    Its own requests (`HTTPXRequest`) cannot be made afterwards in this process.  Nothing happens where either is loaded already.
    """
    if "httpx" in sys.modules or "telegram" in sys.modules:
        return
    sys.modules["httpx"] = _StandIn("httpx")
    try:
        import_module("telegram.ext")
    finally:
        del sys.modules["httpx"]
