"""What was worked out from the program's own files: kept with the view of a store, so that the next start need not do it again.

Whatever is kept is stamped with the program that worked it out (`knowledge.asking.shelves.snapshot.program`).
"""

from collections.abc import Callable
from functools import wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
_Value = TypeVar("_Value")

# By function what it gave for which arguments.
WorkedOut = dict[str, dict[tuple[Any, ...], Any]]
_KNOWN: WorkedOut = {}


def worked_out(work: Callable[P, _Value]) -> Callable[P, _Value]:
    """Does the work once for the same arguments; these and what it gives must be plain, and hang on nothing but files of the stamp."""
    known = _KNOWN.setdefault(f"{work.__module__}.{work.__qualname__}", {})

    @wraps(work)
    def find(*given: P.args, **options: P.kwargs) -> _Value:
        key = (*given, *options.items())
        if key not in known:
            known[key] = work(*given, **options)
        value: _Value = known[key]
        return value

    return find


def all_worked_out() -> WorkedOut:
    """Everything so far, as plain values."""
    return {name: dict(values) for name, values in _KNOWN.items()}


def take_over(kept: WorkedOut) -> None:
    """What another process of this program worked out is known here, too."""
    for name, values in kept.items():
        known = _KNOWN.setdefault(name, {})
        for given, value in values.items():
            known.setdefault(given, value)
