"""Modules of handlers that are loaded when the first of their handlers is called, so that the bot answers soon after its start."""

import asyncio
import sys
from collections.abc import Callable
from importlib import import_module
from typing import cast

from handlers.turn import Handler, Turn

_MODULES: list[str] = []


def load_rooms(rest: Callable[[], None]) -> None:
    """Every module for which a room stands is loaded, for whoever wants it first; `rest` is called after each."""
    for module in _MODULES:
        import_module(module)
        rest()


class Room:
    """Stands for a module: each of its names is a handler that loads it."""

    def __init__(self, module: str) -> None:
        self._module = module
        _MODULES.append(module)

    def __getattr__(self, name: str) -> Handler:
        """That handler of the module, which need not be loaded yet."""

        async def handle(turn: Turn) -> None:
            if self._module not in sys.modules:
                await asyncio.to_thread(import_module, self._module)
            await cast(Handler, getattr(import_module(self._module), name))(turn)

        return handle
