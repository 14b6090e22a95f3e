"""Which registers a question names, and whether it asks how one of them stood."""

from knowledge.asking.library import Library
from knowledge.asking.reading.question import Query
from knowledge.asking.reports.which_reports import referenced_reports
from knowledge.grammar.patterns import pattern_of

# "Trong sổ theo dõi năm 2020": as that register stood, and not as of now.
_REGISTER_NAMED = pattern_of(
    r"(?:\b(?:trong|theo|o|tai|cua)(?: cai)? (?:so|bang|danh muc)|^(?:so theo doi|bang theo doi|bang giao|danh muc))(?: theo doi| giao viec| giao| phan cong| nhiem vu| cong viec)?\b(?! (?:noi vu|tu phap|tai))"
)
_BY_NOW = pattern_of(r"\b(?:den nay|toi nay|hien nay|hom nay|bay gio|luc nay|hien gio|hien tai)\b")


def asks_as_of_register(query: Query) -> bool:
    """Whether it is asked how a register stood, and not how things are now."""
    return _names_register(query) and not _BY_NOW.search(query.folded)


def _names_register(query: Query) -> bool:
    """Whether a register is named; "của Sở Y tế" has the letters of "của sổ"."""
    bodies = [(body.start, body.end) for body in query.bodies]
    named = _REGISTER_NAMED.finditer(query.folded)
    return any(not any(start < match.end() <= end for start, end in bodies) for match in named)


def registers_named(library: Library, query: Query) -> frozenset[int]:
    """The registers that come with the letter which is named: "bảng theo dõi kèm Công văn 3245/UBND-NC"."""
    if not _names_register(query):
        return frozenset()
    named = [r for reference in query.references for r in referenced_reports(library, reference)]
    return frozenset(r.index for r in named if r.facts.kind == "register")
