"""The vocabulary's files of words and phrases, and its English, as a lexicon begins with them."""

import itertools
import re
from collections.abc import Iterator
from importlib.resources import files

from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_data
from knowledge.worked_out import worked_out

_GROUP = pattern_of(r"\{([^}]*)\}")
_ENGLISH = ("english.txt", "english_everyday.txt")


@worked_out
def english_words() -> frozenset[str]:
    """The words of English that the vocabulary has."""
    written = (word for name in _ENGLISH for line in lines_of(name) for word in line.split() if word.isalpha())
    return frozenset(written) | {word for phrase in english_phrases() for word in re.findall(r"[a-z]{2,}", phrase)}


@worked_out
def english_phrases() -> tuple[str, ...]:
    """What bodies, periods and things counted are called in English."""
    terms = load_data("english_terms")
    listed = (names for section in terms.values() for names in section.values())
    return tuple(name.lower() for names in listed for name in names)


def lines_of(name: str) -> Iterator[str]:
    """The lines of a vocabulary file without comments."""
    text = (files("knowledge.vocabulary") / name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("//"))


def expanded(line: str) -> Iterator[str]:
    """`{đúng|quá} hạn` is both "đúng hạn" and "quá hạn"."""
    parts = _GROUP.split(line)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return map("".join, itertools.product(*choices))
