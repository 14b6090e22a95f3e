"""Patterns that are compiled when they are first looked for, or taken from what an earlier start of the program kept of them.

Those that read questions are some three hundred.  Compiling all when the program is loaded keeps whoever waits for it a
quarter of a second longer, and compiling the forty that a first question needs still takes most of the time of its answer.
"""

import re
from array import array
from contextlib import suppress
from typing import Any, cast

from knowledge.worked_out import worked_out

# A pattern's flags, its groups, those with names, and what it is for the machine that looks for it.
_Code = tuple[int, int, dict[str, int], bytes]
_all: "list[_Pattern]" = []


class _Pattern:
    def __init__(self, written: str, flags: int) -> None:
        self._written = written
        self._flags = flags
        self._made: re.Pattern[str] | None = None
        _all.append(self)

    def make(self) -> re.Pattern[str]:
        if self._made is None:
            self._made = _put_together(self._written, self._flags) or re.compile(self._written, self._flags)
        return self._made

    def __getattr__(self, name: str) -> Any:
        """Is called once for each name, which is found here from then on."""
        found = getattr(self.make(), name)
        setattr(self, name, found)
        return found


def pattern_of(written: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, to be asked itself: functions of `re` do not take it, and the `re` of a match is another.

    One that is wrong raises when it is first used.  For those that the program has itself, for all of them are kept.
    """
    return cast("re.Pattern[str]", _Pattern(written, int(flags)))


def compile_all() -> None:
    """Every pattern so far is compiled, so that all of them can be kept for the next start."""
    for pattern in list(_all):
        with suppress(re.error):  # whoever looks for it is told
            pattern.make()


def _put_together(written: str, flags: int) -> re.Pattern[str] | None:
    """The pattern from its code; None where this Python does not make patterns so, which it never promised."""
    try:
        import _sre  # type: ignore[import-not-found]

        all_flags, groups, numbers, packed = _code(written, flags)
        names: list[str | None] = [None] * groups
        for name, number in numbers.items():
            names[number] = name
        code = list(array("I", packed))
        made: re.Pattern[str] = _sre.compile(written, all_flags, code, groups - 1, numbers, tuple(names))
    except (ImportError, AttributeError, TypeError, ValueError, RuntimeError):
        return None
    return made


@worked_out
def _code(written: str, flags: int) -> _Code:
    from re import _compiler, _parser  # type: ignore[attr-defined]

    parsed = _parser.parse(written, flags)
    code = array("I", _compiler._code(parsed, flags)).tobytes()
    return int(flags | parsed.state.flags), parsed.state.groups, dict(parsed.state.groupdict), code
