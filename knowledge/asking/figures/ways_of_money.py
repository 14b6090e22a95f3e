"""Whether a sum or its share is of what came in or of what went out: "thu 21,4 tỷ đồng, bằng 82% dự toán; chi 18,2 tỷ đồng"."""

from collections.abc import Callable

from knowledge.asking.library import FigureEntry
from knowledge.asking.shelves.entries import once_each
from knowledge.facts import Measure
from knowledge.grammar.patterns import pattern_of
from knowledge.grammar.sought import Sought

_BUDGET = r"(?:cong )?(?:ngan sach|noi dia|thuong xuyen|dau tu(?: phat trien)?)"
# "Chi bằng bao nhiêu phần trăm dự toán", "tổng thu ngân sách": at the beginning, or of the budget.
_ASKED = Sought(
    rf"^(?:con |the |vay |tong |so )*(?P<first>thu|chi)(?: thi)?(?: (?:bang|dat|duoc|bao nhieu|may)\b|(?: sao)?\W*$)|\b(?P<way>thu|chi) {_BUDGET}\b"
)
_TOLD = pattern_of(
    rf"\b(?P<way>thu|chi) (?:{_BUDGET}|dat|uoc|bang|duoc|la|khoang|\d)|(?:^|[,;:] ?)(?:tong )?(?P<first>thu|chi) (?=[^,;.:]*\d)"
)
_SUMS = frozenset({Measure.MONEY, Measure.SHARE, Measure.RATIO})


def is_other_way(said: str) -> Callable[[FigureEntry], bool] | None:
    """What tells of a figure that it is of the other way than the folded question asks; None where it asks of neither or both."""
    asked = {found["first"] or found["way"] for found in _ASKED.finditer(said)}
    if len(asked) != 1:
        return None
    return lambda entry: way_told(entry) not in {"", *asked}


@once_each
def way_told(entry: FigureEntry) -> str:
    """ "thu" or "chi", whichever its sentence names last before it; empty where it names none."""
    if entry.figure.measure not in _SUMS or entry.statement.is_row:
        return ""
    before = entry.statement.folded[: max(entry.figure.span.end - entry.statement.statement.span.start, 0)]
    said = list(_TOLD.finditer(before))
    return (said[-1]["first"] or said[-1]["way"]) if said else ""
