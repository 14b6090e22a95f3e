"""Places by the names that are known: those of the provinces, and of the places that a store has.

How a place is called is read the same in reports and in questions, with or without its dash.
"""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise

from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.vocabulary.loading import load_lists


@cache
def known_provinces() -> frozenset[str]:
    """Folded names of the provinces, old and new."""
    return frozenset(fold(p) for p in load_lists("organisations")["provinces"])


@cache
def written_provinces() -> dict[str, str]:
    """The names of the provinces as they are written, in small letters, by their folded names."""
    return {fold(name): name.lower() for name in load_lists("organisations")["provinces"]}


_BEFORE_PLACE = pattern_of(r"\s(?:(?:tinh|huyen|cua)\s)?")
# More than the longest name of a place has.
_LONGEST_PLACE = 40


def known_place(folded: str, start: int, places: frozenset[str]) -> tuple[str, int]:
    """The longest known place that follows there, and where it ends; "" where none does."""
    found, ends = "", start
    before = _BEFORE_PLACE.match(folded, start)
    for begin in {start + 1, before.end()} if before else ():
        name, end = _longest_place(folded, begin, places)
        if end > ends and name:
            found, ends = name, end
    return found, ends


def _longest_place(folded: str, begin: int, places: frozenset[str]) -> tuple[str, int]:
    """The longest of the places that begins there and ends at a word's end, with that end, or ""."""
    if (first := _WORD.match(folded, begin)) is None:
        return "", begin
    following = _WORD.search(folded, first.end())
    names = _names_at(folded, begin, (first[0], following[0] if following else ""), places)
    longest = max((name for name in names if len(name) <= _LONGEST_PLACE), key=len, default="")
    return known_name(longest), begin + len(longest)


def known_name(folded: str) -> str:
    """A place's name as it is known, where it is often typed without its dash."""
    return _with_dash().get(folded, folded)


@cache
def _with_dash() -> dict[str, str]:
    """ "Bà Rịa Vũng Tàu" as "Bà Rịa - Vũng Tàu" is often typed."""
    return {name.replace(" - ", " "): name for name in known_provinces() if " - " in name}


def places_in(folded: str, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where any of the places stands, in the order of the text, each as long as it is."""
    spelled = _by_start(places)
    if not spelled:
        return
    said = _WORD.findall(folded)
    begun = [at for at, pair in enumerate(pairwise((*said, ""))) if pair in spelled or pair[0] in spelled]
    starts = [match.start() for match in _WORD.finditer(folded)] if begun else []
    for at in begun:
        pair = said[at], said[at + 1] if at + 1 < len(said) else ""
        for name in sorted(_names_at(folded, starts[at], pair, places), key=len):
            yield starts[at], starts[at] + len(name)


def _names_at(folded: str, start: int, pair: tuple[str, str], places: frozenset[str]) -> list[str]:
    """The names of places that begin there, where these two words stand, and end at a word's end."""
    spelled = _by_start(places)
    names = (*spelled.get(pair[0], ()), *spelled.get(pair, ()))
    return [n for n in names if folded.startswith(n, start) and not _is_word(folded, start + len(n))]


# Of the library that is asked, and of the one that takes its place: its places, and those of which it has none.
@lru_cache(maxsize=8)
def _by_start(places: frozenset[str]) -> dict[str | tuple[str, ...], list[str]]:
    """How the names of places are typed, by their first two words or the one that is all."""
    found: dict[str | tuple[str, ...], list[str]] = {}
    for name in places | _with_dash().keys():
        words = tuple(_WORD.findall(name))
        if words and known_name(name) in places:
            found.setdefault(words[:2] if len(words) > 1 else words[0], []).append(name)
    return found


_WORD = pattern_of(r"\w+")


def _is_word(text: str, at: int) -> bool:
    return at < len(text) and (text[at].isalnum() or text[at] == "_")
