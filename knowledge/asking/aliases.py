"""What people call something, in the words that the reports use: put in before a question is read."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.grammar.folding import compose, fold


@dataclass(frozen=True, slots=True)
class Alias:
    """`phrase`, whatever its tones, is understood as `meaning`."""

    phrase: str
    meaning: str

    @property
    def key(self) -> str:
        """The phrase as it is compared."""
        return " ".join(re.findall(r"\w+", fold(compose(self.phrase))))


@dataclass(frozen=True)
class Aliases:
    """All that are in use; a longer phrase goes before a shorter one within it."""

    listed: Sequence[Alias] = ()

    def apply(self, text: str) -> str:
        """The text with each phrase replaced once; what was put in is not replaced in turn."""
        if not self.listed or self._pattern is None:
            return text
        composed = compose(text)
        parts, at = [], 0
        for match in self._pattern.finditer(fold(composed)):
            key = " ".join(re.findall(r"\w+", match[0]))
            parts += [composed[at : match.start()], self._meanings[key]]
            at = match.end()
        return "".join([*parts, composed[at:]])

    @cached_property
    def _meanings(self) -> dict[str, str]:
        return {alias.key: alias.meaning for alias in self.listed}

    @cached_property
    def _pattern(self) -> re.Pattern[str] | None:
        keys = sorted((key for key in self._meanings if key), key=len, reverse=True)
        if not keys:
            return None
        return re.compile(r"(?<!\w)(?:" + "|".join(key.replace(" ", r"\W+") for key in keys) + r")(?!\w)")
