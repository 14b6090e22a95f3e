"""The words that a question was read as."""

from dataclasses import dataclass
from typing import NamedTuple


class Word(NamedTuple):
    """One word as meant, with its place [start, end) in the composed question.

    All words of an abbreviation have the place of the abbreviation.  `toned` is None unless the asker wrote
    marks, by whatever input method, or the word comes from an abbreviation.
    """

    folded: str  # lower case, no tones, đ as d; numbers and symbols as one word: "192/qd-ubnd", "4.984", "%"
    toned: str | None  # composed, lower case, the tone where the older style has it: "hòa", "quý"
    start: int
    end: int
    is_repaired: bool = False  # a slip, a join or a split was undone; never for input methods or abbreviations


@dataclass(frozen=True, slots=True)
class Typed:
    """The composed question, which every place refers to, and its words in order."""

    text: str
    words: tuple[Word, ...]
