"""Whose a document is, against the bodies and levels that a question names."""

from knowledge.asking.documents import Document
from knowledge.asking.question import Query
from knowledge.asking.shelves.catalogue import owner_of
from knowledge.asking.shelves.owners import NAMES_NOBODY, is_owned_by, organisations_in
from knowledge.grammar.organisations import Organisation, normalise


def issued_by(document: Document, query: Query) -> bool:
    """Whether every body named in the question issued the document; who is charged with it did not."""
    return all(
        any(is_owned_by(owner_of(m), b.organisation, False) for m in document.mentions)
        if b.organisation.body
        else is_of(document, b.organisation)
        for b in query.bodies
    )


def charged_with(document: Document, query: Query) -> bool:
    """Whether every body named in the question is charged with the document."""
    owners = [owner_of(mention) for mention in document.mentions]
    charged = [(responsible, responsible, *rest) for _, responsible, *rest in owners if responsible]
    return all(any(is_owned_by(owner, b.organisation, False) for owner in charged) for b in query.bodies)


def is_of(document: Document, asked: Organisation, *, with_responsible: bool = True) -> bool:
    """Whether a body issued the document, was charged with it, or is the place it is of."""
    for mention in document.mentions:
        if is_owned_by(owner_of(mention), asked, with_responsible):
            return True
        words = f"{asked.body} {asked.place}".strip()
        if words not in NAMES_NOBODY and words in normalise(mention.citation.subject or ""):
            return True
    return False


def has_level(document: Document, query: Query) -> bool:
    """Whether its issuer is of the level asked for: "QĐ 145 của phường"; a city may be of either rank."""
    levels = {query.level, "city"} if "thanh pho" in query.folded else {query.level}
    return any(o.level in levels for o in organisations_in(document.issuer or ""))
