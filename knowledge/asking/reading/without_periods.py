"""A question without its periods, to be asked of others."""

from knowledge.grammar.folding import compose, fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.periods import find_periods

# What led to a period that is gone: "… trong quý I", "… còn quý II thì sao?", "… and Q2".
_LEFT_OVER = pattern_of(r"(?i)(?:\s+(?:thế|the|vậy|vay|còn|con|thì|thi|sao|trong|của|in|of|for|and|what|about))+$")


def without_periods(text: str) -> str:
    """The question's other words, without what led to the period."""
    composed = compose(text)
    kept, at = [], 0
    for mention in find_periods(fold(composed)):
        kept.append(composed[at : mention.start])
        at = mention.end
    words = " ".join("".join([*kept, composed[at:]]).split())
    return _LEFT_OVER.sub("", words.rstrip(" ?.,"))
