"""The names of places as a report writes them, wherever they stand: with a level, in a table's cell, in capitals."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.organisations import find_organisations, parse_organisation
from knowledge.grammar.patterns import pattern_of

# A place's name has at most so many words ("Bà Rịa - Vũng Tàu"); one alone may be any word.
_FEWEST_WORDS, _MOST_WORDS = 2, 5
# "Xã biên giới Tiền Hải": between its level and its name stands what sort of commune or district it is.
_OF_SORT = pattern_of(
    rf"\b(?:xã|huyện|thị trấn|phường) (?:biên giới|vùng cao|vùng sâu|vùng xa|miền núi|ven biển|đảo|nông thôn mới)"
    rf"((?: [{UPPER}][{LOWER}]+){{2,4}})"
)


@dataclass(frozen=True, slots=True)
class Names:
    """Those that one report writes; none where it names no place."""

    pattern: re.Pattern[str] | None = None

    @classmethod
    def of(cls, text: str, bodies: Iterable[str]) -> "Names":
        """The names behind their level in the text, or at the end of the names of those bodies."""
        named = [(mention.name, mention.organisation.place) for mention in find_organisations(text)]
        named += [(body, parse_organisation(body).place) for body in bodies]
        named += [(name, fold(name).strip()) for name in _OF_SORT.findall(text)]
        names = set[str]()
        for written, place in named:
            name = written[len(written) - len(place) :]
            if _FEWEST_WORDS <= len(name.split()) <= _MOST_WORDS and fold(name) == place:
                names |= {name, name.title(), name.upper()}
        longest_first = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
        return cls(re.compile(rf"(?<!\w)(?:{longest_first})(?!\w)")) if names else cls()

    def places_in(self, written: str) -> list[tuple[int, int]]:
        """Where one of them stands."""
        return [match.span() for match in self.pattern.finditer(written)] if self.pattern else []
