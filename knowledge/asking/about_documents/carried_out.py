"""How far what a plan lays down has been carried out: "Kế hoạch kiểm tra … đã kiểm tra đủ các đơn vị chưa?"."""

from dataclasses import replace
from datetime import date

from knowledge.answers import Answer
from knowledge.asking.about_documents.asked import Asked
from knowledge.asking.about_documents.finding import find_named
from knowledge.asking.about_documents.progress import answer_progress
from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.replies import Wording
from knowledge.grammar.sought import Sought

# The plan is called by what it is for, and asked whether just that was done.
_ASKED = Sought(
    r"\bke hoach (?P<act>kiem tra|thanh tra|khao sat|ra soat|tap huan|boi duong|dao tao)\b.*\b(?P=act) (?:xong|du|het|hoan thanh|duoc)\b"
)


def answer_carried_out(library: Library, query: Query, today: date, wording: Wording) -> Answer | None:
    """The newest sentence on the one plan of that name that says in figures how far it is; None where no one plan is meant."""
    asked = _ASKED.search(query.folded)
    if asked is None or query.references or query.asks("when", "who", "money"):
        return None
    found = find_named(library, replace(query, named_type="Kế hoạch"), today)
    if len(found) != 1:
        return None
    return answer_progress(Asked(library, found[0], tuple(found[0].mentions), today, wording), asked["act"])
