"""One pattern for many phrases; for very many, what they begin with alike is looked at once, not once for each of them."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import takewhile

from knowledge.grammar.folding import fold
from knowledge.vocabulary.loading import load_vocabulary


def any_of(phrases: Iterable[str]) -> str:
    """The folded phrases as alternatives of a pattern, the longest first."""
    folded = {fold(phrase) for phrase in phrases}
    return "|".join(re.escape(phrase).replace(r"\ ", " ") for phrase in sorted(folded, key=lambda p: (-len(p), p)))


def listed(vocabulary: str, table: str, *parts: str) -> str:
    """The words of a table of that file as `any_of` gives them; of its list "words" where no others are named."""
    lists = load_vocabulary(vocabulary)[table]
    return any_of(word for part in parts or ("words",) for word in lists[part])


def phrase_tree(phrases: Iterable[str], ending: Callable[[str], str]) -> str:
    """A pattern that matches the longest of the phrases; `ending` gives what must follow each."""
    return _branch("", sorted(set(phrases)), ending)


def _branch(before: str, phrases: list[str], ending: Callable[[str], str]) -> str:
    """The part of the pattern after `before`, with which all these phrases begin."""
    by_letter: dict[str, list[str]] = defaultdict(list)
    for phrase in phrases:
        if phrase != before:
            by_letter[phrase[len(before)]].append(phrase)
    # The longer before the shorter, so that what ends here comes last.
    ways = [_stem(before, alike, ending) for alike in by_letter.values()]
    if before and phrases[0] == before:
        ways.append(ending(before))
    return ways[0] if len(ways) == 1 else f"(?:{'|'.join(ways)})"


def _stem(before: str, alike: list[str], ending: Callable[[str], str]) -> str:
    """What these phrases have in common after `before`, and then what tells them apart."""
    shared = sum(1 for _ in takewhile(lambda letters: len(set(letters)) == 1, zip(*alike, strict=False)))
    stem = alike[0][:shared]
    return re.escape(stem[len(before) :]) + _branch(stem, alike, ending)
