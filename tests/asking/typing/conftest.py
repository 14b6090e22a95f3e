"""One lexicon and typist for all tests: shipped words only, nothing learned."""

import pytest

from knowledge.asking.typing import Lexicon, Typist


@pytest.fixture(scope="session")
def lexicon():
    return Lexicon.shipped()


@pytest.fixture(scope="session")
def typist(lexicon):
    return Typist(lexicon)


@pytest.fixture(scope="session")
def read(typist):
    """The folded words of a question in one line."""
    return lambda question: " ".join(word.folded for word in typist.read(question).words)
