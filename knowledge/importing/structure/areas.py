"""The reform area that a heading names."""

import re
from functools import cache

from knowledge.facts import Area
from knowledge.grammar.folding import fold
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_vocabulary


def find_area(words: str) -> Area | None:
    """The reform area that a heading names, or None."""
    folded = fold(words)
    return next((area for area, called in _called().items() if called.search(folded)), None)


@cache
def _called() -> dict[Area, re.Pattern[str]]:
    """What headings call each, in the order in which they are looked for."""
    return {Area(name): re.compile(any_of(area["words"])) for name, area in load_vocabulary("areas").items()}
