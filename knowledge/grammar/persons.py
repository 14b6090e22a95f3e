"""Persons: what their names look like, and those named behind the office they hold."""

import re
from functools import cache

from knowledge.grammar.folding import LOWER, UPPER, fold
from knowledge.grammar.phrase_tree import any_of
from knowledge.vocabulary.loading import load_lists

# More than the longest title has; a look at all that stands before would make a long text slow.
_TITLE_LENGTH = 32
# A given name behind a family name has one syllable at least; a place of so many is one that the gazetteer knows.
_MOST_SYLLABLES_OF_A_PLACE = 2

# A name's syllable may be one letter: "Giàng A Sếnh", "Y Thanh".
# Names of other peoples have an apostrophe or a dash: "Nay H'Linh", "K'Brông", "Y Nguyên Êban", "H-Yên".
_NAME = rf"[{UPPER}](?:['’\-][{UPPER}{LOWER}])?[{LOWER}]*"
FULL_NAME = rf"(?:(?:TS|ThS|PGS|GS|BS)\.? ?)*(?:{_NAME} ){{1,4}}{_NAME}(?<=[{LOWER}])"
_WHOLLY = re.compile(FULL_NAME)


def is_full_name(text: str) -> bool:
    """Whether it looks like a person's name and nothing else, as below a signature."""
    return _WHOLLY.fullmatch(text.strip()) is not None


def is_family_name(syllable: str) -> bool:
    """Whether a name of a person may begin with the syllable."""
    return fold(syllable) in _family_names()


def is_person(text: str, folded: str, start: int, name: str) -> bool:
    """Whether the capitalised words behind the body at `start` are who holds its office: "Chủ tịch UBND tỉnh Trần Văn An".

    Two syllables are a person's only where they begin with a family name and no level ("tỉnh", "huyện") has them elsewhere in the text.
    """
    if not _titles().search(folded[max(0, start - _TITLE_LENGTH) : start]):
        return False
    words = name.split()
    if len(words) > _MOST_SYLLABLES_OF_A_PLACE:
        return True
    return fold(words[0]) in _family_names() and len(words) > 1 and text.count(name) == 1


@cache
def _titles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{any_of(load_lists('persons')['titles'])})\s$")


@cache
def _family_names() -> frozenset[str]:
    return frozenset(map(fold, load_lists("persons")["family_names"]))
