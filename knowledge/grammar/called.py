"""What a text calls by a name in quotation marks: mô hình "Thứ Bảy về bản"."""

import re
from collections.abc import Iterator

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of

# A name of fewer words is a manner of speaking ("một cửa"), one of more is a sentence.
FEWEST, MOST = 3, 10
_QUOTED = pattern_of(r"[“\"](?P<name>[^“”\"\n|;:]{6,90})[”\"]")


def names_called(text: str) -> Iterator[tuple[int, str]]:
    """Each such name in plain folded words, with where in the text its words begin."""
    for match in _QUOTED.finditer(text):
        name = plain_words(match["name"])
        if FEWEST <= len(name.split()) <= MOST:
            yield match.start("name"), name


def plain_words(text: str) -> str:
    """Its words, folded and without any sign between them."""
    return " ".join(re.findall(r"\w+", fold(text)))
