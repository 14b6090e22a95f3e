"""One quantity of a sentence, and the words around it."""

from dataclasses import dataclass

from knowledge.facts import Measure
from knowledge.grammar.numbers import Number


@dataclass
class Quantity:
    """A quantity of a sentence; places are in its folded words, which are as long as the words themselves.

    [left, number.start) are its clause's words before it, [end, right) those after its unit.
    """

    number: Number
    unit: str  # folded
    left: int
    left_end: int
    end: int
    right: int
    measure: Measure = Measure.COUNT
    part_of: int | None = None
    share_of: int | None = None
    compared: bool = False

    @property
    def is_earlier(self) -> bool:
        """Whether it is the value of another time that a change is told against: "so với quý I (50 hồ sơ)"."""
        return self.compared and self.measure is not Measure.CHANGE


def left_words(text: str, quantity: Quantity) -> str:
    """The words of its clause before a quantity, cut from the folded words or from those as written."""
    return text[quantity.left : quantity.left_end].strip()


def right_words(text: str, quantity: Quantity) -> str:
    """The words of its clause after a quantity's unit."""
    return text[quantity.end : quantity.right].strip()
