"""The words of texts as they are counted, and which stand after which."""

import itertools
from collections import Counter
from collections.abc import Iterable

from knowledge.asking.typing.strangers import Pair
from knowledge.grammar.folding import compose
from knowledge.grammar.patterns import pattern_of

NUMBER = "#"  # stands for every number and symbol
_WORDS = pattern_of(r"[^\W\d_]+|[\d#][\w/.,-]*|%|[.;:!?()\n]")
_BREAKS = frozenset(".;:!?()\n")


def heard(texts: Iterable[str]) -> tuple[Counter[str], Counter[Pair]]:
    """The words of the texts as written, numbers as one, and which stand after which within a sentence."""
    words: Counter[str] = Counter()
    pairs: Counter[Pair] = Counter()
    for text in texts:
        said = [NUMBER if raw[0].isdigit() else raw for raw in _WORDS.findall(compose(text).lower())]
        words.update(said)
        pairs.update(itertools.pairwise(said))
    for mark in _BREAKS & words.keys():
        del words[mark]
    for pair in [pair for pair in pairs if not _BREAKS.isdisjoint(pair)]:
        del pairs[pair]
    return words, pairs
