"""What is large and seldom needed is loaded when it is first called, so that a process answers soon after its start.

Only rooms that most processes never enter are loaded so: files of a meeting, feeds, migrations, what only PostgreSQL or a
webhook needs.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Any


def lazily(module: str, name: str) -> Callable[..., Any]:
    """Calls what has that name in the module, which the first call loads."""

    def call(*given: Any, **options: Any) -> Any:
        return getattr(import_module(module), name)(*given, **options)

    return call
