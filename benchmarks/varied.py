"""Many reports out of the samples: other numbers, days and years in each, so that no two say the same."""

import random
import re
from collections.abc import Iterator

from benchmarks.measuring import ROOT

SAMPLES = tuple(sorted((ROOT / "samples").glob("*.txt")))
_NUMBER = re.compile(r"(?<![\w/.,-])(\d{2,5}|\d{1,3}\.\d{3})(?![\w/.,-]*\d)(?!/)")
_SYMBOL = re.compile(r"(?<![\w/])(\d{2,4})(?=/[A-ZĐ]{2})")


def texts(count: int) -> Iterator[str]:
    """So many reports, alike on every call."""
    sources = [path.read_text(encoding="utf-8") for path in SAMPLES]
    for number in range(count):
        yield vary(sources[number % len(sources)], random.Random(number), year=2000 + number % 30)  # noqa: S311 - no secret


def vary(text: str, chance: random.Random, *, year: int) -> str:
    """The text with other numbers, of other documents, in another year."""
    text = _SYMBOL.sub(lambda _: str(chance.randrange(10, 9_999)), text)
    text = re.sub(r"\b2019\b", str(year), re.sub(r"\b2018\b", str(year - 1), text))
    return _NUMBER.sub(lambda found: _other(found[1], chance), text)


def _other(number: str, chance: random.Random) -> str:
    if re.fullmatch(r"(?:19|20)\d\d", number):
        return number
    digits = number.replace(".", "")
    other = str(chance.randrange(10 ** (len(digits) - 1), 10 ** len(digits)))
    return f"{other[:-3]}.{other[-3:]}" if "." in number else other
