"""Money that was allotted, and what was spent of it."""

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# "Kinh phí năm 2024 là 1.150 triệu đồng, đã dùng 486 triệu đồng": what was spent of it only where that is asked.
_SPENT = pattern_of(r"^\W*(?:den [\w/ ]{1,24}? )?(?:da|moi) (?:dung|chi|su dung|giai ngan|thuc hien|thanh toan|tra)\b")
ASKS_SPENT = pattern_of(r"\b(?:chi|dung|tieu|su dung|giai ngan|thanh toan|tra|spent|spend|paid)\b")
# "Cấp bao nhiêu tiền sửa trụ sở": what was given for it.
ASKS_ALLOTTED = Sought(
    r"\b(?:duoc )?(?:cap|bo tri|phan bo|ho tro) (?:cho [a-z ]{2,30} )?(?:bao nhieu|may) (?:tien|kinh phi|ty|trieu|dong)\b"
    r"|\b(?:bo tri|phan bo)\b"
)


@once_each
def is_spent(entry: FigureEntry) -> bool:
    """Whether a sum is what was spent of another."""
    return entry.figure.measure is Measure.MONEY and _SPENT.match(fold(entry.figure.label)) is not None
