"""Whether it is asked who put a document forward."""

from knowledge.asking.reading.question import Query
from knowledge.grammar.sought import Sought

_WHO = r"(?:ai|(?:so|don vi|co quan|noi|ben|phong|bo|ban) nao)"
_SUBMITS = r"(?: (?:da|vua|dung ra))* (?:trinh|gui trinh)\b"
# "Sở nào trình vậy?", "do cơ quan nào trình"; "… trình cho ai" asks to whom.
_ASKED = Sought(rf"\b{_WHO}{_SUBMITS}(?! (?:cho|len) (?:ai|dau)\b)")
_ALONE = Sought(rf"^(?:(?:vay|the|thi|do) )*{_WHO}{_SUBMITS}(?: (?:no|len|vay|the|a|ha|nhi))*\W*$")


def asks_who_submits(query: Query) -> bool:
    """Whether the question asks it, of whatever document."""
    return _ASKED.search(query.folded) is not None


def asks_only_who_submits(query: Query) -> bool:
    """Whether it asks nothing else and names no document: "Sở nào trình vậy?"."""
    return _ALONE.search(query.folded) is not None
