"""What questions of one sort are worded with and that names nothing they are about."""

from functools import cache

from knowledge.grammar.folding import fold
from knowledge.vocabulary.loading import load_vocabulary


@cache
def framing(sort: str) -> frozenset[str]:
    """The words of a sort of question in framing.toml, as questions are tagged: each word, each phrase as one, concepts."""
    phrases = [fold(phrase) for phrase in load_vocabulary("framing")[sort]["words"]]
    return frozenset(word for phrase in phrases for word in (*phrase.split(), phrase.replace(" ", "_")))
