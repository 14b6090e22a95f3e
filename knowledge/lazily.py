"""What is large and seldom needed is loaded when it is first called, so that a process answers soon after its start.

Only rooms that most processes never enter are loaded so: files of a meeting, feeds, migrations, what only PostgreSQL or a
webhook needs.
"""

from collections.abc import Callable
from importlib import import_module
from threading import RLock
from typing import Any, Generic, Protocol, TypeVar, cast, overload

_Value = TypeVar("_Value")


class Owner(Protocol):
    """Whoever has parts that are built once."""

    @property
    def building(self) -> RLock:
        """Held while one is built."""


def lazily(module: str, name: str) -> Callable[..., Any]:
    """Calls what has that name in the module, which the first call loads."""

    def call(*given: Any, **options: Any) -> Any:
        return getattr(import_module(module), name)(*given, **options)

    return call


class _Later:
    def __init__(self, build: Callable[[], object]) -> None:
        self._build = build

    def __getattr__(self, name: str) -> Any:
        if "_built" not in vars(self):
            self._built = self._build()
        return getattr(self._built, name)


def later(build: Callable[[], _Value]) -> _Value:
    """Stands for what is built when something is first asked of it; of two threads that ask at once each may build one."""
    return cast(_Value, _Later(build))


class _Once(Generic[_Value]):
    """A part that is built when it is first asked for, and then always the same, in any number of threads.

    `functools.cached_property` has no lock from Python 3.12 on.
    """

    def __init__(self, build: Callable[[Any], _Value]) -> None:
        self._build = build
        self._name = build.__name__
        self.__doc__ = build.__doc__

    @overload
    def __get__(self, owner: None, kind: type) -> "_Once[_Value]": ...
    @overload
    def __get__(self, owner: Owner, kind: type) -> _Value: ...
    def __get__(self, owner: Owner | None, kind: type) -> "_Once[_Value] | _Value":
        if owner is None:
            return self
        # Found among the owner's own values, it is taken from there without asking here again.
        kept = vars(owner)
        with owner.building:
            if self._name not in kept:
                kept[self._name] = self._build(owner)
        value: _Value = kept[self._name]
        return value


once = _Once
