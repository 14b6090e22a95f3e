"""What is called by a number and is neither a document nor a count: central projects ("Đề án 06"), wards ("Phường 5")."""

from knowledge.asking.library import Library
from knowledge.grammar.concepts import project_word
from knowledge.grammar.folding import fold
from knowledge.grammar.organisations import Organisation, OrganisationMention
from knowledge.grammar.sought import Sought


def is_project(kind: str, number: str, library: Library) -> bool:
    """Whether a folded type and number name a project that reports speak of, no such document being known."""
    if not number.isdigit() or library.weight(project_word(kind, number)) >= library.rare:
        return False
    return not any(kind in map(fold, d.types) for d in library.documents_numbered(number))


def numbered_wards(words: str, bodies: list[OrganisationMention]) -> list[OrganisationMention]:
    """ "Phường 5": a ward called by a number that no report names; one that is named has been found."""
    return [
        OrganisationMention(
            m.start(),
            m.end(),
            m[0].replace("phuong", "Phường").replace("quan", "Quận"),
            Organisation("", "", m[0]),
            is_unknown=True,
        )
        for m in _WARD.finditer(words)
        if not any(b.start < m.end() and m.start() < b.end for b in bodies)
    ]


_WARD = Sought(
    r"(?<!cac )(?<!xa )(?<!dia )(?<!co )(?<!lien )\b(?:phuong|quan) \d{1,2}\b(?![/.,]\d|\s?%|\s(?:cap|xa|don vi|thi tran|huyen|ho so|thang|nam)\b)"
)
