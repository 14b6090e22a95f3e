"""What was typed on a phone, read as the words that were meant: the first stage of every question.

Use `Typist(Lexicon.shipped()).read(question)`, which gives a `Typed` with its `Word`s, and
`standard_words` for everyday speech in the vocabulary's words; all else is inside.
"""

from knowledge.asking.typing.lexicon import Lexicon
from knowledge.asking.typing.spoken import standard_words
from knowledge.asking.typing.typist import Typist
from knowledge.asking.typing.words import Typed, Word

__all__ = ["Lexicon", "Typed", "Typist", "Word", "standard_words"]
