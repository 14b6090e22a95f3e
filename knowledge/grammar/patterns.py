"""Patterns that are compiled when they are first looked for.

Those that read questions are some three hundred, of which a first question needs forty: compiling all when the program
is loaded keeps whoever waits for it a quarter of a second longer.  The others are compiled while nobody waits.
"""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import Any, cast

# A pattern as it is written, or what writes it from the vocabulary's files, which are read only then.
Written = str | Callable[[], str]


def as_written(written: Written) -> str:
    """The pattern itself."""
    return written if isinstance(written, str) else written()


class _Pattern:
    def __init__(self, written: Written, flags: int) -> None:
        self._written = written
        self._flags = flags
        self._compiled: re.Pattern[str] | None = None

    def compile(self) -> re.Pattern[str]:
        """The pattern of `re`."""
        if self._compiled is None:
            self._compiled = re.compile(as_written(self._written), self._flags)
        return self._compiled

    @property
    def is_compiled(self) -> bool:
        """Whether it was looked for before."""
        return self._compiled is not None

    def __getattr__(self, name: str) -> Any:
        """Is called once for each name, which is found here from then on."""
        found = getattr(self.compile(), name)
        setattr(self, name, found)
        return found


# They are made once each, by modules and by what reads the vocabulary.
_MADE: list[_Pattern] = []


def pattern_of(written: Written, flags: int = 0) -> re.Pattern[str]:
    """A pattern that is compiled when it is first looked for; one that is wrong raises only then.

    Use its own methods, for functions of `re` do not take it.  The `re` of a match is the compiled pattern.
    """
    made = _Pattern(written, int(flags))
    _MADE.append(made)
    return cast("re.Pattern[str]", made)


def compile_all() -> Iterator[None]:
    """Compiles those that nobody has looked for yet, one at each step; a wrong one still raises when it is used."""
    for made in tuple(_MADE):
        if not made.is_compiled:
            with suppress(re.error):
                made.compile()
            yield
