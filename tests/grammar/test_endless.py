"""No pattern makes whoever reads wait: what it repeats can be cut in one way only.

Where a text can be cut in two, each further repetition doubles the time that a text takes which does not match in the end:
"(?:\\d+|,)+" took 100 seconds for a question with a number of 29 digits.
"""

import importlib
import pkgutil
import re
import sys
from collections.abc import Iterator
from itertools import islice, product
from typing import Any

import pytest

import bot
import handlers
import knowledge
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_OFTEN, _MOST = 20, 200  # texts of a part of a pattern
_LETTERS = {"CATEGORY_SPACE": " ", "CATEGORY_DIGIT": "1", "CATEGORY_WORD": "w"}
_LATE = type(pattern_of(""))


def ambiguous(written: str, flags: int = 0) -> list[str]:
    """What the pattern repeats without end and can cut in two ways; lookarounds are passed over."""
    # The library's own reading of a pattern is the only one that cannot differ from what runs; it has no public name and no stubs.
    from re import _parser  # type: ignore[attr-defined]

    return [cut for body in _repeated(_parser.parse(written, flags)) if (cut := _cut_twice(set(_texts(body)) - {""}))]


def _repeated(parsed: Any) -> Iterator[Any]:
    for operation, value in parsed:
        match str(operation):
            case "MAX_REPEAT" | "MIN_REPEAT":
                if value[1] > _OFTEN:
                    yield value[2]
                yield from _repeated(value[2])
            case "SUBPATTERN":
                yield from _repeated(value[-1])
            case "BRANCH":
                for way in value[1]:
                    yield from _repeated(way)


def _texts(parsed: Any) -> list[str]:
    """Some that the part of a pattern matches: of a sort of letters one, of what is repeated two in a row at most."""
    found = [""]
    for operation, value in parsed:
        pairs = product(found, _texts_of(str(operation), value))
        found = list(dict.fromkeys(map("".join, islice(pairs, _MOST))))
    return found


def _texts_of(operation: str, value: Any) -> list[str]:
    match operation:
        case "LITERAL":
            return [chr(value)]
        case "IN":
            if str(value[0][0]) == "NEGATE":
                return ["w" if any(str(one) == "CATEGORY_NOT_WORD" for _, one in value) else "~"]
            return [_letter(str(sort), one) for sort, one in value]
        case "SUBPATTERN":
            return _texts(value[-1])
        case "BRANCH":
            return [text for way in value[1] for text in _texts(way)]
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most = value[0], min(value[1], max(value[0], 2))
            once = _texts(value[2])
            ways = (way for n in range(least, most + 1) for way in product(once, repeat=n))
            return list(map("".join, islice(ways, _MOST)))
    return [""] if operation in {"AT", "ASSERT", "ASSERT_NOT"} else ["~"]


def _letter(sort: str, one: Any) -> str:
    return _LETTERS.get(str(one), "~") if sort == "CATEGORY" else chr(one if sort == "LITERAL" else one[0])


def _cut_twice(words: set[str]) -> str:
    """What is left over when a row of the words is also the beginning of another, until it is a word (Sardinas and Patterson)."""
    left = {
        longer.removeprefix(word) for word in words for longer in words if longer != word and longer.startswith(word)
    }
    known = set[str]()
    while left:
        rest = left.pop()
        if rest in words:
            return rest
        known.add(rest)
        more = {
            a.removeprefix(b) for word in words for a, b in ((word, rest), (rest, word)) if a.startswith(b) and a != b
        }
        left |= more - known
    return ""


def _patterns(value: Any, depth: int = 3) -> Iterator[re.Pattern[str]]:
    if isinstance(value, Sought):
        yield value.pattern
    elif isinstance(value, re.Pattern | _LATE):
        yield value
    elif depth and isinstance(value, tuple | list | set | frozenset | dict):
        for one in [*value, *(value.values() if isinstance(value, dict) else ())]:
            yield from _patterns(one, depth - 1)


@pytest.mark.parametrize(
    ("written", "is_ambiguous"),
    [(r"(?:\d+|,)+", True), (r"(?:thi|sao|thi sao| )*", True), (r"(?:\d|,)+", False), (r"(?:a+,)*", False)],
)
def test_what_can_be_cut_in_two_ways_is_seen(written: str, *, is_ambiguous: bool):
    assert bool(ambiguous(written)) == is_ambiguous


def test_what_a_pattern_repeats_can_be_cut_in_one_way_only():
    for room in (knowledge, handlers, bot):
        for module in pkgutil.walk_packages(room.__path__, f"{room.__name__}."):
            if not module.name.endswith(("__main__", ".serving")) and ".migrations." not in module.name:
                importlib.import_module(module.name)
    rooms = {
        name: module for name, module in sys.modules.items() if name.split(".")[0] in {"knowledge", "handlers", "bot"}
    }
    every = {
        one.pattern: (f"{name}.{called}", one.flags)
        for name, module in rooms.items()
        for called, value in vars(module).items()
        for one in _patterns(value)
    }
    found = {where: cut for written, (where, flags) in every.items() if (cut := ambiguous(written, flags))}
    assert (len(every) > 500, found) == (True, {})
