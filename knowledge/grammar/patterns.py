"""Patterns that are compiled when they are first looked for.

Those that read questions are some three hundred, of which a first question needs forty: compiling all when the program
is loaded keeps whoever waits for it a quarter of a second longer.
"""

import re
from typing import Any, cast


class _Pattern:
    def __init__(self, written: str, flags: int) -> None:
        self._written = written
        self._flags = flags

    def __getattr__(self, name: str) -> Any:
        """Is called once for each name, which is found here from then on."""
        found = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, found)
        return found


def pattern_of(written: str, flags: int = 0) -> re.Pattern[str]:
    """What `re.compile` gives, to be asked itself: functions of `re` do not take it, and the `re` of a match is another.

    One that is wrong raises when it is first used.
    """
    return cast("re.Pattern[str]", _Pattern(written, int(flags)))
