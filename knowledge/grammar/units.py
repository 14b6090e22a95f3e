"""The units that numbers are counted in, and what class each is of."""

import re
from functools import cache

from knowledge.grammar.folding import fold
from knowledge.vocabulary.loading import load_lists


@cache
def _units() -> dict[str, str]:
    """Folded unit to its class."""
    return {fold(unit): kind for kind, units in load_lists("units").items() for unit in units}


@cache
def unit_pattern() -> re.Pattern[str]:
    """A known unit right after a number, longest first; "tăng 02 so với" counts no departments (sở)."""
    return re.compile(
        r"\s?((?!so (?:voi|cung)\b)(?:"
        + "|".join(re.escape(u) for u in sorted(_units(), key=len, reverse=True))
        + r"))\b"
    )


def class_of_unit(unit: str) -> str | None:
    """The class of a folded unit, as `units.toml` names it ("money"); None of one that nothing counts in."""
    return _units().get(unit)


def is_size(unit: str) -> bool:
    """Whether a folded unit measures how large something is: "84 m2"."""
    return class_of_unit(unit) == "size"
