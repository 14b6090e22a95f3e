"""What a question denies: "bao nhiêu trụ sở chưa có phương án" is answered by no figure of those that have one."""

from functools import lru_cache

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_a_figure
from knowledge.grammar.folding import fold
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

# A "chưa" or "không" that does not end the question, and neither sets a bound nor leaves something out; what was not
# handed in online is reckoned and not looked for.
_DENIES = Sought(
    r"(?<!hay )(?<!hoac )\b(?:chua|khong)\b (?!den\b|toi\b|qua\b|day\b|tinh\b|ke\b|gom\b|bao gom\b|luy ke\b|a\b|em\b|anh\b|chi\b|nhi\b|vay\b|the\b|biet\b|ro\b|can\b)(?:co |duoc |bi |phai |con |thuc hien )*(?!nop\b|tiep nhan\b|truc tuyen\b|truc tiep\b|online\b|qua\b)(?P<what>[a-z]+ [a-z]+)"
)
_DENIED = pattern_of(r"\b(?:chua|khong|con|thieu|ton|cham|qua han|tre)\b")


def is_other_way(entry: FigureEntry, said: str) -> bool:
    """Whether the folded question denies something, and the figure's own words do not."""
    return _denies(said) and not _is_denied(entry)


# A question is held against many figures.
@lru_cache(maxsize=100)
def _denies(said: str) -> bool:
    return _DENIES.search(said) is not None


@once_a_figure
def _is_denied(entry: FigureEntry) -> bool:
    figure = entry.figure
    own = f"{figure.label} {figure.head} {entry.statement.statement.heading.split(' > ')[-1]}"
    return _DENIED.search(fold(own)) is not None
