"""How many procedures there are, against those that were made known, changed, done away with or whose time was cut."""

from knowledge.asking.figures.figure_query import FigureQuery
from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.folding import fold
from knowledge.grammar.function_words import HOW_MANY
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_ASKS_ALL = Sought(
    rf"\b(?:tong so|tong cong|tat ca|toan bo|ca thay|dang co|hien co)\b|\bco {HOW_MANY} (?:thu tuc|tthc)\b"
)
# "Đang áp dụng bao nhiêu thủ tục", "còn hiệu lực": no number of those that were made known or done away with.
_ASKS_IN_FORCE = Sought(r"\b(?:ap dung|hien hanh|(?:con|dang co|dang con|co) hieu luc)\b")
_CHANGED = pattern_of(
    r"\b(?:cong bo|sua doi|bo sung|bai bo|thay the|ra soat|don gian hoa|cat giam|rut ngan|tai cau truc|ban hanh moi|moi ban hanh|kien nghi)\b"
)
_IN_FORCE = pattern_of(
    r"\b(?:hieu luc|ap dung|hien hanh|hien co|tong so|tong cong|toan bo|con(?! lai)|sau (?:khi )?(?:ra soat|cat giam|cong bo|don gian hoa)|co (?:thu tuc|tthc))\b"
)


def asks_all_procedures(query: FigureQuery) -> bool:
    """Whether a question asks how many procedures there are, and of nothing that was done with them."""
    if _ASKS_IN_FORCE.search(query.said):
        return True
    is_asked = query.unit.startswith(("thu tuc", "tthc")) or (not query.unit and "#procedure" in query.terms.words)
    asks_all = "#total" in query.terms.words or _ASKS_ALL.search(query.said) is not None
    return is_asked and asks_all and _CHANGED.search(query.said) is None


@once_each
def is_of_changed(entry: FigureEntry) -> bool:
    """Whether its own words tell what was done with so many: "cắt giảm thời gian đối với 326 thủ tục"."""
    figure = entry.figure
    if figure.measure not in {Measure.COUNT, Measure.RATIO}:
        return False
    own = f"{fold(figure.head)} {fold(figure.label)}"
    return _CHANGED.search(own) is not None and _IN_FORCE.search(own) is None
